"""Finding words again in a paragraph, by themselves and by what stands around them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

_MOST = 2000  # occurrences that are weighed; of a single letter there may be many more
_WINDOW = 3  # times the context: blanks and marks that folding takes out

Span = tuple[int, int]


def find_quote(text: str, quote: str, before: str = "", after: str = "") -> Span | None:
    """Where `quote` stands in `text`, at the occurrence that has most of the context around it.

    Blanks, capitals and the encoding of marks may differ. None where the words are not there.
    """
    if not quote:
        return None
    whole = text.find(f"{before}{quote}{after}")
    if whole >= 0:
        start = whole + len(before)
        return start, start + len(quote)
    left, right = _folded(before)[0], _folded(after)[0]

    def weight(span: Span) -> int:
        start, end = span
        ahead = text[max(0, start - _WINDOW * len(before)) : start]
        behind = text[end : end + _WINDOW * len(after)]
        shared = _shared(reversed(_folded(ahead)[0]), reversed(left))
        return shared + _shared(_folded(behind)[0], right)

    found = [*_as_typed(text, quote), *_as_read(text, quote)]
    return max(found, key=weight, default=None)


def _as_typed(text: str, quote: str) -> Iterator[Span]:
    start = text.find(quote)
    for _ in range(_MOST):
        if start < 0:
            return
        yield start, start + len(quote)
        start = text.find(quote, start + 1)


def _as_read(text: str, quote: str) -> Iterator[Span]:
    """The occurrences that differ in blanks, capitals or encoding, of whole letters."""
    chars, spans = _folded(text)
    wanted = _folded(quote)[0]
    start = chars.find(wanted) if wanted else -1
    for _ in range(_MOST):
        if start < 0:
            return
        last = start + len(wanted) - 1
        cut_before = start > 0 and spans[start - 1] == spans[start]
        cut_after = last + 1 < len(spans) and spans[last + 1] == spans[last]
        if not (cut_before or cut_after):
            yield spans[start][0], spans[last][1]
        start = chars.find(wanted, start + 1)


def _folded(text: str) -> tuple[str, Sequence[Span]]:
    """The text as it is compared, and for each of its characters the letter that it came from."""
    chars: list[str] = []
    spans: list[Span] = []
    for letter in re.finditer(r"\S[\u0300-\u036f]*", text):
        folded = _fold(letter[0])
        chars.append(folded)
        spans += [letter.span()] * len(folded)
    return "".join(chars), spans


@cache
def _fold(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.casefold())


def _shared(one: Sequence[str] | Iterator[str], other: Sequence[str] | Iterator[str]) -> int:
    """How many characters two texts have in common at their beginning."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
