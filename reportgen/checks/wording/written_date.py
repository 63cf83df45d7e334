"""VB001: the date in full, with 0 before days below 10 and before months 1 and 2 only."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.date_mentions import DateMention, Form, date_mentions
from reportgen.checks.wording.gathering import Slip, told
from reportgen.problems import Severity

_WHY = (
    "ngày dưới 10 và tháng 1, 2 phải ghi thêm số 0 phía trước, các tháng khác thì không "
    "(Phụ lục I, II.4.b Nghị định 30/2020/NĐ-CP)"
)
_PLACE_AND_DATE = re.compile(
    r"^[^\W\d_][^,:;.\d]{1,40},\s*ngày\s*(?P<day>\d{0,2})[\s.…_]*tháng\s*(?P<month>\d{1,2})"
    r"\s*năm\s*\d{4}\s*$",
    re.I,
)
_IN_FIGURES = re.compile(
    r"^[^\W\d_][^,:;.\d]{1,40},\s*(?P<date>(?:ngày\s+)?\d{1,2}/\d{1,2}/\d{4})$"
)


def _check(subject: Subject) -> Iterator[Finding]:
    weight = Severity.WARNING if subject.facts.party else Severity.ERROR
    inside: list[Slip] = []
    for passage in subject.manuscript.passages:
        if line := _PLACE_AND_DATE.match(passage.text):
            yield from _of_line(passage, line, weight)
        elif passage.component == "letterhead.place_and_date":
            if figures := _IN_FIGURES.match(passage.text):
                message = f"ngày ban hành “{figures['date']}” chưa viết đầy đủ"
                hint = "viết theo dạng “ngày 05 tháng 9 năm 2025”"
                start, end = figures.span("date")
                why = "thời gian ban hành phải được viết đầy đủ (Phụ lục I, II.4.b)"
                yield RULE.at(passage, start, end, message, hint, why=why, severity=weight)
        else:
            inside += _of_text(passage)
    yield from told(RULE, inside)


def _of_line(passage: Passage, line: re.Match[str], weight: Severity) -> Iterator[Finding]:
    for name, width, read in (("day", "day", _day), ("month", "month", _month)):
        written = line[name]
        if written and (right := read(written)) != written:
            start, end = line.span(width)
            word = "ngày" if name == "day" else "tháng"
            message = f"ngày ban hành ghi “{word} {written}”"
            yield RULE.at(passage, start, end, message, f"viết “{word} {right}”", severity=weight)


def _of_text(passage: Passage) -> Iterator[Slip]:
    for mention in date_mentions(passage.text):
        if mention.form is Form.LONG and (right := _right(mention)) != mention.text:
            message = f"“{mention.text}” thừa hoặc thiếu số 0"
            yield Slip(passage, mention.start, mention.end, message, f"viết “{right}”")


def _right(mention: DateMention) -> str:
    """The mention with the zeros that the decree wants, its spaces as typed."""
    text = re.sub(
        r"(?i)(ngày\s+)\d{1,2}", lambda match: match[1] + _day(mention.day), mention.text, count=1
    )
    return re.sub(
        r"(?i)(tháng\s+)\d{1,2}", lambda match: match[1] + _month(mention.month), text, count=1
    )


def _day(written: str) -> str:
    return f"{int(written):02d}"


def _month(written: str) -> str:
    return f"{int(written):02d}" if int(written) < 3 else str(int(written))


RULE = Rule(
    "VB001",
    "số 0 trước ngày, tháng viết đầy đủ",
    Severity.WARNING,
    _WHY,
    "Khánh Hòa, ngày 5 tháng 09 năm 2025",
    "Khánh Hòa, ngày 05 tháng 9 năm 2025",
    _check,
)
