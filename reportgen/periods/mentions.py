"""A period as sentences and keys name it, told of another period in the same manner."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from reportgen.dossier import Period
from reportgen.periods.calendar import months_of
from reportgen.vietnamese import format_date_short, nfc, roman

Rule = tuple[str, Callable[[re.Match[str]], str]]
"""What a name looks like, and what is said instead of one."""

_BEFORE = r"(?<![0-9/.-])"
_AFTER = r"(?![0-9/])"
_HALVES = ("đầu", "cuối")
_FIRST_PLAIN = 3


def moved_on(text: str, old: Period, new: Period) -> str:
    """The text with the old period's names replaced by the new one's; other dates stay.

    Names are its first and last day and, where both periods are as long, the month, quarter,
    half-year or year (`tháng 9/2025`, `Quý IV năm 2025`, `6 tháng đầu năm 2025`, `năm 2025`). A
    text without them stays as it is typed; one with them becomes NFC.
    """
    composed = nfc(text)
    found: list[tuple[int, int, str]] = []
    for pattern, said in (*_days(old, new), *_names(old, new)):
        for match in re.finditer(pattern, composed, re.IGNORECASE):
            if all(match.end() <= start or end <= match.start() for start, end, _ in found):
                found.append((match.start(), match.end(), said(match)))
    for start, end, said_now in sorted(found, reverse=True):
        composed = composed[:start] + said_now + composed[end:]
    return composed if found else text


def month_in_the_manner_of(typed: str, month: int) -> str:
    """A month as the typed one is; zeros before 1 and 2 (Phụ lục I, II.4.b), and where they are
    before greater ones too."""
    padded = month < _FIRST_PLAIN or (typed.startswith("0") and int(typed) >= _FIRST_PLAIN)
    return f"{month:02}" if padded else str(month)


def day_in_the_manner_of(typed: str, day: date) -> str:
    """A date as the typed one is: `16/8/2025` becomes `16/9/2025`, `2025-08-16` `2025-09-16`."""
    match = re.fullmatch(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2[0-9]{4}", typed)
    if match is None:
        return day.isoformat() if re.fullmatch(r"[0-9]{4}-.*", typed) else format_date_short(day)
    sign = match[2]
    month = month_in_the_manner_of(match[3], day.month)
    return f"{_number(match[1], day.day)}{sign}{month}{sign}{day.year}"


def _number(typed: str, day: int) -> str:
    return str(day) if len(typed) == 1 else f"{day:02}"


def _days(old: Period, new: Period) -> Iterator[Rule]:
    for before, after in ((old.tu, new.tu), (old.den, new.den)):
        short = rf"{_BEFORE}0?{before.day}/0?{before.month}/{before.year}{_AFTER}"
        yield short, partial(_short, after)
        yield (
            rf"(ngày\s+)(0?{before.day})(\s+tháng\s+)(0?{before.month})"
            rf"(\s+năm\s+){before.year}{_AFTER}",
            partial(_long, after),
        )


def _short(day: date, match: re.Match[str]) -> str:
    return day_in_the_manner_of(match[0], day)


def _long(day: date, match: re.Match[str]) -> str:
    month = month_in_the_manner_of(match[4], day.month)
    return f"{match[1]}{_number(match[2], day.day)}{match[3]}{month}{match[5]}{day.year}"


def _names(old: Period, new: Period) -> Iterator[Rule]:
    months, year = months_of(old), new.den.year
    if months is None or months != months_of(new):
        return
    before, after = old.den.month, new.den.month
    if months == 1:
        yield (
            rf"{_BEFORE}(0?{before})(/|\s+năm\s+){old.den.year}{_AFTER}",
            lambda match: f"{month_in_the_manner_of(match[1], after)}{match[2]}{year}",
        )
    elif months == 3 and before % 3 == 0 and after % 3 == 0:
        number = before // 3
        yield (
            rf"(quý\s+)({roman(number)}|{number})(\s*/\s*|\s+năm\s+|-){old.den.year}{_AFTER}",
            lambda match: f"{match[1]}{_quarter(match[2], after // 3)}{match[3]}{year}",
        )
    elif months == 6 and before % 6 == 0 and after % 6 == 0:
        yield (
            rf"(0?6\s+tháng\s+)({_HALVES[before // 6 - 1]})(\s+năm\s+){old.den.year}{_AFTER}",
            lambda match: f"{match[1]}{_cased(match[2], _HALVES[after // 6 - 1])}{match[3]}{year}",
        )
    elif months == 12:
        yield rf"(năm\s+){old.den.year}{_AFTER}(?!\s*-)", lambda match: f"{match[1]}{year}"


def _quarter(typed: str, number: int) -> str:
    return str(number) if typed.isdigit() else _cased(typed, roman(number))


def _cased(typed: str, word: str) -> str:
    return word.upper() if typed.isupper() else word.lower()
