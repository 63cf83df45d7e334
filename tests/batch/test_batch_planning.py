"""From manifests and patterns to jobs: columns, names, and everything that is wrong at once."""

from pathlib import Path

import openpyxl
import pytest
from support.batches import dossier_in, manifest_in

from reportgen.batch import Job, plan
from reportgen.batch.columns import KNOWN, steps_of
from reportgen.dossier.dossier import DossierForm
from reportgen.dossier.profile import Profile
from reportgen.dossier.signers import Signer
from reportgen.problems import InputError, Problem
from reportgen.rendering import Format


def jobs(*named: Path | str) -> list[Job]:
    return plan([str(one) for one in named], Path("ra"), [Format.MARKDOWN])


def problems(*named: Path | str) -> list[tuple[str, int | None]]:
    return [(one.code, one.place.line if one.place else None) for one in told(*named)]


def told(*named: Path | str) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        jobs(*named)
    return caught.value.problems


def test_a_row_is_a_document_with_values_of_its_own(tmp_path: Path) -> None:
    path = manifest_in(
        tmp_path,
        "ho_so,ten_tep,don_vi,chi_tieu,so,dia_danh,ho_ten,noi_dung.chi_dao,phu_luc.2\n"
        "chung/bc.yaml,lao_cai/bc,dv/lc.yaml,so/lc.csv;so/th.csv,12,Lào Cai,Trần Văn B,Chữ,b.csv\n",
    )
    (job,) = jobs(path)
    assert job.dossier == tmp_path / "chung/bc.yaml"
    assert job.file(Format.MARKDOWN) == Path("ra/lao_cai/bc.md")
    assert {change.steps: change.text for change in job.changes} == {
        ("don_vi",): str(tmp_path / "dv/lc.yaml"),
        ("chi_tieu",): f"{tmp_path / 'so/lc.csv'}\n{tmp_path / 'so/th.csv'}",
        ("so",): "12",
        ("ghi_de_don_vi", "dia_danh"): "Lào Cai",
        ("ghi_de_don_vi", "nguoi_ky", "ho_ten"): "Trần Văn B",
        ("noi_dung", "chi_dao"): "Chữ",
        ("phu_luc", 1, "bang"): str(tmp_path / "b.csv"),
    }
    assert {change.place.line for change in job.changes} == {2}


def test_an_empty_cell_changes_nothing(tmp_path: Path) -> None:
    (job,) = jobs(manifest_in(tmp_path, "ho_so;ten_tep;so;ghi_chu\nbc.yaml;a;;chưa có số\n"))
    assert job.changes == ()


def test_every_column_is_a_key_that_there_is() -> None:
    for title in KNOWN:
        match steps_of(title):
            case ("ghi_de_don_vi", "nguoi_ky", key):
                assert key in Signer.model_fields
            case ("ghi_de_don_vi", key):
                assert key in Profile.model_fields
            case (key,):
                assert key in DossierForm.model_fields
            case other:
                assert other == ()


def test_a_manifest_may_be_a_workbook_whose_cells_are_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Tháng 9"
    for row in (["ho_so", "ten_tep", "so"], ["a.yaml", "x", 7], [None, "y", 8], ["a.yaml", "x", 9]):
        sheet.append(row)
    path = tmp_path / "danh_sach.xlsx"
    book.save(path)
    missing, doubled = told(path)
    assert missing.place is not None
    assert doubled.place is not None
    assert (missing.code, missing.place.cell) == ("HL005", "Tháng 9!A3")
    assert (doubled.code, doubled.place.cell) == ("HL007", "Tháng 9!B4")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ho_so,tentep\nbc.yaml,a\n", [("HL003", 1)]),
        ("ho_so,so,so\nbc.yaml,1,2\n", [("HL004", 1)]),
        ("ten_tep\na\n", [("HL002", 1)]),
        ("ho_so,ten_tep\n,a\nb.yaml,b\n,c\n", [("HL005", 2), ("HL005", 4)]),
        ("ho_so\n", [("HL009", 1)]),
        ("ho_so,so\nbc.yaml,1\nbc.yaml,2\n", [("HL006", 2), ("HL006", 3)]),
        ("ho_so,ten_tep\na.yaml,Bc\nb.yaml,bC\n", [("HL007", 3)]),
        ("ho_so,ten_tep\na.yaml,bc.docx\nb.yaml,bc\n", [("HL007", 3)]),
        ("ho_so,ten_tep\na.yaml,Tháng 9: Huế\nb.yaml,../ra\nc.yaml,con.1\nd.yaml,x/\n",
         [("HL008", 2), ("HL008", 3), ("HL008", 4), ("HL008", 5)]),
        ("ho_so,ten_tep,phu_luc.0,bang.\n,a?,x,y\n", [("HL003", 1), ("HL003", 1), ("HL005", 2)]),
        ("ho_so,ten_tep\na.yaml\n", [("CT006", 2)]),
    ],
)  # fmt: skip
def test_everything_that_is_wrong_with_a_manifest_is_told_at_once(
    text: str, expected: list[tuple[str, int]], tmp_path: Path
) -> None:
    assert problems(manifest_in(tmp_path, text)) == expected


def test_a_misspelt_column_is_answered_with_the_nearest(tmp_path: Path) -> None:
    (problem,) = told(manifest_in(tmp_path, "ho_so,dia_dang\na.yaml,Huế\n"))
    assert "dia_danh" in problem.hint


def test_a_pattern_finds_dossiers_in_order_and_no_profiles(tmp_path: Path) -> None:
    for unit in ("lao_cai", "hue"):
        dossier_in(tmp_path / unit / "2025-10")
    found = jobs(f"{tmp_path}/**/*.yaml", tmp_path / "hue/2025-10/bao_cao.yaml")
    assert [job.name for job in found] == ["hue_2025-10_bao_cao", "lao_cai_2025-10_bao_cao"]
    assert [job.number for job in found] == [1, 2]


def test_a_pattern_that_matches_nothing_and_a_folder_are_told(tmp_path: Path) -> None:
    assert [code for code, _ in problems(f"{tmp_path}/**/x.yaml", tmp_path)] == ["HL001", "HL001"]


def test_names_of_a_manifest_may_not_be_those_of_dossiers_beside_it(tmp_path: Path) -> None:
    dossier = dossier_in(tmp_path / "a")
    path = manifest_in(tmp_path, "ho_so,ten_tep\na/bao_cao.yaml,bao_cao\n")
    assert [code for code, _ in problems(dossier, path)] == ["HL007"]
