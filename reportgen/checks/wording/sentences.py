"""Where sentences and their parts begin and end, where quoted words stand."""

import re
from bisect import bisect_right

from reportgen.checks.full_stops import is_of_abbreviation
from reportgen.checks.manuscript import Part, Passage
from reportgen.checks.remembering import remembered
from reportgen.checks.wording.letters import CAPITAL
from reportgen.checks.wording.words import is_in_capitals
from reportgen.document.origins import WordPlace

_ENDS = re.compile(rf"[.?!…]+[”\")\]]*\s+(?=[\W_]*{CAPITAL})|;|\n")
_OPENERS = "“\"‘'([{«-–—+*•:⁾)…/ \t\u00a0"
_ITEM = re.compile(r"(?:^|\s)[(\[⁽]?[\da-zđ⁰¹²³⁴-⁹]{1,3}[.)⁾/–-]\s*$")  # (1), a), 2.
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"")
_NEAR = 60  # characters; a passage may be a hundred thousand long


def just_before(text: str, position: int) -> str:
    """The few words that stand before the position."""
    return text[max(0, position - _NEAR) : position]


@remembered
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a text as spans that cover it; a semicolon, and a stop in brackets, end one.

    A law is cited, and a name repeated, between semicolons; a total is told across them, so that
    `checks/figures/phrasing.py` cuts sentences of its own.
    """
    spans: list[tuple[int, int]] = []
    begin = 0
    for match in _ENDS.finditer(text):
        if match[0].startswith(".") and is_of_abbreviation(text, match.start()):
            continue
        spans.append((begin, match.end()))
        begin = match.end()
    spans.append((begin, len(text)))
    return tuple(spans)


def sentence_around(text: str, position: int) -> tuple[int, int]:
    """The span of the sentence that the position lies in."""
    spans = sentence_spans(text)
    return spans[min(bisect_right(spans, position, key=_end_of), len(spans) - 1)]


def _end_of(span: tuple[int, int]) -> int:
    return span[1]


def begins_sentence(passage: Passage, position: int) -> bool:
    """Whether a word there may bear a capital for its place: at a start, after a mark or quote."""
    if passage.label and position <= len(passage.label) + 2:
        return True
    before = just_before(passage.text, position)
    bare = before.rstrip(_OPENERS)
    if not bare or bare[-1] in ".?!;" or _ITEM.search(before):
        return True
    between = before[len(bare) :]
    return any(sign in between for sign in '“"‘:•–—+') or " - " in f"{between} "


def is_quoted(text: str, position: int) -> bool:
    """Whether the position lies within quotation marks."""
    return any(start < position < end for start, end in _quotations(text))


@remembered
def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _QUOTED.finditer(text))


def capitals_tell(passage: Passage) -> bool:
    """Whether capitals in the passage can be judged: running text that is not all capitals."""
    wanted = (Part.BODY, Part.APPENDIX, Part.NOTE, Part.TITLE)
    return passage.part in wanted and not is_in_capitals(passage.text)


def where(passage: Passage) -> str:
    """Where a passage stands, in words for a message; "" where its origin does not tell."""
    if isinstance(passage.origin, WordPlace):
        return passage.origin.position
    if passage.note is not None:
        return f"chú thích {passage.note}"
    return f"dòng {passage.origin.line}" if passage.origin and passage.origin.line else ""
