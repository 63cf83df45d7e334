"""A form as it came back: who sent it, for which period, and what stands in its cells."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportgen.dossier.csv_table import CsvTable
from reportgen.dossier.files import read_data, shown_path
from reportgen.dossier.tables import read_table
from reportgen.dossier.workbooks import Chosen, Workbook, choose, table_of
from reportgen.periods import form_names
from reportgen.problems import InputError, Place, Problem
from reportgen.vietnamese import (
    AmbiguousNumber,
    ImpossibleDate,
    NotADate,
    NotANumber,
    parse_date,
    parse_number,
    plain_name,
)

_VALUE = ("ma", "thuc_hien")
_OFFICE = (".xlsx", ".xlsm")
_DAY = re.compile(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a form: texts by column (`thuc_hien`, `tong_so` …), and where it is.

    `letters` are the columns' letters in a workbook, the same for all rows; empty for a CSV file.
    """

    code: str
    texts: Mapping[str, str]
    row: Place
    letters: Mapping[str, str]

    def place(self, column: str = "ma") -> Place:
        """Where a column's cell of the row is."""
        letters = self.letters.get(column) or self.letters.get("ma")
        if letters is None or self.row.cell is None:
            return self.row
        sheet, _, number = self.row.cell.rpartition("!")
        return Place(self.row.file, self.row.line, None, f"{sheet}!{letters}{number}")


@dataclass(frozen=True, slots=True)
class Returned:
    """A form that could be read; `unit` and `information` are empty where it does not say.

    `dated` is the day that its sender filled in.
    """

    path: Path
    file: str
    unit: str
    information: Mapping[str, str]
    dated: date | None
    entries: tuple[Entry, ...]


def read_returned(path: Path, problems: list[Problem]) -> Returned | None:
    """The form in an .xlsx or a CSV file; None where it is none.

    Adds what `read_table` adds, and BM010 where the columns of a form are missing.
    """
    information: Mapping[str, str] = {}
    dated: date | None = None
    try:
        if path.suffix.lower() in _OFFICE:
            workbook = Workbook(read_data(path, "CT"), shown_path(path))
            titles = (form_names.CODE, *_VALUE)
            chosen = choose(workbook, problems, None, titles)
            table = table_of(chosen, workbook.file, problems) if chosen else None
            information = _information(workbook) or (_told_above(chosen) if chosen else {})
            dated = _dated(chosen) if chosen else None
        else:
            table = read_table(path, problems)
    except InputError as error:
        problems.extend(error.problems)
        return None
    if table is None:
        return None
    entries = _entries(table, problems)
    if entries is None:
        return None
    unit = information.get("don_vi", "")
    return Returned(path, shown_path(path), unit, information, dated, entries)


def _entries(table: CsvTable, problems: list[Problem]) -> tuple[Entry, ...] | None:
    columns: dict[str, str] = {}
    for title in table.header:
        if (column := form_names.COLUMNS.get(plain_name(title))) is not None:
            columns.setdefault(column, title)
    missing = [column for column in _VALUE if column not in columns]
    if missing:
        message = f"đây không phải là biểu số liệu: không có cột {' và '.join(missing)}"
        hint = "gửi lại đúng biểu đã nhận; tệp CSV cần hai cột ma và thuc_hien"
        problems.append(Problem("BM010", message, table.header_place, hint))
        return None
    indexes = {column: table.header.index(title) for column, title in columns.items()}
    letters = {column: table.columns[at] for column, at in indexes.items() if table.columns}
    entries: list[Entry] = []
    for row, place in zip(table.rows, table.places, strict=True):
        texts = {column: row[at].strip() for column, at in indexes.items()}
        if texts["ma"] or _is_number(texts["thuc_hien"]):
            entries.append(Entry(texts["ma"], texts, place, letters))
    return tuple(entries)


def _is_number(text: str) -> bool:
    """Whether a cell without a code holds a value, not who signed or a remark below the table."""
    try:
        parse_number(text)
    except NotANumber:
        return False
    except AmbiguousNumber:
        return True
    return True


def _information(workbook: Workbook) -> Mapping[str, str]:
    """What the hidden sheet says; empty where somebody took it away."""
    for sheet in workbook.sheets:
        if plain_name(sheet.name) == form_names.INFORMATION:
            rows = workbook.grid(sheet).rows.values()
            return {row.get(1, "").strip(): row.get(2, "").strip() for row in rows}
    return {}


def _told_above(chosen: Chosen) -> Mapping[str, str]:
    """The unit and the period as the lines above the table name them."""
    told: dict[str, str] = {}
    for first, *_ in _rows_above(chosen):
        if first.startswith(form_names.UNIT_LINE):
            told["don_vi"] = first.removeprefix(form_names.UNIT_LINE).strip()
        elif first.startswith(form_names.PERIOD_LINE) and len(days := _DAY.findall(first)) > 1:
            told["tu_ngay"], told["den_ngay"] = days[:2]
    return told


def _rows_above(chosen: Chosen) -> Iterator[list[str]]:
    """The texts of each row above the header."""
    for number, cells in chosen.grid.rows.items():
        if number < chosen.header.first:
            yield [cells[column].strip() for column in sorted(cells)]


def _dated(chosen: Chosen) -> date | None:
    for texts in _rows_above(chosen):
        if len(texts) > 1 and texts[0] == form_names.DATED:
            try:
                return parse_date(texts[1])
            except (NotADate, ImpossibleDate):
                return None
    return None
