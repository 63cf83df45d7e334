"""What the keys of a dossier mean: dates, periods, sections, appendices, the profile."""

from datetime import date

import pytest
from dossier_files import DOSSIER, PROFILE, Faults, Load, Write

from reportgen.dossier import IssueDate, Narrative, Period, Section
from reportgen.problems import Place


def test_a_number_keeps_the_zero_that_was_typed(load: Load) -> None:
    assert load("so: 087\n").dossier.so == "087"


@pytest.mark.parametrize("typed", ["", '""', "~"])
def test_a_number_may_be_blank(load: Load, typed: str) -> None:
    assert load(f"so: {typed}\n").dossier.so is None


def test_a_number_typed_with_its_symbol_is_refused(faults: Faults) -> None:
    (problem,) = faults("so: 87/BC-BCĐ\n")
    assert (problem.code, str(problem.place)) == ("HS016", "bao_cao.yaml:3:5")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("19/9/2025", IssueDate(2025, 9, 19)),
        ("19-9-2025", IssueDate(2025, 9, 19)),
        ("2025-09-19", IssueDate(2025, 9, 19)),
        ("9/2025", IssueDate(2025, 9)),
        ("tháng 9/2025", IssueDate(2025, 9)),
        ("", None),
    ],
)
def test_a_date_may_lack_its_day_or_all(load: Load, typed: str, meant: IssueDate | None) -> None:
    assert load(f"ngay: {typed}\n").dossier.ngay == meant


def test_a_date_without_a_day_is_no_calendar_day() -> None:
    assert IssueDate(2025, 9).as_date is None
    assert IssueDate(2025, 9, 1).as_date == date(2025, 9, 1)


@pytest.mark.parametrize(
    ("typed", "words", "hint"),
    [
        ("31/9/2025", "không có trên lịch", "30 ngày"),
        ("29/2/2025", "không có trên lịch", "28 ngày"),
        ("13/2025", "không có trên lịch", "19/9/2025"),
        ("hôm nay", "không phải là ngày", "19/9/2025"),
        ("19/9/25", "không phải là ngày", "19/9/2025"),
    ],
)
def test_an_impossible_date_is_told_with_a_way_out(
    faults: Faults, typed: str, words: str, hint: str
) -> None:
    (problem,) = faults(f"ngay: {typed}\n")
    assert (problem.code, str(problem.place)) == ("HS014", "bao_cao.yaml:3:7")
    assert words in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("typed", "tu", "den"),
    [
        ("9/2025", date(2025, 9, 1), date(2025, 9, 30)),
        ("tháng 02/2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("quý IV/2025", date(2025, 10, 1), date(2025, 12, 31)),
        ("Quý 1 năm 2025", date(2025, 1, 1), date(2025, 3, 31)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("năm 2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("{tu: 16/8/2025, den: 15/9/2025}", date(2025, 8, 16), date(2025, 9, 15)),
    ],
)
def test_a_period_is_a_month_a_quarter_a_year_or_two_days(
    load: Load, typed: str, tu: date, den: date
) -> None:
    period = load(head=f"mau: x\nky: {typed}\n").dossier.ky
    assert period is not None
    assert (period.tu, period.den) == (tu, den)


@pytest.mark.parametrize("head", ["mau: x\n", "mau: x\nky:\n"])
def test_a_document_may_have_no_period(load: Load, head: str) -> None:
    assert load(head=head).dossier.ky is None


def test_only_a_whole_month_is_a_whole_month() -> None:
    assert Period(tu=date(2025, 9, 1), den=date(2025, 9, 30)).ca_thang
    assert not Period(tu=date(2025, 9, 1), den=date(2025, 9, 29)).ca_thang
    assert not Period(tu=date(2025, 7, 1), den=date(2025, 9, 30)).ca_thang


@pytest.mark.parametrize(
    "typed", ["13/2025", "quý V/2025", "quý 0/2025", "0000", "tháng chín", "[9/2025]", "x"]
)
def test_a_period_that_cannot_be_understood_is_refused(faults: Faults, typed: str) -> None:
    (problem,) = faults(head=f"mau: x\nky: {typed}\n")
    assert problem.code == "HS015"
    assert problem.place is not None
    assert problem.place.line == 2
    assert "quý IV/2025" in problem.hint


def test_a_period_that_ends_before_it_begins_is_refused(faults: Faults) -> None:
    (problem,) = faults(head="mau: x\nky:\n  tu: 16/8/2025\n  den: 15/8/2025\n")
    assert (problem.code, str(problem.place)) == ("HS015", "bao_cao.yaml:2:1")
    assert "15/08/2025" in problem.message


def test_both_days_of_a_period_are_looked_at(faults: Faults) -> None:
    problems = faults(head="mau: x\nky:\n  tu: 31/6/2025\n  den: 31/9/2025\n")
    assert [str(one.place) for one in problems] == ["bao_cao.yaml:3:7", "bao_cao.yaml:4:8"]


def test_a_section_is_replaced_by_text_and_silenced_by_nothing(load: Load) -> None:
    typed = 'noi_dung:\n  a: Một câu.\n  b:\n  c: ""\n  d: |\n    Dòng 1\n    Dòng 2\n'
    sections = load(typed).dossier.noi_dung
    assert sections["a"].thay == Narrative("Một câu.", Place("bao_cao.yaml", 4, 6))
    assert sections["b"] == sections["c"] == Section(khong_co=True)
    assert sections["d"].thay == Narrative("Dòng 1\nDòng 2", Place("bao_cao.yaml", 8))


def test_a_section_may_be_added_to_renamed_or_dropped(load: Load) -> None:
    typed = (
        "noi_dung:\n  a: {them: Câu thêm., tieu_de: Tên mới}\n"
        "  b: {bo: có}\n  c: {khong_co: true}\n"
    )
    sections = load(typed).dossier.noi_dung
    assert sections["a"].them == Narrative("Câu thêm.", Place("bao_cao.yaml", 4, 13))
    assert sections["a"].tieu_de == "Tên mới"
    assert sections["b"].bo
    assert sections["c"].khong_co


def test_a_blank_replacement_is_silence_too(load: Load) -> None:
    assert load("noi_dung:\n  a:\n    thay:\n").dossier.noi_dung["a"] == Section(khong_co=True)


def test_a_blank_replacement_under_a_title_is_silence_under_that_title(load: Load) -> None:
    typed = "noi_dung:\n  a:\n    tieu_de: Tên mới\n    thay: |\n    # lời kỳ trước\n"
    section = load(typed).dossier.noi_dung["a"]
    assert section == Section(tieu_de="Tên mới", khong_co=True)


def test_a_switch_may_be_off(load: Load) -> None:
    assert load("noi_dung:\n  a: {bo: không}\n").dossier.noi_dung["a"] == Section()


@pytest.mark.parametrize(
    "both",
    ["{thay: x, bo: có}", "{thay: x, them: y}", "{bo: có, tieu_de: x}", "{khong_co: có, them: x}"],
)
def test_a_section_that_says_two_things_is_refused(faults: Faults, both: str) -> None:
    (problem,) = faults(f"noi_dung:\n  a: {both}\n")
    assert (problem.code, str(problem.place)) == ("HS017", "bao_cao.yaml:4:6")
    assert "cùng lúc" in problem.message


def test_text_typed_as_a_list_is_told_how_to_become_a_block(faults: Faults) -> None:
    (problem,) = faults("noi_dung:\n  a:\n    - Ngày 11/9\n    - Ngày 12/9\n")
    assert (problem.code, str(problem.place)) == ("HS012", "bao_cao.yaml:4:3")
    assert "|" in problem.hint


def test_no_period_line_is_not_the_same_as_the_usual_one(load: Load) -> None:
    assert load().dossier.dong_ky is None
    assert load('dong_ky: ""\n').dossier.dong_ky == ""
    assert load("dong_ky:\n").dossier.dong_ky == ""


def test_addressees_are_one_or_several(load: Load) -> None:
    assert load("kinh_gui: Bộ Công an\n").dossier.kinh_gui == ("Bộ Công an",)
    assert load("kinh_gui:\n  - Bộ Công an\n  - Bộ Nội vụ\n").dossier.kinh_gui == (
        "Bộ Công an",
        "Bộ Nội vụ",
    )
    assert load("kinh_gui:\n").dossier.kinh_gui == ()


def test_the_numbering_scheme_is_specimens_or_the_templates(load: Load) -> None:
    assert load("danh_so: [I., 1., 1.1., a)]\n").dossier.danh_so == ("I.", "1.", "1.1.", "a)")
    assert load().dossier.danh_so is None


def test_text_is_composed_and_otherwise_as_typed(load: Load) -> None:
    dossier = load("trich_yeu: 'Kh\u0061\u0301nh Ho\u0300a  <b> & “x” ⁽¹⁾ 😀'\n").dossier
    assert dossier.trich_yeu == "Khánh Hòa  <b> & “x” ⁽¹⁾ 😀"


def test_places_can_be_asked_for_later(load: Load) -> None:
    dossier = load("trich_yeu: |\n  Dòng 1\nnoi_dung:\n  the_che: x\n").dossier
    assert str(dossier.place_of("trich_yeu")) == "bao_cao.yaml:3:12"
    assert str(dossier.text_place_of("trich_yeu")) == "bao_cao.yaml:4"
    assert str(dossier.place_of("noi_dung", "the_che")) == "bao_cao.yaml:6:12"
    assert str(dossier.text_place_of("noi_dung")) == "bao_cao.yaml:5:1"


def test_an_appendix_has_its_table_and_its_columns(write: Write, load: Load) -> None:
    write("bang/mo_hinh.csv", 'TT,"Kết quả,\ntiến độ"\n1,Tốt\n')
    dossier = load(
        "phu_luc:\n  - tieu_de: CÁC MÔ HÌNH\n    huong: ngang\n    bang: bang/mo_hinh.csv\n"
        "    cot:\n      TT: {rong: 5, can: giua}\n      Kết quả, tiến độ: {rong: '62,5'}\n"
    ).dossier
    (appendix,) = dossier.phu_luc
    assert (appendix.tieu_de, appendix.huong) == ("CÁC MÔ HÌNH", "ngang")
    assert appendix.table is not None
    assert appendix.table.rows == (("1", "Tốt"),)
    assert appendix.cot["TT"].rong == 5
    assert appendix.cot["TT"].can == "giua"
    assert appendix.cot["Kết quả, tiến độ"].rong == 62.5


@pytest.mark.parametrize(
    ("appendix", "code", "line", "words"),
    [
        ("tieu_de: A", "HS018", 4, "không có bảng"),
        ("tieu_de: A\n    noi_dung: x\n    cot: {TT: {rong: 5}}", "HS018", 4, "không có bang"),
        ("tieu_de: A\n    noi_dung: x\n    huong: ngag", "HS012", 6, "ngag"),
        ("tieu_de: A\n    bang: b.csv\n    cot: {STT: {rong: 5}}", "HS020", 6, "STT"),
        ("tieu_de: A\n    bang: b.csv\n    cot: {TT: {rong: 12.5}}", "HS016", 6, "12.5"),
        ("tieu_de: A\n    bang: b.csv\n    cot: {TT: {rong: hẹp}}", "HS012", 6, "hẹp"),
        ("tieu_de: A\n    bang: b.csv\n    cot: {TT: {rong: 0}}", "HS016", 6, "0–100"),
        (
            "tieu_de: A\n    bang: b.csv\n    cot: {TT: {rong: 60}, Tên: {rong: 50}}",
            "HS018",
            4,
            "100%",
        ),
        ("tieu_de: A\n    bang: b.csv\n    cot: {TT: {can: trái}}", "HS012", 6, "trái"),
        ("tieu_de: A\n    bang: khong_co.csv", "CT001", 5, "khong_co.csv"),
    ],
)
def test_a_wrong_appendix_is_told(  # noqa: PLR0917
    write: Write, faults: Faults, appendix: str, code: str, line: int, words: str
) -> None:
    write("b.csv", "TT,Tên\n1,x\n")
    (problem,) = faults(f"phu_luc:\n  - {appendix}\n")
    assert problem.place is not None
    assert (problem.code, problem.place.line) == (code, line)
    assert words in problem.message
    assert problem.hint


def test_a_table_without_rows_is_a_warning(write: Write, load: Load) -> None:
    write("b.csv", "TT,Tên\n")
    loaded = load("phu_luc:\n  - tieu_de: A\n    bang: b.csv\n")
    assert [warning.code for warning in loaded.warnings] == ["CT017"]
    assert loaded.dossier.phu_luc[0].table is not None


def test_a_recipient_is_a_text_or_a_name_with_a_note(load: Load) -> None:
    profile = load(
        "ghi_de_don_vi:\n  noi_nhan:\n    - Bộ Công an\n"
        "    - {ten: Văn phòng Chính phủ, ghi_chu: báo cáo}\n"
    ).dossier.profile
    assert [(one.ten, one.ghi_chu) for one in profile.noi_nhan] == [
        ("Bộ Công an", None),
        ("Văn phòng Chính phủ", "báo cáo"),
    ]


@pytest.mark.parametrize(
    ("issuer", "name"),
    [
        ("BAN CHỈ ĐẠO TỈNH KHÁNH HÒA", "Ban chỉ đạo tỉnh Khánh Hòa"),
        ("Ban Chỉ đạo tỉnh", "Ban Chỉ đạo tỉnh"),
        ("|\n  BAN CHỈ ĐẠO\n  TỈNH KHÁNH HÒA", "Ban chỉ đạo tỉnh Khánh Hòa"),
    ],
)
def test_the_issuer_is_named_in_a_sentence_even_where_nobody_typed_it(
    write: Write, load: Load, issuer: str, name: str
) -> None:
    write("don_vi.yaml", PROFILE.replace("ban_hanh: BAN CHỈ ĐẠO", f"ban_hanh: {issuer}"))
    assert load().dossier.profile.ten_goi == name


def test_lines_of_an_agency_stay_lines(write: Write, load: Load) -> None:
    write("don_vi.yaml", PROFILE.replace("ban_hanh: BAN CHỈ ĐẠO", "ban_hanh: |\n  BAN\n  CHỈ ĐẠO"))
    assert load().dossier.profile.co_quan_ban_hanh == "BAN\nCHỈ ĐẠO"


def test_a_dossier_cannot_be_changed(load: Load) -> None:
    dossier = load().dossier
    with pytest.raises(AttributeError):
        dossier.so = "88"
    assert DOSSIER.startswith("mau: bao_cao_thang")
    assert dossier.mau == "bao_cao_thang"
