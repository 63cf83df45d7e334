"""Functions over the rows of a table: sums, means, ranks, extremes, counts."""

from collections.abc import Callable
from decimal import Decimal, localcontext
from functools import reduce

from reportgen.dossier.formulas import quantities as q
from reportgen.dossier.formulas.cells import is_blank
from reportgen.dossier.formulas.data_tables import DataRow, DataTable
from reportgen.dossier.formulas.faults import Fault, Trouble, fault
from reportgen.dossier.formulas.nodes import Binary, Both, Call, Name, Node, Not, Part, spelled
from reportgen.dossier.formulas.quantities import Quantity
from reportgen.dossier.formulas.reckoning import (
    KIND,
    ROW,
    WORDS,
    World,
    column_index,
    holds,
    number,
    table_of,
    text,
)
from reportgen.dossier.spelling import nearest

NO_ROWS = "TS027"
_MOST_TROUBLES = 20
_Pairs = list[tuple[DataRow, Quantity]]


def is_condition(node: Node) -> bool:
    """Whether a node says yes or no."""
    match node:
        case Binary():
            return node.compares
        case Both() | Not():
            return True
        case Call():
            return node.function == "co_so_lieu"
        case _:
            return False


def rows_of(node: Call, world: World) -> tuple[DataTable, list[DataRow]]:
    """The table that a function reckons over, and the rows that meet its conditions.

    Raises Fault where no table is named, or no row is left.
    """
    table = table_of(node.arguments, world)
    if table is None:
        for one in node.arguments:
            number(one, world)  # an unknown name is told before anything else
        message = f"hàm {node.function} tính trên một cột của bảng, nhưng ở đây không có bảng nào"
        raise fault(KIND, message, "ví dụ: tinh.ho_so; bảng khai ở khoá bang của hồ sơ")
    conditions = [one for one in node.arguments if is_condition(one)]
    rows = [row for row in table.rows if all(holds(one, world, row) for one in conditions)]
    if not rows:
        file = table.table.header_place.file
        what = " và ".join(map(spelled, conditions))
        message = f"bảng {table.name} ({file}) không có dòng nào"
        raise fault(NO_ROWS, f"{message} thoả {what}" if what else message, "kiểm tra điều kiện")
    return table, rows


def quantities(node: Node, world: World, rows: list[DataRow]) -> _Pairs:
    """The number of each row; raises Fault with all rows that have none."""
    pairs: _Pairs = []
    troubles: list[Trouble] = []
    for row in rows:
        try:
            pairs.append((row, number(node, world, row)))
        except Fault as error:
            troubles += [one for one in error.troubles if one not in troubles]
            if len(troubles) >= _MOST_TROUBLES or any(one.place is None for one in error.troubles):
                break
    if troubles:
        raise Fault(troubles)
    return pairs


def total(node: Call, world: World, row: DataRow | None) -> Quantity:
    """`tong`: of a column, or of figures."""
    if table_of(node.arguments, world) is None:
        return _sum([number(one, world, row) for one in node.arguments])
    column = _only_column(node)
    return _sum([value for _, value in quantities(column, world, rows_of(node, world)[1])])


def ratio_of_sums(node: Call, world: World, _row: DataRow | None) -> Quantity:
    """`ti_le_chung`: sum over sum."""
    _, rows = rows_of(node, world)
    done, whole = _columns(node, 2)
    parts = _sum([value for _, value in quantities(done, world, rows)])
    return q.divide(parts, _sum([value for _, value in quantities(whole, world, rows)]))


def weighted_mean(node: Call, world: World, _row: DataRow | None) -> Quantity:
    """`binh_quan_gia_quyen`: the sum of values times weights over the sum of weights."""
    _, rows = rows_of(node, world)
    column, weight = _columns(node, 2)
    values = [one for _, one in quantities(column, world, rows)]
    weights = [one for _, one in quantities(weight, world, rows)]
    whole = _sum(weights)
    unit = _sum(values).unit
    if whole.value == 0:
        raise fault(q.ZERO, f"tổng của quyền số {spelled(weight)} bằng 0", "kiểm tra cột quyền số")
    with localcontext() as context:
        context.prec = q.DIGITS * 2
        products = (one.value * w.value for one, w in zip(values, weights, strict=True))
        return Quantity(sum(products, Decimal(0)) / whole.value, unit)


def plain_mean(node: Call, world: World, _row: DataRow | None) -> Quantity:
    """`binh_quan_gian_don`: the sum over the number of rows."""
    pairs = quantities(_only_column(node), world, rows_of(node, world)[1])
    return q.divide(_sum([one for _, one in pairs]), Quantity(Decimal(len(pairs)), typed=True))


def extreme(sign: int) -> Callable[[Call, World, DataRow | None], Quantity]:
    """`lon_nhat`, `nho_nhat`: of a column, or of figures."""

    def run(node: Call, world: World, row: DataRow | None) -> Quantity:
        if table_of(node.arguments, world) is None:
            return _best([number(one, world, row) for one in node.arguments], sign)
        pairs = quantities(_only_column(node), world, rows_of(node, world)[1])
        return _best([value for _, value in pairs], sign)

    return run


def extreme_name(sign: int) -> Callable[[Call, World, DataRow | None], str]:
    """`ten_lon_nhat`, `ten_nho_nhat`: the rows that have it, `A và B` where several do."""

    def run(node: Call, world: World, _row: DataRow | None) -> str:
        pairs = quantities(_only_column(node), world, rows_of(node, world)[1])
        best = _best([value for _, value in pairs], sign)
        names = [row.name for row, value in pairs if q.compared(value, best) == 0]
        return " và ".join(filter(None, (", ".join(names[:-1]), names[-1])))

    return run


def rank(node: Call, world: World, _row: DataRow | None) -> Quantity:
    """`xep_hang`: one more than the rows that are better; equal values share a place."""
    own, pairs, descending = _ranked(node, world)
    sign = 1 if descending else -1
    better = sum(sign * q.compared(value, own) > 0 for _, value in pairs)
    return Quantity(Decimal(better + 1))


def ties(node: Call, world: World, _row: DataRow | None) -> Quantity:
    """`so_dong_hang`: how many other rows have the same value."""
    own, pairs, _ = _ranked(node, world)
    return Quantity(Decimal(sum(q.compared(value, own) == 0 for _, value in pairs) - 1))


def named_value(node: Call, world: World, _row: DataRow | None) -> Quantity:
    """`gia_tri`: a column's value in the row of that name, total rows among them."""
    column, name = node.arguments
    table = table_of([column], world)
    if table is None:
        raise fault(KIND, f"“{spelled(column)}” không phải là cột của bảng", "ví dụ: tinh.ho_so")
    return number(column, world, row_named(table, text(name, world), list(table.all_rows)))


def count_if(node: Call, world: World, _row: DataRow | None) -> Quantity:
    """`dem_neu`: how many rows meet a condition; none is 0."""
    (condition,) = node.arguments
    table = table_of([condition], world)
    if table is None or not is_condition(condition):
        hint = "ví dụ: dem_neu(tinh.ti_le >= 90%)"
        raise fault(KIND, f"“{spelled(condition)}” không phải là điều kiện trên một bảng", hint)
    count = sum(holds(condition, world, row) for row in table.rows)
    return Quantity(Decimal(count), counted=True)


def count_rows(node: Call, world: World, _row: DataRow | None) -> Quantity:
    """`so_dong`: how many rows a table has, total rows left out."""
    return Quantity(Decimal(len(rows_of(node, world)[1])), counted=True)


def filled(node: Call, world: World, row: DataRow | None) -> bool:
    """`co_so_lieu`: whether the row's cell in a column holds a value."""
    (column,) = node.arguments
    table = table_of([column], world)
    if table is None or row is None or not isinstance(column, Part):
        message = f"co_so_lieu cần một cột, không phải “{spelled(column)}”"
        raise fault(KIND, message, "dùng làm điều kiện: tong(tinh.ho_so; co_so_lieu(tinh.ho_so))")
    return not is_blank(row, column_index(column, table))


def row_named(table: DataTable, name: str, rows: list[DataRow]) -> DataRow:
    """The row of that name among some; raises Fault (TS022) for none or several."""
    numbers = {row.number for row in rows}
    found = [row for row in table.rows_named(name) if row.number in numbers]
    if len(found) == 1:
        return found[0]
    file = table.table.header_place.file
    if found:
        places = "; ".join(str(table.table.places[row.number]) for row in found)
        message = f"bảng {table.name} có {len(found)} dòng tên “{name}” ({places})"
        raise fault(ROW, message, "sửa tên cho khác nhau, hoặc xoá dòng thừa")
    near = nearest(name, [row.name for row in rows])
    some = ", ".join(row.name for row in rows[:8])
    hint = f"có phải là “{near}” không?" if near else f"các dòng: {some}…"
    raise fault(ROW, f"bảng {table.name} ({file}) không có dòng “{name}” ở đây", hint)


def _ranked(node: Call, world: World) -> tuple[Quantity, _Pairs, bool]:
    """The value of the row that is asked for, all values, and whether the highest is first."""
    column, name, *rest = node.arguments
    order = [one.name for one in rest if isinstance(one, Name)]
    if any(one not in WORDS[:2] for one in order) or len(order) > 1:
        message = f"{node.function}: không hiểu “{order[-1]}”"
        raise fault(KIND, message, "thứ tự ghi tu_cao (cao nhất là thứ 1) hoặc tu_thap")
    table, rows = rows_of(Call(node.function, (column, *filter(is_condition, rest))), world)
    own = row_named(table, text(name, world), rows)
    pairs = quantities(column, world, rows)
    value = next(value for row, value in pairs if row.number == own.number)
    return value, pairs, order != ["tu_thap"]


def _only_column(node: Call) -> Node:
    return _columns(node, 1)[0]


def _columns(node: Call, count: int) -> tuple[Node, ...]:
    """What is reckoned, without the conditions that stand at the end."""
    columns = tuple(one for one in node.arguments if not is_condition(one))
    extra = len(node.arguments) - len(columns)
    if len(columns) != count or extra > 1 or any(map(is_condition, node.arguments[:count])):
        from reportgen.dossier.formulas.functions import FUNCTIONS

        message = f"hàm {node.function}: tham số không đúng"
        raise fault(KIND, message, f"viết: {FUNCTIONS[node.function].usage}")
    return columns


def _sum(values: list[Quantity]) -> Quantity:
    return reduce(q.add, values)


def _best(values: list[Quantity], sign: int) -> Quantity:
    best = values[0]
    for one in values[1:]:
        best = one if sign * q.compared(one, best) > 0 else best
    return best
