"""The grid of a table: which cell begins in which column and covers how many rows (§17.4)."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.readers.word.story import unwrapped
from reportgen.wordprocessingml.names import Element, child, integer, length, value, w

_MOST_COLUMNS = 63 * 4  # Word allows 63; a broken span must not fill the memory
_PERCENT = 5000  # w:pct counts fiftieths of a percent


@dataclass(slots=True)
class GridCell:
    """A w:tc where it stands in the grid; `continues` the one above it (w:vMerge)."""

    node: Element
    column: int
    span: int
    continues: bool
    row_span: int = 1


@dataclass(slots=True)
class GridRow:
    node: Element
    cells: list[GridCell]


def read_grid(table: Element) -> list[GridRow]:
    """The rows that are left when tracked changes are accepted, their cells placed and merged."""
    rows = [GridRow(node, _cells(node)) for node in _rows(table)]
    above: dict[int, GridCell] = {}
    for row in rows:
        tops: dict[int, GridCell] = {}
        for cell in row.cells:
            top = above.get(cell.column) if cell.continues else None
            if top is None:
                cell.continues = False
            else:
                top.row_span += 1
            tops[cell.column] = top or cell
        above = tops
    return rows


def grid_widths(table: Element, rows: list[GridRow], room: float) -> tuple[float, ...]:
    """Widths of the grid columns in points; from the cells where the grid has none of use."""
    count = max((cell.column + cell.span for row in rows for cell in row.cells), default=0)
    nodes = table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")
    widths = [length(node.get(w("w"))) or 0.0 for node in nodes][:count]
    widths += [0.0] * (count - len(widths))
    preferred = _preferred(rows, count, room)
    # Programs that leave the grid to Word write a token width there.
    if sum(preferred) and (sum(widths) < sum(preferred) / 2 or not all(widths)):
        return tuple(preferred)
    return tuple(widths)


def _preferred(rows: list[GridRow], count: int, room: float) -> list[float]:
    widths = [0.0] * count
    for row in rows:
        for cell in row.cells:
            wanted = _cell_width(cell.node, room) / cell.span
            for column in range(cell.column, cell.column + cell.span):
                widths[column] = widths[column] or wanted
    return widths


def _cell_width(node: Element, room: float) -> float:
    width = child(node, "tcPr", "tcW")
    text, kind = value(width, "w"), value(width, "type")
    if text.endswith("%"):
        return (length(text[:-1], unit=1.0) or 0.0) / 100 * room
    if kind == "pct":
        return (length(text, unit=1.0) or 0.0) / _PERCENT * room
    return (length(text) or 0.0) if kind in ("dxa", "") else 0.0


def _rows(parent: Element) -> Iterator[Element]:
    for node in parent:
        if node.tag == w("tr"):
            if child(node, "trPr", "del") is None:
                yield node
        elif (inner := unwrapped(node)) is not None:
            yield from _rows(inner)


def _cells(row: Element) -> list[GridCell]:
    column = _count(child(row, "trPr", "gridBefore"), least=0)
    cells: list[GridCell] = []
    for node in _cell_nodes(row):
        properties = node.find(w("tcPr"))
        span = _count(child(properties, "gridSpan"), least=1)
        if cells and value(child(properties, "hMerge")) == "continue":
            cells[-1].span += span
        elif child(properties, "cellDel") is None:
            merge = child(properties, "vMerge")
            continues = merge is not None and value(merge) != "restart"
            cells.append(GridCell(node, column, span, continues))
        column += span
    return cells


def _cell_nodes(parent: Element) -> Iterator[Element]:
    for node in parent:
        if node.tag == w("tc"):
            yield node
        elif (inner := unwrapped(node)) is not None:
            yield from _cell_nodes(inner)


def _count(node: Element | None, least: int) -> int:
    number = integer(value(node))
    return min(max(number if number is not None else least, least), _MOST_COLUMNS)
