"""One piece of the document that may have changed: the edit, if it is one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportgen.document.origins import WordPlace
from reportgen.document.tree import Block, Heading, Paragraph, Picture
from reportgen.roundtrip.merging.comparing.aligning import Item, align, item
from reportgen.roundtrip.merging.comparing.letters import Letters, inlines_of, letters_of, plain
from reportgen.roundtrip.merging.comparing.noting import NoteBook
from reportgen.roundtrip.merging.comparing.pieces import figures_of, pieces_of
from reportgen.roundtrip.merging.comparing.rewriting import opcodes, rewrite
from reportgen.roundtrip.merging.edits import Edit, EditKind, Path, Target, TargetKind


@dataclass(frozen=True, slots=True)
class Three:
    """A piece in the dossier's own document, in the rendered file and in the edited one."""

    own: Letters
    rendered: Letters
    edited: Letters


def changed(
    three: Three, target: Target, book: NoteBook, place: WordPlace | None, block: Block | None
) -> Edit | None:
    """The edit of a piece; None where nothing of it changed. `block` is the own one."""
    own = three.own
    after = rewrite(
        own, three.rendered.renumbered(book.rendered), three.edited.renumbered(book.edited)
    )
    if after is own:
        return None
    before_seen, after_seen = own.seen(), after.seen()
    if before_seen == after_seen:
        return None
    pieces = pieces_of(own, after)
    return Edit(
        EditKind.CHANGED,
        target.kind,
        target,
        container_of(target.path),
        inlines_of(own),
        inlines_of(after),
        block=_rebuilt(block, own, after),
        notes=book.new_notes(after.notes),
        pieces=pieces,
        figures=figures_of(pieces),
        emphasis_only=before_seen[0] == after_seen[0],
        place=place,
    )


def container_of(path: Path) -> Path:
    """The path of the tuple that a piece is an item of; its own where it is no item."""
    return path[:-1] if isinstance(path[-1], int) else path


def _rebuilt(block: Block | None, own: Letters, after: Letters) -> Block | None:
    match block:
        case Paragraph():
            return replace(block, inlines=inlines_of(after))
        case Picture():
            return replace(block, caption=inlines_of(after))
        case Heading():
            title, rest = _parted(block, own, after)
            return replace(block, title=inlines_of(title), run_in=inlines_of(rest))
    return block


def _parted(heading: Heading, own: Letters, after: Letters) -> tuple[Letters, Letters]:
    """Title and run-in of a heading that was changed."""
    if not heading.run_in:
        return after, Letters()
    if not heading.title:
        return Letters(), after
    end = len(letters_of(heading.title))
    here = sum(1 for start, _ in own.spans if start < end)
    cut = len(after.tokens)
    for tag, start, stop, first, last in opcodes(own.tokens, after.tokens):
        if start <= here < stop:
            cut = first + here - start if tag == "equal" else last
            break
    at = after.spans[cut][0] if cut < len(after.spans) else len(after)
    title, rest = after[:at], after[at:]
    first_sign = letters_of(heading.run_in).text[:1]
    return title.trimmed(), rest if first_sign.isspace() else rest.trimmed()


def with_label(label: str, letters: Letters) -> Letters:
    """A paragraph with a typed label in front."""
    return plain(f"{label} ") + letters if label else letters


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The paragraphs of a cell or a note, which stand in `container`, in the three documents."""

    kind: TargetKind
    container: Path
    own: Sequence[Paragraph]
    rendered: Sequence[Paragraph]
    edited: Sequence[Paragraph]

    def target(self, at: int) -> Target:
        """The own paragraph of an index."""
        return Target(self.kind, (*self.container, at), _letters(self.own[at]).printed)


def paragraphs_changed(three: Paragraphs, book: NoteBook) -> list[Edit]:
    """The edits of the paragraphs of a cell or a note."""
    known = {other: one for one, other in _pairs(three.own, three.rendered)}
    pairs = {other: one for one, other in _pairs(three.rendered, three.edited)}
    edits: list[Edit] = []
    last: Target | None = None
    for index, paragraph in enumerate(three.edited):
        at = known.get(pairs.get(index, -1))
        if at is None:
            edits += _inserted(three, paragraph, last, book)
            continue
        last = three.target(at)
        own, rendered = three.own[at], three.rendered[pairs[index]]
        letters = Three(_letters(own), _letters(rendered), _letters(paragraph))
        edit = changed(letters, last, book, word_place(paragraph), own)
        edits += [edit] if edit else []
    kept = {known.get(one) for one in pairs.values()}
    gone = sorted(set(known.values()) - kept)
    return edits + [_deleted(three.target(at), three.own[at]) for at in gone]


def word_place(paragraph: Paragraph) -> WordPlace | None:
    """Where a paragraph of a Word file stands in it."""
    return paragraph.origin if isinstance(paragraph.origin, WordPlace) else None


def _pairs(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> list[tuple[int, int]]:
    if len(before) == len(after):
        return [(index, index) for index in range(len(before))]
    return align(list(map(_item, before)), list(map(_item, after)))


def _item(paragraph: Paragraph) -> Item:
    return item(_letters(paragraph).printed)


def _letters(paragraph: Paragraph) -> Letters:
    return with_label(paragraph.label, letters_of(paragraph.inlines))


def _inserted(
    three: Paragraphs, paragraph: Paragraph, last: Target | None, book: NoteBook
) -> list[Edit]:
    letters = _letters(paragraph).renumbered(book.edited)
    if not letters.text.strip():
        return []
    inlines = inlines_of(letters)
    return [
        Edit(
            EditKind.INSERTED,
            three.kind,
            last,
            three.container,
            after=inlines,
            block=Paragraph(inlines),
            notes=book.new_notes(letters.notes),
            place=word_place(paragraph),
        )
    ]


def _deleted(target: Target, paragraph: Paragraph) -> Edit:
    before = inlines_of(_letters(paragraph))
    return Edit(EditKind.DELETED, target.kind, target, container_of(target.path), before=before)
