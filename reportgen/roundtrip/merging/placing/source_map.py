"""From each printed sign of a document to the sign of the source file that it was printed from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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
from reportgen.roundtrip.merging.placing.traced import Traced, Value, follow, follow_back


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
        follow(traced, at, end, spot, texts[spot.path])
    first = min([at for at, _ in anchors] + list(stops), default=0)
    opening = next((spot for at, spot in anchors if at == first), None)
    if first in stops:
        formula = next(marks.formulas[s] for at, s in found if at == first and s in marks.formulas)
        opening = Spot(formula.path, formula.start)
    if opening is not None:
        follow_back(traced, first, opening, texts[opening.path])
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
    words = [at for at, sign in found if sign in marks.words]
    traced.values = [
        one for one in traced.values if not any(one.start <= at < one.end for at in words)
    ]
