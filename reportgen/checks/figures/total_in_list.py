"""SL021: a total with its parts in a list after `gồm`, `trong đó` or a colon."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from reportgen.checks.figures.families import leading_family
from reportgen.checks.figures.model import Token
from reportgen.checks.figures.partition import Claim, find_misfit, is_sum_of_first
from reportgen.checks.figures.phrasing import (
    Item,
    figures_of,
    is_unfinished,
    items_between,
    outer,
    quantities,
    sentences,
    unit_word,
)
from reportgen.checks.figures.total_in_brackets import claim_of
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.seeking import sought
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_LEAD = sought(
    r"(?<!\w)(?P<word>(?:bao )?gồm|trong đó|chia ra|phân ra|cụ thể)"
    r"(?: có| gồm| là| như sau)?\s*[:,]?\s",
    *("gồm", "trong đó", "chia ra", "phân ra", "cụ thể"),
    flags=re.IGNORECASE,
)
_NO_PARTS = re.compile(
    r"so với|cùng kỳ|lũy kế|luỹ kế|trong tháng|trong kỳ|trong quý|riêng|ít nhất|tối thiểu|nhất là",
    re.IGNORECASE,
)
_KINDS = (
    {"xã", "phường", "đặc", "thị", "huyện", "thành"},
    {"nam", "nữ"},
    {"tiến", "thạc", "chuyên", "cử"},
)
_MOST_LEADS = 20  # such words in one sentence
_MOST_TOTALS = 30  # figures before that word
_FAR = 160  # characters between a total and the word that leads to its parts


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in filter(_may_lead, subject.manuscript.running_text()):
        spans = sentences(passage.text)
        for number, span in enumerate(spans):
            before = spans[number - 1] if number else None
            yield from _look(passage, span, before)


def _may_lead(passage: Passage) -> bool:
    return _LEAD.may_be_in(passage.text)


def _look(
    passage: Passage, span: tuple[int, int], before: tuple[int, int] | None
) -> Iterator[Finding]:
    text = passage.text
    start, end = span
    view = outer(text[start:end])
    for number, lead in enumerate(leads := [*islice(_LEAD.finditer(view), _MOST_LEADS)]):
        totals = _totals(text, start, start + lead.start(), before)
        if totals and (number == len(leads) - 1 or ";" in view[lead.end() :]):
            yield from _judge(passage, totals, lead["word"], (start + lead.end(), end))
            return


def _judge(
    passage: Passage, totals: Sequence[Token], word: str, span: tuple[int, int]
) -> Iterator[Finding]:
    """Whether the last of the totals is what the list in the span adds up to."""
    text = passage.text
    if is_unfinished(text[slice(*span)]) or _NO_PARTS.search(outer(text[slice(*span)])):
        return
    items = _alike(items_between(text, *span))
    claim = claim_of(word)
    parts = items[: _how_many(items, claim)]
    *others, total = _large_enough(totals, parts)
    if _fits_somehow(items, totals):
        return
    misfit = find_misfit(total, parts, claim, others)
    if misfit is not None:
        yield RULE.at(
            passage,
            total.start,
            total.end,
            f"tổng “{text[total.start : total.end]}” không bằng các phần kể sau đó cộng lại",
            misfit.hint,
            why=misfit.why,
            severity=misfit.severity,
        )


def _large_enough(totals: Sequence[Token], parts: Sequence[Item]) -> Sequence[Token]:
    """The totals without those at the end that are far too small for the parts (`ở 3 cấp`)."""
    largest = max((_size(item.quantity) for item in parts if item.quantity), default=Decimal(0))
    count = len(totals)
    while count > 1 and _size(totals[count - 1]) * 10 < largest:
        count -= 1
    return totals[:count]


def _size(token: Token) -> Decimal:
    return max(figure.value * figure.scale for figure in figures_of(token))


def _totals(text: str, start: int, lead: int, before: tuple[int, int] | None) -> Sequence[Token]:
    """What the parts may be parts of: quantities before the leading word, the nearest last.

    Where that word begins the sentence, the sentence before is looked at.
    """
    if text[start:lead].strip():
        view, tokens = _top(text, start, lead)
    elif before is not None:
        view, tokens = _top(text, *before)
    else:
        return ()
    if not tokens:
        return ()
    origin = start if text[start:lead].strip() else before[0] if before else 0
    gap = view[tokens[-1].end - origin :].rstrip(" ;,.")
    return tokens if ";" not in gap and len(gap) <= _FAR else ()


def _top(text: str, start: int, end: int) -> tuple[str, list[Token]]:
    view = outer(text[start:end])
    tokens = [t for t in quantities(text, start, end) if view[t.start - start].strip()]
    return view, tokens[-_MOST_TOTALS:]


def _alike(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items up to the first that counts something else than they do."""
    unit = ""
    for number, item in enumerate(items):
        counted = unit_word(item.quantity) if item.quantity else ""
        if unit and counted and counted != unit and not _are_kin(unit, counted):
            return items[:number]
        unit = unit or counted
    return items


def _are_kin(one: str, other: str) -> bool:
    """Whether both are kinds of one thing, parts of one whole (`48 xã, 16 phường`)."""
    return any(one in kinds and other in kinds for kinds in _KINDS)


def _how_many(items: Sequence[Item], claim: Claim) -> int:
    """How many of the items are meant as parts: those of one family, else all."""
    family = leading_family([item.label for item in items])
    if family is not None and claim is not Claim.ALL:
        return family[1]
    return len(items)


def _fits_somehow(items: Sequence[Item], totals: Sequence[Token]) -> bool:
    """Whether the first two, three, … items make one of the totals."""
    return any(is_sum_of_first(total, items) for total in totals)


RULE = Rule(
    "SL021",
    "tổng số không bằng các phần liệt kê sau đó",
    Severity.ERROR,
    "các phần liệt kê sau “gồm”, hoặc chia hết tổng số, cộng lại phải đúng bằng tổng số",
    "Có 47 thủ tục hành chính gồm: Sở Tư pháp (06 thủ tục), Công an tỉnh (19 thủ tục),"
    " Sở Nội vụ (21 thủ tục).",
    "Có 47 thủ tục hành chính gồm: Sở Tư pháp (06 thủ tục), Công an tỉnh (19 thủ tục),"
    " Sở Nội vụ (22 thủ tục).",
    _check,
)
