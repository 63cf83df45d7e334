"""A paragraph as a row of letters, each with its look, so that two of them can be held together."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from reportgen.document.tree import Inline, Inlines, LineBreak, NoteReference, Text

NOTE, BREAK = "\ufffc", "\n"
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_TOKEN = re.compile(rf"{NOTE}|\s+|\w+(?:[./,:\-\u2011]\w+)*%?|[^\w\s]")
_BLANK = " "


@dataclass(frozen=True, slots=True)
class Look:
    """How a letter is set, or which note a mark (`note` above 0) leads to."""

    bold: bool = False
    italic: bool = False
    superscript: bool = False
    link: str | None = None
    note: int = 0


Token = tuple[str, int]
"""A word, a sign or a blank as it is compared; of a note's mark also its number."""


@dataclass(frozen=True)
class Letters:
    """The letters of a paragraph, composed (NFC), and the look of each."""

    text: str = ""
    looks: tuple[Look, ...] = ()

    def __add__(self, other: "Letters") -> "Letters":
        return Letters(self.text + other.text, self.looks + other.looks)

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, span: slice) -> "Letters":
        return Letters(self.text[span], self.looks[span])

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each token stands."""
        return tuple(match.span() for match in _TOKEN.finditer(self.text))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words and signs; blanks of all kinds are one, notes are told by their numbers."""
        return tuple(self._token(start, end) for start, end in self.spans)

    def _token(self, start: int, end: int) -> Token:
        value = self.text[start:end]
        if value.isspace():
            return _BLANK, 0
        return value.replace("\u2011", "-"), self.looks[start].note

    @property
    def printed(self) -> str:
        """The text without the marks of notes, a line break as a space."""
        return self.text.replace(NOTE, "").replace(BREAK, " ")

    @property
    def notes(self) -> tuple[int, ...]:
        """The numbers of the notes, in their order."""
        return tuple(look.note for look in self.looks if look.note)

    def renumbered(self, number_of: Callable[[int], int]) -> "Letters":
        """The same with other numbers of notes."""
        if NOTE not in self.text:
            return self
        looks = (replace(one, note=number_of(one.note)) if one.note else one for one in self.looks)
        return Letters(self.text, tuple(looks))

    def bare(self) -> "Letters":
        """The same without any look, for a text that has none."""
        return Letters(self.text, tuple(Look(note=one.note) for one in self.looks))

    def trimmed(self) -> "Letters":
        """The same without blanks at its ends."""
        end = len(self.text.rstrip())
        start = min(len(self.text) - len(self.text.lstrip()), end)
        return self[start:end]

    def seen(self) -> tuple[tuple[Token, ...], tuple[tuple[bool, bool, bool], ...]]:
        """What a reader sees of it: the tokens, and the looks of all letters but blanks."""
        whole = self.trimmed()
        looks = (
            (look.bold, look.italic, look.superscript)
            for sign, look in zip(whole.text, whole.looks, strict=True)
            if not sign.isspace() and not look.note
        )
        return whole.tokens, tuple(looks)


def plain(text: str) -> Letters:
    """Letters without any look."""
    return letters_of((Text(text),)) if text else Letters()


def letters_of(inlines: Inlines) -> Letters:
    """The letters of a paragraph, without those that nobody sees."""
    signs: list[str] = []
    looks: list[Look] = []
    for value, look in map(_sign, inlines):
        seen = _composed(value).translate(_UNSEEN)
        signs.append(seen)
        looks += [look] * len(seen)
    return Letters("".join(signs), tuple(looks))


@cache
def _look(
    bold: bool = False, italic: bool = False, superscript: bool = False, link: str | None = None
) -> Look:
    """The one look of that kind, so that the same looks are told quickly."""
    return Look(bold, italic, superscript, link)


def _sign(inline: Inline) -> tuple[str, Look]:
    match inline:
        case NoteReference(number):
            return NOTE, Look(note=number)
        case LineBreak():
            return BREAK, _look()
        case Text():
            look = _look(inline.bold, inline.italic, inline.superscript, inline.link)
            return inline.value.replace(BREAK, " ").replace(NOTE, " "), look


def _composed(text: str) -> str:
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def inlines_of(letters: Letters) -> Inlines:
    """The paragraph that these are the letters of."""
    return tuple(_inlines(letters))


def _inlines(letters: Letters) -> Iterator[Inline]:
    start = 0
    for end in range(1, len(letters) + 1):
        sign, look = letters.text[start], letters.looks[start]
        apart = (
            end == len(letters)
            or sign in (NOTE, BREAK)
            or letters.text[end] in (NOTE, BREAK)
            or letters.looks[end] != look
        )
        if not apart:
            continue
        if sign == NOTE:
            yield NoteReference(look.note)
        elif sign == BREAK:
            yield LineBreak()
        else:
            value = letters.text[start:end]
            yield Text(value, look.bold, look.italic, look.superscript, look.link)
        start = end
