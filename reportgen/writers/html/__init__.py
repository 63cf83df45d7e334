"""A document as one HTML page for paged media, in the frame `khung.html` and `khung.css`."""

from reportgen.writers.html.frame import HtmlFrame
from reportgen.writers.html.page import write_html, write_sections

__all__ = ["HtmlFrame", "write_html", "write_sections"]
