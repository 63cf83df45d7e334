"""Inlines of the tree as Markdown of the dialect, escaped so that they read back as they are."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from markdown_it.token import Token

from reportgen.document.inlines import read_inlines
from reportgen.document.tree import Inline, Inlines, LineBreak, NoteReference, Text
from reportgen.vietnamese.text import split_superscripts

MarkOf = Callable[[int], str]
"""The Markdown of the mark of note number n."""

_ADDRESS = re.compile(r"https?://[^\s<>]+")
_MARK = re.compile(r"\([0-9]+\)")
_BREAKING = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_SIGNS = re.compile(r"[\\*]|\^(?=\[|\Z)|\[(?=\^|\Z)|<(?=https?://|\Z)|(?<=!)\[")
_LINE_START = re.compile(r"#|(?:->|=>|>>)(?=[ \t])|(?<=\A)\[")
_RAISED = str.maketrans("0123456789()+-=n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻⁼ⁿ")
_BREAK = "  \n"
_TRIES = 60

Look = tuple[bool, bool]


def inlines_markdown(inlines: Inlines, mark_of: MarkOf, pipes: bool = False) -> str:
    """The inlines as Markdown; every character arrives, formatting where the dialect has it.

    `pipes`: the text stands in a table. Weight or slope that begins or ends within a word is left
    out, for the dialect knows none.
    """
    pieces = canonical(inlines)
    pipes = pipes or any(isinstance(one, LineBreak) for one in pieces)
    for trial in _trials(pieces):
        if _reads_as(_written(trial, _placeholder, pipes), trial):
            return _written(trial, mark_of, pipes)
    bare = tuple(_bare(one) for one in pieces)
    return _written(canonical(bare), mark_of, pipes)


def canonical(inlines: Iterable[Inline]) -> Inlines:
    """The inlines as the dialect can hold them: one text a look, blanks outside of emphasis.

    Blanks at both ends and beside line breaks go, several breaks in a row become one; raised
    marks in brackets stay raised, other raised figures become signs of their own (`m²`).
    """
    parts: list[Inline] = []
    for one in inlines:
        parts += _parts(one) if isinstance(one, Text) else (one,)
    return _marks_placed(_without_outer_blanks(_joined(_breaks_bared(_joined(parts)))))


def _parts(text: Text) -> Iterator[Text]:
    """A text's core in its look, the blanks at its ends plain; raised marks apart."""
    value = _BREAKING.sub(" ", text.value)
    if text.link == value and _ADDRESS.fullmatch(value):
        yield replace(text, value=value)
        return
    if text.superscript and not _MARK.fullmatch(value.strip()):
        raised = value.translate(_RAISED)
        value = raised if all(a != b for a, b in zip(value, raised, strict=True)) else value
    core = value.strip()
    if not core:
        yield Text(value)
        return
    start = value.index(core)
    yield Text(value[:start])
    if text.superscript and _MARK.fullmatch(core):
        yield Text(core, text.bold, text.italic, superscript=True)
    else:
        for run, is_mark in split_superscripts(core):
            yield Text(run, text.bold, text.italic, is_mark)
    yield Text(value[start + len(core) :])


def _joined(parts: Iterable[Inline]) -> list[Inline]:
    """Neighbours of one look as one; blanks between two texts look as far as both look alike."""
    made: list[Inline] = []
    for one in parts:
        if isinstance(one, Text) and not one.value:
            continue
        if isinstance(one, Text) and len(made) > 1:
            before, blank = made[-2:]
            if isinstance(before, Text) and isinstance(blank, Text) and not blank.value.strip():
                del made[-1]
                look = (before.bold and one.bold, before.italic and one.italic)
                _append(made, Text(blank.value, *look))
        _append(made, one)
    return made


def _append(made: list[Inline], one: Inline) -> None:
    last = made[-1] if made else None
    if isinstance(one, Text) and isinstance(last, Text) and _alike(one, last):
        made[-1] = replace(last, value=last.value + one.value)
    else:
        made.append(one)


def _alike(one: Text, other: Text) -> bool:
    return not one.link and not one.superscript and replace(one, value=other.value) == other


def _breaks_bared(parts: Sequence[Inline]) -> Iterator[Inline]:
    """The parts without blanks beside line breaks, and one break where there are several."""
    for index, one in enumerate(parts):
        before = parts[index - 1] if index else None
        after = parts[index + 1] if index + 1 < len(parts) else None
        if isinstance(one, Text) and not one.link:
            value = one.value.lstrip() if isinstance(before, LineBreak) else one.value
            value = value.rstrip() if isinstance(after, LineBreak) else value
            if value:
                yield replace(one, value=value)
        elif not isinstance(one, LineBreak) or not _break_follows(parts, index):
            yield one


def _break_follows(parts: Sequence[Inline], index: int) -> bool:
    for one in parts[index + 1 :]:
        if isinstance(one, LineBreak):
            return True
        if not isinstance(one, Text) or one.value.strip():
            return False
    return False


def _without_outer_blanks(parts: Sequence[Inline]) -> Inlines:
    kept = list(parts)
    for at, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while kept:
            edge = kept[at]
            if isinstance(edge, Text) and not edge.link:
                edge = replace(edge, value=strip(edge.value))
            if isinstance(edge, LineBreak) or (isinstance(edge, Text) and not edge.value):
                del kept[at]
                continue
            kept[at] = edge
            break
    return tuple(kept)


def _marks_placed(parts: Inlines) -> Inlines:
    """A mark that a line begins with, before a colon, behind it: `[^a]:` would define a note."""
    made = list(parts)
    for index, (mark, text) in enumerate(pairwise(parts)):
        begins = index == 0 or isinstance(parts[index - 1], LineBreak)
        if not (begins and isinstance(mark, NoteReference) and isinstance(text, Text)):
            continue
        if text.value.startswith(":"):
            made[index : index + 2] = [Text(":"), mark, replace(text, value=text.value[1:])]
            return _marks_placed(tuple(_joined(made)))
    return parts


def _trials(pieces: Inlines) -> Iterator[Inlines]:
    """The inlines, then with less and less emphasis: single looks dropped from the left."""
    yield pieces
    marked = [i for i, one in enumerate(pieces) if isinstance(one, Text) and _look(one) != (0, 0)]
    kept = pieces
    for index in marked[:_TRIES]:
        others = {*marked} - {index}
        alone = tuple(_bare(one) if i in others else one for i, one in enumerate(pieces))
        if not _reads_as(_written(alone, _placeholder, pipes=True), canonical(alone)):
            kept = tuple(_bare(one) if i == index else one for i, one in enumerate(kept))
    yield canonical(kept)


def _bare(one: Inline) -> Inline:
    return replace(one, bold=False, italic=False) if isinstance(one, Text) else one


def _look(one: Text) -> Look:
    return one.bold, one.italic


def _placeholder(number: int) -> str:
    return f"[^{number}]"


def _reads_as(markdown: str, inlines: Inlines) -> bool:
    def take(token: Token) -> Inline:
        return NoteReference(int(token.content) if token.content.isdecimal() else 0)

    return read_inlines(markdown, take) == inlines


def _written(inlines: Inlines, mark_of: MarkOf, pipes: bool) -> str:
    """The inlines with their marks; of two that overlap, the one that lasts longer is outside."""
    made: list[str] = []
    open_marks: list[str] = []
    for index, one in enumerate(inlines):
        if isinstance(one, Text):
            wanted = _wanted(one)
            while any(mark not in wanted for mark in open_marks):
                made.append(open_marks.pop())
            fresh = [mark for mark in wanted if mark not in open_marks]
            fresh.sort(key=lambda mark: -_lasts(inlines, index, mark))
            open_marks += fresh
            made += fresh
            text = _text(one, pipes)
            begins = not made or made[-1] == _BREAK
            made.append(_at_line_start(text) if begins else text)
        elif isinstance(one, LineBreak):
            if not _lasts(inlines, index + 1, "*") and not _lasts(inlines, index + 1, "**"):
                made += reversed(open_marks)
                open_marks.clear()
            made.append(_BREAK)
        else:
            after = next((x for x in inlines[index:] if isinstance(x, Text)), None)
            while open_marks and (after is None or open_marks[-1] not in _wanted(after)):
                made.append(open_marks.pop())
            made.append(mark_of(one.number))
    return "".join((*made, *reversed(open_marks)))


def _wanted(text: Text) -> tuple[str, ...]:
    return ("**",) * text.bold + ("*",) * text.italic


def _lasts(inlines: Inlines, start: int, mark: str) -> int:
    """How many inlines from `start` on have the mark."""
    count = 0
    for one in inlines[start:]:
        if isinstance(one, Text) and mark not in _wanted(one):
            break
        count += 1
    return count


def _text(text: Text, pipes: bool) -> str:
    if text.link is not None and text.link == text.value and _ADDRESS.fullmatch(text.value):
        return f"<{text.value}>"
    value = text.value.translate(_RAISED) if text.superscript else text.value
    escaped = _SIGNS.sub(lambda sign: f"\\{sign[0]}", value)
    return escaped.replace("|", "\\|") if pipes else escaped


def _at_line_start(text: str) -> str:
    return (
        _LINE_START.sub(lambda sign: f"\\{sign[0]}", text, count=1)
        if _LINE_START.match(text)
        else text
    )
