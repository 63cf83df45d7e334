"""The DOCX writer: a document tree and a Word frame in, the bytes of an editable Word file out."""

from reportgen.writers.docx.writer import write_docx

__all__ = ["write_docx"]
