"""Sentences and clauses of a text, as spans."""

import re
from collections.abc import Iterator
from functools import lru_cache

_SENTENCE_END = re.compile(
    r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(⁽*-]*[^\W\d_a-zà-ỹđ]|[-–+(]\s?|[0-9])|\n+"
)
_ABBREVIATION = re.compile(r"(?<![\w])(?:TP|TX|TT|Q|P|H|ThS|TS|PGS|GS|BS|KT|TM|TL|TUQ|St|No)\.\Z")
_CLAUSE_END = re.compile(r";\s*|(?<=[^\d]),\s+(?=(?:trong đó|gồm|bao gồm|cụ thể|riêng|còn lại)\b)")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences of `text`, in order; blanks between them belong to none."""
    return tuple(_spans(text, 0, len(text), _SENTENCE_END, keep=_ABBREVIATION))


@lru_cache(maxsize=1024)
def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the clauses of `text`: sentences split at `;` and before `trong đó`, `gồm`, ….

    Other commas do not split: `2.066/2.200, tỷ lệ 93,91%` is one clause. A `;` within brackets
    splits too.
    """
    found: list[tuple[int, int]] = []
    for start, end in sentences(text):
        found.extend(_spans(text, start, end, _CLAUSE_END))
    return tuple(found)


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after `text[start:end]` in its clause (in its clauses, if several)."""
    spans = [span for span in clauses(text) if span[0] < end and start < span[1]]
    first, last = (spans[0][0], spans[-1][1]) if spans else (start, end)
    return text[min(first, start) : start], text[end : max(last, end)]


def _spans(
    text: str, start: int, end: int, border: re.Pattern[str], keep: re.Pattern[str] | None = None
) -> Iterator[tuple[int, int]]:
    at = start
    for match in border.finditer(text, start, end):
        if keep is not None and keep.search(text, max(at, match.start() - 6), match.start()):
            continue
        if at < match.start():
            yield at, match.start()
        at = match.end()
    if at < end:
        yield at, end
