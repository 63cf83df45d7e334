"""The words of a Word file, and those of the document that was recognised in it, to be compared."""

import re
from collections.abc import Iterable, Iterator

from reportgen.document.inlines import plain_text
from reportgen.document.tree import Blocks, Document, Heading, Paragraph, Table
from reportgen.readers.recognition import Component, Recognised
from reportgen.readers.word.model import WordFile, WordParagraph, paragraphs_of

_WORD = re.compile(r"[^\W_]+")
_PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_LABEL = re.compile(r"\s*nơi\s+(?:nhận|gửi)", re.IGNORECASE)


def file_words(word: WordFile) -> list[str]:
    """Every word of the file: body, notes, headers and footers but for the numbers of pages."""
    pieces = [_printed(one) for one in word.paragraphs()]
    for note in word.notes:
        pieces += [_printed(one) for one in paragraphs_of(note.blocks)]
    pieces += _margins(word)
    return _words(pieces)


def body_words(word: WordFile) -> list[str]:
    """Every word of the file's body in reading order."""
    return _words(_printed(one) for one in word.paragraphs())


def recognised_words(recognised: Recognised) -> list[str]:
    """Every word of the tree, and of the lines that are the same in every document."""
    return _words([*_outside_text(recognised), *_text(recognised.document)])


def text_words(recognised: Recognised) -> list[str]:
    """Every word of the body and the appendices' blocks, in order."""
    document = recognised.document
    pieces = list(_blocks(document.body))
    for appendix in document.appendices:
        pieces += _blocks(appendix.blocks)
    return _words(pieces)


def _words(pieces: Iterable[str]) -> list[str]:
    return [word for piece in pieces for word in _WORD.findall(piece.casefold())]


def _printed(paragraph: WordParagraph) -> str:
    return f"{paragraph.label} {paragraph.text}"


def _margins(word: WordFile) -> list[str]:
    seen: dict[object, str] = {}
    for section in word.sections:
        for margins in (section.headers, section.footers):
            for paragraphs in margins.values():
                for one in paragraphs:
                    runs = (r for r in one.runs if not r.field.strip().startswith(_PAGE_FIELDS))
                    text = f"{one.label} {''.join(run.text for run in runs)}"
                    seen.setdefault((one.place.story, one.place.paragraph, text), text)
    return list(seen.values())


def _outside_text(recognised: Recognised) -> Iterator[str]:
    anatomy, document = recognised.anatomy, recognised.document
    for component in (Component.NATIONAL_NAME, Component.MOTTO, Component.RULE):
        yield from (_printed(one) for one in anatomy.of(component))
    for one in anatomy.of(Component.RECIPIENTS_LABEL):
        label = _LABEL.match(one.text)
        yield label[0] if label else one.text
    head, title, marks = document.letterhead, document.title, document.markings
    yield from (*head.superior, *head.issuer, head.number, head.place_and_date, title.kind)
    yield from map(plain_text, (head.subject, title.subject, title.period))
    yield from (marks.urgency, *marks.circulation, marks.drafter, *marks.address)
    if anatomy.of(Component.ADDRESSING):
        yield document.addressing
    yield from map(plain_text, (*document.addressees, *document.recipients))
    for one_signature in document.signatures:
        yield from one_signature.authority
        yield from (one_signature.position, one_signature.official_title, one_signature.name)


def _text(document: Document) -> Iterator[str]:
    yield from _blocks(document.body)
    for appendix in document.appendices:
        yield from (appendix.label, appendix.title, appendix.attached_to)
        yield from _blocks(appendix.blocks)
    for note in document.notes:
        yield from _blocks(note.paragraphs)
    yield from _blocks(document.running)


def _blocks(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield f"{block.label} {plain_text(block.inlines)}"
            case Heading():
                yield f"{block.label} {plain_text(block.title)}{plain_text(block.run_in)}"
            case Table():
                for row in (*block.header, *block.rows):
                    for cell in row:
                        yield from _blocks(cell.blocks)
