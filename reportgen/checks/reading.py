"""A document's tree laid out as a manuscript: every piece of text once, in reading order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportgen.checks.composing import composed
from reportgen.checks.headings import Headings
from reportgen.checks.manuscript import CellPlace, Grid, GridCell, Manuscript, Part, Passage
from reportgen.checks.spreading import spread
from reportgen.document.origins import Origin
from reportgen.document.tree import (
    Appendix,
    Blocks,
    Cell,
    Document,
    Heading,
    Inlines,
    LineBreak,
    NoteReference,
    Paragraph,
    Picture,
    Role,
    Table,
    Text,
)


def manuscript_of(document: Document) -> Manuscript:
    """The manuscript of a document.

    In order: letterhead, title, addressees, body, appendices, recipients, signatures, running
    lines, notes. Blank lines are left out, but those of cells and notes.
    """
    reader = _Reader(document)
    reader.read_opening()
    reader.read_blocks(document.body, _Where(Part.BODY, "body"))
    for number, appendix in enumerate(document.appendices, 1):
        reader.read_appendix(appendix, number)
    reader.read_closing()
    for paragraph in document.running:
        reader.read_paragraph(paragraph, _Where(Part.RUNNING, "running"))
    notes = {
        note.number: tuple(
            reader.read_paragraph(paragraph, _Where(Part.NOTE, "notes", note=note.number))
            for paragraph in note.paragraphs
        )
        for note in document.notes
    }
    return Manuscript(tuple(reader.passages), tuple(reader.tables), notes)


def printed(inlines: Inlines) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The characters without note marks, a line break as a space; the marks by their offsets."""
    parts: list[str] = []
    marks: list[tuple[int, int]] = []
    length = 0
    for item in inlines:
        match item:
            case NoteReference(number):
                marks.append((length, number))
                continue
            case LineBreak():
                value = " "
            case Text():
                value = item.value
        parts.append(value)
        length += len(value)
    return "".join(parts), tuple(marks)


@dataclass(frozen=True, slots=True)
class _Where:
    """What all passages of one stretch of text share."""

    part: Part
    component: str
    appendix: int = 0
    note: int | None = None


class _Reader:
    """Gathers passages and tables, counting both."""

    def __init__(self, document: Document) -> None:
        self.passages: list[Passage] = []
        self.tables: list[Grid] = []
        self._document = document
        self._headings = Headings()
        self._noted: dict[int, str] = {}  # the headings above the mark of each note

    def read_opening(self) -> None:
        """Markings at the top, letterhead, title, addressees."""
        document = self._document
        head, title = document.letterhead, document.title
        self._lines([document.markings.urgency], Part.LETTERHEAD, "markings.urgency")
        self._lines(document.markings.circulation, Part.LETTERHEAD, "markings.circulation")
        self._lines(head.superior, Part.LETTERHEAD, "letterhead.superior")
        self._lines(head.issuer, Part.LETTERHEAD, "letterhead.issuer")
        self._lines([head.number], Part.LETTERHEAD, "letterhead.number")
        self._lines([head.place_and_date], Part.LETTERHEAD, "letterhead.place_and_date")
        self._lines([head.subject], Part.LETTERHEAD, "letterhead.subject")
        self._lines([title.kind], Part.TITLE, "title.kind")
        self._lines([title.subject], Part.TITLE, "title.subject")
        self._lines([title.period], Part.TITLE, "title.period")
        if document.addressees:
            self._lines([document.addressing], Part.LETTERHEAD, "addressing")
        self._lines(document.addressees, Part.LETTERHEAD, "addressees")

    def read_closing(self) -> None:
        """Recipients, signatures, markings at the bottom."""
        document = self._document
        self._headings = Headings()
        self._lines(document.recipients, Part.CLOSING, "recipients")
        for index, signature in enumerate(document.signatures):
            path = f"signatures.{index}"
            self._lines(signature.authority, Part.CLOSING, f"{path}.authority")
            self._lines([signature.position], Part.CLOSING, f"{path}.position")
            self._lines([signature.official_title], Part.CLOSING, f"{path}.official_title")
            self._lines([signature.name], Part.CLOSING, f"{path}.name")
        self._lines([document.markings.drafter], Part.CLOSING, "markings.drafter")
        self._lines(document.markings.address, Part.RUNNING, "markings.address")

    def read_appendix(self, appendix: Appendix, number: int) -> None:
        """Label, title, the line in brackets, then the text; `number` counts from 1."""
        path = f"appendices.{number - 1}"
        self._headings = Headings(appendix.label)
        for name in ("label", "title", "attached_to"):
            line: str = getattr(appendix, name)
            self._lines([line], Part.APPENDIX, f"{path}.{name}", number)
        self.read_blocks(appendix.blocks, _Where(Part.APPENDIX, f"{path}.blocks", number))

    def read_blocks(self, blocks: Blocks, where: _Where) -> None:
        """Paragraphs, headings and tables one after the other."""
        for block in blocks:
            match block:
                case Paragraph():
                    if printed(block.inlines)[0].strip() or block.label:
                        self.read_paragraph(block, where)
                case Heading():
                    self._heading(block, where)
                case Table():
                    self._table(block, where)
                case Picture():
                    # What the picture says in other words is no text that anybody reads.
                    if printed(block.caption)[0].strip():
                        caption = Paragraph(block.caption, origin=block.origin)
                        self.read_paragraph(caption, where)

    def read_paragraph(
        self, paragraph: Paragraph, where: _Where, cell: CellPlace | None = None
    ) -> Passage:
        """The paragraph as a passage, its label in front."""
        text, marks, _ = _labelled(paragraph.label, paragraph.inlines)
        if cell is None and where.note is None:
            self._headings.enter(paragraph.level, paragraph.label)
        self._note(marks)
        passage = Passage(
            len(self.passages),
            text,
            where.part,
            where.component,
            paragraph.origin,
            paragraph.label,
            paragraph.level,
            marks=marks,
            note=where.note,
            cell=cell,
            appendix=where.appendix,
            is_basis=paragraph.role is Role.BASIS,
            heading=str(self._headings) if where.note is None else self._noted.get(where.note, ""),
        )
        return self._add(passage)

    def _heading(self, heading: Heading, where: _Where) -> None:
        text, marks, before = _labelled(heading.label, heading.title, heading.run_in)
        self._headings.enter(heading.level, heading.label)
        self._note(marks)
        self._add(
            Passage(
                len(self.passages),
                text,
                where.part,
                where.component,
                heading.origin,
                heading.label,
                heading.level,
                is_heading=True,
                title_length=before,
                marks=marks,
                appendix=where.appendix,
                heading=str(self._headings),
            )
        )

    def _add(self, passage: Passage) -> Passage:
        self.passages.append(composed(passage))
        return self.passages[-1]

    def _note(self, marks: Iterable[tuple[int, int]]) -> None:
        """Remember what the notes with these marks stand under."""
        for _, number in marks:
            self._noted.setdefault(number, str(self._headings))

    def _table(self, table: Table, where: _Where) -> None:
        index = len(self.tables)

        def read(cell: Cell, row: int, column: int) -> GridCell:
            place = CellPlace(index, row, column)
            passages = tuple(self.read_paragraph(block, where, place) for block in cell.blocks)
            return GridCell(passages, cell.row_span, cell.column_span)

        rows = spread((*table.header, *table.rows), len(table.columns), read)
        self.tables.append(Grid(index, rows, len(table.header), where.appendix))

    def _lines(
        self, lines: Iterable[str | Inlines], part: Part, component: str, appendix: int = 0
    ) -> None:
        """A component's lines, each with the origin that the document knows for it."""
        origins: Sequence[Origin | None] = self._document.origins.get(component, ())
        for number, line in enumerate(lines):
            text, marks = (line, ()) if isinstance(line, str) else printed(line)
            self._note(marks)
            if text.strip():
                origin = origins[number] if number < len(origins) else None
                self._add(
                    Passage(
                        len(self.passages),
                        text,
                        part,
                        component,
                        origin,
                        marks=marks,
                        appendix=appendix,
                        heading=str(self._headings),
                    )
                )


def _labelled(
    label: str, inlines: Inlines, run_in: Inlines = ()
) -> tuple[str, tuple[tuple[int, int], ...], int]:
    """Label, text and run-in text as one line; the marks in it; where the run-in text begins."""
    text, marks = printed((*inlines, *run_in))
    gap = " " if label and text and not text[0].isspace() else ""
    front = len(label) + len(gap)
    before = front + len(printed(inlines)[0]) if inlines else len(label)
    return (
        f"{label}{gap}{text}",
        tuple((offset + front, number) for offset, number in marks),
        before,
    )
