"""What the file says about itself: docProps/core.xml (ECMA-376 part 2, §11)."""

from datetime import UTC, datetime

from lxml import etree

from reportgen.document.tree import Properties
from reportgen.layout.nd30 import LANGUAGE
from reportgen.writers.docx.oxml import clean
from reportgen.writers.docx.package import CORE_RELATION, Package

CONTENT_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


def set_properties(package: Package, properties: Properties, created: datetime) -> None:
    """Write title, author, subject, keywords and language; both dates are `created`."""
    root = etree.Element(
        f"{{{_CP}}}coreProperties",
        nsmap={"cp": _CP, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI},
    )
    moment = created.astimezone(UTC) if created.tzinfo else created
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    values = (
        (_DC, "title", properties.title),
        (_DC, "subject", properties.subject),
        (_DC, "creator", properties.author),
        (_CP, "keywords", "; ".join(properties.keywords)),
        (_CP, "lastModifiedBy", properties.author),
        (_CP, "revision", "1"),
        (_TERMS, "created", stamp),
        (_TERMS, "modified", stamp),
        (_DC, "language", LANGUAGE),
    )
    for namespace, name, value in values:
        if value:
            node = etree.SubElement(root, f"{{{namespace}}}{name}")
            node.text = clean(value)
            if namespace == _TERMS:
                node.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    part = package.related("", CORE_RELATION)
    if part is None:
        part = "docProps/core.xml"
        package.relate("", CORE_RELATION, {"thuocTinh": part})
    package.store(part, root, CONTENT_TYPE)
