"""Text in workbooks that we write: never a formula, never an escape, the same when read back."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell import Cell

from reportgen.dossier.tables import read_table
from reportgen.writers.xlsx import put_text, workbook_bytes

TEXTS = ["=1+2", "+84 258", "-5", "@ai", "bao_tro_xa_hoi", "a_x0041_b", "x_xa_xb_y", "_x005F_"]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_read_back_as_it_was_written(tmp_path: Path, text: str) -> None:
    workbook = Workbook()
    for row, value in enumerate(("ma", text), 1):
        cell = workbook.worksheets[0].cell(row, 1)
        assert isinstance(cell, Cell)
        put_text(cell, value)
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook_bytes(workbook, datetime(2025, 9, 30)))
    table = read_table(path, [])
    assert table is not None
    assert table.rows == ((text,),)


def test_what_reads_like_an_escape_is_escaped_itself() -> None:
    cell = Workbook().worksheets[0].cell(1, 1)
    assert isinstance(cell, Cell)
    put_text(cell, "bao_tro_xa_hoi")
    assert cell.value == "bao_tro_x005F_xa_hoi"
