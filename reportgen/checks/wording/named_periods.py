"""Periods by their names: months, quarters, halves of a year and years."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportgen.checks.wording.sentences import just_before
from reportgen.vietnamese.lettering import roman_value

_NAMES = re.compile(
    r"\b(?:(?P<months>3|6|9|0[369])\s+tháng(?P<part>\s+(?:đầu|cuối))?(?:\s+năm\s+|/)(?P<year1>\d{4})"
    r"|tháng\s+(?P<month>\d{1,2})(?:/|\s+năm\s+)(?P<year2>\d{4})"
    r"|quý\s+(?P<quarter>IV|I{1,3}|0?[1-4])(?:/|\s+năm\s+)(?P<year3>\d{4})"
    r"|(?<!tháng )năm\s+(?P<year4>\d{4}))(?!\d)",
    re.I,
)
_DATE_BEFORE = re.compile(
    r"(?:ngày\s+\d{0,2}|tháng\s+\d{1,2}|đến|tầm nhìn|giai đoạn)[\s.…]*$", re.I
)


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """`text[start:end]` names the months `first` to `last` of a year; all of 1 to 12: the year."""

    start: int
    end: int
    text: str
    year: int
    first: int
    last: int

    def fits(self, begin: date, end: date) -> bool:
        """Whether days from `begin` to `end` may be called so: they begin or end within it.

        A month may be reported on from the middle of the one before.
        """
        return self._holds(begin) or self._holds(end)

    def _holds(self, day: date) -> bool:
        return day.year == self.year and self.first <= day.month <= self.last

    def covers(self, begin: date, end: date) -> bool:
        """Whether it holds both days, or the latter while the former lies amid the month before."""
        if not self._holds(end):
            return False
        months = (begin.year - self.year) * 12 + begin.month
        earliest = self.first if begin.day == 1 else self.first - 1
        return earliest <= months <= self.last


def named_periods(text: str) -> Iterator[NamedPeriod]:
    """The periods that the text names with a year; the year of a date is none."""
    for match in _NAMES.finditer(text):
        if match["month"]:
            first = last = int(match["month"])
        elif match["quarter"]:
            number = _number(match["quarter"])
            first, last = 3 * number - 2, 3 * number
        elif match["months"]:
            count = int(match["months"])
            late = "cuối" in (match["part"] or "").lower()
            first, last = (13 - count, 12) if late else (1, count)
        else:
            first, last = 1, 12
        year = next(match[f"year{n}"] for n in (1, 2, 3, 4) if match[f"year{n}"])
        if 1 <= first <= last <= 12 and not _DATE_BEFORE.search(just_before(text, match.start())):
            yield NamedPeriod(*match.span(), match[0], int(year), first, last)


def _number(written: str) -> int:
    return int(written) if written.isdigit() else roman_value(written.upper()) or 1
