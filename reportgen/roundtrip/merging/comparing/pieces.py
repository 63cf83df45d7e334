"""What differs between a paragraph before and after, word by word, and which figures changed."""

import re
from collections.abc import Iterator

from reportgen.roundtrip.merging.comparing.letters import NOTE, Letters
from reportgen.roundtrip.merging.comparing.rewriting import opcodes
from reportgen.roundtrip.merging.edits import FigureChange, Piece

_FIGURE = re.compile(r"(?<![\w.,/])[-+]?\d+(?:[.,/\u00a0]\d+)*%?(?![\w/])")


def pieces_of(before: Letters, after: Letters) -> tuple[Piece, ...]:
    """The stretches that differ, in order; those with nothing but blanks between them are one."""
    made: list[Piece] = []
    for stretch in _stretches(before, after):
        start, end = _printed(before, *stretch[:2])
        first, last = _printed(after, *stretch[2:])
        if start == end and first == last:
            continue
        texts = before.printed[start:end], after.printed[first:last]
        made.append(Piece(start, end, first, last, *texts))
    return tuple(made)


def _stretches(before: Letters, after: Letters) -> Iterator[tuple[int, int, int, int]]:
    waiting: tuple[int, int, int, int] | None = None
    for tag, start, end, first, last in opcodes(before.tokens, after.tokens):
        if tag == "equal":
            if waiting and not _are_blank(before, start, end):
                yield _spanned(before, after, waiting)
                waiting = None
            continue
        begin, begins = (waiting[0], waiting[2]) if waiting else (start, first)
        waiting = begin, end, begins, last
    if waiting:
        yield _spanned(before, after, waiting)


def _are_blank(letters: Letters, start: int, end: int) -> bool:
    return all(letters.tokens[at][0].isspace() for at in range(start, end))


def _spanned(
    before: Letters, after: Letters, stretch: tuple[int, int, int, int]
) -> tuple[int, int, int, int]:
    """Tokens as letters."""
    return *_span(before, *stretch[:2]), *_span(after, *stretch[2:])


def _span(letters: Letters, start: int, end: int) -> tuple[int, int]:
    if start < end:
        return letters.spans[start][0], letters.spans[end - 1][1]
    at = letters.spans[start][0] if start < len(letters.spans) else len(letters)
    return at, at


def _printed(letters: Letters, start: int, end: int) -> tuple[int, int]:
    """The span among the letters that are printed: the marks of notes do not count."""
    left = start - letters.text.count(NOTE, 0, start)
    return left, left + (end - start) - letters.text.count(NOTE, start, end)


def figures_of(pieces: tuple[Piece, ...]) -> tuple[FigureChange, ...]:
    """The figures that gave way to others: as many in a stretch after as there were before."""
    return tuple(change for piece in pieces for change in _changes(piece))


def _changes(piece: Piece) -> Iterator[FigureChange]:
    old, new = list(_FIGURE.finditer(piece.before)), list(_FIGURE.finditer(piece.after))
    if len(old) != len(new):
        return
    for was, now in zip(old, new, strict=True):
        if was[0] != now[0]:
            start = piece.start + was.start()
            yield FigureChange(was[0], now[0], start, start + len(was[0]))
