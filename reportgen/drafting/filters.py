"""The filters of formulas: indicators, numbers and dates in, Vietnamese text out.

Each filter takes the value before the bar. What it cannot print it refuses with a FormulaError,
which says why and how to mend it; the place is added where the formula is printed.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import wraps
from typing import Any

from reportgen import vietnamese as vn
from reportgen.dossier import Indicator, IssueDate
from reportgen.dossier.rates import Rate
from reportgen.drafting.charts import chart_of
from reportgen.drafting.comparisons import table_of
from reportgen.drafting.measures import (
    by_sign,
    change_of_rate,
    compared,
    converted,
    in_dong,
    refuse_points,
    with_unit,
)
from reportgen.drafting.shapes import COMPARISON
from reportgen.drafting.values import (
    FormulaError,
    date_of,
    describe,
    done,
    filled,
    finite,
    full_date_of,
    month_of,
    name_of,
    share,
    text_of,
)

_BLANK_DAY = "\u00a0" * 4  # room for two digits to be written by hand


def _number(value: object) -> str:
    return vn.format_number(finite(value))


def _ratio_pair(value: object) -> str:
    if not isinstance(value, Indicator):
        raise FormulaError(
            f"“ti_so” cần một chỉ tiêu, không phải {describe(value)}", "{{ ct.ma | ti_so }}"
        )
    return vn.format_ratio_pair(done(value), filled(value, "tong_so"))


def _rate(value: object, decimals: object = None) -> str:
    refuse_points(value)
    if isinstance(value, Indicator):
        own = value.lam_tron if value.la_ti_le and value.lam_tron is not None else 2
        return vn.format_rate(share(value), own if decimals is None else _decimals(decimals))
    ratio = Decimal(value) if isinstance(value, Rate) else finite(value)
    return vn.format_rate(ratio, 2 if decimals is None else _decimals(decimals))


def _decimals(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 6:
        raise FormulaError("số chữ số thập phân phải là số nguyên từ 0 đến 6", "ví dụ: ti_le(1)")
    return value


def _count(value: object) -> str:
    return vn.format_count(finite(value))


def _change(value: object, before: object = None, decimals: int = 2) -> str:
    if isinstance(value, Indicator) and before is None and value.la_ti_le:
        now, past = filled(value, "thuc_hien"), filled(value, "ky_truoc")
        return change_of_rate(now, past, _decimals(decimals))
    if isinstance(value, Indicator) and before is None:
        return vn.describe_change(done(value), filled(value, "ky_truoc"), _decimals(decimals))
    if before is None:
        raise FormulaError(
            "“tang_giam” cần một chỉ tiêu có ky_truoc, hoặc số để so sánh",
            "ví dụ: {{ ct.a | tang_giam }} hoặc {{ ct.a | tang_giam(ct.b) }}",
        )
    return vn.describe_change(finite(value), finite(before), _decimals(decimals))


def _in_words(value: object, zero_tens: str = "lẻ") -> str:
    match zero_tens:
        case "lẻ":
            return vn.number_in_words(finite(value), "lẻ")
        case "linh":
            return vn.number_in_words(finite(value), "linh")
        case _:
            raise FormulaError("“bang_chu” chỉ nhận “lẻ” hoặc “linh”", 'ví dụ: bang_chu("linh")')


def _money(value: object) -> str:
    return vn.format_money(in_dong(value))


def _money_short(value: object) -> str:
    return vn.format_money_short(in_dong(value))


def _date_long(value: object) -> str:
    day = date_of(value)
    if isinstance(day, IssueDate):
        blank = vn.format_date_long(date(day.year, day.month, 1))
        return blank.replace("ngày 01", f"ngày {_BLANK_DAY}", 1)
    return vn.format_date_long(day)


def _date_short(value: object) -> str:
    return vn.format_date_short(full_date_of(value))


def _month(value: object) -> str:
    return vn.format_month(month_of(value))


def _quarter(value: object) -> str:
    return vn.format_quarter(month_of(value))


def _year(value: object, later: object = 0) -> str:
    if isinstance(later, bool) or not isinstance(later, int):
        raise FormulaError("“nam” chỉ nhận số năm về sau", "ví dụ: nam, hoặc nam(1) cho năm sau")
    return str(month_of(value).year + later)


def _roman(value: object) -> str:
    return vn.roman(_whole(value))


def _letter(value: object) -> str:
    return vn.letter(_whole(value))


def _whole(value: object) -> int:
    number = finite(value)
    if number != number.to_integral_value():
        raise FormulaError(f"cần một số nguyên, không phải {vn.format_number(number)}")
    return int(number)


def _sorted(value: object) -> list[object]:
    return sorted(_items(value), key=lambda item: vn.sort_key(name_of(item)))


def _joined(value: object, separator: str = "") -> str:
    return str(separator).join(name_of(item) for item in _items(value))


def _length(value: object) -> int:
    return len(value) if isinstance(value, str) else len(_items(value))


def _first(value: object) -> object:
    return _some(value)[0]


def _last(value: object) -> object:
    return _some(value)[-1]


def _some(value: object) -> list[object]:
    items = _items(value)
    if not items:
        raise FormulaError("danh sách không có mục nào")
    return items


def _items(value: object) -> list[object]:
    if not isinstance(value, list | tuple):
        raise FormulaError(f"cần một danh sách, không phải {describe(value)}")
    return list(value)


def _capitalised(value: object) -> str:
    text = text_of(value)
    return text[:1].upper() + text[1:]


def _refusing(function: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, with the complaints of `vietnamese` (ValueError) turned into FormulaErrors."""

    @wraps(function)
    def refusing(*arguments: Any, **options: Any) -> Any:
        try:
            return function(*arguments, **options)
        except ValueError as error:
            raise FormulaError(str(error)) from error

    return refusing


_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "so": _number,
    "ti_so": _ratio_pair,
    "ti_le": _rate,
    "dem": _count,
    "tang_giam": _change,
    "tien": _money,
    "tien_gon": _money_short,
    "doi_don_vi": converted,
    "so_don_vi": with_unit,
    "so_sanh": compared,
    "theo_dau": by_sign,
    "bang_chu": _in_words,
    "ngay": _date_long,
    "ngay_ngan": _date_short,
    "thang": _month,
    "quy": _quarter,
    "nam": _year,
    "la_ma": _roman,
    "chu_cai": _letter,
    "bieu_do": chart_of,
    COMPARISON: table_of,
    "sap_xep": _sorted,
    "viet_hoa": _capitalised,
    "join": _joined,
    "length": _length,
    "first": _first,
    "last": _last,
}
FILTERS: Mapping[str, Callable[..., Any]] = {
    name: _refusing(function) for name, function in _FUNCTIONS.items()
}
