"""Excel workbooks stand wherever CSV files do, and read as a secretary would have typed them."""

import datetime as dt
import zipfile
from decimal import Decimal
from io import BytesIO

import pytest
from dossier_files import Faults, Load, Write
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell import Cell
from support.workbooks import bytes_of, sheet_of

from reportgen.dossier.csv_table import CsvTable
from reportgen.dossier.tables import read_table
from reportgen.dossier.workbooks.cell_text import Format, format_of, number_text
from reportgen.dossier.workbooks.header import numbers_columns
from reportgen.problems import Problem, Severity
from reportgen.vietnamese import parse_number

TITLES = ["Mã", "Tên", "Số"]


def table_in(write: Write, data: bytes, name: str = "bang.xlsx") -> tuple[CsvTable, list[Problem]]:
    problems: list[Problem] = []
    file = name.partition("#")[0]
    path = write(file, data)
    table = read_table(path.with_name(name), problems)
    assert table is not None
    return table, problems


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1365565, "General", "1365565"),
        (1365565, "#,##0", "1.365.565"),
        (14.4, "General", "14,4"),
        (0.1 + 0.2, "General", "0,3"),
        (24.765, "General", "24,7650"),
        (0.765, "General", "0,765"),
        (-5, "General", "-5"),
        (0.9031, "0.00%", "90,31%"),
        (1, "0%", "100%"),
        (0.24765, '0.0"%"', "0,24765"),
        (269, "00000", "00269"),
        ("00269", "@", "00269"),
        (" 1.365.565 ", "General", " 1.365.565 "),
        (dt.date(2025, 9, 4), "dd/mm/yyyy", "04/9/2025"),
        (dt.date(2025, 9, 1), "mmm-yy", "9/2025"),
        (dt.datetime(2025, 9, 4, 14, 30), "dd/mm/yyyy hh:mm", "04/9/2025 14:30"),
        (dt.time(7, 5), "h:mm", "07:05"),
        (1500000, '#,##0 "đồng"', "1.500.000"),
        (1500000, "[$-42A]#,##0", "1.500.000"),
        (True, "General", "có"),
        (False, "General", "không"),
        ("cà\u0323ng", "General", "cạ\u0300ng"),
    ],
)
def test_a_cell_reads_as_it_would_be_typed(
    write: Write, value: object, number_format: str, text: str
) -> None:
    sheet = sheet_of([TITLES, ["a", "x", value], ["b", "y", 1]])
    cell = sheet["C2"]
    assert isinstance(cell, Cell)
    cell.number_format = number_format
    table, problems = table_in(write, bytes_of(sheet))
    assert table.rows[0] == ("a", "x", text)
    assert not problems


@given(
    value=st.decimals(-(10**9), 10**9, places=4),
    percent=st.booleans(),
    grouped=st.booleans(),
)
def test_what_a_number_reads_like_is_read_back_as_the_same_number(
    value: Decimal, percent: bool, grouped: bool
) -> None:
    text = number_text(value, Format(percent=percent, grouped=grouped))
    assert text is not None
    assert parse_number(text).ratio == value


def test_formats_are_told_by_their_signs_not_by_their_words() -> None:
    assert format_of(170, '"ngày" 0').is_date is False
    assert format_of(170, "[Red]#,##0;[Blue]-#,##0") == Format(grouped=True)
    assert format_of(170, "[h]:mm").has_time
    assert format_of(10, None).percent


def test_title_rows_blank_rows_and_blank_columns_do_not_hide_the_table(write: Write) -> None:
    sheet = sheet_of(
        [
            ["UBND TỈNH", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            [],
            [None, "BẢNG TỔNG HỢP"],
            [],
            [None, "TT", "Tên đơn vị", None, "Số\nlượng"],
            [None, 1, "Sở Nội vụ", None, 5],
            [],
            [None, 2, "Sở Y tế", None, 7],
        ]
    )
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("B3:E3")
    table, problems = table_in(write, bytes_of(sheet))
    assert table.header == ("TT", "Tên đơn vị", "Số lượng")
    assert table.rows == (("1", "Sở Nội vụ", "5"), ("2", "Sở Y tế", "7"))
    assert str(table.place_of(1, "Số lượng")) == "bang.xlsx: trang “Trang 1”, ô E8"
    assert not problems


@pytest.mark.parametrize(
    ("row", "numbers"),
    [
        (("(1)", "(2)", "(3)=(1)+(2)"), True),
        (("A", "B", "1", "2"), True),
        (("A", "(1)", "(2)=(1)/(3)", "B"), True),
        (("(1)", "(2)", "(5)"), True),
        (("A", "10"), False),
        (("B", "1", "2"), False),
        (("(2)", "(1)"), False),
        (("1", "2", "3"), False),
        (("A",), False),
        (("Sở A", "1"), False),
    ],
)
def test_a_row_that_numbers_the_columns_is_told_from_a_row_of_values(
    row: tuple[str, ...], numbers: bool
) -> None:
    assert numbers_columns(dict(enumerate(row, 1))) is numbers


def test_merged_headings_over_two_rows_are_joined(write: Write) -> None:
    sheet = sheet_of(
        [
            ["Đơn vị", "Căn cước", None, "Ghi chú"],
            [None, "Số", "Tỷ lệ", None],
            ["A", "(1)", "(2)=(1)/(3)", "B"],
            ["Sở Nội vụ", 5, "51%", "x"],
            ["Sở Y tế", 7, None, None],
        ]
    )
    for merged in ("A1:A2", "B1:C1", "D1:D2", "A4:A5"):
        sheet.merge_cells(merged)
    table, _ = table_in(write, bytes_of(sheet))
    assert table.header == ("Đơn vị", "Căn cước - Số", "Căn cước - Tỷ lệ", "Ghi chú")
    assert table.rows == (("Sở Nội vụ", "5", "51%", "x"), ("", "7", "", ""))


def test_hidden_rows_are_read_and_hidden_sheets_are_not(write: Write) -> None:
    sheet = sheet_of([TITLES, ["a", "x", 1], ["b", "y", 2]])
    assert sheet.parent is not None
    sheet.row_dimensions[2].hidden = True
    hidden = sheet.parent.create_sheet("an", 0)
    hidden.append(["khác", "hẳn"])
    hidden.sheet_state = "hidden"
    table, problems = table_in(write, bytes_of(sheet))
    assert len(table.rows) == 2
    assert not problems


def test_a_sheet_is_named_after_the_sign_and_several_are_told(write: Write) -> None:
    sheet = sheet_of([TITLES, ["a", "x", 1]], "Tháng 8")
    assert sheet.parent is not None
    other = sheet.parent.create_sheet("Tháng 9")
    for row in (TITLES, ["a", "x", 2]):
        other.append(row)
    data = bytes_of(sheet)
    table, problems = table_in(write, data)
    assert table.rows[0][2] == "1"
    assert [(one.code, one.severity) for one in problems] == [("CT033", Severity.WARNING)]
    table, problems = table_in(write, data, "bang.xlsx#tháng 9")
    assert table.rows[0][2] == "2"
    assert not problems
    found: list[Problem] = []
    assert read_table(write("bang.xlsx", data).with_name("bang.xlsx#Thang 10"), found) is None
    assert [one.code for one in found] == ["CT032"]
    assert "Tháng" in found[0].hint


def test_cells_that_cannot_be_used_are_named_one_by_one(write: Write) -> None:
    sheet = sheet_of([TITLES, ["a", "x", "=1/0"], ["b", "y", 12345678901234567890], ["c", "z", 3]])
    error = sheet["B4"]
    assert isinstance(error, Cell)
    error.value, error.data_type = "#DIV/0!", "e"
    table, problems = table_in(write, bytes_of(sheet))
    assert [(one.code, one.place and one.place.cell) for one in problems] == [
        ("CT035", "Trang 1!C2"),
        ("CT036", "Trang 1!C3"),
        ("CT034", "Trang 1!B4"),
    ]
    assert "chia cho 0" in problems[2].message
    assert (table.rows, len(table.ragged)) == ((), 3)


def test_a_sheet_of_formulas_that_were_never_reckoned_is_told_once(write: Write) -> None:
    rows = [[f"a{number}", "x", f"={number}"] for number in range(1, 23)]
    _, problems = table_in(write, bytes_of(sheet_of([TITLES, *rows])))
    (problem,) = problems
    assert problem.place
    assert (problem.code, problem.place.cell) == ("CT035", "Trang 1!C2")
    assert "21 ô khác" in problem.message


@pytest.mark.parametrize("value", ["NaN", "sNaN", "INF", "Infinity", "1_000", "\u0661", "1e99999"])
def test_a_value_that_is_no_number_of_excels_stays_a_text(write: Write, value: str) -> None:
    data, usual = BytesIO(), BytesIO(bytes_of(sheet_of([TITLES, ["a", "x", 987]])))
    with zipfile.ZipFile(usual) as made, zipfile.ZipFile(data, "w") as changed:
        for name in made.namelist():
            part = made.read(name).replace(b"<v>987<", f"<v>{value}<".encode())
            changed.writestr(name, part)
    table, problems = table_in(write, data.getvalue())
    assert (table.rows, problems) == ((("a", "x", value),), [])


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.xlsx", b"", "hỏng"),
        ("a.xlsx", b"<html><table>", "trang web"),
        ("a.xlsx", b"%PDF-1.7", "PDF"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0", "Excel 97-2003"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        ("a.xlsx", b"PK\x03\x04 cut", "hỏng"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "dạng .xls"),
        ("a.ods", b"PK", "dạng .ods"),
    ],
)
def test_what_is_no_workbook_is_told_with_how_to_save_one(
    write: Write, name: str, data: bytes, words: str
) -> None:
    problems: list[Problem] = []
    assert read_table(write(name, data), problems) is None
    assert [one.code for one in problems] == ["CT031"]
    assert words in problems[0].message


def test_a_workbook_that_would_fill_the_memory_is_refused(write: Write) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(bytes_of(sheet_of([TITLES])))) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    parts["xl/worksheets/sheet1.xml"] = b"<worksheet>" + b" " * 30_000_000 + b"</worksheet>"
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    problems: list[Problem] = []
    assert read_table(write("a.xlsx", buffer.getvalue()), problems) is None
    assert "quá lớn" in problems[0].message


def test_a_dossier_takes_its_figures_and_its_table_from_a_workbook(
    write: Write, load: Load
) -> None:
    figures = sheet_of([["SỐ LIỆU THÁNG"], ["ma", "ten", "thuc_hien"], ["a", "Một", 0.9031]], "SL")
    figures["C3"].number_format = "0.00%"
    assert figures.parent is not None
    table = figures.parent.create_sheet("Phụ lục")
    for row in (["TT", "Việc"], [1, "Rà soát"]):
        table.append(row)
    write("so_lieu.xlsx", bytes_of(figures))
    loaded = load(
        "chi_tieu: so_lieu.xlsx\nphu_luc:\n  - tieu_de: VIỆC\n    bang: so_lieu.xlsx#Phụ lục\n"
    )
    assert loaded.dossier.indicators["a"].thuc_hien == Decimal("0.9031")
    (appendix,) = loaded.dossier.phu_luc
    assert appendix.table is not None
    assert appendix.table.rows == (("1", "Rà soát"),)
    assert not loaded.warnings


def test_a_wrong_figure_in_a_workbook_is_named_by_its_cell(write: Write, faults: Faults) -> None:
    sheet = sheet_of([["ma", "thuc_hien"], ["a", "24,765"], ["b", "nhiều"]], "SL")
    write("so_lieu.xlsx", bytes_of(sheet))
    places = [str(one.place) for one in faults("chi_tieu: so_lieu.xlsx\n")]
    assert places == ["so_lieu.xlsx: trang “SL”, ô B2", "so_lieu.xlsx: trang “SL”, ô B3"]
