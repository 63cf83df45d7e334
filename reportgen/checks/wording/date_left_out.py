"""VB019: a citation that says `ngày` and then no date."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.checks.wording.citations import Citation, citations_of
from reportgen.problems import Severity

_WORD_ALONE = re.compile(r"\s*,?\s*ngày(?=\s?(?:[);,.]|$))")


def date_left_out(citation: Citation) -> re.Match[str] | None:
    """The word `ngày` after a number where the sentence goes on, or ends, without a date."""
    return _WORD_ALONE.match(citation.passage.text, citation.end)


def _check(subject: Subject) -> Iterator[Finding]:
    for citation in citations_of(subject.manuscript):
        if word := date_left_out(citation):
            message = f"“{citation.text} ngày” thiếu ngày tháng năm ban hành"
            hint = "ghi ngày ban hành sau chữ “ngày”"
            start = citation.reference_start
            yield RULE.at(citation.passage, start, word.end(), message, hint)


RULE = Rule(
    "VB019",
    "viện dẫn có chữ “ngày” mà không có ngày",
    Severity.ERROR,
    "lần đầu viện dẫn phải ghi đủ thời gian ban hành (Phụ lục I, II.6.b Nghị định 30/2020/NĐ-CP)",
    "Thực hiện theo tiến độ tại Quyết định số 390/QĐ-UBND ngày.",
    "Thực hiện theo tiến độ tại Quyết định số 390/QĐ-UBND ngày 25/7/2025.",
    _check,
)
