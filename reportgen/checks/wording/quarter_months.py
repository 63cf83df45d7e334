"""VB009: a period in the text against the days or months given in brackets after it."""

import re
from collections.abc import Iterator
from datetime import date

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Part
from reportgen.checks.subject import Subject
from reportgen.checks.wording.date_ranges import date_ranges
from reportgen.checks.wording.named_periods import NamedPeriod, named_periods
from reportgen.problems import Severity

_MONTHS = re.compile(
    r"từ\s+tháng\s+(?P<first>\d{1,2})(?:/\d{4})?\s*(?:đến|-|–)\s*(?:hết\s+)?(?:tháng\s+)?"
    r"(?P<last>\d{1,2})(?:/(?P<year>\d{4}))?\s*\)",
    re.I,
)
_BRACKET = re.compile(r"\s*\(\s*(?:tính\s+)?(?=từ\b)", re.I)


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.passages:
        if passage.part is Part.TITLE:
            continue
        for period in named_periods(passage.text):
            bracket = _BRACKET.match(passage.text, period.end)
            days = _days_at(passage.text, bracket.end(), period) if bracket else None
            if days is None or days[0] > days[1] or period.covers(*days):
                continue
            close = passage.text.find(")", period.end)
            end = close + 1 if close > 0 else len(passage.text)
            inside = passage.text[period.end : end].strip(" ()")
            message = f"“{inside}” không phải là {period.text}"
            hint = "sửa thời gian hoặc tên kỳ cho khớp"
            yield RULE.at(passage, period.start, end, message, hint, why=_why(period))


def _days_at(text: str, start: int, period: NamedPeriod) -> tuple[date, date] | None:
    if match := _MONTHS.match(text, start):
        first, last = int(match["first"]), int(match["last"])
        if 1 <= first <= 12 and 1 <= last <= 12:
            year = int(match["year"] or period.year)
            return date(year, first, 1), date(year, last, 1)
        return None
    for span in date_ranges(text):
        if span.start == start:
            return span.first, span.last
    return None


def _why(period: NamedPeriod) -> str:
    if period.first == period.last:
        return f"kỳ báo cáo tháng kết thúc trong tháng {period.first}/{period.year}"
    return f"{period.text} gồm các tháng từ {period.first} đến {period.last} năm {period.year}"


RULE = Rule(
    "VB009",
    "tháng, ngày trong ngoặc không thuộc quý, kỳ đứng trước",
    Severity.WARNING,
    "quý I gồm tháng 1 đến 3, quý II tháng 4 đến 6, quý III tháng 7 đến 9, quý IV tháng 10 đến 12",
    "Kết quả quý III/2025 (từ tháng 6 đến tháng 8) đạt kế hoạch.",
    "Kết quả quý III/2025 (từ tháng 7 đến tháng 9) đạt kế hoạch.",
    _check,
)
