"""Pipe tables as GitHub writes them; the lines after the delimiter row need a pipe each.

Two things beyond GitHub: several header rows, each beginning with a pipe, and merged cells.
"""

import re
from itertools import pairwise

from markdown_it.rules_block import StateBlock

from reportgen.document.markdown.source import TableSource, line_text, push_source
from reportgen.document.tree import Alignment

FROM_ABOVE, FROM_THE_LEFT = "^^", "<<"
"""A cell of which nothing else is typed belongs to the cell above, or to the one at its left."""

MOST_HEADER_ROWS = 6

_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_BACKSLASHES_OR_PIPE = re.compile(r"\\.|\|")


def table_rule(state: StateBlock, start_line: int, _end_line: int, silent: bool) -> bool:
    """Header rows, a delimiter row of as many cells, then rows; a short row is filled up.

    A longer row keeps its cells: whoever builds the table must say that it does not fit.
    """
    below = _delimiter_line(state, start_line)
    if below is None:
        return False
    sides = split_row(line_text(state, below))
    header = tuple(split_row(line_text(state, line)) for line in range(start_line, below))
    if any(len(row) != len(sides) for row in header):
        return False
    if silent:
        return True
    rows = []
    line = below + 1
    while line < state.lineMax and "|" in (text := line_text(state, line)):
        cells = split_row(text)
        rows.append(cells + ("",) * (len(sides) - len(cells)))
        line += 1
    alignments = tuple(_alignment(side) for side in sides)
    push_source(state, TableSource(alignments, header, tuple(rows)), line)
    return True


def _delimiter_line(state: StateBlock, start_line: int) -> int | None:
    """The line of the delimiter row of a table that begins at `start_line`."""
    if "|" not in line_text(state, start_line):
        return None
    for line in range(start_line + 1, min(start_line + 1 + MOST_HEADER_ROWS, state.lineMax)):
        text = line_text(state, line)
        if "|" in text and is_delimiter(text):
            return line
        if not (text.startswith("|") and line_text(state, start_line).startswith("|")):
            return None
    return None


def is_delimiter(line: str) -> bool:
    """Whether the line is a delimiter row: `|---|:--:|`."""
    return _DELIMITER.fullmatch(line) is not None


def split_row(line: str) -> tuple[str, ...]:
    """The cells of a row; outer pipes are left out, an escaped pipe stays in its cell."""
    pipes = [m.start() for m in _BACKSLASHES_OR_PIPE.finditer(line) if m[0] == "|"]
    edges = [-1, *pipes, len(line)]
    cells = [line[left + 1 : right].strip(" \t") for left, right in pairwise(edges)]
    if pipes and not cells[0]:
        cells = cells[1:]
    if pipes and cells and not cells[-1]:
        cells = cells[:-1]
    return tuple(cells)


def _alignment(side: str) -> Alignment | None:
    match side.startswith(":"), side.endswith(":"):
        case True, True:
            return Alignment.CENTER
        case True, False:
            return Alignment.LEFT
        case False, True:
            return Alignment.RIGHT
    return None
