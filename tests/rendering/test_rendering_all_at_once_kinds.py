"""Faults of kinds, symbols, authority, groups and arranged appendices are told in one go too."""

from itertools import combinations
from pathlib import Path

import pytest
from support.dossiers import PROFILE, TEMPLATES, write_dossier

from reportgen.problems import InputError
from reportgen.rendering import render

HEAD = """\
mau: don_gian
loai: ke_hoach
ky_hieu: KH-TCTĐA06
so: 442
ngay: 20/12/2023
ky: 12/2023
can_cu:
  - Luật Tổ chức chính quyền địa phương
  - Kế hoạch năm {{ ky | nam }}
noi_nhan:
  - nhom: cap_tren
  - Lưu trữ
chu_ky:
  - {quyen_han: KT. TỔ TRƯỞNG, chuc_vu: TỔ PHÓ, ho_ten: Nguyễn Văn A}
phu_luc:
  - tieu_de: Việc
    bang: viec.csv
    gop: [STT]
    loc: {Cơ quan: Sở Y tế}
    sap_xep: [Việc]
"""
TABLE = "STT,Cơ quan,Việc\n1,Sở Nội vụ,A\n,Sở Y tế,B\n2,Sở Y tế,C\n"
GROUPS = "nhom_noi_nhan:\n  cap_tren: [Bộ Công an]\nviet_tat: TCTĐA06\n"
BODY = "(Phụ lục kèm theo)\n"
# Code of a fault: the file that it goes into, what stands there, what a hasty hand makes of it.
FAULTS = {
    "HS014": ("bao_cao.yaml", "20/12/2023", "31/11/2023"),
    "HS011": ("don_vi.yaml", "dia_danh: Khánh Hòa\n", ""),
    "HS010": ("don_vi.yaml", "luu:", "khong_co: x\nluu:"),
    "HS012": ("bao_cao.yaml", "ky: 12/2023", "ky: 12/2023\nso_ban: nhiều"),
    "HS020": ("bao_cao.yaml", "sap_xep: [Việc]", "sap_xep: [Viẹc]"),
    "HS024": ("bao_cao.yaml", "nhom: cap_tren", "nhom: cap_duoi"),
    "HS026": ("bao_cao.yaml", "KH-TCTĐA06", "BC-TCTĐA06"),
    "HS028": ("bao_cao.yaml", "loai: ke_hoach", "loai: ke_hoac"),
    "HS029": ("bao_cao.yaml", "KT. TỔ TRƯỞNG", "KT TỔ TRƯỞNG"),
    "HS030": ("bao_cao.yaml", "ho_ten: Nguyễn", "cap_bac: Đại tá, ho_ten: Nguyễn"),
    "CT006": ("viec.csv", "2,Sở Y tế,C", "2,Sở Y tế"),
    "CT019": ("bao_cao.yaml", "loc: {Cơ quan: Sở Y tế}", "loc: {Cơ quan: Sở Tư pháp}"),
    "CT021": ("viec.csv", "1,Sở Nội vụ", ",Sở Nội vụ"),
    "MA021": ("bao_cao.yaml", "ky | nam", "ky | năm"),
    "MA023": ("viec.csv", "tế,B", "tế,{{ ct.b | so }}"),
    "PL001": ("bao_cao.yaml", "(Phụ lục kèm theo)", "(Phụ lục III kèm theo)"),
    "GC001": ("bao_cao.yaml", "kèm theo)", "kèm theo)[^mot]"),
}
# One that hides the other: a doubtful kind its symbol, a ragged row the first cell of a column.
HIDDEN = {
    ("HS026", "HS028"): "HS026",
    ("CT006", "CT021"): "CT021",
    ("CT019", "MA023"): "MA023",
}


def codes_with(folder: Path, *faults: str) -> list[str]:
    write_dossier(folder, BODY, head=HEAD)
    (folder / "don_vi.yaml").write_text(PROFILE + GROUPS, encoding="utf-8")
    (folder / "viec.csv").write_text(TABLE, encoding="utf-8")
    for code in faults:
        name, sound, faulty = FAULTS[code]
        text = (folder / name).read_text(encoding="utf-8")
        assert sound in text
        (folder / name).write_text(text.replace(sound, faulty), encoding="utf-8")
    try:
        rendered = render(folder / "bao_cao.yaml", [], [TEMPLATES])
    except InputError as error:
        return sorted({problem.code for problem in error.problems})
    return [warning.code for warning in rendered.warnings]


def test_the_dossier_is_sound_but_for_its_faults(tmp_path: Path) -> None:
    assert codes_with(tmp_path) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_one_fault_is_told_as_one(tmp_path: Path, fault: str) -> None:
    told = {code for code in codes_with(tmp_path, fault) if code != "PL002" or fault != "PL001"}
    assert told == {fault}


def test_any_two_faults_are_both_told(tmp_path: Path) -> None:
    missed = [
        pair
        for pair in combinations(FAULTS, 2)
        if {*pair} - {*codes_with(tmp_path, *pair)} - {HIDDEN.get(pair)}
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("sound", "faulty", "told"),
    [
        ("viet_tat: TCTĐA06", "viet_tat: [TCTĐA06]", ["HS012"]),
        ("viet_tat: TCTĐA06", "viet_tatt: TCTĐA06", ["HS010"]),
        ("cap_tren: [Bộ Công an]", "cap_tren: [{tenn: Bộ Công an}]", ["HS010"]),
        ("  cap_tren: [Bộ Công an]", "  - Bộ Công an", ["HS012"]),
    ],
)
def test_what_only_follows_from_a_fault_of_the_profile_is_not_told(
    tmp_path: Path, sound: str, faulty: str, told: list[str]
) -> None:
    write_dossier(tmp_path, BODY, head=HEAD.replace("ky_hieu: KH-TCTĐA06\n", ""))
    profile = (PROFILE + GROUPS).replace(sound, faulty)
    (tmp_path / "don_vi.yaml").write_text(profile, encoding="utf-8")
    (tmp_path / "viec.csv").write_text(TABLE, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        render(tmp_path / "bao_cao.yaml", [], [TEMPLATES])
    assert [problem.code for problem in caught.value.problems] == told


def test_without_a_profile_only_that_is_told(tmp_path: Path) -> None:
    write_dossier(tmp_path, BODY, head=HEAD + "don_vi: khac.yaml\n")
    (tmp_path / "viec.csv").write_text(TABLE, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        render(tmp_path / "bao_cao.yaml", [], [TEMPLATES])
    assert [problem.code for problem in caught.value.problems] == ["HS001"]


def test_a_document_whose_kind_nobody_names_is_told_so_once(tmp_path: Path) -> None:
    head = "mau: van_ban\nten_loai: GIẤY LẠ\ntrich_yeu: Về việc thử\n"
    write_dossier(tmp_path, head=head)
    (tmp_path / "don_vi.yaml").write_text(
        PROFILE.replace("ky_hieu: BC-TCTĐA06\n", GROUPS), encoding="utf-8"
    )
    text = head + "noi_dung:\n"
    (tmp_path / "bao_cao.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        render(tmp_path / "bao_cao.yaml", [])
    assert len({problem.code for problem in caught.value.problems} & {"MA025", "HS027"}) == 1
