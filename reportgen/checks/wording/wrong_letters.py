"""VB011: the letters in a number must be those of the kind named before it."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.checks.wording.citations import Citation, citations_of
from reportgen.checks.wording.kind_letters import LETTERS, fits, owner_of
from reportgen.problems import Severity
from reportgen.vietnamese.text import fold_tone_placement

_BEFORE = 45  # characters in which another kind may be named: Thông báo kết luận số …/TB-…


def _check(subject: Subject) -> Iterator[Finding]:
    for citation in citations_of(subject.manuscript):
        letters = citation.type_letters
        owner = owner_of(letters)
        if not (citation.kind and owner) or fits(citation.kind, letters):
            continue
        if _named_before(citation, letters):
            continue
        right = LETTERS[citation.kind][0]
        message = f"“{citation.text}”: “{letters}” là chữ viết tắt của {owner}"
        hint = f"đối chiếu văn bản gốc: {citation.kind} có ký hiệu “{right}-…”"
        yield RULE.at(citation.passage, citation.start, citation.end, message, hint)


def _named_before(citation: Citation, letters: str) -> bool:
    """Whether a kind that the letters do fit stands a few words before."""
    before = citation.passage.text[max(0, citation.start - _BEFORE) : citation.start].lower()
    folded = fold_tone_placement(before)
    return any(
        fits(kind, letters) for kind in LETTERS if re.search(rf"\b{re.escape(kind)}\b", folded)
    )


RULE = Rule(
    "VB011",
    "chữ viết tắt trong ký hiệu không phải của tên loại đứng trước",
    Severity.WARNING,
    "ký hiệu gồm chữ viết tắt tên loại và tên cơ quan (Phụ lục I, II.3.b; Phụ lục III, Mục I)",
    "Thực hiện Kế hoạch số 12/QĐ-UBND ngày 15/01/2025 của Ủy ban nhân dân tỉnh.",
    "Thực hiện Kế hoạch số 12/KH-UBND ngày 15/01/2025 của Ủy ban nhân dân tỉnh.",
    _check,
)
