"""The tables that formulas reckon with, read from the files that a dossier names (`bang`)."""

import csv
import io
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from reportgen.dossier.csv_table import CsvTable
from reportgen.dossier.files import read_text, shown_path
from reportgen.dossier.formulas.data_tables import DataTable
from reportgen.dossier.formulas.forms import TableForm
from reportgen.dossier.spelling import meant
from reportgen.dossier.tables import parse_csv, read_table
from reportgen.dossier.tree import YamlMap, find
from reportgen.dossier.workbooks.header import numbers_columns
from reportgen.problems import InputError, Place, Problem
from reportgen.vietnamese import plain_name

BAD_NAME, NO_COLUMN, TOO_LONG = "TS030", "TS031", "TS032"
MOST_ROWS = 50_000
_FILLED_ENOUGH = 0.75


def load_tables(
    folder: Path,
    forms: Mapping[str, TableForm],
    root: YamlMap,
    codes: Collection[str],
    problems: list[Problem],
) -> dict[str, DataTable]:
    """The tables that a dossier declares, by the name that formulas call them by.

    `root` is the dossier's YAML, `codes` the figures', which no table may be called like. Adds what
    `read_table` adds, and TS030 a name that cannot stand in a formula, TS031 no such column, TS032
    too many rows.
    """
    tables: dict[str, DataTable] = {}
    for name, form in forms.items():
        place = find(root, ("bang", name))[0]
        if problem := _misnamed(name, codes, place):
            problems.append(problem)
        table = _read(folder / form.tep, problems, place)
        if table is None:
            continue
        if len(table.rows) > MOST_ROWS:
            message = f"bảng “{name}” có {len(table.rows)} dòng, nhiều hơn {MOST_ROWS}"
            problems.append(Problem(TOO_LONG, message, place, "chia thành nhiều bảng"))
            continue
        units = {plain_name(title): unit for title, unit in form.don_vi_tinh.items()}
        made = DataTable(name, table, units, form.cot_ten, form.giu_dong_tong)
        for title in (*form.don_vi_tinh, *([form.cot_ten] if form.cot_ten else [])):
            if plain_name(title) not in made.columns:
                message = f"bảng “{name}” ({table.header_place}) không có cột “{title}”"
                hint = meant(title, [one for one in table.header if one])
                problems.append(Problem(NO_COLUMN, message, place, hint))
        tables[name] = made
    return tables


def _misnamed(name: str, codes: Collection[str], place: Place) -> Problem | None:
    if plain_name(name) != name or name[:1].isdecimal():
        hint = f"viết “{plain_name(name)}”" if plain_name(name) else "ví dụ: tinh: tinh.xlsx"
        message = f"tên bảng “{name}” chỉ được gồm chữ thường không dấu, chữ số và dấu _"
        return Problem(BAD_NAME, message, place, hint)
    if name in codes:
        message = f"tên bảng “{name}” trùng mã một chỉ tiêu"
        return Problem(BAD_NAME, message, place, "đặt tên khác cho bảng")
    return None


def _read(path: Path, problems: list[Problem], named_at: Place) -> CsvTable | None:
    if path.suffix.lower() not in (".csv", ".tsv", ".txt"):
        return read_table(path, problems, named_at)
    try:
        text = read_text(path, "CT", named_at)
    except InputError as error:
        problems.extend(error.problems)
        return None
    table = parse_csv(without_titles(text), shown_path(path), problems)
    return _without_column_numbers(table) if table else None


def without_titles(text: str) -> str:
    """The text of a CSV file, title lines above the header turned into comments.

    They fill fewer columns than the table does; every other line keeps its number.
    """
    lines = text.split("\n")
    sign = max(";\t,", key=text.count)
    widths = [_width(line, sign) for line in lines]
    wanted = _FILLED_ENOUGH * max(widths, default=0)
    header = next((number for number, width in enumerate(widths) if width and width >= wanted), 0)
    return "\n".join([*(f"# {line}" for line in lines[:header]), *lines[header:]])


def _width(line: str, sign: str) -> int:
    """How many cells of a line are filled."""
    if '"' not in line:
        return sum(bool(cell.strip()) for cell in line.split(sign))
    cells = next(csv.reader(io.StringIO(line), delimiter=sign), [])
    return sum(bool(cell.strip()) for cell in cells)


def _without_column_numbers(table: CsvTable) -> CsvTable:
    """The table without the row under its header that only numbers the columns."""
    first = dict(enumerate(table.rows[0])) if table.rows else {}
    if not first or not numbers_columns({key: text for key, text in first.items() if text.strip()}):
        return table
    return replace(table, rows=table.rows[1:], places=table.places[1:])
