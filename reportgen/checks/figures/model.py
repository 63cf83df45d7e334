"""Figures as they stand in a text."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Notation(StrEnum):
    """How a figure is written; all but the first two are slips or doubtful."""

    PLAIN = "plain"  # 376, 02, 2025; also 1365565 without groups
    VIETNAMESE = "vietnamese"  # 1.365.565 · 14,4 · 1.234,5
    DECIMAL_DOT = "decimal dot"  # 90.31
    COMMA_GROUPS = "comma groups"  # 24,765 beside figures of thousands; 1,365,565
    BROKEN_GROUPS = "broken groups"  # 12.34.567 · 1.7325 · 1.2345.678
    MIXED = "mixed"  # 1,365.25
    SPACED = "spaced"  # 1 365 565


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text, `text[start:end]`, the percent sign included.

    `value` is the most likely reading (ratio for a percent: 90,31% is 0.9031), `readings` all that
    are possible. `scale` is what a word after it multiplies by (`triệu`: 1000000), not yet in
    `value`. `unit` are the words just after it that say what is counted, in lower case, as far as
    they can be told (`hồ sơ`, `tỷ đồng`); `approximate` where `trên`, `khoảng`, `gần` stand before,
    `of_range` for both ends of `12 - 15%` and `từ 5 đến 7 ngày`, which share their unit.
    """

    start: int
    end: int
    text: str
    value: Decimal
    notation: Notation
    readings: tuple[Decimal, ...] = ()
    percent: bool = False
    scale: Decimal = Decimal(1)
    unit: str = ""
    approximate: bool = False
    of_range: bool = False

    @property
    def decimals(self) -> int:
        """Digits after the decimal mark, as written."""
        digits = self.text.rstrip("% \u00a0\u202f")
        if self.notation in (Notation.DECIMAL_DOT, Notation.MIXED):
            return len(digits.rpartition(".")[2])
        return len(digits.rpartition(",")[2]) if "," in digits else 0


@dataclass(frozen=True, slots=True)
class Fraction:
    """`1.365.565/1.816.581`: done over total; `start` and `end` span both."""

    start: int
    end: int
    part: Figure
    whole: Figure
    unit: str = ""


Token = Figure | Fraction
