"""VB012: one document, cited with two dates."""

from collections.abc import Iterator, Sequence

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Part, Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.citations import Citation, citations_in, citations_of
from reportgen.checks.wording.own_date import issued_between
from reportgen.checks.wording.same_document import by_document, may_be_of_two_offices
from reportgen.checks.wording.sentences import just_before, where
from reportgen.problems import Severity
from reportgen.vietnamese.dates import format_date_short


def _check(subject: Subject) -> Iterator[Finding]:
    for same in by_document(citations_of(subject.manuscript)).values():
        yield from _conflicts(same)
    yield from _of_itself(subject)


def _conflicts(same: Sequence[Citation]) -> Iterator[Finding]:
    """One finding for each date that is not the one told first."""
    dated = [citation for citation in same if citation.dated]
    told = {citation.dated for citation in dated[:1]}
    for citation in dated:
        first, day = dated[0], citation.dated
        if day in told or day is None or first.dated is None or citation.day is None:
            continue
        if first.year is None and day.year != first.dated.year:
            continue  # numbers begin anew every year
        if may_be_of_two_offices(first, citation):
            continue
        told.add(day)
        place = where(first.passage)
        message = (
            f"{citation.reference} ở đây đề ngày {citation.day.bare}, "
            f"còn {place or 'ở chỗ trước'} đề ngày {format_date_short(first.dated)}"
        )
        start, end = citation.start, citation.day.end
        yield RULE.at(citation.passage, start, end, message, _HINT)


def _of_itself(subject: Subject) -> Iterator[Finding]:
    """The line `(Kèm theo Báo cáo số … ngày …)` of an appendix against the letterhead."""
    facts, span = subject.facts, issued_between(subject)
    if not (facts.number and facts.symbol and span):
        return
    own = {f"{facts.number}{sign}{facts.symbol}".upper() for sign in "/-"}
    for passage in subject.manuscript.passages:
        if passage.part is Part.LETTERHEAD:
            continue
        for citation in citations_in(passage):
            day = citation.dated
            if citation.key in own and day and citation.day and day.year == span[0].year:
                if span[0] <= day <= span[1] or not _is_attachment(passage, citation):
                    continue
                message = (
                    f"{citation.reference} ở đây đề ngày {citation.day.bare}, "
                    f"còn văn bản này ban hành ngày {format_date_short(span[0])}"
                )
                yield RULE.at(passage, citation.day.start, citation.day.end, message, _HINT)


def _is_attachment(passage: Passage, citation: Citation) -> bool:
    return "kèm theo" in just_before(passage.text, citation.start).lower()


_HINT = "đối chiếu với văn bản gốc rồi ghi một ngày"

RULE = Rule(
    "VB012",
    "một văn bản được viện dẫn với hai ngày khác nhau",
    Severity.WARNING,
    "mỗi văn bản chỉ có một ngày ban hành",
    "Thực hiện Nghị quyết số 214/NQ-CP ngày 23/7/2025 của Chính phủ về Chiến lược dữ liệu.\n"
    "Các sở rà soát theo Nghị quyết số 214/NQ-CP ngày 25/7/2025 của Chính phủ.",
    "Thực hiện Nghị quyết số 214/NQ-CP ngày 23/7/2025 của Chính phủ về Chiến lược dữ liệu.\n"
    "Các sở rà soát theo Nghị quyết số 214/NQ-CP ngày 23/7/2025 của Chính phủ.",
    _check,
)
