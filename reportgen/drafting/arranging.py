"""Arranging a table: cells merged downwards, rows kept and sorted, columns numbered and chosen."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby

from reportgen.dossier import CsvTable
from reportgen.dossier.dates import period_days
from reportgen.drafting.locating import placed_cells
from reportgen.problems import Place, Problem
from reportgen.vietnamese import ImpossibleDate, nfc, parse_date, parse_number, sort_key
from reportgen.vietnamese.collation import SortKey

_ITEMS = re.compile(r"[,;\n]")
_BEFORE_A_DATE = re.compile(
    r"(?:(?:trước|đến|hết|trong|xong|hoàn thành|chậm nhất|ngày)\s+)*", re.IGNORECASE
)
_DATE, _NUMBER, _TEXT = range(3)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is asked of a table; all names are titles of its header.

    `merged`: an empty cell there belongs to the cell above. `kept`: the values that a row must
    have there. `order`: what to sort by, first the weightiest, `-` before it for descending.
    `numbered`: the column to be numbered anew. `chosen`: the columns to print; empty for all.
    """

    merged: tuple[str, ...] = ()
    kept: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    numbered: str | None = None
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell's text and where it was typed; `span` counts its rows, 0 where the one above it
    covers it. Equal `origin` means that it is one cell with that of the row above."""

    text: str
    place: Place
    origin: int
    span: int = 1


@dataclass(frozen=True, slots=True)
class Arranged:
    """The columns and rows to print; `places` has one place a row."""

    header: tuple[str, ...]
    rows: tuple[tuple[PlacedCell, ...], ...]
    places: tuple[Place, ...]
    problems: tuple[Problem, ...] = ()


Row = tuple[Place, tuple[PlacedCell, ...]]


def arrange(table: CsvTable, asked: Arrangement) -> Arranged:
    """The table as asked: cells merged, rows kept, then sorted, then numbered, columns chosen.

    Problems: CT021, a merged column that begins with an empty cell; CT022, a day to sort by that
    no calendar has.
    """
    header = table.header
    merged = [header.index(title) for title in asked.merged]
    rows: list[Row] = [
        (place, tuple(PlacedCell(text, at, number) for text, at in placed_cells(row, place)))
        for number, (row, place) in enumerate(zip(table.rows, table.places, strict=True))
    ]
    problems = [
        _begins_empty(header[column], rows[0])
        for column in merged
        if _opens(rows, column) and not table.ragged
    ]
    problems += _impossible_days(header, rows, asked.order)
    rows = _filled_down(rows, merged)
    rows = [row for row in rows if _is_kept(header, row, asked.kept)]
    rows = _sorted(header, rows, asked.order)
    if asked.numbered is not None:
        rows = _numbered(rows, header.index(asked.numbered))
    rows = _spanned(rows, merged)
    chosen = [header.index(title) for title in asked.chosen] or range(len(header))
    return Arranged(
        tuple(header[column] for column in chosen),
        tuple(tuple(cells[column] for column in chosen) for _, cells in rows),
        tuple(place for place, _ in rows),
        tuple(problems),
    )


def values_in(table: CsvTable, title: str) -> tuple[str, ...]:
    """Everything that a row can be kept by in a column: whole cells, and what commas part."""
    column = table.header.index(title)
    rows = (row for row in (*table.rows, *table.ragged) if column < len(row))
    found = (value for row in rows for value in _values(row[column]))
    return tuple(dict.fromkeys(found))


def single_values(values: Iterable[str]) -> tuple[str, ...]:
    """Those of the values that name one thing: what a list of choices shows."""
    return tuple(value for value in values if not _ITEMS.search(value))


def is_among(value: str, values: Iterable[str]) -> bool:
    """Whether the value is one of those, capitals and blanks aside."""
    return _folded(value) in map(_folded, values)


def moment(text: str) -> Decimal | None:
    """The last day that a text such as `31/12/2025`, `Tháng 12/2025` or `Quý IV/2025` names.

    Counted in days; None where it names none.
    """
    bare = _BEFORE_A_DATE.sub("", text, count=1)
    for read in (parse_date, lambda typed: period_days(typed)[1]):
        try:
            return Decimal(read(bare).toordinal())
        except ValueError:
            continue
    return None


def _opens(rows: Sequence[Row], column: int) -> bool:
    return bool(rows) and not rows[0][1][column].text.strip()


def _begins_empty(title: str, row: Row) -> Problem:
    message = f"cột “{title}” được gộp ô nhưng ô đầu tiên trống"
    return Problem("CT021", message, row[0], "điền ô này; ô trống gộp với ô phía trên nó")


def _impossible_days(
    header: Sequence[str], rows: Iterable[Row], order: Iterable[str]
) -> Iterator[Problem]:
    """Cells such as `31/2/2026` that would be sorted as words."""
    columns = dict.fromkeys(header.index(title.removeprefix("-").strip()) for title in order)
    for _, cells in rows:
        for column in columns:
            cell = cells[column]
            bare = _BEFORE_A_DATE.sub("", cell.text.strip(" *\t\n"), count=1)
            try:
                parse_date(bare)
            except ImpossibleDate:
                message = f"cột “{header[column]}”: không có ngày {bare}"
                yield Problem("CT022", message, cell.place, "sửa lại ngày, tháng, năm")
            except ValueError:
                continue


def _filled_down(rows: Iterable[Row], columns: Sequence[int]) -> list[Row]:
    filled: list[Row] = []
    for place, cells in rows:
        own = list(cells)
        for column in columns:
            if filled and not own[column].text.strip():
                own[column] = filled[-1][1][column]
        filled.append((place, tuple(own)))
    return filled


def _is_kept(header: Sequence[str], row: Row, kept: Mapping[str, tuple[str, ...]]) -> bool:
    return all(
        any(is_among(value, _values(row[1][header.index(title)].text)) for value in wanted)
        for title, wanted in kept.items()
    )


def _values(text: str) -> list[str]:
    parts = (part.strip(" \t-+*.") for part in _ITEMS.split(text))
    return [value for value in (text.strip(), *parts) if value]


def _folded(text: str) -> str:
    return " ".join(nfc(text).casefold().split())


def _sorted(header: Sequence[str], rows: list[Row], order: Sequence[str]) -> list[Row]:
    """By the titles, empty cells last; rows that are equal keep their order."""
    for title in reversed(order):
        column = header.index(title.removeprefix("-").strip())
        blank = [row for row in rows if not row[1][column].text.strip()]
        filled = [row for row in rows if row[1][column].text.strip()]
        rows = sorted(filled, key=_key_of(column), reverse=title.startswith("-")) + blank
    return rows


def _key_of(column: int) -> Callable[[Row], tuple[int, Decimal, SortKey]]:
    return lambda row: _sort_value(row[1][column].text.strip(" *\t\n"))


def _sort_value(text: str) -> tuple[int, Decimal, SortKey]:
    try:
        return _NUMBER, parse_number(text).value, sort_key("")
    except ValueError:
        pass
    day = moment(text)
    if day is not None:
        return _DATE, day, sort_key("")
    return _TEXT, Decimal(0), sort_key(text)


def _numbered(rows: Sequence[Row], column: int) -> list[Row]:
    numbered: list[Row] = []
    number, above = 0, -1
    for place, cells in rows:
        cell = cells[column]
        number += cell.origin != above
        above = cell.origin
        own = (*cells[:column], replace(cell, text=str(number)), *cells[column + 1 :])
        numbered.append((place, own))
    return numbered


def _spanned(rows: Sequence[Row], columns: Sequence[int]) -> list[Row]:
    """The rows with the spans of merged columns; covered cells hold no text."""
    spans = {column: _spans(rows, column) for column in columns}
    made: list[Row] = []
    for number, (place, cells) in enumerate(rows):
        own = list(cells)
        for column, counts in spans.items():
            cell, count = own[column], counts[number]
            own[column] = replace(cell, span=count, text=cell.text if count else "")
        made.append((place, tuple(own)))
    return made


def _spans(rows: Sequence[Row], column: int) -> list[int]:
    counts: list[int] = []
    for _, group in groupby(rows, key=lambda row: row[1][column].origin):
        length = len(list(group))
        counts += [length, *[0] * (length - 1)]
    return counts
