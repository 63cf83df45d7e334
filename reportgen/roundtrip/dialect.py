"""From the tree back to the Markdown dialect that dossiers are written in.

What `document/markdown` reads from these sources is the tree again, as far as the dialect can hold
it: `inline_source.canonical` says what that is for inlines; a line break before an item's sign
begins a paragraph, a title is one line.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace

from reportgen.document.inlines import plain_text
from reportgen.document.markdown import (
    FROM_ABOVE,
    FROM_THE_LEFT,
    MOST_HEADER_ROWS,
    is_delimiter,
)
from reportgen.document.markdown.paragraphs import begins_item
from reportgen.document.numbering import Numbering, read_scheme
from reportgen.document.tree import (
    Alignment,
    Block,
    Cell,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Note,
    Paragraph,
    Picture,
    Role,
    Table,
    Text,
)
from reportgen.roundtrip.flat import flat_cell, grid, labelled, on_one_line, unmerged
from reportgen.roundtrip.inline_source import MarkOf, canonical, inlines_markdown

NoteNames = Mapping[int, str]
"""The names of notes that are defined on lines of their own: `[^name]: …`."""

_ARROWS = {Role.CENTERED: ("->", "<-"), Role.PRESENTED: ("=>", "<=")}
_DEEPEST = 6
_SIDES = {
    Alignment.LEFT: ":---",
    Alignment.CENTER: ":---:",
    Alignment.RIGHT: "---:",
    Alignment.JUSTIFY: "---",
}
_ARTICLE = "Điều "
LONGEST_ON_THE_SPOT = 240  # characters of a note that is still readable within a sentence


@dataclass(slots=True)
class Sources:
    """Writes the sources of one text; labels are counted as reading it will count them.

    `notes` by number; those in `names` are written `[^name]`, the others on the spot. All
    Markdown here is as the document reads it: `typed_text.as_typed` makes a dossier's text of it.
    """

    notes: Mapping[int, Note] = field(default_factory=dict)
    names: NoteNames = field(default_factory=dict)
    scheme: Sequence[str] = ()
    _numbering: Numbering = field(init=False)

    def __post_init__(self) -> None:
        styles, _ = read_scheme(self.scheme, lambda _: None)
        self._numbering = Numbering(styles, lambda _: None)

    def inlines(self, inlines: Inlines, pipes: bool = False) -> str:
        """One line of text (or several, parted by breaks)."""
        return inlines_markdown(inlines, self._mark(pipes), pipes)

    def _mark(self, pipes: bool) -> MarkOf:
        def mark(number: int) -> str:
            if number in self.names:
                return f"[^{self.names[number]}]"
            note = self.notes.get(number)
            text = self._note_text(note, pipes) if note else ""
            return f"^[{text}]"

        return mark

    def _note_text(self, note: Note, pipes: bool) -> str:
        joined: list[Inline] = []
        for paragraph in note.paragraphs:
            joined += (Text(" "), *labelled(paragraph.label, paragraph.inlines))
        flat = (Text(" ") if isinstance(one, LineBreak) else one for one in joined)
        text = inlines_markdown(tuple(flat), lambda _: "", pipes)
        return re.sub(r"(\\.)|([\[\]])", lambda m: m[1] or f"\\{m[2]}", text)

    def definition(self, number: int) -> str:
        """`[^name]: …` with the note's further paragraphs indented below."""
        note = self.notes[number]
        texts = [
            inlines_markdown(part, lambda _: "")
            for one in note.paragraphs
            for part in _items(canonical(labelled(one.label, one.inlines)))
        ]
        return f"[^{self.names[number]}]: " + "\n\n    ".join(text for text in texts if text)

    def block(self, block: Block) -> str:
        """A block's lines; "" for a picture, which no text can stand for."""
        match block:
            case Paragraph():
                return self.paragraph(block)
            case Heading():
                return self.heading(block)
            case Table():
                return self.table(block)
            case Picture():
                return ""

    def paragraph(self, paragraph: Paragraph) -> str:
        """A paragraph; where a line begins with an item's sign, several."""
        inlines = canonical(paragraph.inlines)
        numbered = bool(paragraph.label and paragraph.level and inlines)
        if not numbered:
            inlines = canonical(labelled(paragraph.label, inlines))
        if not inlines:
            return ""
        if paragraph.role in _ARROWS:
            before, after = _ARROWS[paragraph.role]
            lines = _lines(inlines)
            return "\n\n".join(f"{before} {self.inlines(line)} {after}" for line in lines)
        parts = [self.inlines(part) for part in _items(inlines)]
        if numbered:
            marks = self._marks(paragraph.level, paragraph.label)
            parts[0] = f"{marks[0]}. {marks[1]}{_no_label(parts[0])}"
        elif paragraph.role is Role.BASIS:
            parts = [f">> {part}" for part in parts]
        return "\n\n".join(parts)

    def heading(self, heading: Heading) -> str:
        """A heading; one whose body runs in without a colon is a numbered paragraph in bold."""
        title, run_in = on_one_line(heading.title), canonical(heading.run_in)
        if not title and not run_in:
            return self.paragraph(Paragraph(labelled(heading.label, ())))
        if run_in and title and not self._runs_in(title, run_in):
            bold = tuple(replace(one, bold=True) if isinstance(one, Text) else one for one in title)
            return self.paragraph(
                Paragraph((*bold, Text(" "), *run_in), heading.label, heading.level)
            )
        if not title and not heading.label.startswith(_ARTICLE):
            return self.paragraph(Paragraph(run_in, heading.label, heading.level))
        marks, label = self._marks(heading.level, heading.label)
        if not title:
            return f"{marks}. {label}{_no_label(self.inlines(run_in))}"
        line = f"{marks} {label}{_no_label(self.inlines(title))}"
        return f"{line}\n{self.inlines(run_in)}" if run_in else line

    def _runs_in(self, title: Inlines, run_in: Inlines) -> bool:
        """Whether the body may stand on the line below the title."""
        following = self.inlines(run_in)
        colon = re.search(r":\**[ \t]*$", self.inlines(title))
        items = len(_items(run_in)) > 1 or begins_item(following)
        return bool(colon) and not items and not following.startswith(("#", "|", "[^", "->", "=>"))

    def holds_run_in(self, heading: Heading) -> bool:
        """Whether the heading stays one with what runs in after its title, if anything does."""
        run_in = canonical(heading.run_in)
        return not run_in or self._runs_in(on_one_line(heading.title), run_in)

    def _marks(self, level: int, label: str) -> tuple[str, str]:
        """`##`, and the label in brackets where counting gives another one."""
        level = min(level, _DEEPEST)
        trial = deepcopy(self._numbering)
        auto = trial.label(level, None, "")
        if auto == label:
            self._numbering = trial
            return "#" * level, ""
        self._numbering.label(level, label, "")
        return "#" * level, f"[{label}] "

    def table(self, table: Table) -> str:
        """A pipe table; a cell's paragraphs and lines are parted by blanks."""
        width = len(table.columns)
        header = [self._row(row) for row in grid(table.header, width)]
        body = [self._row(row) for row in grid(table.rows, width)]
        header = header or [" |" * width]
        if len(header) > MOST_HEADER_ROWS or any(is_delimiter(f"|{row}") for row in header[1:]):
            rows = unmerged((*table.header, *table.rows), width)
            return self.table(Table(table.columns, rows[:1], rows[1:]))
        sides = " | ".join(_SIDES[column.alignment] for column in table.columns)
        lines = (*(f"|{row}" for row in header), f"| {sides} |", *(f"|{row}" for row in body))
        return "\n".join(lines)

    def _row(self, cells: Iterable[Cell | str]) -> str:
        return "".join(f" {self._cell(cell)} |" for cell in cells)

    def _cell(self, cell: Cell | str) -> str:
        if isinstance(cell, str):
            return cell
        text = self.inlines(flat_cell(cell), pipes=True)
        return f"\\{text}" if text in (FROM_ABOVE, FROM_THE_LEFT) else text


def _lines(inlines: Inlines) -> list[Inlines]:
    """The inlines line by line; at least one."""
    lines: list[list[Inline]] = [[]]
    for one in inlines:
        if isinstance(one, LineBreak):
            lines.append([])
        else:
            lines[-1].append(one)
    return [tuple(line) for line in lines]


def _items(inlines: Inlines) -> list[Inlines]:
    """The inlines cut where a line begins with the sign of an item, which begins a paragraph."""
    first, *others = _lines(inlines)
    parts = [first]
    for line in others:
        if begins_item(plain_text(line)):
            parts.append(line)
        else:
            parts[-1] = (*parts[-1], LineBreak(), *line)
    return [canonical(part) for part in parts]


def _no_label(text: str) -> str:
    """The text of a heading, of which nothing reads as a label in brackets."""
    return f"\\{text}" if text.startswith("[") and not text.startswith("[^") else text


def note_names(
    notes: Iterable[Note], prefix: str = "chu_thich", longest: int = LONGEST_ON_THE_SPOT
) -> dict[int, str]:
    """Names for the notes that want lines of their own: several paragraphs, or long ones."""
    return {
        note.number: f"{prefix}_{note.number}"
        for note in notes
        if len(note.paragraphs) > 1
        or any(isinstance(x, LineBreak) for one in note.paragraphs for x in one.inlines)
        or sum(len(plain_text(one.inlines)) for one in note.paragraphs) > longest
    }
