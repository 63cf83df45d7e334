"""VB013: one number with two different subjects."""

import re
from collections.abc import Iterator, Sequence

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.checks.wording.citations import Citation, citations_of
from reportgen.checks.wording.same_document import by_document, may_be_of_two_offices
from reportgen.checks.wording.sentences import where
from reportgen.problems import Severity
from reportgen.vietnamese.text import fold_tone_placement

_LEAST_SHARED = 0.25  # of the words of the shorter subject
_READ = 14  # words of a subject that are compared
_LEAST = 4  # words without which a subject tells nothing


def _check(subject: Subject) -> Iterator[Finding]:
    for same in by_document(citations_of(subject.manuscript)).values():
        yield from _conflicts([citation for citation in same if citation.subject])


def _conflicts(same: Sequence[Citation]) -> Iterator[Finding]:
    for citation in same[1:]:
        first = same[0]
        if _agree(first, citation) or may_be_of_two_offices(first, citation):
            continue
        place = where(first.passage)
        message = (
            f"{citation.reference} ở đây nói về “{_short(citation.subject)}”, "
            f"còn {place or 'ở chỗ trước'} nói về “{_short(first.subject)}”"
        )
        hint = "đối chiếu số, ký hiệu và trích yếu với văn bản gốc"
        yield RULE.at(citation.passage, citation.start, citation.end, message, hint)
        return


def _agree(one: Citation, other: Citation) -> bool:
    if one.dated and other.dated and one.dated != other.dated:
        return True  # two documents, or two dates of one: another rule's matter
    mine, others = _words(one.subject), _words(other.subject)
    shorter = min(len(mine), len(others))
    return shorter < _LEAST or len(mine & others) > _LEAST_SHARED * shorter


def _words(subject: str) -> set[str]:
    words = re.findall(r"[^\W\d_]+", fold_tone_placement(subject).lower())
    return set(words[:_READ])


def _short(subject: str) -> str:
    words = subject.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")


RULE = Rule(
    "VB013",
    "một số, ký hiệu được viện dẫn với hai trích yếu khác nhau",
    Severity.WARNING,
    "mỗi văn bản chỉ có một trích yếu; khác hẳn nhau là nhầm số",
    "Kế hoạch số 2943/KH-UBND ngày 29/8/2025 về nâng cao Chỉ số cải cách hành chính.\n"
    "Kế hoạch số 2943/KH-UBND ngày 29/8/2025 về làm giàu, làm sạch dữ liệu đất đai.",
    "Kế hoạch số 2943/KH-UBND ngày 29/8/2025 về nâng cao Chỉ số cải cách hành chính.\n"
    "Kế hoạch số 3992/KH-UBND ngày 29/8/2025 về làm giàu, làm sạch dữ liệu đất đai.",
    _check,
)
