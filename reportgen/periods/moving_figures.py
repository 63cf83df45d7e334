"""The tables of indicators of the next period: what was reached is last period's value now."""

import csv
import io
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from reportgen.dossier import CsvTable, Dossier, Indicator
from reportgen.dossier.indicators import COLUMNS
from reportgen.dossier.tables import parse_csv, read_table
from reportgen.periods.indicator_editing import add_indicators, edit_indicators
from reportgen.periods.typed_files import TypedFile, read_typed
from reportgen.vietnamese import AmbiguousNumber, format_number, parse_number

_DONE, _BEFORE, _LAST_YEAR, _SOURCE = "thuc_hien", "ky_truoc", "cung_ky", "nguon"
_MOST_DECIMALS = Decimal("1e-6")
_CSV = ".csv"
# The form that last period's value came in.
_RETURNED = re.compile(r"\s*\([^()]*\.(?:xlsx|csv)\)")

Values = Mapping[str, Mapping[str, str]]
"""Cells as typed, by code and column."""


def moved_table(
    path: Path, indicators: Mapping[str, Indicator], last_year: Values, more: Values
) -> bytes:
    """The table of indicators at `path` as the next period begins with it, as CSV.

    `thuc_hien` goes to `ky_truoc` and is blank, `cung_ky` is what `last_year` reached in the period
    to come a year ago; `nguon` no longer names last period's forms; `tong_so` and all else stay.
    What a formula gave (in `indicators`) goes to `ky_truoc` too. `more` are rows to add. Raises
    InputError where the table cannot be read.
    """
    typed = _as_csv(path)
    table = parse_csv(typed.text, str(path), [])
    if table is None:
        return typed.data(typed.text)
    changes: dict[str, dict[str, str]] = {}
    for code, cells in _cells(table).items():
        done = cells.get(_DONE, "")
        if indicators[code].cong_thuc:
            done = _typed_value(indicators[code])
        change = {_BEFORE: done, _DONE: ""}
        if source := cells.get(_SOURCE, ""):
            change[_SOURCE] = _RETURNED.sub("", source)
        if cells.get(_LAST_YEAR) or code in last_year:
            change[_LAST_YEAR] = last_year.get(code, {}).get(_DONE, "")
        kept = {column: value for column, value in change.items() if value or column in cells}
        if any(cells.get(column, "") != value for column, value in kept.items()):
            changes[code] = kept
    text = edit_indicators(typed.text, changes)
    return typed.data(add_indicators(text, more) if more else text)


def of_tables(dossier: Dossier) -> dict[str, dict[str, str]]:
    """Rows of figures that formulas of the dossier make of its data tables, with their values as
    last period's: the next period's tables cannot tell those."""
    computed, in_yaml = dossier.computed, dossier.place_of().file
    rows: dict[str, dict[str, str]] = {}
    for code, formula in computed.formulas.items():
        figure = dossier.indicators[code]
        rowless = figure.place.file == in_yaml and formula.names & computed.tables.keys()
        if rowless and (value := _typed_value(figure)):
            rows[code] = {"ten": figure.ten, _BEFORE: value}
    return rows


def typed_values(path: Path) -> Values:
    """The cells of a table of indicators by code; none where it cannot be read."""
    table = read_table(path, [], titles=COLUMNS)
    return {} if table is None or "ma" not in table.header else _cells(table)


def table_name(path: Path) -> str:
    """What the table is called in the next period: workbooks become CSV."""
    return path.name if _is_csv(path) else path.name.partition("#")[0].rpartition(".")[0] + _CSV


def _is_csv(path: Path) -> bool:
    return ".xls" not in path.name.lower()


def _as_csv(path: Path) -> TypedFile:
    if _is_csv(path):
        return read_typed(path, "CT")
    table = read_table(path, [], titles=COLUMNS)
    output = io.StringIO(newline="")
    if table is not None:
        csv.writer(output, lineterminator="\n").writerows([table.header, *table.rows])
    return TypedFile(output.getvalue())


def _cells(table: CsvTable) -> dict[str, dict[str, str]]:
    rows = [dict(zip(table.header, map(str.strip, row), strict=True)) for row in table.rows]
    return {row["ma"]: row for row in rows}


def _typed_value(indicator: Indicator) -> str:
    """The value that a formula gave as one would type it; nothing for a text or no value."""
    if indicator.thuc_hien is None:
        return ""
    value = indicator.thuc_hien * 100 if indicator.la_ti_le else indicator.thuc_hien
    sign = "%" if indicator.la_ti_le else ""
    digits = format_number(value.quantize(_MOST_DECIMALS)).replace(".", "")
    try:
        parse_number(digits + sign)
    except AmbiguousNumber:
        digits += "0"
    return digits + sign
