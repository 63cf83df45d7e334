"""Footnotes, then endnotes, as the tree numbers them: in the order of their marks."""

from collections.abc import Iterator, Mapping

from reportgen.document.tree import Note, Paragraph
from reportgen.readers.recognition.inlines import NumberOf, inlines_of, trimmed
from reportgen.readers.word.model import (
    NoteKind,
    NoteMark,
    WordFile,
    WordNote,
    WordParagraph,
    paragraphs_of,
)

_Key = tuple[NoteKind, int]


def note_numbers(word: WordFile) -> Mapping[_Key, int]:
    """The number in `Document.notes` of each note and of each mark that leads to none.

    Notes that no mark leads to come after the others of their kind.
    """
    marked = [(mark.kind, mark.id) for mark in _marks(word)]
    known = [(note.kind, note.id) for note in word.notes]
    ordered = [
        key for kind in NoteKind for key in dict.fromkeys((*marked, *known)) if key[0] is kind
    ]
    return {key: number for number, key in enumerate(ordered, 1)}


def number_of(numbers: Mapping[_Key, int]) -> NumberOf:
    """The function that gives a mark its number."""
    return lambda mark: numbers[mark.kind, mark.id]


def read_notes(word: WordFile, numbers: Mapping[_Key, int]) -> tuple[Note, ...]:
    """Every note in the order of `numbers`; a mark that leads to none has an empty one."""
    known: dict[_Key, WordNote] = {(note.kind, note.id): note for note in word.notes}
    numbered = number_of(numbers)
    return tuple(
        Note(number, tuple(_paragraphs(known[key], numbered)) if key in known else ())
        for key, number in numbers.items()
    )


def _marks(word: WordFile) -> Iterator[NoteMark]:
    for paragraph in _everywhere(word):
        for run in paragraph.runs:
            if run.note is not None:
                yield run.note


def _everywhere(word: WordFile) -> Iterator[WordParagraph]:
    yield from word.paragraphs()
    for note in word.notes:
        yield from paragraphs_of(note.blocks)
    for section in word.sections:
        for margins in (section.headers, section.footers):
            for paragraphs in margins.values():
                yield from paragraphs


def _paragraphs(note: WordNote, numbered: NumberOf) -> Iterator[Paragraph]:
    """The note's paragraphs; blank ones only where all are."""
    found = [
        Paragraph(trimmed(inlines_of(one.runs, numbered)), one.label.strip(), origin=one.place)
        for one in paragraphs_of(note.blocks)
    ]
    written = [one for one in found if one.inlines or one.label]
    yield from written or found[:1]
