"""A Word file as it stands: its paragraphs, tables, notes and sections with effective formatting.

Effective means: what Word shows, after document defaults, theme fonts, the style chain, numbering,
table styles and direct formatting have been laid over each other (ECMA-376 §17.7.2). All lengths
are in points. Tracked changes are taken as accepted; hidden text is kept and marked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from reportgen.document.origins import WordPlace
from reportgen.document.tree import Alignment


@dataclass(frozen=True, slots=True)
class RunFormat:
    """How characters look; `font` is the one that Latin letters are set in, `size` in points."""

    font: str = ""
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    caps: bool = False
    small_caps: bool = False
    superscript: bool = False
    subscript: bool = False
    hidden: bool = False
    color: str = ""  # six hexadecimal digits, "" for automatic (black)
    highlighted: bool = False  # as with a marker pen
    language: str = ""


class NoteKind(StrEnum):
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A reference to a note: `id` as the part has it, `number` as it is printed (from 1)."""

    kind: NoteKind
    id: int
    number: int
    custom: str = ""  # a mark that the author typed instead of the number


@dataclass(frozen=True, slots=True)
class WordRun:
    """Characters of one formatting.

    A tab is `\\t`, a line break `\\n`, a page or column break `\\f`; a note's mark has no text of
    its own. `field` is the instruction (`PAGE`, `NUMPAGES`, `REF x`) that produced the text.
    """

    text: str
    format: RunFormat = RunFormat()
    note: NoteMark | None = None
    link: str = ""
    field: str = ""
    inserted: bool = False  # by a tracked change, taken as accepted
    picture: str = ""  # the alternative text (or name) of a picture that stands here; text is ""


class LineRule(StrEnum):
    """How `line` is meant: a multiple of single spacing, or points (at least, exactly)."""

    MULTIPLE = "multiple"
    AT_LEAST = "at least"
    EXACTLY = "exactly"


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line drawn at a paragraph: `width` in points, by `means`.

    `means`: "border" (of the paragraph), "underscores" (typed), "shape" (drawn), "underline".
    """

    width: float
    means: str
    below: bool = True  # of the paragraph's text; False: above


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """How a paragraph is set; lengths in points, `first_line` negative where it hangs."""

    alignment: Alignment = Alignment.LEFT
    indent_left: float = 0.0
    indent_right: float = 0.0
    first_line: float = 0.0
    space_before: float = 0.0
    space_after: float = 0.0
    line: float = 1.0
    line_rule: LineRule = LineRule.MULTIPLE
    contextual_spacing: bool = False
    keep_next: bool = False
    page_break_before: bool = False
    outline_level: int | None = None  # 0 for the highest, None for body text
    style_id: str = ""
    style_name: str = ""


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph. `label` is what automatic numbering prints before the text (`1.`, `a)`)."""

    place: WordPlace
    runs: tuple[WordRun, ...]
    format: ParagraphFormat = ParagraphFormat()
    label: str = ""
    label_level: int = 0  # from 1 where numbering is automatic
    rules: tuple[Rule, ...] = ()
    width: float = 0.0  # of the column or cell that it is set in, points; 0: unknown
    in_text_box: bool = False

    @property
    def text(self) -> str:
        """The typed text (no automatic label, no note marks)."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell; a cell covered by a vertical merge is left out, as in the tree."""

    blocks: tuple["WordBlock", ...]
    column: int  # grid column that it begins in, from 0
    column_span: int = 1
    row_span: int = 1
    bordered: bool = True
    vertical_text: bool = False


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table; `widths` of the grid columns in points, `header_rows` are repeated on each page."""

    rows: tuple[tuple[WordCell, ...], ...]
    widths: tuple[float, ...]
    header_rows: int = 0
    bordered: bool = True
    section: int = 1


WordBlock = WordParagraph | WordTable


@dataclass(frozen=True, slots=True)
class WordSection:
    """A section: page measures in points, and what stands at the margins of its pages.

    `headers` and `footers` by "default", "first" and "even", inherited from the section before
    where the section has none; `title_page` says whether "first" counts. `page_start` is the number
    that its first page restarts with, None where numbers run on.
    """

    number: int
    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    footer: float
    landscape: bool = False
    title_page: bool = False
    even_and_odd: bool = False
    page_start: int | None = None
    page_format: str = "decimal"
    columns: int = 1
    starts_on_new_page: bool = True
    headers: Mapping[str, tuple[WordParagraph, ...]] = field(default_factory=dict)
    footers: Mapping[str, tuple[WordParagraph, ...]] = field(default_factory=dict)

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class WordNote:
    """A note as its part has it; `number` is 0 where no reference leads to it."""

    kind: NoteKind
    id: int
    number: int
    blocks: tuple[WordBlock, ...]


@dataclass(frozen=True, slots=True)
class WordComment:
    """A reviewer's remark: `paragraph` is the body paragraph that it begins in (0: unknown).

    `anchor` are the words that it is about; `resolved` says that somebody called it settled.
    """

    author: str
    text: str
    paragraph: int = 0
    anchor: str = ""
    date: datetime | None = None
    resolved: bool = False


class Revised(StrEnum):
    """What a tracked change does."""

    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class WordRevision:
    """A tracked change of text: `paragraph` of the body that it stands in (0: not told).

    `text` is empty where only the mark of a paragraph or row was put in or taken out.
    """

    kind: Revised
    text: str
    author: str = ""
    date: datetime | None = None
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class WordProperties:
    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    created: datetime | None = None
    application: str = ""


@dataclass(frozen=True, slots=True)
class WordFile:
    """A whole file. `blocks` are the body's in reading order, sections told by their places.

    `tracked` says that tracked changes were accepted (or rejected) while reading; `revisions` are
    those of text.
    """

    file: str
    blocks: tuple[WordBlock, ...]
    sections: tuple[WordSection, ...]
    notes: tuple[WordNote, ...] = ()
    comments: tuple[WordComment, ...] = ()
    properties: WordProperties = WordProperties()
    tracked: bool = False
    revisions: tuple[WordRevision, ...] = ()

    def paragraphs(self) -> Iterator[WordParagraph]:
        """Every paragraph of the body in reading order, those of cells included."""
        yield from paragraphs_of(self.blocks)


def paragraphs_of(blocks: tuple[WordBlock, ...]) -> Iterator[WordParagraph]:
    """Every paragraph of the blocks in reading order, those of cells included."""
    for block in blocks:
        if isinstance(block, WordParagraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from paragraphs_of(cell.blocks)
