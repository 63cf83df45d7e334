"""Sums, differences and shares of cells, and how far rounded figures may be off."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction as Exact

from reportgen.checks.figures.column_formulas import Operation
from reportgen.checks.figures.printing import printed
from reportgen.checks.figures.sheet import Value
from reportgen.vietnamese import round_half_up

_SHOWN = 8  # summands that are written out


def unit_of(value: Value) -> Exact:
    """The worth of the last digit as it is written."""
    return Exact(1, 10**value.decimals)


def sum_agrees(told: Value, parts: Sequence[Value], *, rounded: bool) -> bool:
    """Whether the parts add up, each possibly rounded if they have decimals or are `rounded`."""
    off = abs(Exact(told.number) - sum((Exact(part.number) for part in parts), Exact(0)))
    if rounded or told.decimals or any(part.decimals for part in parts):
        return off <= unit_of(told) / 2 + sum((unit_of(part) for part in parts), Exact(0)) / 2
    return off == 0


def sum_shown(told: Value, parts: Sequence[Value]) -> tuple[str, str]:
    """The sum as printed, and the arithmetic: all summands of a short one, else how many."""
    total = sum((part.number for part in parts), Decimal(0))
    told_text = printed(told.number)
    if len(parts) <= _SHOWN:
        summands = " + ".join(printed(part.number) for part in parts)
        return printed(total), f"{summands} = {printed(total)}, không phải {told_text}"
    off = printed(abs(told.number - total))
    return printed(
        total
    ), f"{len(parts)} số cộng lại là {printed(total)}, lệch {off} so với {told_text}"


def reckon(operation: Operation, operands: Sequence[Value]) -> Exact | None:
    """What the operation gives (shares in percent); None where it divides by zero."""
    numbers = [Exact(value.number) for value in operands]
    match operation:
        case Operation.SUM:
            return sum(numbers, Exact(0))
        case Operation.DIFFERENCE:
            return numbers[0] - numbers[1]
        case Operation.SHARE:
            return numbers[0] / numbers[1] * 100 if numbers[1] else None
        case Operation.GROWTH:
            return (numbers[0] - numbers[1]) / numbers[1] * 100 if numbers[1] else None


def agrees(operation: Operation, told: Value, operands: Sequence[Value], *, rounded: bool) -> bool:
    """Whether the cell has what the operation gives, as it may be rounded or cut off.

    A change may be told without its sign.
    """
    exact = reckon(operation, operands)
    if exact is None:
        return True
    if operation is Operation.SUM:
        return sum_agrees(told, operands, rounded=rounded)
    said = Exact(told.number)
    slack = _slack(operation, operands, rounded=rounded)
    if operation is Operation.DIFFERENCE:
        near = unit_of(told) / 2 if slack or told.decimals else Exact(0)
        return min(abs(said - exact), abs(said + exact)) <= slack + near
    near = unit_of(told)
    if operation is Operation.GROWTH:
        return min(abs(said - exact), abs(said + exact)) <= slack + near
    return abs(said - exact) <= slack + near


def _slack(operation: Operation, operands: Sequence[Value], *, rounded: bool) -> Exact:
    """How much the result moves when each operand is half its last digit off."""
    halves = [unit_of(one) / 2 if rounded or one.decimals else Exact(0) for one in operands]
    if operation is Operation.DIFFERENCE:
        return sum(halves, Exact(0))
    first, second = (abs(Exact(one.number)) for one in operands)
    if not second:
        return Exact(0)
    return (halves[0] + first / second * halves[1]) / second * 100


def result_shown(operation: Operation, told: Value, operands: Sequence[Value]) -> tuple[str, str]:
    """The result as it should be printed, and the arithmetic."""
    exact = reckon(operation, operands) or Exact(0)
    sign = "%" if told.percent else ""
    decimals = (
        max(told.decimals, *(one.decimals for one in operands)) if not sign else told.decimals
    )
    if operation in (Operation.SHARE, Operation.GROWTH):
        decimals = told.decimals or (0 if exact.denominator == 1 else 2)
    right = printed(round_half_up(Decimal(exact.numerator) / Decimal(exact.denominator), decimals))
    first, second = (printed(one.number) for one in operands[:2])
    match operation:
        case Operation.DIFFERENCE:
            way = f"{first} - {second}"
        case Operation.SHARE:
            way = f"{first} : {second}"
        case _:
            way = f"({first} - {second}) : {second}"
    percent = "" if operation is Operation.DIFFERENCE else "%"
    return f"{right}{sign}", f"{way} = {right}{percent}, không phải {printed(told.number)}{percent}"
