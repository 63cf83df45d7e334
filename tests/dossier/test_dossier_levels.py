"""`cap`: what the standing sentences call the unit, typed or read from the office's names."""

from pathlib import Path

import pytest

from reportgen.dossier import load_dossier, profile_schema
from reportgen.dossier.levels import LEVELS, level_in
from reportgen.problems import InputError

PROFILE = """\
co_quan_ban_hanh: SỞ NỘI VỤ
dia_danh: Khánh Hòa
nguoi_ky: {chuc_vu: GIÁM ĐỐC, ho_ten: Nguyễn Văn A}
"""


def level_of(folder: Path, lines: str, dossier: str = "") -> str:
    (folder / "don_vi.yaml").write_text(PROFILE + lines, encoding="utf-8")
    path = folder / "ho_so.yaml"
    path.write_text(f"mau: don_gian\nky: 9/2025\n{dossier}", encoding="utf-8")
    return load_dossier(path).dossier.profile.cap


@pytest.mark.parametrize(
    ("names", "level"),
    [
        (("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI",), "tỉnh"),
        (("ỦY BAN NHÂN DÂN\nTHÀNH\nPHỐ HUẾ",), "thành phố"),
        (("SỞ NỘI VỤ", "UBND THÀNH PHỐ HUẾ"), "thành phố"),
        (("UBND XÃ BÁT XÁT", "UBND TỈNH LÀO CAI"), "xã"),
        (("PHÒNG VĂN HÓA - XÃ HỘI", "UBND PHƯỜNG SA PA"), "phường"),
        (("BẢO HIỂM XÃ HỘI THÀNH PHỐ HÀ NỘI",), "thành phố"),
        (("LIÊN MINH HỢP TÁC XÃ TỈNH SƠN LA",), "tỉnh"),
        (("", "", "Ban Chỉ đạo đặc khu Phú Quốc"), "đặc khu"),
        (("TỔ CÔNG TÁC ĐỀ ÁN 06", "", "", "Thành phố Hồ Chí Minh"), "thành phố"),
        (("TỔ CÔNG TÁC ĐỀ ÁN 06", "", "", "Hưng Yên"), "tỉnh"),
    ],
)
def test_the_first_name_that_says_a_level_gives_it(names: tuple[str, ...], level: str) -> None:
    assert level_in(*names) == level


def test_a_level_not_typed_or_left_blank_is_read_from_the_names(tmp_path: Path) -> None:
    above = "co_quan_chu_quan: UBND THÀNH PHỐ HUẾ\n"
    assert level_of(tmp_path, "") == "tỉnh"
    assert level_of(tmp_path, above) == "thành phố"
    assert level_of(tmp_path, f"{above}cap:\n") == "thành phố"


def test_a_typed_level_goes_before_the_names_and_a_dossier_before_both(tmp_path: Path) -> None:
    lines = "co_quan_chu_quan: UBND TỈNH LÀO CAI\ncap: Thành  phố\n"
    assert level_of(tmp_path, lines) == "thành phố"
    assert level_of(tmp_path, lines, "ghi_de_don_vi: {cap: đặc khu}\n") == "đặc khu"


def test_any_other_level_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        level_of(tmp_path, "cap: huyện\n")
    (problem,) = caught.value.problems
    assert problem.code == "HS012"
    assert "“huyện”" in problem.message
    assert (problem.hint or "").startswith("gõ một trong: tỉnh, thành phố, xã, phường, đặc khu")


def test_the_schema_knows_every_level() -> None:
    assert profile_schema()["properties"]["cap"]["enum"] == [*LEVELS, None]
