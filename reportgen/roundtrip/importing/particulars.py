"""The components around the text as values of a dossier and of its office's profile."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from reportgen.checks.periods import period_in
from reportgen.document.inlines import plain_text
from reportgen.document.tree import ADDRESSING, Document, Inlines, Signature, Text
from reportgen.dossier import KINDS, Kind, kind_named
from reportgen.dossier.dates import period_days
from reportgen.roundtrip.importing.wording import Writer
from reportgen.vietnamese import nfc
from reportgen.vietnamese.lettering import roman

BLANK = "…"
"""What stands for a value that the profile must have and the Word file does not say."""

_NUMBER = re.compile(r"Số\s*:?\s*(?P<so>[^/\s]*)\s*/?\s*(?P<symbol>.*)", re.IGNORECASE | re.DOTALL)
_DATED = re.compile(
    r"(?P<place>.*?)[\s,]*ngày(?P<day>[^t]*)tháng(?P<month>[^n]*)năm\s*(?P<year>\d{4})?.*",
    re.IGNORECASE | re.DOTALL,
)
_DRAFTER = re.compile(r"(?P<who>[^()]*?)\.?\s*(?:\((?P<copies>\d+)\))?\s*")
_ATTACHED = re.compile(
    r"\(?.*(?:\bnăm\b|/\d{4}\b).*? của (?P<name>[^()]+)\)?", re.IGNORECASE | re.DOTALL
)
_URGENCY = {
    "HỎA TỐC": "hoa_toc",
    "HOẢ TỐC": "hoa_toc",
    "THƯỢNG KHẨN": "thuong_khan",
    "KHẨN": "khan",
}
_FILED = re.compile(r"Lưu\s*:?\s*", re.IGNORECASE)
_END_MARKS = " ;,."
_SIGNED_FOR = re.compile(r"\A\s*(TM|KT|TL|TUQ|Q)\s*\.\s*", re.IGNORECASE)
_RANK = re.compile(
    r"(?P<rank>(?:Đại|Trung|Thượng|Thiếu) (?:tướng|tá|úy|uý)|Đại tướng)\s+(?P<name>\S.*)", re.I
)

Value = str | Sequence[str] | Mapping[str, str | Sequence[str]]
Signing = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True, slots=True)
class Particulars:
    """Values by key, texts as typed; a sequence is a list or lines, a mapping a signer.

    `missing` are the components that the Word file does not have and a dossier must.
    """

    kind: Kind | None
    dossier: Mapping[str, Value] = field(default_factory=dict)
    profile: Mapping[str, Value] = field(default_factory=dict)
    signers: tuple[Signing, ...] = ()
    missing: tuple[str, ...] = ()


def particulars_of(document: Document, writer: Writer) -> Particulars:
    """What the components say, key by key."""
    kind = _kind(document)
    own: dict[str, Value] = {}
    office: dict[str, Value] = {}
    missing: list[str] = []
    _title(document, kind, writer, own)
    _letterhead(document, kind, own, office, missing)
    _period(document, own)
    _name(document, office)
    _addressing(document, writer, own, office)
    _markings(document, own)
    signers: tuple[Signing, ...] = tuple(map(_signer, document.signatures))
    if not signers:
        missing.append("người ký")
        signers = ({"chuc_vu": BLANK, "ho_ten": BLANK},)
    office["nguoi_ky"] = ()
    if any("cap_bac" in one for one in signers):
        office["cho_phep_cap_bac"] = "có"
    _recipients(document, writer, office)
    return Particulars(kind, own, office, signers, tuple(missing))


def _kind(document: Document) -> Kind | None:
    typed = nfc(document.title.kind)
    if typed.strip():
        return kind_named(typed)
    head = document.letterhead
    return KINDS["cong_van"] if head.subject or document.addressees else None


def _title(document: Document, kind: Kind | None, writer: Writer, own: dict[str, Value]) -> None:
    title, subject = document.title, document.title.subject
    if kind is not None:
        own["loai"] = kind.key
    if title.kind.strip() and (kind is None or " ".join(title.kind.split()) != kind.name):
        own["ten_loai"] = title.kind
    if kind is not None and kind.letter:
        subject = _without_on(document.letterhead.subject or subject)
    if subject:
        own["trich_yeu"] = writer.line(subject)
    if title.period:
        own["dong_ky"] = writer.line(title.period)


def _without_on(subject: Inlines) -> Inlines:
    first = subject[0] if subject else None
    if isinstance(first, Text) and re.match(r"V/v\s+\S", first.value):
        return (Text(first.value[3:].lstrip()), *subject[1:])
    return subject


def _letterhead(
    document: Document,
    kind: Kind | None,
    own: dict[str, Value],
    office: dict[str, Value],
    missing: list[str],
) -> None:
    head = document.letterhead
    if head.superior:
        office["co_quan_chu_quan"] = head.superior
    office["co_quan_ban_hanh"] = head.issuer or (BLANK,)
    if not head.issuer:
        missing.append("tên cơ quan ban hành")
    match = _NUMBER.fullmatch(nfc(head.number).strip())
    number, symbol = (match["so"], match["symbol"].strip()) if match else ("", "")
    if re.fullmatch(r"[0-9][\w.-]*", number):
        own["so"] = number
    _symbol(symbol, kind, own, office)
    line = nfc(head.place_and_date).strip()
    dated = _DATED.fullmatch(line)
    place = dated["place"].strip(" ,") if dated else line.strip(" ,")
    office["dia_danh"] = place or BLANK
    if not place:
        missing.append("địa danh")
    if dated and dated["year"]:
        day, month = (re.sub(r"\D", "", dated[part]) for part in ("day", "month"))
        if month:
            own["ngay"] = "/".join(filter(None, (day, month, dated["year"])))


def _symbol(
    symbol: str, kind: Kind | None, own: dict[str, Value], office: dict[str, Value]
) -> None:
    first, _, rest = symbol.partition("-")
    if kind is not None and kind.letter and rest:
        office["viet_tat"], own["linh_vuc"] = first, rest
    elif kind is not None and first == kind.abbreviation and rest:
        office["viet_tat"] = rest
    elif symbol:
        own["ky_hieu"] = symbol
    elif kind is not None and kind.numbered:
        office["viet_tat"] = BLANK
        if kind.letter:
            own["linh_vuc"] = BLANK
    elif kind is None:
        office["ky_hieu"] = f"{BLANK}-{BLANK}"


def _period(document: Document, own: dict[str, Value]) -> None:
    """The period that the line in brackets names, else the subject."""
    for text in (document.title.period, document.title.subject):
        period = period_in(plain_text(text))
        if period is not None:
            own["ky"] = period_value(*period)
            return


def period_value(first: date, last: date) -> Value:
    """The period as a dossier has it: `9/2025`, `quý IV/2025`, `2025`, or first and last day."""
    for text in (
        f"{first.month}/{first.year}",
        f"quý {roman((first.month + 2) // 3)}/{first.year}",
        f"{first.year}",
    ):
        if period_days(text) == (first, last):
            return text
    return {"tu": _day(first), "den": _day(last)}


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _name(document: Document, office: dict[str, Value]) -> None:
    """The office's name in a sentence, as the line above an appendix has it."""
    for one in document.appendices:
        if match := _ATTACHED.fullmatch(nfc(one.attached_to).strip()):
            office["ten_goi"] = match["name"]
            return


def _addressing(
    document: Document, writer: Writer, own: dict[str, Value], office: dict[str, Value]
) -> None:
    if document.addressees:
        own["kinh_gui"] = [writer.line(one) for one in document.addressees]
    word = nfc(document.addressing).strip()
    if word != ADDRESSING and word.lower().endswith(" điện:"):
        office["ten_goi"] = word[: -len(" điện:")]


def _markings(document: Document, own: dict[str, Value]) -> None:
    markings = document.markings
    urgency = _URGENCY.get(" ".join(nfc(markings.urgency).split()).upper())
    if urgency:
        own["khan"] = urgency
    if markings.circulation:
        own["pham_vi"] = markings.circulation
    drafter = _DRAFTER.fullmatch(markings.drafter.strip())
    if drafter and drafter["who"]:
        own["nguoi_soan_thao"] = drafter["who"]
    if drafter and drafter["copies"]:
        own["so_ban"] = drafter["copies"]
    if markings.address:
        own["dia_chi"] = markings.address


def _signer(signature: Signature) -> Signing:
    ranked = _RANK.fullmatch(nfc(signature.name).strip())
    found: dict[str, str | Sequence[str]] = {
        "quyen_han": tuple(_SIGNED_FOR.sub(r"\1. ", one) for one in signature.authority),
        "chuc_vu": signature.position.strip() or BLANK,
        "chuc_danh": signature.official_title,
        "cap_bac": ranked["rank"] if ranked else "",
        "ho_ten": (ranked["name"] if ranked else signature.name.strip()) or BLANK,
    }
    return {key: value for key, value in found.items() if value}


def _recipients(document: Document, writer: Writer, office: dict[str, Value]) -> None:
    names: list[str] = []
    office["noi_nhan"] = names
    for one in document.recipients:
        text = nfc(writer.line(_without_marks(one)))
        if filed := _FILED.match(text):
            office["luu"] = text[filed.end() :] or BLANK
        elif text and not (document.addressees and text.casefold() == "như trên"):
            names.append(text)


def _without_marks(line: Inlines) -> Inlines:
    """A recipient without the dash before it and the mark at its end."""
    kept = list(line)
    if kept and isinstance(first := kept[0], Text):
        kept[0] = Text(re.sub(r"^\s*[-–+•]\s*", "", first.value), first.bold, first.italic)
    if kept and isinstance(last := kept[-1], Text):
        kept[-1] = Text(last.value.rstrip(_END_MARKS), last.bold, last.italic)
    return tuple(kept)


def same(value: object, other: object) -> bool:
    """Whether two values say the same, blanks aside."""
    return _squeezed(value) == _squeezed(other)


def _squeezed(value: object) -> object:
    if isinstance(value, str) or value is None:
        return " ".join((value or "").split())
    if isinstance(value, Iterable) and not isinstance(value, Mapping):
        return " ".join(" ".join(str(one).split()) for one in value)
    return value
