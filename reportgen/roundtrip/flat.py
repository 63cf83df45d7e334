"""Inlines, cells and tables on one line each, as a pipe table and a title want them."""

from collections.abc import Iterator, Sequence

from reportgen.document.tree import Cell, Inline, Inlines, LineBreak, Table, Text
from reportgen.roundtrip.inline_source import canonical


def labelled(label: str, inlines: Inlines) -> Inlines:
    """The inlines with the label typed before them."""
    if not label:
        return inlines
    return (Text(f"{label} " if inlines else label), *inlines)


def grid(rows: Sequence[Sequence[Cell]], width: int) -> Iterator[list[Inlines]]:
    """Each row's cells by grid column, each on one line; covered places are empty."""
    hanging = [0] * width
    for row in rows:
        cells: list[Inlines] = [()] * width
        free = [left == 0 for left in hanging]
        hanging = [max(left - 1, 0) for left in hanging]
        place = 0
        for cell in row:
            while place < width and not free[place]:
                place += 1
            if place >= width:
                break
            cells[place] = flat_cell(cell)
            end = min(place + cell.column_span, width)
            for column in range(place, end):
                hanging[column] = max(hanging[column], cell.row_span - 1)
            place = end
        yield cells


def flat_cell(cell: Cell) -> Inlines:
    """What stands in a cell on one line."""
    joined: list[Inline] = []
    for paragraph in cell.blocks:
        joined += (Text(" "), *labelled(paragraph.label, paragraph.inlines))
    return on_one_line(tuple(joined))


def is_plain_table(table: Table) -> bool:
    """Whether a pipe table holds all of the table: no spans, no cell of several lines."""
    cells = [cell for row in (*table.header, *table.rows) for cell in row]
    return len(table.header) <= 1 and all(
        cell.column_span == cell.row_span == 1
        and len(cell.blocks) == 1
        and not any(isinstance(one, LineBreak) for one in cell.blocks[0].inlines)
        for cell in cells
    )


def on_one_line(inlines: Inlines) -> Inlines:
    """The inlines with a blank for each line break."""
    return canonical(Text(" ") if isinstance(one, LineBreak) else one for one in inlines)
