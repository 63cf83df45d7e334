"""Who receives a document: the profile's list, groups by name, a dossier's own list."""

from dossier_files import PROFILE, Faults, Load, Write

GROUPS = "nhom_noi_nhan:\n  so_nganh: [Sở Nội vụ, {ten: Sở Y tế, ghi_chu: để biết}]\n  trong:\n"
LISTED = "  - Văn phòng Chính phủ (*báo cáo*)\n"


def names(load: Load, more: str = "") -> list[str]:
    return [one.ten for one in load(more).dossier.profile.noi_nhan]


def test_a_group_is_spread_where_it_is_named(write: Write, load: Load) -> None:
    write("don_vi.yaml", PROFILE.replace(LISTED, "  - Bộ Công an\n  - nhom: so_nganh\n") + GROUPS)
    assert names(load) == ["Bộ Công an", "Sở Nội vụ", "Sở Y tế"]
    assert load().dossier.profile.noi_nhan[2].ghi_chu == "để biết"


def test_a_dossier_may_have_its_own_recipients_and_file_line(write: Write, load: Load) -> None:
    write("don_vi.yaml", PROFILE + GROUPS)
    more = "noi_nhan:\n  - nhom: trong\n  - nhom: so_nganh\nluu: VT, KGVX\n"
    assert names(load, more) == ["Sở Nội vụ", "Sở Y tế"]
    assert load(more).dossier.profile.luu == "VT, KGVX"
    assert load().dossier.profile.luu == "VT. ĐT"
    assert names(load, "noi_nhan: []\n") == []


def test_an_unknown_group_is_told_with_the_nearest(write: Write, faults: Faults) -> None:
    write("don_vi.yaml", PROFILE + GROUPS)
    (problem,) = faults("noi_nhan:\n  - Bộ Công an\n  - nhom: so_ngành\n")
    assert (problem.code, str(problem.place)) == ("HS024", "bao_cao.yaml:5:11")
    assert problem.hint == "có phải là “so_nganh” không?"


def test_without_groups_the_way_to_one_is_told(write: Write, faults: Faults) -> None:
    write("don_vi.yaml", PROFILE.replace(LISTED, "  - nhom: so_nganh\n"))
    (problem,) = faults()
    assert (problem.code, str(problem.place)) == ("HS024", "don_vi.yaml:9:11")
    assert "nhom_noi_nhan" in problem.hint


def test_a_group_holds_no_groups(write: Write, faults: Faults) -> None:
    write("don_vi.yaml", PROFILE + GROUPS.replace("trong:", "tat_ca: [nhom: so_nganh]"))
    (problem,) = faults()
    assert (problem.code, problem.place and problem.place.line) == ("HS024", 13)


def test_an_item_is_a_name_or_a_group(faults: Faults) -> None:
    both, neither = faults("noi_nhan:\n  - {ten: Bộ Công an, nhom: so_nganh}\n  - {ghi_chu: x}\n")
    assert (both.code, neither.code) == ("HS017", "HS013")
