"""Notes of three documents brought together under one numbering: the dossier's own, then new."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from reportgen.document.inlines import plain_text
from reportgen.document.tree import Document, Inlines, Note, NoteReference
from reportgen.roundtrip.merging.comparing.aligning import Item, align, item, moved


@dataclass(slots=True)
class NoteBook:
    """Which note of the Word files is which of the dossier's own.

    `rendered` and `edited` give the number in the own document for a number in theirs; new notes
    of the edited file, and notes that the rendered one has alone, are numbered after those.
    """

    own: Sequence[Note]
    edited_notes: Sequence[Note]
    of_rendered: dict[int, int] = field(default_factory=dict)
    of_edited: dict[int, int] = field(default_factory=dict)
    _last: int = 0

    def __post_init__(self) -> None:
        self._last = len(self.own)

    def rendered(self, number: int) -> int:
        """The own number of a note of the rendered file."""
        return self._number(self.of_rendered, number)

    def edited(self, number: int) -> int:
        """The own number of a note of the edited file; a new one for a new note."""
        return self._number(self.of_edited, number)

    def _number(self, known: dict[int, int], number: int) -> int:
        if number not in known:
            self._last += 1
            known[number] = self._last
        return known[number]

    def join(self, rendered: Iterable[int], edited: Iterable[int]) -> None:
        """Take the notes that a paragraph lost and those that it gained for the same, in order."""
        found = set(self.of_edited.values())
        lost = [self.of_rendered[one] for one in rendered if one in self.of_rendered]
        lost = [one for one in lost if one not in found and one <= len(self.own)]
        gained = [one for one in edited if one not in self.of_edited]
        if len(lost) == len(gained):
            self.of_edited.update(zip(gained, lost, strict=True))

    def inlines(self, inlines: Inlines) -> Inlines:
        """A paragraph of the edited file with own numbers."""
        return tuple(
            NoteReference(self.edited(one.number)) if isinstance(one, NoteReference) else one
            for one in inlines
        )

    def new_notes(self, numbers: Iterable[int]) -> tuple[Note, ...]:
        """The new ones among these own numbers, with their texts."""
        wanted = {number for number in numbers if number > len(self.own)}
        return tuple(
            Note(number, self.edited_notes[theirs - 1].paragraphs)
            for theirs, number in sorted(self.of_edited.items(), key=lambda pair: pair[1])
            if number in wanted
        )

    def pairs(self) -> list[tuple[int, int, int]]:
        """Own, rendered and edited numbers of each note that is in all three."""
        back = {number: theirs for theirs, number in self.of_edited.items()}
        return sorted(
            (number, theirs, back[number])
            for theirs, number in self.of_rendered.items()
            if number in back and number <= len(self.own)
        )


def note_book(own: Document, rendered: Document, edited: Document, used: set[int]) -> NoteBook:
    """The notes that are alike; `used` are those of the edited file that a mark leads to."""
    book = NoteBook(own.notes, edited.notes)
    ours, theirs = list(map(_item, own.notes)), list(map(_item, rendered.notes))
    known = _pairs(ours, theirs)
    book.of_rendered.update({other + 1: one + 1 for one, other in known})
    for note in rendered.notes:
        book.rendered(note.number)
    now = [
        _item(note) if note.number in used else replace(_item(note), kind="unused")
        for note in edited.notes
    ]
    book.of_edited.update(
        {other + 1: book.of_rendered[one + 1] for one, other in _pairs(theirs, now)}
    )
    return book


def _pairs(before: Sequence[Item], after: Sequence[Item]) -> list[tuple[int, int]]:
    pairs = align(before, after)
    return [*pairs, *moved(before, after, pairs)]


def _item(note: Note) -> Item:
    return item(" ".join(plain_text(one.inlines) for one in note.paragraphs))
