"""Amounts of money in đồng (Luật Ngân hàng Nhà nước, Điều 16; Luật Kế toán, Điều 11)."""

from decimal import Decimal

from reportgen.vietnamese.numbers import Number, as_decimal, format_number, round_half_up, shift

_DECIMALS = 2
_UNITS = ((9, "tỷ", 6), (6, "triệu", 0))  # power of ten, name, power of the next smaller unit


def format_money(amount: Number) -> str:
    """An amount of đồng in full, two decimals at most: `116.800.000 đồng`."""
    return f"{format_number(round_half_up(amount, _DECIMALS))} đồng"


def format_money_short(amount: Number) -> str:
    """An amount of đồng in tỷ or triệu with up to two decimals, half up: `14,4 tỷ đồng`.

    The unit is the largest that leaves at least one whole after rounding; below one triệu the
    amount stands in full.
    """
    value = as_decimal(amount)
    for power, unit, smaller in _UNITS:
        # 999.999.999 would round to 1.000 triệu, which is 1 tỷ
        if round_half_up(value, _DECIMALS - smaller).copy_abs() >= Decimal(10) ** power:
            return f"{format_number(round_half_up(shift(value, -power), _DECIMALS))} {unit} đồng"
    return format_money(value)
