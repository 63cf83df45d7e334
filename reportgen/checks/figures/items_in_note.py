"""SL024: the number of things said, against the footnote that lists them."""

import re
from collections.abc import Iterator

from reportgen.checks.figures.enumerations import Count, documents, is_off, named, numbered
from reportgen.checks.figures.listed_items import correction, countable, printed
from reportgen.checks.figures.model import Token
from reportgen.checks.figures.phrasing import outer, quantities, sentence_around, sentences
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_LEAD = re.compile(r"\s*(?:(?:cụ thể|bao gồm|gồm|đó là|là)\s*:?\s*)?", re.IGNORECASE)
_EXAMPLES = re.compile(r"\s*(?:điển hình|diễn hình|trong đó|như|chẳng hạn|nhất là)", re.IGNORECASE)
_OF_DOCUMENTS = re.compile(
    r"\s*(?:văn bản|quyết định|kế hoạch|công văn|nghị quyết|chỉ thị|thông báo|báo cáo|tờ trình)",
    re.IGNORECASE,
)
_AND_MORE = re.compile(r"(?:,|\svà)\s*\Z")
_FAR = 120  # characters between the number and the note's mark


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.running_text():
        previous = 0
        for offset, number in sorted(passage.marks):
            note = subject.manuscript.notes.get(number, ())
            token = _counted(passage.text, previous, offset)
            if token is not None and note:
                yield from _compare(passage, token, offset, note)
            previous = offset


def _counted(text: str, previous: int, offset: int) -> Token | None:
    """The quantity whose things the note at `offset` may list: the last one before it."""
    start = max(previous, sentence_around(text, max(offset - 1, 0))[0], offset - _FAR)
    tokens = list(quantities(text, start, offset))
    if not tokens or re.search(r"[;:()]", text[tokens[-1].end : offset]):
        return None
    if len(tokens) > 1 and _AND_MORE.search(text, tokens[-2].end, tokens[-1].start):
        return None  # `02 Quyết định, 06 văn bản[^1]`: the note may list the things of both
    return tokens[-1]


def _compare(
    passage: Passage, token: Token, offset: int, note: tuple[Passage, ...]
) -> Iterator[Finding]:
    text = passage.text
    said = countable(token)
    of_documents = bool(_OF_DOCUMENTS.match(text, token.end))
    if not said or ("," in text[token.end : offset] and not of_documents):
        return
    count = _count(note, of_documents=of_documents)
    if count is None or any(not is_off(number, count) for number in said):
        return
    yield RULE.at(
        passage,
        token.start,
        token.end,
        f"nêu “{text[token.start : offset]}” nhưng chú thích kể ra {printed(count)}",
        f"đếm lại chú thích: {correction(count)}, hoặc thêm, bớt mục trong chú thích",
        why=f"chú thích có {printed(count)}, không phải {said[-1]}",
    )


def _count(note: tuple[Passage, ...], *, of_documents: bool) -> Count | None:
    text = "\n".join(passage.text for passage in note)
    if _EXAMPLES.match(text):
        return None
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    if re.match(r"\(1\)|⁽¹⁾", text[start:]):
        items = numbered(text, start, len(text))
        return (items, items) if items else None
    if len(note) > 1 or len(sentences(outer(text))) > 1:
        return None
    citations = documents(text, start, len(text))
    if citations is not None or of_documents:
        return citations if of_documents else None
    return named(text, start, len(text))


RULE = Rule(
    "SL024",
    "số nêu ra khác số mục kể trong chú thích",
    Severity.WARNING,
    "nói bao nhiêu thì chú thích kể đủ bấy nhiêu",
    "Ban hành 03 Quyết định[^1].\n[^1]: Quyết định số 936/QĐ-UBND ngày 29/8/2025;"
    " Quyết định số 1211/QĐ-UBND ngày 16/9/2025.",
    "Ban hành 02 Quyết định[^1].\n[^1]: Quyết định số 936/QĐ-UBND ngày 29/8/2025;"
    " Quyết định số 1211/QĐ-UBND ngày 16/9/2025.",
    _check,
)
