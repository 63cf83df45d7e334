"""VB003: days, months and quarters that no calendar has."""

import re
from calendar import monthrange
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.seeking import sought
from reportgen.checks.subject import Subject
from reportgen.checks.wording.date_mentions import DateMention, Form, date_mentions
from reportgen.checks.wording.sentences import just_before
from reportgen.problems import Severity

_WAGES = re.compile(r"(?:lương|thưởng|thu nhập)\s+(?:thứ\s+)?$", re.I)  # a 13th month's pay
_QUARTER = sought(
    r"\bquý\s+(?P<number>V|VI|VII|VIII|IX|0?[5-9])(?=\s*(?:/|năm)\s*\d{4})", "quý", flags=re.I
)
_LONG_YEAR = sought(r"\bngày\s+(\d{1,2}/\d{1,2}/(?:\d{5,}|\d{3}))(?![\d/])", "ngày")


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.passages:
        text = passage.text
        for mention in date_mentions(text):
            reason = _wrong(mention)
            if reason and not _WAGES.search(just_before(text, mention.start)):
                message = f"“{mention.text}” không có trên lịch"
                hint = "đối chiếu lại ngày, tháng với văn bản gốc"
                yield RULE.at(passage, mention.start, mention.end, message, hint, why=reason)
        for match in _QUARTER.finditer(text):
            message = f"“{match[0]}” không có: một năm chỉ có bốn quý"
            yield RULE.at(passage, *match.span(), message, "ghi quý I, II, III hoặc IV")
        for match in _LONG_YEAR.finditer(text):
            message = f"năm trong “{match[1]}” không có bốn chữ số"
            yield RULE.at(passage, *match.span(1), message, "ghi năm đủ bốn chữ số")


def _wrong(mention: DateMention) -> str:
    """Why there is no such day; "" where there is or may be."""
    month = int(mention.month)
    if not 1 <= month <= 12:
        tells_date = mention.form is not Form.DAY_MONTH and int(mention.day or 1) <= 31
        return f"một năm chỉ có 12 tháng, không có tháng {mention.month}" if tells_date else ""
    if not mention.day:
        return ""
    year = int(mention.year or 2024)  # without a year, 29/02 may be
    last = monthrange(max(year, 1), month)[1]
    if 1 <= int(mention.day) <= last:
        return ""
    of_year = f" năm {year}" if month == 2 and mention.year else ""
    return f"tháng {month}{of_year} chỉ có {last} ngày"


RULE = Rule(
    "VB003",
    "ngày, tháng không có trên lịch",
    Severity.ERROR,
    "ngày, tháng phải có trên lịch",
    "Hoàn thành báo cáo trước ngày 31/4/2026.",
    "Hoàn thành báo cáo trước ngày 30/4/2026.",
    _check,
)
