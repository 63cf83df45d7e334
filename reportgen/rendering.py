"""From a dossier's path to the bytes of its documents: the whole way in one function."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import StrEnum
from pathlib import Path

from reportgen.document import Built, build_document
from reportgen.document.tree import Document
from reportgen.dossier import Dossier, Reading, read_dossier
from reportgen.dossier.files import read_text, shown_path
from reportgen.drafting import load_template, try_draft
from reportgen.problems import InputError, Place, Problem, Severity

FRAME_FOLDER = "_khung"
_OF_SYMBOL = frozenset({"loai", "ky_hieu", "linh_vuc", "viet_tat"})
_OF_APPENDICES = frozenset({"noi_dung", "phu_luc"})
# Codes of faults that may come only of these keys, where their values did not hold.
_SOURCES = {
    "HS026": _OF_SYMBOL,
    "HS027": _OF_SYMBOL,
    "PL001": _OF_APPENDICES,
    "PL002": _OF_APPENDICES,
}


class Format(StrEnum):
    """What can be written; the value is the file's suffix."""

    DOCX = "docx"
    PDF = "pdf"
    MARKDOWN = "md"


@dataclass(frozen=True, slots=True)
class Rendered:
    """The bytes of each format asked for, what the author should know, and remarks to print."""

    files: dict[Format, bytes]
    warnings: tuple[Problem, ...]
    remarks: tuple[str, ...] = ()


def builtin_templates() -> Path:
    """The folder of the templates that come with the program (in the wheel, or the checkout)."""
    here = Path(__file__).resolve().parent
    installed = here / "templates"
    return installed if installed.is_dir() else here.parent / "templates"


def search_path(folders: Iterable[Path], dossier: Dossier | None = None) -> tuple[Path, ...]:
    """Where templates and frames are looked for: named folders, the office's own, the built-in."""
    own = (dossier.profile_path.parent / "mau",) if dossier else ()
    return (*folders, *(folder for folder in own if folder.is_dir()), builtin_templates())


def render(path: Path, formats: Sequence[Format], templates: Sequence[Path] = ()) -> Rendered:
    """Render the dossier at `path`.

    Reads the dossier's files, template and frame; writes nothing. Raises InputError with every
    problem that was found.
    """
    built, folders = _build(path, templates)
    warnings = list(built.warnings)
    created = creation_time(built.document)
    files: dict[Format, bytes] = {}
    remarks: list[str] = []
    for wanted in dict.fromkeys(formats):
        written = _WRITERS[wanted](built.document, folders, created)
        files[wanted] = written.data
        warnings += written.warnings
        remarks += written.remarks
    return Rendered(files, tuple(dict.fromkeys(warnings)), tuple(remarks))


def _build(path: Path, templates: Sequence[Path]) -> tuple[Built, tuple[Path, ...]]:
    """The document with all warnings, and where its frame is looked for.

    Each step goes on with what the one before could make out, so that all faults show at once.
    """
    reading = read_dossier(path)
    problems = list(reading.problems)
    if reading.dossier is None:
        raise InputError(problems)
    dossier = reading.dossier
    folders = search_path(templates, dossier)
    try:
        kind = dossier.loai.key if dossier.loai else ""
        template = load_template(dossier.mau, folders, dossier.place_of("mau"), kind)
        drafted, found = try_draft(dossier, template)
        problems += _news(found, reading)
        built = build_document(dossier, drafted)
    except InputError as error:
        raise InputError([*problems, *_news(error.problems, reading, problems)]) from error
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise InputError([*problems, *_news(built.warnings, reading, problems)])
    return Built(built.document, (*problems, *built.warnings)), folders


def _news(
    problems: Iterable[Problem], reading: Reading, told: Sequence[Problem] = ()
) -> Iterator[Problem]:
    """The problems of a later step that do not only come of what was wrong in the files.

    Nor of a kind that is missing, where that is `told` already.
    """
    place_of = reading.dossier.place_of if reading.dossier else Place
    astray = place_of("noi_dung")
    kindless = place_of("loai") if any(map(_needs_kind, told)) else None
    for problem in problems:
        of_figures = problem.code in ("MA023", "MA030") and not reading.figures_known
        told_as_key = problem.code == "MA040" and problem.place == astray
        doubted = reading.doubtful & _SOURCES.get(problem.code, frozenset())
        told_as_kind = problem.code == "HS027" and problem.place == kindless
        if not (of_figures or told_as_key or doubted or told_as_kind):
            yield problem


def _needs_kind(problem: Problem) -> bool:
    return problem.code == "MA025" and "loai" in problem.hint


def creation_time(document: Document) -> datetime:
    """When the files say they were made: SOURCE_DATE_EPOCH, else midnight of the document's date.

    Never the clock: the same input gives the same bytes (reproducible-builds.org).
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    day = document.properties.created
    return datetime.combine(day, time(), UTC) if day else datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Written:
    data: bytes
    warnings: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()


def _docx(document: Document, folders: Sequence[Path], created: datetime) -> _Written:
    from reportgen.writers.docx import write_docx

    path = _frame_file(folders, "khung.docx")
    return _Written(write_docx(document, path.read_bytes(), created, shown_path(path)))


def _pdf(document: Document, folders: Sequence[Path], created: datetime) -> _Written:
    from reportgen.writers.html import HtmlFrame
    from reportgen.writers.pdf import write_pdf

    page, styles = (_frame_file(folders, name) for name in ("khung.html", "khung.css"))
    texts = (read_text(page, "HS"), read_text(styles, "HS"))
    frame = HtmlFrame(*texts, shown_path(page), shown_path(styles))
    result = write_pdf(document, frame, created)
    return _Written(result.data, tuple(result.warnings), (f"PDF dùng phông chữ: {result.font}",))


def _markdown(document: Document, _folders: Sequence[Path], _created: datetime) -> _Written:
    from reportgen.writers.markdown import write_markdown

    return _Written(write_markdown(document).encode("utf-8"))


_WRITERS: dict[Format, Callable[[Document, Sequence[Path], datetime], _Written]] = {
    Format.DOCX: _docx,
    Format.PDF: _pdf,
    Format.MARKDOWN: _markdown,
}


def _frame_file(folders: Sequence[Path], name: str) -> Path:
    for folder in folders:
        path = folder / FRAME_FOLDER / name
        if path.is_file():
            return path
    looked = ", ".join(str(folder / FRAME_FOLDER) for folder in folders)
    raise InputError(
        [
            Problem(
                "MA090",
                f"không tìm thấy tệp khung “{name}”",
                Place(str(folders[-1] / FRAME_FOLDER / name)),
                f"đã tìm trong: {looked}; cài lại chương trình hoặc chép tệp khung vào đó",
            )
        ]
    )
