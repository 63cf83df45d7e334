"""Titles without a number that Word centres: centred lines, as the dossier prints them."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from reportgen.document.inlines import plain_text
from reportgen.document.tree import (
    Alignment,
    Block,
    Blocks,
    Document,
    Heading,
    NoteReference,
    Paragraph,
    Role,
)
from reportgen.readers.word.model import WordFile
from reportgen.roundtrip.importing.comparing import folded

_SECTIONS = 2  # titles down to this level part the body for the template


def with_centred_titles(document: Document, word: WordFile) -> Document:
    """The document with such titles as paragraphs, but for those that are sections of the body."""
    centred = {
        folded(one.text) for one in word.paragraphs() if one.format.alignment is Alignment.CENTER
    }
    appendices = (
        replace(one, blocks=tuple(_centred(one.blocks, 0, centred))) for one in document.appendices
    )
    body: Blocks = tuple(_centred(document.body, _SECTIONS, centred))
    return replace(document, body=body, appendices=tuple(appendices))


def _centred(blocks: Blocks, above: int, centred: Collection[str]) -> Iterator[Block]:
    for one in blocks:
        if isinstance(one, Heading) and one.level > above and _is_centred(one, centred):
            yield Paragraph(one.title, role=Role.CENTERED, origin=one.origin)
        else:
            yield one


def _is_centred(heading: Heading, centred: Collection[str]) -> bool:
    if heading.label or heading.run_in or not heading.title:
        return False
    noted = any(isinstance(one, NoteReference) for one in heading.title)
    return not noted and folded(plain_text(heading.title)) in centred
