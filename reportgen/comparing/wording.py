"""Values and changes as documents print them; rates change by points of per cent."""

from decimal import Decimal

from reportgen import vietnamese as vn
from reportgen.comparing.figures import Amount, Course, FigureChange
from reportgen.dossier.indicators import MOST_DECIMALS
from reportgen.vietnamese.numbers import shift

ARROWS = {Course.UP: "▲", Course.DOWN: "▼", Course.SAME: "=", Course.NEW: "+", Course.GONE: "−"}
_OTHER = "•"
_NO_BREAK = "\u00a0"
_USUAL = 2  # digits after the decimal mark, where a figure has no end of them


def arrow(course: Course) -> str:
    """The sign of a course; the word for it stands beside it, for those who hear the page."""
    return ARROWS.get(course, _OTHER)


def amount_text(value: Amount, *, is_rate: bool, decimals: int | None = None) -> str:
    """A value as it is printed: `1.365.565`, `90,31%`, a name; `–` for none."""
    if value is None:
        return "–"
    if isinstance(value, str):
        return value
    if is_rate:
        return vn.format_rate(value, _USUAL if decimals is None else decimals)
    return vn.format_number(rounded(value, decimals))


def change_text(one: FigureChange) -> str:
    """The change with its sign: `+3.231`, `-0,73 điểm`, `0`; "" where there is none."""
    if one.change is None:
        return ""
    return signed(one.change, is_rate=one.is_rate, decimals=one.decimals)


def signed(change: Decimal, *, is_rate: bool, decimals: int | None = None) -> str:
    """A change with its sign; that of a rate in points of per cent.

    Never 0 unless it is exactly that: the smallest figure that can be printed stands instead.
    """
    digits = _USUAL if decimals is None else decimals
    exact = shift(change, 2) if is_rate else change
    shown = vn.round_half_up(exact, digits) if is_rate else rounded(exact, decimals)
    if exact and not shown:
        shown = Decimal(1).scaleb(-digits).copy_sign(exact)
    if not exact:
        return "0"
    sign = "+" if exact > 0 else ""
    return f"{sign}{vn.format_number(shown)}{_NO_BREAK + 'điểm' if is_rate else ''}"


def relative_text(one: FigureChange) -> str:
    """The change against what was before: `+19,27%`; "" for rates and where it cannot be said."""
    if one.relative is None or one.is_rate:
        return ""
    return ("+" if one.relative > 0 else "") + vn.format_rate(one.relative)


def rounded(value: Decimal, decimals: int | None) -> Decimal:
    """The value with as many decimals as it is declared to have; two where it has no end."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > MOST_DECIMALS:
        return vn.round_half_up(value, _USUAL if decimals is None else decimals)
    return value
