"""Native footnotes."""

from dataclasses import replace

import pytest
from support.docx_parts import find, text, values, write
from support.readers import docx_footnotes, mammoth_html

from reportgen.document.tree import Document, Note, NoteReference, Paragraph, Text


def _with_notes(bare: Document, count: int, words: str = "Chú thích") -> Document:
    body = tuple(Paragraph((Text("Đoạn"), NoteReference(n))) for n in range(1, count + 1))
    notes = tuple(Note(n, (Paragraph((Text(f"{words} {n}."),)),)) for n in range(1, count + 1))
    return replace(bare, body=body, notes=notes)


def test_notes_and_references_match_one_to_one_in_reading_order(sample: Document) -> None:
    docx = write(sample)
    part = docx.part("word/footnotes.xml")
    wanted = [str(note.number) for note in sample.notes]
    assert values(docx.body, "//w:footnoteReference/@w:id") == wanted
    assert values(part, "w:footnote[not(@w:type)]/@w:id") == wanted


def test_the_part_has_separators_that_the_settings_name(sample: Document) -> None:
    docx = write(sample)
    part = docx.part("word/footnotes.xml")
    assert values(part, "w:footnote/@w:type") == ["separator", "continuationSeparator"]
    assert values(part, "w:footnote[@w:type]/@w:id") == ["-1", "0"]
    settings = docx.part("word/settings.xml")
    assert values(settings, "w:footnotePr/w:footnote/@w:id") == ["-1", "0"]


def test_relationship_content_type_and_styles_of_the_notes_are_there(sample: Document) -> None:
    docx = write(sample)
    assert b"/word/footnotes.xml" in docx.archive.read("[Content_Types].xml")
    assert b"footnotes.xml" in docx.archive.read("word/_rels/document.xml.rels")
    mark = docx.style("footnote reference")
    assert values(mark, "w:rPr/w:vertAlign/@w:val") == ["superscript"]
    part = docx.part("word/footnotes.xml")
    assert len(find(part, "//w:r[w:rPr/w:rStyle]/w:footnoteRef")) == len(sample.notes)


def test_a_note_of_several_paragraphs_has_one_mark_and_all_its_paragraphs(
    sample: Document,
) -> None:
    (note,) = find(write(sample).part("word/footnotes.xml"), "w:footnote[@w:id='3']")
    assert [text(paragraph).strip() for paragraph in find(note, "w:p")] == [
        "Gồm các văn bản sau:",
        "Kế hoạch số 3992/KH-UBND ngày 17/9/2025;",
        "Công văn số 303/UBND-PVHCC.",
    ]
    assert len(find(note, ".//w:footnoteRef")) == 1


def test_notes_stand_in_headings_run_in_text_and_cells(sample: Document) -> None:
    body = write(sample).body
    references = find(body, "//w:footnoteReference")
    assert [bool(find(node, "ancestor::w:tc")) for node in references] == [
        *(False, False, False, True, False, True)
    ]


def test_other_programs_read_every_note(sample: Document) -> None:
    data = write(sample).data
    assert len(docx_footnotes(data)) == 6
    assert mammoth_html(data).count('id="footnote-ref-') == 6


def test_a_document_without_notes_has_no_footnotes_part(bare: Document) -> None:
    assert "word/footnotes.xml" not in write(bare).names()


def test_three_hundred_notes_come_out_in_order(bare: Document) -> None:
    part = write(_with_notes(bare, 300)).part("word/footnotes.xml")
    notes = [text(note).strip() for note in find(part, "w:footnote[not(@w:type)]")]
    assert notes == [f"Chú thích {n}." for n in range(1, 301)]


def test_a_note_of_fifteen_thousand_characters_comes_out_whole(bare: Document) -> None:
    words = "Câu dài của chú thích. " * 660
    (note,) = find(write(_with_notes(bare, 1, words)).part("word/footnotes.xml"), "w:footnote[3]")
    assert text(note).strip() == f"{words} 1."
    assert len(text(note)) > 15_000


def test_a_tree_whose_references_do_not_match_its_notes_is_refused(bare: Document) -> None:
    document = _with_notes(bare, 2)
    with pytest.raises(ValueError, match="one to one"):
        write(replace(document, body=document.body[::-1]))
