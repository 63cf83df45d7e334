"""Forms as people send them back: files renamed, sheets copied away, signatures below."""

from pathlib import Path

import openpyxl
import pytest
from support.collections import write_collection
from support.workbooks import fill_form

from reportgen.periods.collect import collect_folder
from reportgen.periods.collecting import Collected
from reportgen.periods.figures import read_plan
from reportgen.periods.form_names import file_names
from reportgen.periods.forms import department_forms

GOOD = {"dem_1": (150, 1000), "ti_le_1": 0.6}
CSV = "ma,thuc_hien\ndem_1,150\nti_le_1,60%\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for returned forms beside a dossier `ho_so/bao_cao.yaml`."""
    monkeypatch.chdir(tmp_path)
    write_collection(Path("ho_so"))
    made = Path("da_nop")
    made.mkdir()
    return made


def filled(folder: Path) -> Path:
    data = department_forms(read_plan(Path("ho_so/bao_cao.yaml")))["so_thu_1.xlsx"]
    path = folder / "biểu.xlsx"
    path.write_bytes(data)
    fill_form(path, GOOD)
    return path


def collected(folder: Path) -> Collected:
    return collect_folder(
        folder, Path("ho_so/bao_cao.yaml"), communes=Path("ho_so/xa.csv")
    ).collected


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("so_thu_1.csv", True),
        ("Sở Thứ 1.csv", True),
        ("SO THU 1.CSV", True),
        ("So\u031b\u0309 Thu\u031b\u0301 1.csv", True),
        ("Biểu Sở Thứ 1 tháng 9 (gửi lại).csv", True),
        ("Sở Thứ 12.csv", True),
        ("Sở Thứ 1 và Sở Thứ 2.csv", False),
        ("Sở Thứ.csv", False),
        ("biểu tháng 9.csv", False),
    ],
)
def test_a_file_may_be_named_as_people_name_files(folder: Path, name: str, known: bool) -> None:
    (folder / name).write_text(CSV.replace("_1,", "_12,") if "12" in name else CSV, "utf-8")
    result = collected(folder)
    assert [one.code for one in result.problems] == ([] if known else ["BM011"])
    assert len(result.merged) == (2 if known else 0)


def test_a_sheet_copied_out_of_its_form_is_known_by_the_lines_above_the_table(folder: Path) -> None:
    path = filled(folder)
    workbook = openpyxl.load_workbook(path)
    del workbook["thong_tin"]
    workbook.save(path)
    assert not collected(folder).problems
    assert len(collected(folder).merged) == 2
    workbook.worksheets[0]["A3"] = "Kỳ báo cáo: từ ngày 16/7/2025 đến ngày 15/8/2025"
    workbook.save(path)
    assert [one.code for one in collected(folder).problems] == ["BM012"]


def test_signatures_and_remarks_below_the_table_are_no_figures(folder: Path) -> None:
    path = filled(folder)
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    sheet["A14"], sheet["F14"] = "Người lập biểu", "Khánh Hòa, ngày 17 tháng 9 năm 2025"
    sheet["F15"], sheet["A16"] = "GIÁM ĐỐC", "* Số liệu tính đến hết ngày 15/9/2025"
    workbook.save(path)
    assert not collected(folder).problems
    sheet["F17"] = 12
    workbook.save(path)
    (problem,) = collected(folder).problems
    assert (problem.code, problem.message) == ("BM013", "dòng có số liệu nhưng ô Mã để trống")


def test_who_sent_a_bad_form_is_not_said_to_have_sent_none(folder: Path) -> None:
    (folder / "Sở Thứ 1.csv").write_text(CSV.replace("150", "-150"), "utf-8")
    (folder / "Sở Thứ 2.csv").write_bytes(b"ma,thuc_hien\nd\xea")
    third = CSV.replace("_1,", "_3,")
    (folder / "Sở Thứ 3.csv").write_text(third, "utf-8")
    (folder / "so_thu_3 (1).csv").write_text(third.replace("150", "151"), "utf-8")
    result = collected(folder)
    assert set(result.refused) == {"Sở Thứ 1", "Sở Thứ 2", "Sở Thứ 3"}
    assert result.missing == tuple(f"Sở Thứ {number}" for number in range(4, 16))


def test_values_that_are_the_same_keep_the_way_they_are_typed(folder: Path) -> None:
    table = Path("ho_so/chi_tieu.csv")
    typed = table.read_text(encoding="utf-8").replace(",,1000,hồ sơ,101", ',150,"1.000",hồ sơ,101')
    table.write_text(typed, encoding="utf-8")
    filled(folder)
    collection = collect_folder(folder, Path("ho_so/bao_cao.yaml"), communes=Path("ho_so/xa.csv"))
    (data,) = collection.files().values()
    row = next(line for line in data.decode().splitlines() if line.startswith("dem_1,"))
    assert ',150,"1.000",hồ sơ,101,Sở Thứ 1 (biểu.xlsx),' in row


def test_no_form_is_named_like_a_device_of_windows() -> None:
    names = ["CON", "Nul", "Com1", "Côn Đảo", "", "…", "CON"]
    expected = ["don_vi_con", "don_vi_nul", "don_vi_com1", "con_dao", "don_vi", "don_vi_2"]
    assert file_names(names) == [*expected, "don_vi_con_2"]
