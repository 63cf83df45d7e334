"""Documents with a mark in every component: what a frame does not print of them, it loses."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from reportgen.document.tree import (
    Appendix,
    Cell,
    Column,
    Document,
    Heading,
    Letterhead,
    Markings,
    Note,
    NoteReference,
    Paragraph,
    Properties,
    Signature,
    Table,
    Text,
    Title,
)

CREATED = datetime(2026, 1, 1, tzinfo=UTC)
#: Component: the mark that stands for it, and what users call it.
MARKS: Mapping[str, tuple[str, str]] = {
    "superior": ("MarkSuperior", "tên cơ quan chủ quản (co_quan_chu_quan)"),
    "issuer": ("MarkIssuer", "tên cơ quan ban hành (co_quan_ban_hanh)"),
    "number": ("MarkNumber", "số, ký hiệu (so_ky_hieu)"),
    "place_and_date": ("MarkPlace", "địa danh và ngày tháng (dia_danh_ngay)"),
    "kind": ("MarkKind", "tên loại (ten_loai)"),
    "subject": ("MarkSubject", "trích yếu (trich_yeu)"),
    "period": ("MarkPeriod", "dòng thời gian (dong_ky)"),
    "addressee": ("MarkAddressee", "nơi kính gửi (kinh_gui)"),
    "body": ("MarkBody", "nội dung"),
    "recipients": ("MarkRecipient", "nơi nhận (noi_nhan)"),
    "authority": ("MarkAuthority", "quyền hạn (quyen_han)"),
    "position": ("MarkPosition", "chức vụ (chuc_vu)"),
    "official_title": ("MarkOfficial", "chức danh (chuc_danh)"),
    "signer": ("MarkSigner", "họ tên người ký (ho_ten)"),
    "letter_subject": ("MarkLetter", "trích yếu của công văn (trich_yeu_cong_van)"),
    "urgency": ("HỎA TỐC", "độ khẩn (do_khan)"),
    "circulation": ("MarkCirculation", "phạm vi lưu hành (pham_vi)"),
    "drafter": ("MarkDrafter", "ký hiệu người soạn thảo (nguoi_soan_thao)"),
    "address": ("MarkAddress.", "địa chỉ cơ quan (dia_chi)"),
    "second_signer": ("MarkSecond", "đủ các chữ ký (chu_ky)"),
}
#: Without these no document can go out (Điều 8.2); offices may do without the others.
ESSENTIAL = frozenset(
    {"issuer", "number", "place_and_date", "kind", "subject", "body", "position", "signer"}
    | {"recipients"}
)
_TITLE = frozenset({"kind", "subject", "period"})
_LETTER = frozenset(
    {"letter_subject", "urgency", "circulation", "drafter", "address", "second_signer"}
)


@dataclass(frozen=True, slots=True)
class Specimen:
    """A document, and the components that it has; `rare` if an office may never write such."""

    document: Document
    components: frozenset[str]
    rare: bool = False

    def lost(self, printed: str) -> list[str]:
        """The components whose marks a text does not hold, in the order of MARKS."""
        found = printed.casefold()
        return [
            key
            for key, (mark, _) in MARKS.items()
            if key in self.components and mark.casefold() not in found
        ]


def specimens() -> tuple[Specimen, ...]:
    """A report with one addressee and with several, and a letter with all that may be added."""
    report = _report()
    several = replace(report, addressees=(_text("addressee"), _text("addressee")))
    letter = replace(
        report,
        letterhead=replace(report.letterhead, subject=_text("letter_subject")),
        title=Title("", ()),
        signatures=(Signature((), "x", "", _mark("second_signer")), *report.signatures),
        markings=Markings(
            _mark("urgency"), (_mark("circulation"),), _mark("drafter"), (_mark("address"),)
        ),
    )
    every = frozenset(MARKS)
    return (
        Specimen(report, every - _LETTER),
        Specimen(several, every - _LETTER),
        Specimen(letter, every - _TITLE, rare=True),
    )


def _report() -> Document:
    """A document with headings, a note, a table and an appendix, its components marked."""
    return Document(
        letterhead=Letterhead(
            (_mark("superior"),), (_mark("issuer"),), _mark("number"), _mark("place_and_date")
        ),
        title=Title(_mark("kind"), _text("subject"), _text("period")),
        body=(
            Heading(1, "I.", _text("body")),
            Paragraph((*_text("body"), NoteReference(1))),
            _table(),
        ),
        recipients=(_text("recipients"),),
        signatures=(
            Signature(
                (_mark("authority"),), _mark("position"), _mark("official_title"), _mark("signer")
            ),
        ),
        properties=Properties("specimen", "specimen", "specimen"),
        addressees=(_text("addressee"),),
        appendices=(Appendix("Phụ lục", "TITLE", "(…)", (_table(),), landscape=True),),
        notes=(Note(1, (Paragraph(_text("body")),)),),
    )


def _mark(component: str) -> str:
    return MARKS[component][0]


def _text(component: str) -> tuple[Text, ...]:
    return (Text(_mark(component)),)


def _table() -> Table:
    cell = Cell((Paragraph((Text("x"),)),))
    return Table((Column(0.5), Column(0.5)), ((cell, cell),), ((cell, cell),))
