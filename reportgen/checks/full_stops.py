"""Full stops that end no sentence."""

import re

_LONGEST = 5
_ABBREVIATED = re.compile(
    r"\b(?:TP|Tp|TX|TT|Th|ThS|TS|BS|GS|PGS|KT|TM|TL|TUQ|Ông|Bà|tr|đ|Đ|P|Q|H|X)\Z"
)


def is_of_abbreviation(text: str, stop: int) -> bool:
    """Whether the full stop at that offset belongs to an abbreviation (`TP. Nha Trang`)."""
    return _ABBREVIATED.search(text, max(0, stop - _LONGEST), stop) is not None
