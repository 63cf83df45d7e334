"""Pipe tables as GitHub writes them; the lines after the delimiter row need a pipe each."""

import re
from itertools import pairwise

from markdown_it.rules_block import StateBlock

from reportgen.document.markdown.source import TableSource, line_text, push_source
from reportgen.document.tree import Alignment

_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_BACKSLASHES_OR_PIPE = re.compile(r"\\.|\|")


def table_rule(state: StateBlock, start_line: int, _end_line: int, silent: bool) -> bool:
    """A header row, a delimiter row of as many cells, then rows; a short row is filled up.

    A longer row keeps its cells: whoever builds the table must say that it does not fit.
    """
    if start_line + 1 >= state.lineMax:
        return False
    delimiters = line_text(state, start_line + 1)
    if "|" not in delimiters or not _DELIMITER.fullmatch(delimiters):
        return False
    header = split_row(line_text(state, start_line))
    sides = split_row(delimiters)
    if "|" not in line_text(state, start_line) or len(header) != len(sides):
        return False
    if silent:
        return True
    rows = []
    line = start_line + 2
    while line < state.lineMax and "|" in (text := line_text(state, line)):
        cells = split_row(text)
        rows.append(cells + ("",) * (len(header) - len(cells)))
        line += 1
    alignments = tuple(_alignment(side) for side in sides)
    push_source(state, TableSource(alignments, header, tuple(rows)), line)
    return True


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
