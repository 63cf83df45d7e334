"""Bold and italic of a Word file that the imported dossier prints plain."""

from collections import defaultdict, deque
from collections.abc import Iterator
from itertools import groupby

from reportgen.document.inlines import plain_text
from reportgen.document.tree import (
    Blocks,
    Document,
    Heading,
    Inline,
    Inlines,
    Paragraph,
    Table,
    Text,
)
from reportgen.roundtrip.importing.comparing import folded

_Look = tuple[bool, bool]  # bold, italic


def lost_emphasis(word: Document, printed: Document) -> list[str]:
    """The stretches that are bold or italic in the Word file only, in reading order.

    Paragraphs are compared whose texts are the same; how titles are set is the layout's.
    """
    ours = [(folded(plain_text(one)), one) for one in _paragraphs(word)]
    wanted = {text for text, inlines in ours if any(map(_is_set_off, inlines))}
    there: defaultdict[str, deque[list[_Look]]] = defaultdict(deque)
    for inlines in _paragraphs(printed):
        if (text := folded(plain_text(inlines))) in wanted:
            there[text].append(list(_looks(inlines)))
    lost: list[str] = []
    for text, inlines in ours:
        if text in wanted and there[text]:
            had, now = list(_looks(inlines)), there[text].popleft()
            lost += _stretches(inlines, had, now) if len(had) == len(now) else ()
    return lost


def _is_set_off(one: Inline) -> bool:
    return isinstance(one, Text) and (one.bold or one.italic)


def _paragraphs(document: Document) -> Iterator[Inlines]:
    for blocks in (document.body, *(one.blocks for one in document.appendices)):
        yield from _texts(blocks)
    for note in document.notes:
        yield from _texts(note.paragraphs)


def _texts(blocks: Blocks) -> Iterator[Inlines]:
    for one in blocks:
        match one:
            case Paragraph(inlines):
                yield inlines
            case Heading(run_in=inlines):
                yield inlines
            case Table(_, header, rows):
                for row in (*header, *rows):
                    for cell in row:
                        yield from _texts(cell.blocks)


def _looks(inlines: Inlines) -> Iterator[_Look]:
    """The look of each sign that is no blank."""
    for one in inlines:
        if isinstance(one, Text):
            yield from ((one.bold, one.italic) for sign in one.value if not sign.isspace())


def _stretches(inlines: Inlines, had: list[_Look], now: list[_Look]) -> Iterator[str]:
    """The words of `had` that are plainer in `now`, as typed."""
    text = "".join(one.value for one in inlines if isinstance(one, Text))
    places = [place for place, sign in enumerate(text) if not sign.isspace()]
    fewer = [
        any(first and not second for first, second in zip(before, after, strict=True))
        for before, after in zip(had, now, strict=True)
    ]
    for is_lost, run in groupby(range(len(fewer)), key=fewer.__getitem__):
        first, *others = run
        stretch = text[places[first] : places[others[-1] if others else first] + 1]
        if is_lost and any(sign.isalnum() for sign in stretch):
            yield stretch
