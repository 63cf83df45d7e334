"""The value of a formula: figures, cells, arithmetic, conditions. Functions are next door."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reportgen.dossier.formulas import quantities as q
from reportgen.dossier.formulas.cells import cell_quantity, cell_text
from reportgen.dossier.formulas.data_tables import DataRow, DataTable, folded
from reportgen.dossier.formulas.faults import Fault, fault
from reportgen.dossier.formulas.figures import PARTS, figure_value
from reportgen.dossier.formulas.nodes import (
    Binary,
    Both,
    Call,
    Minus,
    Name,
    Node,
    Not,
    Number,
    Part,
    Text,
    spelled,
    walk,
)
from reportgen.dossier.formulas.quantities import Quantity
from reportgen.dossier.indicators import Indicator
from reportgen.dossier.spelling import nearest

UNKNOWN, KIND, ROW = "TS020", "TS021", "TS022"
Value = Quantity | str | bool
PLACE_NAME = "dia_danh"
WORDS = ("tu_cao", "tu_thap", PLACE_NAME)
"""Names that are neither figures nor tables."""
_HOW_TO_ADD = "thêm chỉ tiêu này, hoặc khai bảng ở khoá bang"


@dataclass(frozen=True, slots=True)
class World:
    """What formulas reckon with; `place_name` is the issuer's (`dia_danh`)."""

    figures: Mapping[str, Indicator]
    tables: Mapping[str, DataTable] = field(default_factory=dict)
    place_name: str = ""


def value_of(node: Node, world: World, row: DataRow | None = None) -> Value:
    """The value of a formula, within a table's `row` where there is one; raises Fault."""
    value: Value
    match node:
        case Number():
            value = q.rate(node.value) if node.is_rate else Quantity(node.value, typed=True)
        case Text():
            value = node.text
        case Name():
            value = _named(node.name, world)
        case Part():
            value = _part(node, world, row)
        case Minus():
            value = q.negative(number(node.operand, world, row))
        case Not():
            value = not holds(node.operand, world, row)
        case Both():
            results = (holds(one, world, row) for one in node.operands)
            value = any(results) if node.any_of else all(results)
        case Call():
            from reportgen.dossier.formulas.functions import called

            value = called(node, world, row)
        case Binary():
            value = _binary(node, world, row)
    return value


def number(node: Node, world: World, row: DataRow | None = None) -> Quantity:
    """As `value_of`, where a number is due."""
    value = value_of(node, world, row)
    if isinstance(value, Quantity):
        return value
    what = f"chữ “{value}”" if isinstance(value, str) else "một điều kiện"
    raise fault(KIND, f"“{spelled(node)}” phải là số, nhưng đây là {what}", "sửa công thức")


def holds(node: Node, world: World, row: DataRow | None = None) -> bool:
    """As `value_of`, where a condition is due."""
    value = value_of(node, world, row)
    if isinstance(value, bool):
        return value
    hint = 'ví dụ: tinh.vung = "Tây Nguyên"; tinh.ti_le >= 90%'
    raise fault(KIND, f"“{spelled(node)}” không phải là điều kiện", hint)


def text(node: Node, world: World, row: DataRow | None = None) -> str:
    """As `value_of`, where a text is due."""
    value = value_of(node, world, row)
    if isinstance(value, str):
        return value
    raise fault(KIND, f"“{spelled(node)}” phải là chữ trong dấu nháy", 'ví dụ: "Khánh Hòa"')


def table_of(nodes: Iterable[Node], world: World) -> DataTable | None:
    """The one table that formulas name; None where they name none. Raises Fault for two."""
    named = [
        name
        for node in nodes
        for inner in walk(node)
        if (name := _owner(inner)) in world.tables and name not in world.figures
    ]
    tables = list(dict.fromkeys(named))
    if len(tables) > 1:
        message = f"một hàm chỉ tính trên một bảng, nhưng đây có {' và '.join(tables)}"
        raise fault(KIND, message, "tính riêng từng bảng thành từng chỉ tiêu rồi gộp lại")
    return world.tables[tables[0]] if tables else None


def column_index(node: Part, table: DataTable) -> int:
    """The column that `bang.cot` means; raises Fault for none or several."""
    found = table.columns.get(node.name, ())
    if len(found) == 1:
        return found[0]
    titles = table.table.header
    file = table.table.header_place
    if found:
        both = " và ".join(f"“{titles[index]}”" for index in found)
        message = f"“{spelled(node)}” có thể là {both} ({file})"
        raise fault(UNKNOWN, message, f'ghi nguyên tiêu đề: {table.name}["{titles[found[0]]}"]')
    near = nearest(node.name, table.columns)
    names = ", ".join(f"{name}" for name in table.columns)
    hint = f"có phải là “{table.name}.{near}” không?" if near else f"có các cột: {names}"
    raise fault(UNKNOWN, f"bảng “{table.name}” ({file}) không có cột “{node.name}”", hint)


def _owner(node: Node) -> str:
    match node:
        case Part():
            return node.owner
        case Name():
            return node.name
        case _:
            return ""


def _named(name: str, world: World) -> Value:
    if name in world.figures:
        return figure_value(world.figures[name], "thuc_hien")
    if name in world.tables:
        hint = f"ghi thêm cột, ví dụ tong({name}.ten_cot); đếm dòng: so_dong({name})"
        raise fault(KIND, f"“{name}” là cả một bảng", hint)
    if name == PLACE_NAME:
        return world.place_name
    if name in WORDS:
        raise fault(KIND, f"“{name}” chỉ dùng làm tham số của xep_hang", "xem HUONG_DAN.md")
    raise unknown(name, world)


def unknown(name: str, world: World) -> Fault:
    """The fault of a name that is neither figure nor table."""
    near = nearest(name, [*world.figures, *world.tables, *WORDS])
    hint = f"có phải là “{near}” không?" if near else _HOW_TO_ADD
    if near is None and name == name.upper():
        hint = 'chữ thì đặt trong dấu nháy kép, ví dụ "Khánh Hòa"'
    return fault(UNKNOWN, f"không có chỉ tiêu hay bảng nào tên “{name}”", hint)


def _part(node: Part, world: World, row: DataRow | None) -> Value:
    if node.owner in world.figures:
        if node.name not in PARTS:
            near = nearest(node.name, PARTS)
            hint = f"có phải là “{near}” không?" if near else f"dùng được: {', '.join(PARTS)}"
            raise fault(UNKNOWN, f"chỉ tiêu “{node.owner}” không có phần “{node.name}”", hint)
        return figure_value(world.figures[node.owner], node.name)
    if node.owner not in world.tables:
        raise unknown(node.owner, world)
    table = world.tables[node.owner]
    index = column_index(node, table)
    if row is None:
        hint = f'dùng một hàm: tong({spelled(node)}), gia_tri({spelled(node)}; "Khánh Hòa")…'
        raise fault(KIND, f"“{spelled(node)}” là cả một cột, chưa phải một số", hint)
    return cell_quantity(table, row, index)


def _binary(node: Binary, world: World, row: DataRow | None) -> Value:
    if node.compares:
        return _comparison(node, world, row)
    left, right = number(node.left, world, row), number(node.right, world, row)
    match node.sign:
        case "+":
            return q.add(left, right)
        case "-":
            return q.add(left, right, -1)
        case "*":
            return q.multiply(left, right)
        case _:
            return q.divide(left, right)


def _comparison(node: Binary, world: World, row: DataRow | None) -> bool:
    for one, other in ((node.left, node.right), (node.right, node.left)):
        words = other.text if isinstance(other, Text) else None
        if isinstance(other, Name) and other.name == PLACE_NAME:
            words = world.place_name
        if words is not None and node.sign in ("==", "!="):
            return (_is_text(one, words, world, row)) == (node.sign == "==")
    order = q.compared(number(node.left, world, row), number(node.right, world, row))
    return {
        "==": order == 0, "!=": order != 0, "<": order < 0,
        "<=": order <= 0, ">": order > 0, ">=": order >= 0,
    }[node.sign]  # fmt: skip


def _is_text(node: Node, wanted: str, world: World, row: DataRow | None) -> bool:
    if isinstance(node, Part) and node.owner in world.tables and row is not None:
        table = world.tables[node.owner]
        index = column_index(node, table)
        return cell_text(table, row, index, wanted)
    return folded(text(node, world, row)) == folded(wanted)
