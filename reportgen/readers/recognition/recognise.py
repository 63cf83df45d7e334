"""From a Word file to a document: which of its text is which component."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportgen.document.inlines import plain_text
from reportgen.document.tree import Appendix, Document, Letterhead, Properties, Title
from reportgen.readers.recognition.anatomy import Anatomy, Component, Recognised
from reportgen.readers.recognition.appendices import (
    AppendixHead,
    labelled_starts,
    read_head,
    starts_after,
)
from reportgen.readers.recognition.closing import Closing, read_closing
from reportgen.readers.recognition.components import (
    Origins,
    addressing_of,
    appendix_texts,
    letterhead_of,
    markings_of,
    origins_of,
    places,
    recipients_of,
    running_origins,
    signatures_of,
    title_of,
)
from reportgen.readers.recognition.inlines import NumberOf
from reportgen.readers.recognition.lines import Line
from reportgen.readers.recognition.notes import note_numbers, number_of, read_notes
from reportgen.readers.recognition.opening import Opening, read_opening
from reportgen.readers.recognition.running import Running, read_running
from reportgen.readers.recognition.text_blocks import TextBlocks, as_blocks, read_text
from reportgen.readers.word.model import WordBlock, WordFile, WordParagraph, paragraphs_of


@dataclass(frozen=True, slots=True)
class _Attached:
    """An appendix as it was found."""

    head: AppendixHead
    text: TextBlocks
    landscape: bool


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a file falls into."""

    opening: Opening
    closing: Closing
    body: TextBlocks
    attached: tuple[_Attached, ...]
    running: Running


def recognise(word: WordFile) -> Recognised:
    """The document that a Word file holds, and which of its paragraphs are which component.

    No word is lost: what is no component is text of the body or of an appendix. Time grows with
    the file's length only.
    """
    numbers = note_numbers(word)
    numbered = number_of(numbers)
    parts = _parts(word, numbered)
    opening, closing, running = parts.opening, parts.closing, parts.running
    addressing, addressees = addressing_of(opening, numbered)
    recipients = recipients_of(closing, numbered)
    letterhead, title = letterhead_of(opening, numbered), title_of(opening, numbered)
    document = Document(
        letterhead=letterhead,
        title=title,
        body=parts.body.blocks,
        recipients=recipients.items,
        signatures=signatures_of(closing),
        properties=_properties(word, letterhead, title),
        addressing=addressing,
        addressees=addressees.items,
        appendices=tuple(map(_appendix, parts.attached)),
        notes=read_notes(word, numbers),
        markings=markings_of(opening, closing, running),
        running=running.lines,
        origins=origins_of(opening, closing, addressees, recipients)
        | running_origins(opening, running)
        | _appendix_origins(parts.attached),
    )
    return Recognised(word, document, _anatomy(parts))


def _parts(word: WordFile, numbered: NumberOf) -> _Parts:
    blocks = word.blocks
    opening = read_opening(blocks)
    closing, starts = _ends(blocks, opening.blocks)
    body = _read_body(blocks[: starts[0]], opening, closing, numbered)
    attached = tuple(
        _read_appendix(word, blocks[start:end], numbered, number)
        for number, (start, end) in enumerate(pairwise(starts), 1)
    )
    return _Parts(opening, closing, body, attached, read_running(word, numbered))


def _read_body(
    blocks: Sequence[WordBlock], opening: Opening, closing: Closing, numbered: NumberOf
) -> TextBlocks:
    """The main text: all that is in neither head nor foot, and what of them is no component."""
    return read_text(
        (
            *as_blocks(line for line, claim in opening.lines if claim is None),
            *blocks[opening.blocks : closing.start],
            *as_blocks(line for line, claim in closing.lines if claim is None),
            *blocks[closing.end :],
        ),
        numbered,
    )


def _ends(blocks: Sequence[WordBlock], start: int) -> tuple[Closing, list[int]]:
    """The foot of the main text, where each appendix begins, and last where all ends."""
    labelled = labelled_starts(blocks, start)
    main = blocks[: labelled[0]] if labelled else blocks
    closing = read_closing(main, start)
    found = (
        {*labelled, *starts_after(blocks, closing.end)}
        if closing.signatures or closing.lines
        else set(labelled)
    )
    return closing, [*sorted(found), len(blocks)]


def _read_appendix(
    word: WordFile, blocks: Sequence[WordBlock], numbered: NumberOf, number: int
) -> _Attached:
    head = read_head(blocks)
    text = read_text(
        (
            *as_blocks(line for line, claim in head.lines if claim is None),
            *blocks[head.blocks :],
        ),
        numbered,
        number,
    )
    first = next(paragraphs_of(tuple(blocks)), None)
    section = first.place.section if first else 0
    landscape = any(one.number == section and one.landscape for one in word.sections)
    return _Attached(head, text, landscape)


def _appendix(attached: _Attached) -> Appendix:
    label, title, attached_to = appendix_texts(attached.head)
    return Appendix(label, title, attached_to, attached.text.blocks, attached.landscape)


def _appendix_origins(attached: Iterable[_Attached]) -> Origins:
    fields = {
        "label": Component.APPENDIX_LABEL,
        "title": Component.APPENDIX_TITLE,
        "attached_to": Component.ATTACHED_TO,
    }
    return {
        f"appendices.{index}.{name}": places(one.head.of(component))
        for index, one in enumerate(attached)
        for name, component in fields.items()
        if one.head.of(component)
    }


def _properties(word: WordFile, letterhead: Letterhead, title: Title) -> Properties:
    """What the file says of itself; where it has no title, kind and subject."""
    own = word.properties
    name = f"{title.kind} {plain_text(title.subject or letterhead.subject)}".strip()
    return Properties(
        title=own.title or name,
        author=own.author,
        subject=own.subject,
        keywords=tuple(filter(None, (one.strip() for one in own.keywords.split(",")))),
        created=own.created.date() if own.created else None,
    )


def _anatomy(parts: _Parts) -> Anatomy:
    found: dict[Component, list[WordParagraph]] = {}
    claimed: list[tuple[Line, Component | None]] = [*parts.opening.lines, *parts.closing.lines]
    for one in parts.attached:
        claimed += one.head.lines
    for line, component in claimed:
        if component is not None and (line.text or component is not Component.RULE):
            found.setdefault(component, []).append(line.part)
    texts = [parts.body, *(one.text for one in parts.attached)]
    typed = [rule for text in texts for rule in text.rules]
    for component, paragraphs in (
        (Component.RULE, typed),
        (Component.CIRCULATION, parts.running.circulation),
        (Component.ADDRESS, parts.running.address),
    ):
        if paragraphs:
            found.setdefault(component, []).extend(paragraphs)
    return Anatomy(
        components={component: tuple(paragraphs) for component, paragraphs in found.items()},
        text=tuple(paragraph for text in texts for paragraph in text.text),
        tables=tuple(table for text in texts for table in text.tables),
    )
