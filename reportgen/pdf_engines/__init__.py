"""Programs that can make the PDF: our own pages by WeasyPrint, or the DOCX converted by another."""

from reportgen.pdf_engines.engine import CONVERTERS, Converter, PdfEngine

__all__ = ["CONVERTERS", "Converter", "PdfEngine"]
