"""Dates: zeros, impossible days, weekdays, periods, what lies after the document's own date."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.manuscripts import subject
from support.wording import codes, findings, quotes

from reportgen.checks.subject import Facts
from reportgen.checks.wording.date_mentions import Form, date_mentions
from reportgen.checks.wording.named_periods import named_periods
from reportgen.checks.wording.own_date import issued_between
from reportgen.problems import Severity
from reportgen.vietnamese.dates import format_date_long, format_date_short

ISSUED = "Khánh Hòa, ngày 19 tháng 9 năm 2025"
DAYS = st.dates(date(1950, 1, 1), date(2060, 12, 31))

WRONG = [
    ("VB001", "Thông tư có hiệu lực từ ngày 01 tháng 07 năm 2006.", "ngày 01 tháng 07 năm 2006"),
    ("VB001", "Quyết định ban hành ngày 9 tháng 4 năm 1968.", "ngày 9 tháng 4 năm 1968"),
    ("VB001", "Báo cáo trước ngày 15 tháng 2 năm 2026.", "ngày 15 tháng 2 năm 2026"),
    ("VB001", "Gửi báo cáo trước ngày 31 tháng 07 hằng năm.", "ngày 31 tháng 07"),
    ("VB001", "Năm ngân sách bắt đầu từ ngày 01 tháng 1.", "ngày 01 tháng 1"),
    ("VB003", "Hoàn thành trước ngày 31/4/2026.", "31/4/2026"),
    ("VB003", "Hoàn thành trước ngày 29/02/2025.", "29/02/2025"),
    ("VB003", "Báo cáo gửi ngày 32/01/2025.", "32/01/2025"),
    ("VB003", "Hạn cuối là ngày 31 tháng 11 năm 2025.", "ngày 31 tháng 11 năm 2025"),
    ("VB003", "Số liệu tháng 13/2025 chưa có.", "tháng 13/2025"),
    ("VB003", "Số liệu của tháng 13 năm 2025 chưa có.", "tháng 13 năm 2025"),
    ("VB003", "Đến ngày 30/2 thì xong.", "30/2"),
    ("VB003", "Ngày 00/9/2025 tổ chức họp.", "00/9/2025"),
    ("VB003", "Họp ngày 12/15/2025 tại Nha Trang.", "12/15/2025"),
    ("VB003", "Kế hoạch hoạt động quý V/2025.", "quý V"),
    ("VB003", "Kế hoạch hoạt động Quý 5 năm 2025.", "Quý 5"),
    ("VB003", "Họp ngày 19/9/20255 tại Nha Trang.", "19/9/20255"),
    ("VB004", "Khai mạc lúc 8 giờ, thứ Hai, ngày 19/9/2025.", "thứ Hai, ngày 19/9/2025"),
    ("VB004", "Họp vào thứ Ba (19/9/2025).", "thứ Ba (19/9/2025"),
    ("VB004", "Họp vào ngày 19/9/2025 (thứ Năm).", "19/9/2025 (thứ Năm"),
    (
        "VB004",
        "Họp Chủ nhật, ngày 20 tháng 9 năm 2025.",
        "Chủ nhật, ngày 20 tháng 9 năm 2025",
    ),
    ("VB004", "Họp vào thứ 2 ngày 19/9/2025.", "thứ 2 ngày 19/9/2025"),
    (
        "VB008",
        "Từ ngày 16/9/2025 đến ngày 15/8/2025, toàn tỉnh xử lý 10 vụ.",
        "Từ ngày 16/9/2025 đến ngày 15/8/2025",
    ),
    ("VB008", "Tháng cao điểm (01/11/2025 - 31/10/2025).", "01/11/2025 - 31/10/2025"),
    ("VB008", "Chương trình giai đoạn 2030-2025.", "giai đoạn 2030-2025"),
    ("VB008", "Nhiệm kỳ 2025 – 2020 đã kết thúc.", "Nhiệm kỳ 2025 – 2020"),
    (
        "VB008",
        "Số liệu từ tháng 9/2025 đến tháng 3/2025.",
        "từ tháng 9/2025 đến tháng 3/2025",
    ),
    (
        "VB009",
        "Kết quả quý III/2025 (từ tháng 6 đến tháng 8) đạt kế hoạch.",
        "quý III/2025 (từ tháng 6 đến tháng 8)",
    ),
    (
        "VB009",
        "Số liệu tháng 9/2025 (từ ngày 16/6/2025 đến ngày 15/7/2025).",
        "tháng 9/2025 (từ ngày 16/6/2025 đến ngày 15/7/2025)",
    ),
]

AGAINST_OWN_DATE = [
    (
        "VB005",
        "Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số 3992/KH-UBND ngày 27/9/2025.",
        "27/9/2025",
    ),
    ("VB005", "Thực hiện Nghị quyết số 214/NQ-CP ngày 23/7/2026 của Chính phủ.", "23/7/2026"),
    ("VB005", "Ngày 25/9/2025, Công an tỉnh đã tổ chức hội nghị sơ kết.", "25/9/2025"),
    ("VB005", "Tính đến ngày 30/9/2025, toàn tỉnh đã cấp 2.000 thẻ.", "30/9/2025"),
    (
        "VB005",
        "Căn cứ Công văn số 12/BNV-VP ngày 01 tháng 10 năm 2025 của Bộ Nội vụ.",
        "ngày 01 tháng 10 năm 2025",
    ),
    ("VB006", "Hội nghị tổ chức ngày 15/9/2052 tại Nha Trang.", "15/9/2052"),
    ("VB006", "Ông sinh ngày 15/9/1052 tại Nha Trang.", "15/9/1052"),
]

RIGHT = [
    "Thông tư có hiệu lực từ ngày 01 tháng 7 năm 2006.",
    "Báo cáo trước ngày 15 tháng 02 năm 2026.",
    "Gửi báo cáo trước ngày 31 tháng 7 hằng năm.",
    "Năm 2024 có ngày 29/02/2024.",
    "Chi lương tháng 13 năm 2025 cho viên chức.",
    "Thưởng tháng 13/2025 cho người lao động.",
    "Mỗi ngày 20/25 hồ sơ được giải quyết.",
    "Đạt 12/15 chỉ tiêu của năm 2025.",
    "Tuyến đường 23/10 cạnh Chùa Long Sơn.",
    "Nghị định số 13/2023/NĐ-CP ngày 17/4/2023 của Chính phủ.",
    "Khai mạc lúc 8 giờ, thứ Sáu, ngày 19/9/2025.",
    "Họp vào ngày 19/9/2025 (thứ Sáu).",
    "Kỳ họp thứ Hai ngày 19/9/2025 của Hội đồng nhân dân.",
    "Phiên họp lần thứ ba ngày 19/9/2025 của Ban Chỉ đạo.",
    "Từ ngày 16/8/2025 đến ngày 15/9/2025, toàn tỉnh xử lý 10 vụ.",
    "Từ ngày 15/12 đến ngày 10/01/2026, mở đợt cao điểm.",
    "Tháng cao điểm số (01/9 - 31/10/2025).",
    "Chương trình giai đoạn 2021-2030, tầm nhìn đến năm 2050.",
    "Năm học 2024-2025 có 300 lớp.",
    "Kết quả quý III/2025 (từ tháng 7 đến tháng 9) đạt kế hoạch.",
    "Số liệu tháng 9/2025 (từ ngày 16/8/2025 đến ngày 15/9/2025).",
    "Số liệu 6 tháng đầu năm 2025 (từ ngày 15/12/2024 đến ngày 14/6/2025).",
    "Trực 24/7, báo cáo trước 15/9/2025.",
    "Quý IV/2025 tiếp tục thực hiện.",
    "Địa chỉ 192.168.1.2025 không truy cập được.",
    "Mã hồ sơ 12.5.2025.3 đã đóng.",
    "Ngày 22/5/2023, ngày 05/4/2023 và ngày 01/02/2023 đã họp.",
    "Ngày 05/04/2023, ngày 22/05/2023 và ngày 09/09/2023 đã họp.",
]

RIGHT_AGAINST_OWN_DATE = [
    "Hoàn thành trước ngày 10/10/2025.",
    "Hệ thống đã xây dựng, dự kiến vận hành ngày 10/10/2025.",
    "Đã giao các sở hoàn thành đến ngày 31/12/2025.",
    "Luật Căn cước đã được thông qua, có hiệu lực từ ngày 01/01/2026.",
    "Ngày 20/10/2025, tổ chức hội nghị tổng kết.",
    "Tính đến ngày 15/9/2025, toàn tỉnh đã cấp 2.000 thẻ.",
    "Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số 3992/KH-UBND ngày 19/9/2025.",
    "Khánh thành dự án đến hết ngày 31/12/2045.",
    "Đảng ra đời ngày 03/02/1930.",
]


@pytest.mark.parametrize(("code", "text", "quote"), WRONG)
def test_a_slip_in_a_date_is_found_at_its_words(code: str, text: str, quote: str) -> None:
    assert quotes(code, text) == [quote]


@pytest.mark.parametrize(("code", "text", "quote"), AGAINST_OWN_DATE)
def test_a_date_is_held_against_that_of_the_document(code: str, text: str, quote: str) -> None:
    assert quotes(code, text, head=ISSUED) == [quote]
    assert quotes(code, text) == []


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_date_is_left_alone(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize("text", RIGHT_AGAINST_OWN_DATE)
def test_plans_and_deadlines_may_lie_ahead(text: str) -> None:
    assert codes(text, head=ISSUED) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Khánh Hòa, ngày 5 tháng 9 năm 2025", ["5"]),
        ("Khánh Hòa, ngày 05 tháng 09 năm 2025", ["09"]),
        ("Khánh Hòa, ngày 5 tháng 2 năm 2025", ["5", "2"]),
        ("Khánh Hòa, ngày     tháng 08 năm 2025", ["08"]),
        ("Khánh Hòa, ngày 19/9/2025", ["ngày 19/9/2025"]),
        ("Khánh Hòa, ngày 05 tháng 02 năm 2025", []),
        ("Khánh Hòa, ngày     tháng 8 năm 2025", []),
        ("Lào Cai, ngày … tháng 10 năm 2025", []),
        ("TP. Hồ Chí Minh, ngày 29 tháng 6 năm 2019", []),
    ],
)
def test_the_place_and_date_line_is_held_to_the_decree(line: str, expected: list[str]) -> None:
    found = findings("Nội dung.", letterhead={"place_and_date": line})
    assert [finding.quote for finding in found] == expected
    assert {finding.severity for finding in found} <= {Severity.ERROR}


def test_a_party_document_is_only_warned_of_the_zeros_of_its_date() -> None:
    made = {"place_and_date": "Khánh Hòa, ngày 5 tháng 9 năm 2025"}
    found = findings("Nội dung.", letterhead=made, facts=Facts(party=True))
    assert [finding.severity for finding in found] == [Severity.WARNING]


def test_odd_dates_are_told_in_one_finding() -> None:
    text = (
        "Công văn ngày 28/8/2025, ngày 05/8/2025, ngày 06/9/2025, ngày 07/9/2025.\n"
        "Công văn ngày 7/8/2025 và ngày 8/8/2025."
    )
    (found,) = [finding for finding in findings(text) if finding.code == "VB002"]
    assert found.quote == "7/8/2025"
    assert "“8/8/2025”" in found.message
    assert "07/8/2025" in found.hint


def test_a_document_that_keeps_to_its_own_way_is_not_corrected() -> None:
    text = "Công văn ngày 05/08/2025, ngày 06/09/2025, ngày 28/08/2025."
    assert quotes("VB002", text) == []


def test_the_one_that_differs_is_odd_even_where_it_is_as_the_decree_writes() -> None:
    text = "Ngày 05/08/2025, ngày 06/09/2025, ngày 28/08/2025 và ngày 01/9/2025."
    assert quotes("VB002", text) == ["01/9/2025"]


@pytest.mark.parametrize(
    ("title", "period", "fits"),
    [
        ("Kết quả Đề án 06 tháng 9/2025", "(Từ ngày 16/8/2025 đến ngày 15/9/2025)", True),
        ("Kết quả Đề án 06 tháng 9/2025", "(Từ ngày 01/9/2025 đến ngày 30/9/2025)", True),
        ("Kết quả Đề án 06 tháng 9/2025", "(Từ ngày 16/7/2025 đến ngày 15/8/2025)", False),
        ("Kết quả Đề án 06 tháng 9/2025", "(Từ ngày 16/8/2024 đến ngày 15/9/2024)", False),
        ("Kết quả công tác quý III năm 2025", "(Từ ngày 16/6/2025 đến ngày 15/9/2025)", True),
        ("Kết quả công tác quý III năm 2025", "(Từ ngày 16/3/2025 đến ngày 15/6/2025)", False),
        ("Kết quả 6 tháng đầu năm 2025", "(Từ ngày 15/12/2024 đến ngày 14/6/2025)", True),
        ("Kết quả công tác năm 2025", "(Từ ngày 15/12/2024 đến ngày 14/12/2025)", True),
        ("Kết quả công tác năm 2024", "(Từ ngày 15/12/2024 đến ngày 14/12/2025)", True),
        ("Kết quả công tác năm 2023", "(Từ ngày 15/12/2024 đến ngày 14/12/2025)", False),
        ("Kết quả thi đua", "(Từ ngày 15/12/2024 đến ngày 14/12/2025)", True),
    ],
)
def test_the_period_must_be_that_of_the_title(title: str, period: str, fits: bool) -> None:
    assert (quotes("VB007", f"{title}\n{period}") == []) is fits
    named = {"kind": "BÁO CÁO", "subject": title, "period": period}
    assert (quotes("VB007", "Nội dung.", title=named) == []) is fits


def test_a_report_on_a_period_that_is_not_over_is_told() -> None:
    text = "Kết quả tháng 9/2025\n(Từ ngày 16/8/2025 đến ngày 25/9/2025)"
    assert quotes("VB007", text, head=ISSUED) == ["Từ ngày 16/8/2025 đến ngày 25/9/2025"]


def test_the_date_of_a_specimen_far_below_is_not_the_document_s() -> None:
    made = subject(*["Nội dung."] * 20, ISSUED)
    assert issued_between(made) is None


def test_a_date_with_a_blank_day_may_be_any_of_its_month() -> None:
    made = subject("Khánh Hòa, ngày     tháng 8 năm 2025")
    assert issued_between(made) == (date(2025, 8, 1), date(2025, 8, 31))


@given(DAYS)
def test_dates_written_by_the_decree_are_read_and_left_alone(day: date) -> None:
    text = f"Báo cáo {format_date_long(day)}, nhận ngày {format_date_short(day)}."
    assert [mention.value for mention in date_mentions(text)] == [day, day]
    assert codes(text) == []


@given(DAYS)
def test_a_zero_too_many_or_too_few_is_always_found(day: date) -> None:
    month = str(day.month) if day.month < 3 else f"{day.month:02d}"
    if day.month > 9:
        return
    written = f"ngày {day.day:02d} tháng {month} năm {day.year}"
    (found,) = [one for one in findings(f"Họp {written}.") if one.code == "VB001"]
    assert format_date_long(day) in found.hint


@given(DAYS)
def test_only_the_right_weekday_passes(day: date) -> None:
    names = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]
    right = [
        name for name in names if not quotes("VB004", f"Họp {name}, ngày {format_date_short(day)}.")
    ]
    assert right == [names[day.weekday()]]


@given(st.integers(1, 12), st.integers(2000, 2050))
def test_the_day_after_a_month_s_last_is_impossible(month: int, year: int) -> None:
    day = monthrange(year, month)[1] + 1
    assert quotes("VB003", f"Hạn là ngày {day}/{month}/{year}.") == [f"{day}/{month}/{year}"]


@given(DAYS, st.integers(1, 400))
def test_a_range_is_wrong_in_one_direction_only(day: date, length: int) -> None:
    other = day + timedelta(days=length)
    first, last = format_date_short(day), format_date_short(other)
    assert quotes("VB008", f"Từ ngày {first} đến ngày {last}.") == []
    assert len(quotes("VB008", f"Từ ngày {last} đến ngày {first}.")) == 1


@given(st.text(alphabet="0123456789/.- ngàythánăm\u00a0()", max_size=60))
def test_reading_dates_never_fails_and_stays_within_the_text(text: str) -> None:
    for mention in date_mentions(text):
        assert text[mention.start : mention.end] == mention.text
        assert mention.form in Form
    assert all(text[one.start : one.end] == one.text for one in named_periods(text))
    findings(text or "a")
