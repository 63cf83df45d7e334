"""What is found in returned forms, and how units' values add up."""

import csv
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.collections import DEPARTMENTS, HEADER, commune_values, write_collection
from support.workbooks import bytes_of, fill_form, sheet_of

from reportgen.dossier.summing import Summing, Way
from reportgen.periods.adding_up import CannotAddUp, Share, add_up
from reportgen.periods.collect import Collection, collect_folder
from reportgen.periods.figures import read_plan
from reportgen.periods.forms import commune_forms, department_forms
from reportgen.periods.merging import edited, typed
from reportgen.problems import InputError, Severity
from reportgen.vietnamese import parse_number


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for returned forms beside a dossier `ho_so/bao_cao.yaml`."""
    monkeypatch.chdir(tmp_path)
    write_collection(Path("ho_so"))
    made = Path("da_nop")
    made.mkdir()
    return made


def send(folder: Path, department: int, values: Mapping[str, object], name: str = "") -> Path:
    """Put the filled form of a department into the folder."""
    forms = list(department_forms(read_plan(Path("ho_so/bao_cao.yaml"))).items())
    file, data = forms[department - 1]
    path = folder / (name or file)
    path.write_bytes(data)
    fill_form(path, values)
    return path


def change(path: Path, cell: str, value: object) -> None:
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0][cell].value = value  # type: ignore[union-attr, assignment]
    workbook.save(path)


def collected(folder: Path) -> Collection:
    return collect_folder(folder, Path("ho_so/bao_cao.yaml"), communes=Path("ho_so/xa.csv"))


def found(folder: Path) -> list[tuple[str, str, str]]:
    """Code, severity and cell of every problem."""
    return [
        (one.code, one.severity.name, (one.place.cell or "").split("!")[-1] if one.place else "")
        for one in collected(folder).collected.problems
    ]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"dem_1": (150, 1000), "ti_le_1": 0.6}, []),
        ({"dem_1": (0, 0), "ti_le_1": 0}, []),
        ({"dem_1": ("1.365", "2000"), "ti_le_1": "60,5%"}, [("BM022", "WARNING", "F10")]),
        ({"dem_1": (-5, 1000), "ti_le_1": 0.6}, [("BM019", "ERROR", "F10")]),
        ({"dem_1": (150, 100), "ti_le_1": 0.6}, [("BM020", "ERROR", "F10")]),
        ({"dem_1": 1500, "ti_le_1": 0.6}, [("BM020", "ERROR", "F10"), ("BM022", "WARNING", "F10")]),
        ({"dem_1": 150, "ti_le_1": 1.2}, [("BM021", "ERROR", "F11")]),
        ({"dem_1": 10, "ti_le_1": 0.6}, [("BM022", "WARNING", "F10")]),
        ({"dem_1": 150, "ti_le_1": "60,5"}, [("BM018", "ERROR", "F11")]),
        ({"dem_1": 150, "ti_le_1": "0"}, []),
        ({"dem_1": "15%", "ti_le_1": 0.6}, [("BM018", "ERROR", "F10")]),
        ({"dem_1": "24,765", "ti_le_1": 0.6}, [("CT014", "ERROR", "F10")]),
        ({"dem_1": "chưa có", "ti_le_1": 0.6}, [("CT015", "ERROR", "F10")]),
        ({"dem_1": "=1+1", "ti_le_1": 0.6}, [("CT035", "ERROR", "F10")]),
        ({"dem_1": 150}, [("BM017", "WARNING", "")]),
    ],
)
def test_values_out_of_range_are_named_by_their_cell(
    folder: Path, values: Mapping[str, object], expected: list[tuple[str, str, str]]
) -> None:
    send(folder, 1, values)
    assert found(folder) == expected


GOOD: Mapping[str, object] = {"dem_1": (150, 1000), "ti_le_1": 0.6}


@pytest.mark.parametrize(
    ("text", "hint"),
    [("13,3", "ví dụ 13,3%"), ("0,133", "13,3% hay 0,133%"), ("1", "100% hay 1%")],
)
def test_a_rate_without_its_sign_is_asked_for_and_not_guessed(
    folder: Path, text: str, hint: str
) -> None:
    send(folder, 1, {"dem_1": 150, "ti_le_1": text})
    (problem,) = collected(folder).collected.problems
    assert problem.code == "BM018"
    assert problem.hint.endswith(hint)


def test_above_a_hundred_percent_passes_with_a_reason(folder: Path) -> None:
    change(send(folder, 1, {**GOOD, "ti_le_1": 1.2}), "H11", "thu vượt dự toán")
    assert found(folder) == [("BM021", "WARNING", "F11")]
    assert collected(folder).collected.notes == (("Sở Thứ 1", "ti_le_1", "thu vượt dự toán"),)


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        ("B10", "dem_l", ["BM013", "BM014"]),
        ("B11", "dem_1", ["BM015", "BM014"]),
        ("D10", "nghìn hồ sơ", ["BM016"]),
        ("F9", "Số liệu", ["BM010"]),
    ],
)
def test_a_form_that_was_changed_is_refused(
    folder: Path, cell: str, value: str, codes: list[str]
) -> None:
    change(send(folder, 1, GOOD), cell, value)
    result = collected(folder).collected
    assert [one.code for one in result.problems] == codes
    assert result.bad == ("da_nop/so_thu_1.xlsx",)
    assert not result.merged


def test_a_form_of_another_period_or_of_nobody_is_refused(folder: Path) -> None:
    send(folder, 1, GOOD)
    Path("ho_so/bao_cao.yaml").write_text("mau: bao_cao_thang\nky: 10/2025\n", encoding="utf-8")
    (problem,) = collected(folder).collected.problems
    assert problem.code == "BM012"
    assert "từ 16/8/2025 đến 15/9/2025" in problem.message
    (folder / "so_la.csv").write_text("ma,thuc_hien\ndem_1,1\n", encoding="utf-8")
    assert sorted(one.code for one in collected(folder).collected.problems) == ["BM011", "BM012"]


def test_the_same_form_twice_is_fine_and_two_that_differ_are_both_named(folder: Path) -> None:
    send(folder, 1, GOOD)
    send(folder, 1, GOOD, "so_thu_1 (1).xlsx")
    assert not collected(folder).collected.problems
    send(folder, 1, {**GOOD, "dem_1": (151, 1000)}, "so_thu_1 moi.xlsx")
    result = collected(folder).collected
    (problem,) = result.problems
    assert problem.code == "BM030"
    assert "so_thu_1 (1).xlsx: trang “Biểu số liệu”, ô F10" in problem.message
    assert "so_thu_1 moi.xlsx: trang “Biểu số liệu”, ô F10" in problem.message
    assert len(result.bad) == 3
    assert not result.merged


def test_departments_that_differ_over_one_figure_are_both_named(folder: Path) -> None:
    path = Path("ho_so/chi_tieu.csv")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",Sở Thứ 1,", ",Sở Thứ 1; Sở Thứ 2,", 1), encoding="utf-8")
    send(folder, 1, GOOD)
    send(folder, 2, {"dem_1": (150, 1000), "dem_2": (1, 2), "ti_le_2": 0.5})
    assert "BM031" not in [code for code, _, _ in found(folder)]
    send(folder, 2, {"dem_1": (149, 1000), "dem_2": (1, 2), "ti_le_2": 0.5})
    result = collected(folder).collected
    problem = next(one for one in result.problems if one.severity is Severity.ERROR)
    assert problem.code == "BM031"
    for words in (
        "Sở Thứ 1",
        "Sở Thứ 2",
        "so_thu_1.xlsx",
        "so_thu_2.xlsx",
        "150/1.000",
        "149/1.000",
    ):
        assert words in problem.message
    assert "dem_1" not in [one.figure.code for one in result.merged]


def test_old_workbooks_are_named_and_office_leftovers_are_passed_over(folder: Path) -> None:
    (folder / "cu.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    (folder / "~$so_thu_1.xlsx").write_bytes(b"x")
    assert [code for code, _, _ in found(folder)] == ["CT031"]


def test_a_second_sheet_in_a_form_is_told_and_counts_for_nothing(folder: Path) -> None:
    path = send(folder, 1, GOOD)
    workbook = openpyxl.load_workbook(path)
    workbook.copy_worksheet(workbook.worksheets[0])
    workbook.save(path)
    result = collected(folder).collected
    assert [one.code for one in result.problems] == ["CT033"]
    assert (result.forms, result.bad, len(result.merged)) == (1, (), 2)


def test_figures_in_a_workbook_are_asked_for_but_not_written(folder: Path) -> None:
    rows = list(csv.reader(Path("ho_so/chi_tieu.csv").read_text(encoding="utf-8").splitlines()[1:]))
    Path("ho_so/so_lieu.xlsx").write_bytes(bytes_of(sheet_of(rows)))
    with Path("ho_so/bao_cao.yaml").open("a", encoding="utf-8") as file:
        file.write("chi_tieu: so_lieu.xlsx\n")
    send(folder, 1, GOOD)
    collection = collected(folder)
    assert len(collection.collected.merged) == 2
    with pytest.raises(InputError, match="sổ tính"):
        collection.files()


def test_figures_without_anybody_to_deliver_them_are_told(folder: Path) -> None:
    Path("ho_so/chi_tieu.csv").write_text("ma,thuc_hien\na,1\n", encoding="utf-8")
    with pytest.raises(InputError, match="chưa chỉ tiêu nào ghi đơn vị nộp"):
        read_plan(Path("ho_so/bao_cao.yaml"))


@pytest.mark.parametrize(
    ("way", "code"),
    [("cong", "CT037"), ("tong:x", "CT037"), ("trung_binh", "CT037"), ("trung_binh:y", "CT039")],
)
def test_ways_of_adding_up_that_mean_nothing_are_told(folder: Path, way: str, code: str) -> None:
    row = f"a,Một,,,,,,cấp xã,{way},"
    Path("ho_so/chi_tieu.csv").write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_plan(Path("ho_so/bao_cao.yaml"))
    assert [one.code for one in caught.value.problems] == [code]


def test_text_that_looks_like_a_formula_stays_text_in_a_form(folder: Path) -> None:
    row = 'a,"=HYPERLINK(""x"")",,,-đồng,,,@Sở,,'
    Path("ho_so/chi_tieu.csv").write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
    ((name, data),) = department_forms(read_plan(Path("ho_so/bao_cao.yaml"))).items()
    (folder / name).write_bytes(data)
    sheet = openpyxl.load_workbook(folder / name).worksheets[0]
    for cell in (sheet["C10"], sheet["D10"]):
        assert (cell.data_type, cell.quotePrefix) == ("s", True)  # type: ignore[union-attr]


def test_the_same_plan_makes_the_same_bytes_and_communes_differ_in_name_only(
    folder: Path,
) -> None:
    plan = read_plan(Path("ho_so/bao_cao.yaml"))
    assert department_forms(plan) == department_forms(plan)
    first = dict(commune_forms(plan, ["Xã Ô & Ơ", "Phường <Hai>"]))
    assert first == dict(commune_forms(plan, ["Xã Ô & Ơ", "Phường <Hai>"]))
    (folder / "a.xlsx").write_bytes(first["phuong_hai.xlsx"])
    fill_form(folder / "a.xlsx", commune_values(1))
    assert openpyxl.load_workbook(folder / "a.xlsx").worksheets[0]["A4"].value == (
        "Đơn vị báo cáo: Phường <Hai>"
    )
    assert plan.departments == DEPARTMENTS


values = st.decimals(0, 10**9, places=3)
shares = st.dictionaries(st.text(min_size=1, max_size=5), values, min_size=1, max_size=20)


@given(shares, st.randoms())
def test_the_order_of_units_does_not_matter(units: dict[str, Decimal], random: object) -> None:
    made = {name: Share(value, weight=value + 1) for name, value in units.items()}
    turned = dict(reversed(made.items()))
    for way in (Way.SUM, Way.MOST, Way.LEAST, Way.MEAN):
        summing = Summing(way, "w")
        assert add_up(summing, made, is_rate=False) == add_up(summing, turned, is_rate=False)
    assert add_up(Summing(Way.SUM), made, is_rate=False)[0] == sum(units.values())


@given(shares)
def test_a_mean_lies_between_the_least_and_the_most(units: dict[str, Decimal]) -> None:
    made = {name: Share(value, weight=Decimal(2)) for name, value in units.items()}
    mean, _ = add_up(Summing(Way.MEAN, "w"), made, is_rate=False)
    assert min(units.values()) <= mean <= max(units.values())


def test_the_latest_is_that_of_the_last_day_and_must_be_one() -> None:
    early, late = date(2025, 9, 10), date(2025, 9, 12)
    made = {"A": Share(Decimal(1), dated=late), "B": Share(Decimal(2), dated=early)}
    assert add_up(Summing(Way.LATEST), made, is_rate=False)[0] == 1
    with pytest.raises(CannotAddUp, match="mới nhất"):
        add_up(Summing(Way.LATEST), {**made, "C": Share(Decimal(3), dated=late)}, is_rate=False)


def test_a_mean_without_weights_is_refused() -> None:
    with pytest.raises(CannotAddUp, match="thiếu trọng số “ho” của “A”"):
        add_up(Summing(Way.MEAN, "ho"), {"A": Share(Decimal(1))}, is_rate=False)
    zero = {"A": Share(Decimal(1), weight=Decimal(0))}
    with pytest.raises(CannotAddUp, match="bằng 0"):
        add_up(Summing(Way.MEAN, "ho"), zero, is_rate=False)


@given(st.decimals(-(10**12), 10**12, places=4), st.booleans())
def test_what_is_merged_is_read_back_the_same(value: Decimal, is_rate: bool) -> None:
    number = parse_number(typed(value, is_rate=is_rate))
    assert number.is_percent is is_rate
    assert abs(number.ratio - value) <= abs(value) * Decimal("1e-14")


def test_line_ends_marks_and_line_feeds_inside_cells_stay() -> None:
    data = b'\xef\xbb\xbfma,ghi_chu,thuc_hien\r\na,"x\ny",1\r\nb,,2\r\n'
    assert edited(data, {"b": {"thuc_hien": "3"}}) == data.replace(b"b,,2", b"b,,3")
