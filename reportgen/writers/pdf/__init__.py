"""A document as a tagged PDF/A-3u with embedded fonts, printed from the HTML writer's page."""

from reportgen.writers.pdf.render import PdfResult, write_pdf

__all__ = ["PdfResult", "write_pdf"]
