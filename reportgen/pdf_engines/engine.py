"""Which engines there are, and what one that converts the DOCX must do."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum


class PdfEngine(StrEnum):
    """The value is what the command line calls it."""

    WEASYPRINT = "weasyprint"  # the usual one: the document's own pages, PDF/A-3u
    LIBREOFFICE = "libreoffice"
    WORD = "word"

    def spelled(self) -> str:
        """What its makers call it."""
        return _TITLES[self]


_TITLES = {
    PdfEngine.WEASYPRINT: "WeasyPrint",
    PdfEngine.LIBREOFFICE: "LibreOffice",
    PdfEngine.WORD: "Word",
}


#: From a DOCX, the time that the file shall bear, and seconds that it may take, to a PDF.
#: Raises InputError where the program is missing, takes too long, or makes nothing.
Converter = Callable[[bytes, datetime, float], bytes]


def _by_libreoffice(docx: bytes, created: datetime, seconds: float) -> bytes:
    from reportgen.pdf_engines.by_libreoffice import pdf_by_libreoffice

    return pdf_by_libreoffice(docx, created, seconds)


def _by_word(docx: bytes, created: datetime, seconds: float) -> bytes:
    from reportgen.pdf_engines.by_word import pdf_by_word

    return pdf_by_word(docx, created, seconds)


CONVERTERS: Mapping[PdfEngine, Converter] = {
    PdfEngine.LIBREOFFICE: _by_libreoffice,
    PdfEngine.WORD: _by_word,
}
