"""Putting the edits of a draft into the dossier's files, round by round, each one proved.

A round places all edits that do not touch each other, builds the document anew from the changed
texts in memory and compares it with the edited file again. What is still different afterwards was
not placed: it is tried in another way, and told in the end.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.building import Building
from reportgen.problems import Place
from reportgen.roundtrip.merging.edits import Comparison, Edit, EditKind
from reportgen.roundtrip.merging.placing.changing import WAYS
from reportgen.roundtrip.merging.placing.keys import Key, key_of
from reportgen.roundtrip.merging.placing.of_kind import NOT_PROVED, placement_of
from reportgen.roundtrip.merging.placing.patches import Placement, overlap
from reportgen.roundtrip.merging.placing.proving import (
    Chosen,
    Compare,
    Standing,
    follows,
    only_ends,
    places,
    proved,
)
from reportgen.roundtrip.merging.placing.scene import Scene
from reportgen.roundtrip.merging.placing.source_map import source_map
from reportgen.roundtrip.merging.placing.travelling import partners

_MOST_ROUNDS = 400
_DATED = (("letterhead",), ("title",))  # what the line `(Kèm theo …)` follows from


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
    ends_moved: bool = False  # the mark at the end of the text stands behind other words now


@dataclass(slots=True)
class _State:
    """Where the work stands, and what became of the edits so far."""

    standing: Standing
    scene: Scene | None = None  # as it stands
    ways: dict[Key, int] = field(default_factory=dict)
    reasons: dict[Key, str] = field(default_factory=dict)
    places: dict[Key, list[Place]] = field(default_factory=dict)
    remarks: dict[Key, list[str]] = field(default_factory=dict)
    given_up: set[Key] = field(default_factory=set)
    suspects: set[Key] = field(default_factory=set)  # one of these made a round fail
    narrowing: bool = False  # whether these are being searched; else all others come first


def place_edits(
    building: Building, comparison: Comparison, held: Held, texts: Mapping[Path, str]
) -> Placed:
    """Place the edits of a comparison into `texts` (all files that may change).

    Writes nothing; whatever is returned as text has been built.
    """
    state = _State(Standing(texts, building, comparison.edits))
    wanted = {key_of(edit): edit for edit in comparison.edits}
    limit = len(wanted)
    for _ in range(_MOST_ROUNDS):
        units = _batch(state, wanted, held, max(1, limit))
        if not units:
            break
        limit = _tried(state, units, held)
    left = {key_of(edit): edit for edit in state.standing.edits}
    _tell_again(state, left, held)
    outcomes = tuple(_outcome(state, key, edit, left) for key, edit in wanted.items())
    dated = any(edit.container[:1] in _DATED for edit in wanted.values())
    consequences = tuple(
        _outcome(state, key, edit, left)
        for key, edit in left.items()
        if key not in wanted and not only_ends(edit) and not (dated and follows(edit))
    )
    changed = {path: text for path, text in state.standing.texts.items() if text != texts[path]}
    return Placed(outcomes, changed, consequences, any(map(only_ends, left.values())))


Unit = list[Chosen]
"""Edits that are placed together or not at all, as where a note's mark leaves one for another."""


def _tried(state: _State, units: Sequence[Unit], held: Held) -> int:
    """Make the changes if they do what they should; how many units to try in the next round.

    Where it is known which edits did not do it, these alone take their next way.
    """
    batch = [chosen for unit in units for chosen in unit]
    found = proved(state.standing, batch, held.compare, held.templates)
    if found.done is not None:
        for key, placement in batch:
            state.places.setdefault(key, []).extend(places(state.standing.texts, placement))
            state.remarks.setdefault(key, []).extend(placement.remarks)
        state.given_up |= found.in_part
        state.standing = found.done
        state.suspects -= {key for key, _ in batch}
        state.narrowing = False
        state.scene = None
        return max(2 * len(units), len(state.standing.edits))
    if len(units) == 1:
        if found.reason:
            state.reasons[batch[0][0]] = found.reason
        _next_way(state, batch[0][0])
        state.suspects.clear()
        return len(state.standing.edits)
    if found.blamed and len(found.blamed) < len(batch):
        for key in found.blamed:
            _next_way(state, key)
        return len(units)
    state.suspects, state.narrowing = {key for key, _ in batch}, True
    return len(units) // 2


def _in_turn(state: _State, todo: Sequence[Edit]) -> list[Edit]:
    """The edits whose turn it is: while one is looked for, those it may be, else all others."""
    suspected = [one for one in todo if key_of(one) in state.suspects]
    others = [one for one in todo if key_of(one) not in state.suspects]
    if state.narrowing or not others:
        return suspected or others
    return others


def _tell_again(state: _State, left: Mapping[Key, Edit], held: Held) -> None:
    """Why edits are left that were placed in part, or came of others, by what stands now."""
    partly = [key for key in left if key in state.remarks or key not in state.reasons]
    if not partly:
        return
    scene = _scene(state, held)
    for key in partly:
        placement = placement_of(scene, left[key], (), 0)
        told = placement.refused or tuple(
            f"nay in “{piece.before}”, tệp Word ghi “{piece.after}”" for piece in left[key].pieces
        )
        state.reasons[key] = "; ".join(dict.fromkeys(told)) or NOT_PROVED


def _batch(state: _State, wanted: Mapping[Key, Edit], held: Held, limit: int) -> list[Unit]:
    """Placements of open edits that do not touch each other, at most so many units."""
    todo = [one for one in state.standing.edits if key_of(one) in wanted.keys() - state.given_up]
    if not todo:
        return []
    scene = _scene(state, held)
    units: list[Unit] = []
    taken: set[Key] = set()
    for edit in _in_turn(state, todo):
        if len(units) >= limit:
            break
        unit = _unit(state, scene, edit, todo, taken)
        if unit and not _touches(unit, units):
            units.append(unit)
            taken |= {key for key, _ in unit}
    if not units and state.suspects:
        state.suspects.clear()
        return _batch(state, wanted, held, limit)
    return units


def _unit(state: _State, scene: Scene, edit: Edit, todo: Sequence[Edit], taken: set[Key]) -> Unit:
    """An edit's placement in the way that is its turn, with those of the edits it goes along with.

    Empty where it has none, or goes along with one that is chosen already.
    """
    key = key_of(edit)
    if key in taken:
        return []
    placement = _next_placement(state, scene, edit, todo)
    if placement is None:
        return []
    unit = [(key, placement)]
    for other in partners(scene, edit, todo):
        along = _next_placement(state, scene, other, todo)
        if along is not None and key_of(other) not in taken:
            unit.append((key_of(other), along))
    return unit


def _next_placement(
    state: _State, scene: Scene, edit: Edit, todo: Sequence[Edit]
) -> Placement | None:
    """The next placement that would change anything; ways without one are passed over."""
    key = key_of(edit)
    while key not in state.given_up:
        placement = placement_of(scene, edit, todo, state.ways.get(key, 0))
        if placement.refused:
            state.reasons[key] = "; ".join(dict.fromkeys(placement.refused))
        if placement.changes:
            return placement
        _next_way(state, key, told=True)
    return None


def _touches(unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether a unit would change what another changes otherwise."""
    others = [placement for other in units for _, placement in other]
    return any(
        overlap(mine, theirs)
        for key, mine in unit
        for theirs in others
        if not (_may_be_shared(key) and mine.patches == theirs.patches)
    )


def _may_be_shared(key: Key) -> bool:
    """Whether the same change may be made for several edits: a block dropped, a list retyped."""
    return key[0] is EditKind.DELETED or "recipients" in key


def _scene(state: _State, held: Held) -> Scene:
    if state.scene is None:
        now = state.standing
        sources = source_map(now.building, held.templates, now.texts)
        state.scene = Scene(now.building, sources, now.texts, held.edited, now.edits)
    return state.scene


def _next_way(state: _State, key: Key, *, told: bool = False) -> None:
    state.ways[key] = state.ways.get(key, 0) + 1
    if not told:
        state.reasons.setdefault(key, NOT_PROVED)
    if state.ways[key] >= WAYS:
        state.given_up.add(key)


def _outcome(state: _State, key: Key, edit: Edit, left: Mapping[Key, Edit]) -> Outcome:
    where = tuple(dict.fromkeys(state.places.get(key, ())))
    remarks = tuple(dict.fromkeys(state.remarks.get(key, ())))
    if key not in left:
        return Outcome(edit, True, where, remarks)
    return Outcome(edit, False, where, remarks, state.reasons.get(key, NOT_PROVED))
