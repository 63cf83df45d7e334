"""The two pieces of work of a preview: laying the pages out, and looking through what they say.

Each is a function of files that can be run in another process, and tells what it has read.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.checks.finding import Finding
from reportgen.checks.manuscript import Manuscript, Passage
from reportgen.document.origins import Origin
from reportgen.dossier.consulted import ABSENT, noting
from reportgen.preview.locating import PrintedText
from reportgen.preview.pages import Printed
from reportgen.preview.view import Page, Remark, Spot, source_key
from reportgen.problems import InputError, Place, Problem

#: What was read and looked for, by path, with what was there (`dossier.consulted`).
Reads = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Laid:
    """The pages as laid out; `remarks` are what the PDF's writer says of it, `note` its font."""

    pdf: bytes
    pages: tuple[Page, ...]
    remarks: tuple[Remark, ...]
    note: str
    reads: Reads


@dataclass(frozen=True, slots=True)
class Refused:
    """No pages: the errors that keep the sources from being laid out."""

    remarks: tuple[Remark, ...]
    reads: Reads


@dataclass(frozen=True, slots=True)
class Looked:
    """What the rules find in the text."""

    remarks: tuple[Remark, ...]
    reads: Reads


def lay_out(path: Path, templates: tuple[Path, ...]) -> Laid | Refused:
    """The pages of the dossier at `path`, or what is wrong with it."""
    from reportgen.building import build
    from reportgen.rendering import Format, written

    with noting() as reads:
        try:
            result = written(build(path, templates), Format.PDF)
        except InputError as error:
            return Refused(tuple(map(remark_of_problem, error.problems)), reads)
    printed = Printed(result.data)
    try:
        pages = printed.pages()
    finally:
        printed.close()
    remarks = tuple(map(remark_of_problem, result.warnings))
    return Laid(result.data, pages, remarks, "; ".join(result.remarks), reads)


def look_through(path: Path, templates: tuple[Path, ...], pdf: bytes) -> Looked:
    """The findings of the dossier at `path`, with where they stand on the pages of `pdf`."""
    from reportgen.checking import check_file

    with noting() as reads:
        checked = check_file(path, templates)
    printed = Printed(pdf)
    try:
        text = PrintedText([printed.letters(number) for number in range(printed.count)])
    finally:
        printed.close()
    manuscript = checked.subject.manuscript if checked.subject else Manuscript(())
    by_origin = _by_origin(manuscript.passages)
    return Looked(tuple(remark_of(finding, text, by_origin) for finding in checked.findings), reads)


def _by_origin(passages: Iterable[Passage]) -> Mapping[Origin, Passage]:
    """The first passage from each line of a source."""
    found: dict[Origin, Passage] = {}
    for passage in passages:
        if passage.origin is not None and passage.text:
            found.setdefault(_line(passage.origin), passage)
    return found


def _line(origin: Origin) -> Origin:
    return Place(origin.file, origin.line) if isinstance(origin, Place) else origin


def remark_of(finding: Finding, text: PrintedText, by_origin: Mapping[Origin, Passage]) -> Remark:
    """The finding as it is shown."""
    before, after = finding.context if finding.quote else ("", "")
    shown = Remark(
        finding.code,
        finding.severity,
        finding.message,
        finding.why,
        finding.hint,
        finding.heading,
        before,
        finding.quote,
        after,
        spots=_spots(finding, text, by_origin),
    )
    return _placed(shown, finding.origin)


def remark_of_problem(problem: Problem) -> Remark:
    """The problem as it is shown."""
    shown = Remark(problem.code, problem.severity, problem.message, hint=problem.hint)
    return _placed(shown, problem.place)


def source_files(reads: Reads) -> Mapping[str, str]:
    """The files that were read, by the name under which they are served."""
    there = (path for path, digest in reads.items() if digest != ABSENT)
    return {source_key(path): path for path in there if Path(path).is_file()}


def merged(first: Sequence[Remark], second: Iterable[Remark]) -> tuple[Remark, ...]:
    """All remarks, those that say the same once."""
    told = {(one.code, one.message, one.file, one.line) for one in first}
    news = (one for one in second if (one.code, one.message, one.file, one.line) not in told)
    return (*first, *news)


def _spots(
    finding: Finding, text: PrintedText, by_origin: Mapping[Origin, Passage]
) -> tuple[Spot, ...]:
    if finding.passage is not None:
        return text.spots(finding.passage, finding.start, finding.end)
    if finding.place is None:
        return ()
    passage = by_origin.get(_line(finding.place))
    return text.spots(passage, 0, 0) if passage else ()


def _placed(remark: Remark, origin: Origin | None) -> Remark:
    if origin is None:
        return remark
    if not isinstance(origin, Place):
        return replace(remark, place=origin.position)
    sheet = origin.cell.rpartition("!")[0] if origin.cell else ""
    return replace(
        remark,
        place=_named(origin),
        file=origin.file,
        line=origin.line,
        column=origin.column,
        sheet=sheet,
    )


def _named(place: Place) -> str:
    """The place as one says it, the file without its folders."""
    name = Path(place.file).name
    if place.cell is not None:
        return str(Place(name, cell=place.cell))
    return name if place.line is None else f"{name}, dòng {place.line}"
