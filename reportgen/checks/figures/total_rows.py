"""SL040: a total row that is not what its column adds up to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.checks.figures.column_relations import values_at
from reportgen.checks.figures.row_levels import levels
from reportgen.checks.figures.sheet import Column, Row, Sheet, Value, read_sheet
from reportgen.checks.figures.table_arithmetic import sum_agrees, sum_shown
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_FEW = 2  # rows that a total is made of, at least


@dataclass(frozen=True, slots=True)
class _Trial:
    """The rows taken for the parts of a total, the columns that agree and those that do not."""

    rows: tuple[Row, ...]
    agreeing: int
    against: tuple[tuple[Column, Value, list[Value]], ...]


def _check(subject: Subject) -> Iterator[Finding]:
    for grid in subject.manuscript.tables:
        if (sheet := read_sheet(grid)) is not None:
            yield from _look(sheet)


def _look(sheet: Sheet) -> Iterator[Finding]:
    totals = [position for position, row in enumerate(sheet.rows) if row.is_total]
    if not totals:
        return
    columns = [column for column in sheet.numeric() if column.sums]
    depths = levels(sheet)
    for position in totals:
        row = sheet.rows[position]
        trials = [
            _tried(row, parts, columns) for parts in _candidates(sheet, depths, totals, position)
        ]
        best = max(trials, key=lambda one: (one.agreeing, -len(one.against)), default=None)
        if best is not None and _is_clear(sheet, best, totals):
            yield from (_finding(row, best, *one) for one in best.against)


def _candidates(
    sheet: Sheet, depths: Sequence[int], totals: Sequence[int], position: int
) -> Iterator[tuple[Row, ...]]:
    """The rows that the total may add up: above it, below it, other totals; all, top, lowest."""
    before = max((one for one in totals if one < position), default=-1)
    after = min((one for one in totals if one > position), default=len(sheet.rows))
    scopes = {range(before + 1, position), range(position + 1, after)}
    if position in (totals[0], totals[-1]):
        scopes |= {range(position), range(position + 1, len(sheet.rows))}
        others = tuple(sheet.rows[one] for one in totals if one != position)
        if len(others) >= _FEW:
            yield others
    for scope in sorted(scopes, key=lambda one: (one.start, one.stop)):
        parts = [index for index in scope if not sheet.rows[index].is_total]
        if len(parts) < _FEW:
            continue
        top = min(depths[index] for index in parts)
        highest = [index for index in parts if depths[index] == top]
        lowest = [
            index
            for index, following in zip(parts, [*parts[1:], -1], strict=True)
            if following < 0 or depths[following] <= depths[index]
        ]
        for chosen in dict.fromkeys(map(tuple, (highest, lowest, parts))):
            if len(chosen) >= _FEW:
                yield tuple(sheet.rows[index] for index in chosen)


def _tried(total: Row, parts: tuple[Row, ...], columns: Sequence[Column]) -> _Trial:
    agreeing, against = 0, []
    for column in columns:
        told = total.values[column.index]
        read = [values_at(row, (column.index,), blank_is_none=False) for row in parts]
        if told is None or any(one is None for one in read):
            continue
        values = [value for one in read if one for value in one]
        if len(values) < _FEW:
            continue
        if not sum_agrees(told, values, rounded=column.rounded):
            against.append((column, told, values))
        elif sum(1 for value in values if value.number) >= _FEW:
            agreeing += 1
    return _Trial(parts, agreeing, tuple(against))


def _is_clear(sheet: Sheet, trial: _Trial, totals: Sequence[int]) -> bool:
    """Whether the other columns bear the total out, or there is only one and it must add up."""
    if trial.agreeing:
        return trial.agreeing >= len(trial.against)
    if len(trial.against) != 1 or len(totals) != 1:
        return False
    _, told, values = trial.against[0]
    flat = len(set(levels(sheet)) - {0}) == 1
    is_mean = told.number <= max(value.number for value in values)
    return flat and not is_mean and all(value.number >= 0 for value in values)


def _finding(row: Row, trial: _Trial, column: Column, told: Value, values: list[Value]) -> Finding:
    right, why = sum_shown(told, values)
    header = f" của cột “{column.own or column.header}”" if column.own or column.header else ""
    return RULE.at(
        told.passage,
        told.start,
        told.end,
        f"“{told.text}” ở hàng “{row.label}” không bằng các số{header} cộng lại.",
        f"Viết “{right}” nếu các số trong cột đúng; nếu tổng đúng thì tìm số sai trong cột.",
        why=f"{why}.",
        severity=Severity.ERROR if trial.agreeing > 1 or not trial.agreeing else None,
    )


RULE = Rule(
    "SL040",
    "Hàng tổng của bảng không bằng cột cộng lại",
    Severity.ERROR,
    "Số ở hàng tổng cộng phải bằng các số cùng cột cộng lại.",
    "STT | Đơn vị | Hồ sơ tiếp nhận\n1 | Sở Tư pháp | 1.224\n2 | Sở Nội vụ | 482\n"
    "Tổng cộng |  | 1.760",
    "STT | Đơn vị | Hồ sơ tiếp nhận\n1 | Sở Tư pháp | 1.224\n2 | Sở Nội vụ | 482\n"
    "Tổng cộng |  | 1.706",
    _check,
)
