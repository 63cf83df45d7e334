"""Footnotes and endnotes, to which the body refers (ECMA-376 §17.11)."""

from reportgen.document.origins import Story as StoryKind
from reportgen.readers.word.blocks import read_blocks
from reportgen.readers.word.fields import Fields
from reportgen.readers.word.model import NoteKind, WordNote
from reportgen.readers.word.parts import Parts
from reportgen.readers.word.story import Setting, Spot, Story
from reportgen.wordprocessingml.names import integer, value, w

_STORIES = {NoteKind.FOOTNOTE: StoryKind.FOOTNOTE, NoteKind.ENDNOTE: StoryKind.ENDNOTE}


def read_notes(kind: NoteKind, setting: Setting, parts: Parts, width: float) -> list[WordNote]:
    """The notes of a kind, in the order of their references, those without one at the end.

    `setting.marks` must have counted the body's references already.
    """
    name = parts.related_name(f"{kind}s")
    if name is None:
        return []
    story = Story(setting, parts.relations(name), _STORIES[kind])
    order = {identifier: rank for rank, (_, identifier) in enumerate(setting.marks.found)}
    nodes = [
        (integer(value(node, "id")) or 0, node)
        for node in parts.xml(name).iterchildren(w(kind))
        if value(node, "type") in ("", "normal")
    ]
    notes = []
    for identifier, node in sorted(nodes, key=lambda pair: order.get(pair[0], len(order))):
        mark = setting.marks.found.get((kind, identifier))
        story.note = mark.number or None if mark else None
        story.fields = Fields()
        blocks = read_blocks(node, story, Spot(width=width))
        notes.append(WordNote(kind, identifier, mark.number if mark else 0, blocks))
    return notes
