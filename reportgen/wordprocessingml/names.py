"""Names and values of WordprocessingML: qualified names, on/off values, measures (ECMA-376 §17)."""

import re
from functools import cache
from math import isfinite

from lxml import etree

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741 - the prefix that everybody writes
XML = "http://www.w3.org/XML/1998/namespace"

_TWIPS = 20
_DECIMALS = 3
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}
_MEASURE = re.compile(r"\s*(-?[\d.]+)\s*(pt|in|cm|mm|pc|pi)\s*$")
_OFF = frozenset({"0", "false", "off", "none"})


@cache
def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


VAL = w("val")


def local(node: Element) -> str:
    """The element's name without its namespace; '' for a comment."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def child(node: Element | None, *path: str) -> Element | None:
    """The w: element that is reached by that path of names, if each is there."""
    for name in path:
        if node is None:
            return None
        node = node.find(w(name))
    return node


def value(node: Element | None, name: str = "val") -> str:
    """The w: attribute, '' where element or attribute is missing."""
    return "" if node is None else node.get(w(name)) or ""


def is_on(node: Element | None) -> bool:
    """Whether an on/off element is there and not switched off (§17.17.4)."""
    return node is not None and (node.get(VAL) or "1").casefold() not in _OFF


def integer(text: str | None) -> int | None:
    """A whole number as attributes have it, None where it is none."""
    try:
        return int(float(text or ""))
    except (ValueError, OverflowError):
        return None


def length(text: str | None, unit: float = 1 / _TWIPS) -> float | None:
    """A measure in points: a bare number counts `unit` (twips unless said), else `2.5cm`, `12pt`.

    None where it is no measure (§22.9.2.14).
    """
    measured = _MEASURE.match(text or "")
    try:
        points = float(measured[1]) * _POINTS[measured[2]] if measured else float(text or "") * unit
    except ValueError:
        return None
    return round(points, _DECIMALS) if isfinite(points) else None
