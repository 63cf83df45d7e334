"""Theme fonts: which font `minorHAnsi` and its kin stand for (ECMA-376 §17.18.96, §20.1.4.1)."""

from collections.abc import Mapping

from reportgen.wordprocessingml.names import A, Element

Theme = Mapping[str, str]
_LATIN = ("Ascii", "HAnsi")


def read_theme(root: Element | None) -> Theme:
    """Theme font names (`minorHAnsi`) → the fonts for Latin letters; empty without a theme."""
    fonts: dict[str, str] = {}
    if root is None:
        return fonts
    for part in ("major", "minor"):
        latin = root.find(f".//{{{A}}}{part}Font/{{{A}}}latin")
        face = "" if latin is None else latin.get("typeface") or ""
        fonts.update({f"{part}{script}": face for script in _LATIN if face})
    return fonts
