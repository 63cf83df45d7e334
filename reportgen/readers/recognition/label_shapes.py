"""Labels as they are typed before a paragraph: `I.`, `1.1.`, `a)`, `Điều 1.`, `Chương I`."""

import re
from dataclasses import dataclass

from reportgen.vietnamese.lettering import letter_value, roman_value
from reportgen.vietnamese.text import nfc

_ORDINALS = "nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười"
_COUNT = {word: number for number, word in enumerate(_ORDINALS.split("|"), 1)}
_NAMED = re.compile(
    r"(?P<name>Phần|PHẦN|Chương|CHƯƠNG|Tiểu mục|TIỂU MỤC|Mục|MỤC|Điều|ĐIỀU)\s+"
    rf"(?:(?:thứ|THỨ)\s+)?(?P<number>(?i:{_ORDINALS})\b|[IVXLC]+\b|\d{{1,3}}[a-zđ]?\b)"
    r"\s?(?P<mark>[.:]?)(?=\s|$|[^\W\d])"
)
_COUNTED = re.compile(
    r"(?P<open>\(?)"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,4}|\d{1,3}|[IVXLC]{1,6}|[A-HĐKLM]|[ivx]{1,4}|[a-zăâđêôơư]{1,2})"
    r"(?P<mark>\.\)|[.)/]|(?=\s))"
    r"(?P<gap>\s*)(?P<next>\S?)"
)
_UPPER = "ABCDĐEGHKLM"


@dataclass(frozen=True, slots=True)
class Label:
    """A label: `text` as typed, the `style` that it shares with its fellows, its `count`."""

    text: str
    style: str
    count: int


def read_label(text: str) -> Label | None:
    """The label that a text begins with; None where it begins with none.

    A figure is none (`1.706 thủ tục`), nor is a year or a date.
    """
    head = text[:60].lstrip()
    match = _NAMED.match(head)
    if match:
        return _named(match)
    match = _COUNTED.match(head)
    return _counted(match) if match else None


def split_label(text: str) -> tuple[Label, int] | None:
    """The label at the beginning of a text as typed, and the offset of what comes after it."""
    label = read_label(nfc(text[:80]))
    if label is None:
        return None
    start = len(text) - len(text.lstrip())
    end = start + len(label.text)
    while nfc(text[start:end]) != label.text and end < len(text):
        end += 1
    while end < len(text) and text[end].isspace():
        end += 1
    return label, end


def _named(match: re.Match[str]) -> Label | None:
    number = match["number"]
    count = _COUNT.get(number.casefold()) or roman_value(number)
    if count is None:
        count = int(re.sub(r"\D", "", number) or 0)
    name = match["name"].casefold()
    if name == "điều" and not match["mark"]:
        return None
    return Label(match[0].strip(), name, count)


def _counted(match: re.Match[str]) -> Label | None:
    opened, number, mark = match["open"], match["number"], match["mark"]
    if bool(opened) and mark != ")":
        return None
    sign, count = _sign(number)
    if not count or not _parts(match, sign):
        return None
    shown = f"{opened}{number}{mark}"
    tail = mark or "."
    return Label(shown, f"{opened}{sign}{tail}", count)


def _sign(number: str) -> tuple[str, int]:
    """The number's sign (`1`, `1.1`, `I`, `a`, `A`, `i`) and its count; 0: no count."""
    if number[0].isdecimal():
        parts = number.split(".")
        return ".".join("1" for _ in parts), int(parts[-1])
    if number in ("I", "V", "X") or (number.isupper() and len(number) > 1):
        return "I", roman_value(number) or 0
    if number.isupper():
        return "A", _UPPER.find(number) + 1
    if number in ("i", "v", "x") or len(number) == 1:
        return "a", letter_value(number) or "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".find(number) + 1
    return "i", roman_value(number.upper()) or 0


def _parts(match: re.Match[str], sign: str) -> bool:
    """Whether number, mark and what follows can be a label."""
    mark, gap, following = match["mark"], match["gap"], match["next"]
    if not following:
        return bool(mark)
    if sign.startswith("1."):
        return (bool(gap) and (bool(mark) or following.isupper())) or (
            mark == "." and following.isalpha()
        )
    if not mark:
        return False
    if sign in "1Ii" and mark == "/":
        return following.isupper()
    if sign in "aA" and mark in "./":
        return bool(gap) and following.isupper() and mark == "."
    return bool(gap) or following.isalpha() or following in '“"('
