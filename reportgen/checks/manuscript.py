"""A document's text laid out for reading: passages in order, each knowing where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from reportgen.document.origins import Origin


class Part(StrEnum):
    """Where in the document a passage stands."""

    LETTERHEAD = "phần mở đầu"
    TITLE = "tên loại, trích yếu"
    BODY = "thân văn bản"
    APPENDIX = "phụ lục"
    NOTE = "chú thích"
    CLOSING = "phần cuối"  # recipients and signatures
    RUNNING = "đầu trang, chân trang"


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell: `table` counts from 0 in `Manuscript.tables`; row and column of the grid from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, cell paragraph, note paragraph or component line, as it is printed.

    `text` begins with the label where there is one (`a) Nổi bật …`) and leaves note marks out; it
    is composed (NFC), `typed` what the file has instead, where letters and marks are apart there;
    `marks` are their (offset in `text`, number). `component` is the field of the tree that it came
    from (`letterhead.number`, `title.subject`, `body`, `recipients`, …). `appendix` counts from 1,
    0 outside of appendices. `heading` is the label of the passage and those above it, as one cites
    them (`mục I.4.a`); of a note, those above its mark.
    """

    index: int  # from 0, in the manuscript
    text: str
    part: Part
    component: str
    origin: Origin | None = None
    label: str = ""
    level: int = 0
    is_heading: bool = False
    title_length: int = 0  # of a heading: characters of label and title before run-in text
    marks: tuple[tuple[int, int], ...] = ()
    note: int | None = None
    cell: CellPlace | None = None
    appendix: int = 0
    is_basis: bool = False
    typed: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell with its paragraphs; a spanned position holds the same cell as the first one."""

    passages: tuple[Passage, ...]
    row_span: int = 1
    column_span: int = 1

    @property
    def text(self) -> str:
        return "\n".join(passage.text for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table spread out to its grid: every row has a cell for every column (None where none is).

    `rows[:header_rows]` are the header.
    """

    index: int
    rows: tuple[tuple[GridCell | None, ...], ...]
    header_rows: int
    appendix: int = 0


@dataclass(frozen=True, slots=True)
class Manuscript:
    """`passages` in reading order (notes after the appendices); `tables` as grids of the same."""

    passages: tuple[Passage, ...]
    tables: tuple[Grid, ...] = ()
    notes: dict[int, tuple[Passage, ...]] = field(default_factory=dict)

    def running_text(self) -> Iterator[Passage]:
        """The passages that are sentences or parts of them: body, appendices, cells, notes."""
        wanted = (Part.BODY, Part.APPENDIX, Part.NOTE)
        return (passage for passage in self.passages if passage.part in wanted)
