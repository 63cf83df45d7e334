"""Rows that cells merged over them hold together: on one page where they fit, else cut apart.

The PDF engine lets a merged cell run over the edge of its page where its text is longer than the
rows above the break. So the text of one that may be torn is spread here over the rows it covers.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from reportgen.document.tree import Cell, Column, Table
from reportgen.writers.html.notes import Setting
from reportgen.writers.html.rows import (
    CellLines,
    Row,
    RowCell,
    cell_lines,
    fits_page,
    lines_height,
    row_slices,
    tops,
)

#: Rows that need no more of the text area, notes included, stay together; a title fits above them.
WHOLE_GROUP_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row as it is printed; `stays` is whether the next one must stand on its page."""

    cells: Row
    stays: bool = False


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell at its row and grid column, both counted from 0."""

    row: int
    place: int
    cell: RowCell

    @property
    def end(self) -> int:
        """The first row below the cell."""
        return self.row + self.cell.row_span


def printed_rows(table: Table, setting: Setting) -> Iterator[PrintedRow]:
    """The rows of the table's body, as many as pages need, with every line of every cell."""
    placed = list(_placed(table, setting))
    for first, end in pairwise(_edges(chain.from_iterable(placed), len(table.rows))):
        cells = [replace(one, row=one.row - first) for row in placed[first:end] for one in row]
        yield from _group(cells, end - first, setting)


def _group(cells: Sequence[_Placed], rows: int, setting: Setting) -> Iterator[PrintedRow]:
    heights = _heights(cells, rows)
    lines = chain.from_iterable(one.cell.lines for one in cells)
    stays = rows > 1 and fits_page(sum(heights), lines, WHOLE_GROUP_SHARE, setting)
    if rows == 1 or (stays and _harmless(cells, heights, setting)):
        whole = [tuple(one.cell for one in cells if one.row == row) for row in range(rows)]
    else:
        whole = list(_spread(cells, heights))
    for index, row in enumerate(whole):
        for part in [row] if stays else row_slices(row, setting):
            yield PrintedRow(part, stays and index < rows - 1)


def _harmless(cells: Iterable[_Placed], heights: Sequence[float], setting: Setting) -> bool:
    """Whether a page's end among rows that should stay would do no harm, or will not come.

    Notes of earlier pages take room that nobody foresees, and so do letters of other widths.
    """
    if setting.foreseen and not setting.notes:
        return True
    return all(
        one.cell.row_span == 1 or lines_height(one.cell.lines) <= heights[one.row] for one in cells
    )


def _placed(table: Table, setting: Setting) -> Iterator[list[_Placed]]:
    """The cells of each row of the body with their lines; spans end with the table."""
    for row, (cells, places) in enumerate(zip(table.rows, grid_places(table.rows), strict=True)):
        placed = []
        for cell, place in zip(cells, places, strict=True):
            column = _merged(table.columns, cell, place)
            span = min(cell.row_span, len(table.rows) - row)
            lines = cell_lines(cell, column, setting)
            placed.append(_Placed(row, place, RowCell(column, lines, cell.column_span, span)))
        yield placed


def grid_places(rows: Iterable[Sequence[Cell]]) -> Iterator[tuple[int, ...]]:
    """The first grid column of each cell, row by row, past the cells that hang down from above."""
    hanging: dict[int, int] = {}  # rows that each grid column is still covered from above
    for row in rows:
        below = {column: rows_left - 1 for column, rows_left in hanging.items() if rows_left > 1}
        places, place = [], 0
        for cell in row:
            while place in hanging:
                place += 1
            places.append(place)
            if cell.row_span > 1:
                covered = range(place, place + cell.column_span)
                below |= dict.fromkeys(covered, cell.row_span - 1)
            place += cell.column_span
        hanging = below
        yield tuple(places)


def _merged(columns: Sequence[Column], cell: Cell, place: int) -> Column:
    """The grid columns that the cell covers, as one."""
    covered = columns[place : place + cell.column_span]
    return Column(sum(column.width for column in covered), columns[place].alignment)


def _edges(cells: Iterable[_Placed], rows: int) -> list[int]:
    """The rows at which no cell hangs down from above, and the end of the table."""
    covered = {row for one in cells for row in range(one.row + 1, one.end)}
    return [row for row in range(rows) if row not in covered] + [rows]


def _heights(cells: Iterable[_Placed], rows: int) -> list[float]:
    """The height of each row in pt; the last row of a merged cell takes what that needs more."""
    heights = [0.0] * rows
    for one in sorted(cells, key=lambda one: one.end):
        room = sum(heights[one.row : one.end - 1])
        needed = lines_height(one.cell.lines) - room
        heights[one.end - 1] = max(heights[one.end - 1], needed)
    return heights


def _spread(cells: Sequence[_Placed], heights: Sequence[float]) -> Iterator[Row]:
    """The rows without merged cells: these are cut into one for each row, open towards the next."""
    parts: list[list[tuple[int, RowCell]]] = [[] for _ in heights]
    for one in cells:
        lines = one.cell.lines
        for row in range(one.row, one.end):
            is_last = row == one.end - 1
            count = len(lines) if is_last else _holds(lines, heights[row])
            part = replace(
                one.cell,
                lines=lines[:count],
                row_span=1,
                from_above=row > one.row,
                goes_below=not is_last,
            )
            parts[row].append((one.place, part))
            lines = lines[count:]
    for row_parts in parts:
        yield tuple(part for _, part in sorted(row_parts, key=lambda pair: pair[0]))


def _holds(lines: CellLines, height: float) -> int:
    """How many of the lines a row of the height holds."""
    ends = list(tops(lines))[1:]
    return sum(end <= height for end in ends)
