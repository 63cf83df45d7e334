"""Workbooks for tests: made in a few lines, and saved again by LibreOffice."""

import io
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from support.oracles import absent, require


def sheet_of(rows: Sequence[Sequence[object]], title: str = "Trang 1") -> Worksheet:
    """The first sheet of a new workbook, with values row by row; None leaves a cell empty."""
    sheet = openpyxl.Workbook().worksheets[0]
    sheet.title = title
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(number, column, value)  # type: ignore[arg-type]
    return sheet


def bytes_of(sheet: Worksheet) -> bytes:
    """The .xlsx of the workbook that a sheet is in."""
    buffer = io.BytesIO()
    assert sheet.parent is not None
    sheet.parent.save(buffer)
    return buffer.getvalue()


def fill_form(path: Path, values: Mapping[str, object], target: Path | None = None) -> None:
    """Type values into a form's column for this period, by code; as a person would in Excel."""
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    for row in sheet.iter_rows(min_row=1):
        code = row[1].value
        if isinstance(code, str) and code in values:
            value = values[code]
            if isinstance(value, tuple):
                row[5].value, row[6].value = value
            else:
                row[5].value = value  # type: ignore[assignment]
    workbook.save(target or path)


def saved_again_by_libreoffice(folder: Path, profile: Path) -> None:
    """Every .xlsx of a folder opened and saved by LibreOffice Calc, in one call."""
    soffice = require("soffice")
    out = profile.parent / "saved_again"
    files = sorted(folder.glob("*.xlsx"))
    subprocess.run(
        [
            soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless",
            "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), *map(str, files),
        ],
        check=False, capture_output=True, timeout=600,
    )  # fmt: skip
    if not all((out / file.name).is_file() for file in files):
        absent("LibreOffice Calc")
    for file in files:
        (out / file.name).replace(file)
