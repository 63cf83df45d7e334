"""`reportgen diff`: what changed from one dossier to another."""

from pathlib import Path

import click

from reportgen.cli.files import require_folders, write_all
from reportgen.cli.help import VietnameseCommand
from reportgen.cli.options import format_option, output_option, templates_option
from reportgen.cli.printing import print_problems, print_remark, print_result

_COLOURS = {"+": "green", "-": "red"}


@click.command(
    cls=VietnameseCommand,
    name="diff",
    help="So sánh hai hồ sơ, thường là kỳ trước và kỳ này: chỉ tiêu nào tăng, giảm bao nhiêu, mới "
    "có, không còn; mục nào của lời văn thêm, bỏ, sửa từng chữ. Khác nhau không phải là lỗi: kết "
    "thúc với mã 0; hồ sơ có lỗi thì mã 1.",
)
@click.argument("before", metavar="TRUOC.yaml", type=Path)
@click.argument("now", metavar="SAU.yaml", type=Path)
@format_option("json")
@click.option(
    "--chi-tieu",
    "codes",
    multiple=True,
    metavar="MA",
    help="Chỉ so sánh chỉ tiêu có mã này; nêu nhiều lần hoặc cách nhau dấu phẩy.",
)
@click.option(
    "--xlsx",
    "workbook",
    type=Path,
    metavar="TEP.xlsx",
    help="Ghi thêm bảng so sánh ra tệp Excel: một trang số liệu, một trang lời văn.",
)
@output_option
@templates_option
def command(  # noqa: PLR0913, PLR0917  (an option each)
    before: Path,
    now: Path,
    form: str,
    codes: tuple[str, ...],
    workbook: Path | None,
    output: Path,
    templates: tuple[Path, ...],
) -> None:
    from reportgen.cli.rule_codes import split_codes
    from reportgen.periods.diff import diff
    from reportgen.reporting.comparison_report import comparison_json, comparison_text

    if workbook is not None and workbook.suffix.lower() != ".xlsx":
        raise click.UsageError("--xlsx phải ghi ra tệp có đuôi .xlsx")
    require_folders(templates)
    found, problems = diff(before, now, split_codes(codes), templates)
    if workbook is not None:
        from reportgen.reporting.comparison_workbook import comparison_workbook

        write_all({output / workbook: comparison_workbook(found)})
    print_problems(problems)
    print_result(comparison_json(found) if form == "json" else comparison_text(found, _painted))
    if workbook is not None:
        print_remark(f"Đã ghi bảng so sánh: {output / workbook}")


def _painted(text: str, sign: str) -> str:
    return click.style(text, fg=_COLOURS[sign]) if sign in _COLOURS else text
