"""Titles that name their period name the next one; what else they say stays."""

import unicodedata
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.periods.calendar import parse_period
from reportgen.periods.mentions import moved_on

nfd = partial(unicodedata.normalize, "NFD")
SEPTEMBER, OCTOBER = "16/8/2025-15/9/2025", "16/9/2025-15/10/2025"


@pytest.mark.parametrize(
    ("old", "new", "text", "wanted"),
    [
        ("2025-09", "2025-10", "Kết quả tháng 9/2025", "Kết quả tháng 10/2025"),
        ("2025-09", "2025-10", "(Tháng 09/2025)", "(Tháng 10/2025)"),
        ("2025-06", "2025-07", "tháng 06/2025", "tháng 07/2025"),
        ("2023-12", "2024-01", "(Tháng 12/2023)", "(Tháng 01/2024)"),
        ("2025-01", "2025-03", "tháng 01 năm 2025", "tháng 3 năm 2025"),
        ("2025-09", "2025-10", "Tháng 9\nnăm 2025", "Tháng 10\nnăm 2025"),
        (SEPTEMBER, OCTOBER, "tháng 9/2025", "tháng 10/2025"),
        (
            SEPTEMBER,
            OCTOBER,
            "(Từ ngày 16/8/2025 đến ngày 15/9/2025)",
            "(Từ ngày 16/9/2025 đến ngày 15/10/2025)",
        ),
        (
            SEPTEMBER,
            OCTOBER,
            "từ ngày 16 tháng 8 năm 2025 đến ngày 15 tháng 9 năm 2025",
            "từ ngày 16 tháng 9 năm 2025 đến ngày 15 tháng 10 năm 2025",
        ),
        ("quý IV/2025", "quý I/2026", "NHIỆM VỤ QUÝ IV NĂM 2025", "NHIỆM VỤ QUÝ I NĂM 2026"),
        ("quý IV/2025", "quý I/2026", "quý 4/2025", "quý 1/2026"),
        ("2025-h1", "2025-h2", "6 tháng đầu năm 2025", "6 tháng cuối năm 2025"),
        ("2025-h2", "2026-h1", "6 THÁNG CUỐI NĂM 2025", "6 THÁNG ĐẦU NĂM 2026"),
        ("2025", "2026", "Công tác năm 2025", "Công tác năm 2026"),
        ("2025", "2026", "giai đoạn 2022-2025", "giai đoạn 2022-2025"),
        ("2025-09", "2025-10", "Nghị quyết ngày 04/9/2025", "Nghị quyết ngày 04/9/2025"),
        ("2025-09", "2025-10", "số 9/2025/NQ-HĐND", "số 9/2025/NQ-HĐND"),
        ("2025-09", "2025-10", "9 tháng đầu năm 2025", "9 tháng đầu năm 2025"),
        ("2025-09", "2025-10", "tháng 8/2025, tháng 19/2025", "tháng 8/2025, tháng 19/2025"),
        ("2025-09", "2025-10", "{{ ky | thang }}", "{{ ky | thang }}"),
        ("quý IV/2025", "2026-01", "quý IV/2025", "quý IV/2025"),
        ("29/9/2025-05/10/2025", "6/10/2025-12/10/2025", "05/10/2025", "12/10/2025"),
    ],
)
def test_a_title_moves_on_with_its_period(old: str, new: str, text: str, wanted: str) -> None:
    assert moved_on(text, parse_period(old), parse_period(new)) == wanted


def test_decomposed_letters_name_the_period_too() -> None:
    old, new = parse_period("quý IV/2025"), parse_period("quý I/2026")
    assert moved_on(nfd("Quý IV năm 2025"), old, new) == "Quý I năm 2026"
    assert moved_on(nfd("Quý III năm 2025"), old, new) == nfd("Quý III năm 2025")


@given(st.text(alphabet="tháng quýIV năm/-.0123456789", max_size=40))
def test_text_without_the_periods_own_year_stays(text: str) -> None:
    if "2025" not in text:
        assert moved_on(text, parse_period(SEPTEMBER), parse_period(OCTOBER)) == text
