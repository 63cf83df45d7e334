"""Tables of the tree as w:tbl, built cell by cell (python-docx's `cell()` is quadratic)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportgen.document.tree import Alignment, Cell, Paragraph, Table
from reportgen.layout.metrics import LINE_HEIGHT, line_widths, points
from reportgen.layout.nd30 import CELL_PADDING, COMPONENTS
from reportgen.layout.rules import runs_of
from reportgen.writers.docx.oxml import Element, element, put, twips
from reportgen.writers.docx.text import TextWriter

_JUSTIFICATION = {
    Alignment.LEFT: "left",
    Alignment.CENTER: "center",
    Alignment.RIGHT: "right",
    Alignment.JUSTIFY: "both",
}
#: A row that fills more of a page than this may break: with header and notes it would not fit.
_WHOLE_ROW_SHARE = 0.9
#: Rows under one merged cell that fill no more of a page stay together; a title fits above them.
_WHOLE_GROUP_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Area:
    """The text area that a table stands in, in twips."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class _Slot:
    """A cell at its place in the grid; `continues` one that a span from above covers."""

    cell: Cell
    column: int
    span: int
    continues: bool = False


def table_element(table: Table, area: Area, text: TextWriter) -> Element:
    """The table over the full width of `area`: fixed columns, repeated header, rows held whole."""
    widths = _grid(table, area.width)
    properties = element(
        "tblPr",
        element("tblStyle", val=text.styles["grid"]),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
        _padding(),
        element("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0),
    )
    made = element("tbl", properties)
    made.append(element("tblGrid", *(element("gridCol", w=width) for width in widths)))
    builder = _Rows(table, widths, area, text)
    header = list(_placed(table.header, len(widths)))
    made.extend(
        builder.row(slots, height, is_header=True)
        for slots, height in zip(header, builder.heights(header, is_header=True), strict=True)
    )
    rows = list(_placed(table.rows, len(widths)))
    heights = builder.heights(rows, is_header=False)
    held = builder.held(rows, heights)
    made.extend(
        builder.row(slots, heights[index], is_header=False, stays=index in held)
        for index, slots in enumerate(rows)
    )
    return made


def _padding() -> Element:
    sides = {side: twips(CELL_PADDING) for side in ("left", "right")}
    return element(
        "tblCellMar", *(element(side, w=width, type="dxa") for side, width in sides.items())
    )


def _grid(table: Table, width: int) -> list[int]:
    """Column widths in twips; they add up to `width` whatever the rounding."""
    total = sum(column.width for column in table.columns) or 1
    edges = [0]
    share = 0.0
    for column in table.columns:
        share += column.width / total
        edges.append(max(round(width * share), edges[-1] + 1))
    return [right - left for left, right in pairwise(edges)]


def _placed(rows: Sequence[Sequence[Cell]], columns: int) -> Iterator[list[_Slot]]:
    """Each row's cells at their grid columns, covered places and missing cells filled in."""
    spanned: dict[int, tuple[int, int]] = {}  # column → (rows still covered, columns covered)
    for row in rows:
        waiting = iter(row)
        slots: list[_Slot] = []
        column = 0
        while column < columns:
            left, span = spanned.pop(column, (0, 0))
            if left:
                slots.append(_Slot(_EMPTY, column, span, continues=True))
            else:
                cell = next(waiting, _EMPTY)
                free = next((c for c in range(column + 1, columns) if c in spanned), columns)
                span = max(1, min(cell.column_span, free - column))
                left = cell.row_span
                slots.append(_Slot(cell, column, span))
            if left > 1:
                spanned[column] = (left - 1, span)
            column += span
        yield slots


_EMPTY = Cell((Paragraph(()),))


@dataclass(frozen=True, slots=True)
class _Rows:
    table: Table
    widths: list[int]
    area: Area
    text: TextWriter

    def heights(self, rows: Iterable[Sequence[_Slot]], is_header: bool) -> list[float]:
        """How high each row will be, pt."""
        return [max((self._height(slot, is_header) for slot in row), default=0.0) for row in rows]

    def held(self, rows: Sequence[Sequence[_Slot]], heights: Sequence[float]) -> frozenset[int]:
        """The rows that must stand on the page of the next one: a merged cell covers both."""
        most = self.area.height / 20 * _WHOLE_GROUP_SHARE
        held: set[int] = set()
        for first, slots in enumerate(rows):
            spans = {slot.cell.row_span for slot in slots if not slot.continues}
            ends = (min(first + span, len(rows)) for span in spans)
            for end in ends:
                if sum(heights[first:end]) <= most:
                    held.update(range(first, end - 1))
        return frozenset(held)

    def row(
        self, slots: Sequence[_Slot], height: float, is_header: bool, stays: bool = False
    ) -> Element:
        """The row; header rows, and one that `stays`, are kept on the page of what follows."""
        properties = element("trPr")
        if height < self.area.height / 20 * _WHOLE_ROW_SHARE:
            properties.append(element("cantSplit"))
        if is_header:
            properties.append(element("tblHeader"))
        made = element("tr", *((properties,) if len(properties) else ()))
        made.extend(self._cell(slot, is_header, is_header or stays) for slot in slots)
        return made

    def _cell(self, slot: _Slot, is_header: bool, stays: bool) -> Element:
        properties = element("tcPr", element("tcW", w=self._width(slot), type="dxa"))
        if slot.span > 1:
            properties.append(element("gridSpan", val=slot.span))
        if slot.continues:
            properties.append(element("vMerge"))
        elif slot.cell.row_span > 1:
            properties.append(element("vMerge", val="restart"))
        if is_header:
            properties.append(element("vAlign", val="center"))
        made = element("tc", properties)
        made.extend(self._paragraphs(slot, is_header, stays))
        return made

    def _paragraphs(self, slot: _Slot, is_header: bool, stays: bool) -> Iterator[Element]:
        style = "table_header" if is_header else "table"
        side = _JUSTIFICATION[self.table.columns[slot.column].alignment]
        for paragraph in slot.cell.blocks or _EMPTY.blocks:
            made = self.text.paragraph(paragraph, style)
            if stays:
                put(made[0], element("keepNext"))
            if not is_header:
                put(made[0], element("jc", val=side))
            yield made

    def _width(self, slot: _Slot) -> int:
        return sum(self.widths[slot.column : slot.column + slot.span])

    def _height(self, slot: _Slot, is_header: bool) -> float:
        """How high the cell will be, pt; a cell that spans rows counts with its share."""
        style = COMPONENTS["table_header" if is_header else "table"]
        room = max(self._width(slot) / 20 - 2 * points(CELL_PADDING), style.size)
        height = 0.0
        for paragraph in slot.cell.blocks:
            lines = line_widths(runs_of(paragraph.inlines, style), room)
            height += len(lines) * style.size * LINE_HEIGHT + style.space_before + style.space_after
        return height / slot.cell.row_span
