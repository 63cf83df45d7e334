"""VB008: a stretch of time that ends before it begins."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.seeking import sought
from reportgen.checks.subject import Subject
from reportgen.checks.wording.date_ranges import date_ranges
from reportgen.problems import Severity
from reportgen.vietnamese.dates import format_date_short

_YEARS = sought(
    r"\b(?:giai đoạn|nhiệm kỳ|thời kỳ|năm học)\s+(?P<first>(?:19|20)\d{2})\s*[-–—]\s*"
    r"(?P<last>(?:19|20)\d{2})(?!\d)",
    *("giai đoạn", "nhiệm kỳ", "thời kỳ", "năm học"),
    flags=re.I,
)
_MONTHS = sought(
    r"\btừ\s+tháng\s+(?P<m1>\d{1,2})/(?P<y1>\d{4})\s*(?:đến|-|–)\s*(?:hết\s+)?"
    r"(?:tháng\s+)?(?P<m2>\d{1,2})/(?P<y2>\d{4})",
    "từ",
    flags=re.I,
)


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.passages:
        yield from _days(passage)
        for match in _YEARS.finditer(passage.text):
            if int(match["first"]) > int(match["last"]):
                yield _at(passage, match, match["first"], match["last"])
        for match in _MONTHS.finditer(passage.text):
            first, last = (int(match["y1"]), int(match["m1"])), (int(match["y2"]), int(match["m2"]))
            if first > last:
                names = [f"tháng {month}/{year}" for year, month in (first, last)]
                yield _at(passage, match, *names)


def _days(passage: Passage) -> Iterator[Finding]:
    for span in date_ranges(passage.text):
        if span.last < span.first:
            first, last = format_date_short(span.first), format_date_short(span.last)
            yield RULE.at(passage, span.start, span.end, *_words(span.text, first, last))


def _at(passage: Passage, match: re.Match[str], first: str, last: str) -> Finding:
    return RULE.at(passage, *match.span(), *_words(match[0], first, last))


def _words(text: str, first: str, last: str) -> tuple[str, str]:
    return f"“{text}” kết thúc trước khi bắt đầu: {last} trước {first}", "đối chiếu lại hai mốc"


RULE = Rule(
    "VB008",
    "khoảng thời gian kết thúc trước khi bắt đầu",
    Severity.ERROR,
    "mốc sau của một khoảng thời gian không thể trước mốc đầu",
    "(Từ ngày 16/9/2025 đến ngày 15/8/2025)",
    "(Từ ngày 16/8/2025 đến ngày 15/9/2025)",
    _check,
)
