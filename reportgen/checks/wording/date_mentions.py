"""Dates as a text mentions them, in every form that offices write."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportgen.checks.remembering import remembered


class Form(StrEnum):
    """How a date is written."""

    LONG = "ngày 05 tháng 9 năm 2025"
    SHORT = "05/9/2025"
    DAY_MONTH = "ngày 05/9"
    MONTH_LONG = "tháng 9 năm 2025"
    MONTH_SHORT = "tháng 9/2025"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text, `text[start:end]`; `day`, `month` and `year` are the digits as typed.

    `day` is "" for a month alone, `year` "" where none is written. `start` is where the digits
    (or, of the long forms, the words) begin.
    """

    start: int
    end: int
    text: str
    form: Form
    day: str
    month: str
    year: str
    mark: str = ""  # between the digits: / - .

    @property
    def bare(self) -> str:
        """The mention as it stands after a word `ngày`: without one of its own."""
        return re.sub(r"^ngày\s+", "", self.text, flags=re.I)

    @property
    def value(self) -> date | None:
        """The day that it names; None for a month, a date without year and an impossible one."""
        if not (self.day and self.year):
            return None
        try:
            return date(int(self.year), int(self.month), int(self.day))
        except ValueError:
            return None


_FORMS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (
        Form.LONG,
        re.compile(
            r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})"
            r"(?:\s*,?\s*năm\s+(?P<year>\d{4})(?!\d))?(?![\d/])",
            re.I,
        ),
    ),
    (
        Form.SHORT,
        re.compile(
            r"(?<![\d/.,-])(?P<day>\d{1,2})(?P<mark>\s?[/.-]\s?)(?P<month>\d{1,2})(?P=mark)"
            r"(?P<year>\d{4})(?!\d|/\w|[.,]\d)"
        ),
    ),
    (
        Form.DAY_MONTH,
        re.compile(r"(?<=ngày\s)(?P<day>\d{1,2})(?P<mark>[/-])(?P<month>\d{1,2})(?![\w/]|[.,-]\d)"),
    ),
    (
        Form.MONTH_LONG,
        re.compile(r"tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})(?!\d)", re.I),
    ),
    (
        Form.MONTH_SHORT,
        re.compile(r"tháng\s+(?P<month>\d{1,2})/(?P<year>\d{4})(?![\d/])", re.I),
    ),
)


@remembered
def date_mentions(text: str) -> tuple[DateMention, ...]:
    """Every date in the text, from left to right; possible or not."""
    found: list[DateMention] = []
    for form, pattern in _FORMS:
        for match in pattern.finditer(text):
            mention = _mention(match, form)
            if not any(mention.start < one.end and one.start < mention.end for one in found):
                found.append(mention)
    return tuple(sorted(found, key=lambda one: one.start))


def days_in(text: str) -> Iterator[tuple[DateMention, date]]:
    """The mentions that name one day of one year, each with that day."""
    for mention in date_mentions(text):
        if day := mention.value:
            yield mention, day


def _mention(match: re.Match[str], form: Form) -> DateMention:
    groups = match.groupdict()
    return DateMention(
        match.start(),
        match.end(),
        match[0],
        form,
        groups.get("day") or "",
        groups["month"],
        groups.get("year") or "",
        (groups.get("mark") or "").strip(),
    )
