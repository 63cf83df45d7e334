"""The figures of a text that the text of the period before has too, found by the words around."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportgen.checks.figures.exclusions import blank_out
from reportgen.checks.figures.model import Figure, Fraction, Token
from reportgen.checks.figures.phrasing import is_plain
from reportgen.checks.figures.scan import scan
from reportgen.checks.manuscript import Manuscript, Passage
from reportgen.vietnamese import fold_tone_placement, nfc

_BEFORE, _AFTER = 7, 3  # words around a figure that must be the same
_WINDOW = _BEFORE + _AFTER  # where few stand before, more must follow
_ENOUGH = 6  # words among them
_WORD = re.compile(r"[^\W\d_]+|#")
_REACH = 120  # characters on either side in which they stand


@dataclass(frozen=True, slots=True)
class Aligned:
    """A figure (or the part of a fraction) now and in the period before."""

    passage: Passage
    token: Token
    now: Figure
    before: Figure

    @property
    def change(self) -> str:
        return f"{self.before.text} → {self.now.text}"


Words = tuple[str, ...]


def aligned(now: Manuscript, before: Manuscript) -> tuple[Aligned, ...]:
    """The pairs whose words around stand once in either text, in reading order."""
    return _aligned(tuple(now.running_text()), tuple(before.running_text()))


@lru_cache(maxsize=2)
def _aligned(now: tuple[Passage, ...], before: tuple[Passage, ...]) -> tuple[Aligned, ...]:
    earlier = {words: token for words, (_, token) in _once(before).items()}
    return tuple(
        Aligned(passage, token, *pair)
        for words, (passage, token) in _once(now).items()
        if (other := earlier.get(words)) is not None and (pair := _same_kind(token, other))
    )


def _once(passages: tuple[Passage, ...]) -> dict[Words, tuple[Passage, Token]]:
    found = list(_told(passages))
    counts = Counter(words for words, _, _ in found)
    return {words: (passage, token) for words, passage, token in found if counts[words] == 1}


def _told(passages: tuple[Passage, ...]) -> Iterator[tuple[Words, Passage, Token]]:
    for passage in passages:
        tokens = scan(passage.text)
        if passage.cell is not None or not tokens:
            continue
        masked = _masked(passage.text, tokens)
        for token in tokens:
            before = _WORD.findall(masked[max(0, token.start - _REACH) : token.start])[-_BEFORE:]
            after = _WORD.findall(masked[token.end : token.end + _REACH])
            after = after[: max(_AFTER, _WINDOW - len(before))]
            words = (*before, "|", *after)
            if sum(word not in "#|" for word in words) >= _ENOUGH and is_plain(token):
                yield words, passage, token


def _masked(text: str, tokens: tuple[Token, ...]) -> str:
    """The text in lower case with `#` for every figure; of dates and numbers only letters stay."""
    signs = list(fold_tone_placement(nfc(blank_out(text))).lower())
    if len(signs) != len(text):
        signs = list(text.lower())[: len(text)]
    for token in tokens:
        signs[token.start : token.end] = "#" + " " * (token.end - token.start - 1)
    return "".join(signs)


def _same_kind(now: Token, before: Token) -> tuple[Figure, Figure] | None:
    if isinstance(now, Fraction) and isinstance(before, Fraction):
        now, before = now.part, before.part
    if isinstance(now, Figure) and isinstance(before, Figure) and now.percent == before.percent:
        return now, before
    return None
