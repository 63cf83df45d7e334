"""Whether placements do what they are for: the document is built with them and compared."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.building import Building, build
from reportgen.dossier.files import shown_path, standing_in
from reportgen.problems import InputError, Place
from reportgen.roundtrip.merging.edits import Comparison, Edit
from reportgen.roundtrip.merging.placing.keys import Key, key_of
from reportgen.roundtrip.merging.placing.patches import Placement, patched

Compare = Callable[[Building], Comparison]
Chosen = tuple[Key, Placement]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the work stands: texts that build, what they build, how the edited file differs."""

    texts: Mapping[Path, str]
    building: Building
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """`done`: where the work stands with the placements; None where they did not do.

    `in_part`: edits of which a part is left that nothing can be done for. `blamed`: edits that did
    not arrive, as far as it is known; `reason`: what the builder said.
    """

    done: Standing | None = None
    in_part: frozenset[Key] = frozenset()
    blamed: frozenset[Key] = frozenset()
    reason: str = ""


def proved(
    standing: Standing, batch: Sequence[Chosen], compare: Compare, templates: Sequence[Path]
) -> Proof:
    """Build with the placements and compare: they must do what they should, and nothing else."""
    placements = [placement for _, placement in batch]
    try:
        made = patched(standing.texts, placements)
        with standing_in(made):
            built = build(standing.building.dossier.path, templates)
            left = compare(built).edits
    except (InputError, KeyError) as error:
        return Proof(reason=_told(error))
    before = {key_of(one): one for one in standing.edits}
    after = {key_of(one): one for one in left}
    still = {key: placement for key, placement in batch if key in after}
    blamed = {
        key for key, placement in still.items() if not _in_part(placement, before[key], after[key])
    }
    if blamed:
        return Proof(blamed=frozenset(blamed))
    new = {key for key in after.keys() - before.keys() if not follows(after[key])}
    if new and not any(placement.cells for placement in placements):
        return Proof(blamed=_at_fault(new, after, batch, before))
    return Proof(Standing(made, built, left), frozenset(still))


def _at_fault(
    new: Collection[Key],
    after: Mapping[Key, Edit],
    batch: Sequence[Chosen],
    before: Mapping[Key, Edit],
) -> frozenset[Key]:
    """The edits that stand where the edited file differs anew."""
    places = {str(after[key].place) for key in new}
    return frozenset(key for key, _ in batch if str(before[key].place) in places)


def follows(edit: Edit) -> bool:
    """Whether nothing differs but what prints itself: the mark at the end, `(Kèm theo …)`."""
    return only_ends(edit) or edit.container[-1:] == ("attached_to",)


def only_ends(edit: Edit) -> bool:
    """Whether nothing differs but the mark at the end of the text."""
    pieces = [one.before + one.after for one in edit.pieces]
    return bool(pieces) and not any(piece.strip("./ ") for piece in pieces)


def _told(error: InputError | KeyError) -> str:
    if not isinstance(error, InputError) or not error.problems:
        return ""
    first = error.problems[0]
    hint = f" ({first.hint})" if first.hint else ""
    return f"đưa vào thì hồ sơ không dựng được: {first.message}{hint}; sửa bằng tay"


def _in_part(placement: Placement, before: Edit, after: Edit) -> bool:
    """Whether all that the placement was for is done, and only what it refused or moved is left."""
    told = {(one.before, one.after) for one in before.pieces}
    left = {(one.before, one.after) for one in after.pieces}
    if placement.cells and left and not told & left:
        return True
    count = [sum(len(p.before) + len(p.after) for p in one.pieces) for one in (before, after)]
    return bool(placement.refused) and count[1] < count[0]


def places(texts: Mapping[Path, str], placement: Placement) -> list[Place]:
    """The lines that a placement changes, of cells the rows."""
    found = [
        Place(shown_path(patch.path), texts[patch.path].count("\n", 0, patch.start) + 1)
        for patch in placement.patches
    ]
    found += [Place(shown_path(cell.path), cell.line) for cell in placement.cells if cell.line]
    return list(dict.fromkeys(found))
