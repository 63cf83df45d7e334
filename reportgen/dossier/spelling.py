"""What somebody probably meant: the nearest of the known names."""

import difflib
import re
import unicodedata
from collections.abc import Iterable


def plain_name(text: str) -> str:
    """The text as a name is typed: `Căn cước` → `can_cuoc`; empty where no letter is left."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "_", bare.lower()).strip("_")


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
