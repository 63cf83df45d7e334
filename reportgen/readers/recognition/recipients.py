"""Component 9b: the lines below `Nơi nhận:`, down to `Lưu`, and the drafter's mark below them."""

import re
from collections.abc import Sequence

from reportgen.document.tree import Inline, Inlines, LineBreak, Text
from reportgen.readers.recognition.inlines import cut, trimmed
from reportgen.readers.recognition.lines import Line
from reportgen.readers.recognition.words import AUTHORITY, DRAFTER, FILED, ITEM, fold, typed_end

_LONGEST = 250
_NEXT = re.compile(r"(?<=[;.,]) *(?=[-–+] ?\S)")
_FOLLOWS = re.compile(r"[a-zđ(]")


def recipients_end(lines: Sequence[Line]) -> int:
    """How many of the lines are a list of recipients."""
    end = 0
    for index, line in enumerate(lines):
        listed = bool(ITEM.match(line.folded) or line.part.label)
        if not listed and not _may_stand_in_list(lines, index):
            break
        end = index + 1
        if FILED.match(line.folded) and not _goes_on(lines, end):
            break
    return end


def _may_stand_in_list(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if len(line.text) > _LONGEST or line.in_capitals or AUTHORITY.fullmatch(line.folded):
        return is_file_line(line)
    if is_file_line(line) or line.text[-1] in ";,":
        return True
    return index > 0 and lines[index - 1].text[-1] != "." and _is_small(line)


def is_file_line(line: Line) -> bool:
    """Whether the line says where the document is kept (`Lưu: VT.`)."""
    return FILED.match(line.folded) is not None


def _goes_on(lines: Sequence[Line], end: int) -> bool:
    """Whether the line after `Lưu` still belongs to it, as a second line of the same list."""
    if end >= len(lines) or is_drafter(lines[end]):
        return False
    above, line = lines[end - 1], lines[end]
    return ITEM.match(line.folded) is not None or (above.text[-1] != "." and _is_small(line))


def _is_small(line: Line) -> bool:
    return _FOLLOWS.match(line.text) is not None


def is_drafter(line: Line) -> bool:
    """Whether the line is the drafter's mark (`PL.(300)`; Phụ lục I, III.3)."""
    return DRAFTER.fullmatch(line.folded) is not None and line.in_capitals | line.text.startswith(
        "("
    )


def split_items(inlines: Inlines) -> list[Inlines]:
    """The items of a list that stands on one line: `- Như trên; - Lưu: VT.`"""
    items: list[list[Inline]] = [[]]
    for one in inlines:
        if isinstance(one, LineBreak):
            items.append([])
            continue
        if not isinstance(one, Text):
            items[-1].append(one)
            continue
        for number, piece in enumerate(_NEXT.split(one.value)):
            if number:
                items.append([])
            items[-1].append(Text(piece, one.bold, one.italic, one.superscript, one.link))
    return [item for item in (trimmed(tuple(item)) for item in items) if item]


def without_marks(inlines: Inlines) -> Inlines:
    """An addressee without the dash before it and the mark after it."""
    kept = list(trimmed(inlines))
    if kept and isinstance(first := kept[0], Text):
        value = re.sub(r"^[-–—+*•·]+\s*", "", first.value)
        kept[0] = Text(value, first.bold, first.italic, first.superscript, first.link)
    if kept and isinstance(last := kept[-1], Text):
        value = last.value.rstrip(" ;,.")
        kept[-1] = Text(value, last.bold, last.italic, last.superscript, last.link)
    return trimmed(tuple(one for one in kept if not isinstance(one, Text) or one.value))


def after_label(inlines: Inlines, label: re.Pattern[str]) -> Inlines:
    """What stands after `Kính gửi:` or `Nơi nhận:` on its line."""
    text = "".join(one.value for one in inlines if isinstance(one, Text))
    match = label.match(fold(text))
    if match is None:
        return inlines
    return trimmed(cut(inlines, typed_end(text, match.end())))
