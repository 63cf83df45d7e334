"""How a number is written, and what it may stand for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportgen.checks.figures.model import Notation
from reportgen.vietnamese.numbers import shift

GROUP_SPACES = "\u00a0\u2009\u202f"
"""Spaces that do not break a line: between digits they can only be group marks."""

_MOST_SIGNS, _MOST_DIGITS = 40, 18  # what is longer is no number that an office writes
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"(?:0|0?[1-9][0-9]*),[0-9]+")
_COMMA_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+")
_ONE_DOT = re.compile(r"(?P<whole>0|[1-9][0-9]*)\.(?P<rest>[0-9]+)")
_DOTS = re.compile(r"[1-9][0-9]*(?:\.[0-9]+){2,}(?:,[0-9]+)?")
_SPACED = re.compile(rf"[0-9]{{1,3}}(?:[ {GROUP_SPACES}][0-9]{{3}})+(?:,[0-9]+)?")
_PADDED_CODE = re.compile(r"0[0-9]{2,}|0[0-9]+\.")


@dataclass(frozen=True, slots=True)
class Numeral:
    """`value` as the digits say, before any percent sign; `readings` begins with it."""

    notation: Notation
    readings: tuple[Decimal, ...]

    @property
    def value(self) -> Decimal:
        return self.readings[0]


def read_numeral(body: str, *, percent: bool = False, measured: bool = False) -> Numeral | None:
    """What the digits and marks of `body` (no sign, no `%`) stand for; None: no figure.

    `measured` says that a unit with decimals follows (`tỷ`, `ha`, `km`): `1.7325 ha` has a decimal
    dot then, while `1.7325 hồ sơ` has broken groups.
    """
    too_long = len(body) > _MOST_SIGNS or sum(map(str.isdigit, body)) > _MOST_DIGITS
    if too_long or _PADDED_CODE.match(body):
        return None
    if body.isdecimal():
        return Numeral(Notation.PLAIN, (Decimal(body),))
    for reader in (_spaced, _commas):
        if numeral := reader(body):
            return numeral
    return _dots(body, decimals_likely=percent or measured, percent=percent)


def _spaced(body: str) -> Numeral | None:
    if not _SPACED.fullmatch(body):
        return None
    return Numeral(Notation.SPACED, (_vietnamese(re.sub(r"\s", "", body)),))


def _commas(body: str) -> Numeral | None:
    if _COMMA_GROUPS.fullmatch(body):
        return Numeral(Notation.COMMA_GROUPS, (_joined(body),))
    if _ENGLISH.fullmatch(body):
        return Numeral(Notation.MIXED, (Decimal(body.replace(",", "")),))
    if _DECIMAL_COMMA.fullmatch(body):
        return Numeral(Notation.VIETNAMESE, (_vietnamese(body),))
    return None


def _dots(body: str, *, decimals_likely: bool, percent: bool) -> Numeral | None:
    if match := _ONE_DOT.fullmatch(body):
        return _one_dot(body, match["whole"], match["rest"], decimals_likely, percent)
    if _GROUPED.fullmatch(body):
        return Numeral(Notation.VIETNAMESE, (_vietnamese(body),))
    groups = body.partition(",")[0].split(".")
    if _DOTS.fullmatch(body) and max(map(len, groups[1:])) >= 3 and max(map(len, groups)) <= 4:
        return Numeral(Notation.BROKEN_GROUPS, (_vietnamese(body),))
    return None


def _one_dot(
    body: str, whole: str, rest: str, decimals_likely: bool, percent: bool
) -> Numeral | None:
    as_decimal, as_groups = Decimal(body), _joined(body)
    if whole == "0":
        return Numeral(Notation.DECIMAL_DOT, (as_decimal,))
    if len(rest) == 3 and len(whole) <= 3:
        if percent and len(whole) > 1:  # 12345% is no share that anybody reports
            return Numeral(Notation.DECIMAL_DOT, (as_decimal, as_groups))
        return Numeral(Notation.VIETNAMESE, (as_groups,))
    if decimals_likely and len(whole) <= 3:
        return Numeral(Notation.DECIMAL_DOT, (as_decimal, as_groups))
    if len(rest) < 3:
        completed = as_groups * 10 ** (3 - len(rest))
        return Numeral(Notation.DECIMAL_DOT, (as_decimal, completed, as_groups))
    return Numeral(Notation.BROKEN_GROUPS, (as_groups, as_decimal))


def _vietnamese(body: str) -> Decimal:
    return Decimal(body.replace(".", "").replace(",", "."))


def _joined(body: str) -> Decimal:
    return Decimal(re.sub(r"[.,]", "", body))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where digits stand: `body` is `text[start:end]`, the sign before and the `%` after apart."""

    start: int
    end: int
    body: str
    sign: str = ""
    percent: str = ""

    @property
    def outer_start(self) -> int:
        return self.start - len(self.sign)

    @property
    def outer_end(self) -> int:
        return self.end + len(self.percent)

    def as_value(self, value: Decimal) -> Decimal:
        """The reading with the sign, as a ratio where a percent sign follows."""
        signed = -value if self.sign in ("-", "\u2212") else value
        return shift(signed, -2) if self.percent else signed


_SPOT = re.compile(
    r"(?<![\w@#])(?<![0-9][.,])"
    rf"(?P<body>[0-9]{{1,3}}(?:[{GROUP_SPACES}][0-9]{{3}})++(?:,[0-9]++)?(?![0-9])"
    r"|[1-9][0-9]{0,2}(?: [0-9]{3}){2,9}+(?![0-9])(?![.][0-9])"
    r"|(?<=\S )[1-9][0-9]{0,2} [0-9]{3}(?:,[0-9]{1,3})?+(?![0-9.,%])(?= [^\W\d_])"
    r"|[0-9]++(?:[.,][0-9]++)*+)"
    rf"(?P<percent>[ {GROUP_SPACES}]?%)?"
)
_SIGNS = "+-\u2212"


def spots(text: str) -> Iterator[Spot]:
    """Everything in `text` that is written with digits and stands by itself, in order."""
    for match in _SPOT.finditer(text):
        start = match.start("body")
        before = text[start - 1] if start else ""
        sign = before if before and before in _SIGNS and _is_sign(text, start - 1) else ""
        if before == "-" and not sign and start > 1 and text[start - 2].isalpha():
            continue  # Covid-19
        yield Spot(start, match.end("body"), match["body"], sign, match["percent"] or "")


def _is_sign(text: str, at: int) -> bool:
    """Whether the mark stands for plus or minus, not for a range or for an item of a list."""
    before = text[max(0, at - 12) : at].rpartition("\n")[2]
    if not before.strip():
        return False
    return before[-1] in " (\u00a0;:," and not re.search(r"[0-9%]\s*$", before)
