"""What somebody probably meant: the nearest of the known names."""

import difflib
from collections.abc import Iterable

from reportgen.vietnamese import plain_name

SURE = 0.75
"""How like a known name an unknown one is that nobody meant otherwise."""


def nearest(name: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """The known name that is most like this one, marks and capitals aside; None if none is."""
    by_plain = {plain_name(one): one for one in known}
    near = difflib.get_close_matches(plain_name(name), by_plain, n=1, cutoff=likeness)
    return by_plain[near[0]] if near else None


def meant(name: str, known: Iterable[str]) -> str:
    """A hint in Vietnamese: the nearest known name, or all of them."""
    names = list(known)
    near = nearest(name, names)
    return f"có phải là “{near}” không?" if near else f"chỉ dùng được: {', '.join(names)}"
