"""`reportgen new`: the files of the next period, made of last period's."""

from pathlib import Path

import click

from reportgen.cli.files import require_folders, write_new
from reportgen.cli.help import VietnameseCommand
from reportgen.cli.options import templates_option
from reportgen.cli.printing import print_remark, print_result


@click.command(
    cls=VietnameseCommand,
    name="new",
    help="Lập hồ sơ của kỳ sau theo mẫu MAU từ hồ sơ kỳ trước: ngày, kỳ, tiêu đề được dời sang kỳ "
    "mới; thuc_hien của mỗi chỉ tiêu chuyển sang ky_truoc rồi để trống, tong_so giữ nguyên để xác "
    "nhận; lời của kỳ trước thành ghi chú (dấu #). Đơn vị chưa có hồ sơ nào theo mẫu này thì lập "
    "hồ sơ đầu tiên từ mẫu. Không ghi đè tệp đã có.",
)
@click.argument("template", metavar="MAU")
@click.option(
    "--don-vi",
    "unit",
    metavar="DON_VI",
    help="Thư mục có don_vi.yaml, chính tệp đó, hoặc tên thư mục trong data, ví dụ khanh_hoa. Có "
    "--from thì không bắt buộc.",
)
@click.option(
    "--ky",
    "period",
    metavar="KY",
    help="Kỳ cần lập: 2025-10, 10/2025, “quý IV/2025”, 2025-q4, 2025, 16/9/2025-15/10/2025. Mặc "
    "định: kỳ liền sau hồ sơ mới nhất.",
)
@click.option(
    "--from",
    "source",
    type=Path,
    metavar="HO_SO.yaml",
    help="Hồ sơ kỳ trước để lập từ đó. Mặc định: hồ sơ mới nhất theo mẫu này của đơn vị.",
)
@click.option(
    "--output",
    type=Path,
    metavar="THU_MUC",
    help="Thư mục ghi các tệp. Mặc định: thư mục của kỳ (ví dụ 2025-10) trong thư mục đơn vị.",
)
@templates_option
def command(  # noqa: PLR0913, PLR0917  (an option each)
    template: str,
    unit: str | None,
    period: str | None,
    source: Path | None,
    output: Path | None,
    templates: tuple[Path, ...],
) -> None:
    from reportgen.dossier.files import shown_path
    from reportgen.periods.calendar import PERIOD_FORMS, parse_period
    from reportgen.periods.folders import unit_folder
    from reportgen.periods.new import Wish, next_dossier, source_of
    from reportgen.starters import started_dossier
    from reportgen.vietnamese import format_date_short

    if unit is None and source is None:
        raise click.UsageError("thiếu --don-vi (hoặc --from)")
    try:
        asked = parse_period(period) if period is not None else None
    except ValueError:
        message = f"không hiểu kỳ “{period}” sau --ky; viết {PERIOD_FORMS}"
        raise click.UsageError(message) from None
    require_folders(templates)
    folder = unit_folder(unit) if unit is not None else None
    wish = Wish(template, folder, asked, source, output, templates)
    start = source_of(wish)
    made = next_dossier(wish, start) if start else started_dossier(wish)
    write_new(made.files)
    for path in made.files:
        print_result(str(path))
    origin = f"từ {shown_path(made.source)}" if made.source else f"từ mẫu {template}"
    first, last = map(format_date_short, (made.period.tu, made.period.den))
    print_remark(f"Đã lập hồ sơ kỳ {first} – {last} {origin}.")
    print_remark(f"Còn phải điền gì: reportgen status {next(iter(made.files))}")
