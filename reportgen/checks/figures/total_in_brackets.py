"""SL020: a total with its parts in brackets."""

import re
from collections.abc import Iterator

from reportgen.checks.figures.model import Token
from reportgen.checks.figures.partition import Claim, find_misfit
from reportgen.checks.figures.phrasing import (
    Bracket,
    brackets,
    is_unfinished,
    items_between,
    outer,
    quantities,
    sentence_around,
)
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_LEAD = re.compile(
    r"\s*(?P<word>(?:bao )?gồm|trong đó|chia ra|cụ thể|phân ra)(?: có| gồm| là)?\s*[:,]?\s*",
    re.IGNORECASE,
)
_NO_PARTS = re.compile(
    r"so với|cùng kỳ|kỳ trước|tháng trước|quý trước|năm trước|lũy kế|luỹ kế|bình quân"
    r"|tương ứng|tương đương|vượt|\b(?:tăng|giảm) (?:thêm )?\d",
    re.IGNORECASE,
)
_BACK = 800  # characters before a bracket in which other totals are looked for
_DEEPEST = 8  # brackets within brackets
_FAR = 120  # characters between a total and its bracket


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.running_text():
        around: list[Bracket] = []  # the brackets that the next one stands in
        for bracket in brackets(passage.text):
            while around and around[-1].end <= bracket.start:
                around.pop()
            if len(around) < _DEEPEST:
                yield from _look(passage, bracket, around[-1].start + 1 if around else 0)
            around.append(bracket)


def _look(passage: Passage, bracket: Bracket, level: int) -> Iterator[Finding]:
    """What is wrong with the bracket, whose own level of text begins at `level`."""
    text = passage.text
    start, end = bracket.start + 1, bracket.end - 1
    inside = text[start:end]
    if _NO_PARTS.search(outer(inside)) or is_unfinished(inside):
        return
    before = _quantities_before(text, bracket, level)
    if not before:
        return
    lead = _LEAD.match(text, start, end)
    items = items_between(text, lead.end() if lead else start, end)
    *others, total = before
    misfit = find_misfit(total, items, claim_of(lead["word"] if lead else ""), others)
    if misfit is not None:
        yield RULE.at(
            passage,
            total.start,
            total.end,
            f"tổng “{text[total.start : total.end]}” không bằng các phần trong ngoặc cộng lại",
            misfit.hint,
            why=misfit.why,
            severity=misfit.severity,
        )


def claim_of(word: str) -> Claim:
    """What a word before parts (`gồm`, `trong đó`) says of them."""
    lower = word.lower()
    if lower.endswith("gồm") or lower in ("chia ra", "phân ra"):
        return Claim.ALL
    return Claim.OF_WHICH if lower.startswith("trong đó") else Claim.NONE


def _quantities_before(text: str, bracket: Bracket, level: int) -> list[Token]:
    """The quantities of the sentence before the bracket, on its own level; the last is near it."""
    start = max(sentence_around(text, bracket.start)[0], bracket.start - _BACK, level)
    view = outer(text[start : bracket.start])
    tokens = [
        token
        for token in quantities(text, start, bracket.start)
        if view[token.start - start : token.end - start].strip()
    ]
    if not tokens:
        return []
    gap = view[tokens[-1].end - start :]
    return tokens if ";" not in gap and len(gap) <= _FAR else []


RULE = Rule(
    "SL020",
    "tổng số không bằng các phần ghi trong ngoặc",
    Severity.ERROR,
    "các phần ghi trong ngoặc cộng lại phải đúng bằng số đứng trước ngoặc",
    "Đã cung cấp toàn trình 1.224 thủ tục (cấp tỉnh: 1.074 thủ tục; cấp xã: 392 thủ tục).",
    "Trên địa bàn tỉnh có 2.156 thủ tục (1.780 thủ tục cấp tỉnh và 376 thủ tục cấp xã).",
    _check,
)
