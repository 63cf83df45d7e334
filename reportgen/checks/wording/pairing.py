"""Which quotes and brackets of a text belong together; labels such as `a)` close nothing."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.checks.manuscript import Passage
from reportgen.checks.wording.words import hide_addresses

PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»"}
_CLOSERS = {closer: opener for opener, closer in PAIRS.items()}
_MARKS = re.compile("[()\\[\\]“”«»]")
_LABEL = re.compile(
    r"(?:(?<![\w(])|(?<=\s))(?:\d{1,2}|[a-zà-ỹđ]|[ivxIVX]{1,4}|(?<![\w)”,] )[a-zà-ỹđ]{2})[*]?\)$"
)
_LONGEST_LABEL = 6


@dataclass(frozen=True, slots=True)
class Loose:
    """A mark without its partner: `sign` stands at `offset` of the passage."""

    passage: Passage
    offset: int
    sign: str

    @property
    def opens(self) -> bool:
        return self.sign in PAIRS

    def closed_by(self, other: "Loose") -> bool:
        """Whether the other is the partner in a later passage of the same stretch of text."""
        here, there = self.passage, other.passage
        same_stretch = (here.part, here.note, here.appendix) == (
            there.part,
            there.note,
            there.appendix,
        )
        return same_stretch and here.cell == there.cell and PAIRS.get(self.sign) == other.sign


def loose_marks(passage: Passage) -> Iterator[Loose]:
    """The marks of one passage that have no partner in it, kind by kind."""
    text = hide_addresses(passage.text)
    marks = [(match.start(), match[0]) for match in _MARKS.finditer(text)]
    for opener in PAIRS if marks else ():
        yield from _loose_of_kind(passage, text, marks, opener)


def _loose_of_kind(
    passage: Passage, text: str, marks: Sequence[tuple[int, str]], opener: str
) -> Iterator[Loose]:
    closer = PAIRS[opener]
    opened: list[int] = []
    doubtful: list[int] = []  # label-like closers that may have closed a bracket
    for offset, sign in marks:
        if sign == opener:
            opened.append(offset)
        elif sign == closer == ")" and _is_label(text, offset):
            doubtful.append(offset)
        elif sign == closer:
            if opened:
                opened.pop()
            else:
                yield Loose(passage, offset, sign)
    for offset in opened:
        later = bisect_right(doubtful, offset)
        if later == len(doubtful):
            yield Loose(passage, offset, opener)
        else:
            doubtful.pop(later)


def _is_label(text: str, offset: int) -> bool:
    return bool(_LABEL.search(text[max(0, offset - _LONGEST_LABEL) : offset + 1]))
