"""Documents printed to PDF for tests, with the frame that comes with the program."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from reportgen.document.tree import Document, Note, NoteReference, Paragraph, Text
from reportgen.writers.html import HtmlFrame, write_html
from reportgen.writers.pdf import PdfResult, write_pdf

FRAME_FOLDER = Path(__file__).resolve().parents[2] / "templates/_khung"
CREATED = datetime(2025, 9, 19, tzinfo=UTC)


@cache
def frame() -> HtmlFrame:
    template, stylesheet = (
        (FRAME_FOLDER / name).read_text(encoding="utf-8") for name in ("khung.html", "khung.css")
    )
    return HtmlFrame(template, stylesheet)


@cache
def printed(document: Document) -> PdfResult:
    """The document as PDF; the engine must have had nothing to say."""
    result = write_pdf(document, frame(), CREATED)
    assert result.warnings == ()
    return result


def html(document: Document) -> str:
    return write_html(document, frame())


def paragraph(*texts: str | int) -> Paragraph:
    """A paragraph of texts and, for numbers, note calls."""
    return Paragraph(
        tuple(Text(text) if isinstance(text, str) else NoteReference(text) for text in texts)
    )


def note(number: int, *texts: str) -> Note:
    return Note(number, tuple(paragraph(text) for text in texts))


def sentences(count: int, mark: str = "") -> str:
    """So many sentences, each with a number of its own behind `mark`."""
    told = "Ủy ban nhân dân tỉnh ban hành Kế hoạch số 2943/KH-UBND ngày 29/8/2025 về cải cách"
    return " ".join(f"{told} {mark}{number}." for number in range(count))
