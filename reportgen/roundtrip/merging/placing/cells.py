"""Edits of an appendix's table, put into its CSV file."""

import re
from collections.abc import Sequence

from reportgen.document.inlines import plain_text
from reportgen.document.tree import Cell, Paragraph, Table
from reportgen.periods.indicator_editing import TypedCell, typed_row
from reportgen.problems import Place
from reportgen.roundtrip.merging.edits import Edit, EditKind, Path, piece_at
from reportgen.roundtrip.merging.placing.columns import place_title
from reportgen.roundtrip.merging.placing.csv_tables import NO_TABLE, CsvFile, csv_of, grid_columns
from reportgen.roundtrip.merging.placing.patches import Patch, Placement, refused
from reportgen.roundtrip.merging.placing.printed import signs_of
from reportgen.roundtrip.merging.placing.scene import Scene
from reportgen.roundtrip.merging.placing.typing_in import Typist


def place_in_table(scene: Scene, edit: Edit) -> Placement:
    """How an edit of a table's cell or row is put into the file that the table is read from."""
    path = edit.target.path if edit.target else edit.container
    steps = _table_steps(path) or _table_steps(edit.container)
    table = piece_at(scene.building.document, steps) if steps else None
    found = csv_of(scene, steps, table) if steps and isinstance(table, Table) else None
    if found is None or not isinstance(table, Table) or steps is None:
        return refused(NO_TABLE)
    if path[len(steps) : len(steps) + 1] == ("header",):
        return place_title(scene, edit, found, steps)
    if edit.row:
        return _row(scene, edit, found, table, steps)
    return _cell(scene, edit, found, table, steps)


def _table_steps(path: Path) -> Path | None:
    for index, step in enumerate(path):
        if step in ("rows", "header"):
            return path[:index]
    return None


def _cell(scene: Scene, edit: Edit, csv: CsvFile, table: Table, steps: Path) -> Placement:
    path = edit.target.path if edit.target else edit.container
    row, index = path[len(steps) + 1], path[len(steps) + 2]
    if not isinstance(row, int) or not isinstance(index, int):
        return refused(NO_TABLE)
    cell = table.rows[row][index]
    typed, title = _typed_cell(csv, table, cell, row, index)
    if typed is None:
        return refused(NO_TABLE)
    if title == csv.numbered:
        return refused(f"cột “{title}” đánh số tự động")
    lines = [line.strip(" \t") for line in typed.value.split("\n") if line.strip()]
    block = path[len(steps) + 4] if len(path) > len(steps) + 4 else None
    at = block if isinstance(block, int) else -1
    typist = scene.typist(edit.notes)
    if edit.kind is EditKind.DELETED:
        del lines[at]
    elif edit.kind is EditKind.INSERTED:
        new = edit.block.inlines if isinstance(edit.block, Paragraph) else edit.after
        lines.insert(at + 1, typist.typed(signs_of(new), {}))
    elif not lines:
        lines = [typist.typed(signs_of(edit.after), {})]
    elif at >= len(lines) or "{{" in lines[at]:
        return refused("ô này có công thức; sửa trong tệp CSV")
    else:
        lines[at] = typist.typed(signs_of(edit.after), {})
    return _rewritten(csv, typed, "\n".join(lines), typist)


def _rewritten(csv: CsvFile, typed: TypedCell, value: str, typist: Typist) -> Placement:
    if typist.definitions:
        return refused("chú thích nhiều đoạn trong ô: ghi nội dung vào noi_dung của phụ lục")
    old = csv.text[typed.start : typed.end]
    quoted = csv.quoted(value)
    if old.startswith('"') and not quoted.startswith('"'):
        quoted = f'"{quoted}"'
    return Placement((Patch(csv.path, typed.start, typed.end, quoted),))


def _typed_cell(
    csv: CsvFile, table: Table, cell: Cell, row: int, index: int
) -> tuple[TypedCell | None, str]:
    columns = grid_columns(table, row)
    origin = cell.blocks[0].origin
    if index >= len(columns) or not isinstance(origin, Place):
        return None, ""
    title = csv.titles[columns[index]] if columns[index] < len(csv.titles) else ""
    column, typed = csv.column(title), csv.row_at(origin)
    if column is None or typed is None or column >= len(typed):
        return None, title
    return typed[column], title


def _row(scene: Scene, edit: Edit, csv: CsvFile, table: Table, steps: Path) -> Placement:
    if edit.kind is EditKind.INSERTED:
        return _row_put_in(scene, edit, csv, table, steps)
    if edit.kind is not EditKind.DELETED or edit.target is None:
        return refused("ô của hàng này được gộp hay tách; sửa trong tệp CSV")
    row = edit.target.path[len(steps) + 1]
    typed = csv.row_of(table, row)
    if typed is None or not isinstance(row, int):
        return refused(NO_TABLE)
    if any(cell.row_span > 1 for cell in table.rows[row]):
        return refused("hàng này có ô gộp với hàng dưới; sửa trong tệp CSV")
    start = csv.text.rfind("\n", 0, typed[0].start) + 1
    end = csv.text.find("\n", typed[-1].end) + 1 or len(csv.text)
    return Placement((Patch(csv.path, start, end, ""),))


def _row_put_in(scene: Scene, edit: Edit, csv: CsvFile, table: Table, steps: Path) -> Placement:
    if len(edit.row) != len(csv.titles):
        return refused("hàng mới có ô gộp; thêm vào tệp CSV")
    values = [""] * len(csv.rows[0])
    typist = scene.typist(edit.notes)
    for title, cell in zip(csv.titles, edit.row, strict=True):
        column = csv.column(title)
        if column is not None:
            lines = [typist.typed(signs_of(one.inlines), {}) for one in cell.blocks]
            values[column] = "\n".join(line for line in lines if line)
    before = edit.target.path[len(steps) + 1] if edit.target else None
    typed = csv.row_of(table, before) if before is not None else csv.rows[0]
    if typed is None:
        return refused(NO_TABLE)
    if edit.target is None and len(csv.rows) > 1 and csv.numbered is None:
        typed = csv.rows[0]
    end = csv.text.find("\n", typed[-1].end)
    end = end if end >= 0 else len(csv.text)
    return Placement((Patch(csv.path, end, end, "\n" + typed_row(csv.text, values)),))


def shown(cells: Sequence[Cell]) -> str:
    """A row in a few words."""
    texts = (plain_text(one.inlines) for cell in cells for one in cell.blocks)
    return re.sub(r"\s+", " ", " | ".join(texts))
