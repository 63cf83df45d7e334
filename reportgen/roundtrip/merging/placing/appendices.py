"""Appendices put in or left out; the line below a title that follows from number and date."""

from collections.abc import Sequence

import yaml

from reportgen.document.tree import Appendix, Table
from reportgen.roundtrip.flat import is_plain_table
from reportgen.roundtrip.merging.edits import Edit, EditKind
from reportgen.roundtrip.merging.placing.overriding import block_source
from reportgen.roundtrip.merging.placing.patches import Patch, Placement, refused
from reportgen.roundtrip.merging.placing.scene import Scene
from reportgen.roundtrip.merging.placing.sections import set_value, told_by, without_key
from reportgen.roundtrip.merging.placing.typing_in import as_line, as_value

_KEY = "phu_luc"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
ATTACHED = (
    "dòng “(Kèm theo …)” chương trình ghép từ tên, số, ngày của văn bản, không có khoá riêng; "
    "lời khác thì sửa trên bản Word cuối cùng"
)
_FLOWING = "danh sách phu_luc ghi trong ngoặc vuông; ghi mỗi phụ lục một dòng rồi sửa bằng tay"
_TABLE = (
    "bảng của phụ lục mới có ô gộp hoặc ô nhiều đoạn; ghi bảng ra tệp CSV, khai bang trong phu_luc"
)


def place_appendix(scene: Scene, edit: Edit) -> Placement:
    """An appendix of the dossier's list put in behind its neighbour, or taken out."""
    root = yaml.compose(scene.yaml, Loader=_LOADER)
    listed = _items(root)
    if listed is not None and listed.flow_style:
        return refused(_FLOWING)
    index = edit.target.path[1] if edit.target else -1
    if not isinstance(index, int):
        return refused(_FLOWING)
    if edit.kind is EditKind.DELETED:
        return _left_out(scene, listed, index)
    if edit.appendix is None:
        return refused(_FLOWING)
    return _put_in(scene, listed, index, edit, edit.appendix)


def _items(root: yaml.Node | None) -> yaml.SequenceNode | None:
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    found = next((value for key, value in pairs if key.value == _KEY), None)
    return found if isinstance(found, yaml.SequenceNode) else None


def _left_out(scene: Scene, listed: yaml.SequenceNode | None, index: int) -> Placement:
    if listed is None:
        return refused(_FLOWING)
    table = scene.building.dossier.phu_luc[index].bang
    remarks = (f"tệp {table} còn đó, không còn dùng",) if table else ()
    if len(listed.value) == 1:
        return Placement(tuple(without_key(scene, _KEY)), remarks=remarks)
    start, end = _lines(scene.yaml, listed.value, index)
    return Placement((Patch(scene.path, start, end, ""),), remarks=remarks)


def _lines(text: str, items: Sequence[yaml.Node], index: int) -> tuple[int, int]:
    """Where the lines of an item begin and end."""
    start = text.rfind("\n", 0, items[index].start_mark.index) + 1
    if index + 1 < len(items):
        return start, text.rfind("\n", 0, items[index + 1].start_mark.index) + 1
    end = items[index].start_mark.index + len(
        text[items[index].start_mark.index : items[index].end_mark.index].rstrip()
    )
    line_end = text.find("\n", end)
    return start, line_end + 1 if line_end >= 0 else len(text)


def _put_in(
    scene: Scene, listed: yaml.SequenceNode | None, index: int, edit: Edit, appendix: Appendix
) -> Placement:
    tables = [one for one in appendix.blocks if isinstance(one, Table)]
    if not all(map(is_plain_table, tables)):
        return refused(_TABLE)
    items = listed.value if listed is not None else []
    column = int(items[0].start_mark.column) - 2 if items else 2
    entry = _entry(scene, edit, appendix, column)
    if not items:
        return Placement(tuple(set_value(scene, (_KEY,), f"\n{entry}")))
    at = _lines(scene.yaml, items, index)[1] if index >= 0 else _lines(scene.yaml, items, 0)[0]
    lead = "" if at == 0 or scene.yaml[at - 1] == "\n" else "\n"
    comment = " " * column + told_by(scene)
    return Placement((Patch(scene.path, at, at, f"{lead}{comment}\n{entry}\n"),))


def _entry(scene: Scene, edit: Edit, appendix: Appendix, column: int) -> str:
    """The lines of a new item."""
    typist = scene.typist(edit.notes)
    texts = [text for block in appendix.blocks if (text := block_source(block, typist))]
    text = "\n\n".join([*texts, *typist.definitions])
    pad = " " * column
    lines = [f"{pad}- tieu_de: {as_line(appendix.title)}"]
    if appendix.landscape:
        lines.append(f"{pad}  huong: ngang")
    if text:
        lines.append(f"{pad}  noi_dung: {as_value(text, column + 2)}")
    return "\n".join(lines)
