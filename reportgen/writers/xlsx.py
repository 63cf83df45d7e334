"""Workbooks as bytes: the same every time, and text that never becomes a formula."""

import io
import re
from datetime import UTC, datetime

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.writers.docx.package import Package

_CORE = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_STYLES, _SHEETS = "xl/styles.xml", "xl/worksheets/"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
#: ECMA-376 §18.8.22: the order of a font's properties, which openpyxl does not keep.
_FONT = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color",
    "name", "family", "charset", "scheme",
)  # fmt: skip
_LIKE_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{1,4}_)")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_A4 = 9  # ST_PaperSize as Excel numbers it, ECMA-376 §18.3.1.63


def put_text(cell: Cell, text: str) -> None:
    """Write text into a cell as text, whatever it begins with; "" leaves it empty.

    What reads like an escape of the format (`_xHHHH_`, ST_Xstring, ISO/IEC 29500-1 §22.9.2.19) is
    escaped itself: LibreOffice takes the `_xa_` of `bao_tro_xa_hoi` for the end of a line.
    """
    if not text:
        return
    cell.value = _LIKE_ESCAPE.sub("_x005F_", text)
    cell.data_type = "s"
    if text.startswith(_FORMULA_SIGNS):
        cell.quotePrefix = True  # so that it stays text when somebody edits the cell


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell, counted from 1; TypeError where another merged cell covers it."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError(cell)
    return cell


def lay_out_for_print(sheet: Worksheet, header: int, area: str) -> None:
    """A4 on its side, as wide as the page, row `header` on every page, pages numbered."""
    page = sheet.page_setup
    page.paperSize, page.orientation = _A4, "landscape"
    page.fitToWidth, page.fitToHeight = 1, 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{header}:{header}"
    sheet.print_area = area
    footer = sheet.oddFooter.center if sheet.oddFooter is not None else None
    if footer is not None:
        footer.text = "Trang &P/&N"


def workbook_bytes(workbook: Workbook, created: datetime) -> bytes:
    """The .xlsx of a workbook, dated `created` throughout, so that equal ones are equal bytes."""
    buffer = io.BytesIO()
    workbook.save(buffer)
    package = Package(buffer.getvalue())
    moment = created.astimezone(UTC) if created.tzinfo else created
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    _put_in_order(package)
    package.parts[_CORE] = _MOMENT.sub(rb"\g<1>" + stamp, package.parts[_CORE])
    return package.bytes(created)


def _put_in_order(package: Package) -> None:
    """Give merged cells, which openpyxl keeps in a set, and fonts' properties a fixed order."""
    styles = package.xml(_STYLES)
    for font in styles.iter(f"{_MAIN}font"):
        font[:] = sorted(font, key=lambda one: _FONT.index(etree.QName(one).localname))
    package.store(_STYLES, styles)
    for name in [one for one in package.parts if one.startswith(_SHEETS)]:
        if b"<mergeCells" not in package.parts[name]:
            continue
        sheet = package.xml(name)
        for merged in sheet.iter(f"{_MAIN}mergeCells"):
            merged[:] = sorted(merged, key=lambda one: one.get("ref", ""))
        package.store(name, sheet)
