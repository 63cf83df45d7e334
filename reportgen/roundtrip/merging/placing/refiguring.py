"""Figures that formulas printed and somebody typed over, told from the words around them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reportgen.roundtrip.merging.placing.patches import Placement
from reportgen.roundtrip.merging.placing.printed import Sign, text_of
from reportgen.roundtrip.merging.placing.regions import Region, regions
from reportgen.roundtrip.merging.placing.traced import Traced, Value

_INDICATOR = re.compile(r"\bct\b")
_FIGURE = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+(?![\d.,])%?|\d(?:[\d.,/]*\d)?\s?%?(?<!\s)")
FigureOf = Callable[[Value, str, str], Placement]


@dataclass(frozen=True, slots=True)
class _Change:
    """A value that printed `before`; `first` to `last` of the new signs read `after` now."""

    value: Value
    before: str
    after: str
    first: int
    last: int


def settled(traced: Traced, new: Sequence[Sign], figure: FigureOf) -> tuple[list[Sign], Placement]:
    """The new signs with the old values where a figure took the place of another, and what becomes
    of the new ones (`figure`). Words around them may have changed as well.
    """
    signs: list[Sign] = []
    placement = Placement()
    done = 0
    for region in _joined(regions(traced.signs, new, traced.values), traced.signs):
        for change in _changes(traced, new, region):
            value = change.value
            signs += [*new[done : change.first], *traced.signs[value.start : value.end]]
            done = change.last
            placement = placement.and_(figure(value, change.before, change.after))
    return [*signs, *new[done:]], placement


def _joined(found: Sequence[Region], signs: Sequence[Sign]) -> Iterator[Region]:
    """Regions with nothing but blanks between them as one, so that a figure finds its other."""
    waiting: Region | None = None
    for one in found:
        if waiting is None:
            waiting = one
        elif not text_of(signs[waiting.end : one.start]).strip():
            waiting = Region(waiting.start, one.end, waiting.first, one.last)
        else:
            yield waiting
            waiting = one
    if waiting is not None:
        yield waiting


def _changes(traced: Traced, new: Sequence[Sign], region: Region) -> list[_Change]:
    """The values of a region that became other figures."""
    inside = [
        one
        for one in traced.values
        if region.start <= one.start
        and one.end <= region.end
        and _INDICATOR.search(one.formula.source)
    ]
    if not inside:
        return []
    found = _between_the_same_words(traced, new, region, inside)
    return found if found is not None else _one_by_one(traced, new, region, inside)


def _between_the_same_words(
    traced: Traced, new: Sequence[Sign], region: Region, inside: Sequence[Value]
) -> list[_Change] | None:
    """Where the words between the values stayed: what stands between them now, unit and all."""
    after = _text(new, region)
    pattern, done = "", region.start
    for value in inside:
        pattern += re.escape(text_of(traced.signs[done : value.start])) + r"(\S.*?)"
        done = value.end
    pattern += re.escape(text_of(traced.signs[done : region.end]))
    match = re.fullmatch(pattern, after, re.DOTALL) if "\0" not in after else None
    if match is None:
        return None
    made = [
        _Change(value, before, match[group], region.first + start, region.first + end)
        for group, value in enumerate(inside, 1)
        if (before := _printed(traced, value)) != match[group]
        for start, end in (match.span(group),)
    ]
    alike = all(_is_figure(one.after) or not _is_figure(one.before) for one in made)
    return made if alike and all(any(map(str.isdigit, one.after)) for one in made) else None


def _one_by_one(
    traced: Traced, new: Sequence[Sign], region: Region, inside: Sequence[Value]
) -> list[_Change]:
    """Where words changed, too: the figures in their order, if there are as many as before."""
    old = [
        (region.start + one.start(), one[0])
        for one in _FIGURE.finditer(_text(traced.signs, Region(0, 0, region.start, region.end)))
    ]
    now = list(_FIGURE.finditer(_text(new, region)))
    if len(old) != len(now):
        return []
    values = {one.start: one for one in inside}
    return [
        _Change(value, before, match[0], region.first + match.start(), region.first + match.end())
        for (start, before), match in zip(old, now, strict=True)
        if (value := values.get(start)) is not None
        and _printed(traced, value) == before != match[0]
    ]


def _text(signs: Sequence[Sign], region: Region) -> str:
    """The signs of a region's new side, one letter each."""
    chosen = signs[region.first : region.last]
    return "".join(one.value if len(one.value) == 1 else "\0" for one in chosen)


def _printed(traced: Traced, value: Value) -> str:
    return text_of(traced.signs[value.start : value.end])


def _is_figure(text: str) -> bool:
    return _FIGURE.fullmatch(text) is not None
