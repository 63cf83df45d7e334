"""VB005: what is told as done, or cited, bears no date after the document's own."""

import re
from collections.abc import Iterator
from datetime import date

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.citations import citations_in
from reportgen.checks.wording.date_mentions import days_in
from reportgen.checks.wording.gathering import Slip, told
from reportgen.checks.wording.own_date import issued_between
from reportgen.checks.wording.sentences import just_before, sentence_around
from reportgen.problems import Severity
from reportgen.vietnamese.dates import format_date_short

_DONE = re.compile(r"\bđã\b", re.I)
_AHEAD = re.compile(
    r"\b(?:sẽ|dự kiến|kế hoạch|trước|chậm nhất|thời hạn|hạn|hiệu lực|kể từ|áp dụng|hoàn thành|"
    r"phấn đấu|lộ trình|tiến độ|đến hết|hết ngày|sau ngày|từ ngày|từ|gia hạn|đề nghị|yêu cầu|"
    r"mục tiêu|tiếp tục|phải|được phép|hợp đồng|hết hiệu lực)\b",
    re.I,
)
_UNTIL_NOW = re.compile(r"\btính\s+đến\s+(?:hết\s+)?(?:ngày\s+)?$", re.I)
_UNTIL = re.compile(r"\bđến\s+(?:hết\s+)?(?:ngày\s+)?$", re.I)


def _check(subject: Subject) -> Iterator[Finding]:
    span = issued_between(subject)
    if span is None:
        return
    last = span[1]
    slips = [
        slip
        for passage in subject.manuscript.running_text()
        for slip in (*_cited(passage, last), *_done(passage, last))
    ]
    yield from told(RULE, slips)


def _cited(passage: Passage, last: date) -> Iterator[Slip]:
    for citation in citations_in(passage):
        day = citation.dated
        if day is None or citation.day is None or day <= last:
            continue
        message = (
            f"{citation.reference} đề ngày {citation.day.bare}, sau ngày của chính văn bản này"
        )
        hint = "đối chiếu lại ngày của văn bản được viện dẫn"
        start, end = citation.day.start, citation.day.end
        why = _why(day, last)
        yield Slip(passage, start, end, message, hint, "", why, Severity.ERROR)


def _done(passage: Passage, last: date) -> Iterator[Slip]:
    text = passage.text
    cited = {citation.day for citation in citations_in(passage)}
    for mention, day in days_in(text):
        if day <= last or mention in cited:
            continue
        start, end = sentence_around(text, mention.start)
        sentence, before = text[start:end], just_before(text, mention.start)
        if not _DONE.search(sentence):
            continue
        until_now = _UNTIL_NOW.search(before)
        if not until_now and (_UNTIL.search(before) or _AHEAD.search(sentence)):
            continue
        message = f"việc đã làm ghi ngày {mention.bare}, sau ngày của chính văn bản này"
        hint = "đối chiếu lại ngày; nếu là dự kiến thì viết rõ là dự kiến"
        yield Slip(passage, mention.start, mention.end, message, hint, "", _why(day, last))


def _why(day: date, last: date) -> str:
    return f"{format_date_short(day)} sau {format_date_short(last)}"


RULE = Rule(
    "VB005",
    "việc đã làm, văn bản viện dẫn đề ngày sau ngày của văn bản",
    Severity.WARNING,
    "văn bản không thể viện dẫn văn bản ban hành sau nó hay kể việc chưa tới ngày như đã xong",
    "Khánh Hòa, ngày 19 tháng 9 năm 2025\n"
    "Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số 3992/KH-UBND ngày 27/9/2025.",
    "Khánh Hòa, ngày 19 tháng 9 năm 2025\n"
    "Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số 3992/KH-UBND ngày 17/9/2025.",
    _check,
)
