"""The Markdown dialect of drafts: one rule a file, and the parser that knows only these rules."""

from reportgen.document.markdown.dialect import parse_blocks, parse_inlines
from reportgen.document.markdown.source import (
    HeadingSource,
    NoteSource,
    NumberedSource,
    ParagraphSource,
    PictureSource,
    Source,
    TableSource,
)

__all__ = [
    "HeadingSource",
    "NoteSource",
    "NumberedSource",
    "ParagraphSource",
    "PictureSource",
    "Source",
    "TableSource",
    "parse_blocks",
    "parse_inlines",
]
