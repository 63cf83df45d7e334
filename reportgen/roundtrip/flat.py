"""Inlines, cells and tables on one line each, as a pipe table and a title want them."""

from collections.abc import Iterator, Sequence

from reportgen.document.inlines import plain_text
from reportgen.document.markdown import FROM_ABOVE, FROM_THE_LEFT
from reportgen.document.tree import Cell, Inline, Inlines, LineBreak, Paragraph, Table, Text
from reportgen.roundtrip.inline_source import canonical

_EMPTY = Cell((Paragraph(()),))


def labelled(label: str, inlines: Inlines) -> Inlines:
    """The inlines with the label typed before them."""
    if not label:
        return inlines
    return (Text(f"{label} " if inlines else label), *inlines)


def grid(rows: Sequence[Sequence[Cell]], width: int) -> Iterator[list[Cell | str]]:
    """Each row's cells by grid column, the marks of merged cells in the places that these cover."""
    hanging = [0] * width  # the rows that a cell above still covers
    for row in rows:
        places: list[Cell | str] = [FROM_ABOVE if left else _EMPTY for left in hanging]
        free = [left == 0 for left in hanging]
        hanging = [max(left - 1, 0) for left in hanging]
        place = 0
        for cell in row:
            while place < width and not free[place]:
                place += 1
            if place >= width:
                break
            end = place
            while end < min(place + max(cell.column_span, 1), width) and free[end]:
                places[end] = FROM_THE_LEFT if end > place else cell
                hanging[end] = cell.row_span - 1
                end += 1
            place = end
        yield places


def unmerged(rows: Sequence[Sequence[Cell]], width: int) -> tuple[tuple[Cell, ...], ...]:
    """The rows with a cell in every place; what was merged stands in the first of its places."""
    return tuple(
        tuple(_EMPTY if isinstance(one, str) else Cell(one.blocks) for one in row)
        for row in grid(rows, width)
    )


def flat_cell(cell: Cell) -> Inlines:
    """What stands in a cell on one line."""
    joined: list[Inline] = []
    for paragraph in cell.blocks:
        joined += (Text(" "), *labelled(paragraph.label, paragraph.inlines))
    return on_one_line(tuple(joined))


def is_plain_table(table: Table) -> bool:
    """Whether a pipe table holds all of the table: no cell of several paragraphs or lines."""
    cells = [cell for row in (*table.header, *table.rows) for cell in row]
    return all(
        sum(1 for one in cell.blocks if plain_text(one.inlines).strip()) <= 1
        and not any(isinstance(x, LineBreak) for one in cell.blocks for x in one.inlines)
        for cell in cells
    )


def on_one_line(inlines: Inlines) -> Inlines:
    """The inlines with a blank for each line break."""
    return canonical(Text(" ") if isinstance(one, LineBreak) else one for one in inlines)
