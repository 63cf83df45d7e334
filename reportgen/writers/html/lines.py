"""Where a text's lines end, foreseen from the font metrics, with the inlines of each line.

Text is set without kerning, so the widths are those of the metrics. A line may end at a blank,
after a hyphen or dash, and after a slash that no digit follows (UAX #14, classes HY, BA, SY).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, groupby
from typing import NamedTuple

from reportgen.document.tree import Inline, Inlines, LineBreak, NoteReference, Text
from reportgen.layout import TextStyle, text_width
from reportgen.layout.metrics import Run
from reportgen.layout.rules import as_set, runs_of

#: Room in pt between a word and the number of its note: it keeps `2025` and `3` apart.
CALL_GAP = 0.7
_BLANKS = " \t\n"
_NO_BREAK_BEFORE = re.escape(_BLANKS + ")]}!?,.:;/”’\"'%…")
_PIECES = re.compile(
    rf"[{_BLANKS}]+|[^{_BLANKS}]+?(?:"
    rf"[-/](?=[^\d{_NO_BREAK_BEFORE}])|[–—](?=[^{_NO_BREAK_BEFORE}])|(?=[{_BLANKS}])|$)"
)


class _Piece(NamedTuple):
    """A stretch of one inline: a word (or the part of it before a break opportunity) or a blank.

    `text` is that stretch; "" where the inline is no text.
    """

    inline: Inline
    text: str
    width: float
    is_blank: bool = False
    ends_word: bool = False


def break_lines(
    inlines: Inlines, style: TextStyle, width: float, offset: float = 0.0
) -> tuple[Inlines, ...]:
    """The inlines cut into the lines that they fill, first come first served.

    `width` is the line's, `offset` what is already taken of the first line, both in pt. Joined
    again, the lines hold every character. A forced break stays at the end of its line.
    """
    lines: list[list[_Piece]] = [[]]
    used = offset
    for word in _words(_pieces(inlines, style, width)):
        if isinstance(word[0].inline, LineBreak):
            lines[-1] += word
            lines.append([])
            used = 0.0
            continue
        advance = sum(piece.width for piece in word if not piece.is_blank)
        if used and used + advance > width:
            lines.append([])
            used = 0.0
        lines[-1] += word
        used += sum(piece.width for piece in word)
    return tuple(_joined(_stretches(line)) for line in lines if line)


def _pieces(inlines: Inlines, style: TextStyle, width: float) -> Iterator[_Piece]:
    for inline, run in zip(inlines, runs_of(inlines, style), strict=True):
        if not isinstance(inline, Text):
            gap = CALL_GAP if isinstance(inline, NoteReference) else 0.0
            yield _Piece(inline, "", gap + run.width)
            continue
        for match in _PIECES.finditer(inline.value):
            stretch = match[0]
            advance = text_width(as_set(stretch, style), run.size, run.bold, run.italic)
            if stretch[0] in _BLANKS:
                yield _Piece(inline, stretch, advance, is_blank=True, ends_word=True)
            elif advance <= width:
                yield _Piece(inline, stretch, advance, ends_word=stretch[-1] in "-–—/")
            else:
                yield from _torn(inline, stretch, run, style, width)


def _torn(inline: Text, word: str, run: Run, style: TextStyle, width: float) -> Iterator[_Piece]:
    """A word that is wider than a line, in pieces that a line can hold."""
    advance = text_width(as_set(word, style), run.size, run.bold, run.italic)
    if advance <= width:
        yield _Piece(inline, word, advance, ends_word=True)
        return
    middle = len(word) // 2
    for half in (word[:middle], word[middle:]):
        yield from _torn(inline, half, run, style, width)


def _words(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces that cannot be torn apart, each with the blank that follows it; or a forced break."""
    word: list[_Piece] = []
    for piece in pieces:
        if isinstance(piece.inline, LineBreak):
            yield from ([word] if word else [])
            yield [piece]
            word = []
            continue
        word.append(piece)
        if piece.ends_word:
            yield word
            word = []
    if word:
        yield word


def _stretches(line: Iterable[_Piece]) -> Iterator[Inline]:
    """The inlines of a line: of each text what stands on it."""
    for _, group in groupby(line, key=lambda piece: id(piece.inline)):
        pieces = list(group)
        inline = pieces[0].inline
        if isinstance(inline, Text):
            yield replace(inline, value="".join(piece.text for piece in pieces))
        else:
            yield from (piece.inline for piece in pieces)


def _joined(inlines: Iterable[Inline]) -> Inlines:
    """Neighbouring texts of one formatting as one text again."""
    result: list[Inline] = []
    for inline in inlines:
        last = result[-1] if result else None
        if (
            isinstance(last, Text)
            and isinstance(inline, Text)
            and replace(inline, value=last.value) == last
        ):
            result[-1] = replace(last, value=last.value + inline.value)
        else:
            result.append(inline)
    return tuple(result)


def rejoined(lines: Iterable[Inlines]) -> Inlines:
    """Lines as one run of inlines again, without the blanks at the end of the last one.

    Printed, those blanks could wrap a full last line.
    """
    inlines = _joined(chain.from_iterable(lines))
    last = inlines[-1] if inlines else None
    if not isinstance(last, Text):
        return inlines
    return (*inlines[:-1], replace(last, value=last.value.rstrip(_BLANKS)))


def cut_at(inlines: Inlines, length: int) -> tuple[Inlines, Inlines]:
    """The first `length` characters and the rest; a note's mark or a line break counts as one."""
    head: list[Inline] = []
    for index, inline in enumerate(inlines):
        size = len(inline.value) if isinstance(inline, Text) else 1
        if size > length and isinstance(inline, Text):
            head.append(replace(inline, value=inline.value[:length]))
            rest = replace(inline, value=inline.value[length:])
            return _joined(head), (rest, *inlines[index + 1 :])
        if size > length:
            return _joined(head), inlines[index:]
        head.append(inline)
        length -= size
    return _joined(head), ()
