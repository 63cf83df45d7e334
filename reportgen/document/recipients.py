"""Who receives the document: `Kính gửi` and `Nơi nhận` (Phụ lục I, II.9)."""

from collections.abc import Iterable

from reportgen.document.inlines import TakeNote, read_inlines
from reportgen.document.tree import ADDRESSING, Inlines
from reportgen.dossier import Kind, Profile
from reportgen.drafting.escaping import keep_backslashes

_END_MARKS = " ;,."
_AS_ABOVE = "Như trên"
_FILED = "Lưu:"


def compose_addressing(profile: Profile, kind: Kind | None) -> str:
    """What stands before the addressees: `Kính gửi:`, `Chủ tịch … điện:`."""
    own = kind.addressing if kind else ""
    return own.format(profile.ten_goi) if own else ADDRESSING


def compose_addressees(names: Iterable[str], take_note: TakeNote) -> tuple[Inlines, ...]:
    """The names after `Kính gửi:`, without dashes and end marks."""
    return tuple(read_inlines(keep_backslashes(_bare(name)), take_note) for name in names)


def compose_recipients(
    profile: Profile, addressed: bool, take_note: TakeNote
) -> tuple[Inlines, ...]:
    """`- Bộ Công an (báo cáo);` a line each, at last `- Lưu: VT. ĐT.`

    Remarks are italic in upright brackets. A document that is `addressed` (it has `Kính gửi`) goes
    first to those as above.
    """
    items = [(_bare(recipient.ten), recipient.ghi_chu) for recipient in profile.noi_nhan]
    if addressed and not any(name.casefold() == _AS_ABOVE.casefold() for name, _ in items):
        items.insert(0, (_AS_ABOVE, None))
    lines = [_line(name, remark, ";", take_note) for name, remark in items]
    filed = _bare(profile.luu)
    if not filed.casefold().startswith("lưu"):
        filed = f"{_FILED} {filed}"
    return (*lines, _line(filed, None, ".", take_note))


def _line(name: str, remark: str | None, end: str, take_note: TakeNote) -> Inlines:
    name = keep_backslashes(name)
    inside = keep_backslashes(remark or "").strip().removeprefix("(").removesuffix(")").strip("* ")
    return read_inlines(f"- {name} (*{inside}*){end}" if inside else f"- {name}{end}", take_note)


def _bare(text: str) -> str:
    return text.strip().removeprefix("-").strip().rstrip(_END_MARKS)
