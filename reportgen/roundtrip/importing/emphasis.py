"""Bold and italic of a Word file that the imported dossier prints plain."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from itertools import groupby

from reportgen.document.tree import Blocks, Document, Heading, Inlines, Paragraph, Table, Text
from reportgen.roundtrip.importing.comparing import folded

_Look = tuple[str, bool, bool]  # a sign as it is compared, bold, italic


def lost_emphasis(word: Document, printed: Document) -> list[str]:
    """The stretches that are bold or italic in the Word file only, in reading order.

    Paragraphs are compared whose texts are the same; how titles are set is the layout's.
    """
    there: defaultdict[str, deque[list[_Look]]] = defaultdict(deque)
    for inlines in _paragraphs(printed):
        looks = list(_looks(inlines))
        there[_signs(looks)].append(looks)
    lost: list[str] = []
    for inlines in _paragraphs(word):
        looks = list(_looks(inlines))
        now = there[_signs(looks)]
        if now:
            lost += _stretches(inlines, looks, now.popleft())
    return lost


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
    for one in inlines:
        if isinstance(one, Text):
            for sign in one.value:
                if kept := folded(sign):
                    yield kept, one.bold, one.italic


def _signs(looks: Iterable[_Look]) -> str:
    return "".join(sign for sign, _, _ in looks)


def _stretches(inlines: Inlines, had: list[_Look], now: list[_Look]) -> Iterator[str]:
    """The words of `had` that are plainer in `now`, as typed."""
    text = "".join(one.value for one in inlines if isinstance(one, Text))
    places = [place for place, sign in enumerate(text) if folded(sign)]
    fewer = [
        (before[1] and not after[1]) or (before[2] and not after[2])
        for before, after in zip(had, now, strict=True)
    ]
    for is_lost, run in groupby(range(len(fewer)), key=fewer.__getitem__):
        first, *others = run
        stretch = text[places[first] : places[others[-1] if others else first] + 1]
        if is_lost and any(sign.isalnum() for sign in stretch):
            yield stretch
