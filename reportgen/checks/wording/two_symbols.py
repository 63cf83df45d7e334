"""VB018: one document, cited with its symbol written in two ways."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.checks.wording.citations import Citation, citations_of
from reportgen.checks.wording.sentences import where
from reportgen.problems import Severity

_DIGITS = 3  # shorter numbers are borne by many documents of one day
_ALIKE = 0.6


def _check(subject: Subject) -> Iterator[Finding]:
    numbered: dict[tuple[str, object], list[Citation]] = {}
    for citation in citations_of(subject.manuscript):
        number = re.match(r"\d+", citation.reference)
        if number is None or len(number[0]) < _DIGITS or citation.dated is None:
            continue
        same = numbered.setdefault((number[0], citation.dated), [])
        if not same or _alike(same[0], citation):
            same.append(citation)
    for (digits, _), same in numbered.items():
        forms = {citation.key: citation for citation in reversed(same)}
        if len(forms) > 1:
            yield _told(digits, [*dict.fromkeys(forms[citation.key] for citation in same)])


def _told(digits: str, forms: Sequence[Citation]) -> Finding:
    """One finding, at the second of the forms."""
    listed = ", ".join(
        f"“{one.symbol}”" + (f" ({place})" if (place := where(one.passage)) else "")
        for one in forms
    )
    message = f"văn bản số {digits} được ghi với {len(forms)} ký hiệu: {listed}"
    hint = "đối chiếu với văn bản gốc rồi ghi một ký hiệu"
    odd = forms[1]
    return RULE.at(odd.passage, odd.reference_start, odd.end, message, hint)


def _alike(one: Citation, other: Citation) -> bool:
    if one.kind != other.kind:
        return False
    return SequenceMatcher(None, one.symbol.upper(), other.symbol.upper()).ratio() >= _ALIKE


RULE = Rule(
    "VB018",
    "một văn bản được ghi với hai ký hiệu",
    Severity.WARNING,
    "mỗi văn bản chỉ có một số, ký hiệu",
    "Công văn số 6792/VPCP-KSTT ngày 22/7/2025 của Văn phòng Chính phủ.\n"
    "Thực hiện Công văn số 6792/VPCP-KSTTHC ngày 22/7/2025 của Văn phòng Chính phủ.",
    "Công văn số 6792/VPCP-KSTT ngày 22/7/2025 của Văn phòng Chính phủ.\n"
    "Thực hiện Công văn số 6792/VPCP-KSTT ngày 22/7/2025 của Văn phòng Chính phủ.",
    _check,
)
