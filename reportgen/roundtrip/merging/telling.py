"""What was taken over from an edited draft, as text: each edit, where it went, what is left."""

from collections.abc import Iterator, Sequence

from reportgen.document.inlines import plain_text
from reportgen.document.tree import (
    Appendix,
    Block,
    Cell,
    Document,
    Heading,
    NoteReference,
    Paragraph,
    Table,
)
from reportgen.problems import Place
from reportgen.roundtrip.merging.edits import (
    Comparison,
    Edit,
    EditKind,
    Marked,
    Pending,
    Piece,
    Remark,
    Target,
    TargetKind,
    origin_of,
)
from reportgen.roundtrip.merging.merge import Merged
from reportgen.roundtrip.merging.placing.rounds import Outcome

_LONGEST, _NEAR, _AROUND = 160, 70, 12
_ENDS = "Dấu “./.” cuối văn bản do chương trình tự đặt; không phải sửa."


_NAMES = {
    "markings": "chỉ dẫn",
    "letterhead": "tên cơ quan",
    "number": "số, ký hiệu",
    "place_and_date": "địa danh, ngày tháng",
    "kind": "tên loại văn bản",
    "subject": "trích yếu",
    "period": "dòng kỳ",
    "addressees": "Kính gửi",
    "recipients": "Nơi nhận",
    "signatures": "người ký",
    "title": "tên phụ lục",
    "attached_to": "dòng “Kèm theo”",
}
_MANY_FIGURES = 3


def merge_text(merged: Merged) -> str:
    """Every edit with its place and its words, then what was not placed, remarks, comments."""
    outcomes = merged.placed.outcomes
    lines: list[str] = []
    for number, outcome in enumerate(outcomes, 1):
        lines += _outcome(number, outcome, merged)
    lines += _consequences(merged)
    lines += _unplaced(merged.comparison)
    lines += _pending(merged.comparison.pending)
    lines += _marked(merged.comparison.marked, merged.document)
    lines += _remarks(merged.comparison.remarks, merged.document)
    if merged.placed.ends_moved:
        lines.append(_ENDS)
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


def stale_text(merged: Merged) -> str:
    """Told where the dossier was saved after the draft: how its own changes would look here."""
    if not merged.younger:
        return ""
    files = ", ".join(path.name for path in merged.younger)
    told = f"Lưu ý: {files} được lưu sau tệp Word này; bản dự thảo có thể dựng từ số liệu cũ hơn."
    figures = sum(len(one.figures) for one in merged.comparison.edits)
    if figures >= _MANY_FIGURES:
        told += (
            f" {figures} số khác nhau: nếu là số mới của hồ sơ, không phải lãnh đạo sửa, thì đừng "
            "ghi; dùng lại hồ sơ lúc dựng bản dự thảo rồi chạy merge"
        )
    return told


def _outcome(number: int, outcome: Outcome, merged: Merged) -> Iterator[str]:
    edit = outcome.edit
    places = [one for one in outcome.places if one.line]
    where = ", ".join(_grouped(places)) or _origin(edit.target, merged.document)
    where = where or str(edit.place or "")
    partly = bool(outcome.places or outcome.remarks)
    sign = "" if outcome.placed else "CHƯA ĐƯA VÀO HẾT: " if partly else "CHƯA ĐƯA VÀO: "
    by = f" – {edit.tracked.author}" if edit.tracked and edit.tracked.author else ""
    yield f"{number}. {sign}{edit.kind} {_name(edit)}" + (f" ({where})" if where else "") + by
    yield from (f"   {line}" for line in dict.fromkeys(_words(edit, merged.document)))
    yield from (f"   → {remark}" for remark in outcome.remarks)
    if not outcome.placed:
        yield f"   → {outcome.reason}"


def _name(edit: Edit) -> str:
    """What the piece is called; of the lines around the text, which of them it is."""
    path = edit.target.path if edit.target else edit.container
    names = [_NAMES[step] for step in path if isinstance(step, str) and step in _NAMES]
    return names[-1] if edit.what is TargetKind.COMPONENT and names else edit.what


def _grouped(places: Sequence[Place]) -> Iterator[str]:
    """The places, lines of one file together, the first ones named."""
    files: dict[str, list[int]] = {}
    for place in places:
        files.setdefault(place.file, []).append(place.line or 0)
    for file, lines in files.items():
        told = sorted(set(lines))
        more = f" và {len(told) - 3} dòng khác" if len(told) > 4 else ""
        shown = told[:3] if more else told
        yield f"{file}:{', '.join(map(str, shown))}{more}"


def _origin(target: Target | None, document: Document) -> str:
    if target is None:
        return ""
    try:
        return str(origin_of(document, target) or "")
    except LookupError:
        return ""


def _words(edit: Edit, document: Document) -> Iterator[str]:
    """The words before and after."""
    if edit.kind is EditKind.CHANGED and edit.what is not TargetKind.TABLE:
        yield from _changed(edit, document)
    else:
        before = edit.target.text if edit.target and edit.kind is not EditKind.INSERTED else ""
        after = _new_text(edit)
        text = before if edit.kind is EditKind.DELETED else after or before
        if text:
            yield f"“{_short(text)}”"
    for note in edit.notes:
        text = " ".join(plain_text(one.inlines) for one in note.paragraphs)
        yield f"thêm chú thích: “{_short(text)}”"


def _changed(edit: Edit, document: Document) -> Iterator[str]:
    """What of a piece changed, stretch by stretch; signs with the words around them."""
    before, after = plain_text(edit.before), plain_text(edit.after)
    for piece in edit.pieces:
        old, new = _seen(piece, before)
        if old and new:
            yield f"“{_short(old)}” → “{_short(new)}”"
        else:
            yield f"thêm “{_short(new)}”" if new else f"bỏ “{_short(old)}”"
    if edit.emphasis_only:
        yield f"đổi chữ đậm, nghiêng: “{_short(after)}”"
    kept = {one.number for one in edit.after if isinstance(one, NoteReference)}
    for one in edit.before:
        if isinstance(one, NoteReference) and one.number not in kept:
            paragraphs = document.notes[one.number - 1].paragraphs
            text = " ".join(plain_text(each.inlines) for each in paragraphs)
            yield f"bỏ chú thích: “{_short(text)}”"
    if not edit.pieces and not edit.emphasis_only:
        yield f"ở “{_short(after or before, _NEAR)}”"


def _seen(piece: Piece, before: str) -> tuple[str, str]:
    """A stretch before and after; where it has no letter or digit, with what stands around it."""
    if any(map(str.isalnum, piece.before + piece.after)):
        return piece.before, piece.after
    left = before[max(0, piece.start - _AROUND) : piece.start].rpartition(" ")[2]
    right = before[piece.end : piece.end + _AROUND].partition(" ")[0]
    return f"{left}{piece.before}{right}", f"{left}{piece.after}{right}"


def _new_text(edit: Edit) -> str:
    """What was put in, or is there now."""
    return (
        _appendix_text(edit.appendix)
        or _block_text(edit.block)
        or _row_text(edit.row)
        or plain_text(edit.after)
    )


def _appendix_text(appendix: Appendix | None) -> str:
    return f"{appendix.label} {appendix.title}" if appendix else ""


def _block_text(block: Block | None) -> str:
    match block:
        case Paragraph(inlines):
            return plain_text(inlines)
        case Heading():
            return " ".join((plain_text(block.title), plain_text(block.run_in))).strip()
        case Table():
            return " / ".join(_row_text(row) for row in (*block.header, *block.rows))
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
        near = _short(outcome.edit.target.text, _NEAR) if outcome.edit.target else ""
        yield f"   {outcome.edit.what} “{near}”"
        yield f"   → {outcome.reason}"


def _unplaced(comparison: Comparison) -> Iterator[str]:
    for one in comparison.unplaced:
        where = f" ({one.place})" if one.place else ""
        if one.before and one.after:
            words = f"“{_short(one.before)}” → “{_short(one.after)}”"
        else:
            words = f"thêm “{_short(one.after)}”" if one.after else f"bỏ “{_short(one.before)}”"
        yield f"CHƯA ĐƯA VÀO{where}: {words}"
        yield f"   → {one.reason}"


def _pending(pending: Sequence[Pending]) -> Iterator[str]:
    if pending:
        yield "Chỗ sửa chưa được chấp nhận trong Word, để lại:"
    for one in pending:
        yield f"   {one.kind} “{_short(one.text)}” ({one.tracked.author})"


def _marked(marked: Sequence[Marked], document: Document) -> Iterator[str]:
    if marked:
        yield "Chữ được đánh dấu trong tệp Word (không ghi vào hồ sơ; xem có phải lời dặn không):"
    for one in marked:
        where = _origin(one.target, document) or str(one.place or "")
        yield f"   {one.how} “{_short(one.text)}”" + (f" ({where})" if where else "")


def _remarks(remarks: Sequence[Remark], document: Document) -> Iterator[str]:
    if remarks:
        yield "Lời bình trong tệp Word (không ghi vào hồ sơ):"
    for one in remarks:
        where = _origin(one.target, document) or str(one.place or "")
        about = f" về “{_short(one.anchor, 60)}”" if one.anchor else ""
        done = " (đã giải quyết)" if one.resolved else ""
        yield f"   {one.author}{about}{done}: {_short(one.text)}" + (f" ({where})" if where else "")


def _short(text: str, longest: int = _LONGEST) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else f"{flat[: longest - 1].rstrip()}…"
