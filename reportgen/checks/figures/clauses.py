"""Clauses of a text, as spans: what a figure is told with."""

import re
from collections.abc import Iterator

from reportgen.checks.figures.phrasing import sentences
from reportgen.checks.remembering import remembered

_CLAUSE_END = re.compile(r";\s*|(?<=[^\d]),\s+(?=(?:trong đó|gồm|bao gồm|cụ thể|riêng|còn lại)\b)")


@remembered
def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the clauses of `text`: sentences split at `;` and before `trong đó`, `gồm`, ….

    Other commas do not split: `2.066/2.200, tỷ lệ 93,91%` is one clause. A `;` within brackets
    splits too.
    """
    return tuple(clause for span in sentences(text) for clause in _cut(text, *span))


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after `text[start:end]` in its clause (in its clauses, if several)."""
    spans = [span for span in clauses(text) if span[0] < end and start < span[1]]
    first, last = (spans[0][0], spans[-1][1]) if spans else (start, end)
    return text[min(first, start) : start], text[end : max(last, end)]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = end - len(text[start:end].lstrip())
    for border in _CLAUSE_END.finditer(text, start, end):
        if at < border.start():
            yield at, border.start()
        at = border.end()
    if at < end:
        yield at, end
