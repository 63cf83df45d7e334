"""Characters of the symbol fonts as Unicode, and bullets as one would type them."""

from reportgen.wordprocessingml.names import Element, value

_PRIVATE = 0xF000
_HEXADECIMAL = 16
_FIRST, _BEYOND = 0x20, 0x110000
_SURROGATES = range(0xD800, 0xE000)
#: Codes of Symbol (the first 256 of the private use area, or the bare code) → Unicode.
_SYMBOL = {
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    0x2D: "-",
    0xA3: "≤",
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xDE: "⇒",
    0xE5: "∑",
}
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "☐",
    0xD8: "➢",
    0xE0: "→",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_DASHES = frozenset("-–—−‐‑‒⁃_")
_TYPEABLE = frozenset("-+*•")


def symbol(node: Element) -> str:
    """What a w:sym prints (§17.3.3.30)."""
    try:
        code = int(value(node, "char"), _HEXADECIMAL)
    except ValueError:
        return ""
    return in_unicode(code, value(node, "font"))


def in_unicode(code: int, font: str) -> str:
    """The character that `font` has under that code."""
    bare = code - _PRIVATE if _PRIVATE <= code < _PRIVATE + 0x100 else code
    name = font.casefold()
    table = _WINGDINGS if name.startswith("wingdings") else _SYMBOL if name == "symbol" else {}
    if bare in table:
        return table[bare]
    if bare != code:
        return _SYMBOL.get(bare) or _WINGDINGS.get(bare) or chr(bare)
    is_sign = _FIRST <= code < _BEYOND and code not in _SURROGATES
    return chr(code) if is_sign else ""


def bullet(text: str, font: str) -> str:
    """The bullet of a list level as one would type it: "-", "+", else "•"."""
    if not text:
        return ""
    sign = in_unicode(ord(text[0]), font)
    if sign in _DASHES:
        return "-"
    return sign if sign in _TYPEABLE else "•"
