"""Dates by the decree: a zero stands before days below 10 and before months 1 and 2 only
(Phụ lục I, II.4.b)."""

import re
from datetime import date

from reportgen.vietnamese.lettering import roman

_DAY_FIRST = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_LONG = re.compile(r"ngày\s+([0-9]{1,2})\s+tháng\s+([0-9]{1,2})\s+năm\s+([0-9]{4})", re.IGNORECASE)
_MONTH = re.compile(r"(?:tháng\s+)?([0-9]{1,2})[/.-]([0-9]{4})", re.IGNORECASE)
_MONTH_LONG = re.compile(r"tháng\s+([0-9]{1,2})\s+năm\s+([0-9]{4})", re.IGNORECASE)


class NotADate(ValueError):  # noqa: N818 - the name says what the text is
    """The text has no form that a date (or a month) is written in."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(f"“{text}” không phải là ngày tháng")


class ImpossibleDate(ValueError):  # noqa: N818 - the name says what the text is
    """The text is written as a date (or a month) that no calendar has, such as 31/02/2025."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(f"“{text}” không có trên lịch")


def format_date_long(day: date) -> str:
    """`ngày 05 tháng 01 năm 2026`, `ngày 29 tháng 6 năm 2019`."""
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year}"


def format_date_short(day: date) -> str:
    """`05/01/2026`, `04/9/2025`."""
    return f"{day.day:02d}/{_month(day)}/{day.year}"


def format_month(day: date) -> str:
    """The month that the day lies in: `tháng 9/2025`, `tháng 01/2026`."""
    return f"tháng {_month(day)}/{day.year}"


def format_quarter(day: date) -> str:
    """The quarter that the day lies in: `Quý IV năm 2025`."""
    return f"Quý {roman((day.month + 2) // 3)} năm {day.year}"


def _month(day: date) -> str:
    return f"{day.month:02d}" if day.month < 3 else str(day.month)


def parse_date(text: str) -> date:
    """The day that a text names: `19/9/2025`, `19-9-2025`, `19.9.2025`, `2025-09-19`, or in full.

    The year has four digits. Raises NotADate, or ImpossibleDate where the form is right.
    """
    stripped = text.strip()
    if match := _DAY_FIRST.fullmatch(stripped):
        day, month, year = match[1], match[3], match[4]
    elif match := _YEAR_FIRST.fullmatch(stripped):
        year, month, day = match.groups()
    elif match := _LONG.fullmatch(stripped):
        day, month, year = match.groups()
    else:
        raise NotADate(stripped)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise ImpossibleDate(stripped) from None


def parse_month(text: str) -> tuple[int, int]:
    """Year and month of `9/2025`, `tháng 9/2025` or `tháng 9 năm 2025`.

    Raises NotADate, or ImpossibleDate where the form is right.
    """
    stripped = text.strip()
    match = _MONTH.fullmatch(stripped) or _MONTH_LONG.fullmatch(stripped)
    if match is None:
        raise NotADate(stripped)
    month, year = int(match[1]), int(match[2])
    if not (1 <= month <= 12 and year >= 1):
        raise ImpossibleDate(stripped)
    return year, month
