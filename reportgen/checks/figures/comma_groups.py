"""Whether a comma before three digits stands between thousands (`24,765 hồ sơ`) or decimals."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from reportgen.checks.figures.model import Figure, Fraction, Notation, Token
from reportgen.checks.figures.units import is_measured, names_things

_SHAPE = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_MEAN = re.compile(
    r"(?:bình quân|trung bình|tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|hệ số|chỉ số)", re.IGNORECASE
)
_ITEM_END = re.compile(r"\s*(?:[;,.)]|\Z)")
_ITEM_START = re.compile(r"[:(]\s*\Z")
_SIBLINGS = 2


def read_comma_groups(text: str, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens, with `24,765` read as thousands where things are counted or a list shows it.

    That is: before a noun that has no decimals (`24,765 hồ sơ`), in a fraction whose other figure
    counts in thousands, and among items of a list that are all thousands with a dot.
    """
    alone = [token for token in tokens if isinstance(token, Figure)]
    return tuple(
        _in_fraction(token)
        if isinstance(token, Fraction)
        else _as_thousands(token)
        if _is_shaped(token) and (_counts_things(text, token) or _in_list(text, token, alone))
        else token
        for token in tokens
    )


def _in_fraction(fraction: Fraction) -> Fraction:
    part, whole = fraction.part, fraction.whole
    shaped = [_is_shaped(part), _is_shaped(whole)]
    if not any(shaped) or is_measured(fraction.unit):
        return fraction
    if not all(_is_shaped(figure) or _is_thousands(figure) for figure in (part, whole)):
        return fraction
    return replace(
        fraction,
        part=_as_thousands(part) if shaped[0] else part,
        whole=_as_thousands(whole) if shaped[1] else whole,
    )


def _counts_things(text: str, figure: Figure) -> bool:
    if "/" in figure.unit or is_measured(figure.unit) or not names_things(text, figure.end):
        return False
    return not _MEAN.search(text[max(0, figure.start - 60) : figure.start])


def _in_list(text: str, figure: Figure, figures: Iterable[Figure]) -> bool:
    if not _is_item(text, figure):
        return False
    others = [other for other in figures if other is not figure and _is_item(text, other)]
    thousands = [other for other in others if _is_thousands(other)]
    return len(thousands) >= _SIBLINGS and not any(
        other.decimals for other in others if not _is_shaped(other)
    )


def _is_item(text: str, figure: Figure) -> bool:
    before = text[max(0, figure.start - 3) : figure.start]
    return not figure.percent and bool(
        _ITEM_START.search(before) and _ITEM_END.match(text, figure.end)
    )


def _is_shaped(figure: Figure) -> bool:
    return not figure.percent and _SHAPE.fullmatch(figure.text) is not None


def _is_thousands(figure: Figure) -> bool:
    return figure.notation is Notation.VIETNAMESE and "." in figure.text and not figure.decimals


def _as_thousands(figure: Figure) -> Figure:
    value = Decimal(int(figure.value * 1000))
    return replace(
        figure, notation=Notation.COMMA_GROUPS, value=value, readings=(value, figure.value)
    )
