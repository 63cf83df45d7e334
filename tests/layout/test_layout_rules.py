"""Lengths of the rules."""

import pytest

from reportgen.document.tree import LineBreak, NoteReference, Text
from reportgen.layout.metrics import text_width
from reportgen.layout.rules import appendix_rule, issuer_rule, motto_rule, subject_rule

_LONG = "Kết quả triển khai, thực hiện Đề án phát triển ứng dụng dữ liệu về dân cư "


def test_the_rule_under_the_motto_is_as_long_as_the_motto() -> None:
    assert motto_rule() == pytest.approx(text_width("Độc lập - Tự do - Hạnh phúc", 14, bold=True))


@pytest.mark.parametrize("lines", [["BAN CHỈ ĐẠO"], ["SỞ", "KHOA HỌC VÀ CÔNG NGHỆ"]])
def test_the_issuers_rule_is_a_third_to_a_half_of_its_longest_line(lines: list[str]) -> None:
    longest = max(text_width(line, 13, bold=True) for line in lines)
    assert longest / 3 <= issuer_rule(lines) <= longest / 2


def test_the_subjects_rule_is_measured_on_its_longest_printed_line() -> None:
    room = (165 - 20) * 72 / 25.4
    assert room / 3 * 0.9 <= subject_rule((Text(_LONG * 4),)) <= room / 2


def test_a_short_subject_under_a_break_counts_its_longer_line() -> None:
    subject = (Text("Về công tác"), LineBreak(), Text("phòng, chống lụt bão"), NoteReference(1))
    longest = text_width("phòng, chống lụt bão", 14, bold=True)
    assert longest / 3 <= subject_rule(subject) <= longest / 2


def test_a_period_line_wider_than_the_subject_makes_the_rule_longer() -> None:
    subject = (Text("Tháng 9"),)
    period = (Text("(Từ ngày 16/8/2025 đến ngày 15/9/2025)"),)
    assert subject_rule(subject, period) > subject_rule(subject)


def test_an_appendix_has_a_short_rule() -> None:
    assert 20 < appendix_rule("(Kèm theo Báo cáo số 442/BC-TCTĐA06)", 165) < 100
