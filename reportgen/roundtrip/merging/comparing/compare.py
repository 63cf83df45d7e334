"""A draft against the Word file that somebody made of it: all edits, remarks, what has no place."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from reportgen.document.inlines import plain_text
from reportgen.document.origins import WordPlace
from reportgen.document.tree import Document
from reportgen.readers.recognition import Recognised
from reportgen.readers.recognition.notes import note_numbers
from reportgen.roundtrip.merging.comparing.changing import (
    Paragraphs,
    paragraphs_changed,
    word_place,
)
from reportgen.roundtrip.merging.comparing.components import fixed_lines
from reportgen.roundtrip.merging.comparing.fields import FieldComparison
from reportgen.roundtrip.merging.comparing.marks import marked_words, pictures_changed
from reportgen.roundtrip.merging.comparing.matching import match
from reportgen.roundtrip.merging.comparing.noting import NoteBook, note_book
from reportgen.roundtrip.merging.comparing.strips import own_strips, word_strips
from reportgen.roundtrip.merging.comparing.text import TextComparison
from reportgen.roundtrip.merging.comparing.tracking import with_authors
from reportgen.roundtrip.merging.edits import (
    Comparison,
    Edit,
    Remark,
    Target,
    TargetKind,
    Unplaced,
)
from reportgen.writers.docx.comments import AUTHOR

_NO_NOTE_HERE = "chú thích mới đặt ở dòng không có được chú thích; đặt vào phần nội dung"
_FIXED = "dòng này của khung hoặc của đầu trang, chân trang; sửa trong tệp khung"


def compare(own: Document, rendered: Recognised, edited: Recognised) -> Comparison:
    """What somebody changed who was given `rendered` and gave back `edited`.

    `own` is the document that `rendered` was written from; both files are read by the same reader,
    so that what it makes of a text is no edit.
    """
    used = _used_notes(edited)
    book = note_book(own, rendered.document, edited.document, used)
    fields = FieldComparison(own, rendered, edited, book)
    fields.compare()
    strips = own_strips(own), word_strips(rendered), word_strips(edited, fields.rescued)
    matching = match(*strips)
    text = TextComparison(matching, edited.document, book)
    text.walk()
    edits = [*fields.edits, *text.edits, *_note_edits(own, rendered, edited, book)]
    return Comparison(
        tuple(with_authors(edits, edited.word)),
        tuple(_remarks(edited, text.targets | fields.targets)),
        (
            *fields.unplaced,
            *text.unplaced,
            *_lost_notes(edits, used, book),
            *_fixed(rendered, edited),
            *pictures_changed(rendered.word, edited.word),
        ),
        marked=tuple(marked_words(rendered.word, edited.word, text.targets | fields.targets)),
        common=matching.common,
    )


def _used_notes(edited: Recognised) -> set[int]:
    """The notes of a file that a mark leads to."""
    numbers = note_numbers(edited.word)
    return {
        numbers[run.note.kind, run.note.id]
        for paragraph in edited.word.paragraphs()
        for run in paragraph.runs
        if run.note is not None
    }


def _note_edits(
    own: Document, rendered: Recognised, edited: Recognised, book: NoteBook
) -> Iterable[Edit]:
    for ours, theirs, now in book.pairs():
        yield from paragraphs_changed(
            Paragraphs(
                TargetKind.NOTE,
                ("notes", ours - 1, "paragraphs"),
                own.notes[ours - 1].paragraphs,
                rendered.document.notes[theirs - 1].paragraphs,
                edited.document.notes[now - 1].paragraphs,
            ),
            book,
        )


def _lost_notes(edits: Iterable[Edit], used: set[int], book: NoteBook) -> Iterable[Unplaced]:
    """New notes whose marks stand where the dossier can have none, as in a number or a name."""
    told = {note.number for edit in edits for note in edit.notes}
    for number in sorted(used):
        own = book.edited(number)
        if own > len(book.own) and own not in told:
            paragraphs = book.edited_notes[number - 1].paragraphs
            text = "\n".join(plain_text(one.inlines) for one in paragraphs)
            place = next(map(word_place, paragraphs), None)
            yield Unplaced("", text, _NO_NOTE_HERE, place)


def _remarks(edited: Recognised, targets: Mapping[int, Target]) -> Iterable[Remark]:
    """The comments, but for those of `reportgen check --annotate`."""
    for comment in edited.word.comments:
        if comment.author == AUTHOR:
            continue
        place = WordPlace(edited.word.file, comment.paragraph) if comment.paragraph else None
        target = targets.get(comment.paragraph)
        yield Remark(
            comment.author,
            comment.text,
            comment.anchor,
            target,
            comment.resolved,
            comment.date,
            place,
        )


def _fixed(rendered: Recognised, edited: Recognised) -> Iterable[Unplaced]:
    """What differs in lines that no dossier writes."""
    before, after = fixed_lines(rendered), fixed_lines(edited)
    for tag, start, end, first, last in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            yield Unplaced("\n".join(before[start:end]), "\n".join(after[first:last]), _FIXED)
