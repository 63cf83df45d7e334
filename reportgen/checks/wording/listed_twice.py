"""VB014: one document listed twice in a list of documents."""

import re
from collections.abc import Iterator, Sequence

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Manuscript, Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.citations import Citation, citations_in
from reportgen.checks.wording.same_document import may_be_of_two_offices
from reportgen.checks.wording.sentences import just_before
from reportgen.problems import Severity

_ITEM_BEGINS = re.compile(
    r"(?:^|[;:(\n]|⁾|\d\)|,)\s*(?:[-+–•*]\s*)?(?:\(\d+\)|⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁾)?\s*(?:[Cc]ăn cứ|và)?\s*$"
)


def _check(subject: Subject) -> Iterator[Finding]:
    for items in _lists(subject.manuscript):
        first: dict[str, Citation] = {}
        for item in items:
            earlier = first.setdefault(item.key, item)
            if earlier is item or _differ(earlier, item):
                continue
            message = f"{item.text} đã có trong danh sách này"
            hint = "bỏ một lần, hoặc sửa số nếu là văn bản khác"
            yield RULE.at(item.passage, item.start, item.end, message, hint)


def _lists(manuscript: Manuscript) -> Iterator[Sequence[Citation]]:
    """Runs of citations that each begin an item: within a passage, or one passage each."""
    run: list[Citation] = []
    previous: Passage | None = None
    for passage in manuscript.running_text():
        heads = [one for one in citations_in(passage) if _is_head(one)]
        at_start = heads and _leads(passage, heads[0])
        if run and not (at_start and previous and _go_together(previous, passage)):
            yield run
            run = []
        if at_start:
            run += heads
        elif heads:
            yield heads
        previous = passage
    yield run


def _go_together(previous: Passage, passage: Passage) -> bool:
    """Whether two passages that follow each other may be items of one list."""
    same = (previous.part, previous.note, previous.cell) == (
        passage.part,
        passage.note,
        passage.cell,
    )
    return same and previous.is_heading == passage.is_heading


def _is_head(citation: Citation) -> bool:
    return bool(
        citation.kind and _ITEM_BEGINS.search(just_before(citation.passage.text, citation.start))
    )


def _leads(passage: Passage, head: Citation) -> bool:
    return re.fullmatch(r"[\W\d_]*(?:[Cc]ăn cứ\s*)?", passage.text[: head.start]) is not None


def _differ(one: Citation, other: Citation) -> bool:
    """Whether the two are told apart, or too little is told of them to say that they are one."""
    if not one.dated or one.dated != other.dated or one.kind != other.kind:
        return True
    if one.subject and other.subject and one.subject[:25].lower() != other.subject[:25].lower():
        return True
    return may_be_of_two_offices(one, other)


RULE = Rule(
    "VB014",
    "một văn bản được liệt kê hai lần",
    Severity.WARNING,
    "trong một danh sách, mỗi văn bản chỉ kể một lần",
    "Đã ban hành: Công văn số 2307/UBND-KT ngày 19/8/2025; Công văn số 2553/UBND-KGVX ngày "
    "22/8/2025; Công văn số 2307/UBND-KT ngày 19/8/2025.",
    "Đã ban hành: Công văn số 2307/UBND-KT ngày 19/8/2025; Công văn số 2553/UBND-KGVX ngày "
    "22/8/2025; Công văn số 2388/UBND-PVHCC ngày 20/8/2025.",
    _check,
)
