"""The HTML page printed to PDF/A-3u by WeasyPrint, with fonts from memory and no other access."""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from weasyprint import HTML

from reportgen.document.tree import Document
from reportgen.problems import InputError, Place, Problem, Severity
from reportgen.source_date import clock_at
from reportgen.writers.html import HtmlFrame, picture_assets, write_sections
from reportgen.writers.pdf.assets import MemoryFetcher
from reportgen.writers.pdf.faces import faces_of
from reportgen.writers.pdf.fonts import FontFiles, find_fonts
from reportgen.writers.pdf.journal import listening, problems_of

#: PDF/A-3 with Unicode for all text (ISO 19005-3, conformance level U), and tagged.
_OPTIONS: Mapping[str, object] = {"pdf_variant": "pdf/a-3u", "pdf_tags": True}


@dataclass(frozen=True, slots=True)
class PdfResult:
    """The file, the font it is set in, and what the author should know."""

    data: bytes
    font: str
    warnings: tuple[Problem, ...] = ()


def write_pdf(document: Document, frame: HtmlFrame, created: datetime) -> PdfResult:
    """The document as PDF/A-3u; the same document, frame, time and fonts give the same bytes.

    Reads the fonts of this machine. Raises InputError if none of them will do.
    """
    fonts = find_fonts()
    with listening() as messages:
        sections = write_sections(document, frame, foreseen=fonts.family.same_widths)
        try:
            data = _print(sections, picture_assets(document), fonts, created)
        except MemoryError:
            raise
        except Exception as error:  # whatever a frame's style sheet brings the engine to
            raise InputError([_engine_failed(error, frame)]) from error
    return PdfResult(data, fonts.description, (*_width_warning(fonts), *problems_of(messages)))


def _print(
    sections: Sequence[str], pictures: Mapping[str, bytes], fonts: FontFiles, created: datetime
) -> bytes:
    """The sections' pages, one section after the other, as one file."""
    fetcher = MemoryFetcher({**fonts.faces, **pictures})
    faces = faces_of(fonts)
    first, *others = (
        HTML(string=html, url_fetcher=fetcher).render(
            font_config=faces.configuration, stylesheets=[faces.sheet], **_OPTIONS
        )
        for html in sections
    )
    printed = first.copy([*first.pages, *(page for other in others for page in other.pages)])
    printed.metadata.created = printed.metadata.modified = created.isoformat(timespec="seconds")
    with clock_at(created), warnings.catch_warnings():
        # WeasyPrint 70 leaves the file of its colour profile to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        data: bytes = printed.write_pdf(**_OPTIONS)
    return data


def _engine_failed(error: Exception, frame: HtmlFrame) -> Problem:
    return Problem(
        "PD005",
        f"phần in PDF không in được trang này ({type(error).__name__}: {error!s:.200})",
        Place(frame.stylesheet_file),
        "xem lại khung.html và khung.css (địa chỉ trong url(), thuộc tính lạ); so với khung gốc",
    )


def _width_warning(fonts: FontFiles) -> tuple[Problem, ...]:
    if fonts.family.same_widths:
        return ()
    return (
        Problem(
            "PD004",
            f"PDF dùng phông {fonts.family.name} vì máy không có Times New Roman hay phông cùng cỡ",
            hint="cài gói fonts-liberation2 rồi tạo lại PDF",
            severity=Severity.WARNING,
        ),
    )
