"""A copy of a Word file with comments at the words that were remarked on."""

import posixpath
from collections.abc import Mapping, Sequence
from datetime import datetime

from lxml import etree

from reportgen.readers.word import read_word
from reportgen.readers.word.package import Package as Source
from reportgen.readers.word.parts import Parts, is_strict, strict
from reportgen.readers.word.tracing import Trace, TracedParagraph
from reportgen.wordprocessingml.names import Element, w
from reportgen.writers.docx.anchors import Anchors
from reportgen.writers.docx.archive import with_entries
from reportgen.writers.docx.comments import CONTENT_TYPE, Comments
from reportgen.writers.docx.package import NO_TYPES, OFFICE, Package, relations_name
from reportgen.writers.docx.remarks import Remark
from reportgen.zip_parts import TYPES

_FILE = "tệp Word"
_RELATION = "loiBinh"


def annotate(data: bytes, remarks: Sequence[Remark], moment: datetime | None = None) -> bytes:
    """The DOCX in `data` with a comment for each remark, at its words.

    Word has no comments in notes, in text boxes and at the margins of pages: what is remarked on
    there is said at the note's mark, at the box or at the first paragraph, the words quoted; words
    that are not found again are quoted at their paragraph. `moment` is the date of the comments,
    which have none without it. Every part but the body, the comments and what declares them is
    carried over as it is; the same input gives the same bytes. Raises InputError as `read_word`.
    """
    if not remarks:
        return data
    trace: Trace = {}
    notes = read_word(data, _FILE, trace).notes
    source = Source(data, _FILE)
    parts = Parts(source)
    if not trace:
        trace[1] = _new_paragraph(parts.xml(parts.main))
    document = _root_of(trace)
    comments = Comments.of(parts, document, moment)
    anchors = Anchors(trace, notes)
    for remark in remarks:
        anchor = anchors.of(remark)
        text = remark.text if anchor.at_words else _with_quote(remark)
        anchor.mark(*comments.add(text))
    return with_entries(data, _changed(source, parts, document, comments.root))


def _with_quote(remark: Remark) -> str:
    """What the comment says where it cannot stand at its words: also which they are."""
    where = f"Ở {remark.place.position}" if remark.place else ""
    quote = f"“{remark.quote}”" if remark.quote else ""
    said = ": ".join(part for part in (where, quote) if part)
    return f"{remark.text}\n{said}" if said else remark.text


def _new_paragraph(document: Element) -> TracedParagraph:
    """A paragraph for a body that has none."""
    body = document.find(w("body"))
    made = document.makeelement(w("p"))
    (document if body is None else body).insert(0, made)
    return TracedParagraph((made,), ())


def _root_of(trace: Trace) -> Element:
    return next(iter(trace.values())).nodes[0].getroottree().getroot()


def _changed(
    source: Source, parts: Parts, document: Element, comments: Element
) -> Mapping[str, bytes]:
    """The parts that are new or other than they were, by name."""
    is_of_strict = is_strict(source.read(parts.main))

    def written(root: Element) -> bytes:
        made = etree.tostring(
            root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
        )
        return strict(made) if is_of_strict else made

    changed = {parts.main: written(document)}
    name = parts.related_name("comments")
    if name is None:
        name = _free_name(source, posixpath.dirname(parts.main))
        changed |= _declarations(source, parts, name, is_of_strict)
    return changed | {name: written(comments)}


def _free_name(source: Source, folder: str) -> str:
    names = (f"comments{number or ''}.xml" for number in range(len(source.names) + 1))
    paths = (posixpath.join(folder, name) for name in names)
    return next(path for path in paths if path not in source)


def _declarations(
    source: Source, parts: Parts, name: str, is_of_strict: bool
) -> Mapping[str, bytes]:
    """Content types and relationships that say of the new comments part what and whose it is."""
    relations = relations_name(parts.main)
    there = {part: source.read(part) for part in (TYPES, relations) if part in source}
    package = Package.of({TYPES: NO_TYPES} | there)
    package.declare(name, CONTENT_TYPE)
    identifier = _RELATION
    while identifier in parts.relations(parts.main):
        identifier += "_"
    kind = f"{OFFICE}/comments"
    if is_of_strict:
        kind = strict(kind.encode()).decode()
    package.relate(parts.main, kind, {identifier: posixpath.basename(name)})
    return package.parts
