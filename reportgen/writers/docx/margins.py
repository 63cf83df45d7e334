"""Headers and footers filled, and those of the first page kept from the appendices."""

from collections.abc import Mapping

from reportgen.writers.docx.blocks import hairline
from reportgen.writers.docx.boxes import set_boxes
from reportgen.writers.docx.frame import Slots, paragraphs_of
from reportgen.writers.docx.oxml import Element, R, local, w
from reportgen.writers.docx.package import OFFICE, Package
from reportgen.writers.docx.styles import StyleIds

#: What stands on the first page of the document only (Phụ lục I, III.2, III.4).
_FIRST_PAGE = ("circulation", "address_rule", "address")
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def fill_margins(package: Package, slots: Slots, styles: StyleIds, width: int) -> None:
    """Put the texts into every header and footer; `width` is that of the text area, twips."""
    for name in [n for n in package.parts if n.startswith(("word/header", "word/footer"))]:
        package.parts[name] = slots.flatten(package.parts[name])
        root = package.xml(name)
        set_boxes(root, styles, width)
        package.store(name, root)


def appendix_margins(
    package: Package, main: str, section: Element, styles: StyleIds
) -> Mapping[str, str]:
    """Copies of the first page's header and footer without what only that page bears.

    Relationship id in `section` → that of its copy; one without such a thing stays as it is.
    """
    instead = {}
    for reference in section:
        kind = local(reference).removesuffix("Reference")
        identifier = reference.get(f"{{{R}}}id") or ""
        if kind not in ("header", "footer") or reference.get(w("type")) != "first":
            continue
        name = package.target(main, identifier)
        if name is not None and _bears(package.xml(name), styles):
            instead[identifier] = _copied(package, main, name, kind, styles)
    return instead


def _bears(root: Element, styles: StyleIds) -> list[Element]:
    ids = [styles.get(key) for key in _FIRST_PAGE]
    return [paragraph for one in ids if one for paragraph in paragraphs_of(root, one)]


def _copied(package: Package, main: str, name: str, kind: str, styles: StyleIds) -> str:
    folder = main.rpartition("/")[0]
    file, identifier = f"{kind}PhuLuc.xml", f"{kind}PhuLuc"
    copy = f"{folder}/{file}"
    package.copy(name, copy, f"{_TYPE}.{kind}+xml")
    root = package.xml(copy)
    for paragraph in _bears(root, styles):
        parent = paragraph.getparent()
        if parent is not None:
            paragraph.addprevious(hairline())
            parent.remove(paragraph)
    package.store(copy, root)
    package.relate(main, f"{OFFICE}/{kind}", {identifier: file})
    return identifier
