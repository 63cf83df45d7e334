"""A changed paragraph, heading or note, put where it is typed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reportgen.document.tree import Heading, Inlines, Paragraph
from reportgen.roundtrip.merging.edits import Edit
from reportgen.roundtrip.merging.placing.figures import figure_placement
from reportgen.roundtrip.merging.placing.notes import note_override
from reportgen.roundtrip.merging.placing.overriding import Rewrite, override, override_inline
from reportgen.roundtrip.merging.placing.patches import Patch, Placement, refused
from reportgen.roundtrip.merging.placing.printed import Sign, inlines_of, signs_of, text_of
from reportgen.roundtrip.merging.placing.refiguring import settled
from reportgen.roundtrip.merging.placing.rewording import (
    behind,
    first_spot,
    held_values,
    reworded,
)
from reportgen.roundtrip.merging.placing.scene import Scene
from reportgen.roundtrip.merging.placing.traced import Traced, Value
from reportgen.roundtrip.merging.placing.typing_in import fits

UNKNOWN = "không rõ chữ này in ra từ dòng nào của hồ sơ"
NOWHERE = "dựng thử không ra đúng chữ này; gõ tay vào dòng nêu trên"
_MARKUP = re.compile(r"\*+")
WAYS = 4
_FIGURES_ALONE = 3  # the way in which nothing but figures is put in
_WORDS_LEFT = "số đã ghi; chữ xung quanh chưa đưa vào được, sửa bằng tay ở dòng nêu trên"


def place_changed(scene: Scene, edit: Edit, way: int) -> Placement:
    """How a changed piece is put in; `way` counts the ways from the least change to the most."""
    assert edit.target is not None  # noqa: S101 - what was changed is there
    path = edit.target.path
    traced = scene.traced(path)
    if traced is None:
        return refused(UNKNOWN)

    def figure(value: Value, before: str, after: str) -> Placement:
        dossier = scene.building.dossier
        return figure_placement(value.formula, before, after, dossier, scene.edited)

    wanted, figures = settled(traced, signs_of(edit.after), figure)
    if [(one.value, one.look, one.note) for one in wanted] == [
        (one.value, one.look, one.note) for one in traced.signs
    ]:
        return figures
    if way >= _FIGURES_ALONE:
        return figures.and_(refused(_WORDS_LEFT if figures.changes else NOWHERE))
    words = _words(scene, edit, traced, wanted, way)
    lost = _formulas_lost(traced, wanted) if words.changes else ()
    return words.and_(Placement(remarks=tuple(lost))).and_(figures)


def _formulas_lost(traced: Traced, wanted: Sequence[Sign]) -> list[str]:
    """What to tell of formulas that words take the place of."""
    printed = [
        (text_of(traced.signs[one.start : one.end]), one.formula.source) for one in traced.values
    ]
    _, held = held_values(wanted, printed)
    left = list(held.values())
    lost = []
    for text, source in printed:
        if source in left:
            left.remove(source)
        elif text:
            lost.append(f"công thức {source} (in “{text}”) được thay bằng chữ")
    return lost


def _words(scene: Scene, edit: Edit, traced: Traced, wanted: Sequence[Sign], way: int) -> Placement:
    typist = scene.typist(edit.notes)
    if way == 0:
        found = reworded(traced, wanted, scene.sources, typist)
        if found is not None:
            return found.and_(_definitions(scene, traced, typist.definitions)).and_(
                notes_gone(scene, traced, wanted)
            )
        inline = override_inline(scene, traced, wanted, edit.notes)
        if inline is not None:
            return inline
    whole = whole_piece(scene, edit, traced, wanted) if way <= 1 else None
    return whole or in_block(scene, edit, wanted, max(0, way - 1))


def whole_piece(
    scene: Scene, edit: Edit, traced: Traced, wanted: Sequence[Sign]
) -> Placement | None:
    """The piece typed anew where a YAML text has it; None where none has it as a whole."""
    if not traced.signs or not wanted:
        return None
    first = first_spot(traced, 0, scene.sources)
    last = behind(traced, len(traced.signs) - 1, scene.sources)
    if first is None or last is None or first.path != last.path:
        return None
    passage = scene.sources.passage_at(first)
    if passage is None or last.offset > passage.end:
        return None
    text = scene.sources.texts[first.path]
    start, end = first.offset, last.offset
    while start > passage.start and text[start - 1] == "*":
        start -= 1
    end = (_MARKUP.match(text, end) or re.compile("").match(text, end)).end()  # type: ignore[union-attr]
    typist = scene.typist(edit.notes)
    cut = _title_length(edit)
    values = scene.values(traced)
    parts = (wanted[:cut], wanted[cut:]) if cut else (wanted,)
    typed = "\n".join(typist.typed(*held_values(part, values)).strip() for part in parts)
    fitting = fits(passage, typed)
    if fitting is None:
        return None
    placement = Placement((Patch(first.path, start, end, fitting),))
    return placement.and_(_definitions(scene, traced, typist.definitions)).and_(
        notes_gone(scene, traced, wanted)
    )


def _title_length(edit: Edit) -> int:
    """How many of a heading's signs are its title, where text runs in behind it."""
    if isinstance(edit.block, Heading) and edit.block.run_in and edit.block.title:
        return len(signs_of(edit.block.title))
    return 0


def in_block(scene: Scene, edit: Edit, wanted: Sequence[Sign], level: int) -> Placement:
    """A text of the dossier for the block that a piece of the body or of a note belongs to."""
    assert edit.target is not None  # noqa: S101
    path = edit.target.path
    if path[:2] in (("title", "subject"), ("title", "period")) or path[0] == "letterhead":
        return refused(UNKNOWN)
    if path[0] == "notes" and isinstance(path[1], int):
        return _note_in_block(scene, edit, path[1], inlines_of(wanted))
    index = path[1] if path[0] == "body" and len(path) == 2 else None
    if not isinstance(index, int):
        return refused(UNKNOWN)
    homes = scene.homes.get(index, ())
    if len(homes) <= level:
        return refused("chữ này nằm ngoài các khối mà hồ sơ thay được")
    own = scene.building.document.body[index]
    rewrite = Rewrite({index: _with(own, edit, inlines_of(wanted))}, notes=edit.notes)
    return override(scene, homes[level], rewrite)


def _with(own: object, edit: Edit, inlines: Inlines) -> Paragraph | Heading:
    """The own piece with other inlines; of a heading, parted as the edited one is."""
    if isinstance(own, Heading):
        given = edit.block if isinstance(edit.block, Heading) else None
        cut = len(signs_of(given.title)) if given and given.title else len(signs_of(own.title))
        if given is None and not own.run_in:
            cut = len(signs_of(inlines))
        signs = signs_of(inlines)
        return replace(own, title=inlines_of(signs[:cut]), run_in=inlines_of(signs[cut:]))
    if isinstance(own, Paragraph):
        return replace(own, inlines=inlines)
    return Paragraph(inlines)


def _note_in_block(scene: Scene, edit: Edit, number: int, inlines: Inlines) -> Placement:
    """A note of the template: its block within the line, or the block that defines it."""
    assert edit.target is not None  # noqa: S101
    index = edit.target.path[3] if len(edit.target.path) > 3 else 0
    return note_override(scene, number + 1, int(index), inlines, edit.notes)


def notes_gone(scene: Scene, traced: Traced, wanted: Sequence[Sign]) -> Placement:
    """The definitions of notes whose marks go, taken away as well."""
    gone = {one.note for one in traced.signs if one.note} - {one.note for one in wanted}
    return without_definitions(scene, gone)


def without_definitions(scene: Scene, numbers: set[int]) -> Placement:
    """Definitions of the dossier taken away, with the blank lines above them."""
    patches = []
    for number in sorted(numbers - scene.kept_notes):
        where = scene.definition(number)
        if where is None or where[0] != scene.path:
            continue
        path, start, end = where
        text = scene.sources.texts[path]
        while start and text[start - 1] in " \t\n":
            start -= 1
        patches.append(Patch(path, start, end, ""))
    return Placement(tuple(patches))


def _definitions(scene: Scene, traced: Traced, definitions: Sequence[str]) -> Placement:
    """New notes of several paragraphs at the end of the text that refers to them."""
    spot = traced.spot
    passage = scene.sources.passage_at(spot) if spot and definitions else None
    if passage is None:
        return Placement()
    typed = fits(passage, "\n\n" + "\n\n".join(definitions))
    if typed is None:
        return refused("chú thích mới có nhiều đoạn, giá trị này không ghi được nhiều dòng")
    return Placement((Patch(passage.path, passage.end, passage.end, typed),))
