"""`reportgen status`: what a dossier still lacks."""

from datetime import date
from pathlib import Path

import click

from reportgen.cli.files import require_folders
from reportgen.cli.help import VietnameseCommand
from reportgen.cli.options import format_option, templates_option
from reportgen.cli.printing import print_result


@click.command(
    cls=VietnameseCommand,
    name="status",
    help="Liệt kê những gì hồ sơ còn thiếu: số liệu (theo đơn vị nộp), lời văn, số, ngày, người "
    "ký, chú thích; và còn mấy ngày đến hạn (khoá han_nop). Đủ hết thì kết thúc với mã 0, còn "
    "thiếu thì mã 1. Không ghi tệp nào.",
)
@click.argument("dossier", metavar="HO_SO.yaml", type=Path)
@format_option("json")
@click.option(
    "--hom-nay",
    "today",
    metavar="NGAY",
    help="Ngày dùng để tính số ngày còn lại, ví dụ 15/10/2025. Mặc định: hôm nay.",
)
@templates_option
def command(dossier: Path, form: str, today: str | None, templates: tuple[Path, ...]) -> None:
    from reportgen.periods.status import status_of
    from reportgen.reporting.status_report import status_json, status_text
    from reportgen.vietnamese import parse_date

    try:
        day = date.today() if today is None else parse_date(today)
    except ValueError:
        message = f"“{today}” sau --hom-nay không phải là ngày; viết 15/10/2025"
        raise click.UsageError(message) from None
    require_folders(templates)
    status = status_of(dossier, day, templates)
    print_result((status_json if form == "json" else status_text)(status))
    if not status.complete:
        raise click.exceptions.Exit(1)
