"""word/document.xml and settings of the frame."""

from frame.closing import closing
from frame.opening import addressees, letterhead, title
from frame.pieces import paragraph
from reportgen.layout.metrics import points
from reportgen.layout.nd30 import LANGUAGE, PAGE
from reportgen.writers.docx.blocks import hairline
from reportgen.writers.docx.oxml import Element, R, element, put, twips

#: Relationship ids of headers and footers, by their kind.
HEADERS = {"default": "dauTrang", "first": "dauTrangDau"}
FOOTERS = {"default": "chanTrang", "first": "chanTrangDau"}


def document_part() -> Element:
    """Letterhead, title, addressees, the anchor of the body, recipients and signatures."""
    # LibreOffice puts an empty line before a table that opens a document; not before a paragraph.
    body = element("body", hairline(), letterhead(), *title(), *addressees())
    body.append(paragraph("anchor", "(Nội dung văn bản được đặt vào chỗ của đoạn này.)"))
    body.extend((*closing(), hairline(), _section()))
    return element("document", body)


def _section() -> Element:
    made = element("sectPr")
    for tag, parts in (("headerReference", HEADERS), ("footerReference", FOOTERS)):
        for kind, identifier in parts.items():
            made.append(element(tag, type=kind))
            made[-1].set(f"{{{R}}}id", identifier)
    put(made, element("pgSz", w=twips(PAGE.width), h=twips(PAGE.height)))
    margins = {name: twips(getattr(PAGE, name)) for name in ("top", "right", "bottom", "left")}
    put(
        made,
        element("pgMar", **margins, header=twips(PAGE.header), footer=twips(PAGE.footer), gutter=0),
    )
    put(made, element("titlePg"))
    return made


def settings_part() -> Element:
    """Settings that Word needs to lay the document out as it is meant (mode of Word 2013 on)."""
    uri = "http://schemas.microsoft.com/office/word"
    mode = element("compatSetting", name="compatibilityMode", uri=uri, val=15)
    return element(
        "settings",
        element("zoom", percent=100),
        element("defaultTabStop", val=round(points(12.7) * 20)),
        element("characterSpacingControl", val="doNotCompress"),
        element("compat", mode),
        element("themeFontLang", val=LANGUAGE),
        element("decimalSymbol", val=","),
        element("listSeparator", val=";"),
    )
