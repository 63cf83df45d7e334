"""TM., KT., TL., TUQ., Q.: what may stand over a position, and what is told of the rest."""

import pytest
from dossier_files import PROFILE, Faults, Load, Write

from reportgen.dossier.authority import fault_of_authority, fault_of_name, fault_of_position


def told(authority: str, position: str) -> str:
    fault = fault_of_authority(authority) or fault_of_position(authority, position)
    return f"{fault.message} → {fault.hint}" if fault else ""


@pytest.mark.parametrize(
    ("authority", "position"),
    [
        ("", "GIÁM ĐỐC"),
        ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"),
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN\nTP. HỒ CHÍ MINH\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"),
        ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
        ("KT. TỔ TRƯỞNG", "TỔ PHÓ"),
        ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ("TL. BỘ TRƯỞNG", "Q. VỤ TRƯỞNG"),
        ("TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"),
    ],
)
def test_the_decrees_combinations_stand(authority: str, position: str) -> None:
    assert told(authority, position) == ""


@pytest.mark.parametrize("typed", ["TM UBND", "T/M UBND", "TM.UBND", "T.M. UBND", "Tm: UBND"])
def test_a_mark_typed_wrong_is_told_with_the_right_one(typed: str) -> None:
    assert told(typed, "CHỦ TỊCH").endswith("viết sai quyền hạn → viết: TM. UBND")


@pytest.mark.parametrize(
    ("authority", "position", "words"),
    [
        ("KT/ CHỦ TỊCH", "PHÓ CHỦ TỊCH", "viết: KT. CHỦ TỊCH"),
        ("PP. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "không có quyền hạn “PP.”"),
        ("BAN CHỈ ĐẠO", "TRƯỞNG BAN", "không có quyền hạn ở đầu dòng"),
        ("TM. CHỦ TỊCH", "CHỦ TỊCH", "CHỦ TỊCH là một người"),
        ("KT. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", "ỦY BAN NHÂN DÂN không phải chức vụ"),
        ("Q. CHỦ TỊCH", "CHỦ TỊCH", "chuyển “Q. CHỦ TỊCH” sang chuc_vu"),
        ("KT. CHỦ TỊCH\nTM. UBND", "PHÓ CHỦ TỊCH", "không thể ghi KT. rồi TM."),
        ("TM. UBND\nTL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "không thể ghi TM. rồi TL."),
        ("TUQ. CHỦ TỊCH\nKT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "không thể ghi TUQ. rồi KT."),
        ("KT. CHỦ TỊCH", "CHỦ TỊCH", "người ký cũng là CHỦ TỊCH"),
        ("KT. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "đổi thành TL. CHỦ TỊCH"),
        ("", "KT. CHỦ TỊCH", "lên quyen_han"),
        ("", "Q CHỦ TỊCH", "viết: Q. CHỦ TỊCH"),
    ],
)
def test_any_other_combination_is_told_with_a_way_out(
    authority: str, position: str, words: str
) -> None:
    assert words in told(authority, position)


def test_a_profile_is_refused_where_its_signer_stands(write: Write, faults: Faults) -> None:
    signer = "nguoi_ky:\n  quyen_han: T/M BAN CHỈ ĐẠO\n"
    write("don_vi.yaml", PROFILE.replace("nguoi_ky:\n", signer))
    (problem,) = faults()
    assert (problem.code, str(problem.place)) == ("HS029", "don_vi.yaml:6:14")


def test_each_signer_of_a_record_is_looked_at(faults: Faults) -> None:
    more = "chu_ky:\n  - {chuc_vu: THƯ KÝ, ho_ten: A}\n  - {chuc_vu: KT. GIÁM ĐỐC, ho_ten: B}\n"
    (problem,) = faults(more)
    assert (problem.code, problem.place and problem.place.line) == ("HS029", 5)


def test_signers_of_the_dossier_replace_the_profiles(load: Load) -> None:
    assert [one.chuc_vu for one in load().dossier.signers] == ["TRƯỞNG BAN"]
    more = "chu_ky:\n  - {chuc_vu: THƯ KÝ, ho_ten: A}\n  - {chuc_vu: CHỦ TỌA, ho_ten: B}\n"
    assert [one.chuc_vu for one in load(more).dossier.signers] == ["THƯ KÝ", "CHỦ TỌA"]


def test_a_rank_stands_only_where_the_office_allows_it(load: Load, faults: Faults) -> None:
    rank = "ghi_de_don_vi:\n  nguoi_ky: {cap_bac: Đại tá}\n"
    (problem,) = faults(rank)
    assert problem.code == "HS030"
    assert "cho_phep_cap_bac" in problem.hint
    assert load(rank + "  cho_phep_cap_bac: có\n").dossier.profile.nguoi_ky.cap_bac == "Đại tá"


def test_so_it_is_for_signers_of_the_dossier(faults: Faults) -> None:
    (problem,) = faults("chu_ky:\n  - {chuc_vu: THƯ KÝ, cap_bac: Đại tá, ho_ten: A}\n")
    assert (problem.code, problem.place and problem.place.line) == ("HS030", 4)


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("Đại tá Nguyễn Văn A", "Nguyễn Văn A"),
        ("thiếu tướng Nguyễn Văn A", "Nguyễn Văn A"),
        ("TS. Nguyễn Văn A", "Nguyễn Văn A"),
        ("PGS.TS. Nguyễn Văn A", "Nguyễn Văn A"),
        ("Tiến sĩ Nguyễn Văn A", "Nguyễn Văn A"),
    ],
)
def test_ranks_and_degrees_are_no_part_of_a_signers_name(typed: str, bare: str) -> None:
    fault = fault_of_name(typed)
    assert fault is not None
    assert f"ghi ho_ten: {bare}" in fault.hint


@pytest.mark.parametrize("name", ["Nguyễn Văn A", "Trung Tá", "Y Thanh Hà Niê Kđăm", "Đại Tá"])
def test_names_that_only_sound_like_ranks_stand(name: str) -> None:
    assert fault_of_name(name) is None


def test_a_rank_typed_into_the_name_is_told_with_its_line(write: Write, faults: Faults) -> None:
    write("don_vi.yaml", PROFILE.replace("ho_ten: ", "ho_ten: Đại tá "))
    (problem,) = faults("")
    assert problem.code == "HS030"
    assert problem.place is not None
    assert problem.place.file.endswith("don_vi.yaml")
    assert "cap_bac: Đại tá" in problem.hint


def test_a_rank_is_told_beside_an_authority_typed_wrong(faults: Faults) -> None:
    signer = "{quyen_han: T/M UBND, chuc_vu: CHỦ TỊCH, cap_bac: Đại tá, ho_ten: Nguyễn Văn A}"
    found = faults(f"ghi_de_don_vi:\n  nguoi_ky: {signer}\n")
    assert [problem.code for problem in found] == ["HS029", "HS030"]
