"""Merged cells of pipe tables: how far the cells reach by the `^^` and `<<` beside and below."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.document.markdown import FROM_ABOVE, FROM_THE_LEFT

Place = tuple[int, int]
"""Row and column of a cell, from 0."""


@dataclass(frozen=True, slots=True)
class Span:
    """How many columns and rows a cell covers; of one that another covers, none."""

    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Spans:
    """The spans of rows cell by cell, and the marks that merge nothing: they are text."""

    cells: tuple[tuple[Span, ...], ...]
    astray: tuple[Place, ...]


def spans_of(rows: Sequence[Sequence[str]]) -> Spans:
    """The spans of the rows of a header or of a body, cells as typed.

    A mark is astray where no cell stands above or at the left, or where what is merged would be no
    rectangle.
    """
    owners = _owners(rows)
    covered: dict[Place, list[Place]] = {}
    for place, owner in owners.items():
        covered.setdefault(owner, []).append(place)
    spans = dict.fromkeys(owners, Span(0, 0))
    astray = [place for place, owner in owners.items() if place == owner and _is_mark(rows, place)]
    for owner, places in covered.items():
        height = max(row for row, _ in places) - owner[0] + 1
        width = max(column for _, column in places) - owner[1] + 1
        if height * width == len(places):
            spans[owner] = Span(width, height)
        else:
            spans |= dict.fromkeys(places, Span())
            astray += (place for place in places if place != owner)
    made = tuple(
        tuple(spans[row, column] for column in range(len(cells))) for row, cells in enumerate(rows)
    )
    return Spans(made, tuple(sorted(set(astray))))


def _owners(rows: Sequence[Sequence[str]]) -> dict[Place, Place]:
    """Of each cell the one that it is a part of, itself where it is one of its own."""
    owners: dict[Place, Place] = {}
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            beside = {FROM_ABOVE: (row - 1, column), FROM_THE_LEFT: (row, column - 1)}.get(text)
            owners[row, column] = owners.get(beside, (row, column)) if beside else (row, column)
    return owners


def _is_mark(rows: Sequence[Sequence[str]], place: Place) -> bool:
    return rows[place[0]][place[1]] in (FROM_ABOVE, FROM_THE_LEFT)
