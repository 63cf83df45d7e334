"""Total rows held against their columns: which do not add up, and which cell is the wrong one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.checks.figures.column_relations import (
    Relation,
    changes,
    shares,
    sums,
    values_at,
)
from reportgen.checks.figures.row_levels import levels
from reportgen.checks.figures.sheet import Column, Row, Sheet, Value
from reportgen.checks.figures.table_arithmetic import agrees, sum_agrees

_FEW = 2  # rows that a total is made of, at least


@dataclass(frozen=True, slots=True)
class Misfit:
    """A total in a row that says it is one, and the figures of its column that it should be.

    `agreeing` columns of the row bear out that these rows are its parts.
    """

    total: Row
    parts: tuple[Row, ...]
    column: Column
    told: Value
    values: tuple[Value, ...]
    agreeing: int

    @property
    def off(self) -> Decimal:
        """By how much the parts are more than the total."""
        return sum((value.number for value in self.values), Decimal(0)) - self.told.number


@dataclass(frozen=True, slots=True)
class Culprit:
    """The one cell that a misfit and columns reckoned from it both lay the blame on.

    With `right` in it everything agrees; `columns` are those that do not agree as it is.
    """

    misfit: Misfit
    row: Row
    right: Decimal
    columns: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Trial:
    """The rows taken for the parts of a total, the columns that agree and those that do not."""

    rows: tuple[Row, ...]
    agreeing: int
    against: tuple[tuple[Column, Value, list[Value]], ...]


def misfits(sheet: Sheet) -> Iterator[Misfit]:
    """The totals that are not what their column adds up to."""
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
            for column, told, values in best.against:
                yield Misfit(row, best.rows, column, told, tuple(values), best.agreeing)


def relations(sheet: Sheet) -> Iterator[Relation]:
    """All columns that are reckoned from others."""
    for search in (sums, shares, changes):
        yield from search(sheet)


def culprits(sheet: Sheet) -> Iterator[Culprit]:
    """The cells that make both their column's total and columns of their row disagree."""
    found = list(misfits(sheet))
    reckoned = [one for one in relations(sheet) if one.rows] if found else []
    for misfit in found:
        column = misfit.column.index
        blamed: dict[int, tuple[Row, Decimal, set[int]]] = {}
        for relation in reckoned:
            for row in relation.rows if column in relation.operands else ():
                right = _mended(misfit, row)
                if right is not None and _would_agree(sheet, relation, row, column, right):
                    blamed.setdefault(row.index, (row, right, set()))[2].add(relation.column.index)
        if len(blamed) == 1:
            ((row, right, told),) = blamed.values()
            yield Culprit(misfit, row, right, frozenset(told))


def _mended(misfit: Misfit, row: Row) -> Decimal | None:
    """What must stand in the misfit's column of that row for the column to add up."""
    value = row.values[misfit.column.index]
    if value is None:
        return None
    if row.index == misfit.total.index:
        return value.number + misfit.off
    if row not in misfit.parts or value.number < misfit.off:
        return None
    return value.number - misfit.off


def _would_agree(sheet: Sheet, relation: Relation, row: Row, column: int, right: Decimal) -> bool:
    value, told = row.values[column], row.values[relation.column.index]
    if value is None or told is None:
        return False
    changed = list(row.values)
    changed[column] = replace(value, number=right)
    values = values_at(replace(row, values=tuple(changed)), relation.operands, blank_is_none=False)
    rounded = any(sheet.columns[one].rounded for one in (relation.column.index, *relation.operands))
    return bool(values) and agrees(relation.operation, told, values or [], rounded=rounded)


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
