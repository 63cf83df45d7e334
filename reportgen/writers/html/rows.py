"""How high a table row will be, and a row that no page holds cut into rows that follow each other.

A row torn by the PDF engine may be printed over the notes of its later cells. So a row that hardly
fits a page together with its notes is cut here, at ends of lines, into low rows that stay whole.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, groupby

from reportgen.document.tree import Cell, Column, Inlines, NoteReference
from reportgen.layout import COMPONENTS, points
from reportgen.layout.metrics import LINE_HEIGHT
from reportgen.layout.nd30 import CELL_PADDING
from reportgen.writers.html.lines import break_lines, rejoined
from reportgen.writers.html.notes import MOST_OF_PAGE, Setting, note_height

#: A row with its notes that needs more than this share of the text area is cut.
WHOLE_ROW_SHARE = 0.8
#: Weight of the rules around cells, pt.
CELL_RULE = 0.5
#: Height of the rows that it is cut into, in lines.
SLICE_LINES = 8


@dataclass(frozen=True, slots=True)
class CellLine:
    """A line of a cell: the paragraph it belongs to, and whether that begins or ends with it."""

    inlines: Inlines
    paragraph: int
    begins: bool = True
    ends: bool = True


CellLines = tuple[CellLine, ...]


@dataclass(frozen=True, slots=True)
class RowCell:
    """The lines of a cell that stand in one row; `column` is the grid columns it covers, as one.

    `from_above` and `goes_below` tell whether the cell goes on across the row's upper and lower
    edge, `row_span` how many rows it covers in one piece.
    """

    column: Column
    lines: CellLines
    column_span: int = 1
    row_span: int = 1
    from_above: bool = False
    goes_below: bool = False


Row = tuple[RowCell, ...]


def cell_lines(cell: Cell, column: Column, setting: Setting) -> CellLines:
    """The lines that the cell will fill; an empty paragraph is a line without text."""
    width = points(column.width * setting.page.text_width - 2 * CELL_PADDING) - CELL_RULE
    style = COMPONENTS["table"]
    return tuple(
        CellLine(inlines, index, place == 0, place == len(lines) - 1)
        for index, paragraph in enumerate(cell.blocks)
        for lines in [break_lines(paragraph.inlines, style, width) or ((),)]
        for place, inlines in enumerate(lines)
    )


def line_height() -> float:
    """Height of a line of a table, pt."""
    style = COMPONENTS["table"]
    return style.size * LINE_HEIGHT * style.line_spacing


def tops(lines: Iterable[CellLine]) -> Iterator[float]:
    """Where each line of a cell stands, pt from the top; at last, where the cell ends."""
    style = COMPONENTS["table"]
    top = 0.0
    for line in lines:
        top += style.space_before * line.begins
        yield top
        top += line_height() + style.space_after * line.ends
    yield top


def lines_height(lines: Iterable[CellLine]) -> float:
    """Height that the lines of a cell need, pt."""
    return max(tops(lines))


def fits_page(height: float, lines: Iterable[CellLine], share: float, setting: Setting) -> bool:
    """Whether rows of `height` pt, with the notes called in `lines`, need at most `share` of it."""
    needed = height + _notes_height(lines, setting)
    return needed <= share * points(setting.page.text_height)


def row_slices(row: Row, setting: Setting) -> list[Row]:
    """The row as rows that each fit a page: itself, or slices of it where it is too high."""
    height = max((lines_height(cell.lines) for cell in row), default=0.0)
    lines = chain.from_iterable(cell.lines for cell in row)
    if fits_page(height, lines, WHOLE_ROW_SHARE, setting):
        return [row]
    slices = [_slices(cell.lines) for cell in row]
    last = max(index for cell in slices for index in cell)
    return [
        tuple(
            replace(
                cell,
                lines=lines.get(index, ()),
                from_above=cell.from_above or index > 0,
                goes_below=cell.goes_below or index < last,
            )
            for cell, lines in zip(row, slices, strict=True)
        )
        for index in range(last + 1)
    ]


def _slices(lines: CellLines) -> dict[int, CellLines]:
    """The lines by the slice of the row that they stand in."""
    step = SLICE_LINES * line_height()
    placed = zip(lines, tops(lines), strict=False)
    grouped = groupby(placed, key=lambda pair: int(pair[1] // step))
    return {index: tuple(line for line, _ in pairs) for index, pairs in grouped}


def _notes_height(lines: Iterable[CellLine], setting: Setting) -> float:
    """The room in pt that the notes called in the lines take at most on their page."""
    needed = sum(
        note_height(setting.notes[inline.number], points(setting.page.text_width))
        for line in lines
        for inline in line.inlines
        if isinstance(inline, NoteReference)
    )
    return min(needed, MOST_OF_PAGE * points(setting.page.text_height))


def paragraph_parts(lines: CellLines) -> Iterator[CellLine]:
    """The lines of each paragraph joined into one."""
    for index, group in groupby(lines, key=lambda line: line.paragraph):
        part = list(group)
        inlines = rejoined(line.inlines for line in part)
        yield CellLine(inlines, index, part[0].begins, part[-1].ends)
