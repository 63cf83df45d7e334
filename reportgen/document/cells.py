"""Tables: cells read from Markdown, columns shaped by what stands in them."""

import re

from reportgen.document.columns import shape_columns
from reportgen.document.inlines import TakeNote, read_inlines
from reportgen.document.tree import Cell, Paragraph, Table
from reportgen.drafting.draft import DraftTable

_LINE_END = re.compile(r"\r\n?|\n")


def read_table(table: DraftTable, take_note: TakeNote) -> Table:
    """The table with one header row (none where no column has a title), read row by row."""
    titles = [column.title for column in table.columns]
    header = (tuple(read_cell(title, take_note) for title in titles),) if any(titles) else ()
    rows = tuple(tuple(read_cell(text, take_note) for text in row) for row in table.rows)
    return Table(shape_columns(table.columns, table.rows), header, rows)


def read_cell(text: str, take_note: TakeNote) -> Cell:
    """A cell of as many paragraphs as it has lines with something on them, at least one."""
    lines = [stripped for line in _LINE_END.split(text) if (stripped := line.strip(" \t"))]
    return Cell(tuple(Paragraph(read_inlines(line, take_note)) for line in lines or [""]))
