"""When the document at hand was issued, as far as its place-and-date line tells."""

import re
from calendar import monthrange
from datetime import date

from reportgen.checks.subject import Subject

_OPENING = 15  # passages; further down, such a line is a specimen's
_LINE = re.compile(
    r"^[^\W\d_][^,:;.\d]{1,40},\s*ngày\s*(?P<day>\d{0,2})[\s.…_]*tháng\s*(?P<month>\d{1,2})"
    r"\s*năm\s*(?P<year>\d{4})\s*$",
    re.I,
)


def issued_between(subject: Subject) -> tuple[date, date] | None:
    """The first and the last day that the document may be dated; None where nothing tells.

    A date that is typed in full is both; of `ngày … tháng 8 năm 2025` it is the whole month.
    """
    if subject.facts.issued:
        return subject.facts.issued, subject.facts.issued
    for passage in subject.manuscript.passages[:_OPENING]:
        if match := _LINE.match(passage.text):
            return _days_of(match)
    return None


def _days_of(match: re.Match[str]) -> tuple[date, date] | None:
    year, month = int(match["year"]), int(match["month"])
    try:
        if match["day"]:
            day = date(year, month, int(match["day"]))
            return day, day
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    except ValueError:
        return None
