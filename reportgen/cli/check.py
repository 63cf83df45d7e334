"""`reportgen check`: what is wrong in dossiers and Word files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.files import require_folders, write_all
from reportgen.cli.help import VietnameseCommand
from reportgen.cli.options import format_option, templates_option
from reportgen.cli.printing import print_remark, print_result

if TYPE_CHECKING:
    from reportgen.checking import Checked


@click.command(
    cls=VietnameseCommand,
    name="check",
    help="Kiểm tra hồ sơ (HO_SO.yaml) hoặc tệp Word (.docx): số liệu, câu chữ, viện dẫn, thể thức "
    "theo Nghị định 30/2020/NĐ-CP. In ra từng chỗ, vì sao và cách sửa. Còn lỗi thì kết thúc với mã "
    "1; chỉ còn cảnh báo, gợi ý thì mã 0. Tệp được kiểm tra không bị sửa.",
)
@click.argument("files", metavar="TEP…", nargs=-1, required=True, type=Path)
@format_option("json", "sarif", "junit")
@click.option(
    "--select",
    multiple=True,
    metavar="MA",
    help="Chỉ chạy quy tắc có mã này, hoặc nhóm mã (SL); nêu nhiều lần hoặc cách nhau dấu phẩy.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="MA",
    help="Bỏ quy tắc hoặc nhóm mã này; nêu như --select.",
)
@templates_option
@click.option(
    "--previous",
    type=Path,
    metavar="TEP",
    help="Hồ sơ hoặc tệp Word của kỳ trước, để so số liệu.",
)
@click.option(
    "--annotate",
    "copies",
    multiple=True,
    type=Path,
    metavar="TEP.docx",
    help="Ghi thêm một bản Word có lời bình ở từng chỗ; chỉ dùng khi kiểm tra một tệp.",
)
@click.pass_context
def command(  # noqa: PLR0913, PLR0917  (an option each)
    ctx: click.Context,
    files: tuple[Path, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    templates: tuple[Path, ...],
    previous: Path | None,
    copies: tuple[Path, ...],
) -> None:
    from reportgen.checking import check_file
    from reportgen.checks.registry import select_rules
    from reportgen.cli.rule_codes import split_codes, usage_of_codes
    from reportgen.reporting import REPORTS, summary_lines

    paths = list(dict.fromkeys(files))
    _require_another_file(ctx, copies, paths)
    wanted, unwanted = split_codes(select), split_codes(ignore)
    with usage_of_codes(ctx):
        select_rules(wanted, unwanted)
    require_folders(templates)
    checked = [check_file(path, templates, wanted, unwanted, previous) for path in paths]
    if report := REPORTS[form](checked):
        print_result(report)
    for line in summary_lines(checked):
        print_remark(line)
    for copy in copies:
        _annotate(checked[0], copy)
    if any(one.failed for one in checked):
        raise click.exceptions.Exit(1)


def _require_another_file(
    ctx: click.Context, copies: Sequence[Path], sources: Sequence[Path]
) -> None:
    """Let there be one commented copy, of one file, a Word file, and not that file itself."""
    if len(copies) > 1:
        raise click.UsageError("--annotate chỉ nêu một lần", ctx)
    if copies and len(sources) > 1:
        raise click.UsageError("--annotate chỉ dùng khi kiểm tra một tệp", ctx)
    for target in copies:
        if target.resolve() == sources[0].resolve():
            raise click.UsageError("--annotate phải ghi ra tệp khác tệp đang kiểm tra", ctx)
        if target.suffix.lower() != ".docx":
            raise click.UsageError("--annotate phải ghi ra tệp có đuôi .docx", ctx)


def _annotate(checked: "Checked", target: Path) -> None:
    """Write the commented copy, where there is a Word file to comment on."""
    from reportgen.reporting.annotation import annotated

    if not checked.docx:
        print_remark(f"Không ghi bản có lời bình {target}: chưa đọc được {checked.file}.")
        return
    write_all({target: annotated(checked)})
    print_remark(f"Đã ghi bản có lời bình: {target}")
