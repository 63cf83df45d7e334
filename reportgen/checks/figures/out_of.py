"""Two figures that words make a fraction: `12.340 trong tổng số 12.493 người`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reportgen.checks.figures.model import Figure, Fraction, Notation, Token

_OUT_OF = re.compile(
    r"(?P<unit>(?:\s+[^\W\d_]+){0,8}?)(?:\s+(?:trên|trong)\s|\s*/)\s*(?:tổng(?:\s+số|\s+cộng)?)"
    r"(?:\s+[^\W\d_]+){0,5}?\s*+:?\s*+",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"(?<!\w)(?:còn|trừ|cộng|tăng|giảm|so với)(?!\w)", re.IGNORECASE)
_ARISING = re.compile(
    r"(?<!\w)(?:xảy ra|phát sinh|tiếp nhận|ghi nhận|nhận được|nhận|thụ lý|có|tổng số)\s+$",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?:\s+[^\W\d_]+){1,5}[,;]\s+(?:trong đó\s+)?(?:đã\s+)?(?:điều tra,?\s+)?"
    r"(?:khám phá|làm rõ|giải quyết|xử lý|hoàn thành)(?:\s+(?:được|xong|dứt điểm))?\s+",
    re.IGNORECASE,
)
_BESIDE = 40  # characters before a figure that hold the word of its own
_USABLE = (Notation.PLAIN, Notation.VIETNAMESE, Notation.COMMA_GROUPS)


def out_of(text: str, tokens: Sequence[Token]) -> tuple[Fraction, ...]:
    """What was done out of a total told in words, as fractions, in order."""
    return tuple(
        Fraction(part.start, whole.end, part, whole, whole.unit)
        for part, whole in pairwise(tokens)
        if isinstance(part, Figure) and isinstance(whole, Figure) and _told(text, part, whole)
    )


def done_of(text: str, tokens: Sequence[Token]) -> tuple[Fraction, ...]:
    """`xảy ra 96 vụ, đã khám phá 82 vụ`: what was done and what there was, as fractions."""
    return tuple(
        Fraction(whole.start, part.end, part, whole, whole.unit)
        for whole, part in pairwise(tokens)
        if isinstance(part, Figure) and isinstance(whole, Figure) and _is_done(text, whole, part)
    )


def _is_done(text: str, whole: Figure, part: Figure) -> bool:
    before = max(0, whole.start - _BESIDE)
    if not _usable(part, whole) or not _ARISING.search(text, before, whole.start):
        return False
    same = bool(whole.unit) and whole.unit == part.unit
    return same and _DONE.fullmatch(text, whole.end, part.start) is not None


def _told(text: str, part: Figure, whole: Figure) -> bool:
    if not _usable(part, whole):
        return False
    between = text[part.end : whole.start]
    return _OUT_OF.fullmatch(between) is not None and not _EARLIER.search(between)


def _usable(part: Figure, whole: Figure) -> bool:
    if part.percent or whole.percent or whole.value <= 0 or part.of_range or whole.of_range:
        return False
    if part.notation not in _USABLE or whole.notation not in _USABLE:
        return False
    return part.scale == whole.scale
