"""Notes at the foot of the page that calls them, whole, in order, with nothing over or under."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from support.pdf_layout import POINTS_PER_MM, PageLayout, pages
from support.printing import note, paragraph, printed, sentences

from reportgen.document.tree import (
    Appendix,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Note,
    NoteReference,
    Paragraph,
    Table,
    Text,
)
from reportgen.layout import COMPONENTS, PAGE
from reportgen.layout.nd30 import SUPERSCRIPT_SHARE

MARK_SIZE = round(COMPONENTS["footnote"].size * SUPERSCRIPT_SHARE, 2)
CALL_SIZES = {
    round(COMPONENTS[component].size * SUPERSCRIPT_SHARE, 2) for component in ("body", "table")
}
LONG = sentences(190, mark="câu ")


def document_of(bare: Document, body: Sequence[Block], notes: Sequence[Note]) -> Document:
    return replace(bare, body=tuple(body), notes=tuple(notes))


def numbers_in(page: PageLayout, sizes: set[float]) -> list[int]:
    """The bare numbers that are set in one of the sizes, in reading order."""
    shown = "".join(glyph.character if glyph.size in sizes else " " for glyph in page.glyphs)
    return [int(number) for number in shown.split() if number.isdigit()]


def squeezed(layout: Sequence[PageLayout]) -> str:
    return re.sub(r"\s", "", "".join(page.text for page in layout))


def assert_sound(layout: Sequence[PageLayout]) -> None:
    """Every note begins on the page that calls it; nothing is printed over, or below the margin."""
    for page in layout:
        assert page.overprinted() == []
        bottom = page.height - PAGE.bottom * POINTS_PER_MM
        assert max(glyph.bottom for glyph in page.glyphs if glyph.character.strip()) <= bottom + 1
        calls, marks = (numbers_in(page, sizes) for sizes in (CALL_SIZES, {MARK_SIZE}))
        assert sorted(calls) == sorted(marks)


def test_notes_in_heading_run_in_text_and_cells_stand_on_the_page_that_calls_them(
    sample: Document,
) -> None:
    layout = pages(printed(sample).data)
    assert_sound(layout)
    assert [number for page in layout for number in numbers_in(page, {MARK_SIZE})] == [
        one.number for one in sample.notes
    ]


def test_a_note_of_fifteen_thousand_characters_flows_over_the_pages_that_follow(
    bare: Document,
) -> None:
    body = [
        paragraph(sentences(5)),
        paragraph("Nơi gọi", 1, " chú thích."),
        *[paragraph(sentences(4))] * 6,
    ]
    layout = pages(printed(document_of(bare, body, [note(1, LONG, "Đoạn cuối.")])).data)
    assert len(LONG) > 15_000
    assert_sound(layout)
    assert [int(n) for n in re.findall(r"câu(\d+)\.", squeezed(layout))] == list(range(190))
    assert re.sub(r"\s", "", LONG) in squeezed_notes(layout)


def text_of(one: Note) -> str:
    """The note's text, its paragraphs joined."""
    inlines = (inline for block in one.paragraphs for inline in block.inlines)
    return "".join(inline.value for inline in inlines if isinstance(inline, Text))


def squeezed_notes(layout: Sequence[PageLayout]) -> str:
    """The text of the notes, page after page, without blanks and marks."""
    size = COMPONENTS["footnote"].size
    return "".join(
        glyph.character
        for page in layout
        for glyph in page.glyphs
        if glyph.size == size and not glyph.character.isspace()
    )


def test_all_lines_of_a_long_note_but_the_last_are_full(bare: Document) -> None:
    body = [paragraph("Nơi gọi", 1, ".")]
    layout = pages(printed(document_of(bare, body, [note(1, LONG)])).data)
    right = (PAGE.width - PAGE.right) * POINTS_PER_MM
    size = COMPONENTS["footnote"].size
    lines = [line for page in layout for line in page.lines if size in line.sizes]
    assert len(lines) > 100
    for line in lines[:-1]:
        assert line.right == pytest.approx(right, abs=2)
        blanks = line.text.strip().count(" ")
        assert blanks > 8  # none with the few words of a line that was foreseen wrong


def test_three_hundred_notes_are_each_on_their_page(bare: Document) -> None:
    body = [paragraph(f"Đoạn {n} nói việc", n, ".") for n in range(1, 301)]
    notes = [note(n, f"Chú thích {n}.") for n in range(1, 301)]
    layout = pages(printed(document_of(bare, body, notes)).data)
    assert_sound(layout)
    marks = [number for page in layout for number in numbers_in(page, {MARK_SIZE})]
    assert marks == list(range(1, 301))


@pytest.mark.parametrize("seed", range(2))
def test_notes_of_any_length_in_paragraphs_of_any_length_stay_in_order(
    bare: Document, seed: int
) -> None:
    dice = random.Random(seed)
    body, notes = [], []
    for number in range(1, 41):
        before, after = (sentences(dice.choice((1, 2, 5, 12))) for _ in range(2))
        body.append(paragraph(before, number, f", {after}"))
        notes.append(note(number, sentences(dice.choice((1, 1, 3, 6, 30)), mark=f"n{number}-")))
    layout = pages(printed(document_of(bare, body, notes)).data)
    assert_sound(layout)
    told = "".join(text_of(one) for one in notes)
    assert squeezed_notes(layout) == re.sub(r"\s", "", told)


def noted_table(rows: int, note_lengths: Sequence[int]) -> tuple[Table, list[Note]]:
    """A table with a note in the header and one in a cell of every other row."""
    header = ((Cell((paragraph("TT"),)), Cell((paragraph("Nội dung", 1),))),)
    notes = [note(1, "Chú thích của đầu bảng.")]
    made = []
    for row in range(rows):
        inlines: list[Text | NoteReference] = [Text(sentences(1 + row % 3))]
        if row % 2 == 0:
            number = len(notes) + 1
            inlines.append(NoteReference(number))
            notes.append(note(number, sentences(note_lengths[row % len(note_lengths)])))
        made.append((Cell((paragraph(str(row)),)), Cell((Paragraph(tuple(inlines)),))))
    return Table((Column(0.1), Column(0.9)), header, tuple(made)), notes


def test_notes_in_cells_stand_on_the_page_of_their_row(bare: Document) -> None:
    table, notes = noted_table(40, (1, 2, 4))
    layout = pages(printed(document_of(bare, [table], notes)).data)
    marks = [number for page in layout for number in numbers_in(page, {MARK_SIZE})]
    assert marks == list(range(1, len(notes) + 1))
    assert all(page.overprinted() == [] for page in layout)
    for page in layout:
        # The header is repeated with the call of its note; the note itself is printed once.
        assert set(numbers_in(page, {MARK_SIZE})) <= set(numbers_in(page, CALL_SIZES))


def test_an_endless_note_in_a_cell_is_printed_whole(bare: Document) -> None:
    table, notes = noted_table(12, (1, 1, 190))
    layout = pages(printed(document_of(bare, [table, paragraph("Hết.")], notes)).data)
    told = "".join(text_of(one) for one in notes)
    assert squeezed_notes(layout) == re.sub(r"\s", "", told)
    assert all(page.overprinted() == [] for page in layout)


def test_a_row_higher_than_a_page_with_notes_is_printed_whole(bare: Document) -> None:
    high = Cell(tuple(paragraph(f"Mục {n}: {sentences(2)}") for n in range(40)))
    side = Cell((paragraph("Bên cạnh", 1), paragraph("và", 2)))
    table = Table((Column(0.6), Column(0.4)), (), ((high, side),))
    notes = [note(1, sentences(6)), note(2, sentences(12))]
    layout = pages(printed(document_of(bare, [table], notes)).data)
    assert_sound(layout)
    assert re.findall(r"Mục(\d+):", squeezed(layout)) == [str(n) for n in range(40)]


def test_the_notes_of_the_body_do_not_run_into_the_appendix(bare: Document) -> None:
    appendix = Appendix("Phụ lục", "Số liệu", "(Kèm theo)", (paragraph("Nội dung phụ lục."),))
    body = [paragraph("Câu cuối", 1, "./.")]
    document = replace(document_of(bare, body, [note(1, LONG)]), appendices=(appendix,))
    layout = pages(printed(document).data)
    last = layout[-1]
    assert "Phụ lục" in last.text
    assert COMPONENTS["footnote"].size not in {glyph.size for glyph in last.glyphs}


def test_a_heading_with_a_note_keeps_it_and_the_text_below(bare: Document) -> None:
    body: list[Block] = [paragraph(sentences(6)) for _ in range(5)]
    for number in range(1, 6):
        body.append(Heading(1, f"{number}.", (Text("Tiêu đề"), NoteReference(number))))
        body += [paragraph(sentences(6)) for _ in range(2)]
    notes = [note(number, sentences(3)) for number in range(1, 6)]
    layout = pages(printed(document_of(bare, body, notes)).data)
    assert_sound(layout)
    for page in layout:
        body_lines = [line for line in page.lines if COMPONENTS["body"].size in line.sizes]
        assert not body_lines or "TIÊU ĐỀ" not in body_lines[-1].text


def test_a_word_longer_than_a_note_line_is_broken_and_lost_nowhere(bare: Document) -> None:
    word = "https://khanhhoa.gov.vn/" + "a1b2c3" * 120
    layout = pages(
        printed(document_of(bare, [paragraph("Xem", 1, ".")], [note(1, f"Tại {word} đó.")])).data
    )
    assert word in squeezed_notes(layout)
    assert_sound(layout)
