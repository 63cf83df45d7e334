"""`reportgen collect`: the forms that came back, merged into the dossier's figures."""

from pathlib import Path

import click

from reportgen.cli.files import write_all
from reportgen.cli.help import VietnameseCommand
from reportgen.cli.options import communes_options
from reportgen.cli.printing import print_problems, print_remark, print_result


@click.command(
    cls=VietnameseCommand,
    name="collect",
    help="Đọc các biểu số liệu đã nộp trong THU_MUC (.xlsx; .csv có cột ma và thuc_hien), cho biết "
    "đơn vị nào chưa nộp, số nào bất thường, rồi ghi số liệu cùng nguồn vào chi_tieu.csv. Có lỗi "
    "thì nêu hết các lỗi và không ghi gì. Mã kết thúc là 1 khi có biểu lỗi.",
)
@click.argument("folder", metavar="THU_MUC", type=Path)
@click.option(
    "--ho-so", "dossier", required=True, type=Path, metavar="HO_SO.yaml", help="Hồ sơ nhận số liệu."
)
@click.option("--dry-run", is_flag=True, help="Chỉ xem kết quả, không ghi tệp nào.")
@click.option(
    "--bo-bieu-sai",
    "leave_bad",
    is_flag=True,
    help="Vẫn gộp các biểu đúng; biểu có lỗi được nêu tên và bỏ ra ngoài.",
)
@communes_options
@click.pass_context
def command(  # noqa: PLR0913, PLR0917  (an option each)
    ctx: click.Context,
    folder: Path,
    dossier: Path,
    dry_run: bool,
    leave_bad: bool,
    of_province: bool,
    communes: Path | None,
) -> None:
    from reportgen.periods.collect import collect_folder
    from reportgen.periods.collection_report import report_lines

    collection = collect_folder(folder, dossier, of_province, communes)
    collected = collection.collected
    writes = not dry_run and (leave_bad or not collected.failed)
    consequence = "; các biểu này bị bỏ ra ngoài" if writes else "; không ghi tệp nào"
    if writes:
        write_all(collection.files())
    print_problems(dict.fromkeys(collected.problems), consequence)
    for line in report_lines(collection.plan, collected, written=writes):
        print_remark(line)
    if writes:
        for file in collection.files():
            print_result(str(file))
    if collected.failed:
        ctx.exit(1)
