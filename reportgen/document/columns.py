"""Columns: how wide each is and how it is aligned, as asked for or by what stands in it."""

import re
from collections.abc import Sequence
from math import sqrt
from statistics import fmean

from reportgen.document.tree import Alignment, Column
from reportgen.drafting.draft import DraftColumn

_LEAST, _LONGEST_WORD = 3.0, 20.0
_JUSTIFIED_FROM = 60  # characters on the average; shorter text tears apart when justified
_FIGURE = re.compile(r"[-+]?[\d.,/]+(?:\s?%)?|[IVXLC]+|[-–x×]|")
_SERIAL_TITLES = frozenset({"tt", "stt", "số tt", "số thứ tự"})


def shape_columns(
    asked: Sequence[DraftColumn], rows: Sequence[Sequence[str]]
) -> tuple[Column, ...]:
    """The columns of a table whose cells are `rows` (as typed); the widths add up to 1."""
    texts = [[row[index] for row in rows if index < len(row)] for index in range(len(asked))]
    widths = _widths(asked, texts)
    return tuple(
        Column(width, Alignment(column.alignment) if column.alignment else _side(column, cells))
        for column, cells, width in zip(asked, texts, widths, strict=True)
    )


def _widths(asked: Sequence[DraftColumn], texts: Sequence[Sequence[str]]) -> list[float]:
    """Asked-for percentages as they are, the rest shared out by content; then scaled to 1."""
    weights = [_weight(column.title, cells) for column, cells in zip(asked, texts, strict=True)]
    total = sum(weights)
    free = sum(
        weight for column, weight in zip(asked, weights, strict=True) if column.width is None
    )
    fixed = sum(column.width for column in asked if column.width is not None) / 100
    # Where the percentages leave nothing, the other columns get the share that content gives them.
    left = 1 - fixed if fixed < 1 else free / total
    shares = [
        left * weight / free if column.width is None else column.width / 100
        for column, weight in zip(asked, weights, strict=True)
    ]
    whole = sum(shares)
    return [share / whole for share in shares]


def _weight(title: str, cells: Sequence[str]) -> float:
    """A column with four times the text gets twice the width, but its longest word must fit."""
    filled = [cell for cell in cells if cell]
    length = fmean(map(len, filled)) if filled else 0.0
    words = {word for text in (title, *filled) for word in text.split()}
    longest = min(max(map(len, words), default=0), _LONGEST_WORD)
    return max(_LEAST, longest, 2.5 * sqrt(length))


def _side(column: DraftColumn, cells: Sequence[str]) -> Alignment:
    title = column.title.strip(" *.").casefold()
    if title in _SERIAL_TITLES:
        return Alignment.CENTER
    filled = [cell.strip() for cell in cells if cell.strip()]
    if filled and all(_FIGURE.fullmatch(cell) for cell in filled):
        return Alignment.CENTER
    if filled and fmean(map(len, filled)) >= _JUSTIFIED_FROM:
        return Alignment.JUSTIFY
    return Alignment.LEFT
