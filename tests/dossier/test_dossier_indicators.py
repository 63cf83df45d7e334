"""chi_tieu.csv: codes, figures as they are typed here, and every fault with its line."""

from decimal import Decimal

import pytest
from dossier_files import Faults, Load, Write

from reportgen.problems import Severity

HEADER = "ma,ten,thuc_hien,tong_so,don_vi_tinh,ky_truoc,nguon,ghi_chu\n"


def test_a_row_has_all_columns_by_name(write: Write, load: Load) -> None:
    write("chi_tieu.csv", HEADER + "can_cuoc,Căn cước,1.365.565,1816581,hồ sơ,-5,Công an,x\n")
    indicator = load().dossier.indicators["can_cuoc"]
    assert indicator.ten == "Căn cước"
    assert indicator.thuc_hien == Decimal(1365565)
    assert indicator.tong_so == Decimal(1816581)
    assert indicator.ky_truoc == Decimal(-5)
    assert (indicator.don_vi_tinh, indicator.nguon, indicator.ghi_chu) == ("hồ sơ", "Công an", "x")
    assert not indicator.la_ti_le
    assert str(indicator.place) == "chi_tieu.csv:2"


@pytest.mark.parametrize("column", ["thuc_hien", "tong_so", "ky_truoc"])
def test_a_code_and_one_value_are_enough(write: Write, load: Load, column: str) -> None:
    write("chi_tieu.csv", f"ma;{column}\na;14,4\n")
    assert getattr(load().dossier.indicators["a"], column) == Decimal("14.4")


def test_a_typed_rate_is_a_share_of_one(write: Write, load: Load) -> None:
    write("chi_tieu.csv", 'ma,thuc_hien,ky_truoc\na,"90,31%",88%\n')
    indicator = load().dossier.indicators["a"]
    assert indicator.la_ti_le
    assert (indicator.thuc_hien, indicator.ky_truoc) == (Decimal("0.9031"), Decimal("0.88"))


def test_a_row_without_figures_waits_for_them(write: Write, load: Load) -> None:
    write("chi_tieu.csv", HEADER + "a,Tên,,,hồ sơ,,,\n")
    loaded = load()
    (warning,) = loaded.warnings
    assert (warning.code, warning.severity) == ("CT013", Severity.WARNING)
    assert (str(warning.place), "“a”" in warning.message) == ("chi_tieu.csv:2", True)
    assert loaded.dossier.indicators["a"].thuc_hien is None


def test_no_figures_at_all_is_fine(load: Load) -> None:
    assert load().dossier.indicators == {}


def test_several_files_are_read_as_one(write: Write, load: Load) -> None:
    write("a.csv", "ma,thuc_hien\na,1\n")
    write("so_lieu/b.csv", "ma,thuc_hien\nb,2\n")
    loaded = load("chi_tieu: [a.csv, so_lieu/b.csv]\n")
    assert list(loaded.dossier.indicators) == ["a", "b"]


def test_a_named_file_takes_the_place_of_the_usual_one(write: Write, load: Load) -> None:
    write("chi_tieu.csv", "ma,thuc_hien\na,1\n")
    write("khac.csv", "ma,thuc_hien\nb,2\n")
    assert list(load("chi_tieu: khac.csv\n").dossier.indicators) == ["b"]


def test_a_named_file_that_is_missing_is_told_where_it_is_named(faults: Faults) -> None:
    (problem,) = faults("chi_tieu:\n  - khac.csv\n")
    assert (problem.code, str(problem.place)) == ("CT001", "bao_cao.yaml:4:5")
    assert "khac.csv" in problem.message


def test_a_code_may_not_come_twice_even_in_two_files(write: Write, faults: Faults) -> None:
    write("a.csv", "ma,thuc_hien\na,1\na,2\n")
    write("b.csv", "ma,thuc_hien\nb,1\na,3\n")
    problems = faults("chi_tieu: [a.csv, b.csv]\n")
    assert [(one.code, str(one.place)) for one in problems] == [
        ("CT012", "a.csv:3"),
        ("CT012", "b.csv:3"),
    ]
    assert "a.csv:2" in problems[1].message


ROWS = [
    ('a,,"24,765",,,,,', "CT014", ["24.765", "24,765"], "24,7650"),
    ("a,,15.16,,,,,", "CT014", ["15,16", "1.516"], "15,16"),
    ("a,,1365565.25,,,,,", "CT014", ["1.365.565,25", "136.556.525"], "1.365.565,25"),
    ('a,,"24,765%",,,,,', "CT014", ["24.765%", "24,765%"], "24,7650%"),
    ("a,,nhiều,,,,,", "CT015", ["thuc_hien", "nhiều"], "1.365.565"),
    ('a,,"1,234,567",,,,,', "CT015", ["1,234,567"], "1.234.567"),
    ("a,,1,15/16,,,,", "CT015", ["tong_so", "15/16"], "1365565"),
    (",Tên,1,,,,,", "CT010", ["mã"], "can_cuoc"),
    ("Căn cước,,1,,,,,", "CT011", ["Căn cước"], "can_cuoc"),
    ("CanCuoc,,1,,,,,", "CT011", ["CanCuoc"], "cancuoc"),
    ("1a,,1,,,,,", "CT011", ["1a"], "chữ cái"),
    ("a,,90%,100,,,,", "CT016", ["tong_so"], "tong_so"),
    ("a,,90%,,,5,,", "CT016", ["ky_truoc"], "%"),
    ("a,,1", "CT006", ["3 ô", "8 cột"], "dấu phẩy"),
]


@pytest.mark.parametrize(("row", "code", "words", "hint"), ROWS)
def test_a_wrong_row_is_told_with_its_line(  # noqa: PLR0917
    write: Write, faults: Faults, row: str, code: str, words: list[str], hint: str
) -> None:
    write("chi_tieu.csv", f"{HEADER}dung,,5,,,,,\n{row}\n")
    (problem,) = faults()
    assert (problem.code, str(problem.place)) == (code, "chi_tieu.csv:3")
    assert all(word in problem.message for word in words)
    assert hint in problem.hint


HEADERS = [
    ("ten,thuc_hien\nx,1\n", ["CT007"], "“ma”"),
    ("ma,ten\na,x\n", ["CT007"], "“thuc_hien”"),
    ("ma,thuchien,tong_so\na,1,2\n", ["CT008"], "“thuchien”"),
    ("Mã,thuc_hien\na,1\n", ["CT007", "CT008"], "“ma”"),
    ("ma,thuc_hien,thuc_hien\na,1,2\n", ["CT009"], "hai lần"),
    ("ma,thuc_hien,,ten\na,1,lạc,x\n", ["CT008"], "không có tên"),
]


@pytest.mark.parametrize(("text", "codes", "words"), HEADERS)
def test_a_wrong_header_is_told(
    write: Write, faults: Faults, text: str, codes: list[str], words: str
) -> None:
    write("chi_tieu.csv", text)
    problems = faults()
    assert [problem.code for problem in problems] == codes
    assert {str(problem.place) for problem in problems} == {"chi_tieu.csv:1"}
    assert words in problems[0].message


def test_an_unknown_column_is_answered_with_the_nearest(write: Write, faults: Faults) -> None:
    write("chi_tieu.csv", "ma,Thực hiện,tong_so\na,1,2\n")
    (problem,) = faults()
    assert "“thuc_hien”" in problem.hint


def test_all_faults_of_a_file_are_told_at_once(write: Write, faults: Faults) -> None:
    write("chi_tieu.csv", 'ma,thuc_hien\na,15.16\nB,1\nc,"x\ny"\nd\na,2\n')
    found = [(one.code, one.place and one.place.line) for one in faults()]
    assert found == [("CT014", 2), ("CT011", 3), ("CT015", 4), ("CT006", 6), ("CT012", 7)]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("1.36557E+06", "Number"), ("#REF!", "công thức"), ("5 tỷ", "don_vi_tinh")],
)
def test_what_excel_leaves_behind_is_named(
    write: Write, faults: Faults, typed: str, hint: str
) -> None:
    write("chi_tieu.csv", f"ma,thuc_hien\na,{typed}\n")
    (problem,) = faults()
    assert (problem.code, hint in problem.hint) == ("CT015", True)
