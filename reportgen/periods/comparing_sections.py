"""A document cut into sections at its headings, as plain paragraphs to be compared."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.document.inlines import plain_text
from reportgen.document.tree import (
    Block,
    Document,
    Heading,
    Inlines,
    Note,
    NoteReference,
    Paragraph,
    Picture,
    Table,
)

OPENING = "Phần mở đầu"
TITLE = "Tên loại, trích yếu"
_NOTE = "Chú thích: "
_APPENDIX = "phụ lục"
_FIGURE = re.compile(r"\d+(?:[./,-]\d+)*")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, without a colon at its end, and the paragraphs up to the next heading.

    `path` has the titles of the headings above it, from outside in; labels count for nothing,
    since they move when a section comes or goes. Those of the headings above are in `above`. Rows
    of tables and footnotes are paragraphs too.
    """

    label: str
    title: str
    paragraphs: tuple[str, ...]
    path: tuple[str, ...] = ()
    level: int = 0
    above: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What the section is known by in both periods."""
        return (*self.path, _known_by(self.title, self.label))

    @property
    def heading(self) -> str:
        """Label and title, the labels of the headings above before them: `I.4.c) Số hóa`."""
        return f"{self.above}{self.label} {self.title}".strip()


@dataclass(slots=True)
class _Open:
    """A section that is being filled."""

    label: str
    title: str
    level: int
    path: tuple[str, ...]
    above: str = ""
    paragraphs: list[str] = field(default_factory=list)

    def closed(self) -> Section:
        title = self.title.rstrip(" :")
        texts = tuple(self.paragraphs)
        return Section(self.label, title, texts, self.path, self.level, self.above)


def sections_of(document: Document) -> tuple[Section, ...]:
    """The title, the body and the appendices; a note stands after the paragraph that has it."""
    notes = {note.number: note for note in document.notes}
    title = [document.title.kind, plain_text(document.title.subject or document.letterhead.subject)]
    found = [Section("", TITLE, tuple(filter(None, title)))]
    found += _sections(document.body, notes, OPENING)
    for appendix in document.appendices:
        path = (_APPENDIX, _known_by(appendix.title, ""))
        found += _sections(appendix.blocks, notes, appendix.title, appendix.label, path)
    return tuple(found)


def _sections(
    blocks: Sequence[Block],
    notes: Mapping[int, Note],
    title: str,
    label: str = "",
    outside: tuple[str, ...] = (),
) -> Iterator[Section]:
    """The sections of a text; what stands before its first heading has the given title."""
    current = _Open(label, title, 0, outside[:-1])
    above: dict[int, tuple[str, str]] = {}
    for block in blocks:
        if isinstance(block, Heading):
            if current.level or current.paragraphs:
                yield current.closed()
            name = plain_text(block.title)
            above = {level: one for level, one in above.items() if level < block.level}
            path = (*outside, *(known for known, _ in above.values()))
            outer = _outer([label for _, label in above.values()], block.label)
            current = _Open(block.label, name, block.level, path, outer)
            above[block.level] = _known_by(name, block.label), block.label
            current.paragraphs += _texts((block.title, block.run_in), notes, skip=1)
        else:
            current.paragraphs += _paragraphs(block, notes)
    if current.level or current.paragraphs:
        yield current.closed()


def _outer(labels: Sequence[str], label: str) -> str:
    """The labels of the headings above one, as far as its own label does not say them (`1.1.`)."""
    if any(not one or " " in one for one in (*labels, label)):
        return ""
    inner = [*labels, label][1:]
    return "".join(
        one for one, next_ in zip(labels, inner, strict=True) if next_[: len(one)] != one
    )


def _paragraphs(block: Block, notes: Mapping[int, Note]) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from _texts((block.inlines,), notes, block.label)
        case Table():
            for row in (*block.header, *block.rows):
                cells = [one.inlines for cell in row for one in cell.blocks]
                yield " | ".join(
                    " ".join(plain_text(one.inlines) for one in cell.blocks) for cell in row
                )
                yield from _notes(cells, notes)
        case Picture():
            yield block.alternative
        case Heading():
            return


def _texts(
    parts: Sequence[Inlines], notes: Mapping[int, Note], label: str = "", skip: int = 0
) -> Iterator[str]:
    """The texts as one paragraph but for the first `skip`, then the notes of all of them."""
    text = "".join(plain_text(part) for part in parts[skip:])
    shown = " ".join(f"{label} {text}".split())
    if shown:
        yield shown
    yield from _notes(parts, notes)


def _notes(parts: Sequence[Inlines], notes: Mapping[int, Note]) -> Iterator[str]:
    for inlines in parts:
        for inline in inlines:
            if isinstance(inline, NoteReference) and inline.number in notes:
                for one in notes[inline.number].paragraphs:
                    yield _NOTE + plain_text(one.inlines)


def _known_by(title: str, label: str) -> str:
    """A title that reads the same next month (`… tháng 9/2025`), or the label where it has none."""
    return _FIGURE.sub("0", " ".join(title.split()).casefold()).rstrip(" :.;") or label
