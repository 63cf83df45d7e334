"""Where on the pages the words of a passage stand."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportgen.checks.manuscript import Passage
from reportgen.preview.pages import Letter, lines_of
from reportgen.preview.view import Box, Spot
from reportgen.vietnamese import nfc

#: Letters of context on either side; the least that may tell which of several places is meant.
_CONTEXTS = (120, 60, 30, 15, 8)
#: Signs that a line may end with, which then do not always come back as they were typed.
_UNSURE = "-\u00ad\u2010\u2011"
_WITHOUT = dict.fromkeys(map(ord, _UNSURE))
_START = 60  # letters of a passage that is meant as a whole


class PrintedText:
    """The letters of all pages in one line to be searched: no spaces, hyphens, capitals."""

    def __init__(self, pages: Sequence[Sequence[Letter]]) -> None:
        self._letters: list[tuple[int, Letter]] = []
        text: list[str] = []
        for number, letters in enumerate(pages):
            for letter in letters:
                if not (letter.text.isspace() or letter.text in _UNSURE):
                    folded = letter.text.lower()
                    text.append(folded if len(folded) == 1 else letter.text)
                    self._letters.append((number, letter))
        self._text = "".join(text)

    def spots(self, passage: Passage, start: int, end: int) -> tuple[Spot, ...]:
        """Where `passage.text[start:end]` is printed; its beginning, where that is empty."""
        if start >= end:
            start, end = 0, len(passage.text)
        for marks in (passage.marks, ()):
            before, words, after = _pieces(passage.text, start, end, marks)
            if words and (found := self._found(before, words, after)) is not None:
                return self._boxes(found, found + min(len(words), max(_START, end - start)))
        return ()

    def _found(self, before: str, words: str, after: str) -> int | None:
        for size in _CONTEXTS:
            head, tail = before[-size:], after[:size]
            at = self._text.find(head + words + tail)
            if at >= 0:
                return at + len(head)
        at = self._text.find(words)
        alone = at >= 0 and self._text.find(words, at + 1) < 0
        return at if alone else None

    def _boxes(self, start: int, end: int) -> tuple[Spot, ...]:
        found = self._letters[start:end]
        return tuple(
            Spot(page, tuple(_boxes([letter for _, letter in group])))
            for page, group in groupby(found, key=lambda one: one[0])
        )


def _boxes(letters: list[Letter]) -> Iterator[Box]:
    for line in lines_of(letters):
        yield round(line.left, 1), round(line.top, 1), round(line.width, 1), round(line.height, 1)


def _pieces(
    text: str, start: int, end: int, marks: Sequence[tuple[int, int]]
) -> tuple[str, str, str]:
    """The text before, within and after, as it is printed, without spaces, hyphens and capitals.

    The marks of notes are printed where they stand: one between two pieces begins the second.
    """
    pieces = ["", "", ""]
    cuts = sorted({0, start, end, len(text), *(offset for offset, _ in marks)})
    for at, following in zip(cuts, [*cuts[1:], len(text)], strict=True):
        piece = (at >= start) + (at >= end)
        numbers = "".join(str(number) for offset, number in marks if offset == at)
        pieces[piece] += numbers + text[at:following]
    before, words, after = (_squeezed(one) for one in pieces)
    return before, words, after


def _squeezed(text: str) -> str:
    return "".join(nfc(text).lower().translate(_WITHOUT).split())
