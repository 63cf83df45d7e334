"""Reading on after faults: what holds is kept for the next steps, and is never taken for sound."""

from pathlib import Path

import pytest
from dossier_files import DOSSIER, PROFILE, Write

from reportgen.dossier import Narrative, load_dossier, read_dossier
from reportgen.problems import InputError, Place


def test_profile_and_figures_are_looked_through_though_the_dossier_cannot_be_read(
    write: Write,
) -> None:
    write("chi_tieu.csv", "ma,thuc_hien\na,15.16\n")
    write("don_vi.yaml", PROFILE + "ky_hieu: x\n")
    reading = read_dossier(write("bao_cao.yaml", "mau: x\n\tky: 9/2025\n"))
    assert [problem.code for problem in reading.problems] == ["HS005", "HS007", "CT014"]


def test_what_holds_of_a_faulty_dossier_is_read_for_the_next_steps(write: Write) -> None:
    write("don_vi.yaml", PROFILE.replace("dia_danh: Khánh Hòa\n", ""))
    write("chi_tieu.csv", "ma,thuc_hien\na,15.16\nCăn cước,5\nb,1,2\nc,\n")
    more = "ngay: 31/9/2025\nthe_che: a\nnoi_dung:\n  b: {bỏ: có}\n  c: chữ\nphu_luc:\n"
    more += "  - {tieu_de: A, huong: chéo, noi_dung: x}\n  - x\n"
    reading = read_dossier(write("bao_cao.yaml", DOSSIER.replace("9/2025", "13/2025") + more))
    assert reading.failed
    dossier = reading.dossier
    assert dossier is not None
    assert set(dossier.indicators) >= {"a", "can_cuoc", "b", "c"}
    known = {code for code, one in dossier.indicators.items() if one.thuc_hien is not None}
    assert set(dossier.indicators) - known == {"c"}
    assert (dossier.noi_dung["c"].thay or Narrative("", Place(""))).text == "chữ"
    assert (dossier.noi_dung["b"].khong_co, dossier.noi_dung["the_che"].thay is None) == (
        True,
        False,
    )
    assert [one.tieu_de for one in dossier.phu_luc] == ["A", "…"]
    with pytest.raises(InputError):
        load_dossier(Path("bao_cao.yaml"))


def test_without_a_template_name_nothing_more_can_be_read(write: Write) -> None:
    assert read_dossier(write("bao_cao.yaml", "ky: 9/2025\n")).dossier is None


@pytest.mark.parametrize(
    ("table", "known"),
    [
        ("", False),
        ("a,b\n1,2\n", False),
        ('ma,thuc_hien\n"a,1\n', False),
        ("ma,ten\n", False),
        ("ma,thuc_hien\na,x\n", True),
    ],
)
def test_it_is_known_whether_all_figures_could_be_read(
    write: Write, table: str, known: bool
) -> None:
    write("chi_tieu.csv", table)
    assert read_dossier(write("bao_cao.yaml", DOSSIER)).figures_known is known


def test_of_a_workbook_that_cannot_be_opened_no_figure_is_missed(write: Write) -> None:
    write("so.xlsx", b"PK cut")
    path = write("bao_cao.yaml", DOSSIER + "chi_tieu: so.xlsx\n")
    assert read_dossier(path).figures_known is False
