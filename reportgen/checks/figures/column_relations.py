"""Columns that are reckoned from others in their row, found by headers and by most rows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from reportgen.checks.figures.column_formulas import Operation
from reportgen.checks.figures.sheet import Column, Row, Sheet, Value
from reportgen.checks.figures.table_arithmetic import agrees

_TOTAL_HEADER = re.compile(r"(?:tổng|cộng|tổng số|tổng cộng)(?:$|[\s(:,])")
_CHANGE_HEADER = re.compile(r"tăng|giảm|chênh lệch|so sánh|so với|\+/-|\+,\s?-|±")
_LEFT, _RIGHT = 4, 2  # columns beside a rate in which its two figures are looked for
_LONGEST_RUN = 12
_SAMPLE = 200  # rows in which a relation is looked for
_LEAST = 2  # rows that agree, for each that does not
_SURE = 3  # rows that agree: what the others have is then a slip


@dataclass(frozen=True, slots=True)
class Relation:
    """`column` is `operation` of the columns `operands`; `rows` are those that do not agree."""

    column: Column
    operation: Operation
    operands: tuple[int, ...]
    agreeing: int
    rows: tuple[Row, ...]
    declared: bool  # in a formula of the header

    @property
    def sure(self) -> bool:
        """Whether a row that does not agree can only be a slip."""
        return self.declared or self.agreeing >= _SURE


def sums(sheet: Sheet) -> Iterator[Relation]:
    """The columns that are sums of others: by a formula, or called `Tổng số`."""
    for column in sheet.numeric():
        if (found := _declared(sheet, column, (Operation.SUM,))) is not None:
            yield from _worth_telling(found)
        elif column.sums and _TOTAL_HEADER.match(column.own or column.header):
            yield from _best(sheet, _trials(sheet, column, Operation.SUM, _groups(sheet, column)))


def shares(sheet: Sheet) -> Iterator[Relation]:
    """The columns of percentages that are shares of one column in another."""
    for column in sheet.numeric():
        if (found := _declared(sheet, column, (Operation.SHARE,))) is not None:
            yield from _worth_telling(found)
        elif column.is_rate and not _CHANGE_HEADER.search(column.header):
            pairs = permutations(_beside(sheet, column), 2)
            yield from _best(sheet, _trials(sheet, column, Operation.SHARE, pairs))


def changes(sheet: Sheet) -> Iterator[Relation]:
    """The columns that tell by how much, or by what percentage, one column differs from another."""
    kinds = (Operation.DIFFERENCE, Operation.GROWTH)
    for column in sheet.numeric():
        if (found := _declared(sheet, column, kinds)) is not None:
            yield from _worth_telling(found)
        elif _CHANGE_HEADER.search(column.header) and column.formula is None:
            tried: tuple[Operation, ...] = (Operation.DIFFERENCE,)
            if column.is_rate:
                tried = (Operation.GROWTH, Operation.SHARE)
            pairs = list(permutations(_beside(sheet, column), 2))
            yield from _best(
                sheet,
                (trial for kind in tried for trial in _trials(sheet, column, kind, pairs)),
            )


def values_at(row: Row, columns: Sequence[int], *, blank_is_none: bool) -> list[Value] | None:
    """The numbers of a row in the columns; None where they cannot be reckoned with.

    `blank_is_none`: a cell without a number leaves nothing to reckon; else it counts as nothing.
    """
    if any(index in row.odd for index in columns):
        return None
    values = [row.values[index] for index in columns]
    if blank_is_none and None in values:
        return None
    return [value for value in values if value is not None]


def _declared(sheet: Sheet, column: Column, wanted: tuple[Operation, ...]) -> Relation | None:
    formula = column.formula
    if formula is None or formula.operation not in wanted:
        return None
    operands = sheet.operands(formula)
    if operands is None or column.index in operands:
        return None
    return _tried(sheet, column, formula.operation, operands, declared=True)


def _groups(sheet: Sheet, column: Column) -> Iterator[tuple[int, ...]]:
    """Runs of columns after the total, then before it, that may be its parts."""
    numeric = {one.index: one for one in sheet.numeric()}
    for step in (1, -1):
        run: list[int] = []
        index = column.index + step
        while (one := numeric.get(index)) is not None and len(run) < _LONGEST_RUN:
            if one.sums:
                run.append(index)
                if len(run) > 1:
                    yield tuple(sorted(run))
            elif not one.is_rate:
                break
            index += step
    totals = [one.index for one in numeric.values() if _TOTAL_HEADER.match(one.own or one.header)]
    others = tuple(index for index in totals if index != column.index)
    if len(others) > 1:
        yield others


def _beside(sheet: Sheet, column: Column) -> list[int]:
    """The columns of numbers next to one, the nearest to its left first."""
    plain = [one.index for one in sheet.numeric() if not one.is_rate and one.index != column.index]
    left = [index for index in reversed(plain) if index < column.index][:_LEFT]
    return left + [index for index in plain if index > column.index][:_RIGHT]


def _trials(
    sheet: Sheet,
    column: Column,
    operation: Operation,
    candidates: Iterable[tuple[int, ...]],
) -> Iterator[Relation]:
    """What each candidate comes to in the first rows."""
    sample = replace(sheet, rows=sheet.rows[:_SAMPLE])
    for operands in candidates:
        yield _tried(sample, column, operation, tuple(operands), declared=False)


def _tried(
    sheet: Sheet, column: Column, operation: Operation, operands: tuple[int, ...], *, declared: bool
) -> Relation:
    agreeing, against = 0, []
    rounded = any(sheet.columns[index].rounded for index in (column.index, *operands))
    is_sum = operation is Operation.SUM
    for row in sheet.rows:
        told = row.values[column.index]
        values = values_at(row, operands, blank_is_none=not is_sum)
        if told is None or values is None or not values:
            continue
        if not agrees(operation, told, values, rounded=rounded):
            against.append(row)
        elif _tells(operation, values):
            agreeing += 1
    return Relation(column, operation, operands, agreeing, tuple(against), declared)


def _tells(operation: Operation, values: Sequence[Value]) -> bool:
    """Whether it says something that they agree: `0 = 0 + 0` and `100% = 5/5` do not."""
    if operation is Operation.SUM:
        return sum(1 for value in values if value.number) > 1
    first, second = (value.number for value in values)
    return first != second and bool(first) and bool(second)


def _best(sheet: Sheet, trials: Iterator[Relation]) -> Iterator[Relation]:
    """The relation that most rows agree with, if it is told apart from chance."""
    found = max(trials, key=lambda one: (one.agreeing, -len(one.rows)), default=None)
    if found is None or found.agreeing < _LEAST or found.agreeing < _LEAST * len(found.rows):
        return
    if len(sheet.rows) > _SAMPLE:
        found = _tried(sheet, found.column, found.operation, found.operands, declared=False)
    if found.agreeing >= _LEAST * len(found.rows):
        yield found


def _worth_telling(relation: Relation) -> Iterator[Relation]:
    """A declared relation, unless most rows do not keep to it: it is then read wrongly."""
    if relation.agreeing >= len(relation.rows):
        yield relation
