"""What an edit is known by from round to round."""

from reportgen.document.inlines import plain_text
from reportgen.document.tree import Heading, Paragraph, Table
from reportgen.roundtrip.merging.edits import Edit, EditKind, TargetKind
from reportgen.roundtrip.merging.placing.cells import shown

Key = tuple[object, ...]
_LISTED = ("recipients", "addressees")


def key_of(edit: Edit) -> Key:
    """What an edit is known by from round to round: where it stands in the edited file."""
    after = plain_text(edit.after) + shown(edit.row) + _block_text(edit)
    if edit.what is TargetKind.COMPONENT:
        path = edit.target.path if edit.target else edit.container
        if path[0] in _LISTED:
            kept = edit.target.text if edit.target and edit.kind is not EditKind.INSERTED else ""
            return edit.kind, edit.what, path[0], kept, after
        return edit.kind, edit.what, path, after
    if edit.kind is EditKind.DELETED:
        return edit.kind, edit.what, edit.target.text if edit.target else ""
    if edit.what is TargetKind.CELL and edit.place is not None:
        return edit.kind, edit.what, str(edit.place), edit.place.paragraph, after
    return edit.kind, edit.what, str(edit.place), after


def _block_text(edit: Edit) -> str:
    match edit.block:
        case Paragraph(inlines):
            return plain_text(inlines)
        case Heading():
            return plain_text((*edit.block.title, *edit.block.run_in))
        case Table():
            return " ".join(shown(row) for row in edit.block.rows)
        case _:
            return ""
