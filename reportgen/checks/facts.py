"""What a document says of itself: number and symbol, date and place, kind, period, whose it is."""

import re
from datetime import date

from reportgen.checks.periods import period_in
from reportgen.checks.reading import printed
from reportgen.checks.subject import Facts
from reportgen.document.tree import Document
from reportgen.dossier.kinds import KINDS, Kind
from reportgen.readers.recognition.anatomy import Component, Recognised
from reportgen.vietnamese import nfc
from reportgen.vietnamese.dates import ImpossibleDate, NotADate, parse_date
from reportgen.vietnamese.text import fold_tone_placement

_NUMBER = re.compile(
    r"\s*(?:Số|SỐ|số)?\s*:?\s*(?P<number>\d[\w.]*)?\s*(?P<gap>[-/])\s*(?P<rest>.*)"
)
_DATE = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}", re.IGNORECASE)
_BEFORE_DATE = re.compile(r"[\s,]*\b(?:ngày|tháng)\b.*", re.IGNORECASE | re.DOTALL)
# Số 57-CV/TU: the kind after a dash, the body after the stroke (Hướng dẫn 36-HD/VPTW, 05-HD/VPTW).
_OF_PARTY = re.compile(r"[A-ZĐ][A-Za-zĐđ]*/[A-ZĐ][\w-]*")
_PARTY_OFFICE = re.compile(r"\b(?:TỈNH|THÀNH|HUYỆN|ĐẢNG|QUẬN|THỊ|LIÊN CHI)\s(?:ỦY|UỶ|BỘ)\b")
_PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"


def facts_of(document: Document, word: Recognised | None = None) -> Facts:
    """What the letterhead and the title say; what they do not say is empty or None.

    `word`, the file that the document was read from, shows whose name stands at its head.
    """
    head = document.letterhead
    number, gap, symbol = _number(nfc(head.number))
    place_and_date = nfc(head.place_and_date)
    title = document.title
    kind = _kind(document, symbol)
    lines = [nfc(printed(line)[0]) for line in (title.period, title.subject)]
    return Facts(
        number=number,
        symbol=symbol,
        issued=_issued(place_and_date),
        place=_BEFORE_DATE.sub("", place_and_date).strip(" \u00a0,"),
        kind=kind,
        period=next(filter(None, map(period_in, lines)), None),
        party=(gap == "-" and bool(_OF_PARTY.fullmatch(symbol))) or _of_party(document, word),
    )


def _number(line: str) -> tuple[str, str, str]:
    """Number, the sign after it and symbol of `Số: 87/BC-BCĐ`; each "" where it is not there."""
    match = _NUMBER.match(line)
    if match is None:
        return "", "", ""
    return match["number"] or "", match["gap"], "".join(match["rest"].split())


def _issued(line: str) -> date | None:
    match = _DATE.search(line)
    try:
        return parse_date(match[0]) if match else None
    except (NotADate, ImpossibleDate):
        return None


def _kind(document: Document, symbol: str) -> Kind | None:
    """The kind that the title names; of a document without title the one of its symbol."""
    if named := fold_tone_placement(nfc(" ".join(document.title.kind.split())).upper()):
        return next((one for one in KINDS.values() if fold_tone_placement(one.name) == named), None)
    if document.letterhead.subject:
        return KINDS["cong_van"]
    first = re.split(r"[-/]", symbol)[0]
    return next((kind for kind in KINDS.values() if first and kind.abbreviation == first), None)


def _of_party(document: Document, word: Recognised | None) -> bool:
    head = document.letterhead
    names = [nfc(line).upper() for line in (*head.superior, *head.issuer)]
    if word is not None:
        names += [nfc(one.text).upper() for one in word.anatomy.of(Component.NATIONAL_NAME)]
    return any(_PARTY in name for name in names) or any(
        _PARTY_OFFICE.search(name) for name in names
    )
