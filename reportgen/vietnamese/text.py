"""Text as it arrives: Unicode NFC, and raised marks told from the rest."""

import re
import unicodedata

_SIGNS = dict(zip("⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹", "()0123456789", strict=True))
_MARK = re.compile("(⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁾)")


def nfc(text: str) -> str:
    """The text with every letter in its composed form (TCVN 6909:2001 leaves the form open)."""
    return unicodedata.normalize("NFC", text)


def split_superscripts(text: str) -> list[tuple[str, bool]]:
    """The text in runs, each with whether it is raised: "⁽¹⁾ x" is [("(1)", True), (" x", False)].

    Only bracketed marks are raised and come back in ordinary signs, because few fonts have ⁽ and ⁾;
    "m²" stays as it is. An empty text has no runs.
    """
    runs = [(run, index % 2 == 1) for index, run in enumerate(_MARK.split(text)) if run]
    return [
        ("".join(_SIGNS[sign] for sign in run) if raised else run, raised) for run, raised in runs
    ]
