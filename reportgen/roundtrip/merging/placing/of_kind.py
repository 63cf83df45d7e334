"""How an edit of each kind is put in."""

from collections.abc import Sequence

from reportgen.roundtrip.merging.edits import Edit, EditKind, TargetKind
from reportgen.roundtrip.merging.placing.appendices import ATTACHED, place_appendix
from reportgen.roundtrip.merging.placing.cells import place_in_table
from reportgen.roundtrip.merging.placing.changing import place_changed
from reportgen.roundtrip.merging.placing.columns import place_columns
from reportgen.roundtrip.merging.placing.components import place_component
from reportgen.roundtrip.merging.placing.patches import Placement, refused
from reportgen.roundtrip.merging.placing.scene import Scene
from reportgen.roundtrip.merging.placing.structure import (
    place_deleted,
    place_inserted,
    place_moved,
)

NOT_PROVED = "dựng thử không ra đúng chữ này; gõ tay vào chỗ nêu trên"
_CAPTION = "lời dưới hình do biểu đồ của hồ sơ in ra; sửa tieu_de trong công thức bieu_do"
_BELOW_A_HEADING = "đứng dưới tiêu đề mới chưa đưa vào được; đưa tiêu đề ấy vào trước"


def placement_of(scene: Scene, edit: Edit, todo: Sequence[Edit], way: int) -> Placement:
    """How an edit is put in; `todo` are all that are open, `way` counts the ways that failed."""
    try:
        return _of_kind(scene, edit, todo, way)
    except (LookupError, ValueError, AssertionError):
        return refused(NOT_PROVED)


def _of_kind(scene: Scene, edit: Edit, todo: Sequence[Edit], way: int) -> Placement:
    match edit.what:
        case TargetKind.COMPONENT if edit.container[-1:] == ("attached_to",):
            return refused(ATTACHED)
        case TargetKind.COMPONENT:
            return place_component(scene, edit, todo, way)
        case TargetKind.CELL | TargetKind.ROW:
            return _in_table(scene, edit, way)
        case TargetKind.TABLE if edit.kind is EditKind.CHANGED:
            return place_columns(scene, edit)
        case TargetKind.CAPTION:
            return refused(_CAPTION)
    return _of_text(scene, edit, todo, way)


def _of_text(scene: Scene, edit: Edit, todo: Sequence[Edit], way: int) -> Placement:
    if edit.what is TargetKind.APPENDIX:
        return place_appendix(scene, edit)
    match edit.kind:
        case EditKind.CHANGED:
            return place_changed(scene, edit, way)
        case EditKind.INSERTED if _follows_a_heading(edit, scene.edits):
            return refused(_BELOW_A_HEADING)
        case EditKind.INSERTED:
            return place_inserted(scene, edit, _behind_the_same(edit, todo) if way == 0 else ())
        case EditKind.DELETED:
            return place_deleted(scene, edit, _gone(todo))
        case EditKind.MOVED:
            return place_moved(scene, edit)


def _gone(todo: Sequence[Edit]) -> set[int]:
    """The pieces of the body that are taken out."""
    paths = [
        one.target.path for one in todo if one.kind is EditKind.DELETED and one.target is not None
    ]
    return {
        path[1]
        for path in paths
        if path[0] == "body" and len(path) == 2 and isinstance(path[1], int)
    }


def _in_table(scene: Scene, edit: Edit, way: int) -> Placement:
    """A cell of a pipe table is words of its text; one of a CSV file is that file's."""
    path = edit.target.path if edit.target else edit.container
    traced = scene.traced(path)
    if traced is not None and traced.spot is not None and edit.kind is EditKind.CHANGED:
        return place_changed(scene, edit, 0 if way == 0 else 1)
    return place_in_table(scene, edit)


def _same_place(edit: Edit, todo: Sequence[Edit]) -> list[Edit]:
    """The new pieces behind one and the same piece, in their order."""
    return [
        one
        for one in todo
        if one.kind is EditKind.INSERTED
        and one.what not in (TargetKind.CELL, TargetKind.ROW, TargetKind.COMPONENT)
        and one.container == edit.container
        and (one.target.path if one.target else None) == (edit.target.path if edit.target else None)
    ]


def _behind_the_same(edit: Edit, todo: Sequence[Edit]) -> list[Edit]:
    """The new pieces that follow a new piece at once; none where it follows another itself."""
    same = _same_place(edit, todo)
    return same[1:] if same and same[0] is edit else []


def _follows_a_heading(edit: Edit, todo: Sequence[Edit]) -> bool:
    """Whether a new heading stands before a new piece, so that it has no place without it."""
    same = _same_place(edit, todo)
    before = same[: same.index(edit)] if edit in same else []
    return any(one.what is TargetKind.HEADING for one in before)
