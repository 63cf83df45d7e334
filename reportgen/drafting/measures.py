"""Figures with their units in sentences: conversions asked for, words that follow the sign."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from reportgen import vietnamese as vn
from reportgen.dossier import Indicator
from reportgen.dossier.rates import Rate
from reportgen.drafting.values import FormulaError, describe, done, filled, finite
from reportgen.vietnamese.numbers import shift

MONEY = "đồng"
ARITHMETIC: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
_WORDS = ("tăng", "giảm", "không thay đổi")
_NO_UNIT = "ghi đơn vị ở cột don_vi_tinh của bảng chỉ tiêu"


def reckoned(sign: str, left: object, right: object) -> Decimal:
    """Two values added, subtracted, multiplied or divided; a Rate where the result is one.

    Raises FormulaError for what is no number, and for a rate and a number that are added.
    """
    rates = [isinstance(one, Rate) for one in (left, right)]
    first, second = (
        Decimal(one) if isinstance(one, Rate) else finite(one) for one in (left, right)
    )
    result = ARITHMETIC[sign](first, second)
    if sign in "+-" and rates[0] != rates[1]:
        verb = "cộng" if sign == "+" else "trừ"
        raise FormulaError(f"không {verb} được một tỷ lệ với một số", "kiểm tra hai chỉ tiêu")
    of_rates = all(rates) if sign == "/" and rates[1] else any(rates)
    return Rate(result) if of_rates else result


def converted(value: object, unit: object = None) -> Indicator:
    """`doi_don_vi`: the figure said in another unit of the same kind; all its columns with it."""
    if not isinstance(value, Indicator):
        message = f"“doi_don_vi” cần một chỉ tiêu, không phải {describe(value)}"
        raise FormulaError(message, 'ví dụ: {{ ct.kinh_phi | doi_don_vi("tỷ đồng") | so }}')
    given, wanted = vn.parse_unit(value.don_vi_tinh), vn.parse_unit(str(unit or ""))
    if wanted is None:
        raise FormulaError("chưa ghi đơn vị để đổi sang", 'ví dụ: doi_don_vi("tỷ đồng")')
    if given is None:
        raise FormulaError(f"chỉ tiêu “{value.ma}” chưa có đơn vị nên không đổi được", _NO_UNIT)
    if value.la_ti_le:
        raise FormulaError(f"chỉ tiêu “{value.ma}” là tỷ lệ, không đổi đơn vị", "dùng “| ti_le”")
    try:
        factor = vn.conversion(given, wanted)
    except ValueError as error:
        raise FormulaError(f"chỉ tiêu “{value.ma}”: {error}", "kiểm tra hai đơn vị") from error

    def scaled(amount: Decimal | None) -> Decimal | None:
        return None if amount is None else Decimal(f"{amount * factor:f}")

    return replace(
        value,
        don_vi_tinh=wanted.text,
        thuc_hien=scaled(value.thuc_hien),
        tong_so=scaled(value.tong_so),
        ky_truoc=scaled(value.ky_truoc),
        cung_ky=scaled(value.cung_ky),
    )


def with_unit(value: object) -> str:
    """`so_don_vi`: the figure with its own unit: `14,4 tỷ đồng`, `90,31%`."""
    if not isinstance(value, Indicator):
        message = f"“so_don_vi” cần một chỉ tiêu, không phải {describe(value)}"
        raise FormulaError(message, "ví dụ: {{ ct.kinh_phi | so_don_vi }}")
    unit = vn.parse_unit(value.don_vi_tinh)
    if value.la_ti_le:
        return _measured(filled(value, "thuc_hien"), value)
    if unit is None:
        raise FormulaError(f"chỉ tiêu “{value.ma}” chưa có đơn vị", _NO_UNIT)
    return _measured(done(value), value)


def in_dong(value: object) -> Decimal:
    """An amount of money in đồng; raises FormulaError for a figure in another unit."""
    unit = vn.parse_unit(value.don_vi_tinh) if isinstance(value, Indicator) else None
    if isinstance(value, Indicator) and unit is not None and (unit.base, unit.power) != (MONEY, 0):
        message = f"chỉ tiêu “{value.ma}” có đơn vị “{unit.text}”, không phải đồng"
        hint = 'đổi trước: | doi_don_vi("đồng") | tien; hoặc in nguyên đơn vị: | so_don_vi'
        raise FormulaError(message, hint if unit.base == MONEY else "dùng “| so_don_vi”")
    return finite(value)


def refuse_points(value: object) -> None:
    """Raise FormulaError for a figure in points of per cent, which is no rate."""
    if isinstance(value, Indicator) and value.la_ti_le and _in_points(value):
        message = f"chỉ tiêu “{value.ma}” tính bằng điểm phần trăm, không phải phần trăm"
        raise FormulaError(message, "dùng “| theo_dau” hoặc “| so_don_vi”")


def compared(value: object, other: object = None, decimals: object = None) -> str:
    """`so_sanh`: `cao hơn 2,15 điểm phần trăm`, `thấp hơn 12 lượt`, `bằng`."""
    if other is None:
        hint = "ví dụ: {{ ct.tinh | so_sanh(ct.ca_nuoc) }}"
        raise FormulaError("“so_sanh” cần một giá trị để so với", hint)
    unit = _common_unit(value, other)
    first, second = _plain(value), _plain(other)
    if isinstance(first, Rate) != isinstance(second, Rate):
        message = f"không so sánh được {describe(value)} với {describe(other)}: một bên là tỷ lệ"
        raise FormulaError(message, "so tỷ lệ với tỷ lệ, số lượng với số lượng")
    difference = Decimal(first) - Decimal(second)
    if isinstance(first, Rate):
        change = points(abs(difference), _digits(decimals, value))
        zero = "0 điểm phần trăm"
    else:
        change = vn.format_number(abs(difference)) + (f" {unit}" if unit else "")
        zero = "0"
    if difference == 0 or change == zero:
        return "bằng"
    return f"{'cao hơn' if difference > 0 else 'thấp hơn'} {change}"


def by_sign(
    value: object, up: str = _WORDS[0], down: str = _WORDS[1], same: str = _WORDS[2]
) -> str:
    """`theo_dau`: the word of a change's sign and its size: `tăng 5,2%`, `giảm 12 lượt`."""
    number = _plain(value)
    if number == 0:
        return same
    word = up if number > 0 else down
    if isinstance(value, Indicator):
        return f"{word} {_measured(abs(Decimal(number)), value)}"
    if isinstance(number, Rate):
        return f"{word} {vn.format_rate(abs(Decimal(number)))}"
    return f"{word} {vn.format_number(abs(number))}"


def change_of_rate(now: Decimal, before: Decimal, decimals: int = 2) -> str:
    """The change of a rate against another period: `tăng 1,29 điểm phần trăm`."""
    difference = now - before
    if difference == 0:
        return "không thay đổi"
    word = "tăng" if difference > 0 else "giảm"
    return f"{word} {points(abs(difference), decimals)}"


def points(difference: Decimal, decimals: int = 2) -> str:
    """The difference of two rates: 0.0129 is `1,29 điểm phần trăm`."""
    rounded = vn.round_half_up(shift(difference, 2), decimals)
    return f"{vn.format_number(rounded)} điểm phần trăm"


def _measured(amount: Decimal, figure: Indicator) -> str:
    decimals = 2 if figure.lam_tron is None else figure.lam_tron
    if figure.la_ti_le:
        shown = points if _in_points(figure) else vn.format_rate
        return shown(Decimal(amount), decimals)
    unit = f" {figure.don_vi_tinh}" if figure.don_vi_tinh else ""
    return vn.format_number(finite(amount)) + unit


def _in_points(figure: Indicator) -> bool:
    return figure.don_vi_tinh.startswith("điểm")


def _plain(value: object) -> Decimal:
    """The number of a figure or a value, a Rate where it is a share of one."""
    if isinstance(value, Rate):
        return value
    if isinstance(value, Indicator):
        if value.la_ti_le:
            return Rate(filled(value, "thuc_hien"))
        return done(value)
    return finite(value)


def _digits(decimals: object, value: object) -> int:
    if isinstance(decimals, int) and not isinstance(decimals, bool) and 0 <= decimals <= 6:
        return decimals
    if decimals is not None:
        raise FormulaError("số chữ số thập phân phải là số nguyên từ 0 đến 6", "ví dụ: (ct.b, 1)")
    own = value.lam_tron if isinstance(value, Indicator) else None
    return 2 if own is None else own


def _common_unit(value: object, other: object) -> str:
    """The unit of two figures; raises FormulaError where they have different ones."""
    figures = [one for one in (value, other) if isinstance(one, Indicator) and not one.la_ti_le]
    units = [unit for one in figures if (unit := vn.parse_unit(one.don_vi_tinh)) is not None]
    if len(units) == 2 and not units[0].same_as(units[1]):
        message = f"không so sánh được “{units[0].text}” với “{units[1].text}”"
        raise FormulaError(message, f'đổi một bên trước: | doi_don_vi("{units[0].text}")')
    return units[0].text if units else ""
