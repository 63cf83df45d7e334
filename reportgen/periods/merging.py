"""What the files of a dossier become with the figures that were collected."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from reportgen.dossier.files import read_data, shown_path
from reportgen.dossier.workbooks.cell_text import Format, number_text
from reportgen.periods.collecting import UNIT_TABLE, Collected, Merged
from reportgen.periods.figures import Plan
from reportgen.periods.indicator_editing import edit_indicators
from reportgen.periods.unit_table import unit_table
from reportgen.problems import InputError, Place, Problem
from reportgen.vietnamese import format_number

_MARK = b"\xef\xbb\xbf"
_INNER = "\ue000"  # stands for a line feed inside a cell of a file whose rows end otherwise


def merged_files(
    plan: Plan, collected: Collected, communes: Sequence[str] | None
) -> dict[Path, bytes]:
    """The new bytes of each table that gets figures, and of the table of communes.

    Raises InputError BM040 where the figures stand in a workbook, which is not written.
    """
    files: dict[Path, bytes] = {}
    for path in dict.fromkeys(one.figure.file for one in collected.merged):
        if path.suffix.lower() != ".csv":
            hint = "lưu trang số liệu thành chi_tieu.csv (CSV UTF-8) rồi chạy lại"
            message = "số liệu của hồ sơ nằm trong sổ tính, lệnh này chỉ ghi vào tệp .csv"
            raise InputError([Problem("BM040", message, Place(shown_path(path)), hint)])
        changes = {
            one.figure.code: _cells(one) for one in collected.merged if one.figure.file == path
        }
        files[path] = edited(read_data(path, "CT"), changes)
    if collected.by_commune:
        table = unit_table(plan, collected, communes)
        files[plan.dossier.folder / UNIT_TABLE] = table.encode("utf-8")
    return files


def edited(data: bytes, changes: Mapping[str, Mapping[str, str]]) -> bytes:
    """A table's bytes with new cells; mark, line ends and all other cells as they were."""
    text = data.removeprefix(_MARK).decode("utf-8")
    crlf = "\r\n" in text
    if crlf:
        text = "\n".join(line.replace("\n", _INNER) for line in text.split("\r\n"))
    text = edit_indicators(text, changes)
    if crlf:
        text = "\r\n".join(line.replace(_INNER, "\n") for line in text.split("\n"))
    return (_MARK if data.startswith(_MARK) else b"") + text.encode("utf-8")


def typed(value: Decimal, *, is_rate: bool) -> str:
    """A value as it is typed into the table, so that it is read back the same."""
    text = number_text(value, Format(percent=is_rate))
    return text if text is not None else format_number(value)


def _cells(one: Merged) -> dict[str, str]:
    """The cells to write; a value that stands there already keeps the way it is typed."""
    cells = {"nguon": one.source}
    if one.now != one.figure.now:
        cells["thuc_hien"] = typed(one.now, is_rate=one.figure.is_rate)
    if one.total is not None and one.total != one.figure.total:
        cells["tong_so"] = typed(one.total, is_rate=False)
    return cells
