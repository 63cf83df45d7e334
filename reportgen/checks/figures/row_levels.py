"""How deep the rows of a table stand: `I`, `1`, `1.1`, `a`, `-`, and what lies under what."""

import re

from reportgen.checks.figures.sheet import Row, Sheet
from reportgen.vietnamese import roman_value

_NUMBER = re.compile(r"(?:[A-ZĐIVX]+\.)?(?P<steps>[0-9]+(?:\.[0-9]+)*)\.?")
_SMALL = re.compile(r"[a-zđ][.)]?|\([0-9]+\)")
_CAPITAL = re.compile(r"(?P<sign>[A-ZĐ]|[IVXL]+)\.?")
_DASH = re.compile(r"\s*[-–+*•]")
_OF_WHICH = re.compile(r"\s*(?:-\s*)?trong đó", re.IGNORECASE)
_UNNUMBERED = 20


def levels(sheet: Sheet) -> tuple[int, ...]:
    """The depth of every row, smaller is higher; rows that nothing marks are all of one depth.

    In a numbered table a row without a number belongs to the one above.
    """
    numbered = sum(bool(row.ordinal) for row in sheet.rows) * 2 > len(sheet.rows)
    found = []
    below_of_which = False
    for row in sheet.rows:
        if row.is_total:
            below_of_which = False
            found.append(0)
            continue
        depth = _depth(row, numbered=numbered)
        if _OF_WHICH.match(row.label):
            below_of_which = True
        elif row.ordinal:
            below_of_which = False
        found.append(_UNNUMBERED + 5 if below_of_which and depth >= _UNNUMBERED else depth)
    return tuple(found)


def ordinal_value(text: str) -> tuple[str, int] | None:
    """The series (`I`, `A`, `1`, `1.2.`, `a`) and the number in it; None where it is no number."""
    sign = text.strip().rstrip(".")
    if match := re.fullmatch(r"(?P<head>(?:[0-9A-Z]+\.)*)(?P<last>[0-9]+)", sign):
        return match["head"] or "1", int(match["last"])
    value = roman_value(sign) if re.fullmatch(r"[IVX]+", sign) else None  # C and D are letters
    return None if value is None else ("I", value)


def _depth(row: Row, *, numbered: bool) -> int:
    ordinal = row.ordinal.strip()
    if match := _NUMBER.fullmatch(ordinal):
        return 4 + match["steps"].count(".")
    if match := _CAPITAL.fullmatch(ordinal):
        return 2 if roman_value(match["sign"]) and match["sign"] not in "CDLM" else 1
    if _SMALL.fullmatch(ordinal):
        return 12
    dash = _DASH.match(ordinal or row.label)
    if dash:
        return _UNNUMBERED + (2 if dash[0].strip() == "+" else 1)
    return _UNNUMBERED + (4 if numbered and not ordinal else 0)
