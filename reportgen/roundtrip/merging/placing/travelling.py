"""What one edit takes away and another puts in: marks of notes, and figures with their formulas."""

from collections.abc import Iterator, Sequence

from reportgen.document.tree import Heading, Inlines, NoteReference, Paragraph
from reportgen.roundtrip.merging.edits import Edit, EditKind
from reportgen.roundtrip.merging.placing.scene import Scene


def partners(scene: Scene, edit: Edit, todo: Sequence[Edit]) -> Iterator[Edit]:
    """The edits that take away marks of notes which this one puts in: one cannot do without both.

    A note may be referred to once only.
    """
    gained = notes_in(edit) - _marked(scene, edit)
    known = len(scene.building.document.notes)
    gained = {number for number in gained if number <= known}
    if not gained:
        return
    for other in todo:
        if other is not edit and _marked(scene, other) & gained - notes_in(other):
            yield other


def notes_in(edit: Edit) -> set[int]:
    """The notes that a piece refers to once it is edited."""
    if edit.kind is EditKind.DELETED:
        return set()
    inlines: Inlines = edit.after
    match edit.block:
        case Paragraph():
            inlines = (*inlines, *edit.block.inlines)
        case Heading():
            inlines = (*inlines, *edit.block.title, *edit.block.run_in)
    return {one.number for one in inlines if isinstance(one, NoteReference)}


def _marked(scene: Scene, edit: Edit) -> set[int]:
    """The notes whose marks stand in a piece as it is now."""
    if edit.target is None or edit.kind is EditKind.INSERTED:
        return set()
    traced = scene.traced(edit.target.path)
    return {sign.note for sign in traced.signs if sign.note} if traced else set()
