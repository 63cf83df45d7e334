"""Numbers with their units, and the arithmetic that keeps the units true."""

from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from reportgen.dossier.formulas.faults import Fault, fault
from reportgen.vietnamese import Unit, format_number, format_rate, parse_unit, round_half_up
from reportgen.vietnamese.numbers import shift

DIGITS = 34
UNITS, ZERO, RATE = "TS010", "TS011", "TS012"
_PERCENT = parse_unit("%")
POINTS = parse_unit("điểm phần trăm")
_GUARD = 16
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit, None where none is known; a rate has the unit `%` and is a share of 1.

    `typed`: the number stands in the formula itself and takes any unit. `loose`: a quotient of
    figures that do not both have units, so that a declared unit decides what it is. `counted`: the
    number of rows.
    """

    value: Decimal
    unit: Unit | None = None
    typed: bool = False
    loose: bool = False
    counted: bool = False

    @property
    def is_rate(self) -> bool:
        """Whether it prints as a percentage."""
        return self.unit is not None and self.unit.is_percent

    def __str__(self) -> str:
        """As it is printed: `1.365.565 hồ sơ`, `13,3%`; long decimals are cut to four."""
        if self.is_rate:
            shown = format_rate(self.value)
            points = self.unit is not None and self.unit.is_points
            return f"{shown[:-1]} {self.unit.text}" if points and self.unit else shown
        rounded = round_half_up(self.value, _SHOWN)
        unit = f" {self.unit.text}" if self.unit else ""
        return f"{format_number(self.value if rounded == self.value else rounded)}{unit}"


def rate(value: Decimal) -> Quantity:
    """A share of one."""
    return Quantity(value, _PERCENT)


def settled(value: Decimal) -> Decimal:
    """The value without what only division in limited precision has added."""
    with localcontext() as context:
        context.prec = DIGITS
        rounded = +value
        if rounded.adjusted() < -_GUARD:
            rounded = round_half_up(rounded, DIGITS)
    whole = rounded.to_integral_value()
    return whole if whole == rounded else rounded


def add(left: Quantity, right: Quantity, sign: int = 1) -> Quantity:
    """The sum (or the difference for sign -1); raises Fault TS010 for different units."""
    unit = _common_unit(left, right, "cộng" if sign > 0 else "trừ")
    with localcontext() as context:
        context.prec = DIGITS + _GUARD
        value = left.value + sign * right.value
    return Quantity(value, unit, left.typed and right.typed, left.loose and right.loose)


def multiply(left: Quantity, right: Quantity) -> Quantity:
    """The product; of a rate and a figure it has the figure's unit."""
    _refuse_hundred(left, right)
    with localcontext() as context:
        context.prec = DIGITS + _GUARD
        value = left.value * right.value
    typed = left.typed and right.typed
    loose = (left.loose and right.typed) or (right.loose and left.typed)
    if left.is_rate and right.is_rate:
        return Quantity(value, _PERCENT, typed)
    for one, other in ((left, right), (right, left)):
        if other.typed and not other.is_rate:
            return Quantity(value, one.unit, typed, loose)
    if left.is_rate or right.is_rate:
        figure = right if left.is_rate else left
        return Quantity(value, figure.unit, loose=figure.unit is None)
    if left.unit is not None and right.unit is not None:
        return Quantity(value)
    return Quantity(value, left.unit or right.unit)


def divide(left: Quantity, right: Quantity) -> Quantity:
    """The quotient; of two figures of one unit it is a rate. Raises Fault TS010, TS011."""
    if right.value == 0:
        raise fault(ZERO, f"chia cho 0 ({left} : {right})", "sửa số chia, hoặc bỏ công thức này")
    with localcontext() as context:
        context.prec = DIGITS + _GUARD
        value = left.value / right.value
    return _with_unit_of_quotient(value, left, right)


def _with_unit_of_quotient(value: Decimal, left: Quantity, right: Quantity) -> Quantity:
    typed = left.typed and right.typed
    if (right.counted and not left.counted) or (right.typed and not right.is_rate):
        _refuse_mean_of_rates(left, right)
        quotient = Quantity(value, left.unit, typed, left.loose)
    elif left.unit is None and right.unit is None:
        quotient = Quantity(value) if left.typed else Quantity(value, _PERCENT, loose=True)
    elif left.is_rate or right.is_rate:
        both = left.is_rate and right.is_rate
        quotient = Quantity(value, _PERCENT if both else left.unit if right.is_rate else None)
    elif left.unit is None or right.unit is None:
        quotient = Quantity(value, left.unit, loose=True)
    elif left.unit.fits(right.unit):
        _common_unit(left, right, "chia")
        quotient = Quantity(value, _PERCENT)
    else:
        quotient = Quantity(value, parse_unit(f"{left.unit.text}/{right.unit.text}"))
    return quotient


def _refuse_mean_of_rates(left: Quantity, right: Quantity) -> None:
    """A plain mean of rates must be asked for by name."""
    if right.counted and left.is_rate and not left.loose:
        message = f"chia tỷ lệ {left} cho số dòng là bình quân giản đơn của các tỷ lệ"
        hint = "dùng ti_le_chung, binh_quan_gia_quyen; hoặc nói rõ: binh_quan_gian_don(bang.cot)"
        raise fault(RATE, message, hint)


def compared(left: Quantity, right: Quantity) -> int:
    """Below zero, zero or above, as the left is less, equal or more; raises Fault TS010, TS012."""
    _common_unit(left, right, "so sánh")
    first, second = settled(left.value), settled(right.value)
    return (first > second) - (first < second)


def rounded(quantity: Quantity, decimals: int) -> Quantity:
    """The quantity with that many digits after the mark as it is printed, half up."""
    places = decimals + (2 if quantity.is_rate else 0)
    return replace(quantity, value=round_half_up(settled(quantity.value), places))


def negative(quantity: Quantity) -> Quantity:
    """The quantity with its sign turned."""
    return replace(quantity, value=-quantity.value)


def _common_unit(left: Quantity, right: Quantity, verb: str) -> Unit | None:
    """The unit of two quantities that are added or compared."""
    for one, other in ((left, right), (right, left)):
        if one.is_rate and not other.is_rate and not other.loose:
            raise _rate_and_number(one, other, verb)
    if left.unit is None or right.unit is None:
        return left.unit or right.unit
    if left.unit.same_as(right.unit):
        return left.unit
    first, second = left.unit.text, right.unit.text
    message = f"không {verb} được “{first}” với “{second}” ({left}; {right})"
    if left.unit.fits(right.unit):
        hint = f'đổi một bên, ví dụ doi_don_vi(…; "{first}")'
    else:
        hint = "sửa don_vi_tinh cho giống nhau; nếu vẫn muốn tính thì dùng khong_don_vi(…)"
    raise fault(UNITS, message, hint)


def _rate_and_number(one: Quantity, other: Quantity, verb: str) -> Fault:
    message = f"không {verb} được tỷ lệ {one} với số {other}"
    as_rate = format_number(other.value)
    hint = f"muốn nói tỷ lệ thì viết {as_rate}%" if other.typed else "kiểm tra lại hai vế"
    return fault(RATE, message, hint)


def _refuse_hundred(left: Quantity, right: Quantity) -> None:
    for one, other in ((left, right), (right, left)):
        if one.is_rate and other.typed and other.value == 100:
            message = (
                f"không nhân tỷ lệ {one} với 100: sẽ thành {format_number(shift(one.value, 4))}%"
            )
            hint = "bỏ “* 100”; tỷ lệ tự in thành phần trăm"
            raise fault(RATE, message, hint)
