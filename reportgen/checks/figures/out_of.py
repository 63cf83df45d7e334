"""Two figures that words make a fraction: `12.340 trong tổng số 12.493 người`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reportgen.checks.figures.model import Figure, Fraction, Notation, Token

_OUT_OF = re.compile(
    r"(?P<unit>(?:\s+[^\W\d_]+){0,8}?)(?:\s+(?:trên|trong)\s|\s*/)\s*(?:tổng(?:\s+số|\s+cộng)?)"
    r"(?:\s+[^\W\d_]+){0,5}?\s*:?\s*",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"(?<!\w)(?:còn|trừ|cộng|tăng|giảm|so với)(?!\w)", re.IGNORECASE)
_USABLE = (Notation.PLAIN, Notation.VIETNAMESE, Notation.COMMA_GROUPS)


def out_of(text: str, tokens: Sequence[Token]) -> tuple[Fraction, ...]:
    """What was done out of a total told in words, as fractions, in order."""
    return tuple(
        Fraction(part.start, whole.end, part, whole, whole.unit)
        for part, whole in pairwise(tokens)
        if isinstance(part, Figure) and isinstance(whole, Figure) and _told(text, part, whole)
    )


def _told(text: str, part: Figure, whole: Figure) -> bool:
    if part.percent or whole.percent or whole.value <= 0 or part.of_range or whole.of_range:
        return False
    if part.notation not in _USABLE or whole.notation not in _USABLE or part.scale != whole.scale:
        return False
    between = text[part.end : whole.start]
    return _OUT_OF.fullmatch(between) is not None and not _EARLIER.search(between)
