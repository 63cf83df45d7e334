"""A dossier with other values than its file has, and what was read for it."""

from pathlib import Path

from support.dossiers import HEAD, PROFILE, write_dossier

from reportgen.dossier import read_dossier
from reportgen.dossier.changes import Change
from reportgen.dossier.consulted import ABSENT, digest_of, entries_of, noting
from reportgen.problems import Place

ROW = Place("danh_sach.csv", 7)
APPENDICES = "phu_luc:\n- {tieu_de: MỘT, bang: mot.csv}\n- {tieu_de: HAI, bang: hai.csv}\n"


def test_values_are_laid_over_the_file_and_the_profile(tmp_path: Path) -> None:
    path = write_dossier(tmp_path)
    (tmp_path / "khac.yaml").write_text(PROFILE.replace("Tấn Tuân", "Văn A"), encoding="utf-8")
    changes = [
        Change(("don_vi",), "khac.yaml", ROW),
        Change(("so",), "7", ROW),
        Change(("ghi_de_don_vi", "dia_danh"), "Huế", ROW),
        Change(("ghi_de_don_vi", "nguoi_ky", "chuc_vu"), "PHÓ", ROW),
    ]
    dossier = read_dossier(path, changes).dossier
    assert dossier is not None
    assert dossier.so == "7"
    assert dossier.profile.dia_danh == "Huế"
    assert (dossier.profile.nguoi_ky.chuc_vu, dossier.profile.nguoi_ky.ho_ten) == (
        "PHÓ",
        "Nguyễn Văn A",
    )
    assert dossier.ky is not None


def test_one_appendix_gets_another_table_and_the_others_keep_theirs(tmp_path: Path) -> None:
    for name in ("mot", "hai", "ba"):
        (tmp_path / f"{name}.csv").write_text(f"cot\n{name}\n", encoding="utf-8")
    path = write_dossier(tmp_path, more=APPENDICES)
    dossier = read_dossier(path, [Change(("phu_luc", 1, "bang"), "ba.csv", ROW)]).dossier
    assert dossier is not None
    assert [one.table and one.table.rows[0] for one in dossier.phu_luc] == [("mot",), ("ba",)]


def test_a_fault_of_a_value_is_where_it_was_typed(tmp_path: Path) -> None:
    changes = [
        Change(("ngay",), "31/11/2025", ROW),
        Change(("phu_luc", 4, "bang"), "x.csv", ROW),
        Change(("chi_tieu",), "khong_co.csv", ROW),
        Change(("noi_dun",), "x", ROW),
    ]
    reading = read_dossier(write_dossier(tmp_path), changes)
    assert {problem.code for problem in reading.problems} >= {"HS032", "CT001"}
    assert len(reading.problems) == 4
    assert {problem.place for problem in reading.problems} == {ROW}


def test_what_is_read_and_what_is_looked_for_in_vain_is_noted(tmp_path: Path) -> None:
    path = write_dossier(tmp_path / "nam" / "thang")
    (tmp_path / "nam/don_vi.yaml").write_text(PROFILE, encoding="utf-8")
    (tmp_path / "nam/thang/don_vi.yaml").unlink()
    with noting() as noted:
        read_dossier(path)
    assert noted == {
        str(path): digest_of(path),
        str(tmp_path / "nam/don_vi.yaml"): digest_of(tmp_path / "nam/don_vi.yaml"),
        str(tmp_path / "nam/thang/don_vi.yaml"): ABSENT,
        str(tmp_path / "nam/thang/chi_tieu.csv"): ABSENT,
    }
    with noting() as later:
        assert [one.name for one in entries_of(tmp_path / "nam")] == ["don_vi.yaml", "thang"]
    before = dict(later)
    (tmp_path / "nam/moi").mkdir()
    assert before != {name: digest_of(name) for name in before}


def test_nothing_is_noted_outside(tmp_path: Path) -> None:
    with noting() as noted:
        pass
    read_dossier(write_dossier(tmp_path, head=HEAD))
    assert noted == {}
