"""A source file as lines to look at: text as it is, a workbook row by row."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.dossier.files import shown_path
from reportgen.problems import InputError
from reportgen.vietnamese import nfc

MOST_BYTES = 8 * 1024 * 1024
_BOOKS = (".xlsx", ".xlsm")
_OTHERS = (".docx", ".doc", ".xls", ".pdf", ".png", ".jpg", ".jpeg", ".svg")
_BETWEEN_CELLS = " │ "


@dataclass(frozen=True, slots=True)
class SourceText:
    """The lines of a file by their numbers; `sheets` of a workbook; `remark` where there are none.

    Keys of `sheets` are names of sheets, "" for a text file.
    """

    file: str
    sheets: Mapping[str, tuple[tuple[int, str], ...]]
    remark: str = ""


def source_text(path: Path) -> SourceText:
    """What the file at `path` holds now, as far as it can be shown as text."""
    file = shown_path(path)
    try:
        if path.suffix.lower() in _OTHERS:
            return SourceText(file, {}, "Tệp này không phải tệp chữ: mở bằng chương trình của nó.")
        if path.stat().st_size > MOST_BYTES:
            return SourceText(file, {}, "Tệp lớn quá, không xem ở đây được: mở bằng chương trình.")
        data = path.read_bytes()
        if path.suffix.lower() in _BOOKS:
            return SourceText(file, _sheets(data, file))
    except OSError:
        return SourceText(file, {}, "Không đọc được tệp: có thể tệp vừa bị xoá hoặc đang bị khoá.")
    except InputError as error:
        return SourceText(file, {}, "; ".join(one.message for one in error.problems))
    text = nfc(data.decode("utf-8-sig", "replace")).replace("\r\n", "\n").replace("\r", "\n")
    return SourceText(file, {"": tuple(enumerate(text.split("\n"), 1))})


def _sheets(data: bytes, file: str) -> Mapping[str, tuple[tuple[int, str], ...]]:
    from reportgen.dossier.workbooks.workbook import Workbook

    book = Workbook(data, file)
    found = {}
    for sheet in book.sheets:
        rows = book.grid(sheet).rows
        found[sheet.name] = tuple(
            (number, _BETWEEN_CELLS.join(cells[column] for column in sorted(cells)))
            for number, cells in sorted(rows.items())
        )
    return found
