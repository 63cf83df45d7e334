"""How a form looks and what its cells accept: fonts, colours, number formats, locks, paper."""

from collections.abc import Sequence
from decimal import Decimal

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.periods.figures import Figure
from reportgen.writers.xlsx import lay_out_for_print

FONT = "Times New Roman"
_WIDTHS = (5, 20, 46, 13, 15, 17, 15, 22)
_THIN = Side(style="thin", color="808080")
_FRAME = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_TO_FILL = PatternFill("solid", fgColor="FFF2CC")
_HEADING = PatternFill("solid", fgColor="D9E1F2")
_CLOSED = PatternFill("solid", fgColor="EDEDED")
_OPEN = Protection(locked=False)
_CENTRED_ROWS = (1, 2, 3, 4, 5)
_BODY = Font(name=FONT, size=12)
_BOLD = Font(name=FONT, size=12, bold=True)
_TITLE = Font(name=FONT, size=14, bold=True)
_ITALIC = Font(name=FONT, size=11, italic=True)
_SMALL = Font(name=FONT, size=9, color="7F7F7F")
_MOST_DECIMALS = 6
_MM = 1 / 25.4
_VIETNAMESE = "[$-42A]"


def head_line(cell: Cell, row: int) -> None:
    """A line above the table, by its row."""
    cell.font = {1: _BOLD, 2: _TITLE, 6: _ITALIC}.get(row, _BODY)
    centred = "center" if row in _CENTRED_ROWS else "left"
    cell.alignment = Alignment(horizontal=centred, vertical="center", wrap_text=True)


def date_cell(label: Cell, cell: Cell) -> None:
    """The cell for the day on which the form was filled in, and the words before it."""
    label.font = _BODY
    cell.number_format = "dd/mm/yyyy"
    cell.font, cell.fill, cell.protection = _BODY, _TO_FILL, _OPEN
    cell.alignment = Alignment(horizontal="left")


def heading(cell: Cell) -> None:
    """A title of the table."""
    cell.font, cell.fill, cell.border = _BOLD, _HEADING, _FRAME
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def body(cell: Cell) -> None:
    """A cell that says what the row is about; the code is small."""
    cell.font = _SMALL if cell.column == 2 else _BODY
    cell.border = _FRAME
    centred = "center" if cell.column in (1, 4) else "left"
    cell.alignment = Alignment(horizontal=centred, vertical="center", wrap_text=True)


def number(cell: Cell, figure: Figure, *, to_fill: bool) -> None:
    """A cell for a value of the figure; one that nobody fills is grey where it is empty."""
    cell.number_format = _format(figure)
    cell.alignment = Alignment(horizontal="right", vertical="center")
    if to_fill:
        cell.fill, cell.protection = _TO_FILL, _OPEN
    elif cell.value is None:
        cell.fill = _CLOSED


def text_to_fill(cell: Cell) -> None:
    """The cell for a remark, which is text whatever is typed."""
    cell.fill, cell.protection, cell.number_format = _TO_FILL, _OPEN, "@"


def validate(sheet: Worksheet, first: int, figures: Sequence[Figure]) -> None:
    """Let the cells to fill take numbers from 0 (rates: up to 100%, more after a question)."""
    count = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0")
    count.error = "Ô này chỉ nhận số từ 0 trở lên, ví dụ 1365565 hoặc 14,4."
    rate = DataValidation(type="decimal", operator="between", formula1="0", formula2="1")
    rate.error = "Ô này nhận tỷ lệ từ 0% đến 100%, ví dụ 90,31%. Vẫn dùng giá trị này?"
    rate.errorStyle = "warning"
    for rule in (count, rate):
        rule.errorTitle, rule.allow_blank, rule.showErrorMessage = "Số liệu", True, True
    for row, figure in enumerate(figures, first):
        (rate if figure.is_rate else count).add(f"F{row}")
        if figure.has_total:
            count.add(f"G{row}")
    for rule in (count, rate):
        if rule.sqref:
            sheet.add_data_validation(rule)


def set_up(sheet: Worksheet, header: int, last: int) -> None:
    """Widths, locks, and an A4 page on its side whose table heading is repeated."""
    for letter, width in zip("ABCDEFGH", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.row_dimensions[1].height = 20
    sheet.row_dimensions[2].height = 24
    sheet.row_dimensions[6].height = 32
    sheet.row_dimensions[header].height = 34
    for row in range(header + 1, last + 1):
        lines = -(-len(str(sheet.cell(row, 3).value or "")) // 42)
        sheet.row_dimensions[row].height = max(20, 17 * lines)
    sheet.freeze_panes = f"A{header + 1}"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    margins = sheet.page_margins
    margins.footer = 8 * _MM
    margins.left, margins.right, margins.top, margins.bottom = (
        20 * _MM,
        15 * _MM,
        15 * _MM,
        15 * _MM,
    )
    lay_out_for_print(sheet, header, f"A1:H{last}")


def _format(figure: Figure) -> str:
    decimals = max(_decimals(figure.previous), _decimals(figure.total))
    if figure.is_rate:
        return f"{_VIETNAMESE}0.00%"
    if figure.previous is None and figure.total is None:
        return "General"
    return f"{_VIETNAMESE}#,##0" + ("." + "0" * min(decimals, _MOST_DECIMALS) if decimals else "")


def _decimals(value: Decimal | None) -> int:
    exponent = value.normalize().as_tuple().exponent if value is not None else 0
    return max(-exponent, 0) if isinstance(exponent, int) else 0
