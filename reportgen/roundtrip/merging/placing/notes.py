"""Notes that a template words: changed by a text of the dossier for the block that has them."""

from collections.abc import Sequence
from dataclasses import replace

from reportgen.document.tree import Inlines, Note
from reportgen.roundtrip.merging.placing.overriding import Rewrite, override
from reportgen.roundtrip.merging.placing.patches import Placement, refused
from reportgen.roundtrip.merging.placing.printed import signs_of
from reportgen.roundtrip.merging.placing.rewording import held_values
from reportgen.roundtrip.merging.placing.scene import Scene
from reportgen.roundtrip.merging.placing.sections import set_section


def note_override(
    scene: Scene, number: int, index: int, inlines: Inlines, fresh: Sequence[Note]
) -> Placement:
    """The note with another paragraph at `index`, in a text of the smallest block that holds it."""
    home = next(
        (
            (path, traced, at)
            for path, traced in scene.sources.pieces.items()
            for at, sign in enumerate(traced.signs)
            if sign.note == number
        ),
        None,
    )
    if home is None:
        return refused("không rõ chú thích này đặt ở đâu")
    path, traced, at = home
    note = scene.building.document.notes[number - 1]
    paragraphs = list(note.paragraphs)
    paragraphs[index] = replace(paragraphs[index], inlines=inlines)
    written = replace(scene.building.document, notes=_with(scene, number, paragraphs))
    changed = Scene(
        replace(scene.building, document=written), scene.sources, scene.texts, scene.edited
    )
    edge = next(
        (
            block.name
            for block, begins, start in traced.edges
            if begins and start == at and block.name in scene.blocks
        ),
        None,
    )
    if edge is not None and len(paragraphs) == 1:
        source = scene.traced(("notes", number - 1, "paragraphs", 0))
        values = scene.values(source) if source else []
        typed = scene.typist(fresh).typed(*held_values(signs_of(inlines), values))
        return Placement(tuple(set_section(scene, edge, f"^[{typed}]")))
    if path[0] != "body" or not isinstance(path[1], int):
        return refused("chú thích này nằm ngoài các khối mà hồ sơ thay được")
    homes = scene.homes.get(path[1], ())
    if not homes:
        return refused("chú thích này nằm ngoài các khối mà hồ sơ thay được")
    return override(changed, homes[0], Rewrite(notes=tuple(fresh)))


def _with(scene: Scene, number: int, paragraphs: Sequence[object]) -> tuple[Note, ...]:
    return tuple(
        replace(note, paragraphs=tuple(paragraphs)) if note.number == number else note  # type: ignore[arg-type]
        for note in scene.building.document.notes
    )
