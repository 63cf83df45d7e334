"""VB018: one document, cited with its symbol written in two ways."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.checks.wording.citations import Citation, citations_of
from reportgen.checks.wording.sentences import where
from reportgen.problems import Severity

_DIGITS = 3  # shorter numbers are borne by many documents of one day
_ALIKE = 0.6


def _check(subject: Subject) -> Iterator[Finding]:
    first: dict[tuple[str, object], Citation] = {}
    told: set[str] = set()
    for citation in citations_of(subject.manuscript):
        number = re.match(r"\d+", citation.reference)
        if number is None or len(number[0]) < _DIGITS or citation.dated is None:
            continue
        earlier = first.setdefault((number[0], citation.dated), citation)
        if earlier.key == citation.key or citation.key in told or not _alike(earlier, citation):
            continue
        told.add(citation.key)
        place = where(earlier.passage)
        message = (
            f"văn bản số {number[0]} ở đây có ký hiệu “{citation.symbol}”, "
            f"còn {place or 'ở chỗ trước'} là “{earlier.symbol}”"
        )
        hint = "đối chiếu với văn bản gốc rồi ghi một ký hiệu"
        yield RULE.at(citation.passage, citation.reference_start, citation.end, message, hint)


def _alike(one: Citation, other: Citation) -> bool:
    if one.kind != other.kind:
        return False
    return SequenceMatcher(None, one.symbol.upper(), other.symbol.upper()).ratio() >= _ALIKE


RULE = Rule(
    "VB018",
    "Một văn bản được ghi với hai ký hiệu",
    Severity.WARNING,
    "mỗi văn bản chỉ có một số, ký hiệu",
    "Công văn số 6792/VPCP-KSTT ngày 22/7/2025 của Văn phòng Chính phủ.\n"
    "Thực hiện Công văn số 6792/VPCP-KSTTHC ngày 22/7/2025 của Văn phòng Chính phủ.",
    "Công văn số 6792/VPCP-KSTT ngày 22/7/2025 của Văn phòng Chính phủ.\n"
    "Thực hiện Công văn số 6792/VPCP-KSTT ngày 22/7/2025 của Văn phòng Chính phủ.",
    _check,
)
