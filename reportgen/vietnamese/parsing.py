"""Numbers as people type them in a table: read strictly, never otherwise than they were meant."""

import re
from dataclasses import dataclass
from decimal import Decimal

from reportgen.vietnamese.numbers import format_number, shift

_SHAPE = re.compile(r"(?P<sign>[-+\u2212]?)(?P<body>[0-9][0-9.,]*)\s*(?P<percent>%?)")
_PLAIN = re.compile(r"[0-9]+")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]+")
_ONE_DOT = re.compile(r"[0-9]+\.[0-9]+")
_COMMA_THOUSANDS = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class ParsedNumber:
    """A typed number: `value` as it stands before the percent sign (`90,31%` has 90.31)."""

    value: Decimal
    is_percent: bool = False

    @property
    def ratio(self) -> Decimal:
        """The number as a share of one: 0.9031 for `90,31%`, the value itself without `%`."""
        return shift(self.value, -2) if self.is_percent else self.value


class AmbiguousNumber(ValueError):  # noqa: N818 - the name says what the text is
    """The text can be read as two numbers; `readings` holds both as they would be printed."""

    def __init__(self, text: str, readings: tuple[str, str]) -> None:
        self.text = text
        self.readings = readings
        super().__init__(f"“{text}” có thể hiểu là {readings[0]} hoặc {readings[1]}")


class NotANumber(ValueError):  # noqa: N818 - the name says what the text is
    """The text is no number; `suggestion` is what was probably meant, in Vietnamese writing."""

    def __init__(self, text: str, suggestion: str | None = None) -> None:
        self.text = text
        self.suggestion = suggestion
        super().__init__(f"“{text}” không phải là số viết theo cách của Việt Nam")


def parse_number(text: str) -> ParsedNumber:
    """The number that a text stands for, if it can stand for one only.

    In: `1365565`, `1.365.565`, `24.765` (thousands), `14,4`, `1.234,5`, `0,765`, `90,31%`, `-5`,
    `+5`, with spaces or no-break spaces around. Raises AmbiguousNumber for `24,765`, `15.16`,
    `1365565.25`, `1.365%`; NotANumber for all else, with a suggestion for
    `1,234,567` and `1,234.5`.
    """
    stripped = text.strip()
    match = _SHAPE.fullmatch(stripped)
    if match is None:
        raise NotANumber(stripped)
    sign = "" if match["sign"] in ("", "+") else "-"
    percent = match["percent"]
    body = match["body"]
    readings = _readings(body, is_percent=percent == "%")
    values = tuple(dict.fromkeys(Decimal(sign + reading) for reading in readings))
    if len(values) == 1:
        return ParsedNumber(values[0], percent == "%")
    if len(values) == 2:
        first, second = (format_number(value) + percent for value in values)
        raise AmbiguousNumber(stripped, (first, second))
    raise NotANumber(stripped, _suggestion(body, sign, percent))


def _readings(body: str, *, is_percent: bool) -> tuple[str, ...]:
    """The numbers, as Python writes them, that unsigned digits and marks may stand for."""
    if _PLAIN.fullmatch(body):
        return (body,)
    if _ONE_DOT.fullmatch(body) and (is_percent or not _GROUPED.fullmatch(body)):
        # percentages over a thousand are rare, ones with an English dot are not: no guessing
        return (body, body.replace(".", ""))
    if _GROUPED.fullmatch(body):
        return (body.replace(".", "").replace(",", "."),)
    if _COMMA_THOUSANDS.fullmatch(body):
        return (body.replace(",", ""), body.replace(",", "."))
    if _DECIMAL_COMMA.fullmatch(body):
        return (body.replace(",", "."),)
    return ()


def _suggestion(body: str, sign: str, percent: str) -> str | None:
    if not _ENGLISH.fullmatch(body):
        return None
    return format_number(Decimal(sign + body.replace(",", ""))) + percent
