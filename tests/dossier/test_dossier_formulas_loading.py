"""Formulas and their tables in a dossier's files: keys, titles above, faults with their places."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from dossier_files import Faults, Load, Write

from reportgen.dossier import dossier_schema
from reportgen.problems import InputError

FIGURES = "ma,thuc_hien,tong_so,don_vi_tinh,cong_thuc,lam_tron\ntinh,30,,hồ sơ,,\nxa,10,,hồ sơ,,\n"
PROVINCES = """\
BẢNG TỔNG HỢP CỦA BỘ,,,
"(Kèm theo Công văn số 12, ngày 05/10/2025)",,,
,,,
TT,Tên,Hồ sơ,Tỷ lệ (%)
(1),(2),(3),(4)
1,Huế,100,90
2,Lào Cai,50,"80,5"
,Tổng số,150,
"""


def test_formulas_stand_in_the_table_of_figures_or_in_the_dossier(write: Write, load: Load) -> None:
    write("chi_tieu.csv", FIGURES + "tong,,,hồ sơ,tinh + xa,\n")
    dossier = load(
        "cong_thuc:\n  phan: xa / tong\n"
        "  cap: {bieu_thuc: xa, tong_so: tong, ten: Cấp xã, don_vi_tinh: hồ sơ}\n"
    ).dossier
    assert dossier.indicators["tong"].thuc_hien == 40
    assert dossier.indicators["phan"].thuc_hien == Decimal("0.25")
    cap = dossier.indicators["cap"]
    assert (cap.ten, cap.thuc_hien, cap.tong_so) == ("Cấp xã", 10, 40)


def test_a_csv_may_have_titles_above_its_header_and_numbers_below(write: Write, load: Load) -> None:
    write("bo.csv", PROVINCES)
    figures = load(
        "bang:\n  bo: bo.csv\ncong_thuc:\n  tong: tong(bo.ho_so)\n"
        '  ti_le: gia_tri(bo.ty_le; "Lào Cai")\n'
    ).dossier.indicators
    assert figures["tong"].thuc_hien == 150
    assert figures["ti_le"].thuc_hien == Decimal("0.805")


def test_a_table_says_its_units_the_column_of_names_and_whether_totals_count(
    write: Write, load: Load
) -> None:
    write("bo.csv", "Nhóm,Xã,Vốn\nA,Bát Xát,5\nA,Sa Pa,6\nTổng,,11\n")
    figures = load(
        "bang:\n  bo: {tep: bo.csv, cot_ten: Xã, don_vi_tinh: {Vốn: triệu đồng}, "
        "giu_dong_tong: có}\n"
        'cong_thuc:\n  von: gia_tri(bo.von; "Sa Pa")\n  tat_ca: tong(bo.von)\n'
    ).dossier.indicators
    assert (figures["von"].thuc_hien, figures["von"].don_vi_tinh) == (6, "triệu đồng")
    assert figures["tat_ca"].thuc_hien == 22


@pytest.mark.parametrize(
    ("more", "code", "place"),
    [
        ("cong_thuc:\n  x: tinh + xaa\n", "TS020", "bao_cao.yaml:4:6"),
        ("cong_thuc:\n  x:\n    bieu_thuc: |\n      tinh + xaa\n", "TS020", "bao_cao.yaml:5"),
        ("cong_thuc:\n  X y: tinh\n", "CT011", "bao_cao.yaml:4:8"),
        ("cong_thuc:\n  x: {bieu_thuc: tinh, lam_tron: hai}\n", "HS012", "bao_cao.yaml:4:6"),
        ("bang:\n  bo: khong_co.csv\n", "CT001", "bao_cao.yaml:4:7"),
        ("bang:\n  tinh: bo.csv\n", "TS030", "bao_cao.yaml:4:9"),
        ("bang:\n  Bộ: bo.csv\n", "TS030", "bao_cao.yaml:4:7"),
        ("bang:\n  bo: {tep: bo.csv, cot_ten: Tỉnhh}\n", "TS031", "bao_cao.yaml:4:7"),
    ],
)
def test_a_fault_has_its_place(
    more: str, code: str, place: str, write: Write, faults: Faults
) -> None:
    write("chi_tieu.csv", FIGURES)
    write("bo.csv", PROVINCES)
    (problem,) = faults(more)
    assert (problem.code, str(problem.place)[: len(place)]) == (code, place)


def test_a_fault_in_the_table_of_figures_stands_at_its_row(write: Write, faults: Faults) -> None:
    write("chi_tieu.csv", FIGURES + "tong,41,,hồ sơ,tinh + xa,\n")
    assert [(one.code, str(one.place)) for one in faults()] == [("TS005", "chi_tieu.csv:4")]
    write("chi_tieu.csv", FIGURES + "tong,,,hồ sơ,tinh + xa,hai\n")
    assert [(one.code, str(one.place)) for one in faults()] == [("CT023", "chi_tieu.csv:4")]


def test_a_value_that_cannot_be_read_does_not_make_its_formula_wrong_too(
    write: Write, faults: Faults
) -> None:
    write("chi_tieu.csv", FIGURES + "tong,bốn mươi,,hồ sơ,tinh + xa,\n")
    assert [problem.code for problem in faults()] == ["CT015"]


def test_thousands_of_rows_and_formulas_take_seconds(write: Write, load: Load) -> None:
    rows = "".join(f"Xã {n},{n % 7},V{n % 5}\n" for n in range(3321))
    write("xa.csv", f"Tên,Hồ sơ,Vùng\n{rows}")
    formulas = "".join(f'  f{n}: tong(xa.ho_so; xa.vung = "V{n % 5}") + {n}\n' for n in range(60))
    figures = load(f"bang:\n  xa: xa.csv\ncong_thuc:\n{formulas}").dossier.indicators
    assert figures["f0"].thuc_hien == sum(n % 7 for n in range(0, 3321, 5))


def test_the_schema_knows_formulas_and_tables() -> None:
    keys = dossier_schema()["properties"]
    assert {"cong_thuc", "bang"} <= keys.keys()
    assert "bieu_thuc" in json.dumps(dossier_schema()["$defs"]["FormulaForm"], ensure_ascii=False)


def test_a_workbooks_formula_is_placed_by_its_cell(tmp_path: Path, load: Load) -> None:
    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (["ma", "thuc_hien", "cong_thuc"], ["a", 5, None], ["b", None, "a + cc"]):
        sheet.append(row)
    workbook.save(tmp_path / "so.xlsx")
    with pytest.raises(InputError) as caught:
        load("chi_tieu: so.xlsx\n")
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.place)) == ("TS020", "so.xlsx: trang “Sheet”, ô C3")
