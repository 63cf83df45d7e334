"""What a formula can name: `ct`, `ky`, `ngay`, `don_vi` and so on, and the parts of each."""

from collections.abc import Mapping
from typing import Union

from jinja2 import nodes

INDICATORS, PERIOD, BASES, COMPARISON = "ct", "ky", "can_cu", "bang_so_sanh"
EACH = "*"  # the part of a list that every item has the shape of

_LIST_FILTERS = ("first", "last", "sap_xep")

Shape = Mapping[str, Union["Shape", None]]  # None: a value without parts


def _parts(*names: str) -> dict[str, None]:
    return dict.fromkeys(names)


INDICATOR: Shape = _parts(
    "ma", "ten", "thuc_hien", "tong_so", "don_vi_tinh", "ky_truoc", "cung_ky", "chu",
    "nguon", "don_vi_nop", "ghi_chu", "la_ti_le",
)  # fmt: skip
SIGNER: Shape = _parts("quyen_han", "chuc_vu", "chuc_danh", "cap_bac", "ho_ten")
LOOP: Shape = _parts("index", "index0", "first", "last", "length")
NAMES: Mapping[str, Shape | None] = {
    PERIOD: _parts("tu", "den", "ca_thang"),
    "ngay": None,
    "so": None,
    "loai": None,
    "kieu": _parts("ten", "ten_trong_cau", "viet_tat", "la_cong_van", "lenh"),
    BASES: {EACH: None},
    "nguoi_ky": SIGNER,
    "chu_ky": {EACH: SIGNER},
    COMPARISON: None,
    "don_vi": {
        **_parts("co_quan_chu_quan", "co_quan_ban_hanh", "dia_danh", "viet_tat", "ky_hieu"),
        **_parts("ten_goi", "cap", "luu"),
        "nguoi_ky": SIGNER,
        "noi_nhan": {EACH: _parts("ten", "ghi_chu")},
    },
}


def part_name(node: nodes.Getattr | nodes.Getitem) -> str | int:
    """The part that `.name`, `["name"]` or `[0]` asks for."""
    if isinstance(node, nodes.Getattr):
        return node.attr
    key = node.arg.value if isinstance(node.arg, nodes.Const) else ""
    return key if isinstance(key, int) else str(key)


def indicator_code(node: nodes.Node) -> str:
    """The code in `ct.code`; empty for any other expression."""
    if not isinstance(node, nodes.Getattr | nodes.Getitem):
        return ""
    if not (isinstance(node.node, nodes.Name) and node.node.name == INDICATORS):
        return ""
    return str(part_name(node))


def shape_of(node: nodes.Node, names: Mapping[str, Shape | None]) -> Shape | None:
    """The parts of an expression's value; None where it has none."""
    if indicator_code(node):
        return INDICATOR
    match node:
        case nodes.Name():
            return names.get(node.name)
        case nodes.Getattr() | nodes.Getitem():
            return part_of(shape_of(node.node, names), part_name(node))
        case nodes.List() | nodes.Tuple() if node.items:
            return {EACH: shape_of(node.items[0], names)}
        case nodes.Filter() if node.node is not None and node.name in _LIST_FILTERS:
            shape = shape_of(node.node, names)
            return shape if node.name == "sap_xep" else part_of(shape, 0)
        case _:
            return None


def part_of(shape: Shape | None, part: str | int) -> Shape | None:
    """The shape of a part; None where there is no such part, or it has no parts itself."""
    return (shape or {}).get(EACH if isinstance(part, int) else part)


def has_part(shape: Shape | None, part: str | int) -> bool:
    """Whether a value of that shape has the part."""
    return (EACH if isinstance(part, int) else part) in (shape or {})


def item_shapes(shape: Shape | None, count: int) -> tuple[Shape | None, ...]:
    """The shapes of a loop's variables: of a list's items, or of their parts if there are more."""
    item = part_of(shape, 0)
    return (item,) if count == 1 else (part_of(item, 0),) * count
