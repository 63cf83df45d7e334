"""Percentages and changes, computed exactly and rounded half up."""

from decimal import Decimal

from reportgen.vietnamese.numbers import Number, as_decimal, format_number, round_half_up, shift


def format_rate(ratio: Number, decimals: int = 2) -> str:
    """A share of one as a percentage: 0.9031 is `90,31%`; end zeros are dropped.

    Never `100%` or `0%` unless the ratio is exactly that: the nearest other figure that can be
    printed with so many decimals stands instead (`99,99%`, `100,01%`, `0,01%`).
    """
    if decimals < 0:
        raise ValueError(f"số chữ số thập phân không thể là {decimals}")
    percent = shift(ratio, 2)
    rounded = round_half_up(percent, decimals)
    if rounded != percent and rounded in (-100, 0, 100):
        step = Decimal(1).scaleb(-decimals)
        rounded += step if percent > rounded else -step
    return format_number(rounded) + "%"


def describe_change(now: Number, before: Number, decimals: int = 2) -> str:
    """The change against the last period: `tăng 1.234 (5,2%)`, `giảm 5 (10%)`, `không thay đổi`.

    The percentage is the change over the value before; it is left out where that is zero or less.
    """
    current, past = as_decimal(now), as_decimal(before)
    if current == past:
        return "không thay đổi"
    change = (current - past).copy_abs()
    direction = "tăng" if current > past else "giảm"
    rate = f" ({format_rate(change / past, decimals)})" if past > 0 else ""
    return f"{direction} {format_number(change)}{rate}"
