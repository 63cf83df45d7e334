"""Tables: cells read from Markdown, columns shaped by what stands in them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from reportgen.document.columns import shape_columns
from reportgen.document.inlines import TakeNote, read_inlines
from reportgen.document.markdown import TableSource
from reportgen.document.spans import Span, spans_of
from reportgen.document.tree import Cell, Column, Paragraph, Table
from reportgen.drafting.draft import DraftColumn, DraftTable
from reportgen.problems import Place

Rows = tuple[tuple[Cell, ...], ...]

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


def read_pipe_table(
    source: TableSource, take_note: TakeNote, place_of: Callable[[str], Place | None]
) -> Table:
    """The table of a text; `place_of` tells where a row is typed, cells parted by ` | `.

    A header of one row without a title is none.
    """
    above, below = spans_of(source.header).cells, spans_of(source.rows).cells

    def read(rows: Sequence[Sequence[str]], spans: Sequence[Sequence[Span]]) -> Rows:
        return tuple(
            tuple(
                replace(
                    read_cell(text, take_note, place_of(" | ".join(row))),
                    column_span=span.columns,
                    row_span=span.rows,
                )
                for text, span in _paired(row, counts)
                if span.columns
            )
            for row, counts in zip(rows, spans, strict=True)
        )

    has_titles = len(source.header) > 1 or any(
        text for text, span in _paired(source.header[0], above[0]) if span.columns
    )
    header = read(source.header, above) if has_titles else ()
    return Table(_pipe_columns(source, above, below), header, read(source.rows, below))


def _pipe_columns(
    source: TableSource, above: Sequence[Sequence[Span]], below: Sequence[Sequence[Span]]
) -> tuple[Column, ...]:
    """The columns, each by its lowest title and by the cells that stand in no other column too."""
    titles = (
        next((text for text, span in reversed(column) if span.columns == 1), "")
        for column in zip(*map(_paired, source.header, above), strict=True)
    )
    asked = [
        DraftColumn(title, None, side.value if side else None)
        for title, side in zip(titles, source.alignments, strict=True)
    ]
    alone = [
        [text if span.columns == 1 else "" for text, span in _paired(row, spans)]
        for row, spans in zip(source.rows, below, strict=True)
    ]
    return shape_columns(asked, alone)


def _paired(row: Sequence[str], spans: Sequence[Span]) -> list[tuple[str, Span]]:
    return list(zip(row, spans, strict=True))


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
