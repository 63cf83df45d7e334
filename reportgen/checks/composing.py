"""Passages in composed letters (NFC) for the rules to read, and the way back to what was typed."""

import unicodedata
from bisect import bisect_left
from dataclasses import replace
from functools import lru_cache

from reportgen.checks.manuscript import Passage
from reportgen.vietnamese import nfc


def composed(passage: Passage) -> Passage:
    """The passage with its text composed, what was typed beside it; itself if nothing differs."""
    text = nfc(passage.text)
    if text == passage.text:
        return passage
    return replace(
        passage,
        text=text,
        typed=passage.text,
        label=nfc(passage.label),
        title_length=len(nfc(passage.text[: passage.title_length])),
        marks=tuple((len(nfc(passage.text[:at])), number) for at, number in passage.marks),
    )


def as_typed(passage: Passage, start: int, end: int) -> str:
    """`text[start:end]` of the passage as the file has it."""
    if not passage.typed:
        return passage.text[start:end]
    return passage.typed[_typed_offset(passage, start) : _typed_offset(passage, end)]


def _typed_offset(passage: Passage, offset: int) -> int:
    """Where the letter at `offset` of the composed text begins in what was typed."""
    composed, typed = _letters(passage.typed)
    return typed[min(bisect_left(composed, offset), len(typed) - 1)]


@lru_cache(maxsize=64)
def _letters(typed: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where each letter with its marks begins, and the text ends: once composed, and as typed."""
    composed, places = [0], [0]
    while (place := places[-1]) < len(typed):
        end = place + 1
        while end < len(typed) and unicodedata.combining(typed[end]):
            end += 1
        composed.append(composed[-1] + len(nfc(typed[place:end])))
        places.append(end)
    return tuple(composed), tuple(places)
