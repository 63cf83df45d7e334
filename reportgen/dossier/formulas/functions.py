"""The functions of formulas, named as secretaries type them (HUONG_DAN.md has the same table)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.dossier.formulas import quantities as q
from reportgen.dossier.formulas.aggregates import (
    count_if,
    count_rows,
    extreme,
    extreme_name,
    filled,
    named_value,
    plain_mean,
    rank,
    ratio_of_sums,
    ties,
    total,
    weighted_mean,
)
from reportgen.dossier.formulas.data_tables import DataRow
from reportgen.dossier.formulas.faults import fault
from reportgen.dossier.formulas.nodes import Call, Name, Node, Number, Part, spelled
from reportgen.dossier.formulas.quantities import Quantity
from reportgen.dossier.formulas.reckoning import KIND, UNKNOWN, Value, World, number, text
from reportgen.dossier.indicators import MOST_DECIMALS
from reportgen.dossier.spelling import nearest
from reportgen.vietnamese import conversion, parse_unit

_Run = Callable[[Call, World, DataRow | None], Value]
_MEANS = ("binh_quan", "trung_binh", "tb", "average", "avg", "mean")


@dataclass(frozen=True, slots=True)
class Function:
    """How a function is typed (`usage`), how many arguments it takes, and what it does."""

    usage: str
    least: int
    most: int
    run: _Run


def called(node: Call, world: World, row: DataRow | None) -> Value:
    """The value of a call; raises Fault for an unknown function or too few or many arguments."""
    function = FUNCTIONS.get(node.function)
    if function is None:
        raise fault(UNKNOWN, f"không có hàm “{node.function}”", _meant(node.function))
    count = len(node.arguments)
    if not function.least <= count <= function.most:
        message = f"hàm {node.function} có {count} tham số, không đúng số tham số cần có"
        raise fault(KIND, message, f"viết: {function.usage}")
    return function.run(node, world, row)


def _meant(name: str) -> str:
    if name in _MEANS:
        return (
            "nói rõ: binh_quan_gia_quyen(gia_tri; quyen_so), ti_le_chung(tu_so; mau_so), hoặc "
            "binh_quan_gian_don(cot) nếu đúng là muốn cộng các giá trị rồi chia cho số dòng"
        )
    near = nearest(name, FUNCTIONS)
    return f"có phải là “{near}” không?" if near else f"có các hàm: {', '.join(FUNCTIONS)}"


def _share(node: Call, world: World, row: DataRow | None) -> Quantity:
    """A share is a rate even where no units are known."""
    part, whole = (number(one, world, row) for one in node.arguments)
    quotient = q.divide(part, whole)
    if not quotient.is_rate and part.unit is not None and whole.unit is not None:
        message = f"tỷ trọng phải là hai số cùng đơn vị, nhưng đây là {part} và {whole}"
        raise fault(q.UNITS, message, "dùng phép chia “/” nếu muốn bình quân trên một đơn vị")
    return q.rate(quotient.value)


def _growth(now: Quantity, before: Quantity) -> Quantity:
    return q.rate(q.divide(q.add(now, before, -1), before).value)


def _growth_of_two(node: Call, world: World, row: DataRow | None) -> Quantity:
    now, before = (number(one, world, row) for one in node.arguments)
    return _growth(now, before)


def _against(column: str, *, relative: bool) -> _Run:
    def run(node: Call, world: World, row: DataRow | None) -> Quantity:
        (figure,) = node.arguments
        if not isinstance(figure, Name) or figure.name not in world.figures:
            message = f"hàm {node.function} cần mã một chỉ tiêu, không phải “{spelled(figure)}”"
            raise fault(KIND, message, f"viết: {FUNCTIONS[node.function].usage}")
        now = number(figure, world, row)
        before = number(Part(figure.name, column), world, row)
        if relative:
            return _growth(now, before)
        change = q.add(now, before, -1)
        return replace(change, unit=q.POINTS) if change.is_rate else change

    return run


def _round(node: Call, world: World, row: DataRow | None) -> Quantity:
    value, decimals = node.arguments
    whole = isinstance(decimals, Number) and decimals.value in range(MOST_DECIMALS + 1)
    if not whole or not isinstance(decimals, Number) or decimals.is_rate:
        message = f"“{spelled(decimals)}” không phải là số chữ số sau dấu phẩy"
        raise fault(KIND, message, f"ghi một số nguyên từ 0 đến {MOST_DECIMALS}")
    return q.rounded(number(value, world, row), int(decimals.value))


def _converted(node: Call, world: World, row: DataRow | None) -> Quantity:
    value = number(node.arguments[0], world, row)
    wanted = parse_unit(text(node.arguments[1], world, row))
    if wanted is None:
        raise fault(KIND, "chưa ghi đơn vị để đổi sang", 'ví dụ: doi_don_vi(x; "triệu đồng")')
    if value.unit is None:
        message = f"“{spelled(node.arguments[0])}” không có đơn vị nên không đổi được"
        raise fault(q.UNITS, message, "ghi đơn vị ở cột don_vi_tinh của chỉ tiêu đó")
    try:
        factor = conversion(value.unit, wanted)
    except ValueError as error:
        raise fault(q.UNITS, f"{error} ({value})", "kiểm tra hai đơn vị") from error
    return Quantity(value.value * factor, wanted)


def _bare(node: Call, world: World, row: DataRow | None) -> Quantity:
    return Quantity(number(node.arguments[0], world, row).value)


def _absolute(node: Call, world: World, row: DataRow | None) -> Quantity:
    value = number(node.arguments[0], world, row)
    return q.negative(value) if value.value < Decimal(0) else value


_MANY = 100
FUNCTIONS: Mapping[str, Function] = {
    "tong": Function("tong(bang.cot; điều kiện), hoặc tong(a; b; c)", 1, _MANY, total),
    "ti_le_chung": Function("ti_le_chung(bang.tu_so; bang.mau_so; điều kiện)", 2, 3, ratio_of_sums),
    "binh_quan_gia_quyen": Function(
        "binh_quan_gia_quyen(bang.gia_tri; bang.quyen_so; điều kiện)", 2, 3, weighted_mean
    ),
    "binh_quan_gian_don": Function("binh_quan_gian_don(bang.cot; điều kiện)", 1, 2, plain_mean),
    "lon_nhat": Function(
        "lon_nhat(bang.cot; điều kiện), hoặc lon_nhat(a; b)", 1, _MANY, extreme(1)
    ),
    "nho_nhat": Function(
        "nho_nhat(bang.cot; điều kiện), hoặc nho_nhat(a; b)", 1, _MANY, extreme(-1)
    ),
    "ten_lon_nhat": Function("ten_lon_nhat(bang.cot; điều kiện)", 1, 2, extreme_name(1)),
    "ten_nho_nhat": Function("ten_nho_nhat(bang.cot; điều kiện)", 1, 2, extreme_name(-1)),
    "xep_hang": Function(
        'xep_hang(bang.cot; "Tên dòng"; tu_cao hoặc tu_thap; điều kiện)', 2, 4, rank
    ),
    "so_dong_hang": Function('so_dong_hang(bang.cot; "Tên dòng"; điều kiện)', 2, 3, ties),
    "gia_tri": Function('gia_tri(bang.cot; "Tên dòng")', 2, 2, named_value),
    "dem_neu": Function("dem_neu(điều kiện), ví dụ dem_neu(tinh.ti_le >= 90%)", 1, 1, count_if),
    "so_dong": Function("so_dong(bang)", 1, 1, count_rows),
    "co_so_lieu": Function("co_so_lieu(bang.cot), dùng làm điều kiện", 1, 1, filled),
    "ti_trong": Function("ti_trong(bo_phan; tong_the)", 2, 2, _share),
    "toc_do_tang": Function("toc_do_tang(nay; truoc)", 2, 2, _growth_of_two),
    "so_voi_ky_truoc": Function("so_voi_ky_truoc(ma)", 1, 1, _against("ky_truoc", relative=False)),
    "ti_le_so_voi_ky_truoc": Function(
        "ti_le_so_voi_ky_truoc(ma)", 1, 1, _against("ky_truoc", relative=True)
    ),
    "so_voi_cung_ky": Function("so_voi_cung_ky(ma)", 1, 1, _against("cung_ky", relative=False)),
    "ti_le_so_voi_cung_ky": Function(
        "ti_le_so_voi_cung_ky(ma)", 1, 1, _against("cung_ky", relative=True)
    ),
    "lam_tron": Function("lam_tron(x; số chữ số sau dấu phẩy)", 2, 2, _round),
    "doi_don_vi": Function('doi_don_vi(x; "triệu đồng")', 2, 2, _converted),
    "khong_don_vi": Function("khong_don_vi(x)", 1, 1, _bare),
    "tri_tuyet_doi": Function("tri_tuyet_doi(x)", 1, 1, _absolute),
}


def is_aggregate(node: Node) -> bool:
    """Whether a node reckons over the rows of a table by itself."""
    return isinstance(node, Call) and node.function in _OVER_ROWS


_OVER_ROWS = frozenset(
    {
        "tong", "ti_le_chung", "binh_quan_gia_quyen", "binh_quan_gian_don", "lon_nhat", "nho_nhat",
        "ten_lon_nhat", "ten_nho_nhat", "xep_hang", "so_dong_hang", "gia_tri", "dem_neu", "so_dong",
    }
)  # fmt: skip
