"""The CSV file that an appendix's table is read from, with the places of its cells."""

from dataclasses import dataclass
from pathlib import Path as File

from reportgen.document.tree import Table
from reportgen.dossier.files import full_path
from reportgen.periods.indicator_editing import TypedCell, typed_row, typed_rows
from reportgen.problems import Place
from reportgen.roundtrip.merging.edits import Path
from reportgen.roundtrip.merging.placing.scene import Scene

NO_TABLE = "bảng này không lấy từ tệp CSV mà chương trình ghi được; sửa bằng tay"


@dataclass(frozen=True, slots=True)
class CsvFile:
    """The table of an appendix in its file; `titles` of the printed columns.

    `numbered` is the column that the program counts by itself.
    """

    path: File
    text: str
    rows: list[list[TypedCell]]
    titles: tuple[str, ...]
    numbered: str | None

    @property
    def separator(self) -> str:
        """What stands between two cells."""
        return typed_row(self.text, ["", ""])

    def quoted(self, value: str) -> str:
        """A value as a cell is typed."""
        return typed_row(self.text, [value])

    def column(self, title: str) -> int | None:
        """The column of that title in the file."""
        names = [" ".join(cell.value.split()) for cell in self.rows[0]]
        return names.index(title) if title in names else None

    def row_at(self, place: Place) -> list[TypedCell] | None:
        """The row that holds a line."""
        for row in self.rows[1:]:
            first = self.text.count("\n", 0, row[0].start) + 1
            last = self.text.count("\n", 0, row[-1].end) + 1
            if place.line is not None and first <= place.line <= last:
                return row
        return None

    def row_of(self, table: Table, row: object) -> list[TypedCell] | None:
        """The row that a printed one comes from."""
        if not isinstance(row, int):
            return None
        places = [cell.blocks[0].origin for cell in table.rows[row]]
        lines = [one for one in places if isinstance(one, Place)]
        last = max(lines, key=lambda one: one.line or 0, default=None)
        return self.row_at(last) if last else None


def csv_of(scene: Scene, steps: Path, table: Table) -> CsvFile | None:
    """The file of the table at `steps`; None where it is in no CSV file of the dossier's."""
    if steps[0] != "appendices" or not isinstance(steps[1], int):
        return None
    given = scene.building.dossier.phu_luc[steps[1]]
    origin = next((p.origin for row in table.rows for c in row for p in c.blocks), None)
    if given.table is None or not isinstance(origin, Place) or origin.cell is not None:
        return None
    path = full_path(File(origin.file))
    text = scene.texts.get(path)
    if text is None or given.table.header_place.file != origin.file:
        return None
    return CsvFile(
        path, text, typed_rows(text), given.chi_cot or given.table.header, given.danh_so_cot
    )


def grid_columns(table: Table, row: int) -> list[int]:
    """The grid column of each cell of a row."""
    width = len(table.columns)
    hanging = [0] * width
    for number, cells in enumerate(table.rows):
        free = [column for column in range(width) if not hanging[column]]
        columns: list[int] = []
        at = 0
        hanging = [max(0, left - 1) for left in hanging]
        for cell in cells:
            if at >= len(free):
                break
            columns.append(free[at])
            for column in free[at : at + cell.column_span]:
                hanging[column] = cell.row_span - 1
            at += cell.column_span
        if number == row:
            return columns
    return []
