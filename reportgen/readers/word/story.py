"""Where the reader stands in one story of the file, and what all stories have in common."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.document.origins import Story as StoryKind
from reportgen.document.origins import WordPlace
from reportgen.problems import InputError, Place, Problem
from reportgen.readers.word.anchors import CommentAnchors
from reportgen.readers.word.fields import Fields
from reportgen.readers.word.layers import ParagraphLayer, RunLayer
from reportgen.readers.word.marks import NoteNumbers
from reportgen.readers.word.numbering import Counters
from reportgen.readers.word.parts import Relations
from reportgen.readers.word.styles import Styles
from reportgen.readers.word.theme import Theme
from reportgen.readers.word.tracing import Piece, Trace, TracedParagraph
from reportgen.wordprocessingml.names import MC, Element, w

#: Extensions that are read here; of alternatives (mc:AlternateContent) the first of these is taken.
_UNDERSTOOD = frozenset(
    {"wps", "wpg", "wpc", "wpi", "w14", "w15", "w16", "wp14", "a14", "pic", "cx", "c14", "v2"}
)

#: Of one story, those in cells included; a thousand pages have some thirty thousand.
MOST_PARAGRAPHS = 50_000


@dataclass(frozen=True, slots=True)
class Setting:
    """What all stories of a file share."""

    file: str
    styles: Styles
    theme: Theme
    counters: Counters
    marks: NoteNumbers = field(default_factory=NoteNumbers)


@dataclass(frozen=True, slots=True)
class Spot:
    """What surrounds a paragraph: the width of its column, the table cell, a text box."""

    width: float | None = None  # None: that of the section's column
    cell: tuple[int, int, int] | None = None  # table, row and column, from 1
    run: RunLayer = field(default_factory=RunLayer)  # of the table style
    paragraph: ParagraphLayer = field(default_factory=ParagraphLayer)
    in_text_box: bool = False


@dataclass(slots=True)
class Story:
    """One story: the body, or a note, or what stands at the margins of pages."""

    setting: Setting
    relations: Relations
    kind: StoryKind = StoryKind.BODY
    column_widths: tuple[float, ...] = (0.0,)  # by section
    section: int = 1
    note: int | None = None
    paragraph: int = 0
    tables: int = 0
    fields: Fields = field(default_factory=Fields)
    comments: CommentAnchors = field(default_factory=CommentAnchors)
    trace: Trace | None = None  # filled where it is there

    def place(self, spot: Spot) -> WordPlace:
        """The place of the next paragraph."""
        self.paragraph += 1
        self.comments.take("\n")
        if self.paragraph > MOST_PARAGRAPHS:
            raise self._too_long()
        table, row, column = spot.cell or (None, None, None)
        return WordPlace(
            self.setting.file,
            self.paragraph,
            self.kind,
            self.section,
            self.note,
            table,
            row,
            column,
        )

    def remember(
        self, place: WordPlace, nodes: Sequence[Element], pieces: Sequence[Piece], label: str
    ) -> None:
        """Note where the paragraph's characters stand, if anybody asked for it."""
        if self.trace is not None:
            self.trace[place.paragraph] = TracedParagraph(tuple(nodes), tuple(pieces), label)

    def _too_long(self) -> InputError:
        message = f"văn bản có quá nhiều đoạn (trên {MOST_PARAGRAPHS}, kể cả trong các ô của bảng)"
        hint = "chia văn bản thành nhiều tệp nhỏ hơn"
        return InputError([Problem("WF005", message, Place(self.setting.file), hint)])

    def width(self, spot: Spot) -> float:
        """That of the column or cell, points."""
        if spot.width is not None:
            return spot.width
        return self.column_widths[min(self.section, len(self.column_widths)) - 1]


def chosen(node: Element) -> Element | None:
    """The branch of an mc:AlternateContent that is read: the first understood, else the fallback.

    Never both, for they say the same (ECMA-376 part 3 §7.6).
    """
    for branch in node.iterchildren(f"{{{MC}}}Choice"):
        if set((branch.get("Requires") or "").split()) <= _UNDERSTOOD:
            return branch
    return node.find(f"{{{MC}}}Fallback")


_WRAPPERS = frozenset(w(name) for name in ("customXml", "smartTag", "ins", "moveTo", "dir", "bdo"))


def unwrapped(node: Element) -> Element | None:
    """What stands in for a wrapper: of a content control its content, of alternatives the one.

    None where the node is no wrapper.
    """
    tag = node.tag
    if tag in _WRAPPERS:
        return node
    if tag == w("sdt"):
        return node.find(w("sdtContent"))
    if tag == f"{{{MC}}}AlternateContent":
        return chosen(node)
    return None
