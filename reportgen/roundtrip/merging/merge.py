"""`reportgen merge`: from a dossier and an edited Word file to the changed files, in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from reportgen.building import Building, build
from reportgen.document.tree import Document
from reportgen.dossier.files import full_path
from reportgen.dossier.loading import indicator_files
from reportgen.periods.typed_files import TypedFile, read_typed
from reportgen.roundtrip.merging.comparing import EditedDraft
from reportgen.roundtrip.merging.edits import Comparison
from reportgen.roundtrip.merging.placing.rounds import Held, Placed, place_edits
from reportgen.vietnamese import nfc


@dataclass(frozen=True, slots=True)
class Merged:
    """What was compared, what became of it, and the files as they are to be written.

    `document` is the dossier's own as it was; `younger` are the dossier's files that were saved
    after the edited one: the draft may have been made before them.
    """

    document: Document
    comparison: Comparison
    placed: Placed
    files: Mapping[Path, bytes]
    younger: tuple[Path, ...] = ()


def merge(
    path: Path,
    edited: Path,
    data: bytes,
    templates: Sequence[Path] = (),
    only_accepted: bool = False,
) -> Merged:
    """Take over the edits of a Word file (`data` are its bytes) into the dossier at `path`.

    Writes nothing. Raises InputError where the dossier does not build or the file cannot be read.
    """
    building = build(path, templates)
    draft = EditedDraft(data, edited.name, only_accepted)
    comparison = draft.compare(building)
    typed = _typed_files(building)
    texts = {file: nfc(one.text) for file, one in typed.items()}
    placed = place_edits(building, comparison, Held(draft.compare, edited.name, templates), texts)
    files = {
        file: typed[file].data(_as_it_was(typed[file].text, text))
        for file, text in placed.texts.items()
    }
    return Merged(building.document, comparison, placed, files, _younger(edited, typed))


def texts_of(building: Building) -> dict[Path, str]:
    """The texts of the files that edits may go to, as they are edited."""
    return {file: nfc(one.text) for file, one in _typed_files(building).items()}


def _as_it_was(before: str, after: str) -> str:
    """The new text with those lines as they were typed that nothing was done to.

    In: `after` is composed (NFC); what somebody typed in another form stays in it.
    """
    composed = nfc(before)
    if composed == before:
        return after
    old, typed, new = composed.split("\n"), before.split("\n"), after.split("\n")
    made: list[str] = []
    for tag, start, end, first, last in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        made += typed[start:end] if tag == "equal" else new[first:last]
    return "\n".join(made)


def _typed_files(building: Building) -> dict[Path, TypedFile]:
    """The dossier's YAML, its tables of figures, the tables of its appendices."""
    dossier = building.dossier
    own = full_path(dossier.path)
    found = {own: read_typed(own, "HS")}
    tables = [path for path, _ in indicator_files(dossier.path, dossier.tree)]
    tables += [dossier.folder / one.bang for one in dossier.phu_luc if one.bang]
    for path in tables:
        if path.suffix.lower() == ".csv" and path.is_file():
            full = full_path(path)
            found[full] = read_typed(full, "CT")
    return found


def _younger(edited: Path, typed: Mapping[Path, TypedFile]) -> tuple[Path, ...]:
    """The files of the dossier that were saved after the edited file."""
    saved = edited.stat().st_mtime if edited.is_file() else 0.0
    return tuple(file for file in typed if file.stat().st_mtime > saved)
