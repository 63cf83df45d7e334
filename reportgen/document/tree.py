"""The document tree: everything that a writer needs, and nothing about the format it writes.

All values are frozen. Text is final: labels are computed, figures are printed, notes are numbered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from reportgen.document.origins import Origin


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters with one formatting; `value` is printed as it stands."""

    value: str
    bold: bool = False
    italic: bool = False
    superscript: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within the paragraph."""


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The mark of footnote `number` (`Document.notes[number - 1]`)."""

    number: int


Inline = Text | LineBreak | NoteReference
Inlines = tuple[Inline, ...]


class Role(StrEnum):
    """What a paragraph is in the text, where that changes how it is set."""

    BODY = "body"
    BASIS = "basis"  # a legal basis, italic (Phụ lục I, II.6.a)
    CENTERED = "centered"  # `QUYẾT ĐỊNH:` and the authority above it, bold on a line of its own
    PRESENTED = "presented"  # `… trân trọng giới thiệu:` on a line of its own (Phụ lục III, 1.8)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A body paragraph: justified, first line indented, unless `role` says otherwise.

    `label` (`a)`, `1.`) stands before the text where the paragraph numbers itself; `level` is then
    its level in the numbering scheme, counted from 1. A dash that the author typed is part of the
    text.
    """

    inlines: Inlines
    label: str = ""
    level: int = 0
    role: Role = Role.BODY
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """A titled part: `level` from 1 (`I.`) down, `label` typed before the title.

    `run_in` is body text that goes on in the same paragraph after the title, or after the label
    of an article that has no title (`Điều 1.`).
    """

    level: int
    label: str
    title: Inlines
    run_in: Inlines = ()
    origin: Origin | None = field(default=None, compare=False, repr=False)


class Alignment(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; spans count grid columns and rows. `blocks` is never empty."""

    blocks: tuple[Paragraph, ...]
    column_span: int = 1
    row_span: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A grid column: `width` is its share of the table width (all shares add up to 1)."""

    width: float
    alignment: Alignment = Alignment.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `header` rows are repeated on every page. A cell covered by a span is left out."""

    columns: tuple[Column, ...]
    header: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on lines of its own, centred, with its caption below on the same page.

    `width` is its share of the text's width, `aspect` its height over its width. `alternative`
    says in words what it shows. `svg` is the same picture as lines; empty where there is none.
    """

    png: bytes = field(repr=False)
    aspect: float
    alternative: str
    caption: Inlines = ()
    width: float = 1.0
    svg: bytes = field(default=b"", repr=False)
    origin: Origin | None = field(default=None, compare=False, repr=False)


ADDRESSING = "Kính gửi:"
"""What stands before the names of those that a document is sent to (Phụ lục I, II.9.d)."""

Block = Paragraph | Heading | Table | Picture
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; numbers run from 1 through the whole document, appendices included."""

    number: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Components 1 to 4 and 5b of the decree (Phụ lục I, II.1-5); lists are printed a line each.

    `number` is empty where the kind bears none, `place_and_date` where it is not dated here.
    """

    superior: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str  # "Số: 87/BC-BCĐ"; a missing number is a blank of no-break spaces
    place_and_date: str  # "Khánh Hòa, ngày 19 tháng 9 năm 2025"
    subject: Inlines = ()  # of a letter, under its number: "V/v nâng bậc lương năm 2019"


@dataclass(frozen=True, slots=True)
class Title:
    """Component 5a: kind (`BÁO CÁO`), subject, and the line in brackets that names the period.

    A letter has none: kind and subject are empty then.
    """

    kind: str
    subject: Inlines
    period: Inlines = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Component 7: `authority` lines (`TM. …`), own title, other official title, name.

    `name` has the rank before it where the office prints one (`Đại tá Nguyễn Văn A`).
    """

    authority: tuple[str, ...]
    position: str
    official_title: str
    name: str


@dataclass(frozen=True, slots=True)
class Markings:
    """Further components (Phụ lục I, III.2-4): what is stamped on or printed at the margins."""

    urgency: str = ""  # "HỎA TỐC", boxed
    circulation: tuple[str, ...] = ()  # "LƯU HÀNH NỘI BỘ", boxed
    drafter: str = ""  # "PL.(300)": who drafted it, and how many copies are issued
    address: tuple[str, ...] = ()  # lines at the foot of the first page


@dataclass(frozen=True, slots=True)
class Appendix:
    """A section of its own, with its own page numbers (Phụ lục I, III.1)."""

    label: str  # "Phụ lục", "Phụ lục I"
    title: str  # printed in capitals
    attached_to: str  # "(Kèm theo Báo cáo số …)"
    blocks: Blocks
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says about itself (docProps, PDF metadata)."""

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...] = ()
    created: date | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One official document.

    `signatures` stand from left to right: one alone is the right-hand column, two are the columns
    of a record (Phụ lục III, 1.9).

    `origin` of a paragraph or heading and `origins` say where the text came from; they are no part
    of the value. `origins` has components outside the body by the path of their field
    (`letterhead.number`, `recipients`, `appendices.0.title`), one origin a line.
    """

    letterhead: Letterhead
    title: Title
    body: Blocks
    recipients: tuple[Inlines, ...]  # with their dashes and end marks: "- Bộ Công an;"
    signatures: tuple[Signature, ...]
    properties: Properties
    addressing: str = ADDRESSING  # or "… điện:" (Phụ lục III, 1.6)
    addressees: tuple[Inlines, ...] = ()  # after that, without dashes and end marks
    appendices: tuple[Appendix, ...] = ()
    notes: tuple[Note, ...] = field(default=())
    markings: Markings = Markings()
    running: tuple[Paragraph, ...] = ()  # headers and footers, but for page numbers
    origins: Mapping[str, tuple[Origin | None, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
