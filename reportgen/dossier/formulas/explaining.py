"""How a figure's value came about: the formula taken apart, down to files, lines and cells."""

from collections.abc import Sequence
from contextlib import suppress
from functools import cmp_to_key, reduce

from reportgen.dossier.formulas import quantities as q
from reportgen.dossier.formulas.aggregates import is_condition, quantities, row_named, rows_of
from reportgen.dossier.formulas.computed import Computed
from reportgen.dossier.formulas.data_tables import DataRow, DataTable
from reportgen.dossier.formulas.faults import Fault
from reportgen.dossier.formulas.figures import figure_value
from reportgen.dossier.formulas.functions import is_aggregate
from reportgen.dossier.formulas.nodes import (
    Binary,
    Call,
    Name,
    Node,
    Part,
    parts_of,
    spelled,
)
from reportgen.dossier.formulas.quantities import Quantity
from reportgen.dossier.formulas.reckoning import (
    Value,
    World,
    column_index,
    number,
    table_of,
    text,
    value_of,
)
from reportgen.dossier.formulas.steps import Step
from reportgen.problems import Place

_SIGNS = {"+": "+", "-": "-", "*": "×", "/": ":"}
_ADDING = ("+", "-")
_RANKS = ("xep_hang", "so_dong_hang")


def explain(code: str, computed: Computed) -> Step:
    """The value of a figure and what it came from.

    The figure must be there, and its formula must have a value (`computed` has no errors).
    """
    return _figure(code, "thuc_hien", computed, ())


def _figure(code: str, part: str, computed: Computed, above: tuple[str, ...]) -> Step:
    figure = computed.indicators[code]
    formula = computed.formulas.get(code) if part in ("thuc_hien", "tong_so") else None
    node = None
    if formula is not None:
        node = formula.node if part == "thuc_hien" else formula.total
    label = code if part == "thuc_hien" else f"{code}.{part}"
    name = f"{label} ({figure.ten})" if figure.ten else label
    value = _shown(figure_value(figure, part))
    if node is None or formula is None or code in above:
        note = f"nguồn: {figure.nguon}" if figure.nguon else ""
        return Step(name, value, figure.place, note=note)
    if part == "thuc_hien" and figure.lam_tron is not None:
        note = f"làm tròn {figure.lam_tron} chữ số sau dấu phẩy"
    else:
        note = ""
    inner = _step(node, computed, (*above, code))
    text, place = spelled(node), formula.declared.place
    if inner.text == text and inner.place is None:
        note = "; ".join(filter(None, (inner.note, note)))
        return Step(name, value, place, text, inner.arithmetic, note, inner.parts)
    return Step(name, value, place, text, note=note, parts=(inner,))


def _step(node: Node, computed: Computed, above: tuple[str, ...]) -> Step:
    world = computed.world
    match node:
        case Name() if node.name in computed.indicators:
            return _figure(node.name, "thuc_hien", computed, above)
        case Part() if node.owner in computed.indicators:
            return _share_or_part(node, computed, above)
        case Call() if is_aggregate(node) and table_of(node.arguments, world) is not None:
            return _over_rows(node, world)
        case Call():
            return _called(node, computed, above)
        case Binary():
            terms = _terms(node)
            shown = [str(number(one, world)) for _, one in terms]
            signs = ["", *(f" {_SIGNS[sign]} " for sign, _ in terms[1:])]
            line = "".join(f"{sign}{_inner(one)}" for sign, one in zip(signs, shown, strict=True))
            value = _shown(value_of(node, world))
            parts = _parts([one for _, one in terms], computed, above)
            return Step(spelled(node), value, arithmetic=f"{line} = {value}", parts=parts)
        case _:
            value = _shown(value_of(node, world))
            return Step(spelled(node), value, parts=_parts(parts_of(node), computed, above))


def _share_or_part(node: Part, computed: Computed, above: tuple[str, ...]) -> Step:
    figure = computed.indicators[node.owner]
    if node.name != "ti_le" or figure.la_ti_le:
        part = "thuc_hien" if node.name == "ti_le" else node.name
        return _figure(node.owner, part, computed, above)
    value = _shown(figure_value(figure, "ti_le"))
    parts = tuple(_figure(node.owner, one, computed, above) for one in ("thuc_hien", "tong_so"))
    line = f"{parts[0].value} : {parts[1].value} = {value}"
    return Step(spelled(node), value, arithmetic=line, parts=parts)


def _called(node: Call, computed: Computed, above: tuple[str, ...]) -> Step:
    world = computed.world
    value = _shown(value_of(node, world))
    if "_so_voi_" in f"_{node.function}" and isinstance(node.arguments[0], Name):
        column = "ky_truoc" if node.function.endswith("ky_truoc") else "cung_ky"
        code = node.arguments[0].name
        periods = ("thuc_hien", column)
        parts = tuple(_figure(code, one, computed, above) for one in periods)
        now, before = (one.value for one in parts)
        line = f"{now} - {before} = {value}"
        if node.function.startswith("ti_le"):
            line = f"({now} - {before}) : {before} = {value}"
        return Step(spelled(node), value, arithmetic=line, parts=parts)
    lines = {"ti_trong": "{0} : {1}", "toc_do_tang": "({0} - {1}) : {1}"}
    shown = [_shown(value_of(one, world)) for one in node.arguments]
    line = lines.get(node.function, "").format(*map(_inner, shown))
    if node.function == "tong":
        line = " + ".join(map(_inner, shown))
    arithmetic = f"{line} = {value}" if line else ""
    inside = _parts(node.arguments, computed, above)
    return Step(spelled(node), value, arithmetic=arithmetic, parts=inside)


def _parts(nodes: Sequence[Node], computed: Computed, above: tuple[str, ...]) -> tuple[Step, ...]:
    """The steps of what is not plain to see in the formula itself."""
    return tuple(
        _step(node, computed, above)
        for node in nodes
        if isinstance(node, Name | Part | Call) or parts_of(node)
    )


def _over_rows(node: Call, world: World) -> Step:
    """A function over rows: each of its columns with the rows that were reckoned with."""
    value = _shown(value_of(node, world))
    if node.function == "gia_tri":
        return _named_row(node, world, value)
    if node.function in _RANKS:
        return _ranking(node, world, value)
    table, rows = _rows(node, world)
    columns = [one for one in node.arguments if isinstance(one, Part | Binary | Call)]
    columns = [one for one in columns if not is_condition(one)]
    summed = [one for one in columns if _is_summed(node, one)]
    parts = tuple(_column(one, table, rows, world, summed=one in summed) for one in columns)
    if not parts:
        parts = tuple(_counted(node.arguments[0], table, row, world) for row in rows)
    note = f"{len(rows)} dòng của {table.table.header_place.file}"
    if left_out := len(table.all_rows) - len(table.rows):
        note += f", không kể {left_out} dòng tổng"
    line = _arithmetic(node, parts, value)
    if len(columns) == 1 and isinstance(columns[0], Part):
        parts = parts[0].parts
    return Step(spelled(node), value, arithmetic=line, note=note, parts=parts)


def _rows(node: Call, world: World) -> tuple[DataTable, list[DataRow]]:
    try:
        return rows_of(node, world)
    except Fault:
        table = table_of(node.arguments, world)
        if table is None:
            raise
        return table, []


def _counted(condition: Node, table: DataTable, row: DataRow, world: World) -> Step:
    """A row that meets a condition, with the number that is compared in it."""
    shown = ""
    if isinstance(condition, Binary) and table_of([condition.left], world) is table:
        with suppress(Fault):  # a text is compared: the row's name will do
            shown = str(number(condition.left, world, row))
    return Step(row.name, shown, table.table.places[row.number])


def _arithmetic(node: Call, parts: tuple[Step, ...], value: str) -> str:
    match node.function:
        case "ti_le_chung":
            return f"{parts[0].value} : {parts[1].value} = {value}"
        case "binh_quan_gian_don":
            return f"{parts[0].value} : {len(parts[0].parts)} dòng = {value}"
        case "binh_quan_gia_quyen":
            return f"tổng của ({parts[0].text} × {parts[1].text}) : {parts[1].value} = {value}"
        case _:
            return ""


def _is_summed(node: Call, column: Node) -> bool:
    """Whether the function adds the rows of a column up; of values with weights only these."""
    if node.function == "binh_quan_gia_quyen":
        return column is node.arguments[1]
    return node.function in ("tong", "ti_le_chung", "binh_quan_gian_don")


def _column(
    node: Node, table: DataTable, rows: list[DataRow], world: World, *, summed: bool
) -> Step:
    pairs = quantities(node, world, rows)
    whole = str(reduce(q.add, [value for _, value in pairs])) if summed else ""
    cells = tuple(Step(row.name, str(value), _cell_place(node, table, row)) for row, value in pairs)
    return Step(spelled(node), whole, note="cộng các dòng" if summed else "", parts=cells)


def _cell_place(node: Node, table: DataTable, row: DataRow) -> Place:
    if isinstance(node, Part):
        return table.place_of(row, column_index(node, table))
    return table.table.places[row.number]


def _named_row(node: Call, world: World, value: str) -> Step:
    column, name = node.arguments
    table = table_of([column], world)
    if table is None:
        return Step(spelled(node), value)
    row = row_named(table, text(name, world), list(table.all_rows))
    return Step(spelled(node), value, _cell_place(column, table, row), note=f"dòng “{row.name}”")


def _ranking(node: Call, world: World, value: str) -> Step:
    column, name, *rest = node.arguments
    conditions = tuple(filter(is_condition, rest))
    table, rows = rows_of(Call(node.function, (column, *conditions)), world)
    lowest_first = any(isinstance(one, Name) and one.name == "tu_thap" for one in rest)
    sign = 1 if lowest_first else -1

    def order_of(one: tuple[DataRow, Quantity], other: tuple[DataRow, Quantity]) -> int:
        return sign * q.compared(one[1], other[1])

    pairs = sorted(quantities(column, world, rows), key=cmp_to_key(order_of))
    cells = []
    place = 0
    for index, (row, quantity) in enumerate(pairs, 1):
        if index == 1 or q.compared(quantity, pairs[index - 2][1]) != 0:
            place = index
        label = f"{place}. {row.name}"
        cells.append(Step(label, str(quantity), _cell_place(column, table, row)))
    own = row_named(table, text(name, world), rows)
    order = "từ thấp đến cao" if lowest_first else "từ cao đến thấp"
    note = f"{own.name} trong {len(rows)} dòng, {order}; bằng nhau thì cùng hạng"
    return Step(spelled(node), value, note=note, parts=tuple(cells))


def _terms(node: Node) -> list[tuple[str, Node]]:
    """The terms of a chain of additions, or the two sides of another operation."""
    if not isinstance(node, Binary):
        return [("+", node)]
    if node.sign in _ADDING and isinstance(node.left, Binary) and node.left.sign in _ADDING:
        return [*_terms(node.left), (node.sign, node.right)]
    return [("", node.left), (node.sign, node.right)]


def _inner(shown: str) -> str:
    return f"({shown})" if shown.startswith("-") else shown


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return "đúng" if value else "sai"
    return str(value) if isinstance(value, Quantity) else value
