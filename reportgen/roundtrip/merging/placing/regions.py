"""What differs between a piece and what became of it, token by token."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reportgen.roundtrip.merging.placing.printed import Sign, text_of
from reportgen.roundtrip.merging.placing.traced import Value

_TOKEN = re.compile(r"\d[\d.,/]*\d%?|\d%?|[^\W\d_]+|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Region:
    """Signs `start` to `end` of the old piece that gave way to `first` to `last` of the new."""

    start: int
    end: int
    first: int
    last: int


def regions(old: Sequence[Sign], new: Sequence[Sign], values: Sequence[Value]) -> list[Region]:
    """What differs, token by token; a value that is touched is a region's as a whole."""
    cuts = [_tokens(old), _tokens(new)]
    before, after = (
        [tuple(signs[a:b]) for a, b in cut] for signs, cut in zip((old, new), cuts, strict=True)
    )
    ends = [[a for a, _ in cut] + [len(signs)] for signs, cut in zip((old, new), cuts, strict=True)]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    found = [
        Region(ends[0][a], ends[0][b], ends[1][c], ends[1][d])
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]
    return _widened(found, values)


def _tokens(signs: Sequence[Sign]) -> list[tuple[int, int]]:
    """The tokens of signs by start and end: words, figures, single signs of one look."""
    made: list[tuple[int, int]] = []
    index = 0
    while index < len(signs):
        if signs[index].note or signs[index].value == "\n":
            made.append((index, index + 1))
            index += 1
            continue
        last = index
        while last < len(signs) and not signs[last].note and signs[last].look == signs[index].look:
            if signs[last].value == "\n":
                break
            last += 1
        for token in _TOKEN.finditer(text_of(signs[index:last])):
            made.append((index + token.start(), index + token.end()))
        index = last
    return made


def _widened(found: list[Region], values: Sequence[Value]) -> list[Region]:
    """The regions with whole values: what is the same before and behind is taken in."""
    made: list[Region] = []
    for one in found:
        start, end, first, last = one.start, one.end, one.first, one.last
        for value in values:
            inside = start < value.end and value.start < end
            within = start == end and value.start < start < value.end
            if inside or within:
                first -= max(0, start - value.start)
                last += max(0, value.end - end)
                start, end = min(start, value.start), max(end, value.end)
        made.append(Region(start, end, first, last))
    joined: list[Region] = []
    for one in made:
        if joined and one.start < joined[-1].end:
            before = joined[-1]
            joined[-1] = Region(before.start, max(before.end, one.end), before.first, one.last)
        else:
            joined.append(one)
    return joined
