"""The period that a title or the line in brackets below it names."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from reportgen.vietnamese.lettering import roman_value

Period = tuple[date, date]

_DAY = r"(\d{1,2})\s*/\s*(\d{1,2})(?:\s*/\s*(\d{4}))?"
_FROM_TO = re.compile(
    rf"từ\s+(?:ngày\s+)?{_DAY}\s*(?:đến|-|–)\s*(?:hết\s+)?(?:ngày\s+)?{_DAY}", re.I
)
_YEAR = r"\s*(?:/|năm|-)\s*(\d{4})"
_MONTH = re.compile(rf"(?<!ngày \d )(?<!ngày \d\d )tháng\s+(\d{{1,2}}){_YEAR}", re.I)
_QUARTER = re.compile(rf"quý\s+([IV]+|[1-4]){_YEAR}", re.I)
_MONTHS = re.compile(r"\b0?(3|6|9)\s+tháng(\s+đầu|\s+cuối)?\s+năm\s+(\d{4})", re.I)
_WHOLE_YEAR = re.compile(r"(?<!đến )(?<!tháng \d )(?<!tháng \d\d )\bnăm\s+(\d{4})\s*\)?\s*$", re.I)


def period_in(text: str) -> Period | None:
    """First and last day of the period that the text names; None where it names none surely.

    Read are `từ ngày 16/8/2025 đến ngày 15/9/2025`, `tháng 9/2025`, `quý IV năm 2025`, `6 tháng
    đầu năm 2025` and, at the end only, `năm 2025`; of several the first of these.
    """
    for pattern, read in _FORMS:
        if match := pattern.search(text):
            try:
                return read(match)
            except ValueError:
                return None
    return None


def _from_to(match: re.Match[str]) -> Period:
    day, month, year, last_day, last_month, last_year = match.groups()
    if last_year is None:
        raise ValueError(match[0])
    end = date(int(last_year), int(last_month), int(last_day))
    start = date(int(year or last_year), int(month), int(day))
    if start > end and year is None:
        start = start.replace(year=start.year - 1)
    if start > end:
        raise ValueError(match[0])
    return start, end


def _month(match: re.Match[str]) -> Period:
    return _months(int(match[2]), int(match[1]), int(match[1]))


def _quarter(match: re.Match[str]) -> Period:
    number = int(match[1]) if match[1].isdigit() else roman_value(match[1].upper()) or 0
    return _months(int(match[2]), 3 * number - 2, 3 * number)


def _part_of_year(match: re.Match[str]) -> Period:
    count, year = int(match[1]), int(match[3])
    late = (match[2] or "").strip().lower() == "cuối"
    return _months(year, 13 - count, 12) if late else _months(year, 1, count)


def _whole_year(match: re.Match[str]) -> Period:
    return _months(int(match[1]), 1, 12)


def _months(year: int, first: int, last: int) -> Period:
    """From the first day of one month to the last of another; raises ValueError for no month."""
    begin = date(year, first, 1)
    return begin, date(year, last, monthrange(year, last)[1] if 1 <= last <= 12 else 0)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Period]], ...] = (
    (_FROM_TO, _from_to),
    (_MONTH, _month),
    (_QUARTER, _quarter),
    (_MONTHS, _part_of_year),
    (_WHOLE_YEAR, _whole_year),
)
