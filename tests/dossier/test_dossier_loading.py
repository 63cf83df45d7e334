"""Loading: files that belong together, and everything that is wrong told at once."""

import re
from pathlib import Path

import pytest
from dossier_files import DOSSIER, PROFILE, Faults, Load, Write

from reportgen.dossier import load_dossier
from reportgen.problems import InputError, Problem


def faults_of(path: Path) -> list[Problem]:
    with pytest.raises(InputError) as caught:
        load_dossier(path)
    return list(caught.value.problems)


def test_a_missing_dossier_is_told_with_the_nearest_name(write: Write) -> None:
    write("bao_cao.yaml", DOSSIER)
    (problem,) = faults_of(Path("bao_cao.yml"))
    assert (problem.code, str(problem.place)) == ("HS001", "bao_cao.yml")
    assert "bao_cao.yaml" in problem.hint


def test_a_missing_folder_is_told(write: Write) -> None:
    (problem,) = faults_of(Path("2025-10/bao_cao.yaml"))
    assert problem.code == "HS001"
    assert "thư mục “2025-10” không có" in problem.hint


def test_a_folder_is_no_dossier(write: Write) -> None:
    folder = write("thang_9/x", "").parent
    assert [problem.code for problem in faults_of(folder)] == ["HS002"]


def test_a_dossier_in_another_encoding_is_told(write: Write) -> None:
    write("a.yaml", "mau: x\ntrich_yeu: Đươ\u0300ng\n".encode("cp1258"))
    (problem,) = faults_of(Path("a.yaml"))
    assert (problem.code, str(problem.place)) == ("HS003", "a.yaml:2")
    write("b.yaml", DOSSIER.encode("utf-16"))
    assert [problem.code for problem in faults_of(Path("b.yaml"))] == ["HS003"]


def test_a_byte_order_mark_does_no_harm(write: Write) -> None:
    path = write("a.yaml", b"\xef\xbb\xbf" + DOSSIER.replace("\n", "\r\n").encode())
    assert load_dossier(path).dossier.mau == "bao_cao_thang"


def test_places_are_shown_from_the_current_folder(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("2025-09/bao_cao.yaml", "so: 1\nso: 2\n" + DOSSIER)
    (problem,) = faults_of(tmp_path / "2025-09" / "bao_cao.yaml")
    assert str(problem.place) == "2025-09/bao_cao.yaml:2:1"
    monkeypatch.chdir(tmp_path / "2025-09")
    (problem,) = faults_of(Path("bao_cao.yaml"))
    assert str(problem.place) == "bao_cao.yaml:2:1"
    monkeypatch.chdir("/")
    (problem,) = faults_of(tmp_path / "2025-09" / "bao_cao.yaml")
    assert str(problem.place).endswith("2025-09/bao_cao.yaml:2:1")


def test_missing_keys_are_told_with_what_they_are(faults: Faults) -> None:
    (problem,) = faults(head="so: 87\n")
    assert (problem.code, problem.message) == ("HS011", "thiếu khoá “mau”")
    assert problem.place is not None
    assert problem.place.line == 1
    assert "bao_cao_thang" in problem.hint


@pytest.mark.parametrize(
    ("more", "place", "name", "hint"),
    [
        ("nagy: 19/9/2025\n", "bao_cao.yaml:3:1", "“nagy”", "“ngay”"),
        ("Nội dung: {}\n", "bao_cao.yaml:3:1", "“Nội dung”", "“noi_dung”"),
        ("xyzabc: 1\n", "bao_cao.yaml:3:1", "“xyzabc”", "mau, so, ngay"),
        ("noi_dung:\n  a: {thêm: x}\n", "bao_cao.yaml:4:7", "“noi_dung.a.thêm”", "“them”"),
        (
            "phu_luc:\n  - tieu_de: A\n    noi_dung: x\n"
            "  - tieu_de: B\n    noi_dung: x\n    hướng: doc\n",
            "bao_cao.yaml:8:5",
            "“phu_luc[2].hướng”",
            "“huong”",
        ),
        (
            "phu_luc:\n  - tieu_de: A\n    noi_dung: x\n    cot:\n      TT: {rộng: 5}\n",
            "bao_cao.yaml:7:12",
            "“phu_luc[1].cot.TT.rộng”",
            "“rong”",
        ),
        (
            "ghi_de_don_vi:\n  nguoi_ky: {ho_va_ten: A}\n",
            "bao_cao.yaml:4:14",
            "ho_va_ten",
            "“ho_ten”",
        ),
    ],
)
def test_an_unknown_key_is_answered_with_the_nearest(  # noqa: PLR0917
    write: Write, faults: Faults, more: str, place: str, name: str, hint: str
) -> None:
    problem = next(one for one in faults(more) if one.code == "HS010")
    assert str(problem.place) == place
    assert name in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("more", "place", "words"),
    [
        ("so: [1, 2]\n", "bao_cao.yaml:3:5", "một dòng chữ"),
        ("trich_yeu: {a: b}\n", "bao_cao.yaml:3:12", "một nhóm khoá"),
        ("danh_so: I., 1.\n", "bao_cao.yaml:3:10", "một danh sách"),
        ("noi_dung: Một câu\n", "bao_cao.yaml:3:11", "một nhóm khoá"),
        ("phu_luc:\n  tieu_de: A\n", "bao_cao.yaml:3:1", "một danh sách"),
        ("phu_luc:\n  - chữ\n", "bao_cao.yaml:4:5", "một nhóm khoá"),
        ("ghi_de_don_vi: chữ\n", "bao_cao.yaml:3:16", "một nhóm khoá"),
        ("noi_dung:\n  a: {bo: chắc}\n", "bao_cao.yaml:4:11", "“có” hoặc “không”"),
        ("kinh_gui: {a: b}\n", "bao_cao.yaml:3:11", "một danh sách"),
        ("don_vi: |\n  a\n  b\n", "bao_cao.yaml:3:9", "một dòng"),
    ],
)
def test_a_wrong_type_is_told_in_words(
    write: Write, faults: Faults, more: str, place: str, words: str
) -> None:
    write("a\nb", PROFILE)
    (problem,) = faults(more)
    assert (problem.code, str(problem.place)) == ("HS012", place)
    assert words in problem.message
    assert problem.hint


def test_a_required_value_may_not_be_blank(faults: Faults) -> None:
    (problem,) = faults(head="mau:\nky: 9/2025\n")
    assert (problem.code, str(problem.place)) == ("HS013", "bao_cao.yaml:1:5")


def test_the_profile_is_the_nearest_one_above(write: Write) -> None:
    write("2025/2025-09/bao_cao.yaml", DOSSIER)
    write("2025/don_vi.yaml", PROFILE.replace("Khánh Hòa", "Lào Cai"))
    dossier = load_dossier(Path("2025/2025-09/bao_cao.yaml")).dossier
    assert dossier.profile.dia_danh == "Lào Cai"
    assert dossier.profile_path.resolve() == Path("2025/don_vi.yaml").resolve()
    assert dossier.folder == Path("2025/2025-09")


def test_the_profile_may_be_named(write: Write, load: Load) -> None:
    write("khac/tinh.yaml", PROFILE.replace("Khánh Hòa", "Huế"))
    assert load("don_vi: khac/tinh.yaml\n").dossier.profile.dia_danh == "Huế"


def test_a_profile_that_cannot_be_found_is_told(write: Write, faults: Faults) -> None:
    Path("don_vi.yaml").unlink()
    (problem,) = faults()
    assert (problem.code, str(problem.place)) == ("HS019", "bao_cao.yaml")
    (problem,) = faults("don_vi: khac.yaml\n")
    assert (problem.code, str(problem.place)) == ("HS001", "bao_cao.yaml:3:9")


def test_a_dossier_may_bring_its_whole_profile(write: Write, load: Load) -> None:
    Path("don_vi.yaml").unlink()
    indented = "".join(f"  {line}\n" for line in PROFILE.splitlines())
    dossier = load(f"ghi_de_don_vi:\n{indented}").dossier
    assert dossier.profile.ky_hieu == "BC-BCĐ"
    assert dossier.profile_path == Path("bao_cao.yaml")


def test_a_dossier_may_differ_from_its_profile(load: Load) -> None:
    profile = load(
        "ghi_de_don_vi:\n  co_quan_chu_quan:\n  nguoi_ky: {ho_ten: Nguyễn Tấn Tuân}\n"
    ).dossier.profile
    assert profile.co_quan_chu_quan is None
    assert profile.nguoi_ky.ho_ten == "Nguyễn Tấn Tuân"
    assert profile.nguoi_ky.chuc_vu == "TRƯỞNG BAN"


def test_faults_of_the_profile_stand_where_they_were_typed(write: Write, faults: Faults) -> None:
    write("don_vi.yaml", PROFILE.replace("dia_danh", "dia_dan").replace("chuc_vu", "chucvu"))
    problems = faults("ghi_de_don_vi:\n  luu: [a]\n")
    assert [(one.code, str(one.place)) for one in problems] == [
        ("HS012", "bao_cao.yaml:4:8"),
        ("HS011", "don_vi.yaml:1:1"),
        ("HS010", "don_vi.yaml:3:1"),
        ("HS011", "don_vi.yaml:5:1"),
        ("HS010", "don_vi.yaml:6:3"),
    ]


def test_a_profile_with_broken_yaml_is_told(write: Write, faults: Faults) -> None:
    write("don_vi.yaml", "dia_danh: Khánh Hòa: tỉnh\n")
    (problem,) = faults()
    assert (problem.code, str(problem.place)) == ("HS005", "don_vi.yaml:1:20")


def test_faults_of_all_files_are_told_at_once(write: Write, faults: Faults) -> None:
    write("don_vi.yaml", PROFILE + "dien_thoai: 1\n")
    write("chi_tieu.csv", "ma,thuc_hien\na,15.16\n")
    write("bang.csv", "TT,Tên\n1\n")
    problems = faults(
        "ngay: 31/9/2025\nso: 1\nso: 2\nphu_luc:\n  - tieu_de: A\n    bang: bang.csv\n"
        "  - tieu_de: B\n    bang: khong_co.csv\n",
        head="mau: x\nky: {tu: 2/9/2025, den: 1/9/2025}\n",
    )
    assert [(one.code, str(one.place)) for one in problems] == [
        ("CT006", "bang.csv:2"),
        ("HS015", "bao_cao.yaml:2:5"),
        ("HS014", "bao_cao.yaml:3:7"),
        ("HS007", "bao_cao.yaml:5:1"),
        ("CT001", "bao_cao.yaml:10:11"),
        ("CT014", "chi_tieu.csv:2"),
        ("HS010", "don_vi.yaml:11:1"),
    ]


def test_messages_and_hints_are_vietnamese(write: Write, faults: Faults) -> None:
    write("chi_tieu.csv", "ma,thuc_hien,x\nA,15.16,\n")
    problems = faults(
        "so: [1]\nngay: {}\nnoi_dung: []\nphu_luc: x\nten_loai: []\nkinh_gui: [[]]\ndanh_so: [{}]\n"
        "ghi_de_don_vi: {noi_nhan: [[]], nguoi_ky: x, luu: {}}\nchi_tieu: chi_tieu.csv\n",
        head="mau: []\nky: {tu: [], den: {}, x: 1}\n",
    )
    english = re.compile(r"\b(should|input|valid|expected|must|field|the|and|or)\b")
    assert len(problems) > 12
    assert all(problem.hint for problem in problems)
    assert not [one for one in problems if english.search(f"{one.message} {one.hint}")]


def test_a_block_beside_noi_dung_is_told_to_go_under_it(faults: Faults) -> None:
    (problem,) = faults("the_che: Đã ban hành.\n")
    assert problem.code == "HS010"
    assert "thụt vào dưới noi_dung" in problem.hint


@pytest.mark.parametrize("line", ["{từ: 1/9/2025, đến: 2/9/2025}", "{tu:1/9/2025, den:2/9/2025}"])
def test_a_misspelt_key_is_not_told_as_missing_too(faults: Faults, line: str) -> None:
    problems = faults(head=f"mau: x\nky: {line}\n")
    assert [problem.code for problem in problems] == ["HS010", "HS010"]


def test_a_recipient_with_a_colon_is_told_to_stand_in_quotes(write: Write, faults: Faults) -> None:
    write("don_vi.yaml", PROFILE.replace("luu:", "  - VPUB: NC, TH\nluu:"))
    (problem,) = faults()
    assert (problem.code, problem.place and problem.place.line) == ("HS010", 10)
    assert "dấu nháy kép" in problem.hint


@pytest.mark.parametrize("typed", ["số 87", "“87”", "…"])
def test_a_number_that_is_none_is_refused(faults: Faults, typed: str) -> None:
    (problem,) = faults(f"so: {typed}\n")
    assert (problem.code, str(problem.place)) == ("HS016", "bao_cao.yaml:3:5")
    assert "để trống" in problem.hint


def test_curly_quotes_around_a_date_are_named(faults: Faults) -> None:
    (problem,) = faults("ngay: “19/9/2025”\n")
    assert problem.hint == "bỏ dấu nháy cong: 19/9/2025"


def test_a_word_file_is_no_dossier(write: Write) -> None:
    (problem,) = faults_of(write("a.docx", b"PK\x03\x04..."))
    assert (problem.code, ".yaml" in problem.hint) == ("HS003", True)


def test_a_stray_zero_sign_is_not_taken_for_another_encoding(write: Write) -> None:
    (problem,) = faults_of(write("a.yaml", "mau: x\nso: 8\0\n"))
    assert (problem.code, str(problem.place)) == ("HS004", "a.yaml:2:6")


def test_keys_that_are_not_indented_are_told_where_they_belong(
    write: Write, faults: Faults
) -> None:
    write("don_vi.yaml", PROFILE.replace("  ho_ten", "ho_ten"))
    problems = faults("tu: 1/9/2025\n")
    hints = [problem.hint for problem in problems if problem.code == "HS010"]
    assert hints == ["thụt vào dưới khoá ky", "thụt vào dưới khoá nguoi_ky"]


def test_a_space_from_word_before_a_key_is_named(faults: Faults) -> None:
    (problem,) = faults("\u00a0so: 1\n")
    assert "dấu cách lạ" in problem.hint
