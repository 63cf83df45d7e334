"""Who receives the document: the lines of `Nơi nhận` as the dossier's own list."""

import re
from collections.abc import Iterator, Sequence

from reportgen.document.inlines import plain_text
from reportgen.document.tree import Inlines, Text
from reportgen.dossier.profile import Recipient
from reportgen.roundtrip.inline_source import inlines_markdown
from reportgen.roundtrip.merging.edits import Edit, EditKind
from reportgen.roundtrip.merging.placing.patches import Placement, refused
from reportgen.roundtrip.merging.placing.scene import Scene
from reportgen.roundtrip.merging.placing.sections import set_value
from reportgen.roundtrip.merging.placing.typing_in import as_line

_LIST = "recipients"
_RECIPIENT = re.compile(r"[-–\s]*(?P<name>.*?)(?:\s*\((?P<remark>[^()]*)\))?[;.\s]*", re.DOTALL)
_FILED = re.compile(r"[-–\s]*Lưu\s*:\s*(?P<filed>.*?)[.;\s]*", re.IGNORECASE)
_AS_ABOVE = "dòng “Như trên” tự in khi có Kính gửi; muốn bỏ thì bỏ khoá kinh_gui"


def place_recipients(scene: Scene, edit: Edit, todo: Sequence[Edit]) -> Placement:
    """The dossier's list with all edits of lines made at once; the profile's is for all documents.

    `todo` are all open edits; each of those of the list gets the same placement.
    """
    printed = scene.building.document.recipients
    if edit.kind is EditKind.CHANGED and _index(edit) == len(printed) - 1:
        text = plain_text(edit.after).strip()
        filed = _FILED.fullmatch(text)
        return Placement(
            tuple(set_value(scene, ("luu",), as_line(filed["filed"] if filed else text)))
        )
    listed = scene.building.dossier.profile.noi_nhan
    offset = len(printed) - 1 - len(listed)
    if edit.kind is not EditKind.INSERTED and _index(edit) < offset:
        return refused(_AS_ABOVE)
    mine = [one for one in todo if one.container[:1] == (_LIST,)] or [edit]
    lines = "".join(f"\n  - {_typed(one)}" for one in _edited(listed, offset, mine))
    return Placement(tuple(set_value(scene, ("noi_nhan",), lines)))


def _index(edit: Edit) -> int:
    """Which line an edit is of, or stands behind; -1 before the first."""
    step = edit.target.path[1] if edit.target and len(edit.target.path) > 1 else -1
    return step if isinstance(step, int) else -1


def _edited(listed: Sequence[Recipient], offset: int, edits: Sequence[Edit]) -> Iterator[Recipient]:
    """The list with its edits; `offset` lines are printed before the first of the list."""
    for at in range(-1, len(listed)):
        own = [one for one in edits if _index(one) == at + offset]
        if at == -1:
            own = [one for one in edits if _index(one) < offset]
        kept: Recipient | None = listed[at] if at >= 0 else None
        for one in own:
            if one.kind is EditKind.DELETED:
                kept = None
            elif one.kind is EditKind.CHANGED and at >= 0:
                kept = _recipient(one.after)
        if kept is not None:
            yield kept
        yield from (_recipient(one.after) for one in own if one.kind is EditKind.INSERTED)


def _recipient(inlines: Inlines) -> Recipient:
    found = _RECIPIENT.fullmatch(plain_text(inlines).strip())
    name, remark = (found["name"], found["remark"]) if found else (plain_text(inlines), None)
    return Recipient(ten=_markdown(name), ghi_chu=_markdown(remark or "") or None)


def _markdown(text: str) -> str:
    return inlines_markdown((Text(text),), lambda _: "") if text else ""


def _typed(one: Recipient) -> str:
    name = as_line(one.ten or "")
    if not one.ghi_chu:
        return name
    parts = [_in_braces(one.ten or ""), _in_braces(one.ghi_chu)]
    return f"{{ten: {parts[0]}, ghi_chu: {parts[1]}}}"


def _in_braces(text: str) -> str:
    if not re.search(r"[,\[\]{}:#\"']", text):
        return as_line(text)
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
