"""Word files as values, written by hand: paragraphs, tables and notes without any XML."""

from collections.abc import Sequence
from dataclasses import replace

from reportgen.document.origins import Story, WordPlace
from reportgen.document.tree import Alignment
from reportgen.readers.word.model import (
    NoteKind,
    NoteMark,
    ParagraphFormat,
    Rule,
    RunFormat,
    WordBlock,
    WordCell,
    WordFile,
    WordNote,
    WordParagraph,
    WordRun,
    WordSection,
    WordTable,
)

_NOWHERE = WordPlace("vb.docx", 0)
_LOOKS = {
    "b": {"bold": True},
    "i": {"italic": True},
    "n": {},
}


def run(text: str, looks: str = "n", note: int | None = None) -> WordRun:
    """Characters: `b` bold, `i` italic; after them the mark of footnote `note`."""
    settings = {key: value for look in looks for key, value in _LOOKS[look].items()}
    mark = NoteMark(NoteKind.FOOTNOTE, note, note) if note else None
    return WordRun(text, RunFormat(**settings), mark)


def p(
    *runs: str | WordRun,
    looks: str = "n",
    center: bool = False,
    label: str = "",
    outline: int | None = None,
    new_page: bool = False,
    ruled: bool = False,
    box: bool = False,
) -> WordParagraph:
    """A paragraph; strings in it look as `looks` says."""
    made = tuple(run(one, looks) if isinstance(one, str) else one for one in runs)
    looks_like = ParagraphFormat(
        alignment=Alignment.CENTER if center else Alignment.LEFT,
        outline_level=outline,
        page_break_before=new_page,
    )
    rules = (Rule(100, "border"),) if ruled else ()
    return WordParagraph(_NOWHERE, made, looks_like, label, rules=rules, in_text_box=box)


def table(*rows: Sequence[str | Sequence[WordBlock]], bordered: bool = False) -> WordTable:
    """A table; a cell is a text, whose lines are paragraphs, or blocks."""
    cells = tuple(
        tuple(
            WordCell(
                tuple(p(line) for line in cell.split("\n"))
                if isinstance(cell, str)
                else tuple(cell),
                column,
                bordered=bordered,
            )
            for column, cell in enumerate(row)
        )
        for row in rows
    )
    width = max((len(row) for row in rows), default=0)
    return WordTable(cells, (100.0,) * width, bordered=bordered)


def word_file(
    *blocks: WordBlock | str,
    notes: Sequence[str] = (),
    header: Sequence[WordParagraph] = (),
    footer: Sequence[WordParagraph] = (),
) -> WordFile:
    """A file of one section; a string is a paragraph, `notes` are its footnotes in order."""
    counter = [0]
    placed = tuple(
        _placed(p(block) if isinstance(block, str) else block, counter) for block in blocks
    )
    section = WordSection(
        1, 595, 842, 57, 57, 85, 43, 28, 28,
        headers={"default": _margin(header, Story.HEADER)},
        footers={"default": _margin(footer, Story.FOOTER)},
    )  # fmt: skip
    return WordFile("vb.docx", placed, (section,), tuple(map(_note, enumerate(notes, 1))))


def _margin(paragraphs: Sequence[WordParagraph], story: Story) -> tuple[WordParagraph, ...]:
    return tuple(
        replace(one, place=replace(_NOWHERE, paragraph=number, story=story))
        for number, one in enumerate(paragraphs, 1)
    )


def _note(numbered: tuple[int, str]) -> WordNote:
    number, text = numbered
    place = WordPlace("vb.docx", number, Story.FOOTNOTE, note=number)
    return WordNote(NoteKind.FOOTNOTE, number, number, (WordParagraph(place, (run(text),)),))


def _placed(block: WordBlock, counter: list[int]) -> WordBlock:
    if isinstance(block, WordParagraph):
        counter[0] += 1
        return replace(block, place=replace(_NOWHERE, paragraph=counter[0]))
    rows = tuple(
        tuple(
            replace(cell, blocks=tuple(_placed(inner, counter) for inner in cell.blocks))
            for cell in row
        )
        for row in block.rows
    )
    return replace(block, rows=rows)
