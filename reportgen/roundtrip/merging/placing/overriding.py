"""Words that a template owns: the dossier gets a text of its own for the smallest block of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.document.tree import Block, Heading, Inlines, Note, NoteReference, Paragraph, Role
from reportgen.roundtrip.dialect import Sources
from reportgen.roundtrip.merging.placing.marking import Spot
from reportgen.roundtrip.merging.placing.patches import Patch, Placement
from reportgen.roundtrip.merging.placing.printed import Sign, signs_of
from reportgen.roundtrip.merging.placing.regions import regions
from reportgen.roundtrip.merging.placing.rewording import held_values
from reportgen.roundtrip.merging.placing.scene import Scene
from reportgen.roundtrip.merging.placing.sections import drop_section, set_section, without_key
from reportgen.roundtrip.merging.placing.traced import Traced
from reportgen.roundtrip.merging.placing.typing_in import Typist, moved_values
from reportgen.roundtrip.typed_text import as_typed

_ARROWS = {Role.CENTERED: ("->", "<-"), Role.PRESENTED: ("=>", "<=")}
_BREAK = re.compile(r"\n[ \t]*")
_MANY = 4  # pieces that go into the dossier with one that was edited
_SWALLOWED = "cả khối {name} ({count} đoạn) nay là lời riêng của hồ sơ"


@dataclass(slots=True)
class Rewrite:
    """What becomes of the pieces of the body, by index: replaced, dropped, others behind them."""

    replaced: dict[int, Block] = field(default_factory=dict)
    dropped: set[int] = field(default_factory=set)
    added: dict[int, list[Block]] = field(default_factory=dict)
    leading: list[Block] = field(default_factory=list)  # before all
    notes: tuple[Note, ...] = ()


def block_source(block: Block, typist: Typist, values: Sequence[tuple[str, str]] = ()) -> str:
    """A block as a dossier's text; `values` are printed texts that formulas stand for."""

    def typed(inlines: Inlines) -> str:
        signs = signs_of(inlines)
        return typist.typed(*held_values(signs, values or moved_values(signs, typist.loose)))

    match block:
        case Heading(level, _, title, run_in) if title:
            line = f"{'#' * level} {typed(title).strip()}"
            return f"{line}\n{typed(run_in).strip()}" if run_in else line
        case Heading(level, _, _, run_in):
            return f"{'#' * level}. {typed(run_in).strip()}"
        case Paragraph():
            return _with_marks(block, typed(block.inlines).strip())
    return as_typed(Sources(typist.fresh).block(block))


def _with_marks(paragraph: Paragraph, text: str) -> str:
    """A paragraph's text between the marks of its role or level."""
    if paragraph.role in _ARROWS:
        before, after = _ARROWS[paragraph.role]
        return f"{before} {text} {after}"
    if paragraph.role is Role.BASIS:
        return f">> {text}"
    if paragraph.level:
        return f"{'#' * paragraph.level}. {text}"
    return f"{paragraph.label} {text}" if paragraph.label else text


def override(scene: Scene, name: str, rewrite: Rewrite) -> Placement:
    """A text of the dossier for a whole block, its pieces changed as told."""
    body = scene.building.document.body
    members = scene.members(name)
    if not members:
        return Placement()
    retitled = _title_alone(scene, name, members[0], rewrite)
    if retitled is not None:
        return retitled
    typist = _typist(scene, rewrite.notes, name)
    heading = scene.heading_of(name)
    title: str | None = None
    parts = [block_source(one, typist) for one in rewrite.leading]
    for index in members:
        block = rewrite.replaced.get(index, body[index])
        traced = scene.traced(("body", index))
        values = scene.values(traced) if traced else []
        if index not in rewrite.dropped:
            if index == members[0] and heading is not None:
                text, title = _first(block, body[index], heading.title is not None, typist, values)
            else:
                text = block_source(block, typist, values)
            parts += [text] if text else []
        parts += [block_source(one, typist) for one in rewrite.added.get(index, ())]
    text = "\n\n".join([*parts, *dict.fromkeys(typist.definitions)])
    patches = set_section(scene, name, text, title)
    patches += inner_keys_gone(scene, name)
    told = _SWALLOWED.format(name=name, count=len(members)) if len(members) >= _MANY else ""
    return Placement(tuple(patches), remarks=(told,) if told else ())


def _title_alone(scene: Scene, name: str, index: int, rewrite: Rewrite) -> Placement | None:
    """A new title for a block of which nothing else changes; None where more does."""
    own = scene.building.document.body[index]
    block = rewrite.replaced.get(index)
    heading = scene.heading_of(name)
    if heading is None or heading.title is None or len(rewrite.replaced) != 1:
        return None
    if rewrite.dropped or rewrite.added or rewrite.leading or rewrite.notes:
        return None
    if not isinstance(own, Heading) or not isinstance(block, Heading):
        return None
    if block.title == own.title or block.run_in != own.run_in:
        return None
    traced = scene.traced(("body", index))
    values = scene.values(traced) if traced else []
    title = scene.typist().typed(*held_values(signs_of(block.title), values)).strip()
    if not title:
        return None
    return Placement(tuple(set_section(scene, name, None, title)))


def _first(
    block: Block, own: Block, titled: bool, typist: Typist, values: Sequence[tuple[str, str]]
) -> tuple[str, str | None]:
    """The text and the new title of the piece that holds a block's own heading or number."""
    if titled and isinstance(block, Heading) and isinstance(own, Heading):
        title = None
        if block.title != own.title:
            title = typist.typed(*held_values(signs_of(block.title), values)).strip()
        run_in = typist.typed(*held_values(signs_of(block.run_in), values)).strip()
        return run_in, title
    if not titled and isinstance(block, Paragraph) and block.level:
        return typist.typed(*held_values(signs_of(block.inlines), values)).strip(), None
    return block_source(block, typist, values), None


def override_inline(
    scene: Scene, traced: Traced, new: Sequence[Sign], notes: Sequence[Note]
) -> Placement | None:
    """Texts of the dossier for the blocks within the line that hold all that changes, or None."""
    found = regions(traced.signs, new, traced.values)
    spans = _inline_spans(traced)
    chosen: dict[str, tuple[int, int]] = {}
    for region in found:
        around = [
            (end - start, name, start, end)
            for name, start, end in spans
            if start <= region.start and region.end <= end and name in scene.blocks
        ]
        if not around or region.start == region.end in (around[0][2], around[0][3]):
            return None
        _, name, start, end = min(around)
        chosen[name] = (start, end)
    placement = Placement()
    for name, (start, end) in chosen.items():
        typist = _typist(scene, notes, name)
        shift = [one.last - one.first - (one.end - one.start) for one in found]
        first = start + sum(n for one, n in zip(found, shift, strict=True) if one.end <= start)
        last = end + sum(n for one, n in zip(found, shift, strict=True) if one.start < end)
        values = [
            pair
            for pair, value in zip(_pairs(scene, traced), traced.values, strict=True)
            if start <= value.start and value.end <= end and pair is not None
        ]
        text = typist.typed(*held_values(new[first:last], values))
        whole = "\n\n".join([text, *typist.definitions])
        patches = set_section(scene, name, whole) if whole else drop_section(scene, name)
        patches += inner_keys_gone(scene, name)
        placement = placement.and_(Placement(tuple(patches)))
    return placement


def _pairs(scene: Scene, traced: Traced) -> list[tuple[str, str] | None]:
    return [
        ("".join(sign.value for sign in traced.signs[one.start : one.end]), one.formula.source)
        if scene.keeps(one.formula)
        else None
        for one in traced.values
    ]


def _inline_spans(traced: Traced) -> list[tuple[str, int, int]]:
    spans: list[tuple[str, int, int]] = []
    open_at: dict[str, int] = {}
    for block, begins, at in traced.edges:
        if begins:
            open_at[block.name] = at
        elif block.name in open_at:
            spans.append((block.name, open_at.pop(block.name), at))
    return spans


def inner_keys_gone(scene: Scene, name: str) -> list[Patch]:
    """The dossier's keys for blocks inside, whose texts are in the block's own text now."""
    patches: list[Patch] = []
    for key in scene.building.dossier.noi_dung:
        if key in scene.blocks and name in scene.blocks[key][1]:
            patches += without_key(scene, "noi_dung", key)
    return patches


def _typist(scene: Scene, fresh: Sequence[Note], name: str) -> Typist:
    """A typist whose marks of notes stand in the dossier: notes of the template are written out."""
    typist = scene.typist(fresh)
    marks: dict[int, str] = {}
    for number, (path, start, end) in scene.note_marks.items():
        mark = scene.sources.texts[path][start:end]
        if mark.startswith("^["):
            own = path == scene.path
            marks[number] = (
                _BREAK.sub("\n", mark) if own else f"^[{_note(scene, number, typist)[0]}]"
            )
            continue
        where = scene.definition(number)
        marks[number] = mark
        if where is None or not _goes(scene, where, name):
            continue
        if not _used_in(scene, number, name):
            continue
        paragraphs = _note(scene, number, typist)
        if len(paragraphs) == 1:
            marks[number] = f"^[{paragraphs[0]}]"
        else:
            typist.definitions.append(f"{mark}: " + "\n\n    ".join(paragraphs))
    typist.notes = marks
    return typist


def _goes(scene: Scene, where: tuple[object, int, int], name: str) -> bool:
    """Whether a definition stands in what the override takes the place of."""
    path, start, end = where
    if path != scene.path:
        return True
    passage = scene.sources.passage_at(Spot(scene.path, (start + end) // 2))
    key = str(passage.steps[1]) if passage and passage.steps[0] == "noi_dung" else ""
    return key == name or (key in scene.blocks and name in scene.blocks[key][1])


def _used_in(scene: Scene, number: int, name: str) -> bool:
    for path, traced in scene.sources.pieces.items():
        if any(sign.note == number for sign in traced.signs):
            if path[0] != "body":
                return False
            index = path[1]
            inline = any(edge[0].name == name for edge in traced.edges)
            return inline or (isinstance(index, int) and name in scene.homes.get(index, ()))
    return False


def _note(scene: Scene, number: int, typist: Typist) -> list[str]:
    """The paragraphs of a note with their formulas."""
    made = []
    note = scene.building.document.notes[number - 1]
    for index, paragraph in enumerate(note.paragraphs):
        traced = scene.traced(("notes", number - 1, "paragraphs", index))
        values = scene.values(traced) if traced else []
        made.append(typist.typed(*held_values(signs_of(paragraph.inlines), values)))
    return made


def referenced(block: Block) -> set[int]:
    """The notes that a block refers to."""
    match block:
        case Paragraph(inlines):
            found: Inlines = inlines
        case Heading():
            found = (*block.title, *block.run_in)
        case _:
            found = ()
    return {one.number for one in found if isinstance(one, NoteReference)}
