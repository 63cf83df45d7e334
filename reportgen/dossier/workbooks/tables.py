"""A sheet as a table: what a CSV file with the same cells would be."""

from collections.abc import Collection, Iterator
from pathlib import Path

from reportgen.dossier.files import UNPRINTABLE, read_data, shown_path
from reportgen.dossier.spelling import meant
from reportgen.dossier.tables import CsvTable
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
        file = shown_path(path)
        chosen = _named(workbook, sheet, file, problems) if sheet else None
        found = [chosen] if chosen else [] if sheet else _candidates(workbook)
        return _first_table(workbook, found, titles, file, problems) if found or not sheet else None
    except InputError as error:
        problems.extend(error.problems)
        return None


def _named(workbook: Workbook, name: str, file: str, problems: list[Problem]) -> Sheet | None:
    wanted = nfc(name).strip().casefold()
    for sheet in workbook.sheets:
        if sheet.name.strip().casefold() == wanted:
            return sheet
    hint = meant(name.strip(), [sheet.name for sheet in workbook.sheets])
    message = f"sổ tính không có trang “{name.strip()}”"
    problems.append(Problem("CT032", message, Place(file), hint))
    return None


def _candidates(workbook: Workbook) -> list[Sheet]:
    return [sheet for sheet in workbook.sheets if not sheet.hidden]


def _first_table(
    workbook: Workbook,
    sheets: list[Sheet],
    titles: Collection[str],
    file: str,
    problems: list[Problem],
) -> CsvTable | None:
    """The table of the first sheet that has one, those with one of `titles` before the others."""
    filled: list[tuple[Sheet, Grid, Header]] = []
    for sheet in sheets:
        grid = workbook.grid(sheet)
        header = find_header(grid, titles)
        if header is not None:
            filled.append((sheet, grid, header))
    if not filled:
        hint = "nhập tiêu đề các cột và các dòng số liệu; trang tính ẩn không được đọc"
        message = "sổ tính không có trang nào có số liệu"
        problems.append(Problem("CT005", message, Place(file), hint))
        return None
    wanted = [one for one in filled if set(one[2].titles.values()) & set(titles)]
    sheet, grid, header = (wanted or filled)[0]
    if len(wanted or filled) > 1:
        others = ", ".join(f"“{one[0].name}”" for one in (wanted or filled)[1:])
        message = (
            f"sổ tính có nhiều trang; chương trình đọc trang “{sheet.name}”, không đọc {others}"
        )
        hint = f"muốn đọc trang khác thì ghi tên trang sau dấu #: {Path(file).name}#Tên trang"
        problems.append(Problem("CT033", message, Place(file), hint, Severity.WARNING))
    return _table(sheet.name, grid, header, file, problems)


def _table(
    sheet: str, grid: Grid, header: Header, file: str, problems: list[Problem]
) -> CsvTable | None:
    body = [number for number in sorted(grid.rows) if number > header.last]
    if body and numbers_columns(grid.rows[body[0]]):
        del body[0]
    used = set(header.titles).union(*(grid.rows[number] for number in body))
    columns = sorted(used)
    rows: list[tuple[str, ...]] = []
    broken: list[tuple[str, ...]] = []
    places: list[Place] = []
    for number in body:
        cells = grid.rows[number]
        row = tuple(cells.get(column, "") for column in columns)
        faults = list(_faults(sheet, grid, number, file))
        problems.extend(faults)
        if faults:
            broken.append(row)
        else:
            rows.append(row)
            places.append(Place(file, number, cell=f"{sheet}!{number}"))
    for number in range(header.first, header.last + 1):
        problems.extend(_faults(sheet, grid, number, file))
    return CsvTable(
        header=tuple(header.titles.get(column, "") for column in columns),
        rows=tuple(rows),
        places=tuple(places),
        header_place=Place(file, header.first, cell=f"{sheet}!{header.first}"),
        ragged=tuple(broken),
        columns=tuple(map(column_letters, columns)),
    )


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
            return Problem("CT035", message, place, hint)
        case Fault.TOO_LONG:
            message = f"số {shown} dài hơn 15 chữ số, Excel không giữ được các chữ số sau"
            hint = "đặt ô thành kiểu Text (Văn bản) rồi gõ lại đủ các chữ số"
            return Problem("CT036", message, place, hint)
