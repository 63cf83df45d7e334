"""Text cut at ends of lines: nothing is lost, and the lines are those that will be printed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.pdf_layout import Line, pages
from support.printing import note, paragraph, printed, sentences

from reportgen.document.tree import (
    Document,
    Inlines,
    LineBreak,
    Note,
    NoteReference,
    Paragraph,
    Text,
)
from reportgen.layout import COMPONENTS, PAGE, points
from reportgen.writers.html.flow import BLOCK_LINES, flow_blocks
from reportgen.writers.html.inlines import plain_text
from reportgen.writers.html.lines import break_lines, cut_at, rejoined
from reportgen.writers.html.notes import WHOLE_LINES, Setting, cut_note

WORDS = st.lists(
    st.sampled_from(
        [
            "Ủy",
            "ban",
            "nhân",
            "dân",
            "tỉnh",
            "2943/KH-UBND",
            "29/8/2025",
            "(đạt",
            "75,17%);",
            "-",
            "https://khanhhoa.gov.vn/tin-tuc/a_b?c=d",
            "kinh tế - xã hội",
            "x" * 150,
            "  ",
            "\u00a0",
        ]
    ),
    max_size=120,
).map(" ".join)
TEXTS = st.builds(Text, WORDS, st.booleans(), st.booleans())
INLINES = st.lists(
    st.one_of(TEXTS, st.just(LineBreak()), st.builds(NoteReference, st.integers(1, 99))),
    max_size=6,
).map(tuple)
WIDTH = points(PAGE.text_width)


def characters(inlines: Inlines) -> list[object]:
    """All that is printed: characters with their formatting, marks and breaks; blanks left out."""
    found: list[object] = []
    for inline in inlines:
        if isinstance(inline, Text):
            found += [
                (character, replace(inline, value=""))
                for character in inline.value
                if character not in " \t\n"
            ]
        else:
            found.append(inline)
    return found


@given(INLINES, st.floats(20, 500))
def test_lines_hold_every_character_in_order(inlines: Inlines, width: float) -> None:
    lines = break_lines(inlines, COMPONENTS["body"], width)
    joined = tuple(inline for line in lines for inline in line)
    assert characters(joined) == characters(inlines)
    assert characters(rejoined(lines)) == characters(inlines)


@given(INLINES, st.integers(0, 300))
def test_a_cut_parts_the_text_and_loses_nothing(inlines: Inlines, length: int) -> None:
    head, tail = cut_at(inlines, length)
    assert characters((*head, *tail)) == characters(inlines)
    size = sum(len(one.value) if isinstance(one, Text) else 1 for one in head)
    assert size <= length
    assert size == length or not tail


@given(st.lists(INLINES.map(Paragraph), min_size=1, max_size=5), st.integers(1, 300))
def test_the_parts_of_a_note_hold_all_of_it(paragraphs: list[Paragraph], number: int) -> None:
    whole = Note(number, tuple(paragraphs))
    parts = cut_note(whole, WIDTH)
    told = [inlines for part in parts for inlines in part.paragraphs]
    assert [one for inlines in told for one in characters(inlines)] == [
        one for paragraph_ in paragraphs for one in characters(paragraph_.inlines)
    ]
    assert not parts[-1].goes_on


def test_a_short_note_stays_whole_and_a_long_one_is_cut() -> None:
    assert len(cut_note(note(1, sentences(2)), WIDTH)) == 1
    parts = cut_note(note(1, sentences(30)), WIDTH)
    assert len(parts) > 30 / WHOLE_LINES
    assert all(part.goes_on for part in parts[:-1])


def test_a_cut_between_paragraphs_is_not_stretched_to_the_margin() -> None:
    parts = cut_note(note(1, *["Một dòng."] * 12), WIDTH)
    assert len(parts) > 1
    assert not any(part.goes_on for part in parts)


def test_a_body_paragraph_is_cut_only_where_the_document_has_notes() -> None:
    text = (Text(sentences(12)),)
    without = Setting(PAGE, {})
    with_notes = Setting(PAGE, {1: note(1, "x")})
    assert flow_blocks(text, without) == (text,)
    assert flow_blocks(text, replace(with_notes, foreseen=False)) == (text,)
    assert len(flow_blocks(text, with_notes)) > 3
    assert len(flow_blocks((Text("Ngắn."),), with_notes)) == 1
    assert flow_blocks((), with_notes) == ((),)


@pytest.mark.parametrize("bold", [False, True])
def test_the_lines_foreseen_are_the_lines_printed(bare: Document, bold: bool) -> None:
    style = COMPONENTS["body"]
    inlines = (
        Text("Kết quả: ", bold=True),
        Text(sentences(6), bold=bold),
        Text(" (đạt 75,17%); xem https://khanhhoa.gov.vn/tin-tuc/chuyen-doi-so "),
        Text(sentences(6), italic=True),
    )
    lines = break_lines(inlines, style, WIDTH, points(style.first_line))
    (page,) = pages(printed(replace(bare, body=(Paragraph(inlines),))).data)
    shown = [line.text.strip() for line in page.lines if line.sizes == {style.size}]
    start = next(index for index, text in enumerate(shown) if text.startswith("Kết quả: "))
    assert shown[start : start + len(lines)] == [plain_text(line).strip() for line in lines]


def test_a_paragraph_with_notes_is_printed_as_one_without(bare: Document) -> None:
    text = paragraph(sentences(9))
    plain = replace(bare, body=(text,))
    noted = replace(bare, body=(text, paragraph("x", 1)), notes=(note(1, "y"),))
    first, second = (pages(printed(document).data)[0] for document in (plain, noted))
    wanted = [line.text.strip() for line in first.lines if "Ủy ban" in line.text]
    assert len(wanted) > BLOCK_LINES
    assert places(second.lines[4:8]) == pytest.approx(places(first.lines[4:8]), abs=0.1)


def places(lines: list[Line]) -> list[float]:
    """Where each glyph of the lines stands: left, top, left, top, …"""
    return [side for line in lines for glyph in line.inked for side in (glyph.left, glyph.top)]
