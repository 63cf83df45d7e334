"""The periods before and after a period, and how people name them: months, quarters, weeks …"""

import calendar
import re
from datetime import date, timedelta

from reportgen.dossier.dates import Period, period_days
from reportgen.vietnamese import ImpossibleDate, NotADate, parse_date

PERIOD_FORMS = "2025-10, 10/2025, “quý IV/2025”, 2025-q4, 2025-h1, 2025 hoặc 16/9/2025-15/10/2025"
"""What `parse_period` reads, for messages."""

_MONTH = re.compile(r"([0-9]{4})-(0?[1-9]|1[0-2])")
_QUARTER = re.compile(r"([0-9]{4})-q([1-4])", re.IGNORECASE)
_HALF = re.compile(r"([0-9]{4})-h([12])", re.IGNORECASE)
_DAYS = re.compile(r"(?:từ\s+)?(?:ngày\s+)?([0-9/.]+)\s*(?:-|–|đến(?:\s+ngày)?)\s*([0-9/.]+)")
_DAY = timedelta(days=1)
_MOST_MONTHS = 120
_WEEK, _YEAR_OF_WEEKS = 7, 364


def parse_period(text: str) -> Period:
    """The period that a command line names (see PERIOD_FORMS).

    Raises ValueError where it names none.
    """
    bare = text.strip()
    try:
        if match := _MONTH.fullmatch(bare):
            return _months(int(match[1]), int(match[2]), 1)
        if match := _QUARTER.fullmatch(bare):
            return _months(int(match[1]), 3 * int(match[2]) - 2, 3)
        if match := _HALF.fullmatch(bare):
            return _months(int(match[1]), 6 * int(match[2]) - 5, 6)
        if match := _DAYS.fullmatch(bare):
            return Period(tu=parse_date(match[1]), den=parse_date(match[2]))
        first, last = period_days(bare)
    except (NotADate, ImpossibleDate, OverflowError) as error:
        raise ValueError(text) from error
    return Period(tu=first, den=last)


def months_of(period: Period) -> int | None:
    """How many months a period lasts, from whatever day of the month; None where it is no number
    of months (weeks, odd days)."""
    after = period.den + _DAY
    months = 12 * (after.year - period.tu.year) + after.month - period.tu.month
    fits = 1 <= months <= _MOST_MONTHS and add_months(period.tu, months) == after
    return months if fits else None


def next_period(period: Period) -> Period:
    """The period as long that begins the day after: 16/8-15/9 is followed by 16/9-15/10.

    Whole months stay whole months. Raises OverflowError beyond the year 9999.
    """
    months = months_of(period)
    first = period.den + _DAY
    if months is None:
        return Period(tu=first, den=first + (period.den - period.tu))
    return Period(tu=first, den=add_months(first, months) - _DAY)


def same_period_last_year(period: Period) -> Period:
    """The period a year before; weeks stay whole weeks (52 weeks before)."""
    days = (period.den - period.tu).days + 1
    if months_of(period) is None and days % _WEEK == 0:
        year = timedelta(days=_YEAR_OF_WEEKS)
        return Period(tu=period.tu - year, den=period.den - year)
    return Period(tu=add_months(period.tu, -12), den=add_months(period.den + _DAY, -12) - _DAY)


def named_like(asked: Period, model: Period) -> Period:
    """The period that someone means who names `asked`, with periods as long as `model`.

    To whom months run from the 16th to the 15th, 10/2025 is 16/9-15/10/2025. What fits no such
    period is meant as it is named.
    """
    months = months_of(model)
    if months is None or model.tu.day == 1 or months_of(asked) != months or asked.tu.day != 1:
        return asked
    last = add_months(model.den + _DAY, _month_number(asked.den) - _month_number(model.den)) - _DAY
    return Period(tu=add_months(last + _DAY, -months), den=last)


def month_steps(before: Period, after: Period) -> int:
    """How many months lie between the ends of two periods."""
    return _month_number(after.den) - _month_number(before.den)


def folder_name(period: Period) -> str:
    """What the folder of a period is called: 2025-10, 2025-q4, 2025-h1, 2025; by its last day."""
    months, year, month = months_of(period), period.den.year, period.den.month
    if months == 1:
        return f"{year}-{month:02}"
    if period.tu.day == 1 and months in (3, 6, 12) and month % months == 0:
        return {3: f"{year}-q{month // 3}", 6: f"{year}-h{month // 6}", 12: str(year)}[months]
    return period.den.isoformat()


def add_months(day: date, months: int) -> date:
    """The same day that many months on, or the last day of a month that is too short.

    Raises OverflowError outside the years 1 to 9999.
    """
    number = _month_number(day) + months
    year, month = divmod(number, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(year)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _month_number(day: date) -> int:
    return 12 * day.year + day.month - 1


def _months(year: int, first: int, count: int) -> Period:
    if not year:
        raise OverflowError(year)
    last = first + count - 1
    return Period(tu=date(year, first, 1), den=date(year, last, calendar.monthrange(year, last)[1]))
