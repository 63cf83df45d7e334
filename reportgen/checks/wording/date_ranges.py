"""Stretches of time: from one day to another, within brackets after a quarter or on their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from reportgen.checks.wording.date_mentions import Form, date_mentions
from reportgen.checks.wording.sentences import just_before

_LEAD = re.compile(r"\btừ\s+(?:ngày\s+)?$", re.I)
_LINK = re.compile(r"\s*,?\s*(?:đến|tới|[-–—])\s*(?:hết\s+)?(?:ngày\s+)?", re.I)


@dataclass(frozen=True, slots=True)
class DateRange:
    """`text[start:end]` names the days from `first` to `last`, in whichever order."""

    start: int
    end: int
    text: str
    first: date
    last: date


def date_ranges(text: str) -> Iterator[DateRange]:
    """`từ ngày 16/8/2025 đến ngày 15/9/2025`, `01/9/2025 - 31/10/2025`; both with their years."""
    mentions = [one for one in date_mentions(text) if one.form in (Form.LONG, Form.SHORT)]
    for first, last in pairwise(mentions):
        link = _LINK.fullmatch(text[first.end : last.start])
        if link and first.value and last.value:
            lead = _LEAD.search(just_before(text, first.start))
            if lead is None and link[0].strip().startswith(("đ", "t", "Đ", "T")):
                continue
            start = first.start - len(lead[0]) if lead else first.start
            yield DateRange(start, last.end, text[start : last.end], first.value, last.value)
