"""What the block rules find: the blocks of a draft, their inline text not yet read."""

from dataclasses import dataclass

from markdown_it.rules_block import StateBlock

from reportgen.document.tree import Alignment, Role


@dataclass(frozen=True, slots=True)
class ParagraphSource:
    """A paragraph; its lines are parted by line feeds."""

    text: str
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class HeadingSource:
    """A titled part. `label` is None for an automatic one; `run_in` None where nothing runs in."""

    level: int
    label: str | None
    title: str
    run_in: str | None = None


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """A paragraph that numbers itself; `label` as in HeadingSource."""

    level: int
    label: str | None
    text: str


@dataclass(frozen=True, slots=True)
class TableSource:
    """A pipe table: inline text cell by cell; an alignment of None is left to the content.

    Cells are as typed: `^^` and `<<` stand where another cell reaches to.
    """

    alignments: tuple[Alignment | None, ...]
    header: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class NoteSource:
    """The definition of a note, `name` as typed."""

    name: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PictureSource:
    """A line that may stand for the picture `name`; `text` as typed."""

    name: str
    text: str


Source = ParagraphSource | HeadingSource | NumberedSource | TableSource | NoteSource | PictureSource


def push_source(state: StateBlock, source: Source, end_line: int) -> None:
    """Hand one block over to the parser and go on at line `end_line`."""
    token = state.push(type(source).__name__, "", 0)
    token.meta["source"] = source
    state.line = end_line


def line_text(state: StateBlock, line: int) -> str:
    """The line without its indentation; spaces at its end are kept (two make a line break)."""
    start = state.bMarks[line] + state.tShift[line]
    return state.src[start : state.eMarks[line]]
