"""A document as one HTML page for paged media, in the frame `khung.html` and `khung.css`."""

from reportgen.writers.html.frame import HtmlFrame
from reportgen.writers.html.page import write_html, write_sections
from reportgen.writers.html.pictures import picture_assets

__all__ = ["HtmlFrame", "picture_assets", "write_html", "write_sections"]
