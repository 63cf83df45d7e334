"""New words as they are typed into a passage: in the dialect, in the passage's YAML."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.document.tree import Note, NoteReference
from reportgen.roundtrip.dialect import Sources
from reportgen.roundtrip.inline_source import inlines_markdown
from reportgen.roundtrip.merging.placing.passages import Passage
from reportgen.roundtrip.merging.placing.printed import Sign, inlines_of, text_of
from reportgen.roundtrip.typed_text import as_typed

_BELOW = re.compile(r"\n(?=[^\n])")
_HOLDER = 0xE000  # signs of the private plane that formulas and notes are held by
_HELD = re.compile(f"[{chr(_HOLDER)}-{chr(_HOLDER + 0x18FE)}]")
_RISKY_BARE = re.compile(r""":(?=\s|\Z)|\s\#|[\n\t]""")


@dataclass(frozen=True, slots=True)
class LooseValue:
    """What a formula printed behind the words `before`, wherever these stand now."""

    before: str
    printed: str
    formula: str


def moved_values(signs: Sequence[Sign], values: Sequence[LooseValue]) -> list[tuple[str, str]]:
    """The values that came along with their words, in the order of the signs."""
    text = text_of(signs)
    found: dict[int, tuple[str, str]] = {}
    for value in values:
        at = text.find(value.before + value.printed)
        if at >= 0:
            found.setdefault(at + len(value.before), (value.printed, value.formula))
    return [found[at] for at in sorted(found)]


@dataclass(slots=True)
class Typist:
    """Writes signs as Markdown, formulas and notes as given.

    `notes`: the source of the mark of each note that the document has. `fresh`: new notes.
    `loose`: values that may come along with words from elsewhere.
    """

    notes: Mapping[int, str] = field(default_factory=dict)
    fresh: Mapping[int, Note] = field(default_factory=dict)
    definitions: list[str] = field(default_factory=list)
    loose: Sequence[LooseValue] = ()

    def typed(self, signs: Sequence[Sign], held: Mapping[int, str]) -> str:
        """The Markdown of the signs; at an index of `held` a source stands for the sign there."""
        holders: dict[str, str] = {}
        made: list[Sign] = []
        for index, sign in enumerate(signs):
            if index in held:
                holder = chr(_HOLDER + len(holders))
                holders[holder] = held[index]
                made.append(Sign(holder, sign.look))
            else:
                made.append(sign)
        head, tail = _blanks(made), _blanks(made[::-1])
        core = made[head : len(made) - tail] if head < len(made) else []

        def mark(number: int) -> str:
            holder = chr(_HOLDER + len(holders))
            holders[holder] = self.mark(number)
            return holder

        text = as_typed(inlines_markdown(inlines_of(core), mark))
        text = _HELD.sub(lambda sign: holders.get(sign[0], sign[0]), text)
        return " " * head + text + " " * (tail if core else 0)

    def mark(self, number: int) -> str:
        """The mark of a note, the note itself if it is new."""
        if number in self.notes:
            return self.notes[number]
        note = self.fresh.get(number)
        if note is None:
            return ""
        if len(note.paragraphs) < 2:
            return as_typed(Sources({number: note}).inlines(_reference(number)))
        name = f"bo_sung_{number}"
        source = Sources({number: note}, {number: name})
        self.definitions.append(as_typed(source.definition(number)))
        return f"[^{name}]"


def _reference(number: int) -> tuple[NoteReference]:
    return (NoteReference(number),)


def _blanks(signs: Sequence[Sign]) -> int:
    count = 0
    while count < len(signs) and signs[count].value == " ":
        count += 1
    return count


def fits(passage: Passage, text: str) -> str | None:
    """Markdown as it is typed within a YAML value; None where its style cannot hold it."""
    match passage.style:
        case "|" | ">":
            return _BELOW.sub("\n" + " " * passage.indent, text)
        case '"':
            return None if "\n" in text else text.replace("\\", "\\\\").replace('"', '\\"')
        case "'":
            return None if "\n" in text else text.replace("'", "''")
        case _:
            return None if _RISKY_BARE.search(text) else text


def as_value(text: str, column: int) -> str:
    """A text as a YAML block below a key that begins at `column`."""
    pad = " " * (column + 2)
    lines = text.strip("\n").split("\n")
    return "|\n" + "\n".join(pad + line if line.strip() else "" for line in lines)


def as_line(text: str) -> str:
    """One line as a YAML value, in quotes where it needs them."""
    risky = re.search(r""":(\s|\Z)|\s\#|\A[\s\-?:,\[\]{}#&*!|>'"%@`]|\A\Z|\s\Z""", text)
    special = text.lower() in ("true", "false", "null", "~", "yes", "no")
    if risky or special:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text
