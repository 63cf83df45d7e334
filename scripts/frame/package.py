"""The frame's parts put together as a Word file."""

import io
import zipfile
from datetime import UTC, datetime

from lxml import etree

from frame.document import FOOTERS, HEADERS, document_part, settings_part
from frame.margins import first_footer, first_header, page_footer, page_header
from frame.styles import styles_part
from frame.theme import CONTENT_TYPE as THEME_TYPE
from frame.theme import theme_part
from reportgen.document.tree import Properties
from reportgen.layout.nd30 import FONT
from reportgen.writers.docx.oxml import Element, element
from reportgen.writers.docx.package import OFFICE, Package
from reportgen.writers.docx.properties import set_properties

_MADE = datetime(2020, 3, 5, tzinfo=UTC)  # the day of the decree
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"


def frame_bytes() -> bytes:
    """khung.docx, the same bytes every time."""
    package = Package(_empty_package())
    main = "word/document.xml"
    package.store(main, document_part(), f"{_WORD}.document.main+xml")
    package.relate("", f"{OFFICE}/officeDocument", {"vanBan": main})
    parts = {
        "styles": ("styles", "kieu", styles_part()),
        "settings": ("settings", "thietLap", settings_part()),
        "fontTable": ("fontTable", "phongChu", _fonts()),
        "header1": ("header", HEADERS["default"], page_header()),
        "header2": ("header", HEADERS["first"], first_header()),
        "footer1": ("footer", FOOTERS["default"], page_footer()),
        "footer2": ("footer", FOOTERS["first"], first_footer()),
    }
    for name, (kind, identifier, root) in parts.items():
        package.store(f"word/{name}.xml", root, f"{_WORD}.{kind}+xml")
        package.relate(main, f"{OFFICE}/{kind}", {identifier: f"{name}.xml"})
    package.store("word/theme/theme1.xml", theme_part(), THEME_TYPE)
    package.relate(main, f"{OFFICE}/theme", {"chuDe": "theme/theme1.xml"})
    package.store("docProps/app.xml", _application(), _APP_TYPE)
    package.relate("", f"{OFFICE}/extended-properties", {"ungDung": "docProps/app.xml"})
    set_properties(package, Properties("Khung văn bản hành chính", "reportgen", ""), _MADE)
    return package.bytes(_MADE)


def _empty_package() -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})  # type: ignore[dict-item]
    for extension, content_type in _DEFAULTS.items():
        node = etree.SubElement(root, f"{{{_TYPES}}}Default")
        node.set("Extension", extension)
        node.set("ContentType", content_type)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", etree.tostring(root))
    return buffer.getvalue()


def _fonts() -> Element:
    font = element(
        "font",
        element("panose1", val="02020603050405020304"),
        element("charset", val="A3"),
        element("family", val="roman"),
        element("pitch", val="variable"),
        name=FONT,
    )
    return element("fonts", font)


def _application() -> Element:
    root = etree.Element(f"{{{_APP}}}Properties", nsmap={None: _APP})  # type: ignore[dict-item]
    etree.SubElement(root, f"{{{_APP}}}Application").text = "reportgen"
    return root
