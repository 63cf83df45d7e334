"""Periods before and after a period, as offices count them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.dossier import Period
from reportgen.periods.calendar import (
    folder_name,
    months_of,
    named_like,
    next_period,
    parse_period,
    same_period_last_year,
)

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def period(text: str) -> Period:
    return parse_period(text)


@st.composite
def monthly(draw: st.DrawFn) -> Period:
    """Periods of whole months from a day that every month has."""
    year, month = draw(st.integers(1990, 2090)), draw(st.integers(1, 12))
    day, months = draw(st.integers(1, 28)), draw(st.sampled_from([1, 3, 6, 12]))
    number = 12 * year + month - 1 + months
    after = date(number // 12, number % 12 + 1, day)
    return Period(tu=date(year, month, day), den=after - timedelta(days=1))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2025-09", "2025-10"),
        ("12/2025", "1/2026"),
        ("1/2024", "1/2/2024-29/2/2024"),
        ("1/2025", "1/2/2025-28/2/2025"),
        ("quý IV/2025", "quý I/2026"),
        ("2025-h1", "1/7/2025-31/12/2025"),
        ("2025", "2026"),
        ("16/8/2025-15/9/2025", "16/9/2025-15/10/2025"),
        ("16/12/2025-15/1/2026", "16/1/2026-15/2/2026"),
        ("26/1/2025-25/2/2025", "26/2/2025-25/3/2025"),
        ("15/12/2024-14/12/2025", "15/12/2025-14/12/2026"),
        ("29/9/2025-05/10/2025", "6/10/2025-12/10/2025"),
        ("01/9/2025-10/9/2025", "11/9/2025-20/9/2025"),
    ],
)
def test_the_next_period_is_as_long(before: str, after: str) -> None:
    assert next_period(period(before)) == period(after)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2025-10", "2024-10"),
        ("2/2025", "1/2/2024-29/2/2024"),
        ("2/2024", "1/2/2023-28/2/2023"),
        ("quý IV/2025", "quý IV/2024"),
        ("2025", "2024"),
        ("16/9/2025-15/10/2025", "16/9/2024-15/10/2024"),
        ("29/9/2025-05/10/2025", "30/9/2024-06/10/2024"),
    ],
)
def test_the_same_period_last_year_has_the_same_name(now: str, then: str) -> None:
    assert same_period_last_year(period(now)) == period(then)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-10", date(2025, 10, 1), date(2025, 10, 31)),
        (" 10/2025 ", date(2025, 10, 1), date(2025, 10, 31)),
        ("quý IV/2025", date(2025, 10, 1), date(2025, 12, 31)),
        ("2025-Q1", date(2025, 1, 1), date(2025, 3, 31)),
        ("2025-h2", date(2025, 7, 1), date(2025, 12, 31)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("16/9/2025-15/10/2025", date(2025, 9, 16), date(2025, 10, 15)),
        ("từ ngày 16/9/2025 đến ngày 15/10/2025", date(2025, 9, 16), date(2025, 10, 15)),
    ],
)
def test_a_period_is_read_as_people_type_it(text: str, first: date, last: date) -> None:
    assert parse_period(text) == Period(tu=first, den=last)


@pytest.mark.parametrize(
    "text", ["", "tháng này", "2025-13", "0000-01", "31/9/2025-15/10/2025", "15/10/2025-16/9/2025"]
)
def test_what_names_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - pydantic has words of its own for it
        parse_period(text)


@pytest.mark.parametrize(
    ("asked", "model", "meant"),
    [
        ("2025-10", "16/8/2025-15/9/2025", "16/9/2025-15/10/2025"),
        ("2026-01", "16/8/2025-15/9/2025", "16/12/2025-15/1/2026"),
        ("2025-10", "26/8/2025-25/9/2025", "26/9/2025-25/10/2025"),
        ("2025-10", "9/2025", "2025-10"),
        ("1/10/2025-20/10/2025", "16/8/2025-15/9/2025", "1/10/2025-20/10/2025"),
        ("2025", "15/12/2023-14/12/2024", "15/12/2024-14/12/2025"),
        ("quý IV/2025", "16/8/2025-15/9/2025", "quý IV/2025"),
    ],
)
def test_a_month_means_the_offices_own_month(asked: str, model: str, meant: str) -> None:
    assert named_like(period(asked), period(model)) == period(meant)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("10/2025", "2025-10"),
        ("16/9/2025-15/10/2025", "2025-10"),
        ("quý IV/2025", "2025-q4"),
        ("2025-h1", "2025-h1"),
        ("2025", "2025"),
        ("29/9/2025-05/10/2025", "2025-10-05"),
        ("1/2/2025-30/4/2025", "2025-04-30"),
    ],
)
def test_a_folder_is_named_after_its_period(text: str, name: str) -> None:
    assert folder_name(period(text)) == name


@given(monthly())
def test_months_lead_on_without_a_gap(given_period: Period) -> None:
    after = next_period(given_period)
    assert after.tu == given_period.den + timedelta(days=1)
    assert months_of(after) == months_of(given_period)


@given(monthly())
def test_twelve_months_on_the_same_period_last_year_is_the_one_begun_with(
    given_period: Period,
) -> None:
    later = given_period
    for _ in range(12 // (months_of(given_period) or 1)):
        later = next_period(later)
    assert same_period_last_year(later) == given_period


@given(DAYS, st.integers(0, 400))
def test_periods_of_any_length_leave_no_gap(first: date, length: int) -> None:
    any_period = Period(tu=first, den=first + timedelta(days=length))
    assert next_period(any_period).tu - any_period.den == timedelta(days=1)


@given(st.one_of(monthly(), st.builds(lambda day: Period(tu=day, den=day), DAYS)))
def test_the_name_of_a_folder_of_months_can_be_typed_as_a_period(given_period: Period) -> None:
    name = folder_name(given_period)
    if len(name) < len("2025-10-05"):
        assert named_like(parse_period(name), given_period) == given_period
