"""The figures of a text: `scan` finds them, and leaves out what only looks like one."""

import re
from dataclasses import replace
from itertools import pairwise

from reportgen.checks.figures.comma_groups import read_comma_groups
from reportgen.checks.figures.exclusions import blank_out
from reportgen.checks.figures.model import Figure, Fraction, Notation, Token
from reportgen.checks.figures.numerals import Spot, read_numeral, spots
from reportgen.checks.figures.units import (
    GLUED,
    is_approximate,
    is_measured,
    names_things,
    scale_of,
    unit_after,
)
from reportgen.checks.remembering import remembered

BETWEEN_ENDS = re.compile(r"\s?[-–]\s?|\s+đến\s+(?:dưới\s+)?")
"""What stands between the two ends of a range."""

_SLASH = re.compile(r"\s?/\s?")
_PERCENT_NEAR = 40  # characters in which a percentage makes `8/10` a fraction


@remembered
def scan(text: str) -> tuple[Token, ...]:
    """The figures and fractions in `text`, in order, with offsets in `text`; never raises.

    Not returned: dates, periods and years, numbers of documents, names with a number, references to
    articles, labels, codes, telephone numbers, times, addresses (see `exclusions`), and `8/10`
    where it may be a day.
    """
    if not any(sign.isdigit() for sign in text):
        return ()
    shown = blank_out(text)
    return read_comma_groups(shown, _joined(shown, _share_ranges(shown, _figures(text, shown))))


def _figures(text: str, shown: str) -> list[Figure]:
    found = []
    for spot in spots(shown):
        if _stands_apart(shown, spot) and (figure := _figure(text, spot)):
            found.append(figure)
    return found


def _stands_apart(text: str, spot: Spot) -> bool:
    """Whether the digits are not glued to letters (`5G`, `1A`) or to an odd mark."""
    after = re.compile(r"[^\W\d_]+").match(text, spot.end)
    if after and after[0] not in GLUED:
        return False
    if text[spot.end : spot.end + 1] in ("_", "@", "#"):
        return False
    if text[spot.start - 1 : spot.start] == "/" and spot.start > 1:
        word = re.search(
            r"(?<![\w-])[^\W\d_]+[23]?\s?/\Z", text[max(0, spot.start - 24) : spot.start]
        )
        return (
            text[spot.start - 2].isspace()
            or text[spot.start - 2].isdigit()
            or bool(word and word[0].islower())
        )
    return True


def _figure(text: str, spot: Spot) -> Figure | None:
    unit = "" if spot.percent else unit_after(text, spot.end)
    numeral = read_numeral(spot.body, percent=bool(spot.percent), measured=is_measured(unit))
    if numeral is None:
        return None
    start, end = spot.outer_start, spot.outer_end
    readings = tuple(spot.as_value(value) for value in numeral.readings)
    return Figure(
        start,
        end,
        text[start:end],
        readings[0],
        numeral.notation,
        readings,
        bool(spot.percent),
        scale_of(unit),
        unit,
        is_approximate(text, start),
    )


def _share_ranges(text: str, figures: list[Figure]) -> list[Figure]:
    """Both ends of `12 - 15%` and `từ 5 đến 7 ngày` have the same unit."""
    shared = list(figures)
    for index, (first, last) in enumerate(pairwise(figures)):
        between = text[first.end : last.start]
        if (
            not BETWEEN_ENDS.fullmatch(between)
            or first.unit
            or (first.percent and not last.percent)
        ):
            continue
        if first.percent or not last.percent:
            alike = replace(first, of_range=True, scale=last.scale, unit=last.unit)
        else:
            readings = tuple(value / 100 for value in first.readings)
            alike = replace(
                first, of_range=True, percent=True, value=readings[0], readings=readings
            )
        shared[index] = alike
        shared[index + 1] = replace(shared[index + 1], of_range=True)
    return shared


def _joined(text: str, figures: list[Figure]) -> tuple[Token, ...]:
    """Figures with a stroke between them become fractions; chains of three are no figures."""
    tokens: list[Token] = []
    index = 0
    while index < len(figures):
        chain = [figures[index]]
        while index + len(chain) < len(figures) and _divided(
            text, chain[-1], figures[index + len(chain)]
        ):
            chain.append(figures[index + len(chain)])
        index += len(chain)
        if len(chain) == 1:
            tokens.append(chain[0])
        elif len(chain) == 2 and not _maybe_a_day(text, chain[0], chain[1], figures):
            tokens.append(_fraction(chain[0], chain[1]))
    return tuple(tokens)


def _divided(text: str, first: Figure, second: Figure) -> bool:
    """Whether `first/second`, or `2.066 hồ sơ/2.200 hồ sơ` with one unit for both."""
    if first.percent or second.percent or (first.unit and first.scale != second.scale):
        return False
    between = text[first.end : second.start]
    if _SLASH.fullmatch(between):
        return True
    unit = between.strip().removesuffix("/").strip().lower()
    return (
        between.rstrip().endswith("/")
        and bool(unit)
        and unit in (first.unit, "")
        and (second.unit.startswith(unit))
    )


def _fraction(part: Figure, whole: Figure) -> Fraction:
    if _cut_short(part, whole):
        large = tuple(value for value in whole.readings[1:] if value >= part.value)
        readings = large + tuple(value for value in whole.readings if value not in large)
        whole = replace(
            whole, notation=Notation.BROKEN_GROUPS, value=readings[0], readings=readings
        )
    part = replace(part, scale=whole.scale, unit=part.unit or whole.unit)
    return Fraction(part.start, whole.end, part, whole, whole.unit)


def _cut_short(part: Figure, whole: Figure) -> bool:
    """`12.597/15.16`: among thousands a dot before two digits lacks one."""
    return (
        whole.notation is Notation.DECIMAL_DOT
        and part.notation is Notation.VIETNAMESE
        and part.decimals == 0
        and part.value > whole.value
    )


def _maybe_a_day(text: str, first: Figure, second: Figure, figures: list[Figure]) -> bool:
    """`16/8` may be a day of a month, unless a unit or a percentage stands by."""
    plain = first.notation is Notation.PLAIN and second.notation is Notation.PLAIN
    if not plain or not 1 <= first.value <= 31 or not 1 <= second.value <= 12:
        return False
    if names_things(text, second.end):
        return False
    near = (
        figure
        for figure in figures
        if figure.percent
        and (
            first.start - _PERCENT_NEAR < figure.end <= first.start
            or second.end <= figure.start < second.end + _PERCENT_NEAR
        )
    )
    return not any(
        re.search(r"[;.]\s", _between(text, first, second, figure)) is None for figure in near
    )


def _between(text: str, first: Figure, second: Figure, other: Figure) -> str:
    return (
        text[other.end : first.start]
        if other.end <= first.start
        else text[second.end : other.start]
    )
