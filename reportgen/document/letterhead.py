"""Letterhead and signature: the components around the text, as lines (Phụ lục I, II.1-4, 7)."""

from datetime import date

from reportgen.document.tree import Letterhead, Signature
from reportgen.dossier import Dossier, Profile
from reportgen.vietnamese.dates import format_date_long

BLANK = "\u00a0" * 7
"""Room for a number, a day or a month to be written in by hand; no program folds it."""


def compose_letterhead(dossier: Dossier) -> Letterhead:
    """Agency names, `Số: 87/BC-BCĐ` and `Khánh Hòa, ngày 19 tháng 9 năm 2025`."""
    profile = dossier.profile
    return Letterhead(
        superior=_lines(profile.co_quan_chu_quan),
        issuer=_lines(profile.co_quan_ban_hanh),
        number=number_after("Số:", dossier),
        place_and_date=f"{profile.dia_danh}, {date_in_words(dossier)}",
    )


def number_after(word: str, dossier: Dossier) -> str:
    """`Số: 05/BC-BCĐ` after the word `Số:`; a blank where there is no number yet.

    The number has two digits at least (Phụ lục I, II.3.c).
    """
    number = (dossier.so or "").strip()
    if number.isdecimal():
        number = number.zfill(2)
    return f"{word}{f' {number}' if number else BLANK}/{dossier.profile.ky_hieu}"


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


def compose_signature(profile: Profile) -> Signature:
    """Authority, position, other title, name (Phụ lục I, II.7)."""
    signer = profile.nguoi_ky
    return Signature(
        authority=_lines(signer.quyen_han),
        position=" ".join(signer.chuc_vu.split()),
        official_title=" ".join((signer.chuc_danh or "").split()),
        name=signer.ho_ten,
    )


def _without_day(day: date) -> str:
    words = format_date_long(day)
    return words[words.index("tháng") :]


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())
