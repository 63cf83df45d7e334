"""SL041: a row that has rows of its own under it (`I` over `1`, `2`), and is not their sum."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.checks.figures.column_relations import values_at
from reportgen.checks.figures.row_levels import levels
from reportgen.checks.figures.sheet import Row, Sheet, Value, read_sheet
from reportgen.checks.figures.table_arithmetic import sum_agrees, sum_shown
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_AT_LEAST = 2  # other figures of the table that bear it out


@dataclass(frozen=True, slots=True)
class _Misfit:
    row: Row
    position: int
    column: int
    told: Value
    parts: list[Value]


def _check(subject: Subject) -> Iterator[Finding]:
    for grid in subject.manuscript.tables:
        if (sheet := read_sheet(grid)) is not None:
            yield from _look(sheet)


def _look(sheet: Sheet) -> Iterator[Finding]:
    columns = [column for column in sheet.numeric() if column.sums]
    by_row: Counter[tuple[int, bool]] = Counter()
    by_column: Counter[tuple[int, bool]] = Counter()
    misfits = []
    for position, children in _families(sheet):
        for column in columns:
            row = sheet.rows[position]
            told = row.values[column.index]
            read = [values_at(child, (column.index,), blank_is_none=False) for child in children]
            parts = [value for one in read if one for value in one]
            if told is None or any(one is None for one in read) or len(parts) < len(children):
                continue
            fits = sum_agrees(told, parts, rounded=column.rounded)
            if fits and sum(1 for part in parts if part.number) < 2:
                continue
            by_row[position, fits] += 1
            by_column[column.index, fits] += 1
            if not fits:
                misfits.append(_Misfit(row, position, column.index, told, parts))
    for misfit in misfits:
        good = by_row[misfit.position, True] + by_column[misfit.column, True]
        bad = by_row[misfit.position, False] + by_column[misfit.column, False] - 1
        if good >= _AT_LEAST and good >= 2 * bad:
            yield _finding(misfit)


def _families(sheet: Sheet) -> Iterator[tuple[int, list[Row]]]:
    """Every row that has deeper ones right under it, with the highest of those."""
    depths = levels(sheet)
    open_rows: list[tuple[int, list[int]]] = []
    closed: list[tuple[int, list[int]]] = []
    for position, depth in enumerate(depths):
        while open_rows and depths[open_rows[-1][0]] >= depth:
            closed.append(open_rows.pop())
        if open_rows and not sheet.rows[position].is_total:
            open_rows[-1][1].append(position)
        if not sheet.rows[position].is_total:
            open_rows.append((position, []))
    for parent, children in closed + open_rows:
        alike = _highest(children, depths)
        if len(alike) > 1 and depths[parent] < 20:
            yield parent, [sheet.rows[index] for index in alike]


def _highest(children: Sequence[int], depths: Sequence[int]) -> list[int]:
    """The children where they all stand at one depth."""
    return list(children) if len({depths[index] for index in children}) == 1 else []


def _finding(misfit: _Misfit) -> Finding:
    told = misfit.told
    right, why = sum_shown(told, misfit.parts)
    return RULE.at(
        told.passage,
        told.start,
        told.end,
        f"“{told.text}” ở hàng “{misfit.row.label}” không bằng các hàng con cộng lại",
        f"viết “{right}” nếu các hàng con đúng; nếu số này đúng thì sửa ở các hàng con",
        why=why,
    )


RULE = Rule(
    "SL041",
    "hàng cộng của một nhóm không bằng các hàng con",
    Severity.ERROR,
    "trong bảng này các hàng nhóm (I, II; 1, 2) bằng các hàng con cộng lại, trừ số được nêu",
    "STT | Lĩnh vực | Tiếp nhận | Giải quyết\nI | Cấp tỉnh | 150 | 140\n1 | Tư pháp | 100 | 95\n"
    "2 | Nội vụ | 50 | 45\nII | Cấp xã | 80 | 87\n1 | Hộ tịch | 60 | 58\n2 | Đất đai | 20 | 19",
    "STT | Lĩnh vực | Tiếp nhận | Giải quyết\nI | Cấp tỉnh | 150 | 140\n1 | Tư pháp | 100 | 95\n"
    "2 | Nội vụ | 50 | 45\nII | Cấp xã | 80 | 77\n1 | Hộ tịch | 60 | 58\n2 | Đất đai | 20 | 19",
    _check,
)
