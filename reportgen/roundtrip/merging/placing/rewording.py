"""A piece that was changed: which words of its source change, and how."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.roundtrip.merging.placing.marking import Spot
from reportgen.roundtrip.merging.placing.patches import Patch, Placement
from reportgen.roundtrip.merging.placing.printed import Sign, text_of
from reportgen.roundtrip.merging.placing.regions import Region, regions
from reportgen.roundtrip.merging.placing.source_map import SourceMap
from reportgen.roundtrip.merging.placing.traced import Traced
from reportgen.roundtrip.merging.placing.typing_in import Typist, fits, moved_values

_NOTE_MARK = re.compile(r"[*>\s]*(?P<mark>\[\^[^\[\]\n]+\]|\^\[)")
_LINE_END = re.compile(r"\n[ \t]*")


def reworded(
    traced: Traced, new: Sequence[Sign], sources: SourceMap, typist: Typist
) -> Placement | None:
    """The least changes to YAML texts that make the piece read `new`; None where there are none."""
    placement = Placement()
    for region in regions(traced.signs, new, traced.values):
        found = _replaced(traced, new, region, sources, typist)
        if found is None:
            return None
        placement = placement.and_(found)
    return placement


def _replaced(
    traced: Traced, new: Sequence[Sign], region: Region, sources: SourceMap, typist: Typist
) -> Placement | None:
    where = _source_range(traced, region, sources)
    if where is None:
        return None
    path, start, end = where
    passage = sources.passage_at(Spot(path, start))
    if passage is None or end > passage.end:
        return None
    signs = new[region.first : region.last]
    look = _look_around(traced, region)
    values = _inside(traced, region) or moved_values(signs, typist.loose)
    signs, held = held_values(signs, values)
    if all(sign.note or sign.look == look for sign in signs):
        bare = [Sign(sign.value, note=sign.note) for sign in signs]
        text = typist.typed(bare, held)
    elif look == Sign("").look:
        text = typist.typed(signs, held)
    else:
        return None
    typed = fits(passage, text)
    if typed is None:
        return None
    return Placement((Patch(path, start, end, typed),))


def _look_around(traced: Traced, region: Region) -> tuple[bool, bool, bool, bool]:
    at = region.start if region.start < region.end else region.start - 1
    if 0 <= at < len(traced.signs):
        return traced.signs[at].look
    return Sign("").look


def _inside(traced: Traced, region: Region) -> list[tuple[str, str]]:
    return [
        (text_of(traced.signs[one.start : one.end]), one.formula.source)
        for one in traced.values
        if region.start <= one.start and one.end <= region.end
    ]


def held_values(
    signs: Sequence[Sign], values: Sequence[tuple[str, str]]
) -> tuple[list[Sign], dict[int, str]]:
    """The signs with one sign for each printed value that they still have, in order, as a formula.

    `values` are printed texts with their formulas.
    """
    made = list(signs)
    held: dict[int, str] = {}
    done = 0
    for printed, source in values:
        text = "".join(one.value if len(one.value) == 1 else "\0" for one in made)
        at = _standing_alone(text, printed, done)
        if at < 0:
            continue
        made[at : at + len(printed)] = [Sign("\uf8ff", made[at].look)]
        held[at] = source
        done = at + 1
    return made, held


def _standing_alone(text: str, printed: str, start: int) -> int:
    """Where a value stands that no figure goes on before or behind; -1: nowhere."""
    at = text.find(printed, start) if printed else -1
    while at >= 0:
        around = text[max(0, at - 1) : at] + "x" + text[at + len(printed) : at + len(printed) + 1]
        if not re.search(r"\dx|x\d", around):
            return at
        at = text.find(printed, at + 1)
    return -1


def _source_range(
    traced: Traced, region: Region, sources: SourceMap
) -> tuple[Path, int, int] | None:
    """The stretch of a file that the region was printed from, if it is one and holds no markup."""
    if region.start == region.end:
        spot = _gap(traced, region.start, sources)
        return (spot.path, spot.offset, spot.offset) if spot else None
    first = first_spot(traced, region.start, sources)
    last = behind(traced, region.end - 1, sources)
    if first is None or last is None or first.path != last.path or first.offset > last.offset:
        return None
    typed = sources.texts[first.path][first.offset : last.offset]
    if _unbalanced(typed):
        return None
    return first.path, first.offset, last.offset


def _unbalanced(typed: str) -> bool:
    bare = re.sub(r"\\.|\{\{.*?\}\}", "", typed, flags=re.DOTALL)
    return bool(bare.count("*") % 2) or bare.count("[") != bare.count("]")


def first_spot(traced: Traced, index: int, sources: SourceMap) -> Spot | None:
    """The source's sign that printed the sign at `index`."""
    if traced.signs[index].note:
        found = note_source(traced, index, sources)
        return Spot(found[0], found[1]) if found else None
    value = traced.value_at(index)
    if value is not None:
        return Spot(value.formula.path, value.formula.start) if value.start == index else None
    return traced.spots[index]


def behind(traced: Traced, index: int, sources: SourceMap) -> Spot | None:
    """The source's sign behind the one that printed the sign at `index`."""
    if traced.signs[index].note:
        return behind_note(traced, index, sources)
    value = traced.value_at(index)
    if value is not None:
        return Spot(value.formula.path, value.formula.end) if value.end == index + 1 else None
    spot = traced.spots[index]
    if spot is not None:
        text = sources.texts[spot.path]
        gap = (
            re.match(r"[ \t]*\n[ \t]*", text[spot.offset :]) if text[spot.offset] == "\n" else None
        )
        return Spot(spot.path, spot.offset + (gap.end() if gap else 1))
    return None


def _gap(traced: Traced, index: int, sources: SourceMap) -> Spot | None:
    """Where words between the signs before and at `index` are typed."""
    before = behind(traced, index - 1, sources) if index else None
    if before is not None:
        return before
    return first_spot(traced, index, sources) if index < len(traced.signs) else None


def behind_note(traced: Traced, index: int, sources: SourceMap) -> Spot | None:
    """Where the mark of the note at `index` ends in the source."""
    found = note_source(traced, index, sources)
    return Spot(found[0], found[2]) if found else None


def note_source(traced: Traced, index: int, sources: SourceMap) -> tuple[Path, int, int] | None:
    """The mark of the note at `index` in the source: `[^name]` or `^[…]`."""
    start = index
    while start and traced.signs[start - 1].note:
        start -= 1
    for spot in _before_notes(traced, start, sources):
        found = _nth_mark(sources.texts[spot.path], spot.offset, index - start)
        if found is not None:
            return spot.path, *found
    return None


def _before_notes(traced: Traced, start: int, sources: SourceMap) -> Iterator[Spot]:
    """Where the marks of notes from `start` on may be typed: in the line, or as a block of it."""
    spot = behind(traced, start - 1, sources) if start else None
    if spot is not None:
        yield spot
    for block, begins, at in traced.edges:
        if begins and at == start:
            for passage in sources.passages:
                if passage.steps[:2] == ("noi_dung", block.name):
                    yield Spot(passage.path, passage.start)
            yield Spot(block.path, block.inner_start)


def _nth_mark(text: str, at: int, number: int) -> tuple[int, int] | None:
    for _ in range(number + 1):
        mark = _NOTE_MARK.match(text, at)
        if mark is None:
            return None
        begin = mark.start("mark")
        at = mark.end() if mark["mark"] != "^[" else closing(text, begin + 1) + 1
    return begin, at


def closing(text: str, opening: int) -> int:
    """The index of the bracket that closes the one at `opening`."""
    depth, index = 0, opening
    while index < len(text):
        if text[index] == "\\":
            index += 1
        elif text[index] in "[]":
            depth += 1 if text[index] == "[" else -1
            if depth == 0:
                return index
        index += 1
    return len(text) - 1
