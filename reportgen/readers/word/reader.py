"""The way from the bytes of a DOCX to a `WordFile`."""

from reportgen.readers.word.blocks import read_blocks
from reportgen.readers.word.comments import read_comments
from reportgen.readers.word.fields import Fields
from reportgen.readers.word.marks import NoteNumbers, note_rules
from reportgen.readers.word.model import NoteKind, WordFile
from reportgen.readers.word.notes import read_notes
from reportgen.readers.word.numbering import Counters, read_numbering
from reportgen.readers.word.package import Package
from reportgen.readers.word.parts import Parts
from reportgen.readers.word.properties import read_properties
from reportgen.readers.word.sections import column_width, read_sections, section_nodes
from reportgen.readers.word.story import Setting, Spot, Story
from reportgen.readers.word.styles import read_styles
from reportgen.readers.word.theme import read_theme
from reportgen.readers.word.tracing import Trace
from reportgen.readers.word.tracked import Tracked, revisions_in
from reportgen.wordprocessingml.names import Element, child, is_on, value, w

_TRACKED = tuple(
    w(name) for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "rPrChange")
)


def read_word(
    data: bytes, file: str, trace: Trace | None = None, tracked: Tracked = Tracked.ACCEPTED
) -> WordFile:
    """Read a DOCX; `file` names it in places and messages, `trace` is filled where it is given.

    Tracked changes are taken as accepted, unless `tracked` says otherwise.
    Raises InputError (WF001 to WF009) where it is no Word file, damaged, locked, too large, or
    carries what no document needs.
    """
    parts = Parts(Package(data, file), rejecting=tracked is Tracked.REJECTED)
    document, settings = parts.xml(parts.main), parts.related("settings")
    body = document.find(w("body"))
    if body is None:
        raise parts.no_document()
    nodes = section_nodes(body)
    setting = _setting(parts, settings, nodes)
    is_tracked = next(body.iter(*_TRACKED), None) is not None
    trace = {} if trace is None and is_tracked else trace
    story = Story(
        setting,
        parts.relations(parts.main),
        column_widths=tuple(column_width(node) for node in nodes),
        fields=Fields(closed=_fields_are_closed(body)),
        trace=trace,
    )
    blocks = read_blocks(body, story, Spot())
    width = story.column_widths[0]
    notes = [note for kind in NoteKind for note in read_notes(kind, setting, parts, width)]
    even_and_odd = is_on(child(settings, "evenAndOddHeaders"))
    return WordFile(
        file=file,
        blocks=blocks,
        sections=read_sections(nodes, setting, parts, even_and_odd),
        notes=tuple(notes),
        comments=read_comments(setting, parts, story.comments),
        properties=read_properties(parts),
        tracked=is_tracked,
        revisions=revisions_in(_revised(document, parts), trace or {}, tracked),
    )


def _revised(document: Element, parts: Parts) -> list[Element]:
    """The parts whose tracked changes are told."""
    notes = (parts.related(f"{kind}s") for kind in NoteKind)
    return [document, *(one for one in notes if one is not None)]


def _setting(parts: Parts, settings: Element | None, nodes: list[Element]) -> Setting:
    theme = read_theme(parts.related("theme"))
    styles = read_styles(parts.related("styles"), theme)
    counters = Counters(read_numbering(parts.related("numbering"), styles))
    return Setting(parts.file, styles, theme, counters, NoteNumbers(note_rules(settings, nodes)))


def _fields_are_closed(body: Element) -> bool:
    kinds = [value(node, "fldCharType") for node in body.iter(w("fldChar"))]
    return kinds.count("begin") == kinds.count("end")
