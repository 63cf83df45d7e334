"""Letterhead, signatures, markings: the components around the text (Phụ lục I, II.1-5, 7; III)."""

from datetime import date

from reportgen.document.tree import Inlines, Letterhead, Markings, Signature, Text
from reportgen.dossier import Dossier, Kind, Signer
from reportgen.vietnamese.dates import format_date_long

BLANK = "\u00a0" * 7
"""Room for a number, a day or a month to be written in by hand; no program folds it."""

_ON = "V/v"
_URGENCY = {"hoa_toc": "HỎA TỐC", "thuong_khan": "THƯỢNG KHẨN", "khan": "KHẨN"}


def compose_letterhead(
    dossier: Dossier, kind: Kind | None, symbol: str, subject: Inlines
) -> Letterhead:
    """Agency names, `Số: 87/BC-BCĐ`, `Khánh Hòa, ngày 19 tháng 9 năm 2025`; a letter's subject."""
    profile = dossier.profile
    numbered, dated = (kind.numbered, kind.dated) if kind else (True, True)
    return Letterhead(
        superior=_lines(profile.co_quan_chu_quan),
        issuer=_lines(profile.co_quan_ban_hanh),
        number=number_after("Số:", dossier, symbol) if numbered else "",
        place_and_date=f"{profile.dia_danh}, {date_in_words(dossier)}" if dated else "",
        subject=_after_on(subject) if kind and kind.letter and subject else (),
    )


def number_after(word: str, dossier: Dossier, symbol: str) -> str:
    """`Số: 05/BC-BCĐ` after the word `Số:`; a blank where there is no number yet.

    The number has two digits at least (Phụ lục I, II.3.c).
    """
    number = (dossier.so or "").strip()
    if number.isdecimal():
        number = number.zfill(2)
    return f"{word}{f' {number}' if number else BLANK}/{symbol}"


def date_in_words(dossier: Dossier) -> str:
    """`ngày 05 tháng 01 năm 2026`, with blanks for a day or a month that is not known yet.

    Where the dossier has no date the year is the one in which its period ends, or a blank too.
    """
    issued = dossier.ngay
    if issued is None:
        year = f" {dossier.ky.den.year}" if dossier.ky else BLANK
        return f"ngày{BLANK}tháng{BLANK}năm{year}"
    day = issued.as_date
    if day is None:
        return f"ngày{BLANK}{_without_day(date(issued.year, issued.month, 1))}"
    return format_date_long(day)


def compose_signature(signer: Signer) -> Signature:
    """Authority, position, other title, name with the rank before it (Phụ lục I, II.7)."""
    return Signature(
        authority=_lines(signer.quyen_han),
        position=" ".join(signer.chuc_vu.split()),
        official_title=" ".join((signer.chuc_danh or "").split()),
        name=f"{signer.cap_bac} {signer.ho_ten}" if signer.cap_bac else signer.ho_ten,
    )


def compose_markings(dossier: Dossier) -> Markings:
    """Urgency, circulation, `PL.(300)`, address of the office (Phụ lục I, III.2-4)."""
    copies = f"({dossier.so_ban})" if dossier.so_ban else ""
    drafter = dossier.nguoi_soan_thao
    return Markings(
        urgency=_URGENCY[dossier.khan] if dossier.khan else "",
        circulation=tuple(line.upper() for line in dossier.pham_vi),
        drafter=f"{drafter.rstrip('.')}.{copies}" if drafter else copies,
        address=dossier.dia_chi,
    )


def _after_on(subject: Inlines) -> Inlines:
    """The subject after `V/v` (Phụ lục I, II.5), which the author may have typed."""
    first = subject[0]
    typed = isinstance(first, Text) and first.value.casefold().startswith(_ON.casefold())
    return subject if typed else (Text(f"{_ON} "), *subject)


def _without_day(day: date) -> str:
    words = format_date_long(day)
    return words[words.index("tháng") :]


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())
