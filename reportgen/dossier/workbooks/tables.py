"""A sheet as a table: what a CSV file with the same cells would be."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.dossier.csv_table import CsvTable
from reportgen.dossier.files import UNPRINTABLE, read_data, shown_path
from reportgen.dossier.spelling import meant
from reportgen.dossier.workbooks.header import Header, find_header, numbers_columns
from reportgen.dossier.workbooks.workbook import Fault, Grid, Sheet, Workbook, column_letters
from reportgen.problems import InputError, Place, Problem, Severity
from reportgen.vietnamese import nfc

_ERRORS = {
    "#DIV/0!": "chia cho 0",
    "#REF!": "công thức trỏ tới ô đã bị xoá",
    "#NAME?": "Excel không hiểu tên trong công thức",
    "#VALUE!": "công thức tính trên chữ",
    "#N/A": "không tìm thấy giá trị",
    "#NUM!": "số ngoài phạm vi tính",
    "#NULL!": "hai vùng trong công thức không giao nhau",
}

_NO_VALUE = "CT035"
_FEW = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """The sheet that a table is on, its cells, and where the header is."""

    sheet: Sheet
    grid: Grid
    header: Header


def read_workbook_table(
    path: Path,
    problems: list[Problem],
    named_at: Place | None = None,
    sheet: str | None = None,
    titles: Collection[str] = (),
) -> CsvTable | None:
    """The table on a sheet of an .xlsx; None if there is none. See `read_table`."""
    try:
        workbook = Workbook(read_data(path, "CT", named_at), shown_path(path))
        chosen = choose(workbook, problems, sheet, titles)
    except InputError as error:
        problems.extend(error.problems)
        return None
    return table_of(chosen, workbook.file, problems) if chosen else None


def choose(
    workbook: Workbook, problems: list[Problem], name: str | None, titles: Collection[str] = ()
) -> Chosen | None:
    """The sheet of that name, else the first that can be seen and has a table.

    A sheet whose header has one of `titles` goes before others. Raises InputError CT031; adds
    CT005, CT032, CT033.
    """
    sheets = [one for one in workbook.sheets if not one.hidden]
    if name:
        named = _named(workbook, name, problems)
        if named is None:
            return None
        sheets = [named]
    grids = [(sheet, workbook.grid(sheet)) for sheet in sheets]
    filled = [
        Chosen(sheet, grid, header)
        for sheet, grid in grids
        if (header := find_header(grid, titles)) is not None
    ]
    if not filled:
        hint = "nhập tiêu đề các cột và các dòng số liệu; trang tính ẩn không được đọc"
        message = "sổ tính không có trang nào có số liệu"
        problems.append(Problem("CT005", message, Place(workbook.file), hint))
        return None
    wanted = [one for one in filled if set(titles) & set(one.header.titles.values())] or filled
    if len(wanted) > 1:
        problems.append(_several(workbook.file, [one.sheet.name for one in wanted]))
    return wanted[0]


def _named(workbook: Workbook, name: str, problems: list[Problem]) -> Sheet | None:
    wanted = nfc(name).strip().casefold()
    for sheet in workbook.sheets:
        if sheet.name.strip().casefold() == wanted:
            return sheet
    hint = meant(name.strip(), [sheet.name for sheet in workbook.sheets])
    message = f"sổ tính không có trang “{name.strip()}”"
    problems.append(Problem("CT032", message, Place(workbook.file), hint))
    return None


def _several(file: str, names: Sequence[str]) -> Problem:
    others = ", ".join(f"“{name}”" for name in names[1:])
    message = f"sổ tính có nhiều trang; chỉ trang “{names[0]}” được đọc, không đọc {others}"
    hint = f"muốn đọc trang khác thì ghi tên trang sau dấu #: {Path(file).name}#Tên trang"
    return Problem("CT033", message, Place(file), hint, Severity.WARNING)


def table_of(chosen: Chosen, file: str, problems: list[Problem]) -> CsvTable:
    """The table of a chosen sheet; adds CT018, CT034, CT035, CT036."""
    sheet, grid, header = chosen.sheet.name, chosen.grid, chosen.header
    body = [number for number in sorted(grid.rows) if number > header.last]
    if body and numbers_columns(grid.rows[body[0]]):
        del body[0]
    used = set(header.titles).union(*(grid.rows[number] for number in body))
    columns = sorted(used)
    rows: list[tuple[str, ...]] = []
    broken: list[tuple[str, ...]] = []
    places: list[Place] = []
    found: list[Problem] = []
    for number in body:
        cells = grid.rows[number]
        row = tuple(cells.get(column, "") for column in columns)
        faults = list(_faults(sheet, grid, number, file))
        found += faults
        if faults:
            broken.append(row)
        else:
            rows.append(row)
            places.append(Place(file, number, cell=f"{sheet}!{number}"))
    for number in range(header.first, header.last + 1):
        found += _faults(sheet, grid, number, file)
    problems.extend(_without_repeats(found))
    return CsvTable(
        header=tuple(header.titles.get(column, "") for column in columns),
        rows=tuple(rows),
        places=tuple(places),
        header_place=Place(file, header.first, cell=f"{sheet}!{header.first}"),
        ragged=tuple(broken),
        columns=tuple(map(column_letters, columns)),
    )


def _without_repeats(found: Sequence[Problem]) -> Iterator[Problem]:
    """The faults of a sheet; formulas that were never reckoned all come of one cause."""
    formulas = [one for one in found if one.code == _NO_VALUE]
    rest = len(formulas) - 1
    for one in found:
        if one.code != _NO_VALUE or rest < _FEW:
            yield one
        elif one is formulas[0]:
            message = f"{one.message}; {rest} ô khác của trang này cũng vậy"
            yield Problem(one.code, message, one.place, one.hint)


def _faults(sheet: str, grid: Grid, number: int, file: str) -> Iterator[Problem]:
    for column, text in grid.rows.get(number, {}).items():
        place = Place(file, number, column, f"{sheet}!{column_letters(column)}{number}")
        if fault := grid.faults.get((number, column)):
            yield _problem(*fault, place)
        elif match := UNPRINTABLE.search(text):
            message = f"có ký tự không nhìn thấy U+{ord(match[0]):04X}, không in được"
            yield Problem("CT018", message, place, "gõ lại chữ trong ô này")


def _problem(fault: Fault, shown: str, place: Place) -> Problem:
    match fault:
        case Fault.ERROR:
            why = _ERRORS.get(shown)
            message = f"ô báo lỗi {shown}" + (f" ({why})" if why else "")
            hint = "mở bằng Excel, sửa công thức của ô (hoặc gõ thẳng giá trị) rồi lưu lại"
            return Problem("CT034", message, place, hint)
        case Fault.NO_VALUE:
            message = f"ô có công thức {shown} nhưng tệp không lưu kết quả"
            hint = "mở tệp bằng Excel rồi bấm Lưu (Ctrl+S) để kết quả được lưu vào tệp"
            return Problem(_NO_VALUE, message, place, hint)
        case Fault.TOO_LONG:
            message = f"số {shown} dài hơn 15 chữ số, Excel không giữ được các chữ số sau"
            hint = "đặt ô thành kiểu Text (Văn bản) rồi gõ lại đủ các chữ số"
            return Problem("CT036", message, place, hint)
