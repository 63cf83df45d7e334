"""Runs of a Word paragraph as the tree's inlines."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from reportgen.document.tree import Inline, Inlines, LineBreak, NoteReference, Text
from reportgen.readers.word.model import NoteMark, WordRun

NumberOf = Callable[[NoteMark], int]


def inlines_of(runs: Iterable[WordRun], number_of: NumberOf) -> Inlines:
    """The runs as inlines, neighbours of one look merged; a page break leaves nothing behind.

    `number_of` gives the number in `Document.notes` of the note that a mark leads to.
    """
    return merged(piece for run in runs for piece in _pieces(run, number_of))


def _pieces(run: WordRun, number_of: NumberOf) -> Iterator[Inline]:
    for index, line in enumerate(run.text.replace("\f", "\n").split("\n")):
        if index:
            yield LineBreak()
        if line:
            looks = run.format
            raised, link = looks.superscript, run.link or None
            yield Text(line, looks.bold, looks.italic, raised, link)
    if run.note is not None:
        yield NoteReference(number_of(run.note))


def trimmed(inlines: Inlines) -> Inlines:
    """The inlines without blanks and line breaks at either end."""
    kept = list(inlines)
    while kept and _is_blank(kept[0]):
        del kept[0]
    while kept and _is_blank(kept[-1]):
        del kept[-1]
    if kept and isinstance(first := kept[0], Text):
        kept[0] = replace(first, value=first.value.lstrip())
    if kept and isinstance(last := kept[-1], Text):
        kept[-1] = replace(last, value=last.value.rstrip())
    return tuple(kept)


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, LineBreak) or (isinstance(inline, Text) and not inline.value.strip())


def cut(inlines: Inlines, end: int) -> Inlines:
    """The inlines without their first `end` characters."""
    kept: list[Inline] = []
    for one in inlines:
        if end > 0 and isinstance(one, Text):
            value, end = one.value[end:], end - min(end, len(one.value))
            if value:
                kept.append(replace(one, value=value))
        else:
            kept.append(one)
    return tuple(kept)


def plain(inlines: Inlines, bold: bool = True, italic: bool = True) -> Inlines:
    """The inlines without the weight (slope) that all of them share, as their component has it."""
    texts = [one for one in inlines if isinstance(one, Text) and one.value.strip()]
    heavy = bold and bool(texts) and all(one.bold for one in texts)
    sloped = italic and bool(texts) and all(one.italic for one in texts)
    return merged(
        replace(one, bold=one.bold and not heavy, italic=one.italic and not sloped)
        if isinstance(one, Text)
        else one
        for one in inlines
    )


def merged(inlines: Iterable[Inline]) -> Inlines:
    """Neighbouring texts of one look as one text."""
    made: list[Inline] = []
    for one in inlines:
        last = made[-1] if made else None
        if isinstance(one, Text) and isinstance(last, Text) and _look_alike(one, last):
            made[-1] = replace(last, value=last.value + one.value)
        else:
            made.append(one)
    return tuple(made)


def _look_alike(one: Text, other: Text) -> bool:
    return replace(one, value=other.value) == other


def sliced(runs: Sequence[WordRun], start: int, end: int) -> tuple[WordRun, ...]:
    """The runs between two offsets of their joined text; a note's mark goes with what is before.

    A mark at `start` belongs to the slice only where `start` is 0.
    """
    kept = []
    offset = 0
    for run in runs:
        left, right = max(start - offset, 0), min(end - offset, len(run.text))
        inside = not run.text and (start < offset <= end or offset == start == 0)
        if inside:
            kept.append(run)
        elif run.text and left < right:
            text = run.text[left:right]
            note = run.note if right == len(run.text) else None
            kept.append(replace(run, text=text, note=note))
        offset += len(run.text)
    return tuple(kept)
