"""Putting the edits of a draft into the dossier's files, round by round, each one proved.

A round places edits that do not touch each other, builds the document anew from the changed texts
in memory and compares it with the edited file again. What is still different afterwards was not
placed: it is tried in another way, and told in the end.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.building import Building, build
from reportgen.dossier.files import shown_path, standing_in
from reportgen.problems import InputError, Place
from reportgen.roundtrip.merging.edits import Comparison, Edit, EditKind, TargetKind
from reportgen.roundtrip.merging.placing.cells import place_in_table
from reportgen.roundtrip.merging.placing.changing import WAYS, place_changed
from reportgen.roundtrip.merging.placing.components import place_component
from reportgen.roundtrip.merging.placing.keys import Key, key_of
from reportgen.roundtrip.merging.placing.patches import Placement, overlap, patched, refused
from reportgen.roundtrip.merging.placing.scene import Scene
from reportgen.roundtrip.merging.placing.source_map import source_map
from reportgen.roundtrip.merging.placing.structure import place_deleted, place_inserted, place_moved

Compare = Callable[[Building], Comparison]
_MOST_ROUNDS = 400
_BY_HAND = {
    TargetKind.APPENDIX: "phụ lục thêm hoặc bỏ: sửa khoá phu_luc của hồ sơ",
    TargetKind.CAPTION: "lời dưới hình do biểu đồ của hồ sơ in ra",
}
_NOT_PROVED = "đã thử đưa vào nhưng dựng lại không ra đúng chữ này"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An edit and what became of it: where it was put (`places`), or why it was not (`reason`)."""

    edit: Edit
    placed: bool
    places: tuple[Place, ...] = ()
    remarks: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """What edits are held against: `compare` holds a building of the dossier against the edited
    file, whose name is `edited`; `templates` are the folders that it is built with.
    """

    compare: Compare
    edited: str
    templates: Sequence[Path] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of all edits: the changed texts, and differences that came of the changes."""

    outcomes: tuple[Outcome, ...]
    texts: Mapping[Path, str]
    consequences: tuple[Outcome, ...]


@dataclass(slots=True)
class _State:
    """Where the work stands: texts that build, their document, what still differs."""

    texts: dict[Path, str]
    building: Building
    edits: tuple[Edit, ...]
    ways: dict[Key, int] = field(default_factory=dict)
    reasons: dict[Key, str] = field(default_factory=dict)
    places: dict[Key, list[Place]] = field(default_factory=dict)
    remarks: dict[Key, list[str]] = field(default_factory=dict)
    given_up: set[Key] = field(default_factory=set)


def place_edits(
    building: Building, comparison: Comparison, held: Held, texts: Mapping[Path, str]
) -> Placed:
    """Place the edits of a comparison into `texts` (all files that may change).

    Writes nothing; whatever is returned as text has been built.
    """
    state = _State(dict(texts), building, comparison.edits)
    wanted = {key_of(edit): edit for edit in comparison.edits}
    limit = len(wanted)
    for _ in range(_MOST_ROUNDS):
        batch = _batch(state, wanted, held, max(1, limit))
        if not batch:
            break
        if _accepted(state, batch, held):
            limit = max(2 * limit, len(batch))
        elif len(batch) > 1:
            limit = len(batch) // 2
        else:
            _next_way(state, batch[0][0])
    left = {key_of(edit): edit for edit in state.edits}
    _tell_again(state, left, held)
    outcomes = tuple(_outcome(state, key, edit, left) for key, edit in wanted.items())
    consequences = tuple(
        _outcome(state, key, edit, left) for key, edit in left.items() if key not in wanted
    )
    changed = {path: text for path, text in state.texts.items() if text != texts[path]}
    return Placed(outcomes, changed, consequences)


def _tell_again(state: _State, left: Mapping[Key, Edit], held: Held) -> None:
    """Why edits are left that were placed in part, or came of others, by what stands now."""
    partly = [key for key in left if key in state.remarks or key not in state.reasons]
    if not partly:
        return
    scene = _scene(state, held)
    for key in partly:
        placement = _placement(scene, left[key], (), 0)
        told = placement.refused or tuple(
            f"nay in “{piece.before}”, tệp Word ghi “{piece.after}”" for piece in left[key].pieces
        )
        state.reasons[key] = "; ".join(dict.fromkeys(told)) or _NOT_PROVED


_Chosen = tuple[Key, Placement]


def _batch(state: _State, wanted: Mapping[Key, Edit], held: Held, limit: int) -> list[_Chosen]:
    """Placements of open edits that do not touch each other, at most so many."""
    todo = [one for one in state.edits if key_of(one) in wanted.keys() - state.given_up]
    if not todo:
        return []
    scene = _scene(state, held)
    chosen: list[_Chosen] = []
    for edit in todo:
        key = key_of(edit)
        while key not in state.given_up and len(chosen) < limit:
            placement = _placement(scene, edit, todo, state.ways.get(key, 0))
            if placement.refused:
                state.reasons[key] = "; ".join(dict.fromkeys(placement.refused))
            if placement.changes:
                if not any(overlap(placement, other) for _, other in chosen):
                    chosen.append((key, placement))
                break
            _next_way(state, key, told=True)
    return chosen


def _scene(state: _State, held: Held) -> Scene:
    sources = source_map(state.building, held.templates, state.texts)
    return Scene(state.building, sources, state.texts, held.edited)


def _placement(scene: Scene, edit: Edit, todo: Sequence[Edit], way: int) -> Placement:
    try:
        return _of_kind(scene, edit, todo, way)
    except (LookupError, ValueError, AssertionError):
        return refused(_NOT_PROVED)


def _of_kind(scene: Scene, edit: Edit, todo: Sequence[Edit], way: int) -> Placement:
    if edit.what is TargetKind.COMPONENT:
        return place_component(scene, edit, way)
    if edit.what in (TargetKind.CELL, TargetKind.ROW):
        return _in_table(scene, edit, way)
    if edit.what is TargetKind.TABLE and edit.kind is EditKind.CHANGED:
        return refused("bảng đổi số cột; sửa trong tệp CSV và khoá chi_cot, cot")
    if edit.what in _BY_HAND:
        return refused(_BY_HAND[edit.what])
    return _of_text(scene, edit, todo, way)


def _of_text(scene: Scene, edit: Edit, todo: Sequence[Edit], way: int) -> Placement:
    match edit.kind:
        case EditKind.CHANGED:
            return place_changed(scene, edit, way)
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


def _behind_the_same(edit: Edit, todo: Sequence[Edit]) -> list[Edit]:
    """The new pieces that follow a new piece at once; none where it follows another itself."""
    same = [
        one
        for one in todo
        if one.kind is EditKind.INSERTED
        and one.what not in (TargetKind.CELL, TargetKind.ROW, TargetKind.COMPONENT)
        and one.container == edit.container
        and (one.target.path if one.target else None) == (edit.target.path if edit.target else None)
    ]
    return same[1:] if same and same[0] is edit else []


def _next_way(state: _State, key: Key, *, told: bool = False) -> None:
    state.ways[key] = state.ways.get(key, 0) + 1
    if not told or key not in state.reasons:
        state.reasons.setdefault(key, _NOT_PROVED)
    if state.ways[key] >= WAYS:
        state.given_up.add(key)


def _accepted(state: _State, batch: Sequence[_Chosen], held: Held) -> bool:
    """Make the changes if they build, do what they should, and nothing else."""
    placements = [placement for _, placement in batch]
    try:
        texts = patched(state.texts, placements)
        with standing_in(texts):
            building = build(state.building.dossier.path, held.templates)
            edits = held.compare(building).edits
    except (InputError, KeyError) as error:
        if len(batch) == 1:
            state.reasons[batch[0][0]] = _told(error)
        return False
    before = {key_of(one): one for one in state.edits}
    after = {key_of(one): one for one in edits}
    for key, placement in batch:
        if key in after and not _in_part(placement, before[key], after[key]):
            return False
    new = {key for key in after.keys() - before.keys() if not _only_ends(after[key])}
    if new and not any(placement.cells for placement in placements):
        return False
    for key, placement in batch:
        state.places.setdefault(key, []).extend(_places(state, placement))
        state.remarks.setdefault(key, []).extend(placement.remarks)
        if key in after:
            state.given_up.add(key)
    state.texts, state.building, state.edits = texts, building, edits
    return True


def _only_ends(edit: Edit) -> bool:
    """Whether nothing differs but the mark at the end of the text, which prints itself."""
    pieces = [one.before + one.after for one in edit.pieces]
    return bool(pieces) and not any(piece.strip("./ ") for piece in pieces)


def _told(error: InputError | KeyError) -> str:
    if isinstance(error, InputError) and error.problems:
        return f"đưa vào thì hồ sơ không dựng được: {error.problems[0].message}"
    return _NOT_PROVED


def _in_part(placement: Placement, before: Edit, after: Edit) -> bool:
    """Whether all that the placement was for is done, and only what it refused or moved is left."""
    told = {(one.before, one.after) for one in before.pieces}
    left = {(one.before, one.after) for one in after.pieces}
    if placement.cells and left and not told & left:
        return True
    count = [sum(len(p.before) + len(p.after) for p in one.pieces) for one in (before, after)]
    return bool(placement.refused) and count[1] < count[0]


def _places(state: _State, placement: Placement) -> list[Place]:
    found = []
    for patch in placement.patches:
        line = state.texts[patch.path].count("\n", 0, patch.start) + 1
        found.append(Place(shown_path(patch.path), line))
    return list(dict.fromkeys(found))


def _outcome(state: _State, key: Key, edit: Edit, left: Mapping[Key, Edit]) -> Outcome:
    places = tuple(dict.fromkeys(state.places.get(key, ())))
    remarks = tuple(dict.fromkeys(state.remarks.get(key, ())))
    if key not in left:
        return Outcome(edit, True, places, remarks)
    return Outcome(edit, False, places, remarks, state.reasons.get(key, _NOT_PROVED))
