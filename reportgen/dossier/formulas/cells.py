"""Cells of tables as formulas read them: numbers with the column's unit, or text."""

from reportgen.dossier.formulas.data_tables import BLANKS, DataRow, DataTable, folded
from reportgen.dossier.formulas.faults import Fault, Trouble, fault
from reportgen.dossier.formulas.figures import MISSING
from reportgen.dossier.formulas.quantities import Quantity, rate
from reportgen.dossier.spelling import nearest
from reportgen.dossier.value_cells import read_value
from reportgen.problems import Problem
from reportgen.vietnamese.numbers import shift

NOT_A_NUMBER, NO_SUCH_TEXT, FRACTIONS = "TS024", "TS025", "TS026"


def is_blank(row: DataRow, index: int) -> bool:
    """Whether a cell holds no value (`-`, `…` and `x` say so in words)."""
    return row.cells[index].strip() in BLANKS


def cell_quantity(table: DataTable, row: DataRow, index: int) -> Quantity:
    """The number of a cell, in its column's unit; raises Fault with the cell's place."""
    title = table.table.header[index]
    typed = row.cells[index].strip()
    place = table.place_of(row, index)
    if typed in BLANKS:
        message = f"dòng “{row.name}” chưa có giá trị ở cột “{title}” của bảng {table.name}"
        hint = "điền số (bằng không thì ghi 0), hoặc chỉ tính dòng đã có: co_so_lieu(…) ở cuối hàm"
        raise fault(MISSING, message, hint, place)
    problems: list[Problem] = []
    parsed = read_value(typed, f"“{title}”, dòng “{row.name}”", place, problems)
    if parsed is None:
        raise Fault(Trouble(NOT_A_NUMBER, one.message, one.hint, place) for one in problems)
    unit = table.unit_of(index)
    if parsed.is_percent:
        return rate(parsed.ratio)
    if unit is not None and unit.is_percent:
        _refuse_fractions(table, index)
        return rate(shift(parsed.value, -2))
    return Quantity(parsed.value, unit)


def _refuse_fractions(table: DataTable, index: int) -> None:
    """0,133 under `(%)` may be 0,133% or 13,3%: nothing is guessed."""
    if index in table.bare_fractions:
        title = table.table.header[index]
        message = (
            f"cột “{title}” của bảng {table.name} ghi theo % nhưng mọi giá trị đều không quá 1: "
            "không rõ 0,5 là 0,5% hay 50%"
        )
        hint = "trong Excel đặt ô kiểu Percentage rồi lưu lại, hoặc gõ cả dấu %"
        raise fault(FRACTIONS, message, hint, table.table.header_place)


def cell_text(table: DataTable, row: DataRow, index: int, wanted: str) -> bool:
    """Whether a cell holds that text; raises Fault where no cell of the column does."""
    words = folded(wanted)
    if folded(row.cells[index]) == words:
        return True
    if words not in table.texts[index]:
        values = dict.fromkeys(one.cells[index].strip() for one in table.all_rows)
        title = table.table.header[index]
        near = nearest(wanted, values)
        some = ", ".join(f"“{value}”" for value in list(values)[:8] if value)
        hint = f"có phải là “{near}” không?" if near else f"trong cột có: {some}"
        message = f"cột “{title}” của bảng {table.name} không có ô nào là “{wanted}”"
        raise fault(NO_SUCH_TEXT, message, hint)
    return False
