"""VB007: the period that a report says it covers, against its title and its own date."""

import re
from collections.abc import Iterator
from datetime import date

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Part, Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.date_ranges import DateRange, date_ranges
from reportgen.checks.wording.named_periods import NamedPeriod, named_periods
from reportgen.checks.wording.own_date import issued_between
from reportgen.problems import Severity
from reportgen.vietnamese.dates import format_date_short

_LINE = re.compile(
    r"^\W*(?:số liệu\s+|tính\s+|kỳ báo cáo:?\s+)?từ\s+(?:ngày\s+)?\d[^()]*\W*$", re.I
)


def _check(subject: Subject) -> Iterator[Finding]:
    passages = subject.manuscript.passages
    issued = issued_between(subject)
    for number, passage in enumerate(passages):
        is_title = passage.part is Part.TITLE
        if not (is_title or _LINE.match(passage.text)):
            continue
        for span in date_ranges(passage.text):
            if span.last < span.first:
                continue
            title = passages[number - 1] if number and not is_title else None
            yield from _of_title(passage, span, _titles(subject, passage, title))
            if issued and span.last > issued[1] and _is_report(subject):
                yield _unfinished(passage, span, issued[1])


def _titles(subject: Subject, passage: Passage, before: Passage | None) -> list[NamedPeriod]:
    """The periods named by the title that the line of days belongs to."""
    if before is not None:
        return list(named_periods(before.text))
    named = [one for one in subject.manuscript.passages if one.part is Part.TITLE]
    return [period for one in (*named, passage) for period in named_periods(one.text)]


def _of_title(passage: Passage, span: DateRange, named: list[NamedPeriod]) -> Iterator[Finding]:
    if not named or any(period.fits(span.first, span.last) for period in named):
        return
    first, last = format_date_short(span.first), format_date_short(span.last)
    titles = ", ".join(f"“{period.text}”" for period in named)
    message = f"thời gian từ {first} đến {last} không phải của {titles} trong tên văn bản"
    yield RULE.at(passage, span.start, span.end, message, "sửa thời gian hoặc tên kỳ cho khớp")


def _unfinished(passage: Passage, span: DateRange, issued: date) -> Finding:
    message = (
        f"kỳ báo cáo đến {format_date_short(span.last)}, "
        f"sau ngày của văn bản ({format_date_short(issued)})"
    )
    hint = "đối chiếu ngày cuối kỳ với ngày ban hành"
    why = "báo cáo được ban hành khi kỳ báo cáo đã kết thúc"
    return RULE.at(passage, span.start, span.end, message, hint, why=why)


def _is_report(subject: Subject) -> bool:
    kind = subject.facts.kind
    return kind is None or kind.key == "bao_cao"


RULE = Rule(
    "VB007",
    "thời gian của kỳ báo cáo không khớp với tên kỳ",
    Severity.WARNING,
    "tháng, quý, năm trong tên văn bản phải là kỳ mà số liệu được lấy",
    "Kết quả thực hiện Đề án 06 tháng 9/2025\n(Từ ngày 16/7/2025 đến ngày 15/8/2025)",
    "Kết quả thực hiện Đề án 06 tháng 9/2025\n(Từ ngày 16/8/2025 đến ngày 15/9/2025)",
    _check,
)
