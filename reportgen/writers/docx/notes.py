"""Footnotes as a package part of their own (ECMA-376 §17.11)."""

from collections.abc import Iterable, Sequence

from reportgen.document.tree import Note, Text
from reportgen.wordprocessingml.names import integer
from reportgen.writers.docx.links import Links
from reportgen.writers.docx.oxml import Element, element, local, put, serialised, w
from reportgen.writers.docx.package import OFFICE, Package
from reportgen.writers.docx.styles import StyleIds
from reportgen.writers.docx.text import TextWriter

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION = f"{OFFICE}/footnotes"
_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
#: What may follow w:footnotePr in w:settings (§17.15.1.78).
_AFTER_FOOTNOTES = frozenset(
    (
        *("endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang"),
        *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures"),
        *("forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "schemaLibrary"),
        *("shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator", "docId"),
        *("discardImageEditingData", "defaultImageDpi", "conflictMode"),
    )
)


def add_notes(package: Package, document: str, notes: Sequence[Note], styles: StyleIds) -> None:
    """Put the notes into the package: part, relationship, content type, settings.

    A footnotes part that Word left in the frame is replaced; `document` names the main part.
    """
    name = package.related(document, RELATION)
    if name is None:
        name = document.rpartition("/")[0] + "/footnotes.xml"
        package.relate(document, RELATION, {"chuThich": "footnotes.xml"})
    links = Links()
    text = TextWriter(styles, links)
    root = element("footnotes", *_separators(), *(_note(note, text) for note in notes))
    package.parts.pop(_relations(name), None)
    package.store(name, root, CONTENT_TYPE)
    package.relate(name, f"{OFFICE}/hyperlink", links.targets, external=True)
    _declare(package, document)


def referred(root: Element) -> list[int]:
    """Numbers of the notes that the part refers to, in reading order."""
    return [integer(node.get(w("id"))) or 0 for node in root.iter(w("footnoteReference"))]


def _relations(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def _separators() -> Iterable[Element]:
    for kind, number in _SEPARATORS:
        properties = element(
            "pPr", element("spacing", before=0, after=0, line=240, lineRule="auto")
        )
        paragraph = element("p", properties, element("r", element(kind)))
        yield element("footnote", paragraph, type=kind, id=number)


def _note(note: Note, text: TextWriter) -> Element:
    paragraphs = [text.paragraph(paragraph, "footnote") for paragraph in note.paragraphs]
    first = paragraphs[0] if paragraphs else text.styled("footnote")
    properties = element("rPr")
    put(properties, element("rStyle", val=text.styles["footnote_mark"]))
    first.insert(1, element("r", properties, element("footnoteRef")))
    first[2:2] = text.runs((Text(" "),))
    return element("footnote", *(paragraphs or [first]), id=note.number)


def _declare(package: Package, document: str) -> None:
    """Name the separators in the settings, without which Word offers to repair the file."""
    name = package.related(document, f"{OFFICE}/settings")
    if name is None:
        return
    settings = package.xml(name)
    for old in settings.findall(w("footnotePr")):
        settings.remove(old)
    made = element("footnotePr", *(element("footnote", id=number) for _, number in _SEPARATORS))
    following = next((node for node in settings if local(node) in _AFTER_FOOTNOTES), None)
    if following is None:
        settings.append(made)
    else:
        following.addprevious(made)
    package.parts[name] = serialised(settings)
