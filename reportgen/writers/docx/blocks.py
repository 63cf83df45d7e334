"""The tree's blocks as the elements of a section's body."""

from collections.abc import Iterable

from reportgen.document.tree import Block, Heading, Picture, Table
from reportgen.layout.nd30 import TABLE_SPACE
from reportgen.layout.pictures import picture_width
from reportgen.writers.docx.oxml import Element, element, plain_text, put, w
from reportgen.writers.docx.tables import Area, table_element
from reportgen.writers.docx.text import TextWriter


def block_elements(blocks: Iterable[Block], area: Area, text: TextWriter) -> list[Element]:
    """Paragraphs and tables in order, a hairline paragraph before and after each table.

    The one before makes room and holds the table to its heading; the one after keeps the table
    apart from what follows, since Word runs neighbouring tables into one.
    """
    made: list[Element] = []
    for block in blocks:
        if isinstance(block, Table):
            lead = hairline(TABLE_SPACE)
            put(lead[0], element("keepNext"))
            made += [lead, table_element(block, area, text), hairline()]
        elif isinstance(block, Picture):
            made += text.picture(block, picture_width(block, area.width, area.height))
        elif isinstance(block, Heading):
            made.append(text.heading(block))
        else:
            made.append(text.paragraph(block))
    return made


def hairline(space: float = 0.0) -> Element:
    """An empty paragraph one point high, where the format wants a paragraph and the page none.

    `space` is left above it, pt.
    """
    properties = element(
        "pPr",
        element("spacing", before=round(space * 20), after=0, line=20, lineRule="exact"),
        element("ind", left=0, right=0, firstLine=0),
        element("rPr", element("sz", val=2), element("szCs", val=2)),
    )
    return element("p", properties)


def keep_with_next(elements: list[Element]) -> None:
    """Hold the end of `elements` on the page of what follows them (§17.3.1.15)."""
    for node in reversed(elements):
        is_table = node.tag == w("tbl")
        rows = node.findall(w("tr"))[-1:] if is_table else [node]
        for paragraph in (p for row in rows for p in row.iter(w("p"))):
            properties = paragraph.find(w("pPr"))
            if properties is not None:
                put(properties, element("keepNext"))
        if is_table or plain_text(node):
            return
