"""A document with everything that placing an edit looks at: sources, blocks, marks of notes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as File

from reportgen.building import Building
from reportgen.document.tree import Note, NoteReference
from reportgen.dossier.files import full_path, shown_path
from reportgen.drafting.headings import Heading as BlockHeading
from reportgen.drafting.headings import split_heading
from reportgen.drafting.sandbox import parse_expression
from reportgen.drafting.shapes import INDICATORS, NAMES
from reportgen.drafting.wording import Block, Formula, blocks, names_in
from reportgen.problems import Place
from reportgen.roundtrip.merging.edits import Edit, EditKind, Path
from reportgen.roundtrip.merging.placing.marking import Spot, TypedFormula
from reportgen.roundtrip.merging.placing.printed import text_of
from reportgen.roundtrip.merging.placing.rewording import note_source
from reportgen.roundtrip.merging.placing.source_map import SourceMap
from reportgen.roundtrip.merging.placing.traced import Traced
from reportgen.roundtrip.merging.placing.typing_in import LooseValue, Typist

_CONTEXT = 12  # signs before a value that tell it elsewhere
_DEFINED = re.compile(r"\[\^(?P<name>[^\[\]\n]+)\]\Z")


@dataclass(frozen=True)
class Scene:
    """`edited` names the file that the edits come from; `texts` are those of all files in reach."""

    building: Building
    sources: SourceMap
    texts: Mapping[File, str]
    edited: str
    edits: tuple[Edit, ...] = ()  # all that are open

    @property
    def path(self) -> File:
        """The dossier's file."""
        return full_path(self.building.dossier.path)

    @property
    def yaml(self) -> str:
        """The dossier's text."""
        return self.sources.texts[self.path]

    @cached_property
    def blocks(self) -> Mapping[str, tuple[Block, tuple[str, ...]]]:
        """The template's blocks by name in their order, each with those around it."""
        found = blocks(self.building.template.wording)
        return {block.name: (block, within) for block, within in found}

    @cached_property
    def inline(self) -> frozenset[str]:
        """The blocks that stand within a line."""
        return frozenset(one.name for one in self.sources.blocks if one.inline)

    @cached_property
    def note_marks(self) -> dict[int, tuple[File, int, int]]:
        """Where the mark of each note is typed."""
        found: dict[int, tuple[File, int, int]] = {}
        for traced in self.sources.pieces.values():
            for index, sign in enumerate(traced.signs):
                if sign.note and (where := note_source(traced, index, self.sources)):
                    found[sign.note] = where
        return found

    def mark_of(self, number: int) -> str:
        """The mark of a note as typed; "" where it is not known."""
        where = self.note_marks.get(number)
        return self.sources.texts[where[0]][where[1] : where[2]] if where else ""

    def typist(self, fresh: Sequence[Note] = ()) -> Typist:
        """A typist who knows the document's notes and the fresh ones."""
        marks = {number: mark for number in self.note_marks if (mark := self.mark_of(number))}
        fresh_by_number = {note.number: note for note in fresh}
        return Typist(marks, fresh_by_number, loose=self.loose_values)

    def home(self, traced: Traced | None) -> tuple[str, ...]:
        """The blocks that a piece belongs to, the smallest first; those within a line left out."""
        spot = traced.spot if traced else None
        if spot is None:
            return ()
        passage = self.sources.passage_at(spot)
        if passage is not None and passage.steps[0] == "noi_dung":
            names = [str(passage.steps[1])]
        else:
            names = [one.name for one in self.sources.blocks_at(spot)]
        name = next((one for one in names if one in self.blocks), None)
        if name is None:
            return ()
        chain = (name, *reversed(self.blocks[name][1]))
        return tuple(one for one in chain if one not in self.inline)

    @cached_property
    def homes(self) -> dict[int, tuple[str, ...]]:
        """The blocks of each piece of the body; of one that no source is known of, as before it."""
        found: dict[int, tuple[str, ...]] = {}
        before: tuple[str, ...] = ()
        for index in range(len(self.building.document.body)):
            traced = self.sources.pieces.get(("body", index))
            before = self.home(traced) or before
            found[index] = before
        return found

    def members(self, name: str) -> list[int]:
        """The pieces of the body that a block holds."""
        return [index for index, homes in self.homes.items() if name in homes]

    def heading_of(self, name: str) -> BlockHeading | None:
        """The heading or number that a block begins with."""
        found = split_heading(self.blocks[name][0].body)
        return found[0] if found else None

    def keeps(self, formula: TypedFormula) -> bool:
        """Whether a formula can be typed elsewhere: it names nothing of a loop."""
        try:
            expression = parse_expression(formula.source[2:-2])
        except Exception:
            return False
        names = names_in((Formula(expression, Place("")),))
        return names <= {*NAMES, INDICATORS} and self.sources.occurrences.get(formula, 0) < 2

    @cached_property
    def kept_notes(self) -> frozenset[int]:
        """The notes that an edit puts in somewhere: their definitions have to stay."""
        return frozenset(
            one.number
            for edit in self.edits
            for one in edit.after
            if isinstance(one, NoteReference) and edit.kind is not EditKind.DELETED
        )

    @cached_property
    def loose_values(self) -> tuple[LooseValue, ...]:
        """The values of formulas in pieces that are edited, with the words that they follow.

        Where somebody cut a sentence and put it in elsewhere, they are found by these.
        """
        found: list[LooseValue] = []
        for edit in self.edits:
            traced = self.traced(edit.target.path) if edit.target else None
            if traced is None or edit.kind is EditKind.INSERTED:
                continue
            for value in traced.values:
                before = text_of(traced.signs[max(0, value.start - _CONTEXT) : value.start])
                printed = text_of(traced.signs[value.start : value.end])
                if printed and self.keeps(value.formula) and len(before) == _CONTEXT:
                    found.append(LooseValue(before, printed, value.formula.source))
        return tuple(found)

    def values(self, traced: Traced) -> list[tuple[str, str]]:
        """The printed values of a piece with the formulas that can be typed for them."""
        return [
            (text_of(traced.signs[one.start : one.end]), one.formula.source)
            for one in traced.values
            if self.keeps(one.formula)
        ]

    def traced(self, path: Path) -> Traced | None:
        """A piece with its sources."""
        return self.sources.pieces.get(path)

    def place(self, spot: Spot) -> Place:
        """The line of a sign."""
        line = self.sources.texts[spot.path].count("\n", 0, spot.offset) + 1
        return Place(shown_path(spot.path), line)

    def definition(self, number: int) -> tuple[File, int, int] | None:
        """The lines of a note's definition: from `[^name]:` to its last paragraph's end."""
        name = _DEFINED.match(self.mark_of(number))
        if name is None:
            return None
        wanted = re.compile(rf"^[ \t]*\[\^{re.escape(name['name'])}\]:", re.MULTILINE)
        for path, text in self.sources.texts.items():
            found = wanted.search(text)
            if found is None:
                continue
            end = found.end()
            note = self.building.document.notes[number - 1]
            for index in range(len(note.paragraphs)):
                traced = self.traced(("notes", number - 1, "paragraphs", index))
                spots = traced.spots if traced else []
                ends = [one.offset for one in spots if one is not None and one.path == path]
                ends += [one.formula.end for one in (traced.values if traced else [])]
                end = max([end, *ends])
            line_end = text.find("\n", end)
            return path, found.start(), line_end if line_end >= 0 else len(text)
        return None
