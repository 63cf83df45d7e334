"""word/theme/theme1.xml: black on white, one font. Styles refer to none of it; Word expects it."""

from lxml import etree

from reportgen.layout.nd30 import FONT
from reportgen.writers.docx.oxml import Element

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS = {
    **{"dk1": "000000", "lt1": "FFFFFF", "dk2": "000000", "lt2": "FFFFFF"},
    **{f"accent{number}": "000000" for number in range(1, 7)},
    **{"hlink": "000000", "folHlink": "000000"},
}
_PLACEHOLDERS = 3  # each list of the format scheme holds three (ECMA-376 §20.1.4.1.14)


def theme_part() -> Element:
    """The smallest theme that the schema allows."""
    root = etree.Element(f"{{{_A}}}theme", nsmap={"a": _A})
    root.set("name", "Văn bản hành chính")
    elements = _child(root, "themeElements")
    _colours(_child(elements, "clrScheme", name="Đen trắng"))
    fonts = _child(elements, "fontScheme", name=FONT)
    for kind in ("majorFont", "minorFont"):
        slot = _child(fonts, kind)
        for script, face in (("latin", FONT), ("ea", ""), ("cs", "")):
            _child(slot, script, typeface=face)
    _formats(_child(elements, "fmtScheme", name="Trơn"))
    return root


def _child(parent: Element, tag: str, /, **attributes: str) -> Element:
    made = etree.SubElement(parent, f"{{{_A}}}{tag}")
    for key, value in attributes.items():
        made.set(key, value)
    return made


def _colours(scheme: Element) -> None:
    for name, value in _COLOURS.items():
        _child(_child(scheme, name), "srgbClr", val=value)


def _fill(parent: Element) -> None:
    _child(_child(parent, "solidFill"), "schemeClr", val="phClr")


def _formats(scheme: Element) -> None:
    fills = _child(scheme, "fillStyleLst")
    lines = _child(scheme, "lnStyleLst")
    effects = _child(scheme, "effectStyleLst")
    backgrounds = _child(scheme, "bgFillStyleLst")
    for _ in range(_PLACEHOLDERS):
        _fill(fills)
        _fill(_child(lines, "ln", w="9525"))
        _child(_child(effects, "effectStyle"), "effectLst")
        _fill(backgrounds)
