"""From a dossier's path to the bytes of its documents: the whole way in one function."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import StrEnum
from pathlib import Path

from reportgen.building import Building, build, frame_file
from reportgen.document.tree import Document
from reportgen.dossier.changes import Change
from reportgen.dossier.files import read_data, read_text, shown_path
from reportgen.problems import Problem


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


def render(
    path: Path,
    formats: Sequence[Format],
    templates: Sequence[Path] = (),
    changes: Sequence[Change] = (),
) -> Rendered:
    """Render the dossier at `path`, with `changes` laid over it.

    Reads the dossier's files, template and frame; writes nothing. Raises InputError with every
    problem that was found.
    """
    building = build(path, templates, changes)
    warnings = list(building.warnings)
    files: dict[Format, bytes] = {}
    remarks: list[str] = []
    for wanted in dict.fromkeys(formats):
        result = written(building, wanted)
        files[wanted] = result.data
        warnings += result.warnings
        remarks += result.remarks
    return Rendered(files, tuple(dict.fromkeys(warnings)), tuple(remarks))


def written(building: Building, wanted: Format) -> Written:
    """The document in one format; reads its frame."""
    created = creation_time(building.document)
    return _WRITERS[wanted](building.document, building.folders, created)


def creation_time(document: Document) -> datetime:
    """When the files say they were made: SOURCE_DATE_EPOCH, else midnight of the document's date.

    Never the clock: the same input gives the same bytes (reproducible-builds.org).
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    day = document.properties.created
    return datetime.combine(day, time(), UTC) if day else datetime(2020, 1, 1, tzinfo=UTC)


def _docx(document: Document, folders: Sequence[Path], created: datetime) -> Written:
    from reportgen.writers.docx import write_docx

    path = frame_file(folders, "khung.docx")
    return Written(write_docx(document, read_data(path, "HS"), created, shown_path(path)))


def _pdf(document: Document, folders: Sequence[Path], created: datetime) -> Written:
    from reportgen.writers.html import HtmlFrame
    from reportgen.writers.pdf import write_pdf

    page, styles = (frame_file(folders, name) for name in ("khung.html", "khung.css"))
    texts = (read_text(page, "HS"), read_text(styles, "HS"))
    frame = HtmlFrame(*texts, shown_path(page), shown_path(styles))
    result = write_pdf(document, frame, created)
    return Written(result.data, tuple(result.warnings), (f"PDF dùng phông chữ: {result.font}",))


def _markdown(document: Document, _folders: Sequence[Path], _created: datetime) -> Written:
    from reportgen.writers.markdown import write_markdown

    return Written(write_markdown(document).encode("utf-8"))


_WRITERS: dict[Format, Callable[[Document, Sequence[Path], datetime], Written]] = {
    Format.DOCX: _docx,
    Format.PDF: _pdf,
    Format.MARKDOWN: _markdown,
}
