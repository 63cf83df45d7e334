"""What a formula gave, held against what its figure says: unit, decimals, a value typed beside."""

from dataclasses import replace
from decimal import Decimal

from reportgen.dossier.formulas import quantities as q
from reportgen.dossier.formulas.faults import Fault, fault
from reportgen.dossier.formulas.nodes import (
    Binary,
    Call,
    Minus,
    Name,
    Node,
    Number,
    Part,
    Text,
)
from reportgen.dossier.formulas.quantities import Quantity
from reportgen.dossier.formulas.reckoning import KIND, Value, World, value_of
from reportgen.dossier.indicators import Indicator
from reportgen.vietnamese import parse_unit, round_half_up

DIFFERENT, BESIDE_RATE = "TS005", "TS006"
_OF_PERIODS = ("tong", "ti_trong", "lam_tron", "doi_don_vi", "khong_don_vi", "tri_tuyet_doi")
"""Functions whose value in another period is that of the figures in that period."""


def conformed(value: Value, unit: str, decimals: int | None) -> Quantity | str:
    """The value in the declared unit, rounded where that is declared; raises Fault (TS010, 012)."""
    if isinstance(value, bool):
        raise fault(KIND, "công thức là một điều kiện, không phải một số", "dùng dem_neu(…) để đếm")
    if isinstance(value, str):
        return value
    fitted = _in_unit(value, unit)
    return fitted if decimals is None else q.rounded(fitted, decimals)


def _in_unit(value: Quantity, unit: str) -> Quantity:
    wanted = parse_unit(unit)
    if wanted is None:
        return value
    if value.loose:
        return replace(value, unit=wanted, loose=False)
    if value.unit is None:
        if wanted.is_percent:
            message = f"kết quả là số {value} chứ không phải tỷ lệ, nhưng đơn vị khai là %"
            raise fault(
                q.RATE, message, "chia cho tổng, ví dụ ti_trong(a; b), hoặc sửa don_vi_tinh"
            )
        return replace(value, unit=wanted)
    if value.unit.same_as(wanted):
        return replace(value, unit=wanted, loose=False)
    if value.is_rate and wanted.base == "lần":
        return replace(value, unit=wanted)
    message = f"kết quả tính theo “{value.unit.text}” ({value}) nhưng đơn vị khai là “{unit}”"
    hint = "sửa don_vi_tinh của chỉ tiêu"
    if value.unit.fits(wanted):
        hint = f'viết doi_don_vi(…; "{unit}"), hoặc {hint}'
    raise fault(q.UNITS, message, hint)


def checked_against_typed(figure: Indicator, value: Quantity | str) -> None:
    """Raise Fault where a typed value is another one (TS005), or cannot stand beside (TS006).

    A rate, or a number with decimals, may be typed rounded.
    """
    if isinstance(value, str):
        typed = figure.thuc_hien
        if typed is not None:
            message = f"gõ {typed} ở cột thuc_hien, nhưng công thức cho chữ “{value}”"
            raise fault(DIFFERENT, message, "để trống ô thuc_hien")
        return
    others = [one for one in ("ky_truoc", "cung_ky") if getattr(figure, one) is not None]
    if value.is_rate and figure.tong_so is not None:
        raise fault(BESIDE_RATE, f"kết quả là tỷ lệ {value} nên không có tong_so", "bỏ tong_so")
    if others and value.is_rate != figure.la_ti_le and figure.thuc_hien is None:
        sort = "một tỷ lệ" if value.is_rate else "một số lượng"
        message = f"kết quả {value} là {sort} nhưng {' và '.join(others)} thì không"
        raise fault(BESIDE_RATE, message, "thêm hoặc bỏ dấu % ở các cột đó")
    if figure.thuc_hien is not None:
        _compare(figure, figure.thuc_hien, value)


def _compare(figure: Indicator, typed: Decimal, value: Quantity) -> None:
    computed = q.settled(value.value)
    exponent = typed.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    rounded = round_half_up(computed, decimals) if value.is_rate or decimals else computed
    if value.is_rate != figure.la_ti_le or typed != rounded:
        shown = (
            q.rate(typed) if figure.la_ti_le else Quantity(typed, parse_unit(figure.don_vi_tinh))
        )
        message = f"đã gõ {shown}, nhưng công thức cho {value}"
        raise fault(DIFFERENT, message, "xoá giá trị đã gõ, hoặc sửa công thức")


def with_value(figure: Indicator, value: Quantity | str, column: str = "thuc_hien") -> Indicator:
    """The figure with that value, its unit and whether it is a rate."""
    if isinstance(value, str):
        return replace(figure, chu=value)
    settled = q.settled(value.value)
    if column == "tong_so":
        return replace(figure, tong_so=settled)
    unit = figure.don_vi_tinh
    if not unit and value.unit is not None and (not value.is_rate or value.unit.is_points):
        unit = value.unit.text
    return replace(figure, thuc_hien=settled, la_ti_le=value.is_rate, don_vi_tinh=unit)


def with_earlier_periods(figure: Indicator, node: Node, world: World) -> Indicator:
    """The figure with the same formula over the figures of the last period and of last year.

    Only where the formula has nothing but figures in it, all of them have such values, and none is
    typed.
    """
    for column in ("ky_truoc", "cung_ky"):
        earlier = _of_period(node, column)
        if earlier is None or getattr(figure, column) is not None or figure.chu:
            continue
        try:
            value = conformed(value_of(earlier, world), figure.don_vi_tinh, figure.lam_tron)
        except Fault:
            continue
        if isinstance(value, Quantity) and value.is_rate == figure.la_ti_le:
            settled = q.settled(value.value)
            if column == "ky_truoc":
                figure = replace(figure, ky_truoc=settled)
            else:
                figure = replace(figure, cung_ky=settled)
    return figure


def _of_period(node: Node, column: str) -> Node | None:
    """The formula with each figure's value in another period; None where it has other things."""
    match node:
        case Number() | Text():
            return node
        case Name():
            return Part(node.name, column)
        case Minus():
            inner = _of_period(node.operand, column)
            return Minus(inner) if inner else None
        case Binary():
            left, right = _of_period(node.left, column), _of_period(node.right, column)
            return Binary(node.sign, left, right) if left and right else None
        case Call() if node.function in _OF_PERIODS:
            inside = [_of_period(one, column) for one in node.arguments]
            kept = tuple(one for one in inside if one is not None)
            return Call(node.function, kept) if len(kept) == len(inside) else None
        case _:
            return None
