"""Label styles: what a specimen such as `I.`, `1.1.` or `a)` says about the labels of a level."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from reportgen.vietnamese.lettering import letter, letter_value, roman, roman_value

_SPECIMEN = re.compile(
    r"(?P<prefix>(?:.*[\s(])?)(?P<parents>(?:1\.)*)(?P<first>[1IiAa])(?P<suffix>[^\w\s]*)"
)
_DIGITS = re.compile(r"[0-9]{1,9}")


def _decimal_value(text: str) -> int | None:
    return int(text) if _DIGITS.fullmatch(text) else None


def _upper_letter_value(text: str) -> int | None:
    return letter_value(text.lower()) if text.isupper() else None


def _lower_roman_value(text: str) -> int | None:
    return roman_value(text.upper()) if text.islower() else None


# The specimen's sign: how a count is written, and how it is read back.
_COUNTS: dict[str, tuple[Callable[[int], str], Callable[[str], int | None]]] = {
    "1": (str, _decimal_value),
    "I": (roman, roman_value),
    "i": (lambda number: roman(number).lower(), _lower_roman_value),
    "a": (letter, letter_value),
    "A": (lambda number: letter(number).upper(), _upper_letter_value),
}


@dataclass(frozen=True)
class LabelStyle:
    """The labels of one level: `prefix` + number + `suffix`, `sign` the first number's sign.

    `composed` labels write the number of the level above first (`4.1.` under `4.`).
    """

    prefix: str
    sign: str
    suffix: str
    composed: bool

    def label(self, number: str) -> str:
        """The label around a number's text."""
        return f"{self.prefix}{number}{self.suffix}"

    def number(self, count: int, parent: str) -> str:
        """The number's text: `count` from 1, `parent` the number of the level above."""
        own = _COUNTS[self.sign][0](count)
        return f"{parent}.{own}" if self.composed and parent else own

    def read(self, label: str) -> tuple[str, int] | None:
        """Number and count of a label that has this style (`4.1.` gives "4.1", 1), else None."""
        match = self._pattern.fullmatch(label)
        if not match:
            return None
        number: str = match["number"]
        own = number.rpartition(".")[2] if self.composed else number
        count = _COUNTS[self.sign][1](own)
        return None if count is None else (number, count)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        prefix, suffix = re.escape(self.prefix), re.escape(self.suffix)
        return re.compile(rf"{prefix}(?P<number>\w+(?:\.\w+)*){suffix}")


def read_specimen(specimen: str) -> LabelStyle | None:
    """The style that a specimen shows (`I.`, `1.`, `1.1.`, `a)`, `(a)`, `Điều 1.`), or None."""
    match = _SPECIMEN.fullmatch(specimen.strip())
    if not match or (match["parents"] and match["first"] != "1"):
        return None
    return LabelStyle(match["prefix"], match["first"], match["suffix"], bool(match["parents"]))
