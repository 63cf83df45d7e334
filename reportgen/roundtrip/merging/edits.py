"""What somebody changed in the Word file of a draft, told in the draft's own tree."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reportgen.document.origins import Origin, WordPlace
from reportgen.document.tree import (
    Appendix,
    Block,
    Cell,
    Document,
    Heading,
    Inlines,
    Note,
    Paragraph,
    Picture,
)

Path = tuple[str | int, ...]
"""The steps from a `Document` to a piece of it: names of fields, and indices from 0.

`("body", 3)`, `("body", 5, "rows", 2, 1, "blocks", 0)`, `("notes", 2, "paragraphs", 0)`,
`("letterhead", "number")`, `("letterhead", "superior", 0)`, `("recipients", 3)`,
`("signatures", 0, "name")`, `("appendices", 0, "title")`, `("appendices", 0, "blocks", 4)`.
"""


class TargetKind(StrEnum):
    """What a piece of the document is; the value is what a message calls it."""

    PARAGRAPH = "đoạn"
    HEADING = "tiêu đề"
    TABLE = "bảng"
    ROW = "hàng của bảng"
    CELL = "ô của bảng"  # one paragraph of a cell
    NOTE = "chú thích"  # one paragraph of a note
    CAPTION = "lời dưới hình"
    COMPONENT = "thể thức"  # a line of letterhead, title, recipients, signatures …
    APPENDIX = "phụ lục"


@dataclass(frozen=True, slots=True)
class Target:
    """A piece of the dossier's own document; `text` is what it prints, label in front."""

    kind: TargetKind
    path: Path
    text: str = ""

    @property
    def name(self) -> str:
        """The path as one word: `signatures.0.name`."""
        return ".".join(map(str, self.path))


class EditKind(StrEnum):
    CHANGED = "sửa"
    INSERTED = "thêm"
    DELETED = "bỏ"
    MOVED = "chuyển chỗ"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that differs between the texts before and after (`printed` of the inlines).

    `start` to `end` of the text before gave way to `first` to `last` of the text after; one of
    them is empty where words were only put in or only taken out. Stretches are whole words.
    """

    start: int
    end: int
    first: int
    last: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that gave way to another; `start` to `end` is the old one in the text before."""

    before: str
    after: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tracked:
    """Who made a change that Word still tracks, and when (None: the file does not say)."""

    author: str
    date: datetime | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: `what` was changed, inserted, deleted or moved.

    `target`: what was changed, deleted or moved. Of an insertion it is the piece that the new one
    stands after; None where it is the first of `container`. Several insertions after one target
    are in their order. `container` is the path of the tuple that the piece is an item of (`body`,
    `recipients`, a table's `rows`, `appendices`), of a component that is no item its own path.

    `before` and `after` are the inlines of a changed piece (of a heading: title and run-in), in
    the terms of the dossier's own tree: emphasis, spaces and quotes that nobody touched are the
    tree's, and a NoteReference of up to `len(own.notes)` is the tree's own note. Higher numbers are
    new notes, which are in `notes`. Labels that the document counts by itself are no part of them;
    typed ones are.

    A component that is no item of a list is always changed: from nothing, or to nothing. The line
    `attached_to` of an appendix follows from number and date, and may be edited along with them.

    `block`, `row`, `appendix`: what was inserted, or what the changed or moved piece is now as a
    whole (of a heading with its title and run-in told apart). `destination` is the piece that a
    moved one stands after now, as `target` of an insertion.
    """

    kind: EditKind
    what: TargetKind
    target: Target | None
    container: Path
    before: Inlines = ()
    after: Inlines = ()
    block: Block | None = None
    row: tuple[Cell, ...] = ()
    appendix: Appendix | None = None
    notes: tuple[Note, ...] = ()
    pieces: tuple[Piece, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    emphasis_only: bool = False
    destination: Target | None = None
    tracked: Tracked | None = None
    place: WordPlace | None = None  # in the edited file


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in the edited file, to be read by a person.

    `anchor` are the words that it is about; `target` the own piece that they stand in, None where
    that is new or not told.
    """

    author: str
    text: str
    anchor: str = ""
    target: Target | None = None
    resolved: bool = False
    date: datetime | None = None
    place: WordPlace | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that somebody marked in the edited file (struck out, highlighted, coloured).

    `how` says it in Vietnamese.
    """

    how: str
    text: str
    target: Target | None = None
    place: WordPlace | None = None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A difference that is nobody's piece: text of the frame, margins, labels set by hand.

    `before` or `after` is empty where there was none; `reason` says in Vietnamese why the dossier
    has no place for it.
    """

    before: str
    after: str
    reason: str
    place: WordPlace | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """A tracked change that was left out because it is not accepted yet."""

    kind: EditKind
    text: str
    tracked: Tracked
    place: WordPlace | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs, edits in reading order; `common` is the share of the draft that is kept."""

    edits: tuple[Edit, ...] = ()
    remarks: tuple[Remark, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    pending: tuple[Pending, ...] = ()
    marked: tuple[Marked, ...] = ()
    common: float = 1.0


def piece_at(document: Document, path: Path) -> object:
    """The very piece of the tree that a path leads to; raises LookupError where there is none."""
    found: object = document
    for step in path:
        if isinstance(step, str):
            if not hasattr(found, step):
                raise LookupError(path)
            found = getattr(found, step)
        else:
            if not isinstance(found, tuple):
                raise LookupError(path)
            found = found[step]
    return found


def origin_of(document: Document, target: Target) -> Origin | None:
    """The line of the source file that a piece came from, as far as the document knows."""
    for end in range(len(target.path), 0, -1):
        piece = piece_at(document, target.path[:end])
        if isinstance(piece, (Paragraph, Heading, Picture)):
            return piece.origin
    return _line_origin(document, target.path)


def _line_origin(document: Document, path: Path) -> Origin | None:
    for name, index in _names(path):
        lines = document.origins.get(name, ())
        if lines:
            return lines[min(index, len(lines) - 1)]
    return None


def _names(path: Path) -> Iterator[tuple[str, int]]:
    """The fields that `Document.origins` may know, with the line in each; the nearest first."""
    index = 0
    for end in range(len(path), 0, -1):
        yield ".".join(map(str, path[:end])), index
        last = path[end - 1]
        index = last if isinstance(last, int) else 0
