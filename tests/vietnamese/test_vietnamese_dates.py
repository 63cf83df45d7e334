"""Dates printed by the decree and read as people type them."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese import (
    ImpossibleDate,
    NotADate,
    format_date_long,
    format_date_short,
    format_month,
    format_quarter,
    parse_date,
    parse_month,
)

DAYS = st.dates(min_value=date(1000, 1, 1))


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2019, 6, 29), "ngày 29 tháng 6 năm 2019"),
        (date(2026, 6, 15), "ngày 15 tháng 6 năm 2026"),
        (date(2026, 9, 5), "ngày 05 tháng 9 năm 2026"),
        (date(2023, 12, 20), "ngày 20 tháng 12 năm 2023"),
        (date(2024, 2, 10), "ngày 10 tháng 02 năm 2024"),
    ],
)
def test_a_full_date_is_written_as_in_the_decree(day, printed):
    assert format_date_long(day) == printed


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2026, 1, 5), "05/01/2026"),
        (date(2025, 9, 4), "04/9/2025"),
        (date(2020, 3, 5), "05/3/2020"),
        (date(2018, 4, 3), "03/4/2018"),
        (date(2025, 10, 15), "15/10/2025"),
    ],
)
def test_a_short_date_keeps_the_same_rule(day, printed):
    assert format_date_short(day) == printed


def test_a_month_keeps_the_same_rule():
    assert format_month(date(2025, 9, 30)) == "tháng 9/2025"
    assert format_month(date(2026, 1, 31)) == "tháng 01/2026"
    assert format_month(date(2026, 2, 28)) == "tháng 02/2026"


@pytest.mark.parametrize(
    ("month", "quarter"),
    [(1, "I"), (3, "I"), (4, "II"), (6, "II"), (7, "III"), (9, "III"), (10, "IV"), (12, "IV")],
)
def test_a_quarter_has_a_roman_number(month, quarter):
    assert format_quarter(date(2025, month, 1)) == f"Quý {quarter} năm 2025"


@given(DAYS)
def test_a_zero_stands_before_days_below_10_and_months_1_and_2_only(day):
    figures = re.findall("[0-9]+", format_date_long(day))
    assert figures[0].startswith("0") == (day.day < 10)
    assert figures[1].startswith("0") == (day.month in (1, 2))
    assert [int(figure) for figure in figures] == [day.day, day.month, day.year]
    assert format_date_short(day) == "/".join(figures)
    assert format_month(day) == f"tháng {figures[1]}/{figures[2]}"


@given(DAYS)
def test_printed_dates_read_back(day):
    assert parse_date(format_date_long(day)) == day
    assert parse_date(format_date_short(day)) == day
    assert parse_date(day.isoformat()) == day
    assert parse_month(format_month(day)) == (day.year, day.month)


@pytest.mark.parametrize(
    "text", ["19/9/2025", "19-9-2025", "19.9.2025", "2025-09-19", " 19/09/2025\u00a0"]
)
def test_a_date_is_read_in_the_usual_forms(text):
    assert parse_date(text) == date(2025, 9, 19)


@pytest.mark.parametrize(
    "text", ["31/02/2025", "29/2/2025", "0/1/2025", "1/13/2025", "2025-13-01", "1/1/0000"]
)
def test_a_date_that_no_calendar_has_is_told_from_what_is_no_date(text):
    with pytest.raises(ImpossibleDate, match="không có trên lịch") as caught:
        parse_date(text)
    assert caught.value.text == text


@pytest.mark.parametrize(
    "text", ["", "hôm nay", "19/9", "19/9/25", "19/9-2025", "9/2025", "19 9 2025", "20250919"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(NotADate) as caught:
        parse_date(text)
    assert caught.value.text == text


@pytest.mark.parametrize(
    "text", ["9/2025", "09/2025", "9-2025", "tháng 9/2025", "Tháng 9 năm 2025"]
)
def test_a_month_is_read_in_the_usual_forms(text):
    assert parse_month(text) == (2025, 9)


@pytest.mark.parametrize("text", ["13/2025", "0/2025", "1/0000"])
def test_a_month_that_no_calendar_has_is_refused(text):
    with pytest.raises(ImpossibleDate):
        parse_month(text)


@pytest.mark.parametrize("text", ["", "2025", "19/9/2025", "9/25", "tháng chín"])
def test_what_is_no_month_is_refused(text):
    with pytest.raises(NotADate):
        parse_month(text)
