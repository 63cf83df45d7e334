"""How high a table row will be, and a row that no page holds cut into rows that follow each other.

A row torn by the PDF engine may be printed over the notes of its later cells. So a row that hardly
fits a page together with its notes is cut here, at ends of lines, into low rows that stay whole.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

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
class ParagraphPart:
    """Lines of a cell's paragraph; whether the paragraph begins and ends with them."""

    inlines: Inlines
    begins: bool = True
    ends: bool = True


CellPart = tuple[ParagraphPart, ...]
RowPart = tuple[CellPart, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a cell: the paragraph it belongs to, and where it stands (pt from the top)."""

    inlines: Inlines
    paragraph: int
    top: float
    begins: bool
    ends: bool


def row_parts(row: Sequence[Cell], columns: Sequence[Column], setting: Setting) -> list[RowPart]:
    """The row as rows that each fit a page: itself, or slices of it where it is too high.

    `columns` holds the grid columns of each cell as one. Rows with cells that span rows, or that
    are spanned, are for the caller to keep whole.
    """
    cells = [
        list(_lines(cell, _inner_width(column, setting)))
        for cell, column in zip(row, columns, strict=True)
    ]
    height = max((_bottom(lines) for lines in cells), default=0.0)
    if height + _notes_height(row, setting) <= WHOLE_ROW_SHARE * points(setting.page.text_height):
        return [whole_row(row)]
    step = SLICE_LINES * _line_height()
    count = 1 + max(int(line.top // step) for lines in cells for line in lines)
    return [
        tuple(_cell_part(line for line in lines if line.top // step == index) for lines in cells)
        for index in range(count)
    ]


def whole_row(row: Iterable[Cell]) -> RowPart:
    """The row uncut."""
    return tuple(tuple(ParagraphPart(block.inlines) for block in cell.blocks) for cell in row)


def _inner_width(column: Column, setting: Setting) -> float:
    """Room for text in the column, pt."""
    return points(column.width * setting.page.text_width - 2 * CELL_PADDING) - CELL_RULE


def _line_height() -> float:
    style = COMPONENTS["table"]
    return style.size * LINE_HEIGHT * style.line_spacing


def _lines(cell: Cell, width: float) -> Iterator[_Line]:
    style = COMPONENTS["table"]
    top = 0.0
    for index, paragraph in enumerate(cell.blocks):
        top += style.space_before
        lines = break_lines(paragraph.inlines, style, width) or ((),)
        for place, inlines in enumerate(lines):
            yield _Line(inlines, index, top, place == 0, place == len(lines) - 1)
            top += _line_height()
        top += style.space_after


def _bottom(lines: Sequence[_Line]) -> float:
    return lines[-1].top + _line_height() + COMPONENTS["table"].space_after if lines else 0.0


def _notes_height(row: Iterable[Cell], setting: Setting) -> float:
    """The room in pt that the notes called in the row take at most on the row's page."""
    needed = sum(
        note_height(setting.notes[inline.number], points(setting.page.text_width))
        for cell in row
        for block in cell.blocks
        for inline in block.inlines
        if isinstance(inline, NoteReference)
    )
    return min(needed, MOST_OF_PAGE * points(setting.page.text_height))


def _cell_part(lines: Iterable[_Line]) -> CellPart:
    return tuple(
        _paragraph_part(list(group)) for _, group in groupby(lines, key=lambda line: line.paragraph)
    )


def _paragraph_part(lines: Sequence[_Line]) -> ParagraphPart:
    inlines = rejoined(line.inlines for line in lines)
    return ParagraphPart(inlines, lines[0].begins, lines[-1].ends)
