"""The wording of an imported document: a template's text, and what the month says in it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.document.inlines import plain_text
from reportgen.document.markdown.paragraphs import begins_item
from reportgen.document.tree import (
    Block,
    Cell,
    Heading,
    Inlines,
    LineBreak,
    Note,
    NoteReference,
    Paragraph,
    Text,
)
from reportgen.roundtrip.dialect import Sources, note_names
from reportgen.roundtrip.importing.outline import Part
from reportgen.roundtrip.typed_text import as_template, as_typed

MAIN_BLOCK = "toan_van"
_END_SIGNS = " \u00a0:.;"
_COLON_AT_END = re.compile(r":\**[ \t]*$")


@dataclass(frozen=True, slots=True)
class Wording:
    """`template` is the text between the tags of its main block, "" where none is needed.

    `texts` are the sections by key, as typed under `noi_dung`.
    """

    template: str
    texts: Mapping[str, str]


class Writer:
    """Writes texts one after the other; labels are counted through each, notes once for all."""

    def __init__(self, notes: Sequence[Note], scheme: Sequence[str]) -> None:
        self._notes = {note.number: note for note in notes}
        self._names = note_names(notes)
        self._scheme = scheme

    def numbering(self, scheme: Sequence[str]) -> "Writer":
        """A writer of the same notes whose labels are counted by a scheme."""
        return Writer(tuple(self._notes.values()), scheme)

    def body(self, parts: Sequence[Part]) -> Wording:
        """Template and texts of the body."""
        sources = Sources(self._notes, self._names, self._scheme)
        if len(parts) == 1 and parts[0].heading is None:
            text = self._text(sources, parts[0].blocks)
            return Wording("", {MAIN_BLOCK: text} if text else {})
        lines: list[str] = []
        texts: dict[str, str] = {}
        open_block = ""
        for part in parts:
            level = part.heading.level if part.heading else 0
            if open_block and level < 2:
                lines.append(f"{{% endblock {open_block} %}}\n")
                open_block = ""
            self._part(sources, part, lines, texts)
            if part.opens:
                open_block = part.key
        if open_block:
            lines.append(f"{{% endblock {open_block} %}}\n")
        return Wording("\n".join(lines).rstrip("\n"), texts)

    def _part(self, sources: Sources, part: Part, lines: list[str], texts: dict[str, str]) -> None:
        key = part.key
        lines.append(f"{{% block {key} %}}")
        inner = key
        if part.heading is not None:
            lines += (self._title(sources, part, part.heading, texts), "")
            separate = part.heading.title and _ends_with_colon(part) and not part.heading.run_in
            if part.opens or (separate and part.blocks):
                inner = part.opening
        opening: tuple[Block, ...] = ()
        if part.heading is not None and part.heading.run_in:
            opening = (Paragraph(part.heading.run_in),)
        text = self._text(sources, (*opening, *part.blocks), texts.get(part.notes, ""))
        if text:
            texts[inner] = text
        if inner != key and (text or not part.opens):
            lines.append(f"{{% block {inner} %}}{{% endblock {inner} %}}\n")
        if not part.opens:
            lines.append(f"{{% endblock {key} %}}\n")

    def _title(self, sources: Sources, part: Part, heading: Heading, texts: dict[str, str]) -> str:
        """The heading's line; notes at its end belong to the month."""
        title, marks, end = _notes_apart(heading.title)
        line = as_template(sources.heading(replace(heading, title=title, run_in=())))
        if not marks:
            return line
        texts[part.notes] = as_typed(sources.inlines(marks))
        block = f"{{% block {part.notes} %}}{{% endblock {part.notes} %}}"
        return f"{line}{block}{as_template(sources.inlines(end))}"

    def appendix(self, blocks: Iterable[Block]) -> str:
        """The text of an appendix."""
        return self._text(Sources(self._notes, self._names, self._scheme), blocks)

    def cell(self, cell: Cell) -> str:
        """A cell of a CSV table, a line for each paragraph."""
        sources = Sources(self._notes, self._names)
        lines = [sources.paragraph(replace(one, level=0)) for one in cell.blocks]
        joined = "\n".join(line for line in lines if line)
        return as_typed(re.sub(r" *\n+", "\n", joined))

    def line(self, inlines: Inlines) -> str:
        """A single line as typed, for where no note may stand."""
        plain = tuple(
            Text(" ") if isinstance(one, LineBreak) else one
            for one in inlines
            if not isinstance(one, NoteReference)
        )
        return as_typed(Sources().inlines(plain))

    def definitions(self, markdown: str) -> list[str]:
        """The definitions of the named notes that a typed text refers to."""
        sources = Sources(self._notes, self._names)
        return [
            as_typed(sources.definition(number))
            for number, name in self._names.items()
            if f"[^{name}]" in markdown
        ]

    def _text(self, sources: Sources, blocks: Iterable[Block], more: str = "") -> str:
        made = [as_typed(text) for block in blocks if (text := sources.block(block))]
        return "\n\n".join((*made, *self.definitions("\n".join((more, *made)))))


def _notes_apart(title: Inlines) -> tuple[Inlines, Inlines, Inlines]:
    """The title, the notes at its end, and the signs after those."""
    at = len(title)
    last = title[-1] if title else None
    if isinstance(last, Text) and not last.value.strip(_END_SIGNS):
        at -= 1
    first = at
    while first and isinstance(title[first - 1], NoteReference):
        first -= 1
    return (title[:first], title[first:at], title[at:]) if first < at else (title, (), ())


def _ends_with_colon(part: Part) -> bool:
    """Whether the title would take in the paragraph that follows it on its own."""
    first = part.blocks[0] if part.blocks else None
    if part.heading is None or not isinstance(first, Paragraph) or (first.label and first.level):
        return False
    title = Sources().inlines(part.heading.title)
    return bool(_COLON_AT_END.search(title)) and not begins_item(plain_text(first.inlines))
