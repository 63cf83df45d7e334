"""Everything that is wrong with a dossier is told in one go, whichever step finds it."""

from itertools import combinations
from pathlib import Path

import pytest
from support.dossiers import HEAD, TEMPLATES, write_dossier

from reportgen.problems import InputError
from reportgen.rendering import render

FIGURES = """\
ma,ten,thuc_hien,tong_so
mot,Một,24,30
hai,Hai,5,8
ba,Ba,7,9
"""
BODY = """\
Đạt {{ ct.mot | ti_le }}, {{ ct.hai | so }}[^ghi] và {{ ct.ba | ti_so }}.

## Mục một

## Mục hai

[^ghi]: Chú thích.
"""
MISSING_TABLE = 'phu_luc: [{tieu_de: A, bang: b.csv, "noi_dung": Phụ lục}]\n'
# Code of a fault: the file that it goes into, what stands there, what a hasty hand makes of it.
FAULTS = {
    "HS005": ("bao_cao.yaml", "so: 442", "so:442"),
    "HS010": ("bao_cao.yaml", "mau: don_gian", "mau: don_gian\nso_hieu: 5"),
    "HS014": ("bao_cao.yaml", "20/12/2023", "31/11/2023"),
    "HS015": ("bao_cao.yaml", "ky: 12/2023", "ky: 13/2023"),
    "HS011": ("don_vi.yaml", "dia_danh: Khánh Hòa\n", ""),
    "CT014": ("chi_tieu.csv", "ba,Ba,7,9", "ba,Ba,15.16,9"),
    "CT001": ("bao_cao.yaml", "noi_dung:", f"{MISSING_TABLE}noi_dung:"),
    "MA023": ("chi_tieu.csv", "hai,Hai,5,8\n", ""),
    "MA030": ("chi_tieu.csv", "mot,Một,24,30", "mot,Một,24,0"),
    "MA021": ("bao_cao.yaml", "ct.ba | ti_so", "ct.ba | ty_so"),
    "MA020": ("bao_cao.yaml", "## Mục hai", "## Mục hai {{ thang }}"),
    "MA040": ("bao_cao.yaml", "noi_dung:", "noi_dung:\n  thanh: x"),
    "GC001": ("bao_cao.yaml", "## Mục một", "## Mục một[^hai]"),
    "DS002": ("bao_cao.yaml", "## Mục một", "##### Mục một"),
}


def codes_with(folder: Path, *faults: str) -> set[str]:
    write_dossier(folder, BODY, figures=FIGURES)
    for code in faults:
        name, sound, faulty = FAULTS[code]
        text = (folder / name).read_text(encoding="utf-8")
        if sound not in text:  # another fault is in that very place
            return set(faults)
        (folder / name).write_text(text.replace(sound, faulty), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        render(folder / "bao_cao.yaml", [], [TEMPLATES])
    assert all(problem.place and problem.hint for problem in caught.value.problems)
    return {problem.code for problem in caught.value.problems}


def test_the_dossier_is_sound_but_for_its_faults(tmp_path: Path) -> None:
    path = write_dossier(tmp_path, BODY, figures=FIGURES, head=HEAD)
    assert render(path, [], [TEMPLATES]).warnings == ()


@pytest.mark.parametrize("fault", FAULTS)
def test_one_fault_is_told_as_one(tmp_path: Path, fault: str) -> None:
    assert codes_with(tmp_path, fault) == {fault}


def test_any_two_faults_are_both_told(tmp_path: Path) -> None:
    missed = [pair for pair in combinations(FAULTS, 2) if codes_with(tmp_path, *pair) != set(pair)]
    assert missed == []


def test_all_faults_that_can_stand_together_are_told(tmp_path: Path) -> None:
    together = [code for code in FAULTS if code not in ("DS002", "MA040")]
    assert codes_with(tmp_path, *together) == set(together)


def test_a_table_that_cannot_be_read_does_not_make_every_figure_unknown(tmp_path: Path) -> None:
    path = write_dossier(tmp_path, BODY + "\n{{ abc }}\n", figures=FIGURES.replace("ma,", "mã,"))
    with pytest.raises(InputError) as caught:
        render(path, [], [TEMPLATES])
    assert {problem.code for problem in caught.value.problems} == {"CT007", "CT008", "MA020"}


def test_a_misspelt_block_does_not_bring_up_the_figures_of_the_wording_it_replaces(
    tmp_path: Path,
) -> None:
    head = HEAD.replace("don_gian", "bao_cao_thang")
    path = write_dossier(tmp_path, head=head)
    blocks = ("chi_dao", "dich_vu_cong", "tien_ich", "cong_dan_so", "lam_sach")
    rest = "".join(f"  {block}:\n" for block in blocks).replace("lam_sach", "lamsach")
    path.write_text(head + "noi_dung:\n" + rest, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        render(path, [])
    assert [problem.code for problem in caught.value.problems] == ["MA040"]
