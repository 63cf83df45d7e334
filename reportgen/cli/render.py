"""`reportgen render`: dossiers in, documents out."""

from collections.abc import Sequence
from pathlib import Path

import click

from reportgen.cli.files import require_folders, write_all
from reportgen.cli.help import VietnameseCommand
from reportgen.cli.options import output_option, templates_option
from reportgen.cli.printing import print_problems, print_remark, print_result
from reportgen.problems import InputError, Problem, Severity


@click.command(
    cls=VietnameseCommand,
    name="render",
    help="Dựng văn bản từ một hay nhiều hồ sơ (HO_SO.yaml). Mặc định ghi cả DOCX và PDF vào thư "
    "mục hiện tại; in ra đường dẫn của từng tệp. Có lỗi thì in hết các lỗi và không ghi tệp nào.",
)
@click.argument("dossiers", metavar="HO_SO.yaml…", nargs=-1, required=True, type=Path)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(["docx", "pdf", "md"]),
    metavar="docx|pdf|md",
    help="Định dạng cần ghi; có thể nêu nhiều lần. Mặc định: docx và pdf.",
)
@output_option
@templates_option
def command(
    dossiers: tuple[Path, ...],
    formats: tuple[str, ...],
    output: Path,
    templates: tuple[Path, ...],
) -> None:
    from reportgen.rendering import Format, render

    wanted = [Format(name) for name in formats] or [Format.DOCX, Format.PDF]
    paths = list(dict.fromkeys(dossiers))
    stems = _unique_stems(paths)
    files: dict[Path, bytes] = {}
    problems: list[Problem] = []
    remarks: list[str] = []
    try:
        require_folders(templates)
    except InputError as error:
        problems += error.problems
    for path, stem in zip(paths, stems, strict=True):
        try:
            rendered = render(path, wanted, templates)
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


def _unique_stems(paths: Sequence[Path]) -> list[str]:
    """The names of the results: the dossier's, with its folders before it where two would clash.

    Files of one folder that differ in their suffix only keep it (`bao_cao_yml`).
    """
    full = [path.resolve() for path in paths]
    longest = max(len(path.parts) for path in full)
    plain = [path.with_suffix("").parts for path in full]
    suffixed = [(*path.parts[:-1], path.name.replace(".", "_")) for path in full]
    for names in (plain, suffixed):
        for depth in range(1, longest):
            stems = ["_".join(name[1:][-depth:]) for name in names]
            if len(set(stems)) == len(set(full)):
                return stems
    return stems
