"""A piece of the tree as one text: a sign for each character, break and note mark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reportgen.document.tree import Inline, Inlines, LineBreak, NoteReference, Text

Look = tuple[bool, bool, bool, bool]


@dataclass(frozen=True, slots=True)
class Sign:
    """A character with its look, `\\n` for a line break, or the mark of note `note`."""

    value: str
    look: Look = (False, False, False, False)
    note: int = 0


def signs_of(inlines: Inlines) -> list[Sign]:
    """The inlines, sign by sign."""
    return [sign for one in inlines for sign in _signs(one)]


def _signs(one: Inline) -> Iterator[Sign]:
    match one:
        case Text():
            look = (one.bold, one.italic, one.superscript, one.link is not None)
            yield from (_sign(value, look) for value in one.value)
        case LineBreak():
            yield Sign("\n")
        case NoteReference(number):
            yield Sign("", note=number)


@cache
def _sign(value: str, look: Look) -> Sign:
    """The one sign of that kind: a document has tens of thousands, of a few hundred kinds."""
    return Sign(value, look)


def inlines_of(signs: Sequence[Sign]) -> Inlines:
    """The inlines that these signs make."""
    made: list[Inline] = []
    index = 0
    while index < len(signs):
        first = signs[index]
        if first.note:
            made.append(NoteReference(first.note))
        elif first.value == "\n":
            made.append(LineBreak())
        else:
            last = index
            while last + 1 < len(signs) and _goes_on(signs[last + 1], first):
                last += 1
            value = "".join(one.value for one in signs[index : last + 1])
            bold, italic, raised, linked = first.look
            made.append(Text(value, bold, italic, raised, value if linked else None))
            index = last
        index += 1
    return tuple(made)


def _goes_on(sign: Sign, first: Sign) -> bool:
    return not sign.note and sign.value != "\n" and sign.look == first.look


def text_of(signs: Sequence[Sign]) -> str:
    """The characters alone; note marks are left out."""
    return "".join(sign.value for sign in signs)
