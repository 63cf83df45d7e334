"""The document tree, and the way to it: Markdown to blocks, labels, notes, tables, letterhead."""

from reportgen.document.build import Built, build_document
from reportgen.document.markdown import parse_blocks
from reportgen.document.reading import Content, read_draft
from reportgen.document.tree import Document

__all__ = ["Built", "Content", "Document", "build_document", "parse_blocks", "read_draft"]
