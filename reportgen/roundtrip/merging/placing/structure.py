"""Pieces that were put in, taken out or moved: whole lines of the sources."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from reportgen.document.tree import Block, Note
from reportgen.roundtrip.merging.edits import Edit, EditKind, Path, Target
from reportgen.roundtrip.merging.placing.changing import UNKNOWN, without_definitions
from reportgen.roundtrip.merging.placing.marking import Spot
from reportgen.roundtrip.merging.placing.overriding import (
    Rewrite,
    block_source,
    inner_keys_gone,
    override,
)
from reportgen.roundtrip.merging.placing.patches import Patch, Placement, overlap, refused
from reportgen.roundtrip.merging.placing.rewording import behind, first_spot
from reportgen.roundtrip.merging.placing.scene import Scene
from reportgen.roundtrip.merging.placing.sections import drop_section, set_section
from reportgen.roundtrip.merging.placing.traced import Traced
from reportgen.roundtrip.merging.placing.typing_in import fits

_MOST_REWRITTEN = 12  # pieces that may become the dossier's own for the sake of a heading
_HEADING = (
    "tiêu đề của mẫu không bỏ riêng được: bỏ cả mục thì ghi {name}: {{bo: true}} ở noi_dung, "
    "đổi lời thì dùng tieu_de"
)


def place_inserted(scene: Scene, edit: Edit, others: Sequence[Edit] = ()) -> Placement:
    """A new piece behind its neighbour; `others` are new pieces behind the same one, in order."""
    edits = [edit, *others]
    blocks = [one.block for one in edits if one.block is not None]
    notes = tuple(note for one in edits for note in one.notes)
    if len(blocks) != len(edits):
        return refused("chưa đưa vào được loại nội dung này")
    typist = scene.typist(notes)
    texts = [text for block in blocks if (text := block_source(block, typist))]
    lines = "\n\n".join(texts)
    definitions = "".join(f"\n\n{one}" for one in typist.definitions)
    before = _neighbour(edit.target, edit.container)
    after = _next(scene, before, edit.container)
    spot = line_end(scene, scene.traced(before)) if before else None
    if spot is not None and (found := _below(scene, spot, lines, definitions)) is not None:
        return found
    spot = line_start(scene, scene.traced(after)) if after else None
    if spot is not None and (found := _above(scene, spot, lines, definitions)) is not None:
        return found
    if before is None and edit.container == ("body",):
        return _before_all(scene, blocks, lines + definitions, notes)
    index = before[1] if before and before[0] == "body" and len(before) == 2 else None
    return _into_block(scene, index, blocks, lines + definitions, notes)


def _before_all(
    scene: Scene, blocks: Sequence[Block], text: str, notes: tuple[Note, ...]
) -> Placement:
    """Before the first words of a template: in its block for them, or before those of a block."""
    homes = scene.homes.get(0, ())
    names = list(scene.blocks)
    first = names.index(homes[-1]) if homes else 0
    unprinted = [
        name
        for name in names[:first]
        if not scene.blocks[name][1] and name not in scene.inline and not scene.members(name)
    ]
    if unprinted:
        return Placement(tuple(set_section(scene, unprinted[-1], text)))
    if not homes or scene.heading_of(homes[0]) is not None:
        return refused(
            "mẫu không có khối nào trước tiêu đề đầu tiên; thêm khối vào mẫu của cơ quan"
        )
    return override(scene, homes[0], Rewrite(leading=list(blocks), notes=notes))


def _neighbour(target: Target | None, container: Path) -> Path | None:
    if target is None or target.path[: len(container)] != container:
        return None
    return target.path[: len(container) + 1]


def _next(scene: Scene, before: Path | None, container: Path) -> Path | None:
    index = before[-1] + 1 if before and isinstance(before[-1], int) else 0
    path = (*container, index)
    return path if path in scene.sources.pieces else None


def _below(scene: Scene, spot: Spot, lines: str, definitions: str) -> Placement | None:
    passage = scene.sources.passage_at(spot)
    if passage is None:
        return None
    text = scene.sources.texts[spot.path]
    at = min(text.find("\n", spot.offset) % (len(text) + 1), passage.end)
    follows = text[at + 1 : (text.find("\n", at + 1)) % (len(text) + 1)]
    tail = "\n" if at < passage.end and follows.strip() else ""
    typed = fits(passage, f"\n\n{lines}{tail}")
    ending = fits(passage, definitions)
    if typed is None or ending is None:
        return None
    patches = [Patch(spot.path, at, at, typed)]
    if definitions:
        patches.append(Patch(spot.path, passage.end, passage.end, ending))
    return Placement(tuple(patches))


def _above(scene: Scene, spot: Spot, lines: str, definitions: str) -> Placement | None:
    passage = scene.sources.passage_at(spot)
    if passage is None:
        return None
    typed, ending = fits(passage, lines), fits(passage, definitions)
    if typed is None or ending is None or passage.style not in ("|", ">"):
        return None
    pad = " " * passage.indent
    patches = [Patch(spot.path, spot.offset, spot.offset, f"{typed}\n\n{pad}")]
    if definitions:
        patches.append(Patch(spot.path, passage.end, passage.end, ending))
    return Placement(tuple(patches))


def _into_block(
    scene: Scene, index: object, blocks: Sequence[Block], text: str, notes: tuple[Note, ...]
) -> Placement:
    """Behind words of the template: added to its block, or in a text for the whole block."""
    if not isinstance(index, int):
        return refused(UNKNOWN)
    for name in scene.homes.get(index, ()):
        if scene.members(name)[-1] == index and name not in scene.building.dossier.noi_dung:
            patches = set_section(scene, name, text, key="them")
            return Placement(tuple(patches))
        break
    homes = scene.homes.get(index, ())
    if not homes:
        return refused("chỗ này nằm ngoài các khối mà hồ sơ thay được")
    rewrite = Rewrite(added={index: list(blocks)}, notes=notes)
    return override(scene, homes[0], rewrite)


def place_deleted(scene: Scene, edit: Edit, gone: Collection[int]) -> Placement:
    """A piece taken out; `gone` are all pieces of the body that are."""
    assert edit.target is not None  # noqa: S101
    path = edit.target.path
    traced = scene.traced(path)
    index = path[1] if path[0] == "body" and len(path) == 2 else None
    if isinstance(index, int) and (whole := _whole_block(scene, index, gone)):
        return Placement((*drop_section(scene, whole), *inner_keys_gone(scene, whole)))
    found = _lines_gone(scene, traced)
    if found is not None:
        notes = {sign.note for sign in (traced.signs if traced else []) if sign.note}
        return found.and_(without_definitions(scene, notes))
    homes = scene.homes.get(index, ()) if isinstance(index, int) else ()
    if not homes:
        return refused(UNKNOWN)
    level = 0 if not _is_own_heading(scene, index, homes[0]) else 1
    if level and (len(homes) == 1 or len(scene.members(homes[1])) > _MOST_REWRITTEN):
        return refused(_HEADING.format(name=homes[0]))
    dropped = {one for one in scene.members(homes[level]) if one in gone}
    return override(scene, homes[level], Rewrite(dropped=dropped))


def _is_own_heading(scene: Scene, index: object, name: str) -> bool:
    """Whether a piece holds the title of its block, which is printed whatever the text is."""
    heading = scene.heading_of(name)
    return heading is not None and scene.members(name)[:1] == [index]


def _whole_block(scene: Scene, index: int, gone: Collection[int]) -> str | None:
    """The largest block of which nothing is left."""
    found = None
    for name in scene.homes.get(index, ()):
        if set(scene.members(name)) <= set(gone):
            found = name
    return found


def _lines_gone(scene: Scene, traced: Traced | None) -> Placement | None:
    start, end = line_start(scene, traced), line_end(scene, traced)
    if start is None or end is None or start.path != end.path:
        return None
    passage = scene.sources.passage_at(start)
    if passage is None or end.offset > passage.end or passage.style not in ("|", ">"):
        return None
    text = scene.sources.texts[start.path]
    first, last = start.offset, min(text.find("\n", end.offset) % (len(text) + 1), passage.end)
    if first <= passage.start and last >= passage.end:
        return None
    while last < passage.end and text[last] in " \t\n":
        last += 1
    if last >= passage.end:
        while first > passage.start and text[first - 1] in " \t\n":
            first -= 1
    return Placement((Patch(start.path, first, last, ""),))


def line_start(scene: Scene, traced: Traced | None) -> Spot | None:
    """Where the first line of a piece begins in its source, its marks included."""
    if traced is None or not traced.signs:
        return None
    known = (
        spot
        for index in range(min(len(traced.signs), 40))
        if (spot := first_spot(traced, index, scene.sources)) is not None
    )
    spot = next(known, None)
    if spot is None:
        return None
    passage = scene.sources.passage_at(spot)
    text = scene.sources.texts[spot.path]
    at = text.rfind("\n", 0, spot.offset) + 1
    at += len(text[at:]) - len(text[at:].lstrip(" "))
    return Spot(spot.path, max(at, passage.start) if passage else at)


def line_end(scene: Scene, traced: Traced | None) -> Spot | None:
    """Behind the last sign of a piece whose source is known."""
    if traced is None or not traced.signs:
        return None
    for index in range(len(traced.signs) - 1, max(-1, len(traced.signs) - 40), -1):
        spot = behind(traced, index, scene.sources)
        if spot is not None:
            return spot
    return None


def place_moved(scene: Scene, edit: Edit) -> Placement:
    """A piece moved with its source: taken out here, put in there as it is typed."""
    assert edit.target is not None  # noqa: S101
    traced = scene.traced(edit.target.path)
    gone = _lines_gone(scene, traced)
    if gone is None:
        return _typed_elsewhere(scene, edit)
    start, end = line_start(scene, traced), line_end(scene, traced)
    assert start is not None and end is not None  # noqa: S101, PT018 - its lines are known
    text = scene.sources.texts[start.path]
    stop = text.find("\n", end.offset) % (len(text) + 1)
    passage = scene.sources.passage_at(start)
    lines = "\n".join(line.strip(" ") for line in text[start.offset : stop].split("\n"))
    before = _neighbour(edit.destination, edit.container)
    after = _next(scene, before, edit.container)
    spot = line_end(scene, scene.traced(before)) if before else None
    if spot is not None and (put := _below(scene, spot, lines, "")) is not None and passage:
        return gone.and_(put)
    spot = line_start(scene, scene.traced(after)) if after else None
    if spot is not None and (put := _above(scene, spot, lines, "")) is not None:
        return gone.and_(put)
    return _typed_elsewhere(scene, edit)


def _typed_elsewhere(scene: Scene, edit: Edit) -> Placement:
    """Words of the template, or to a place in it: left out here, typed anew there."""
    path = edit.target.path if edit.target else ()
    if edit.block is None or len(path) != 2 or not isinstance(path[1], int):
        return refused(UNKNOWN)
    gone = place_deleted(scene, edit, {path[1]})
    put = place_inserted(scene, replace(edit, kind=EditKind.INSERTED, target=edit.destination))
    if gone.changes and put.changes and not overlap(gone, put):
        return gone.and_(put)
    within = _within_a_block(scene, path[1], edit)
    return within or refused("chưa chuyển được đoạn này; chuyển bằng tay trong tệp YAML")


def _within_a_block(scene: Scene, index: int, edit: Edit) -> Placement | None:
    """A piece moved within its block; None where it leaves that, or is its title."""
    before = _neighbour(edit.destination, edit.container)
    there = before[1] if before and len(before) == 2 else None
    homes = scene.homes.get(index, ())
    if not isinstance(there, int) or edit.block is None or not homes:
        return None
    common = [name for name in homes if name in scene.homes.get(there, ())][:1]
    if not common or _is_own_heading(scene, index, common[0]):
        return None
    if len(scene.members(common[0])) > _MOST_REWRITTEN:
        return None
    return override(scene, common[0], Rewrite(dropped={index}, added={there: [edit.block]}))
