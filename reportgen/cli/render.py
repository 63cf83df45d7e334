"""`reportgen render`: dossiers in, documents out."""

from pathlib import Path

import click

from reportgen.cli.files import require_folders, write_all
from reportgen.cli.help import VietnameseCommand
from reportgen.cli.options import engine_option, formats_option, output_option, templates_option
from reportgen.cli.printing import print_problems, print_remark, print_result
from reportgen.problems import InputError, Problem, Severity
from reportgen.result_names import unique_stems


@click.command(
    cls=VietnameseCommand,
    name="render",
    help="Dựng văn bản từ một hay nhiều hồ sơ (HO_SO.yaml). Mặc định ghi cả DOCX và PDF vào thư "
    "mục hiện tại; in ra đường dẫn của từng tệp. Có lỗi thì in hết các lỗi và không ghi tệp nào.",
)
@click.argument("dossiers", metavar="HO_SO.yaml…", nargs=-1, required=True, type=Path)
@formats_option
@engine_option
@output_option
@templates_option
def command(
    dossiers: tuple[Path, ...],
    formats: tuple[str, ...],
    engine: str,
    output: Path,
    templates: tuple[Path, ...],
) -> None:
    from reportgen.limits import limits
    from reportgen.pdf_engines import PdfEngine
    from reportgen.rendering import Format, prepare, render

    wanted = [Format(name) for name in formats] or [Format.DOCX, Format.PDF]
    paths = list(dict.fromkeys(dossiers))
    stems = unique_stems(paths)
    files: dict[Path, bytes] = {}
    problems: list[Problem] = []
    remarks: list[str] = []
    try:
        require_folders(templates)
    except InputError as error:
        problems += error.problems
    if len(paths) > 1:
        prepare(wanted)
    for path, stem in zip(paths, stems, strict=True):
        try:
            rendered = render(path, wanted, templates, limits=limits(), engine=PdfEngine(engine))
        except InputError as error:
            problems += error.problems
            continue
        problems += rendered.warnings
        remarks += rendered.remarks
        files |= {output / f"{stem}.{kind}": data for kind, data in rendered.files.items()}
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise InputError(problems)
    write_all(files)
    print_problems(dict.fromkeys(problems))
    for remark in dict.fromkeys(remarks):
        print_remark(remark)
    for file in files:
        print_result(str(file))
