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
from reportgen.document.markdown.tables import (
    FROM_ABOVE,
    FROM_THE_LEFT,
    MOST_HEADER_ROWS,
    is_delimiter,
)

__all__ = [
    "FROM_ABOVE",
    "FROM_THE_LEFT",
    "MOST_HEADER_ROWS",
    "HeadingSource",
    "NoteSource",
    "NumberedSource",
    "ParagraphSource",
    "PictureSource",
    "Source",
    "TableSource",
    "is_delimiter",
    "parse_blocks",
    "parse_inlines",
]
