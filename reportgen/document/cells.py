"""Tables: cells read from Markdown, columns shaped by what stands in them."""

import re
from dataclasses import replace

from reportgen.document.columns import shape_columns
from reportgen.document.inlines import TakeNote, read_inlines
from reportgen.document.tree import Cell, Paragraph, Table
from reportgen.drafting.draft import DraftTable
from reportgen.problems import Place

_LINE_END = re.compile(r"\r\n?|\n")


def read_table(table: DraftTable, take_note: TakeNote) -> Table:
    """The table with one header row (none where no column has a title), read row by row.

    Cells that a cell above them covers are left out.
    """
    titles = [column.title for column in table.columns]
    top = table.header_place
    header = (tuple(read_cell(title, take_note, top) for title in titles),) if any(titles) else ()
    spans = table.spans or tuple((1,) * len(row) for row in table.rows)
    places = table.cells or tuple((None,) * len(row) for row in table.rows)
    rows = tuple(
        tuple(
            replace(read_cell(text, take_note, place), row_span=span)
            for text, span, place in zip(row, counts, where, strict=True)
            if span
        )
        for row, counts, where in zip(table.rows, spans, places, strict=True)
    )
    return Table(shape_columns(table.columns, table.rows), header, rows)


def read_cell(text: str, take_note: TakeNote, place: Place | None = None) -> Cell:
    """A cell of as many paragraphs as it has lines with something on them, at least one.

    `place` is where the text begins.
    """
    lines = [
        (stripped, place.shifted(number) if place and number else place)
        for number, line in enumerate(_LINE_END.split(text))
        if (stripped := line.strip(" \t"))
    ]
    return Cell(
        tuple(
            Paragraph(read_inlines(line, take_note), origin=where)
            for line, where in lines or [("", place)]
        )
    )
