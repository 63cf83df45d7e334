"""Figures as a message prints them."""

from decimal import Decimal

from reportgen.checks.figures.model import Figure
from reportgen.vietnamese import format_number, round_half_up
from reportgen.vietnamese.numbers import shift


def printed(value: Decimal) -> str:
    """A value in Vietnamese writing: `1.365.565`, `14,4`."""
    return format_number(value)


def printed_rate(ratio: Decimal, decimals: int) -> str:
    """A ratio as a percentage rounded half up: 0.8981 with 2 decimals is `89,81%`.

    Unlike `vietnamese.format_rate` it may print `100%` for what is almost whole.
    """
    return format_number(round_half_up(shift(ratio, 2), decimals)) + "%"


def printed_figure(figure: Figure, value: Decimal | None = None) -> str:
    """The figure (or another reading of it) in Vietnamese writing, as many decimals as it has."""
    number = figure.value if value is None else value
    plus = "+" if figure.text.startswith("+") else ""
    if not figure.percent:
        return plus + _with_decimals(number)
    return f"{plus}{_with_decimals(shift(number, 2))}%"


def _with_decimals(value: Decimal) -> str:
    """All decimals, end zeros included: 3.50 is `3,50`."""
    text = format_number(value)
    exponent = value.as_tuple().exponent
    wanted = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    whole, _, rest = text.partition(",")
    return f"{whole},{rest:0<{wanted}}" if wanted else whole
