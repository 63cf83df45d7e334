"""Changes to the texts of a dossier's files: gathered, then made in one go."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.periods.indicator_editing import edit_indicators


@dataclass(frozen=True, slots=True)
class Patch:
    """Put `text` in the place of what stands from `start` to `end` of a file."""

    path: Path
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class CellChange:
    """A new value for a column of an indicator's row."""

    path: Path
    code: str
    column: str
    value: str
    line: int = 0  # of the row


@dataclass(frozen=True, slots=True)
class Placement:
    """How an edit is put into the files; `remarks` are what else its author should know.

    `refused` says of which words of the edit it could not be done, and why.
    """

    patches: tuple[Patch, ...] = ()
    cells: tuple[CellChange, ...] = ()
    remarks: tuple[str, ...] = ()
    refused: tuple[str, ...] = field(default=())

    @property
    def changes(self) -> bool:
        """Whether anything is to be done."""
        return bool(self.patches or self.cells)

    def and_(self, other: "Placement") -> "Placement":
        """Both, one after the other."""
        return Placement(
            (*self.patches, *other.patches),
            tuple(dict.fromkeys((*self.cells, *other.cells))),
            (*self.remarks, *other.remarks),
            (*self.refused, *other.refused),
        )


def refused(reason: str) -> Placement:
    """An edit that nothing is done for."""
    return Placement(refused=(reason,))


def overlap(one: Placement, other: Placement) -> bool:
    """Whether two placements would touch the same words or cells."""
    for mine in one.patches:
        for theirs in other.patches:
            if mine.path == theirs.path and _meet(mine, theirs):
                return True
    cells = {(cell.path, cell.code, cell.column): cell.value for cell in one.cells}
    return any(
        cells.get((cell.path, cell.code, cell.column), cell.value) != cell.value
        for cell in other.cells
    )


def _meet(one: Patch, other: Patch) -> bool:
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    return one.start < other.end and other.start < one.end


def patched(texts: Mapping[Path, str], placements: Iterable[Placement]) -> dict[Path, str]:
    """The texts with all placements made; patches at one spot in their order.

    Raises InputError and KeyError as `edit_indicators` does.
    """
    made = dict(texts)
    patches: dict[Path, list[Patch]] = {}
    cells: dict[Path, dict[str, dict[str, str]]] = {}
    for placement in placements:
        for patch in placement.patches:
            patches.setdefault(patch.path, []).append(patch)
        for cell in placement.cells:
            cells.setdefault(cell.path, {}).setdefault(cell.code, {})[cell.column] = cell.value
    for path, found in patches.items():
        text = made[path]
        pieces: list[str] = []
        done = 0
        for patch in sorted(dict.fromkeys(found), key=lambda one: (one.start, one.end)):
            pieces += [text[done : patch.start], patch.text]
            done = max(done, patch.end)
        made[path] = "".join([*pieces, text[done:]])
    for path, changes in cells.items():
        made[path] = edit_indicators(made[path], changes)
    return made
