"""Forms that departments and communes fill in: an .xlsx for each, with only its figures."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, time
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.periods import form_names, form_styles
from reportgen.periods.figures import Figure, Plan
from reportgen.periods.form_names import TITLES
from reportgen.vietnamese import format_date_short
from reportgen.writers.docx.package import Package
from reportgen.writers.xlsx import cell_at, put_text, workbook_bytes

_FIRST_COLUMN, _LAST_COLUMN = "A", "H"
HEADER_ROW = 9
_ANY_UNIT = "[ten-don-vi]"
_INSTRUCTIONS = (
    "Chỉ điền vào các ô màu vàng. Số liệu nhập bằng số (1365565; 14,4); tỷ lệ nhập kèm dấu %. "
    "Không có phát sinh thì ghi 0. Không thêm, xoá dòng, không đổi cột Mã."
)


def department_forms(plan: Plan) -> dict[str, bytes]:
    """A form for each department, by file name."""
    units = plan.departments
    names = form_names.file_names(units)
    return {
        f"{name}.xlsx": form(plan, unit, plan.figures_of(unit))
        for name, unit in zip(names, units, strict=True)
    }


def commune_forms(plan: Plan, communes: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The same form for each commune, with its file name, one by one.

    It is laid out once; only the name differs, and thousands take seconds.
    """
    package = Package(form(plan, _ANY_UNIT, plan.of_communes))
    mark = _ANY_UNIT.encode()
    named = {name: part for name, part in package.parts.items() if mark in part}
    for file, unit in zip(form_names.file_names(communes), communes, strict=True):
        typed = escape(unit).encode("ascii", "xmlcharrefreplace")
        own = {name: part.replace(mark, typed) for name, part in named.items()}
        yield f"{file}.xlsx", Package.of(package.parts | own).bytes(_created(plan))


def form(plan: Plan, unit: str, figures: Sequence[Figure]) -> bytes:
    """The form of one unit. The same plan gives the same bytes."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = form_names.SHEET
    _head(sheet, plan, unit)
    for column, title in enumerate(TITLES, 1):
        cell = cell_at(sheet, HEADER_ROW, column)
        put_text(cell, title)
        form_styles.heading(cell)
    communal = bool(figures) and all(one.of_communes for one in figures)
    for number, figure in enumerate(figures, 1):
        _row(sheet, HEADER_ROW + number, number, figure, previous=not communal)
    form_styles.validate(sheet, HEADER_ROW + 1, figures)
    form_styles.set_up(sheet, HEADER_ROW, HEADER_ROW + len(figures))
    _information(workbook, plan, unit, figures)
    return workbook_bytes(workbook, _created(plan))


def _created(plan: Plan) -> datetime:
    return datetime.combine(plan.period.den, time(), UTC)


def _head(sheet: Worksheet, plan: Plan, unit: str) -> None:
    issuer = " ".join(plan.dossier.profile.co_quan_ban_hanh.split())
    lines: Mapping[int, str] = {
        1: issuer,
        2: "BIỂU THU THẬP SỐ LIỆU",
        3: f"{form_names.PERIOD_LINE} {form_names.period_text(plan.period)}",
        4: f"{form_names.UNIT_LINE} {unit}",
        5: f"Hạn nộp: {format_date_short(plan.deadline)}" if plan.deadline else "",
        6: _INSTRUCTIONS,
    }
    for row, text in lines.items():
        sheet.merge_cells(f"{_FIRST_COLUMN}{row}:{_LAST_COLUMN}{row}")
        put_text(cell_at(sheet, row, 1), text)
        form_styles.head_line(cell_at(sheet, row, 1), row)
    put_text(cell_at(sheet, 7, 1), form_names.DATED)
    sheet.merge_cells("A7:B7")
    form_styles.date_cell(cell_at(sheet, 7, 1), cell_at(sheet, 7, 3))


def _row(sheet: Worksheet, row: int, number: int, figure: Figure, *, previous: bool) -> None:
    cells = [cell_at(sheet, row, column) for column in range(1, len(TITLES) + 1)]
    order, code, name, unit, before, now, total, note = cells
    order.value = number
    put_text(code, figure.code)
    put_text(name, figure.name)
    put_text(unit, figure.unit or ("%" if figure.is_rate else ""))
    for cell in cells:
        form_styles.body(cell)
    if previous and figure.previous is not None:
        before.value = figure.previous
    form_styles.number(before, figure, to_fill=False)
    form_styles.number(now, figure, to_fill=True)
    if figure.has_total and not figure.of_communes:
        total.value = figure.total
    form_styles.number(total, figure, to_fill=figure.has_total)
    form_styles.text_to_fill(note)


def _information(workbook: Workbook, plan: Plan, unit: str, figures: Sequence[Figure]) -> None:
    """What tells the form from others when it comes back; hidden, and open to who looks for it."""
    sheet = workbook.create_sheet(form_names.INFORMATION)
    values = (
        form_names.fingerprint(plan.period, figures),
        unit,
        format_date_short(plan.period.tu),
        format_date_short(plan.period.den),
    )
    rows = [("khoa", "gia_tri"), *zip(form_names.KEYS, values, strict=True)]
    for row, (key, value) in enumerate(rows, 1):
        put_text(cell_at(sheet, row, 1), key)
        put_text(cell_at(sheet, row, 2), value)
    sheet.protection.sheet = True
    sheet.sheet_state = "hidden"
