"""Tables: cells with their spans, their content read as the table's style sets it (§17.4)."""

from collections.abc import Callable

from reportgen.readers.word.grid import GridCell, GridRow, grid_widths, read_grid
from reportgen.readers.word.model import WordBlock, WordCell, WordTable
from reportgen.readers.word.story import Spot, Story
from reportgen.readers.word.table_styles import Position, TableStyle
from reportgen.wordprocessingml.names import Element, child, is_on, value

ReadBlocks = Callable[[Element, Story, Spot], tuple[WordBlock, ...]]
_VERTICAL = ("btLr", "tbRl", "btlr", "tbrl", "tb", "rl")


def read_table(node: Element, story: Story, spot: Spot, read_blocks: ReadBlocks) -> WordTable:
    """A w:tbl; `read_blocks` reads what stands in a cell."""
    rows = read_grid(node)
    if spot.cell is None and rows:
        story.tables += 1
    reader = _Cells(node, rows, story, spot, read_blocks)
    section = story.section
    read = tuple(reader.row(index) for index in range(len(rows)))
    cells = [cell for row in read for cell in row]
    bordered = sum(cell.bordered for cell in cells) * 2 > len(cells)
    return WordTable(read, reader.widths, _header_rows(rows), bordered, section)


def _header_rows(rows: list[GridRow]) -> int:
    """How many rows at the top are repeated on each page (§17.4.49)."""
    count = 0
    for row in rows:
        if not is_on(child(row.node, "trPr", "tblHeader")):
            break
        count += 1
    return count


class _Cells:
    """Reads the cells of one table."""

    def __init__(
        self,
        table: Element,
        rows: list[GridRow],
        story: Story,
        spot: Spot,
        read_blocks: ReadBlocks,
    ) -> None:
        self.widths = grid_widths(table, rows, story.width(spot))
        self._rows, self._story, self._spot, self._read = rows, story, spot, read_blocks
        self._number = story.tables
        setting = story.setting
        self._style = TableStyle(table, setting.styles, setting.theme)

    def row(self, index: int) -> tuple[WordCell, ...]:
        """The cells that begin in that row."""
        row = self._rows[index]
        return tuple(self._cell(row, cell, index) for cell in row.cells if not cell.continues)

    def _cell(self, row: GridRow, cell: GridCell, index: int) -> WordCell:
        end = cell.column + cell.span
        position = Position(
            row=index,
            last_row=index + cell.row_span - 1,
            column=cell.column,
            last_column=end - 1,
            rows=len(self._rows),
            columns=len(self.widths),
        )
        run, paragraph = self._style.layers(position)
        width = sum(self.widths[cell.column : end]) - self._style.margins(cell.node)
        spot = Spot(
            width=max(width, 0.0),
            cell=self._spot.cell or (self._number, index + 1, cell.column + 1),
            run=self._spot.run | run,
            paragraph=self._spot.paragraph | paragraph,
            in_text_box=self._spot.in_text_box,
        )
        direction = value(child(cell.node, "tcPr", "textDirection"))
        return WordCell(
            blocks=self._read(cell.node, self._story, spot),
            column=cell.column,
            column_span=cell.span,
            row_span=cell.row_span,
            bordered=self._style.is_bordered(row.node, cell.node, position),
            vertical_text=direction in _VERTICAL,
        )
