"""Who made which edit, as far as Word tracked it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportgen.document.origins import Story, WordPlace
from reportgen.readers.word.model import Revised, WordFile, WordRevision
from reportgen.roundtrip.merging.comparing.letters import letters_of
from reportgen.roundtrip.merging.edits import Edit, EditKind, Pending, Tracked

_KINDS = {Revised.INSERTED: EditKind.INSERTED, Revised.DELETED: EditKind.DELETED}


def with_authors(edits: Iterable[Edit], word: WordFile) -> list[Edit]:
    """The edits, each with the tracked change that it is (or the first of several)."""
    by_paragraph: defaultdict[int, list[WordRevision]] = defaultdict(list)
    for revision in word.revisions:
        by_paragraph[revision.paragraph].append(revision)
    elsewhere = [one for one in word.revisions if one.kind is Revised.DELETED]
    return [_told(edit, by_paragraph, elsewhere) for edit in edits]


def _told(
    edit: Edit,
    by_paragraph: dict[int, list[WordRevision]],
    deleted: Sequence[WordRevision],
) -> Edit:
    near = by_paragraph.get(_paragraph(edit.place), ())
    candidates = deleted if edit.kind is EditKind.DELETED else near
    found = next((one for one in candidates if _is_of(one, edit)), None)
    return replace(edit, tracked=Tracked(found.author, found.date)) if found else edit


def _paragraph(place: WordPlace | None) -> int:
    """The paragraph of the body; 0 for one of a note."""
    return place.paragraph if place is not None and place.story is Story.BODY else 0


def _is_of(revision: WordRevision, edit: Edit) -> bool:
    """Whether the words of a tracked change are among those of an edit."""
    words = _bare(revision.text)
    if not words:
        return False
    if edit.kind is EditKind.CHANGED and edit.pieces:
        inserted = revision.kind is Revised.INSERTED
        texts = [_bare(one.after if inserted else one.before) for one in edit.pieces]
        return any(text and (words in text or text in words) for text in texts)
    if edit.kind is EditKind.DELETED:
        return words in _bare(edit.target.text if edit.target else "")
    whole = letters_of(edit.after).printed
    return words in _bare(whole) if whole else True


def _bare(text: str) -> str:
    return "".join(text.split())


def pending_of(word: WordFile) -> tuple[Pending, ...]:
    """The tracked changes of a file that was read as if they were rejected."""
    return tuple(
        Pending(
            _KINDS[one.kind],
            one.text,
            Tracked(one.author, one.date),
            WordPlace(word.file, one.paragraph) if one.paragraph else None,
        )
        for one in word.revisions
        if one.text.strip()
    )
