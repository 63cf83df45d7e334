"""`reportgen profile new` as an office meets it: what it writes, and what it says of a name."""

from pathlib import Path

import pytest
from support.dossiers import TEMPLATES

from reportgen.cli.main import run
from reportgen.dossier import load_dossier
from reportgen.dossier.profile import Profile
from reportgen.places import communes_of, provinces
from reportgen.rendering import Format, render
from reportgen.starters import commune_office, department, profile_text, provincial_office

HEAD = "mau: don_gian\nso: 9\nngay: 5/5/2026\nky: 4/2026\nnoi_dung:\n  than: Không phát sinh.\n"


def new(*arguments: object) -> int:
    return run(["profile", "new", *map(str, arguments)])


def profile_in(folder: Path) -> Profile:
    (folder / "ho_so.yaml").write_text(HEAD, encoding="utf-8")
    loaded = load_dossier(folder / "ho_so.yaml")
    assert loaded.warnings == ()
    return loaded.dossier.profile


@pytest.mark.parametrize("name", ["lao_cai", "Lào Cai", "15", "tỉnh Lào Cai"])
def test_a_provincial_office_is_written_for_any_way_to_name_it(name: str, tmp_path: Path) -> None:
    assert new(name, "--output", tmp_path) == 0
    profile = profile_in(tmp_path)
    assert profile.co_quan_chu_quan is None
    assert profile.co_quan_ban_hanh == "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI"
    assert profile.ten_goi == "Ủy ban nhân dân tỉnh Lào Cai"
    assert (profile.dia_danh, profile.viet_tat) == ("Lào Cai", "UBND")
    assert profile.nguoi_ky.quyen_han == "TM. ỦY BAN NHÂN DÂN"


def test_dong_nai_is_written_as_the_city_that_it_is(tmp_path: Path) -> None:
    assert new("dong_nai", "--output", tmp_path) == 0
    profile = profile_in(tmp_path)
    assert profile.co_quan_ban_hanh.endswith("THÀNH PHỐ ĐỒNG NAI")
    assert "Thường trực Thành ủy" in [one.ten for one in profile.noi_nhan]


def test_a_city_named_after_a_person_stands_in_full_before_the_date(tmp_path: Path) -> None:
    assert new("TP.HCM", "--output", tmp_path) == 0
    assert profile_in(tmp_path).dia_danh == "Thành phố Hồ Chí Minh"


@pytest.mark.parametrize(
    ("asked", "level"),
    [
        (["lao_cai"], "tỉnh"),
        (["dong_nai"], "thành phố"),
        (["hue", "--so", "Sở Nội vụ"], "thành phố"),
        (["lao_cai", "--xa", "Bát Xát"], "xã"),
        (["lam_dong", "--xa", "Phường 1 Bảo Lộc"], "phường"),
        (["khanh_hoa", "--xa", "Trường Sa"], "đặc khu"),
    ],
)
def test_the_level_is_written_and_is_what_the_names_would_say(
    asked: list[str], level: str, tmp_path: Path
) -> None:
    assert new(*asked, "--output", tmp_path) == 0
    path = tmp_path / "don_vi.yaml"
    text = path.read_text(encoding="utf-8")
    assert f"\ncap: {level}\n" in text
    assert profile_in(tmp_path).cap == level
    path.write_text(text.replace(f"\ncap: {level}\n", "\n"), encoding="utf-8")
    assert profile_in(tmp_path).cap == level


def test_a_department_has_its_superior_above_it(tmp_path: Path) -> None:
    assert new("Khánh Hoà", "--so", "Sở Khoa học và Công nghệ", "--output", tmp_path) == 0
    profile = profile_in(tmp_path)
    assert profile.co_quan_chu_quan == "UBND TỈNH KHÁNH HÒA"
    assert profile.co_quan_ban_hanh == "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
    assert profile.viet_tat == "SKHCN"
    assert profile.nguoi_ky.quyen_han is None


def test_a_commune_has_its_superior_only_as_a_line_to_uncomment(tmp_path: Path) -> None:
    assert new("lao_cai", "--loai", "xa", "--xa", "bat xat", "--output", tmp_path) == 0
    profile = profile_in(tmp_path)
    assert profile.co_quan_chu_quan is None
    assert profile.co_quan_ban_hanh == "ỦY BAN NHÂN DÂN\nXÃ BÁT XÁT"
    assert profile.dia_danh == "Bát Xát"
    path = tmp_path / "don_vi.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("# co_quan_chu_quan", "co_quan_chu_quan"), encoding="utf-8")
    assert profile_in(tmp_path).co_quan_chu_quan == "UBND TỈNH LÀO CAI"


def test_a_ward_with_a_number_stands_in_full_before_the_date(tmp_path: Path) -> None:
    assert new("lam_dong", "--xa", "Phường 1 Bảo Lộc", "--output", tmp_path) == 0
    assert profile_in(tmp_path).dia_danh == "Phường 1 Bảo Lộc"


def test_every_line_that_can_be_filled_in_is_explained(tmp_path: Path) -> None:
    assert new("hue", "--output", tmp_path) == 0
    lines = (tmp_path / "don_vi.yaml").read_text(encoding="utf-8").splitlines()
    for key in ("co_quan_ban_hanh", "ten_goi", "cap", "dia_danh", "viet_tat", "noi_nhan", "luu"):
        (index,) = [n for n, line in enumerate(lines) if line.startswith(f"{key}:")]
        assert lines[index - 1].startswith("#")


def test_every_office_of_the_34_is_a_profile_that_renders(tmp_path: Path) -> None:
    dossier = tmp_path / "ho_so.yaml"
    dossier.write_text(HEAD, encoding="utf-8")
    for province in provinces():
        commune = communes_of(province)[-1]
        for office in (
            provincial_office(province),
            department(province, "Sở Văn hóa, Thể thao và Du lịch"),
            commune_office(province, commune),
        ):
            (tmp_path / "don_vi.yaml").write_text(profile_text(office), encoding="utf-8")
            files = render(dossier, [Format.MARKDOWN], [TEMPLATES]).files
            assert f"{office.place}, ngày" in files[Format.MARKDOWN].decode("utf-8")


def test_every_commune_makes_a_profile_that_is_read_as_written(tmp_path: Path) -> None:
    from reportgen.dossier.tree import text_at
    from reportgen.dossier.yaml_reader import parse_yaml

    for province in provinces():
        for commune in communes_of(province):
            office = commune_office(province, commune)
            tree = parse_yaml(profile_text(office), "don_vi.yaml", [])
            assert tree is not None
            assert text_at(tree, "ten_goi") == office.name
            assert text_at(tree, "dia_danh") == office.place


def test_a_profile_that_is_there_is_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "don_vi.yaml").write_text("của tôi", encoding="utf-8")
    assert new("lao_cai", "--output", tmp_path) == 1
    assert (tmp_path / "don_vi.yaml").read_text(encoding="utf-8") == "của tôi"
    assert "TE003" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["Yên Bái"], "DD002", "nay thuộc tỉnh Lào Cai"),
        (["ninh_thuan"], "DD002", "→ ghi: khanh_hoa"),
        (["Thừa Thiên Huế"], "DD002", "đến hết ngày 31/12/2024; nay thuộc thành phố Huế"),
        (["lao cay"], "DD001", "có phải là “Lào Cai” không?"),
        (["yen by"], "DD001", "có phải là “Yên Bái” không?"),
        (["xyz"], "DD001", "chỉ có: Hà Nội"),
        (["lao_cai", "--xa", "Bát Xác"], "DD003", "có phải là “Bát Xát” không?"),
        (["quang_ngai", "--xa", "son ha"], "DD004", "Xã Sơn Hà, Xã Sơn Hạ"),
    ],
)
def test_an_unknown_place_is_answered_with_what_could_be_meant(
    arguments: list[str],
    code: str,
    message: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert new(*arguments, "--output", tmp_path) == 1
    err = capsys.readouterr().err
    assert code in err
    assert message in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "thiếu TINH"),
        (["lao_cai", "--loai", "huyen"], "chỉ nhận tinh, so, xa"),
        (["lao_cai", "--loai", "xa"], "--loai xa cần thêm --xa"),
        (["lao_cai", "--loai", "so", "--xa", "Bát Xát"], "cùng một loại cơ quan"),
    ],
)
def test_a_wrong_command_line_says_why(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(*arguments) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "name", "position"),
    [
        ("sở Y tế", "Sở Y tế tỉnh Khánh Hòa", "GIÁM ĐỐC"),
        ("Sở Y tế tỉnh Khánh Hòa", "Sở Y tế tỉnh Khánh Hòa", "GIÁM ĐỐC"),
        ("Thanh tra tỉnh", "Thanh tra tỉnh Khánh Hòa", "CHÁNH THANH TRA"),
        ("Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh Khánh Hòa", "CHÁNH VĂN PHÒNG"),
        ("Ban Dân tộc", "Ban Dân tộc tỉnh Khánh Hòa", "TRƯỞNG BAN"),
    ],
)
def test_an_agency_is_named_once_and_led_by_its_own_head(
    typed: str, name: str, position: str, tmp_path: Path
) -> None:
    assert new("khanh_hoa", "--so", typed, "--output", tmp_path) == 0
    profile = profile_in(tmp_path)
    assert (profile.ten_goi, profile.nguoi_ky.chuc_vu) == (name, position)


def test_the_office_of_a_committee_keeps_the_committees_abbreviation(tmp_path: Path) -> None:
    assert new("hue", "--so", "Văn phòng Ủy ban nhân dân thành phố", "--output", tmp_path) == 0
    assert profile_in(tmp_path).viet_tat == "VPUBND"


def test_part_of_a_communes_name_is_answered_with_all_that_bear_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("lam_dong", "--xa", "Bảo Lộc", "--output", tmp_path) == 1
    told = capsys.readouterr().err
    assert all(f"Phường {number} Bảo Lộc" in told for number in (1, 2, 3))


def test_a_name_like_no_commune_is_not_answered_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("lao_cai", "--xa", "Phường 1", "--output", tmp_path) == 1
    assert "có phải là" not in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--so", "--xa"])
def test_an_empty_name_is_a_wrong_use(option: str, tmp_path: Path) -> None:
    assert new("lao_cai", option, " ", "--output", tmp_path) == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("former", ["Thành phố Nha Trang", "Xã Nha Trang"])
def test_a_unit_of_another_rank_is_not_taken_for_todays(
    former: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("khanh_hoa", "--xa", former, "--output", tmp_path) == 1
    assert "Phường Nha Trang" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
