"""Tables: cells read from Markdown, columns shaped by what stands in them."""

import re
from dataclasses import replace

from reportgen.document.columns import shape_columns
from reportgen.document.inlines import TakeNote, read_inlines
from reportgen.document.tree import Cell, Paragraph, Table
from reportgen.drafting.draft import DraftTable

_LINE_END = re.compile(r"\r\n?|\n")


def read_table(table: DraftTable, take_note: TakeNote) -> Table:
    """The table with one header row (none where no column has a title), read row by row.

    Cells that a cell above them covers are left out.
    """
    titles = [column.title for column in table.columns]
    header = (tuple(read_cell(title, take_note) for title in titles),) if any(titles) else ()
    spans = table.spans or tuple((1,) * len(row) for row in table.rows)
    rows = tuple(
        tuple(
            replace(read_cell(text, take_note), row_span=span)
            for text, span in zip(row, counts, strict=True)
            if span
        )
        for row, counts in zip(table.rows, spans, strict=True)
    )
    return Table(shape_columns(table.columns, table.rows), header, rows)


def read_cell(text: str, take_note: TakeNote) -> Cell:
    """A cell of as many paragraphs as it has lines with something on them, at least one."""
    lines = [stripped for line in _LINE_END.split(text) if (stripped := line.strip(" \t"))]
    return Cell(tuple(Paragraph(read_inlines(line, take_note)) for line in lines or [""]))
