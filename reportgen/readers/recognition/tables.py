"""Tables: those that only lay out, and those of the text as the tree has them."""

from collections import Counter
from collections.abc import Sequence

from reportgen.document.tree import Alignment, Cell, Column, Paragraph, Table
from reportgen.readers.recognition.inlines import NumberOf, inlines_of, plain, trimmed
from reportgen.readers.word.model import (
    WordCell,
    WordTable,
    paragraphs_of,
)

_DEEPEST_HEADER = 3


def is_layout(table: WordTable) -> bool:
    """Whether a table only lays out text: one cell, or one row or column without borders."""
    cells = [cell for row in table.rows for cell in row]
    if len(cells) <= 1:
        return True
    one_way = len(table.rows) == 1 or all(len(row) == 1 for row in table.rows)
    return one_way and not _is_bordered(table)


def _is_bordered(table: WordTable) -> bool:
    return table.bordered or any(cell.bordered for row in table.rows for cell in row)


def read_table(table: WordTable, number_of: NumberOf) -> Table:
    """The table with its gaps filled; header rows are Word's, or the bold ones at the top."""
    width = max(
        [len(table.widths), *(cell.column + cell.column_span for row in table.rows for cell in row)]
    )
    header = header_rows(table)
    rows = _rows(table, width, number_of, header)
    columns = tuple(
        Column(share, alignment)
        for share, alignment in zip(
            _shares(table.widths, width), _alignments(table, width, header), strict=True
        )
    )
    return Table(columns, tuple(rows[:header]), tuple(rows[header:]))


def header_rows(table: WordTable) -> int:
    """How many rows are the header: those that Word repeats, else the bold ones at the top."""
    if table.header_rows:
        return min(table.header_rows, len(table.rows))
    count = 0
    for row in table.rows[:_DEEPEST_HEADER]:
        if not _is_bold_row(row):
            break
        count += 1
    if count >= len(table.rows):
        return min(count, 1) if len(table.rows) > 1 else 0
    deepest = max(
        (index + cell.row_span for index, row in enumerate(table.rows[:count]) for cell in row),
        default=0,
    )
    return min(max(count, deepest), len(table.rows) - 1) if count else 0


def _is_bold_row(row: Sequence[WordCell]) -> bool:
    runs = [
        run
        for cell in row
        for paragraph in paragraphs_of(cell.blocks)
        for run in paragraph.runs
        if run.text.strip()
    ]
    return bool(runs) and all(run.format.bold for run in runs)


def _rows(table: WordTable, width: int, number_of: NumberOf, header: int) -> list[tuple[Cell, ...]]:
    """The rows; positions that neither a cell nor a span from above covers get an empty cell."""
    hanging = [0] * width  # rows that each grid column is still covered for
    made = []
    for index, row in enumerate(table.rows):
        cells: list[tuple[int, Cell]] = []
        covered = [left > 0 for left in hanging]
        hanging = [max(left - 1, 0) for left in hanging]
        for cell in row:
            end = min(cell.column + cell.column_span, width)
            span = max(end - cell.column, 1)
            blocks = _cell_blocks(cell, number_of, index < header)
            below = min(cell.row_span, len(table.rows) - index)
            cells.append((cell.column, Cell(blocks, span, below)))
            for column in range(cell.column, end):
                covered[column] = True
                hanging[column] = max(hanging[column], below - 1)
        gaps = [(at, Cell((Paragraph(()),))) for at, taken in enumerate(covered) if not taken]
        made.append(tuple(cell for _, cell in sorted(cells + gaps, key=lambda one: one[0])))
    return made


def _cell_blocks(cell: WordCell, number_of: NumberOf, header: bool) -> tuple[Paragraph, ...]:
    """The cell's paragraphs, those of nested tables too; blank ones only where all are."""
    made = []
    for paragraph in paragraphs_of(cell.blocks):
        inlines = trimmed(inlines_of(paragraph.runs, number_of))
        inlines = plain(inlines, italic=False) if header else inlines
        if inlines or paragraph.label:
            made.append(Paragraph(inlines, paragraph.label.strip(), origin=paragraph.place))
    if made:
        return tuple(made)
    first = next(paragraphs_of(cell.blocks), None)
    return (Paragraph((), origin=first.place if first else None),)


def _shares(widths: Sequence[float], width: int) -> list[float]:
    total = sum(widths)
    if len(widths) != width or total <= 0 or min(widths) <= 0:
        return [1 / width] * width if width else []
    return [one / total for one in widths]


def _alignments(table: WordTable, width: int, header: int) -> list[Alignment]:
    """How most cells of each column below the header are aligned."""
    votes: list[Counter[Alignment]] = [Counter() for _ in range(width)]
    for row in table.rows[header:]:
        for cell in row:
            first = next(paragraphs_of(cell.blocks), None)
            if first is not None and cell.column_span == 1 and cell.column < width:
                votes[cell.column][first.format.alignment] += 1
    return [vote.most_common(1)[0][0] if vote else Alignment.LEFT for vote in votes]
