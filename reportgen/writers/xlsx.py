"""Workbooks as bytes: the same every time, and text that never becomes a formula."""

import io
import re
from datetime import UTC, datetime

from openpyxl import Workbook
from openpyxl.cell import Cell

from reportgen.writers.docx.package import Package

_CORE = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t")


def put_text(cell: Cell, text: str) -> None:
    """Write text into a cell as text, whatever it begins with; "" leaves it empty."""
    if not text:
        return
    cell.value = text
    cell.data_type = "s"
    if text.startswith(_FORMULA_SIGNS):
        cell.quotePrefix = True  # so that it stays text when somebody edits the cell


def workbook_bytes(workbook: Workbook, created: datetime) -> bytes:
    """The .xlsx of a workbook, dated `created` throughout, so that equal ones are equal bytes."""
    buffer = io.BytesIO()
    workbook.save(buffer)
    package = Package(buffer.getvalue())
    moment = created.astimezone(UTC) if created.tzinfo else created
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    package.parts[_CORE] = _MOMENT.sub(rb"\g<1>" + stamp, package.parts[_CORE])
    return package.bytes(created)
