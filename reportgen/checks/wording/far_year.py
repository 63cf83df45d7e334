"""VB006: a full date whose year is far from the document's own."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.checks.wording.date_mentions import days_in
from reportgen.checks.wording.own_date import issued_between
from reportgen.checks.wording.sentences import just_before
from reportgen.problems import Severity

_AHEAD = 15  # years
_FIRST = 1900
_UNTIL = re.compile(r"\b(?:đến|hết|hạn|trước|tới)\s+(?:hết\s+)?(?:ngày\s+)?$", re.I)


def _check(subject: Subject) -> Iterator[Finding]:
    span = issued_between(subject)
    if span is None:
        return
    year = span[0].year
    for passage in subject.manuscript.passages:
        for mention, day in days_in(passage.text):
            late = day.year > year + _AHEAD and not _UNTIL.search(
                just_before(passage.text, mention.start)
            )
            if not (late or day.year < _FIRST):
                continue
            message = f"năm {day.year} trong “{mention.bare}” cách quá xa năm {year} của văn bản"
            hint = "xem lại bốn chữ số của năm, có thể đã gõ đảo"
            yield RULE.at(passage, mention.start, mention.end, message, hint)


RULE = Rule(
    "VB006",
    "năm cách quá xa năm của văn bản",
    Severity.WARNING,
    "năm cách năm của văn bản hàng chục năm thường là gõ đảo chữ số",
    "Khánh Hòa, ngày 19 tháng 9 năm 2025\nHội nghị tổ chức ngày 15/9/2052 tại Nha Trang.",
    "Khánh Hòa, ngày 19 tháng 9 năm 2025\nHội nghị tổ chức ngày 15/9/2025 tại Nha Trang.",
    _check,
)
