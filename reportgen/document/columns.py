"""Columns: how wide each is and how it is aligned, as asked for or by what stands in it."""

import re
from collections.abc import Sequence
from math import sqrt
from statistics import fmean

from reportgen.document.tree import Alignment, Column
from reportgen.drafting.draft import DraftColumn

_LINE = 80  # characters that fit beside each other across a portrait page, at 13 pt
_LONGEST_WORD, _PADDING = 20, 2
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
    natural = _natural_widths([column.title for column in asked], texts)
    pairs = list(zip(asked, natural, strict=True))
    free = sum(width for column, width in pairs if column.width is None)
    fixed = sum(column.width for column in asked if column.width is not None) / 100
    # Where the percentages leave nothing, the other columns get what their content asks for.
    left = 1 - fixed if fixed < 1 else free
    shares = [
        left * width / free if column.width is None else column.width / 100
        for column, width in pairs
    ]
    whole = sum(shares)
    return [share / whole for share in shares]


def _natural_widths(titles: Sequence[str], texts: Sequence[Sequence[str]]) -> list[float]:
    """Room for the longest word each; what is left goes by the root of the text's length.

    By the root, because four times the text in twice the width is twice as tall.
    """
    needs, roots = [], []
    for title, cells in zip(titles, texts, strict=True):
        words = {word for text in (title, *cells) for word in text.split()}
        longest = min(max(map(len, words), default=0), _LONGEST_WORD)
        needs.append((longest + _PADDING) / _LINE)
        roots.append(sqrt(1 + fmean(map(len, cells)) if cells else 1))
    whole, spare = sum(roots), max(0.0, 1 - sum(needs))
    return [need + spare * root / whole for need, root in zip(needs, roots, strict=True)]


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
