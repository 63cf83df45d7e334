"""Footnotes, endnotes and comments: numbers as printed, texts, places."""

from support.word_files import docx, p, r, read

from reportgen.readers.word import read_word
from reportgen.readers.word.model import NoteKind, WordFile


def _reference(identifier: int, kind: str = "footnote", more: str = "", after: str = "") -> str:
    return f"<w:r><w:{kind}Reference w:id='{identifier}' {more}/>{after}</w:r>"


def _note(identifier: int, *texts: str, kind: str = "footnote") -> str:
    blocks = "".join(f"<w:p><w:r><w:{kind}Ref/></w:r>{r(text)}</w:p>" for text in texts)
    return f"<w:{kind} w:id='{identifier}'>{blocks}</w:{kind}>"


_SEPARATORS = (
    "<w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
)


def _notes(found: WordFile) -> list[tuple[int, str]]:
    return [(note.number, note.blocks[0].text) for note in found.notes]


def test_notes_are_numbered_as_their_references_stand() -> None:
    body = f"<w:p>{r('a')}{_reference(7)}{r(' b')}{_reference(2)}</w:p>"
    notes = _SEPARATORS + _note(2, "sau") + _note(7, "trước", "đoạn hai") + _note(9, "lạc")
    found = read(body, footnotes=notes)
    (paragraph,) = found.paragraphs()
    assert paragraph.text == "a b"
    assert [(run.note.id, run.note.number) for run in paragraph.runs if run.note] == [
        (7, 1),
        (2, 2),
    ]
    assert _notes(found) == [(1, "trước"), (2, "sau"), (0, "lạc")]
    places = [block.place for note in found.notes for block in note.blocks]
    assert [(place.paragraph, place.note) for place in places] == [
        (1, 1),
        (2, 1),
        (3, 2),
        (4, None),
    ]
    assert str(places[0]) == "vb.docx: chú thích 1"


def test_footnotes_and_endnotes_are_counted_apart() -> None:
    body = f"<w:p>{_reference(1)}{_reference(1, 'endnote')}</w:p>"
    found = read(body, footnotes=_note(1, "chân"), endnotes=_note(1, "cuối", kind="endnote"))
    assert [(note.kind, note.number) for note in found.notes] == [
        (NoteKind.FOOTNOTE, 1),
        (NoteKind.ENDNOTE, 1),
    ]
    assert found.notes[1].blocks[0].place.position == "chú thích cuối 1"


def test_a_mark_that_the_author_typed_takes_no_number() -> None:
    own = _reference(1, more="w:customMarkFollows='1'", after="<w:t>(*)</w:t>")
    body = f"<w:p>{r('a')}{own}{r('b')}{_reference(2)}</w:p>"
    found = read(body, footnotes=_note(1, "(*) một") + _note(2, "hai"))
    (paragraph,) = found.paragraphs()
    marks = [run.note for run in paragraph.runs if run.note]
    assert [(mark.number, mark.custom) for mark in marks] == [(0, "(*)"), (1, "")]
    assert paragraph.text == "ab"


def test_the_first_number_may_be_set() -> None:
    found = read(
        f"<w:p>{_reference(1)}{_reference(2)}</w:p>",
        footnotes=_note(1, "a") + _note(2, "b"),
        settings="<w:footnotePr><w:numStart w:val='5'/></w:footnotePr>",
    )
    assert [number for number, _ in _notes(found)] == [5, 6]


def test_numbers_may_begin_anew_in_each_section() -> None:
    pr = "<w:footnotePr><w:numRestart w:val='eachSect'/></w:footnotePr>"
    first = f"<w:pPr><w:sectPr>{pr}</w:sectPr></w:pPr>{_reference(1)}{_reference(2)}"
    body = f"<w:p>{first}</w:p><w:p>{_reference(3)}</w:p>"
    notes = _note(1, "a") + _note(2, "b") + _note(3, "c")
    found = read_word(docx(body, section=f"<w:sectPr>{pr}</w:sectPr>", footnotes=notes), "vb.docx")
    assert [number for number, _ in _notes(found)] == [1, 2, 1]


def test_a_reference_that_was_deleted_takes_no_number() -> None:
    body = f"<w:p><w:del w:id='9'>{_reference(1)}</w:del>{_reference(2)}</w:p>"
    assert _notes(read(body, footnotes=_note(1, "a") + _note(2, "b"))) == [(1, "b"), (0, "a")]


def test_comments_know_the_paragraph_that_they_begin_in() -> None:
    start = "<w:commentRangeStart w:id='{}'/>"
    body = p("một") + f"<w:p>{start.format(4)}{r('hai')}</w:p>{start.format(5)}{p('ba')}"
    comment = "<w:comment w:id='{}' w:author='Nguyễn Văn A'>{}</w:comment>"
    comments = comment.format(5, p("Xem lại") + p("số liệu")) + comment.format(4, p("Đúng"))
    found = read(body, comments=comments + comment.format(6, p("Ở đâu?")))
    assert [(one.author, one.text, one.paragraph) for one in found.comments] == [
        ("Nguyễn Văn A", "Ở đâu?", 0),
        ("Nguyễn Văn A", "Đúng", 2),
        ("Nguyễn Văn A", "Xem lại\nsố liệu", 3),
    ]
    assert [one.place.paragraph for one in found.paragraphs()] == [1, 2, 3]
