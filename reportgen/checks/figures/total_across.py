"""SL022: a total and its parts in clauses or sentences that follow one another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.checks.figures.families import Family, leading_family
from reportgen.checks.figures.model import Token
from reportgen.checks.figures.partition import Claim, Misfit, find_misfit, is_sum_of_first
from reportgen.checks.figures.phrasing import (
    Item,
    is_unfinished,
    items_between,
    outer,
    quantities,
    sentences,
)
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_TOTAL = re.compile(r"(?<!\w)tổng (?:số|cộng|cộng có|lượng)?\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;,]|\s(?=và\s)")
_LED = re.compile(r"(?<!\w)(?:trong đó|gồm|chia ra|phân ra|cụ thể)(?!\w)", re.IGNORECASE)
_NO_PARTS = re.compile(r"so với|cùng kỳ|lũy kế|luỹ kế", re.IGNORECASE)
_SENTENCES_ON = 2  # how far the parts may stand behind the total


@dataclass(frozen=True, slots=True)
class Following:
    """A total, and the items after it that make up one family."""

    total: Token
    items: tuple[Item, ...]
    family: Family


def following_parts(text: str, start: int, end: int, sentences_on: int) -> Following | None:
    """The first quantity after `start` and the family of items in the clauses behind it.

    `end` is where the total's sentence ends; the parts may stand in the next sentences too. None
    where a word leads to the parts (that is SL021's), or where none are a family.
    """
    view = outer(text[start:end])
    total = next((t for t in quantities(text, start, end) if view[t.start - start].strip()), None)
    if total is None:
        return None
    clause = _CLAUSE.search(outer(text), total.end)
    later = [span for span in sentences(text) if span[0] >= end][:sentences_on]
    spans = [(clause.end(), end)] if clause and clause.end() <= end else []
    items: list[Item] = []
    for first, last in [*spans, *later]:
        if _LED.search(outer(text[first:last])) or is_unfinished(text[first:last]):
            break
        items += items_between(text, first, last)
    if is_sum_of_first(total, items):
        return None
    family = leading_family([item.label for item in items])
    if family is None or _NO_PARTS.search(text[total.end : items[family[1] - 1].end]):
        return None
    return Following(total, tuple(items[: family[1]]), family[0])


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.running_text():
        for start, end in sentences(passage.text):
            word = _TOTAL.search(outer(passage.text[start:end]))
            if word is None:
                continue
            found = following_parts(passage.text, start + word.end(), end, _SENTENCES_ON)
            misfit = found and find_misfit(found.total, found.items, Claim.OF_WHICH)
            if found and misfit:
                yield finding(RULE, passage, found.total, misfit)


def finding(rule: Rule, passage: Passage, total: Token, misfit: Misfit) -> Finding:
    """The finding about a total whose parts stand in the clauses after it."""
    return rule.at(
        passage,
        total.start,
        total.end,
        f"tổng “{passage.text[total.start : total.end]}” không bằng các phần nêu tiếp sau cộng lại",
        misfit.hint,
        why=misfit.why,
        severity=misfit.severity,
    )


RULE = Rule(
    "SL022",
    "tổng số không bằng các phần nêu ở vế hoặc câu tiếp sau",
    Severity.ERROR,
    "các phần chia hết tổng số cộng lại phải đúng bằng tổng số",
    "Tổng số thủ tục trực tuyến: 1.706; toàn trình: 1.224; một phần: 428.",
    "Tổng số thủ tục trực tuyến: 1.706; toàn trình: 1.224; một phần: 482.",
    _check,
)
