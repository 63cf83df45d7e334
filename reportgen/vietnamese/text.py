"""Text as it arrives: Unicode NFC, and superscript signs told from the rest."""

import unicodedata
from itertools import groupby

_SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", "0123456789+−=()n", strict=True))


def nfc(text: str) -> str:
    """The text with every letter in its composed form (TCVN 6909:2001 leaves the form open)."""
    return unicodedata.normalize("NFC", text)


def split_superscripts(text: str) -> list[tuple[str, bool]]:
    """The text in runs, each with whether it is raised: "⁽¹⁾ x" is [("(1)", True), (" x", False)].

    Raised runs come back in ordinary signs; an empty text has no runs.
    """
    runs = groupby(text, key=_SUPERSCRIPTS.__contains__)
    return [
        ("".join(_SUPERSCRIPTS.get(sign, sign) for sign in signs), raised) for raised, signs in runs
    ]
