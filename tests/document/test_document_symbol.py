"""Symbols: derived from the kind, or held against it."""

from pathlib import Path

import pytest
from support.dossiers import PROFILE, write_dossier

from reportgen.document.symbol import compose_symbol
from reportgen.dossier import KINDS, load_dossier
from reportgen.problems import Problem

WITHOUT = PROFILE.replace("ky_hieu: BC-TCTĐA06\n", "")
WITH_OFFICE = PROFILE.replace("ky_hieu: BC-TCTĐA06\n", "viet_tat: UBND\n")
WITH_BOTH = PROFILE.replace("ky_hieu: BC-TCTĐA06\n", "ky_hieu: BC-BCĐ\nviet_tat: UBND\n")


def symbol(
    folder: Path, kind: str, profile: str = PROFILE, more: str = ""
) -> tuple[str, list[Problem]]:
    path = write_dossier(folder, more=more)
    (folder / "don_vi.yaml").write_text(profile, encoding="utf-8")
    problems: list[Problem] = []
    made = compose_symbol(load_dossier(path).dossier, KINDS.get(kind), problems)
    return made, problems


@pytest.mark.parametrize(
    ("kind", "more", "expected"),
    [
        ("to_trinh", "", "TTr-UBND"),
        ("quy_dinh", "", "QyĐ-UBND"),
        ("cong_van", "linh_vuc: KGVX\n", "UBND-KGVX"),
        ("thu_cong", "", ""),
        ("to_trinh", "ky_hieu: TTr-BCĐ\n", "TTr-BCĐ"),
        ("cong_van", "ky_hieu: SNV-VP\n", "SNV-VP"),
    ],
)
def test_a_symbol_follows_from_kind_and_office(
    tmp_path: Path, kind: str, more: str, expected: str
) -> None:
    assert symbol(tmp_path, kind, WITH_OFFICE, more) == (expected, [])


def test_the_profiles_symbol_serves_its_own_kind_and_the_office_all_others(tmp_path: Path) -> None:
    assert symbol(tmp_path, "bao_cao", WITH_BOTH) == ("BC-BCĐ", [])
    assert symbol(tmp_path, "ke_hoach", WITH_BOTH) == ("KH-UBND", [])


def test_a_kind_that_the_decree_does_not_know_takes_any_symbol(tmp_path: Path) -> None:
    assert symbol(tmp_path, "", more="ky_hieu: 12\n") == ("12", [])
    assert symbol(tmp_path, "") == ("BC-TCTĐA06", [])


@pytest.mark.parametrize(
    ("kind", "more", "line", "right"),
    [
        ("to_trinh", "ky_hieu: TT-UBND\n", 8, "TTr-UBND"),
        ("to_trinh", "ky_hieu: TTr/UBND\n", 8, "TTr-UBND"),
        ("quy_che", "ghi_de_don_vi: {ky_hieu: QCh-UBND}\n", 8, "QC-UBND"),
        ("cong_van", "ky_hieu: CV-UBND\nlinh_vuc: VX\n", 8, "UBND-VX"),
        ("cong_van", "ky_hieu: BC-UBND\n", 8, "UBND-KGVX"),
        ("cong_van", "ky_hieu: UBND\n", 8, "UBND-KGVX"),
    ],
)
def test_a_wrong_symbol_is_told_with_the_right_one(
    tmp_path: Path, kind: str, more: str, line: int, right: str
) -> None:
    _, (problem,) = symbol(tmp_path, kind, WITH_OFFICE, more)
    assert (problem.code, problem.place and problem.place.line) == ("HS026", line)
    assert right in problem.hint


def test_a_profile_for_one_kind_says_what_another_would_need(tmp_path: Path) -> None:
    _, (problem,) = symbol(tmp_path, "ke_hoach")
    assert (problem.code, problem.hint) == ("HS026", "viết: KH-TCTĐA06")
    assert problem.place is not None
    assert problem.place.file.endswith("don_vi.yaml")


@pytest.mark.parametrize(
    ("kind", "profile", "words"),
    [
        ("to_trinh", WITHOUT, "viet_tat"),
        ("", WITHOUT, "viet_tat"),
        ("cong_van", PROFILE, "viet_tat"),
        ("cong_van", WITH_OFFICE, "linh_vuc"),
    ],
)
def test_a_symbol_that_cannot_be_made_is_told_with_what_is_missing(
    tmp_path: Path, kind: str, profile: str, words: str
) -> None:
    _, (problem,) = symbol(tmp_path, kind, profile)
    assert problem.code == "HS027"
    assert words in problem.hint


@pytest.mark.parametrize("more", ["linh_vuc: CV\n", "linh_vuc: cv\n", "ky_hieu: UBND-CV\n"])
def test_a_letter_has_no_cv_anywhere_in_its_symbol(tmp_path: Path, more: str) -> None:
    _, (problem,) = symbol(tmp_path, "cong_van", WITH_OFFICE, more)
    assert problem.code == "HS026"
    assert problem.hint.endswith("công văn không có CV hay tên loại trong ký hiệu")


def test_only_a_letter_names_its_field(tmp_path: Path) -> None:
    made, (problem,) = symbol(tmp_path, "to_trinh", WITH_OFFICE, "linh_vuc: KGVX\n")
    assert made == "TTr-UBND"
    assert (problem.code, problem.hint) == ("HS026", "bỏ linh_vuc; chỉ công văn mới ghi khoá này")


def test_an_abbreviation_that_the_dossier_empties_is_told_there(tmp_path: Path) -> None:
    more = "ghi_de_don_vi: {viet_tat: }\n"
    _, (problem,) = symbol(tmp_path, "to_trinh", WITH_OFFICE, more)
    assert problem.code == "HS027"
    assert problem.place is not None
    assert problem.place.line is not None
    assert not problem.place.file.endswith("don_vi.yaml")
