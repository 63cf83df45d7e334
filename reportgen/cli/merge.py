"""`reportgen merge`: the edits of a draft in Word, taken over into the dossier."""

from pathlib import Path

import click

from reportgen.cli.files import require_folders, write_all
from reportgen.cli.help import VietnameseCommand
from reportgen.cli.options import templates_option
from reportgen.cli.printing import print_error, print_remark, print_result


@click.command(
    cls=VietnameseCommand,
    name="merge",
    help="Đưa những chỗ lãnh đạo sửa trên bản dự thảo Word vào hồ sơ: so tệp Word với bản dựng từ "
    "hồ sơ, rồi ghi từng chỗ sửa vào đúng dòng của tệp YAML, đúng ô của chi_tieu.csv hay bảng phụ "
    "lục; câu của mẫu thì hồ sơ có lời riêng. In danh sách trước khi ghi. Kết thúc với mã 0 nếu "
    "đưa vào được hết; mã 1 nếu còn chỗ chưa đưa vào được (các chỗ khác vẫn được ghi).",
)
@click.argument("dossier", metavar="HO_SO.yaml", type=Path)
@click.argument("edited", metavar="BAN_SUA.docx", type=Path)
@click.option("--dry-run", "dry", is_flag=True, help="Chỉ in danh sách chỗ sửa; không ghi tệp nào.")
@click.option(
    "--only-accepted",
    "only_accepted",
    is_flag=True,
    help="Bỏ qua những chỗ sửa mà Word còn theo dõi (Track Changes), chưa được chấp nhận; liệt kê "
    "chúng. Mặc định: coi như đã chấp nhận.",
)
@templates_option
def command(
    dossier: Path, edited: Path, dry: bool, only_accepted: bool, templates: tuple[Path, ...]
) -> int:
    from reportgen.dossier.files import read_data, shown_path
    from reportgen.roundtrip.converting import converted, is_converted
    from reportgen.roundtrip.merging.merge import merge
    from reportgen.roundtrip.merging.telling import lacking, merge_text, stale_text, summary

    require_folders(templates)
    data = read_data(edited, "KT")
    if is_converted(edited):
        data = converted(data, edited)
    merged = merge(dossier, edited, data, templates, only_accepted)
    if listed := merge_text(merged):
        print_result(listed)
    if warning := stale_text(merged):
        print_remark(warning)
    left = lacking(merged)
    if left:
        print_error(summary(merged))
    else:
        print_remark(summary(merged))
    if dry:
        print_remark("Chạy thử: không ghi tệp nào.")
    elif merged.files:
        write_all(merged.files)
        print_remark(f"Đã ghi: {', '.join(map(shown_path, merged.files))}")
        print_remark(f"Dựng lại văn bản: reportgen render {shown_path(dossier)}")
    return 1 if left else 0
