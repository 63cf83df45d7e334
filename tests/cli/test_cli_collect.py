"""Forms go out, come back filled in, and become figures: 15 departments, 64 communes, 3 wrong."""

import csv
import shutil
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from support.collections import (
    COMMUNES,
    DEPARTMENTS,
    commune_values,
    department_values,
    write_collection,
)
from support.workbooks import fill_form, saved_again_by_libreoffice

from reportgen.cli.main import run
from reportgen.vietnamese import parse_number, plain_name

WRONG = ("so_thu_3.xlsx", "so_thu_7.xlsx", "xa_so_10.xlsx")


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The dossier, in the current folder, with all forms made in `bieu`."""
    monkeypatch.chdir(tmp_path)
    path = write_collection(tmp_path / "ho_so").relative_to(tmp_path)
    assert run(["form", str(path), "--output", "bieu", *LIST]) == 0
    return path


LIST = ("--don-vi-cap-xa", "ho_so/xa.csv")


def fill_all(folder: Path) -> None:
    for number, name in enumerate(DEPARTMENTS, 1):
        file = f"{plain_name(name)}.xlsx"
        fill_form(Path("bieu", file), department_values(number), folder / file)
    for number, name in enumerate(COMMUNES, 1):
        file = f"{plain_name(name)}.xlsx"
        fill_form(Path("bieu/cap_xa", file), commune_values(number), folder / file)


def spoil(folder: Path) -> None:
    fill_form(folder / WRONG[0], {"dem_3": (2000, 1003)})
    fill_form(folder / WRONG[1], {"dem_7": "hai trăm"})
    fill_form(folder / WRONG[2], {"xa_tong": (-20, 100)})


def figures(dossier: Path) -> dict[str, dict[str, str]]:
    text = dossier.with_name("chi_tieu.csv").read_text(encoding="utf-8").split("\n", 1)[1]
    return {row["ma"]: row for row in csv.DictReader(text.splitlines())}


def value(cell: str) -> Decimal:
    return parse_number(cell).ratio


def collect(folder: Path, dossier: Path, *more: str) -> int:
    return run(["collect", str(folder), "--ho-so", str(dossier), *LIST, *more])


def assert_merged(dossier: Path, numbers: set[int], communes: set[int]) -> None:
    found = figures(dossier)
    for number in range(1, 16):
        row = found[f"dem_{number}"]
        if number in numbers:
            assert (row["thuc_hien"], row["tong_so"]) == (str(200 + number), str(1000 + number))
            assert row["nguon"] == f"Sở Thứ {number} (so_thu_{number}.xlsx)"
            assert found[f"ti_le_{number}"]["thuc_hien"] == "90,31%"
        else:
            assert (row["thuc_hien"], row["tong_so"], row["nguon"]) == ("", "1000", "")
        assert (row["ten"], row["ghi_chu"]) == (f"Hồ sơ, thứ {number}", "giữ nguyên")
    weights = {number: 10 + number for number in communes}
    assert value(found["xa_tong"]["thuc_hien"]) == sum(weights.values())
    assert value(found["xa_tong"]["tong_so"]) == 100 * len(communes)
    assert value(found["xa_nhieu"]["thuc_hien"]) == Decimal("3.5") * max(communes)
    product = sum(Decimal(number) / 100 * weight for number, weight in weights.items())
    mean = product / sum(weights.values())
    assert abs(value(found["xa_tb"]["thuc_hien"]) - mean) <= Decimal("0.0000005")
    assert found["xa_tong"]["nguon"].startswith(f"{len(communes)}/64 đơn vị cấp xã")
    assert found["khong_thu"]["thuc_hien"] == "7"


@pytest.mark.parametrize("saved_by", ["openpyxl", "LibreOffice"])
def test_three_wrong_forms_are_named_and_the_rest_is_merged_on_request(
    dossier: Path, saved_by: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path("da_nop")
    folder.mkdir()
    fill_all(folder)
    spoil(folder)
    if saved_by == "LibreOffice":
        saved_again_by_libreoffice(folder, tmp_path / "profile")
    before = dossier.with_name("chi_tieu.csv").read_bytes()

    assert collect(folder, dossier) == 1
    told = capsys.readouterr().err
    assert all(f"da_nop/{name}: trang “Biểu số liệu”, ô F" in told for name in WRONG)
    assert told.count("lỗi [") == 3
    assert dossier.with_name("chi_tieu.csv").read_bytes() == before
    assert not dossier.with_name("bang_cap_xa.csv").exists()

    assert collect(folder, dossier, "--bo-bieu-sai") == 1
    told = capsys.readouterr().err
    assert "Biểu có lỗi: so_thu_3.xlsx; so_thu_7.xlsx; xa_so_10.xlsx." in told
    assert "Chưa nộp" not in told
    assert "Đã gộp 29 chỉ tiêu từ 76 biểu; thiếu 3 đơn vị." in told
    assert_merged(dossier, set(range(1, 16)) - {3, 7}, set(range(1, 65)) - {10})


def test_all_forms_make_all_figures_and_a_table_of_communes(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path("da_nop")
    folder.mkdir()
    fill_all(folder)
    assert collect(folder, dossier, "--dry-run") == 0
    assert figures(dossier)["dem_1"]["thuc_hien"] == ""
    assert collect(folder, dossier) == 0
    assert "Đã gộp 33 chỉ tiêu từ 79 biểu; thiếu 0 đơn vị." in capsys.readouterr().err
    assert_merged(dossier, set(range(1, 16)), set(range(1, 65)))
    data = dossier.with_name("chi_tieu.csv").read_bytes()
    assert data.startswith("# Số liệu tháng 9, giữ dòng này\r\n".encode())
    assert data.count(b"\r\n") == data.count(b"\n") == 36
    text = dossier.with_name("bang_cap_xa.csv").read_text(encoding="utf-8")
    table = list(csv.reader(text.splitlines()))
    assert table[0][:4] == ["STT", "Đơn vị", "Hộ đã rà soát (hộ)", "Hộ đã rà soát - Tổng số"]
    assert table[1][:4] == ["1", "Xã Số 01", "11", "100"]
    assert table[-1][1:4] == ["Tổng hợp", "2.720", "6.400"]
    assert len(table) == 66
    assert collect(folder, dossier) == 0
    assert dossier.with_name("chi_tieu.csv").read_bytes() == data


def test_who_has_not_answered_is_told_with_the_deadline(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path("da_nop")
    folder.mkdir()
    fill_all(folder)
    (folder / "so_thu_5.xlsx").unlink()
    shutil.copy("bieu/so_thu_6.xlsx", folder / "so_thu_6.xlsx")
    (folder / "xa_so_64.xlsx").unlink()
    assert collect(folder, dossier) == 0
    told = capsys.readouterr().err
    assert "Chưa nộp (hạn 18/9/2025): Sở Thứ 5; Sở Thứ 6." in told
    assert "Cấp xã chưa nộp (hạn 18/9/2025): Xã Số 64." in told
    assert "mới tính từ 63/64 đơn vị cấp xã" in told
    assert "thiếu 3 đơn vị" in told


def test_csv_files_serve_as_well_named_by_the_unit(dossier: Path) -> None:
    folder = Path("da_nop")
    folder.mkdir()
    text = "ma;thuc_hien;tong_so\ndem_1;1.234;2000\nti_le_1;51,5%;\n"
    (folder / "so_thu_1.csv").write_text(text, encoding="utf-8")
    assert collect(folder, dossier) == 0
    row = figures(dossier)["dem_1"]
    assert (row["thuc_hien"], row["tong_so"], row["nguon"]) == (
        "1234", "2000", "Sở Thứ 1 (so_thu_1.csv)",
    )  # fmt: skip


def test_forms_are_never_written_over(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill_form(Path("bieu/so_thu_1.xlsx"), department_values(1))
    before = Path("bieu/so_thu_1.xlsx").read_bytes()
    assert run(["form", str(dossier), "--output", "bieu"]) == 1
    assert "không ghi đè" in capsys.readouterr().err
    assert Path("bieu/so_thu_1.xlsx").read_bytes() == before


def test_a_form_has_only_its_figures_and_is_locked_but_for_what_is_to_be_filled(
    dossier: Path,
) -> None:
    workbook = openpyxl.load_workbook("bieu/so_thu_2.xlsx")
    sheet = workbook.worksheets[0]
    codes = [row[1].value for row in sheet.iter_rows(min_row=10)]
    assert codes == ["dem_2", "ti_le_2"]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    open_cells = {
        cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    }
    assert open_cells == {"C7", "F10", "G10", "H10", "F11", "H11"}
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert rules == {"F10 G10": "0", "F11": "0"}
    assert (sheet["E10"].value, sheet["E11"].value) == (102, 0.505)
    assert sheet["E11"].number_format.endswith("0.00%")
    assert workbook["thong_tin"].sheet_state == "hidden"
    assert (int(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (9, "landscape")


def test_the_folder_and_the_dossier_must_be_there(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert collect(Path("khong_co"), dossier) == 1
    assert "BM044" in capsys.readouterr().err
    Path("rong").mkdir()
    assert collect(Path("rong"), dossier) == 1
    assert "BM045" in capsys.readouterr().err
