"""Which engines there are, and what one that converts the DOCX must do."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum

from reportgen.pdf_engines.by_libreoffice import pdf_by_libreoffice
from reportgen.pdf_engines.by_word import pdf_by_word


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

CONVERTERS: Mapping[PdfEngine, Converter] = {
    PdfEngine.LIBREOFFICE: pdf_by_libreoffice,
    PdfEngine.WORD: pdf_by_word,
}
