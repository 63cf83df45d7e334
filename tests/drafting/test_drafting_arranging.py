"""Tables arranged: merged downwards, filtered, sorted, numbered, columns chosen."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.dossier.csv_table import CsvTable
from reportgen.dossier.tables import parse_csv
from reportgen.drafting.arranging import (
    Arranged,
    Arrangement,
    arrange,
    moment,
    single_values,
    values_in,
)

TASKS = """\
STT,Nhóm,Việc,Cơ quan,Hạn
1,Thể chế,Quỹ,Sở Tài chính,31/12/2025
,,Quy định,"Sở Nội vụ, Sở Tài chính",Quý III/2025
2,Hạ tầng,Mạng,Sở Nội vụ,Tháng 10/2025
,,Máy chủ,Công an tỉnh,
"""
GROUPED = ("STT", "Nhóm")


def table(text: str = TASKS) -> CsvTable:
    found = parse_csv(text, "viec.csv", [])
    assert found is not None
    return found


def shown(arranged: Arranged) -> list[str]:
    """Rows as text, a covered cell as `^` and a cell over several rows with their number."""
    return [
        " | ".join(
            "^" if not cell.span else cell.text + (f" x{cell.span}" if cell.span > 1 else "")
            for cell in row
        )
        for row in arranged.rows
    ]


def test_an_empty_cell_of_a_merged_column_belongs_to_the_one_above() -> None:
    arranged = arrange(table(), Arrangement(merged=GROUPED, chosen=(*GROUPED, "Việc", "Hạn")))
    assert shown(arranged) == [
        "1 x2 | Thể chế x2 | Quỹ | 31/12/2025",
        "^ | ^ | Quy định | Quý III/2025",
        "2 x2 | Hạ tầng x2 | Mạng | Tháng 10/2025",
        "^ | ^ | Máy chủ | ",
    ]


def test_a_merged_column_that_begins_empty_is_an_error() -> None:
    arranged = arrange(table("STT,Việc\n,Quỹ\n1,Mạng\n"), Arrangement(merged=("STT",)))
    (problem,) = arranged.problems
    assert (problem.code, str(problem.place)) == ("CT021", "viec.csv:2")


def test_a_row_that_is_kept_has_its_group_even_if_the_first_one_is_not() -> None:
    asked = Arrangement(GROUPED, {"Cơ quan": ("sở nội  vụ",)}, chosen=(*GROUPED, "Việc"))
    assert shown(arrange(table(), asked)) == ["1 | Thể chế | Quy định", "2 | Hạ tầng | Mạng"]


def test_any_of_several_values_keeps_a_row_and_every_column_must_agree() -> None:
    kept = {"Cơ quan": ("Sở Nội vụ", "Công an tỉnh"), "Nhóm": ("Hạ tầng",)}
    asked = Arrangement(GROUPED, kept, chosen=("Việc",))
    assert shown(arrange(table(), asked)) == ["Mạng", "Máy chủ"]


def test_deadlines_sort_by_their_last_day_and_blanks_come_last() -> None:
    asked = Arrangement(GROUPED, order=("Hạn",), chosen=("Việc",))
    assert shown(arrange(table(), asked)) == ["Quy định", "Mạng", "Quỹ", "Máy chủ"]
    falling = Arrangement(GROUPED, order=("-Hạn",), chosen=("Việc",))
    assert shown(arrange(table(), falling)) == ["Quỹ", "Mạng", "Quy định", "Máy chủ"]


def test_numbers_sort_as_numbers_and_words_in_vietnamese_order() -> None:
    rows = table("Số,Tên\n10,Đắk Lắk\n9,Đà Nẵng\n1.000,Dầu\n9,An\n")
    asked = Arrangement(order=("-Số", "Tên"), chosen=("Số", "Tên"))
    assert shown(arrange(rows, asked)) == ["1.000 | Dầu", "10 | Đắk Lắk", "9 | An", "9 | Đà Nẵng"]
    assert shown(arrange(rows, Arrangement(order=("Tên",), chosen=("Tên",)))) == [
        "An",
        "Dầu",
        "Đà Nẵng",
        "Đắk Lắk",
    ]


def test_a_group_torn_apart_by_sorting_is_printed_again() -> None:
    asked = Arrangement(GROUPED, order=("Hạn",), chosen=("Nhóm", "Việc"))
    assert shown(arrange(table(), asked)) == [
        "Thể chế | Quy định",
        "Hạ tầng | Mạng",
        "Thể chế | Quỹ",
        "Hạ tầng | Máy chủ",
    ]


def test_groups_are_numbered_anew_each_once() -> None:
    asked = Arrangement(
        GROUPED, {"Cơ quan": ("Sở Nội vụ", "Công an tỉnh")}, (), "STT", ("STT", "Việc")
    )
    assert shown(arrange(table(), asked)) == ["1 | Quy định", "2 x2 | Mạng", "^ | Máy chủ"]
    rows = Arrangement(order=("-Việc",), numbered="STT", chosen=("STT", "Việc"))
    plain = table("STT,Việc\n7,A\n7,B\n")
    assert shown(arrange(plain, rows)) == ["1 | B", "2 | A"]


def test_every_cell_knows_where_it_was_typed() -> None:
    arranged = arrange(table(), Arrangement(GROUPED, order=("Hạn",), chosen=("Hạn", "Nhóm")))
    first, *_ = arranged.rows
    assert [str(cell.place) for cell in first] == ["viec.csv:3", "viec.csv:2"]
    assert [str(place) for place in arranged.places][:2] == ["viec.csv:3", "viec.csv:4"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/12/2025", date(2025, 12, 31)),
        ("Tháng 12/2025", date(2025, 12, 31)),
        ("9/2025", date(2025, 9, 30)),
        ("Quý IV/2025", date(2025, 12, 31)),
        ("Quý II năm 2025", date(2025, 6, 30)),
        ("Năm 2025", date(2025, 12, 31)),
        ("Trước ngày 30/9/2025", date(2025, 9, 30)),
    ],
)
def test_a_deadline_is_the_last_day_that_it_names(text: str, day: date) -> None:
    assert moment(text) == day.toordinal()


@pytest.mark.parametrize("text", ["Hàng tháng", "", "31/2/2025", "Quý V/2025"])
def test_other_words_are_no_date(text: str) -> None:
    assert moment(text) is None


@given(
    st.lists(st.tuples(st.sampled_from(["", "a", "b"]), st.sampled_from("xyz")), max_size=12),
    st.booleans(),
)
def test_no_row_is_lost_and_spans_cover_every_row_once(
    cells: list[tuple[str, str]], sort: bool
) -> None:
    text = "G,V\na,x\n" + "".join(f"{group},{value}\n" for group, value in cells)
    arranged = arrange(table(text), Arrangement(("G",), order=("V",) if sort else ()))
    assert sum(row[0].span for row in arranged.rows) == len(arranged.rows) == len(cells) + 1
    assert sorted(row[1].text for row in arranged.rows) == sorted(["x", *(v for _, v in cells)])


def test_a_day_to_sort_by_that_no_calendar_has_is_told_where_it_stands() -> None:
    asked = table(TASKS.replace("31/12/2025", "trước 31/2/2026"))
    (problem,) = arrange(asked, Arrangement(order=("-Hạn",))).problems
    assert (problem.code, str(problem.place)) == ("CT022", "viec.csv:2")
    assert "không có ngày 31/2/2026" in problem.message


def test_days_that_nothing_is_sorted_by_are_words() -> None:
    asked = table(TASKS.replace("31/12/2025", "31/2/2026"))
    assert arrange(asked, Arrangement(order=("Việc",))).problems == ()


def test_choices_are_shown_one_by_one_though_whole_cells_match_too() -> None:
    found = values_in(table(), "Cơ quan")
    assert "Sở Nội vụ, Sở Tài chính" in found
    assert single_values(found) == ("Sở Tài chính", "Sở Nội vụ", "Công an tỉnh")
