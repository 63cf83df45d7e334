"""From a dossier's path to the bytes of its documents: the whole way in one function."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.building import Building, build, frame_file
from reportgen.document.tree import Document
from reportgen.dossier.changes import Change
from reportgen.dossier.files import read_data, read_text, shown_path
from reportgen.limits import Limits, result_of
from reportgen.pdf_engines import CONVERTERS, PdfEngine
from reportgen.problems import Place, Problem
from reportgen.source_date import source_date

if TYPE_CHECKING:
    from reportgen.isolation import Task


class Format(StrEnum):
    """What can be written; the value is the file's suffix."""

    DOCX = "docx"
    PDF = "pdf"
    MARKDOWN = "md"


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of one format, what the author should know, and remarks to print."""

    data: bytes
    warnings: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """The bytes of each format asked for, what the author should know, and remarks to print."""

    files: dict[Format, bytes]
    warnings: tuple[Problem, ...]
    remarks: tuple[str, ...] = ()


def render(  # noqa: PLR0913, PLR0917  (what a caller may ask for)
    path: Path,
    formats: Sequence[Format],
    templates: Sequence[Path] = (),
    changes: Sequence[Change] = (),
    limits: Limits | None = None,
    engine: PdfEngine = PdfEngine.WEASYPRINT,
) -> Rendered:
    """Render the dossier at `path`, with `changes` laid over it.

    Reads the dossier's files, template and frame; writes nothing. With `limits` a PDF is made in
    a process of its own, while the others are written here. `engine` makes the PDF. Raises
    InputError with every problem that was found.
    """
    building = build(path, templates, changes, traced=False)
    warnings = list(building.warnings)
    files: dict[Format, bytes] = {}
    remarks: list[str] = []
    with ExitStack() as stack:
        apart: dict[Format, Task[Written]] = {}
        if limits and Format.PDF in formats and engine not in CONVERTERS:
            task = _job(building, Format.PDF).begun(limits)
            apart[Format.PDF] = stack.enter_context(task)
        here = {
            one: written(building, one, engine, limits or Limits())
            for one in dict.fromkeys(formats)
            if one not in apart
        }
        for wanted in dict.fromkeys(formats):
            if limits and wanted in apart:
                result = result_of(apart[wanted], limits, Place(shown_path(path)))
            else:
                result = here[wanted]
            files[wanted] = result.data
            warnings += result.warnings
            remarks += result.remarks
    return Rendered(files, tuple(dict.fromkeys(warnings)), tuple(remarks))


def prepare(formats: Iterable[Format]) -> None:
    """Import what writes the formats: processes begun later have it from the start."""
    for wanted in formats:
        import_module(f"reportgen.writers.{_WRITERS[wanted]}")


def written(
    building: Building,
    wanted: Format,
    engine: PdfEngine = PdfEngine.WEASYPRINT,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
) -> Written:
    """The document in one format; reads its frame. `limits` bound another program."""
    if wanted is Format.PDF and engine in CONVERTERS:
        return _converted(building, engine, limits.seconds)
    return _job(building, wanted).done()


def _converted(building: Building, engine: PdfEngine, seconds: float) -> Written:
    docx = _job(building, Format.DOCX).done()
    data = CONVERTERS[engine](docx.data, creation_time(building.document), seconds)
    return Written(data, docx.warnings, (f"PDF chuyển từ DOCX bằng {engine.spelled()}",))


@dataclass(frozen=True, slots=True)
class _Job:
    """The writing of one format, its frame read; all of it can be handed to another process."""

    function: Callable[..., Written]
    arguments: tuple[object, ...]

    def done(self) -> Written:
        return self.function(*self.arguments)

    def begun(self, limits: Limits) -> "Task[Written]":
        from reportgen.isolation import Task

        return Task(
            self.function, *self.arguments, seconds=limits.seconds, megabytes=limits.megabytes
        )


def _job(building: Building, wanted: Format) -> _Job:
    created = creation_time(building.document)
    return _JOBS[wanted](building.document, building.folders, created)


def creation_time(document: Document) -> datetime:
    """When the files say they were made: SOURCE_DATE_EPOCH, else midnight of the document's date.

    Never the clock: the same input gives the same bytes (reproducible-builds.org).
    """
    if said := source_date():
        return said
    day = document.properties.created
    return datetime.combine(day, time(), UTC) if day else datetime(2020, 1, 1, tzinfo=UTC)


def _docx(document: Document, folders: Sequence[Path], created: datetime) -> _Job:
    path = frame_file(folders, "khung.docx")
    return _Job(_write_docx, (document, read_data(path, "HS"), created, shown_path(path)))


def _write_docx(document: Document, frame: bytes, created: datetime, file: str) -> Written:
    from reportgen.writers.docx import write_docx

    return Written(write_docx(document, frame, created, file))


def _pdf(document: Document, folders: Sequence[Path], created: datetime) -> _Job:
    page, styles = (frame_file(folders, name) for name in ("khung.html", "khung.css"))
    frame = (read_text(page, "HS"), read_text(styles, "HS"), shown_path(page), shown_path(styles))
    return _Job(_write_pdf, (document, frame, created))


def _write_pdf(document: Document, frame: tuple[str, str, str, str], created: datetime) -> Written:
    from reportgen.writers.html import HtmlFrame
    from reportgen.writers.pdf import write_pdf

    result = write_pdf(document, HtmlFrame(*frame), created)
    return Written(result.data, tuple(result.warnings), (f"PDF dùng phông chữ: {result.font}",))


def _markdown(document: Document, _folders: Sequence[Path], _created: datetime) -> _Job:
    return _Job(_write_markdown, (document,))


def _write_markdown(document: Document) -> Written:
    from reportgen.writers.markdown import write_markdown

    return Written(write_markdown(document).encode("utf-8"))


_WRITERS = {Format.DOCX: "docx", Format.PDF: "pdf", Format.MARKDOWN: "markdown"}
_JOBS: dict[Format, Callable[[Document, Sequence[Path], datetime], _Job]] = {
    Format.DOCX: _docx,
    Format.PDF: _pdf,
    Format.MARKDOWN: _markdown,
}
