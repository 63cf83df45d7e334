"""Measured values held against the decree's, with the slack that rounded twips need."""

from collections.abc import Iterable
from decimal import Decimal

from reportgen.layout.nd30 import Range
from reportgen.vietnamese import format_number, round_half_up

SLACK = 0.3  # millimetres or points: Word counts in twentieths of a point
SLACK_OF_LINES = 0.02  # lines


def within(value: float, allowed: Range, slack: float = SLACK) -> bool:
    """Whether a value (mm or pt) lies in the range, rounding granted."""
    return allowed.least - slack <= value <= allowed.greatest + slack


def is_one_of(value: float, allowed: Iterable[float], slack: float = SLACK) -> bool:
    """Whether a value (mm or pt) is one of those allowed, rounding granted."""
    return any(abs(value - one) <= slack for one in allowed)


def shown(value: float, decimals: int = 1) -> str:
    """A measure as a message prints it: `12,5`, `13`."""
    rounded = round_half_up(Decimal(str(value)), decimals)
    whole = rounded.to_integral_value()
    return format_number(whole if rounded == whole else rounded.normalize())


def shown_range(allowed: Range) -> str:
    """`13`, `13 đến 14`."""
    if allowed.least == allowed.greatest:
        return shown(allowed.least)
    return f"{shown(allowed.least)} đến {shown(allowed.greatest)}"
