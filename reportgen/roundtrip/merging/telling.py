"""What was taken over from an edited draft, as text: each edit, where it went, what is left."""

from collections.abc import Iterator, Sequence

from reportgen.document.inlines import plain_text
from reportgen.document.tree import Block, Cell, Heading, Paragraph, Table
from reportgen.problems import Place
from reportgen.roundtrip.merging.edits import (
    Comparison,
    Edit,
    EditKind,
    Pending,
    Remark,
    origin_of,
)
from reportgen.roundtrip.merging.merge import Merged
from reportgen.roundtrip.merging.placing.rounds import Outcome

_LONGEST = 160


def merge_text(merged: Merged) -> str:
    """Every edit with its place and its words, then what was not placed, remarks, comments."""
    outcomes = merged.placed.outcomes
    lines: list[str] = []
    for number, outcome in enumerate(outcomes, 1):
        lines += _outcome(number, outcome, merged)
    lines += _consequences(merged)
    lines += _unplaced(merged.comparison)
    lines += _pending(merged.comparison.pending)
    lines += _remarks(merged.comparison.remarks, merged)
    return "\n".join(lines)


def summary(merged: Merged) -> str:
    """How many edits were placed, how many were not."""
    outcomes = merged.placed.outcomes
    placed = sum(one.placed for one in outcomes)
    left = lacking(merged)
    if not outcomes and not left:
        return "Tệp Word không khác bản dựng từ hồ sơ; không có gì để đưa vào."
    told = f"Đưa vào được {placed} trên {len(outcomes)} chỗ sửa"
    return f"{told}; {left} chỗ chưa đưa vào được." if left else f"{told}."


def lacking(merged: Merged) -> int:
    """How many differences stay after the files are written."""
    missed = sum(not one.placed for one in merged.placed.outcomes)
    return missed + len(merged.placed.consequences) + len(merged.comparison.unplaced)


def _outcome(number: int, outcome: Outcome, merged: Merged) -> Iterator[str]:
    edit = outcome.edit
    where = ", ".join(_grouped(outcome.places)) or _origin(edit, merged) or str(edit.place or "")
    partly = bool(outcome.places or outcome.remarks)
    sign = "" if outcome.placed else "CHƯA ĐƯA VÀO HẾT: " if partly else "CHƯA ĐƯA VÀO: "
    yield f"{number}. {sign}{edit.kind} {edit.what}" + (f" ({where})" if where else "")
    yield from (f"   {line}" for line in _words(edit))
    yield from (f"   → {remark}" for remark in outcome.remarks)
    if not outcome.placed:
        yield f"   → {outcome.reason}"


def _grouped(places: Sequence[Place]) -> Iterator[str]:
    """The places, lines of one file together."""
    files: dict[str, list[str]] = {}
    for place in places:
        files.setdefault(place.file, []).append(str(place.line))
    for file, lines in files.items():
        yield f"{file}:{lines[0]}" + "".join(f", {line}" for line in lines[1:])


def _origin(edit: Edit, merged: Merged) -> str:
    if edit.target is None:
        return ""
    try:
        return str(origin_of(merged.document, edit.target) or "")
    except LookupError:
        return ""


def _words(edit: Edit) -> Iterator[str]:
    """The words before and after."""
    if edit.kind is EditKind.CHANGED and edit.pieces:
        for piece in edit.pieces:
            if piece.before and piece.after:
                yield f"“{_short(piece.before)}” → “{_short(piece.after)}”"
            elif piece.after:
                yield f"thêm “{_short(piece.after)}”"
            elif piece.before:
                yield f"bỏ “{_short(piece.before)}”"
        yield from _new_notes(edit)
        return
    if edit.emphasis_only:
        yield f"đổi chữ đậm, nghiêng: “{_short(plain_text(edit.after))}”"
        return
    before = edit.target.text if edit.target and edit.kind is not EditKind.INSERTED else ""
    after = _block_text(edit.block) or _row_text(edit.row) or plain_text(edit.after)
    if edit.kind is EditKind.DELETED or (edit.kind is EditKind.MOVED and not after):
        yield f"“{_short(before)}”"
    elif after:
        yield f"“{_short(after)}”"
    elif before:
        yield f"“{_short(before)}”"
    yield from _new_notes(edit)


def _new_notes(edit: Edit) -> Iterator[str]:
    for note in edit.notes:
        text = " ".join(plain_text(one.inlines) for one in note.paragraphs)
        yield f"chú thích mới: “{_short(text)}”"


def _block_text(block: Block | None) -> str:
    match block:
        case Paragraph(inlines):
            return plain_text(inlines)
        case Heading():
            return plain_text((*block.title, *block.run_in))
        case Table():
            return " / ".join(_row_text(row) for row in block.rows)
        case _:
            return ""


def _row_text(row: Sequence[Cell]) -> str:
    return " | ".join(plain_text(one.inlines) for cell in row for one in cell.blocks)


def _consequences(merged: Merged) -> Iterator[str]:
    """What the files print now that the edited file has otherwise."""
    found = merged.placed.consequences
    if not found:
        return
    yield "Mâu thuẫn: số hoặc chữ vừa đưa vào còn in ở chỗ khác, mà tệp Word ở đó viết khác:"
    for outcome in found:
        near = _short(outcome.edit.target.text, 70) if outcome.edit.target else ""
        yield f"   {outcome.edit.what} “{near}”"
        yield f"   → {outcome.reason}"


def _unplaced(comparison: Comparison) -> Iterator[str]:
    for one in comparison.unplaced:
        where = f" ({one.place})" if one.place else ""
        yield f"CHƯA ĐƯA VÀO{where}: “{_short(one.before)}” → “{_short(one.after)}”"
        yield f"   → {one.reason}"


def _pending(pending: Sequence[Pending]) -> Iterator[str]:
    if pending:
        yield "Chỗ sửa chưa được chấp nhận trong Word, để lại:"
    for one in pending:
        yield f"   {one.kind} “{_short(one.text)}” ({one.tracked.author})"


def _remarks(remarks: Sequence[Remark], merged: Merged) -> Iterator[str]:
    if remarks:
        yield "Lời bình trong tệp Word (không ghi vào hồ sơ):"
    for one in remarks:
        where = ""
        if one.target is not None:
            try:
                where = str(origin_of(merged.document, one.target) or "")
            except LookupError:
                where = ""
        about = f" về “{_short(one.anchor, 60)}”" if one.anchor else ""
        done = " (đã giải quyết)" if one.resolved else ""
        yield f"   {one.author}{about}{done}: {_short(one.text)}" + (f" ({where})" if where else "")


def _short(text: str, longest: int = _LONGEST) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else f"{flat[: longest - 1].rstrip()}…"
