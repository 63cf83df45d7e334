"""Printed lines at the head and the foot of a document, whatever they were laid out with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from reportgen.readers.recognition.inlines import sliced
from reportgen.readers.recognition.words import (
    AUTHORITY,
    MOTTO_WORDS,
    NATIONAL,
    NUMBER,
    PARTY,
    PLACE_AND_DATE,
    RECIPIENTS,
    bare,
    fold,
    in_capitals,
)
from reportgen.readers.word.model import WordBlock, WordParagraph, WordTable

_GAP = re.compile(r"\t[ \t\u00a0]*|[ \u00a0]{4,}")
_LONGEST_IN_COLUMNS = 400  # characters; a longer line is laid out in no columns
_GOES_ON = re.compile(r"\s*(?:[/,;:.]|-\S|tháng\b|năm\b|$)", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """A line: a paragraph, or the part of one between line breaks, tabs or wide gaps.

    `block` counts the blocks that it was found in from 0, `side` the columns of that block: 0 is
    the first, or the whole width. `of` is the paragraph as the file has it, `part` what of it is
    this line.
    """

    of: WordParagraph
    part: WordParagraph
    block: int
    side: int = 0
    in_table: bool = False

    @cached_property
    def text(self) -> str:
        """The line as it is printed: label, capitals, single blanks."""
        shown = "".join(run.text.upper() if run.format.caps else run.text for run in self.part.runs)
        return " ".join(f"{self.part.label} {shown}".split())

    @property
    def typed(self) -> str:
        """The line as it is typed, its label before it, without blanks at the ends."""
        shown = f"{self.part.label} {self.part.text}" if self.part.label else self.part.text
        return shown.replace("\f", " ").strip()

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def bare(self) -> str:
        return bare(self.text)

    @cached_property
    def is_bold(self) -> bool:
        """Whether all letters of the line are bold."""
        runs = [run for run in self.part.runs if run.text.strip()]
        return bool(runs) and all(run.format.bold for run in runs)

    @cached_property
    def in_capitals(self) -> bool:
        return in_capitals(self.text)


def lines_of(block: WordBlock, index: int) -> Iterator[Line]:
    """The lines of one block, in reading order; of a table those of its cells."""
    if isinstance(block, WordParagraph):
        yield from _paragraph_lines(block, index, 0, in_table=False)
        return
    for row in block.rows:
        for cell in row:
            for inner in cell.blocks:
                yield from _cell_lines(inner, index, cell.column)


def _cell_lines(block: WordBlock, index: int, side: int) -> Iterator[Line]:
    if isinstance(block, WordParagraph):
        yield from _paragraph_lines(block, index, side, in_table=True)
    else:
        for line in lines_of(block, index):
            yield replace(line, side=side + line.side, in_table=True)


def _paragraph_lines(
    paragraph: WordParagraph, index: int, side: int, *, in_table: bool
) -> Iterator[Line]:
    """Lines between breaks; of a line laid out in columns each column is one.

    An empty paragraph is a line only where a rule is drawn at it.
    """
    text = paragraph.text
    if not (text.strip() or paragraph.label or any(run.note for run in paragraph.runs)):
        if paragraph.rules:
            yield Line(paragraph, paragraph, index, side, in_table)
        return
    spans = [
        piece
        for line_start, line_end in _line_spans(text)
        for piece in _columns(text, line_start, line_end)
    ]
    if len(spans) < 2:
        column = spans[0][1] if spans else 0
        yield Line(paragraph, paragraph, index, side + column, in_table)
        return
    ends = [*(start for start, _ in spans[1:]), len(text)]
    for number, ((start, column), end) in enumerate(zip(spans, ends, strict=True)):
        runs = sliced(paragraph.runs, start if number else 0, end)
        label = "" if number else paragraph.label
        part = replace(paragraph, runs=runs, label=label)
        yield Line(paragraph, part, index, side + column, in_table)


def _line_spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for piece in re.split(r"([\n\f])", text):
        if piece.strip():
            yield start, start + len(piece)
        start += len(piece)


def _columns(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the pieces of one line start, and their columns; one piece where no gap parts it."""
    line = text[start:end]
    indented = line.startswith("\t")
    gaps = _GAP.finditer(line) if len(line) < _LONGEST_IN_COLUMNS else ()
    for gap in gaps:
        left, right = line[: gap.start()], line[gap.end() :]
        if not left.strip() or not _parts_columns(left, gap[0], right):
            continue
        return [(start, 0), (start + gap.end(), 1)]
    return [(start, 1 if indented else 0)]


def _parts_columns(left: str, gap: str, right: str) -> bool:
    """Whether a gap stands between two columns, and is no room for a number, a day or a month."""
    if _GOES_ON.match(right) or fold(left).endswith(("ngày", "tháng", "năm", "số:", "số")):
        return False
    head, tail = fold(left), fold(right)
    told = _is_anchor(tail) or _is_anchor(head) or AUTHORITY.fullmatch(tail) is not None
    return (
        told
        or ("\t" in gap and in_capitals(right.strip()) and len(right) < 80)
        or ("\t" in gap and head.startswith("-") and len(right) < 60)
    )


def _is_anchor(folded: str) -> bool:
    """Whether the text says beyond doubt which component it is."""
    words = bare(folded)
    return (
        words in (NATIONAL, PARTY, MOTTO_WORDS)
        or PLACE_AND_DATE.fullmatch(folded) is not None
        or (NUMBER.fullmatch(folded) is not None and len(folded) < 60)
        or RECIPIENTS.fullmatch(folded) is not None
    )


def is_anchor(line: Line) -> bool:
    """Whether the line is beyond doubt one of a letterhead."""
    return _is_anchor(line.folded) and not RECIPIENTS.match(line.folded)


def table_size(table: WordTable) -> int:
    """How many cells a table has."""
    return sum(len(row) for row in table.rows)
