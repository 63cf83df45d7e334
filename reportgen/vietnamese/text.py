"""Text as it arrives: Unicode NFC, raised marks told from the rest, names without marks."""

import re
import unicodedata
from functools import lru_cache

_SIGNS = dict(zip("⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹", "()0123456789", strict=True))
_MARK = re.compile("(⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁾)")
_OPEN_GLIDE = re.compile(
    r"[oOuU](?:(?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<=[uU])(?<![qQ].)[ỳýỷỹỵỲÝỶỸỴ])(?![^\W\d_])"
)


def nfc(text: str) -> str:
    """The text with every letter in its composed form (TCVN 6909:2001 leaves the form open)."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=8192)
def fold_tone_placement(text: str) -> str:
    """The text with `oa`, `oe`, `uy` at a syllable's end marked the old way: `hoà` is `hòa`.

    For comparing only. In NFC the result has the same length, so that offsets hold.
    """
    return _OPEN_GLIDE.sub(_mark_on_glide, text)


def _mark_on_glide(match: re.Match[str]) -> str:
    glide, vowel = match[0][0], match[0][1]
    marked = unicodedata.normalize("NFD", vowel)
    return unicodedata.normalize("NFC", glide + marked[1:]) + marked[0]


@lru_cache(maxsize=8192)
def plain_name(text: str) -> str:
    """The text as a name is typed: `Căn cước` → `can_cuoc`; empty where no letter is left."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "_", bare.lower()).strip("_")


def split_superscripts(text: str) -> list[tuple[str, bool]]:
    """The text in runs, each with whether it is raised: "⁽¹⁾ x" is [("(1)", True), (" x", False)].

    Only bracketed marks are raised and come back in ordinary signs, because few fonts have ⁽ and ⁾;
    "m²" stays as it is. An empty text has no runs.
    """
    runs = [(run, index % 2 == 1) for index, run in enumerate(_MARK.split(text)) if run]
    return [
        ("".join(_SIGNS[sign] for sign in run) if raised else run, raised) for run, raised in runs
    ]
