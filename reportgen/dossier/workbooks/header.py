"""Where a sheet's table begins: its header among title rows above, and merged headings."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from string import ascii_uppercase

from reportgen.dossier.workbooks.workbook import Grid, Merge

_COLUMN_NUMBER = re.compile(
    r"(?P<bracket>\()?(?P<number>[0-9]{1,2})(?(bracket)\))(\s*=.*)?|(?P<letter>[A-Z])"
)
_SURE = re.compile(r"\([0-9]{1,2}\).*|[A-Z]")
_FILLED_ENOUGH = 0.75
"""The share of the widest row's cells that a header fills; title rows fill fewer."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header's rows (first and last) and the title of each column, by its number."""

    first: int
    last: int
    titles: dict[int, str]


def find_header(grid: Grid, known: Collection[str] = ()) -> Header | None:
    """The header of a sheet's table; None where the sheet is empty.

    It is the first row with one of the `known` titles; else the first that fills about as many
    columns as the widest row does.
    """
    merges = {(one.top, one.left): one for one in grid.merges}
    numbers = sorted(grid.rows)
    if not numbers:
        return None
    first = next((number for number in numbers if _has_known(grid.rows[number], known)), None)
    if first is None:
        widths = {number: _width(grid, number, merges) for number in numbers}
        wanted = _FILLED_ENOUGH * max(widths.values())
        first = next(number for number in numbers if widths[number] >= wanted)
    last = _last_row(grid, first, merges)
    return Header(first, last, _titles(grid, first, last, merges))


def numbers_columns(cells: dict[int, str]) -> bool:
    """Whether a row under the header only numbers the columns: (1), (2), (3)=(1)+(2); A, B, 1.

    Numbers begin with 1 and grow, letters follow the alphabet: a place called A with 10 is a row.
    """
    texts = [cells[column].strip() for column in sorted(cells)]
    matches = [match for text in texts if (match := _COLUMN_NUMBER.fullmatch(text))]
    numbers = [int(match["number"]) for match in matches if match["number"]]
    letters = [match["letter"] for match in matches if match["letter"]]
    return (
        1 < len(texts) == len(matches)
        and any(map(_SURE.fullmatch, texts))
        and letters == list(ascii_uppercase[: len(letters)])
        and numbers[:1] in ([], [1])
        and numbers == sorted(set(numbers))
    )


def _has_known(cells: dict[int, str], known: Collection[str]) -> bool:
    return len(cells) > 1 and any(text.strip() in known for text in cells.values())


def _width(grid: Grid, number: int, merges: dict[tuple[int, int], Merge]) -> int:
    """How many columns a row has; a heading over several counts them where each has its own."""
    width = 0
    for column in grid.rows[number]:
        merge = merges.get((number, column))
        below = grid.rows.get(merge.bottom + 1, {}) if merge else {}
        parted = sum(merge.left <= one <= merge.right for one in below) if merge else 0
        width += parted if parted > 1 else 1
    return width


def _last_row(grid: Grid, first: int, merges: dict[tuple[int, int], Merge]) -> int:
    own = [merges[first, column] for column in grid.rows[first] if (first, column) in merges]
    last = max([first, *(one.bottom for one in own)])
    if last == first and any(one.right > one.left for one in own) and first + 1 in grid.rows:
        last = first + 1
    return last


def _titles(
    grid: Grid, first: int, last: int, merges: dict[tuple[int, int], Merge]
) -> dict[int, str]:
    parts: dict[int, list[str]] = {}
    for number in range(first, last + 1):
        for column, text in grid.rows.get(number, {}).items():
            for covered in _columns(number, column, merges):
                title = " ".join(text.split())
                if title not in parts.setdefault(covered, []):
                    parts[covered].append(title)
    return {column: " - ".join(titles) for column, titles in sorted(parts.items())}


def _columns(number: int, column: int, merges: dict[tuple[int, int], Merge]) -> Iterator[int]:
    merge = merges.get((number, column))
    yield from range(column, (merge.right if merge else column) + 1)
