"""Tables spread out to their grids: a cell stands in every position that its spans cover."""

from collections.abc import Callable, Sequence

from reportgen.checks.manuscript import GridCell
from reportgen.document.tree import Cell

Rows = tuple[tuple[GridCell | None, ...], ...]


def spread(
    rows: Sequence[Sequence[Cell]], columns: int, read: Callable[[Cell, int, int], GridCell]
) -> Rows:
    """Every row with a cell for every column, None where no cell is.

    `read` is called once a cell, in reading order, with its row and column counted from 0. A row
    that is wider than `columns` keeps all its cells.
    """
    taken: dict[tuple[int, int], GridCell] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            shown = read(cell, number, column)
            for below in range(min(max(cell.row_span, 1), len(rows) - number)):
                for beside in range(max(cell.column_span, 1)):
                    taken.setdefault((number + below, column + beside), shown)
            column += max(cell.column_span, 1)
    width = max((column + 1 for _, column in taken), default=0)
    return tuple(
        tuple(taken.get((number, column)) for column in range(max(width, columns)))
        for number in range(len(rows))
    )
