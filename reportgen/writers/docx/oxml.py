"""WordprocessingML elements built in schema order (ECMA-376 §17)."""

import re
from functools import cache

from lxml import etree

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = "http://www.w3.org/XML/1998/namespace"
NAMESPACES = {"w": W, "r": R}

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("([\n\t])")
_ON_OFF = ("b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "vanish")

#: Children of w:rPr (§17.3.2.28) and w:pPr (§17.3.1.26), w:sectPr (§17.6.17) in their order.
_ORDER: dict[str, tuple[str, ...]] = {
    "rPr": (
        *("rStyle", "rFonts", *_ON_OFF, "color", "spacing", "w", "kern", "position", "sz"),
        *("szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl"),
        *("cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"),
    ),
    "pPr": (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"),
        *("numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens"),
        *("kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN"),
        *("bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing"),
        *("mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
        *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    ),
    "sectPr": (
        *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz"),
        *("pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt"),
        *("vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid"),
        *("printerSettings", "sectPrChange"),
    ),
}


@cache
def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def local(node: Element) -> str:
    """The element's name without its namespace; '' for a comment."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def element(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """A w: element with w: attributes and children in the order given."""
    made = etree.Element(w(name), nsmap={"w": W})
    for key, value in attributes.items():
        made.set(w(key), str(value))
    made.extend(children)
    return made


def put(parent: Element, child: Element) -> Element:
    """Set `child` in a w:rPr, w:pPr or w:sectPr: at its place, instead of one of the same name."""
    order = _ORDER[local(parent)]
    for old in parent.findall(child.tag):
        parent.remove(old)
    rank = order.index(local(child))
    before = (node for node in parent if local(node) in order[rank + 1 :])
    following = next(before, None)
    if following is None:
        parent.append(child)
    else:
        following.addprevious(child)
    return child


def twips(millimetres: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def clean(text: str) -> str:
    """`text` with every character that XML 1.0 forbids turned into U+FFFD, so that it shows."""
    return _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def text_nodes(text: str) -> list[Element]:
    """The content of a run: w:t, with w:br for a new line and w:tab for a tab (§17.3.3)."""
    nodes: list[Element] = []
    for part in _BREAKS.split(clean(text)):
        if part == "\n":
            nodes.append(element("br"))
        elif part == "\t":
            nodes.append(element("tab"))
        elif part:
            node = element("t")
            node.text = part
            node.set(f"{{{XML}}}space", "preserve")
            nodes.append(node)
    return nodes


def plain_text(node: Element) -> str:
    """The characters that the element prints."""
    return "".join(part.text or "" for part in node.iter(w("t")))


def serialised(root: Element) -> bytes:
    """The element as the bytes of a package part."""
    # Readers look for w: and r: at the root, used or not.
    top = NAMESPACES if etree.QName(root).namespace == W else None
    kept = [*NAMESPACES, *_ignorable(root)]
    etree.cleanup_namespaces(root, top_nsmap=top, keep_ns_prefixes=kept)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _ignorable(root: Element) -> list[str]:
    """Prefixes that mc:Ignorable names; Word wants them declared even where nothing uses them."""
    compatibility = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
    return (root.get(compatibility) or "").split()
