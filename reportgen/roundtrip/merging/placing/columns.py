"""Columns of an appendix's table: other titles, columns put in or left out, in its CSV file."""

from collections.abc import Iterator, Sequence

from reportgen.document.inlines import plain_text
from reportgen.document.tree import Cell, Table
from reportgen.dossier import AppendixInput
from reportgen.roundtrip.merging.comparing.aligning import align, item
from reportgen.roundtrip.merging.edits import Edit, Path, piece_at
from reportgen.roundtrip.merging.placing.csv_tables import NO_TABLE, CsvFile, csv_of, grid_columns
from reportgen.roundtrip.merging.placing.patches import Patch, Placement, refused
from reportgen.roundtrip.merging.placing.printed import signs_of
from reportgen.roundtrip.merging.placing.scene import Scene
from reportgen.roundtrip.merging.placing.sections import set_value
from reportgen.roundtrip.merging.placing.typing_in import as_line

_COVERED = Cell(())
_MERGED = "bảng thêm bớt cột mà có ô gộp ngang; sửa tay trong tệp CSV (bớt cột thì dùng chi_cot)"
_ROWS = "bảng thêm bớt cả cột lẫn hàng; sửa tay trong tệp CSV, rồi chạy merge lần nữa"
_NAMED = "tên cột này còn được gọi ở khoá {keys}; đổi tên ở dòng đầu của tệp CSV và ở các khoá đó"
_WIDTHS = "mẫu đặt độ rộng cột theo tên cũ “{title}”; muốn giữ thì khai cot cho tên mới"


def place_title(scene: Scene, edit: Edit, csv: CsvFile, steps: Path) -> Placement:
    """A column's title changed in the first line of the CSV file, if nothing goes by the name."""
    path = edit.target.path if edit.target else edit.container
    index = path[len(steps) + 2]
    if path[len(steps) + 1] != 0 or not isinstance(index, int) or index >= len(csv.titles):
        return refused(NO_TABLE)
    title = csv.titles[index]
    column = csv.column(title)
    given = scene.building.dossier.phu_luc[int(steps[1])]
    if keys := _naming(given, title):
        return refused(_NAMED.format(keys=", ".join(keys)))
    if column is None:
        return refused(NO_TABLE)
    typed = csv.rows[0][column]
    new = scene.typist(edit.notes).typed(signs_of(edit.after), {})
    placement = Placement((Patch(csv.path, typed.start, typed.end, csv.quoted(new)),))
    defaults = scene.building.template.settings.phu_luc
    if title in defaults.cot or title in defaults.gop:
        placement = placement.and_(Placement(remarks=(_WIDTHS.format(title=title),)))
    return placement


def _naming(given: AppendixInput, title: str) -> list[str]:
    """The keys of an appendix that name a column."""
    named = {
        "cot": given.cot,
        "gop": given.gop,
        "loc": given.loc,
        "sap_xep": [one.lstrip("-").strip() for one in given.sap_xep],
        "danh_so_cot": [given.danh_so_cot],
        "chi_cot": given.chi_cot,
    }
    return [key for key, names in named.items() if title in names]


def place_columns(scene: Scene, edit: Edit) -> Placement:
    """Columns put in or left out, cell by cell; those left out stay in the file (`chi_cot`)."""
    assert edit.target is not None  # noqa: S101
    steps = edit.target.path
    own, new = piece_at(scene.building.document, steps), edit.block
    csv = csv_of(scene, steps, own) if isinstance(own, Table) else None
    if csv is None or not isinstance(own, Table) or not isinstance(new, Table):
        return refused(NO_TABLE)
    if any(map(_has_merged_cells, (own, new))) or len(own.header) != 1 or len(new.header) != 1:
        return refused(_MERGED)
    if len(own.rows) != len(new.rows):
        return refused(_ROWS)
    before, after = (list(map(_text, table.header[0])) for table in (own, new))
    pairs = {other: one for one, other in align(list(map(item, before)), list(map(item, after)))}
    patches = list(_cells(scene, edit, csv, (own, new), pairs))
    left_out = set(range(len(before))) - set(pairs.values())
    if left_out or (
        len(pairs) < len(after) and scene.building.dossier.phu_luc[int(steps[1])].chi_cot
    ):
        shown = [csv.titles[pairs[at]] if at in pairs else after[at] for at in range(len(after))]
        listed = "[" + ", ".join(_in_brackets(one) for one in shown) + "]"
        patches += set_value(scene, ("phu_luc", int(steps[1]), "chi_cot"), listed)
    return Placement(tuple(patches))


def _cells(
    scene: Scene, edit: Edit, csv: CsvFile, tables: tuple[Table, Table], pairs: dict[int, int]
) -> Iterator[Patch]:
    """The cells of new columns, and those that were changed in the others."""
    own, new = tables
    typist = scene.typist(edit.notes)
    for number in range(-1, len(own.rows)):
        typed = csv.rows[0] if number < 0 else csv.row_of(own, number)
        if typed is None:
            raise LookupError(number)
        mine, theirs = _grid(own, number), _grid(new, number)
        last = 0
        for at in range(len(new.columns)):
            cell = theirs.get(at, _COVERED)
            text = "\n".join(typist.typed(signs_of(one.inlines), {}) for one in cell.blocks)
            if at in pairs:
                column = csv.column(csv.titles[pairs[at]])
                if column is None:
                    raise LookupError(at)
                last = column
                if _text(mine.get(pairs[at], _COVERED)) != _text(cell):
                    yield Patch(csv.path, typed[column].start, typed[column].end, csv.quoted(text))
            else:
                end = typed[last].end
                yield Patch(csv.path, end, end, csv.separator + csv.quoted(text))


def _has_merged_cells(table: Table) -> bool:
    return any(cell.column_span > 1 for row in (*table.header, *table.rows) for cell in row)


def _grid(table: Table, row: int) -> dict[int, Cell]:
    """The cells of a row (-1: the header) by their columns, without those merged with one above."""
    if row < 0:
        return dict(enumerate(table.header[0]))
    return dict(zip(grid_columns(table, row), table.rows[row], strict=False))


def _text(cell: Cell) -> str:
    return " ".join(" ".join(plain_text(one.inlines) for one in cell.blocks).split())


def _in_brackets(name: str) -> str:
    risky: Sequence[str] = [sign for sign in ",[]{}" if sign in name]
    return f'"{name}"' if risky else as_line(name)
