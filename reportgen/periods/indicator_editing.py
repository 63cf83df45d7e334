"""Changing cells of a CSV of indicators; everything else stays as it was typed, byte for byte."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.dossier.tables import parse_csv, separator_of
from reportgen.problems import InputError, Problem

_KEY = "ma"
_SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True)
class TypedCell:
    """A cell's value, and where it stands in the text, its quotes included."""

    value: str
    start: int
    end: int


_Record = list[TypedCell]


def edit_indicators(text: str, changes: Mapping[str, Mapping[str, str]]) -> str:
    """The CSV text (lines ended by line feeds) with new values, by code and column.

    Quotes, blanks, comments, the separator, the order of rows and columns stay; a column that the
    table lacks is added after the last one. Raises InputError where the table cannot be read, and
    KeyError for a code that it has not.
    """
    problems: list[Problem] = []
    table = parse_csv(text, "", problems)
    if table is None or table.ragged or _KEY not in table.header:
        raise InputError(problems)
    separator, start = separator_of(text)
    header, *rows = _records(text, start, separator)
    head = text[start:].partition("\n")[0]
    signs = frozenset(f'{"".join(sign for sign in _SEPARATORS if sign in head)}{separator}"\n')
    titles = [" ".join(cell.value.split()) for cell in header[: len(table.header)]]
    columns = dict.fromkeys(column for changed in changes.values() for column in changed)
    new = [column for column in columns if column not in titles]
    by_code = {row[titles.index(_KEY)].value.strip(): row for row in rows}
    edits: list[tuple[int, int, str]] = []
    for code, changed in changes.items():
        row = by_code[code]
        edits += [
            (row[at].start, row[at].end, _typed(value, signs))
            for column, value in changed.items()
            if column in titles and row[at := titles.index(column)].value != value
        ]
    if new:
        added = {id(header): new} | {
            id(row): [changes.get(code, {}).get(column, "") for column in new]
            for code, row in by_code.items()
        }
        for row in (header, *rows):
            values = "".join(separator + _typed(one, signs) for one in added[id(row)])
            end = row[len(titles) - 1].end
            edits.append((end, end, values))
    return _edited(text, edits)


def add_indicators(text: str, rows: Mapping[str, Mapping[str, str]]) -> str:
    """The CSV text with rows below the last one, by code and column; for the rest and for what is
    raised see `edit_indicators`."""
    separator, start = separator_of(text)
    header = next(_records(text, start, separator))
    titles = [" ".join(cell.value.split()) for cell in header]
    lines = [separator.join(code if one == _KEY else "" for one in titles) for code in rows]
    ended = text if text.endswith("\n") else f"{text}\n"
    return edit_indicators(ended + "".join(f"{line}\n" for line in lines), rows)


def typed_rows(text: str) -> list[list[TypedCell]]:
    """The cells of a CSV text row by row as they are typed, the header first."""
    separator, start = separator_of(text)
    return list(_records(text, start, separator))


def typed_row(text: str, values: Sequence[str]) -> str:
    """Values as a row of that CSV text."""
    separator, _ = separator_of(text)
    signs = frozenset(f'{separator}{_SEPARATORS}"\n')
    return separator.join(_typed(one, signs) for one in values)


def _edited(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])


def _typed(value: str, signs: frozenset[str]) -> str:
    """A value as a cell of the table: quoted where it has signs, or blanks at its ends."""
    if signs & set(value) or value != value.strip():
        return '"' + value.replace('"', '""') + '"'
    return value


def _records(text: str, start: int, separator: str) -> Iterator[_Record]:
    """The rows that are not blank, from `start` on, as `csv.reader` reads them."""
    record: _Record = []
    at = start
    while at <= len(text):
        cell, at = _cell(text, at, separator)
        record.append(cell)
        if at < len(text) and text[at] == separator:
            at += 1
            continue
        if any(one.value.strip() for one in record):
            yield record
        record = []
        at += 1


def _cell(text: str, at: int, separator: str) -> tuple[TypedCell, int]:
    """The cell that begins there, blanks before it skipped, and where it ends."""
    while at < len(text) and text[at] == " " != separator:
        at += 1
    if text[at : at + 1] == '"':
        end = at + 1
        while text[end : end + 1] != '"' or text[end : end + 2] == '""':
            end += 2 if text[end : end + 2] == '""' else 1
        return TypedCell(text[at + 1 : end].replace('""', '"'), at, end + 1), end + 1
    end = at
    while end < len(text) and text[end] not in (separator, "\n"):
        end += 1
    return TypedCell(text[at:end], at, end), end
