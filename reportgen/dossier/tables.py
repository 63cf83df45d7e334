"""Tables read from files; a CSV file's separator is found from the file itself."""

import csv
import io
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.dossier.consulted import file_there
from reportgen.dossier.csv_table import CsvTable
from reportgen.dossier.files import read_text, shown_path, unprintable_signs
from reportgen.problems import InputError, Place, Problem

_SEPARATORS = {";": "dấu chấm phẩy", "\t": "Tab", ",": "dấu phẩy"}
_COMMENT = re.compile(r'"?#(?![,;\t])|sep=.$')  # the second is what Excel writes for itself
_QUOTES = 'bọc cả ô trong dấu nháy kép; dấu nháy kép bên trong ô gõ hai lần (""), hoặc viết “ ”'
_WORKBOOKS = re.compile(r"(?P<file>.*\.(?:xlsx|xlsm))(?:#(?P<sheet>.*))?", re.IGNORECASE)
_OTHER_WORKBOOKS = {".xls", ".xlsb", ".ods", ".numbers", ".et"}
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 200_000, 16_384, 1_000_000
"""Of a CSV file; a cell may be as long as a note, or as an open quote makes it."""
csv.field_size_limit(LONGEST_CELL)


_TOO_MANY = "too many"


@dataclass(frozen=True, slots=True)
class _Record:
    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A file as one separator cuts it; `broken` is the line and the parser's complaint."""

    separator: str
    records: tuple[_Record, ...]
    broken: tuple[int, str] | None

    @property
    def width(self) -> int:
        return len(self.records[0].cells) if self.records else 0

    @property
    def misfits(self) -> int:
        ragged = sum(len(record.cells) != self.width for record in self.records)
        return ragged + (self.broken is not None)


def read_table(
    path: Path,
    problems: list[Problem],
    named_at: Place | None = None,
    sheet: str | None = None,
    titles: Collection[str] = (),
) -> CsvTable | None:
    """The table of a CSV file or an Excel workbook; None if it has none.

    `sheet` is a sheet of the workbook, which the path may name as well (`so_lieu.xlsx#Tháng 9`);
    by default it is the first that can be seen and has something on it. `titles` are titles that
    the header is known to have some of. A workbook's cells are texts as a secretary would type
    them: `1365565`, `14,4`, `90,31%`, `04/9/2025`. Adds to `problems` what `read_csv` adds, and
    CT031 no workbook that can be read, CT032 no such sheet, CT033 several sheets, CT034 a cell
    that shows an error, CT035 a formula without its value, CT036 more digits than Excel keeps.
    """
    if match := _WORKBOOKS.fullmatch(path.name):
        from reportgen.dossier.workbooks import read_workbook_table

        file = path.with_name(match["file"])
        return read_workbook_table(file, problems, named_at, sheet or match["sheet"], titles)
    if path.suffix.lower() in _OTHER_WORKBOOKS and file_there(path):
        from reportgen.dossier.workbooks import SAVE_AS_XLSX

        message = f"sổ tính dạng {path.suffix} không đọc được, chỉ đọc .xlsx và .csv"
        problems.append(Problem("CT031", message, Place(shown_path(path)), SAVE_AS_XLSX))
        return None
    return read_csv(path, problems, named_at)


def read_csv(path: Path, problems: list[Problem], named_at: Place | None = None) -> CsvTable | None:
    """The table of a CSV file (RFC 4180; separated by `,`, `;` or Tab); None if it has none.

    Lines before the header that begin with `#` are comments; blank rows are left out. Adds to
    `problems`: CT001-003 (file), CT004 quotes, CT005 no header, CT006 a row with more or fewer
    cells than the header, CT018 signs that cannot be printed; `named_at` is where the dossier
    names the file.
    """
    try:
        text = read_text(path, "CT", named_at)
    except InputError as error:
        problems.extend(error.problems)
        return None
    return parse_csv(text, shown_path(path), problems)


def parse_csv(text: str, file: str, problems: list[Problem]) -> CsvTable | None:
    """As `read_csv`, from the text itself; `file` is what places call it."""
    problems.extend(unprintable_signs(text, file, "CT018"))
    parsed = _parse(text)
    if parsed.broken:
        line, complaint = parsed.broken
        problems.append(Problem("CT004", _explained(complaint), Place(file, line), _QUOTES))
    if not parsed.records:
        if not parsed.broken:
            hint = "dòng đầu phải là tên các cột"
            problems.append(Problem("CT005", "bảng không có dòng nào", Place(file), hint))
        return None
    first, *rest = parsed.records
    header = _header(parsed)
    rows: list[tuple[str, ...]] = []
    ragged: list[tuple[str, ...]] = []
    places: list[Place] = []
    for record in rest:
        place = Place(file, record.line)
        if len(record.cells) < len(header) or any(map(str.strip, record.cells[len(header) :])):
            problems.append(_ragged(record, len(header), parsed.separator, place))
            ragged.append(record.cells)
            continue
        rows.append(record.cells[: len(header)])
        places.append(place)
    return CsvTable(header, tuple(rows), tuple(places), Place(file, first.line), tuple(ragged))


def separator_of(text: str) -> tuple[str, int]:
    """What separates the cells of a CSV text, and the index where its header begins."""
    lines = text.split("\n")
    return _parse(text).separator, len("\n".join([*lines[: _header_line(lines)], ""]))


def _header_line(lines: Sequence[str]) -> int:
    start = 0
    while start < len(lines) and (not lines[start].strip() or _COMMENT.match(lines[start])):
        start += 1
    return start


def _parse(text: str) -> _Parsed:
    lines = text.split("\n")
    start = _header_line(lines)
    body = "\n".join(lines[start:])
    head = lines[start] if start < len(lines) else ""
    candidates = [sign for sign in _SEPARATORS if sign in head] or [","]
    parsed = [_cut(body, start, sign) for sign in candidates]
    return min(parsed, key=lambda one: (one.misfits, -one.width))


def _cut(body: str, offset: int, separator: str) -> _Parsed:
    reader = csv.reader(
        io.StringIO(body, newline=""), delimiter=separator, strict=True, skipinitialspace=True
    )
    records: list[_Record] = []
    line = offset + 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                records.append(_Record(line, tuple(cells)))
            line = offset + reader.line_num + 1
            if len(records) > MOST_ROWS or len(cells) > MOST_COLUMNS:
                return _Parsed(separator, (), (line, _TOO_MANY))
    except csv.Error as error:
        return _Parsed(separator, tuple(records), (line, str(error)))
    return _Parsed(separator, tuple(records), None)


def _header(parsed: _Parsed) -> tuple[str, ...]:
    """The titles; a spreadsheet's leftover columns, without title and cells, are cut off."""
    titles = [" ".join(title.split()) for title in parsed.records[0].cells]
    while titles and not titles[-1] and not _filled(parsed, len(titles) - 1):
        titles.pop()
    return tuple(titles)


def _filled(parsed: _Parsed, column: int) -> bool:
    return any(cell.strip() for record in parsed.records for cell in record.cells[column:])


def _ragged(record: _Record, width: int, separator: str, place: Place) -> Problem:
    found, name = len(record.cells), _SEPARATORS[separator]
    message = f"dòng này có {found} ô, nhưng dòng tiêu đề có {width} cột (ngăn bằng {name})"
    if found > width:
        hint = f"ô có {name} (kể cả số như 14,4) phải đặt trong dấu nháy kép"
    else:
        hint = f"ô trống vẫn cần {name}; kiểm tra dòng này và dấu nháy kép ở các dòng trên"
    return Problem("CT006", message, place, hint)


def _explained(complaint: str) -> str:
    if complaint == _TOO_MANY:
        return f"bảng có quá {MOST_ROWS} dòng hoặc {MOST_COLUMNS} cột, không đọc"
    if "field limit" in complaint:
        return f"có ô dài quá {LONGEST_CELL} chữ; có thể dấu nháy kép mở ô không được đóng"
    if "expected after" in complaint:
        return "trong dòng này, sau dấu nháy kép đóng ô còn có chữ"
    return "dấu nháy kép mở ô ở dòng này không được đóng"
