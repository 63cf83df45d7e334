"""CSV tables: separators, quotes, places, and everything that can be wrong with the file."""

import csv
import io

import pytest
from dossier_files import Write
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.dossier.csv_table import CsvTable
from reportgen.dossier.tables import parse_csv, read_csv
from reportgen.problems import Problem


def read(text: str) -> CsvTable:
    problems: list[Problem] = []
    table = parse_csv(text, "bang.csv", problems)
    assert problems == []
    assert table is not None
    return table


def problems_in(text: str) -> list[Problem]:
    problems: list[Problem] = []
    parse_csv(text, "bang.csv", problems)
    return problems


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_found(separator: str) -> None:
    table = read(f"TT{separator}Tên\n1{separator}Một\n")
    assert table.header == ("TT", "Tên")
    assert table.rows == (("1", "Một"),)


def test_a_title_may_hold_the_other_separators() -> None:
    assert read('TT,"Kết quả; tiến độ, ghi chú"\n1,x\n').header[1] == "Kết quả; tiến độ, ghi chú"
    assert read("TT;Kết quả, tiến độ, ghi chú\n1;x, y\n").rows == (("1", "x, y"),)


def test_rows_of_several_lines_stand_where_they_begin() -> None:
    table = read('TT,Tên\n1,"Một\nhai\n\nba"\n\n2,Bốn\n')
    assert table.rows == (("1", "Một\nhai\n\nba"), ("2", "Bốn"))
    assert [place.line for place in table.places] == [2, 7]


def test_lines_before_the_header_may_be_comments() -> None:
    table = read("# Nguồn: Công an tỉnh\n\n# tháng 9\nTT,Tên\n1,x\n")
    assert table.header == ("TT", "Tên")
    assert (table.header_place.line, table.places[0].line) == (4, 5)


def test_a_title_may_be_a_hash() -> None:
    assert read("#,Tên\n1,x\n").header == ("#", "Tên")


def test_a_row_may_begin_with_a_hash() -> None:
    assert read("ma,ten\n#1,x\n").rows == (("#1", "x"),)


def test_spaces_before_a_quote_do_no_harm() -> None:
    assert read('TT, Tên\n1, "Một, hai"\n').rows == (("1", "Một, hai"),)


def test_what_a_spreadsheet_leaves_behind_is_left_out() -> None:
    table = read("TT,Tên,,\n1,x,,\n,,,\n2,y,,\n")
    assert table.header == ("TT", "Tên")
    assert table.rows == (("1", "x"), ("2", "y"))
    assert [place.line for place in table.places] == [2, 4]


def test_all_rows_of_another_length_are_told() -> None:
    problems = problems_in("TT,Tên,Số\n1,x\n2,y,14,4\n3,z,5\n")
    assert [(one.code, str(one.place)) for one in problems] == [
        ("CT006", "bang.csv:2"),
        ("CT006", "bang.csv:3"),
    ]
    assert "2 ô" in problems[0].message
    assert "3 cột" in problems[0].message
    assert "nháy kép" in problems[1].hint


def test_a_quote_that_is_never_closed_is_told_where_it_opens() -> None:
    problems = problems_in('TT,Tên\n1,x\n2,"y\n3,z\n')
    assert [(one.code, str(one.place)) for one in problems] == [("CT004", "bang.csv:3")]
    assert "không được đóng" in problems[0].message


def test_text_after_a_closing_quote_is_told() -> None:
    (problem,) = problems_in('TT,Tên\n1,"Gia hạn" thẻ\n')
    assert (problem.code, str(problem.place)) == ("CT004", "bang.csv:2")


@pytest.mark.parametrize("text", ["", "\n\n", "# chỉ ghi chú\n", ",,\n"])
def test_a_file_without_a_header_is_refused(text: str) -> None:
    assert [problem.code for problem in problems_in(text)] == ["CT005"]


ENCODINGS = [
    ("Tên,Số\nBa Đình,1\n".encode("utf-16"), "UTF-16", None),
    ("Tên,Số\nBa Đình,1\n".encode("utf-16-le"), "UTF-16", None),
    (b"T\xean,S\n1,2\nKh\xe1nh,3\n", "UTF-8", 1),
    ("a,b\n1,2\nĐươ\u0300ng,3\n".encode("cp1258"), "Windows-1258", 3),
    (b"PK\x03\x04\x14\x00", "Office", None),
]


@pytest.mark.parametrize(("data", "word", "line"), ENCODINGS)
def test_another_encoding_is_told_with_its_line(
    write: Write, data: bytes, word: str, line: int | None
) -> None:
    problems: list[Problem] = []
    assert read_csv(write("bang.csv", data), problems) is None
    (problem,) = problems
    assert problem.code == "CT003"
    assert problem.place is not None
    assert (problem.place.file, problem.place.line) == ("bang.csv", line)
    assert word in problem.message
    assert "UTF-8" in problem.hint


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_byte_order_mark_and_any_line_ends_are_fine(write: Write, line_end: str) -> None:
    text = f'TT;Tên{line_end}1;"a{line_end}b"{line_end}'
    problems: list[Problem] = []
    table = read_csv(write("bang.csv", b"\xef\xbb\xbf" + text.encode()), problems)
    assert table is not None
    assert problems == []
    assert table.header == ("TT", "Tên")
    assert table.rows == (("1", "a\nb"),)


def test_a_missing_file_is_told_with_the_nearest_name(write: Write) -> None:
    write("so_lieu.csv", "a\n")
    problems: list[Problem] = []
    read_csv(write("x.csv", "").with_name("so_leu.csv"), problems)
    (problem,) = problems
    assert problem.code == "CT001"
    assert "so_lieu.csv" in problem.hint


def test_a_folder_is_no_table(write: Write) -> None:
    folder = write("bang/x.csv", "").parent
    problems: list[Problem] = []
    assert read_csv(folder, problems) is None
    assert [problem.code for problem in problems] == ["CT002"]


_SIGNS = st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"], include_characters="\t\n")
_CELLS = st.text(_SIGNS, max_size=8)


@settings(settings.get_profile("fuzz"))
@given(st.lists(st.lists(_CELLS, min_size=3, max_size=3), min_size=1), st.sampled_from(",;\t"))
def test_what_a_spreadsheet_writes_is_read_back(rows: list[list[str]], separator: str) -> None:
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([["A", "B", "C"], *rows])
    kept = [tuple(row) for row in rows if any(cell.strip() for cell in row)]
    assert list(read(written.getvalue()).rows) == kept


@given(st.text())
def test_any_text_is_read_or_refused_but_never_breaks_the_reader(text: str) -> None:
    problems: list[Problem] = []
    table = parse_csv(text, "bang.csv", problems)
    assert table is not None or problems


def test_signs_that_nothing_can_print_are_refused_line_by_line() -> None:
    problems: list[Problem] = []
    parse_csv("A,B\n1,x\n2,chuông\x07\n3,\x0b\n", "bang.csv", problems)
    assert [(problem.code, str(problem.place)) for problem in problems] == [
        ("CT018", "bang.csv:3:9"),
        ("CT018", "bang.csv:4:3"),
    ]


def test_a_cell_may_be_as_long_as_it_likes() -> None:
    table = read(f'A,B\n1,"{"dài " * 50_000}"\n')
    assert len(table.rows[0][1]) == 200_000


def test_the_line_that_excel_writes_for_itself_is_passed_over() -> None:
    assert read("sep=;\nA;B\n1;2\n").rows == (("1", "2"),)
