"""From each printed sign of a document to the sign of the source file that it was printed from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path as File

from reportgen.building import Building, build
from reportgen.document.tree import Block, Document, Heading, Inlines, Paragraph, Table, Text
from reportgen.dossier.files import full_path, read_text, standing_in
from reportgen.drafting.templates import SETTINGS_FILE
from reportgen.problems import InputError
from reportgen.roundtrip.merging.edits import Path
from reportgen.roundtrip.merging.placing.marking import MARK, Marks, Spot, TypedFormula, marked
from reportgen.roundtrip.merging.placing.passages import (
    Passage,
    TemplateBlock,
    dossier_passages,
    settings_passages,
    template_blocks,
)
from reportgen.roundtrip.merging.placing.printed import Sign, signs_of
from reportgen.vietnamese.text import split_superscripts

# What stands in a source between two signs that are printed side by side.
_UNPRINTED = re.compile(
    r"[*\\<>|]|[ \t]*\n[ \t]*|\[\^[^\[\]\n]+\]|\{%.*?%\}|\{#.*?#\}|[ \t]+", re.DOTALL
)
_LOOK_BACK = 80


@dataclass(frozen=True, slots=True)
class Value:
    """A formula with what it printed: `start` to `end` of the piece's signs."""

    formula: TypedFormula
    start: int
    end: int


@dataclass(slots=True)
class Traced:
    """A piece's signs, where each is typed (None: not known), the formulas among them.

    `edges`: blocks that stand within the line, with the sign where they begin or end.
    """

    signs: list[Sign]
    spots: list[Spot | None]
    values: list[Value] = field(default_factory=list)
    edges: list[tuple[TemplateBlock, bool, int]] = field(default_factory=list)

    def value_at(self, index: int) -> Value | None:
        """The formula that printed a sign."""
        return next((one for one in self.values if one.start <= index < one.end), None)

    @property
    def spot(self) -> Spot | None:
        """Where the first sign is typed whose place is known."""
        return next((one for one in self.spots if one is not None), None) or next(
            (Spot(one.formula.path, one.formula.start) for one in self.values), None
        )


@dataclass(frozen=True, slots=True)
class SourceMap:
    """The pieces of a document with their sources; texts and passages of all files."""

    pieces: Mapping[Path, Traced]
    texts: Mapping[File, str]
    passages: tuple[Passage, ...]
    blocks: tuple[TemplateBlock, ...]
    occurrences: Mapping[TypedFormula, int]

    def passage_at(self, spot: Spot) -> Passage | None:
        """The text of a YAML file that a sign stands in."""
        return next(
            (
                one
                for one in self.passages
                if one.path == spot.path and one.steps and one.start <= spot.offset <= one.end
            ),
            None,
        )

    def blocks_at(self, spot: Spot) -> tuple[TemplateBlock, ...]:
        """The blocks of a template that a sign stands in, the smallest first."""
        around = [
            one
            for one in self.blocks
            if one.path == spot.path and one.inner_start <= spot.offset < one.inner_end
        ]
        return tuple(sorted(around, key=lambda one: one.inner_end - one.inner_start))


def source_map(
    building: Building, templates: Sequence[File], texts: Mapping[File, str]
) -> SourceMap:
    """The map of a document that was built while `texts` stood for the files at their paths."""
    sources, passages, blocks = _sources(building, texts)
    marks = Marks()
    with_signs = {
        path: marked(
            path,
            text,
            [one for one in passages if one.path == path],
            marks,
            [one for one in blocks if one.path == path],
        )
        for path, text in sources.items()
    }
    pieces: dict[Path, Traced] = {}
    try:
        with standing_in({**texts, **with_signs}):
            other = build(building.dossier.path, templates).document
    except InputError:
        return SourceMap({}, sources, passages, blocks, {})
    own = dict(pieces_of(building.document))
    occurrences: dict[TypedFormula, int] = {}
    for path, inlines in pieces_of(other):
        if path not in own:
            continue
        traced = _traced(signs_of(own[path]), inlines, marks, sources)
        if traced is not None:
            pieces[path] = traced
            for value in traced.values:
                occurrences[value.formula] = occurrences.get(value.formula, 0) + 1
    return SourceMap(pieces, sources, passages, blocks, occurrences)


def _sources(
    building: Building, texts: Mapping[File, str]
) -> tuple[dict[File, str], tuple[Passage, ...], tuple[TemplateBlock, ...]]:
    """The texts of all files that sentences come from, with their passages and blocks."""
    own = full_path(building.dossier.path)
    sources: dict[File, str] = {}
    passages: list[Passage] = []
    blocks: list[TemplateBlock] = []
    with standing_in(texts):
        sources[own] = read_text(own, "HS")
        passages += dossier_passages(own, sources[own])
        for text, place in building.template.sources:
            path = full_path(File(place.file))
            if path in sources:
                continue
            sources[path] = text
            passages.append(Passage(path, 0, len(text)))
            blocks += template_blocks(path, text)
            settings = path.with_name(SETTINGS_FILE)
            if settings.is_file():
                sources[settings] = read_text(settings, "HS")
                passages += settings_passages(settings, sources[settings])
    return sources, tuple(passages), tuple(blocks)


def pieces_of(document: Document) -> Iterator[tuple[Path, Inlines]]:
    """Every text of a document that is typed in sentences, by its path."""
    yield ("title", "subject"), document.title.subject
    yield ("letterhead", "subject"), document.letterhead.subject
    yield ("title", "period"), document.title.period
    yield from _of_blocks(document.body, ("body",))
    for number, appendix in enumerate(document.appendices):
        path: Path = ("appendices", number)
        yield (*path, "title"), (Text(appendix.title),)
        yield from _of_blocks(appendix.blocks, (*path, "blocks"))
    for number, note in enumerate(document.notes):
        for index, paragraph in enumerate(note.paragraphs):
            yield ("notes", number, "paragraphs", index), paragraph.inlines


def _of_blocks(blocks: Sequence[Block], path: Path) -> Iterator[tuple[Path, Inlines]]:
    for number, block in enumerate(blocks):
        match block:
            case Paragraph(inlines):
                yield (*path, number), inlines
            case Heading():
                yield (*path, number), (*block.title, *block.run_in)
            case Table():
                for part in ("header", "rows"):
                    for row, cells in enumerate(getattr(block, part)):
                        for column, cell in enumerate(cells):
                            inside: Path = (*path, number, part, row, column, "blocks")
                            yield from _of_blocks(cell.blocks, inside)
            case _:
                continue


def _traced(
    own: list[Sign], inlines: Inlines, marks: Marks, texts: Mapping[File, str]
) -> Traced | None:
    """The own signs with the places that the signs in the other inlines tell; None: they differ."""
    plain: list[Sign] = []
    found: list[tuple[int, str]] = []
    for sign in signs_of(inlines):
        if MARK.match(sign.value):
            found.append((len(plain), sign.value))
        else:
            plain.append(sign)
    if [(one.value, one.note) for one in plain] != [(one.value, one.note) for one in own]:
        return None
    traced = Traced(own, [None] * len(own))
    _take_values(traced, found, marks)
    anchors = [
        (at, marks.words.get(sign) or _behind(marks, sign))
        for at, sign in found
        if sign in marks.words or sign in marks.ends
    ]
    stops = {at for at, sign in found if sign in marks.formulas}
    for number, (at, spot) in enumerate(anchors):
        if spot is None:
            continue
        following = [one for one, _ in anchors[number + 1 : number + 2]]
        end = min([*following, *(one for one in stops if one >= at), len(own)])
        _align(traced, at, end, spot, texts[spot.path])
    first = min([at for at, _ in anchors] + list(stops), default=0)
    opening = next((spot for at, spot in anchors if at == first), None)
    if first in stops:
        formula = next(marks.formulas[s] for at, s in found if at == first and s in marks.formulas)
        opening = Spot(formula.path, formula.start)
    if opening is not None:
        _align_back(traced, first, opening, texts[opening.path])
    return traced


def _behind(marks: Marks, sign: str) -> Spot:
    formula = marks.ends[sign]
    return Spot(formula.path, formula.end)


def _take_values(traced: Traced, found: Sequence[tuple[int, str]], marks: Marks) -> None:
    open_at: dict[TypedFormula, int] = {}
    for at, sign in found:
        if sign in marks.formulas:
            open_at[marks.formulas[sign]] = at
        elif sign in marks.ends and marks.ends[sign] in open_at:
            formula = marks.ends[sign]
            traced.values.append(Value(formula, open_at.pop(formula), at))
        elif sign in marks.edges:
            block, begins = marks.edges[sign]
            traced.edges.append((block, begins, at))


def _align(traced: Traced, start: int, end: int, spot: Spot, text: str) -> None:
    """Tell the signs from `start` to `end`, the first of which is typed at `spot` or behind it."""
    at = spot.offset
    for index in range(start, end):
        sign = traced.signs[index]
        if sign.note or sign.value == "\n":
            continue
        reached = _next_printed(sign, text, at)
        if reached is None:
            return
        traced.spots[index] = Spot(spot.path, reached)
        at = reached + 1


def _next_printed(sign: Sign, text: str, at: int) -> int | None:
    """Where the sign is typed from `at` on, with nothing but unprinted signs before it."""
    for _ in range(60):
        if at >= len(text):
            return None
        if _prints(text[at], sign) and not (text[at] in "*\\" and _is_markup(text, at)):
            return at
        if text.startswith("^[", at):
            at = _note_end(text, at)
            continue
        skipped = _UNPRINTED.match(text, at)
        if skipped is None:
            return None
        if sign.value == " " and "\n" in skipped[0]:
            return at + skipped[0].index("\n")
        at = skipped.end()
    return None


def _is_markup(text: str, at: int) -> bool:
    """Whether a star or backslash is one of the dialect's signs and not printed."""
    if text[at] == "\\":
        return text[at + 1 : at + 2] in ("*", "[", "]", "^", "<", "|", "\\", "{", "#")
    inner = text[at + 1 : at + 2]
    before = text[at - 1 : at] if at else " "
    return not (before.isalnum() and inner.isalnum()) and not (
        before.isdigit() or (before.isspace() and inner.isspace())
    )


def _note_end(text: str, at: int) -> int:
    depth = 0
    for index in range(at + 1, len(text)):
        if text[index] == "\\":
            continue
        depth += {"[": 1, "]": -1}.get(text[index], 0)
        if depth == 0:
            return index + 1
    return len(text)


def _prints(typed: str, sign: Sign) -> bool:
    if typed == sign.value:
        return True
    if sign.look[2]:
        raised = split_superscripts(f"⁽{typed}⁾" if typed.isdigit() else "⁽¹⁾")
        return typed in "⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹" and bool(raised) and _lowered(typed) == sign.value
    return False


def _lowered(typed: str) -> str:
    return typed.translate(str.maketrans("⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹", "()0123456789"))


def _align_back(traced: Traced, first: int, spot: Spot, text: str) -> None:
    """Tell the signs before the first one whose place is known, from there backwards."""
    at = spot.offset - 1
    for index in range(first - 1, -1, -1):
        sign = traced.signs[index]
        if sign.note or sign.value == "\n":
            return
        low = max(0, spot.offset - _LOOK_BACK)
        while at >= low and not _prints(text[at], sign) and text[at] in "*\\<[^":
            at -= 1
        if at < low or not _prints(text[at], sign):
            return
        traced.spots[index] = Spot(spot.path, at)
        at -= 1
