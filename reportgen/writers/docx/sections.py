"""Sections: size, margins, headers and page numbers, told anew for each (ECMA-376 §17.6)."""

from collections.abc import Mapping
from copy import deepcopy

from reportgen.wordprocessingml.names import integer
from reportgen.writers.docx.oxml import Element, R, element, put, w
from reportgen.writers.docx.tables import Area

_ID = f"{{{R}}}id"


def section_of(body: Element) -> Element:
    """The section that the body ends with; ValueError where there is none."""
    section = body.find(w("sectPr"))
    if section is None:
        raise ValueError("body without section")
    return section


def area_of(section: Element) -> Area:
    """The text area of a w:sectPr, twips."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        raise ValueError("section without page size or margins")

    def room(whole: str, *sides: str) -> int:
        taken = sum(abs(_length(margins, side)) for side in sides)
        return _length(size, whole) - taken

    return Area(room("w", "left", "right", "gutter"), room("h", "top", "bottom"))


def appendix_section(section: Element, landscape: bool, margins: Mapping[str, str]) -> Element:
    """The section of an appendix: the main one's headers, own page numbers from 1, laid across
    where asked. No number on its first page (Phụ lục I, I.7, III.1).

    `margins`: relationship id of a header or footer → id of the one that an appendix has instead.
    """
    made = deepcopy(section)
    for reference in made.iter(w("headerReference"), w("footerReference")):
        identifier = reference.get(_ID) or ""
        reference.set(_ID, margins.get(identifier, identifier))
    size = made.find(w("pgSz"))
    if size is not None:
        edges = sorted((_length(size, "w"), _length(size, "h")), reverse=landscape)
        size.set(w("w"), str(edges[0]))
        size.set(w("h"), str(edges[1]))
        size.set(w("orient"), "landscape" if landscape else "portrait")
    put(made, element("type", val="nextPage"))
    put(made, element("pgNumType", start=1))
    put(made, element("titlePg"))
    return made


def close_section(paragraph: Element, section: Element) -> None:
    """Make `paragraph` the last one of `section`."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = element("pPr")
        paragraph.insert(0, properties)
    put(properties, section)


def _length(node: Element, name: str) -> int:
    return integer(node.get(w(name))) or 0
