"""A text written back as its author would have typed it reads as the same text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.dialect import read_typed, squeezed, words

from reportgen.document.tree import (
    Alignment,
    Block,
    Cell,
    Column,
    Heading,
    Inline,
    LineBreak,
    Note,
    NoteReference,
    Paragraph,
    Role,
    Table,
    Text,
)
from reportgen.roundtrip.dialect import Sources, note_names
from reportgen.roundtrip.flat import is_plain_table
from reportgen.roundtrip.inline_source import canonical
from reportgen.roundtrip.typed_text import as_template, as_typed

SCHEME = ("I.", "1.", "a)")
SIGNS = st.sampled_from(
    [
        *"&<>%*_#|\\^[]{}!`~+-=.):“”,;/ 1a",
        "{{", "}}", "{%", "{#", "{{ ct.a }}", "{ ct.b", "\\{{ x", "{{{a", "^[", "[^1]", "[^a]: b",
        "##. ", "# ", "## [x] ", "-> a <-", "=> a <=", ">> a", "1. ", "a) ", "- ", "• ", "**",
        "*x*", "<https://a.vn/b>", "https://a.vn", "\\*", "C:\\new\\_x", "\ue0f1", "\u00a0", "😀",
        "⁽¹⁾", "m²",
        "|---|", "![](a)", "[1.]", "đã", "hồ sơ ", "./.", "&amp;", "\t", "\u200b",
    ]
)  # fmt: skip
VALUES = st.lists(SIGNS, min_size=1, max_size=6).map("".join)
TEXTS = st.builds(Text, VALUES, st.booleans(), st.booleans())
RAISED = st.builds(
    lambda n, bold: Text(f"({n})", bold, superscript=True), st.integers(1, 9), st.booleans()
)
LINKS = st.just(Text("https://a.vn/b_c*d", link="https://a.vn/b_c*d"))


def numbered(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """The inlines with each note's mark numbered in reading order."""
    made: list[Inline] = []
    count = 0
    for one in inlines:
        count += isinstance(one, NoteReference)
        made.append(NoteReference(count) if isinstance(one, NoteReference) else one)
    return tuple(made)


INLINES = st.lists(
    TEXTS | RAISED | LINKS | st.just(LineBreak()) | st.just(NoteReference(1)),
    min_size=1,
    max_size=6,
).map(numbered)
NOTE_TEXTS = st.lists(TEXTS | RAISED | st.just(LineBreak()), min_size=1, max_size=3).map(tuple)


def blocks_source(
    blocks: Iterable[Block], notes: Mapping[int, Note] | None = None, scheme: Sequence[str] = ()
) -> str:
    """A whole text as a dossier has it, the definitions of its named notes behind it."""
    known = notes or {}
    names = note_names(known.values())
    sources = Sources(known, names, scheme)
    made = [sources.block(one) for one in blocks]
    used = [number for number in names if any(f"[^{names[number]}]" in text for text in made)]
    made += [sources.definition(number) for number in used]
    return as_typed("\n\n".join(text for text in made if text))


def joined(blocks: Sequence[Block]) -> str:
    return squeezed(" ".join(map(words, blocks)))


def notes_for(inlines: Sequence[Inline], texts: list[tuple[Inline, ...]]) -> dict[int, Note]:
    count = sum(isinstance(one, NoteReference) for one in inlines)
    return {
        number: Note(
            number,
            tuple(Paragraph(texts[(number + k) % len(texts)]) for k in range(number % 3 + 1)),
        )
        for number in range(1, count + 1)
    }


@settings(max_examples=400, deadline=None)
@given(INLINES, st.lists(NOTE_TEXTS, min_size=1, max_size=3), st.sampled_from(Role))
@example((Text("\\"), Text("{{ ct.a }}", bold=True)), [(Text("x"),)], Role.BODY)
@example((Text("a"), LineBreak(), Text("|---|---|")), [(Text("x"),)], Role.BODY)
@example((Text("dòng"), LineBreak(), Text("- gạch")), [(Text("x"),)], Role.BODY)
def test_no_character_of_a_paragraph_or_its_notes_is_lost(
    inlines: tuple[Inline, ...], texts: list[tuple[Inline, ...]], role: Role
) -> None:
    notes = notes_for(inlines, texts)
    paragraph = Paragraph(inlines, role=role)
    source = blocks_source([paragraph], notes)
    content = read_typed(source)
    assert joined(content.body) == squeezed(words(Paragraph(canonical(inlines))))
    for note in content.notes:
        had = " ".join(
            words(Paragraph(canonical(one.inlines))) for one in notes[note.number].paragraphs
        )
        assert joined(note.paragraphs) == squeezed(had)
    assert len(content.notes) == len(notes) or not joined(content.body)


@settings(max_examples=300, deadline=None)
@given(INLINES)
def test_what_was_read_once_reads_the_same_ever_after(inlines: tuple[Inline, ...]) -> None:
    notes = notes_for(inlines, [(Text("một"),), (Text("hai "), Text("ba", bold=True))])
    once = read_typed(blocks_source([Paragraph(inlines)], notes))
    by_number = {note.number: note for note in once.notes}
    twice = read_typed(blocks_source(once.body, by_number))
    assert list(map(_canonical, twice.body)) == list(map(_canonical, once.body))
    assert twice.notes == once.notes


BODIES = [
    "Đoạn **đậm *nghiêng* đậm** và *nghiêng **cả hai***.",
    "Chữ *nghiêng*^[Chú thích *nghiêng* [trong ngoặc\\]] tiếp⁽¹⁾ và <https://a.vn/x?y=1>.",
    "# KẾT QUẢ\n\n## Chỉ đạo\n\n###. Khoản.\n\n###. Khoản nữa[^a].\n\n[^a]: Một.\n\n    Hai.",
    "## Bảo hiểm xã hội:\nĐề xuất cắt giảm.\n\n## **Đậm sẵn**",
    ">> Căn cứ Luật A;\n\n-> QUYẾT ĐỊNH: <-\n\n=> Sở trân trọng giới thiệu: <=",
    "# [2a.] Mục chen\n\n# Mục sau\n\n##. [b)] Khoản",
    "- gạch một\n- gạch hai\na) nhãn gõ tay\n\n1. số gõ tay",
    "Dòng một  \ndòng hai  \n**dòng ba**",
    "| TT | Nội dung | Số |\n|---|:--|--:|\n| 1 | **a** \\| b^[chú] | 2 |\n| 2 | c |",
    "2*3*4, 50% và 5 %, #the, a_b_c, C:\\new, \\*, x < y > z, {% if %} {# #} \\{{ ct.a }}",
    "**1.** chữ\n\n**“Trích”**: chữ",
]  # fmt: skip


@pytest.mark.parametrize("body", BODIES)
def test_a_text_of_a_dossier_survives_the_way_through_the_tree(body: str) -> None:
    first = read_typed(body, SCHEME)
    notes = {note.number: note for note in first.notes}
    second = read_typed(blocks_source(first.body, notes, SCHEME), SCHEME)
    assert [_bare(one) for one in second.body] == [_bare(one) for one in first.body]
    assert second.notes == first.notes


def _bare(block: Block) -> Block:
    """A table's columns are shaped by what is typed in them."""
    return Table((), block.header, block.rows) if isinstance(block, Table) else block


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(1, 3),
            st.sampled_from(["I.", "1.", "a)", "2a.", "IV."]),
            INLINES,
            st.booleans(),
        ),
        max_size=5,
    )
)
def test_headings_and_points_keep_their_labels_and_words(
    parts: list[tuple[int, str, tuple[Inline, ...], bool]],
) -> None:
    blocks: list[Block] = []
    for level, label, inlines, titled in parts:
        plain = tuple(one for one in inlines if not isinstance(one, NoteReference))
        blocks.append(Heading(level, label, plain) if titled else Paragraph(plain, label, level))
    source = blocks_source(blocks, {}, SCHEME)
    content = read_typed(source, SCHEME)
    bare = [_canonical(one) for one in blocks]
    assert joined(content.body) == joined(bare)


def _canonical(block: Block) -> Block:
    if isinstance(block, Heading):
        return Heading(block.level, block.label, canonical(block.title))
    assert isinstance(block, Paragraph)
    return Paragraph(canonical(block.inlines), block.label, block.level)


def test_a_title_that_bodies_run_into_without_a_colon_becomes_a_numbered_paragraph() -> None:
    heading = Heading(2, "1.", (Text("Về thể chế."),), (Text("Đã ban hành."),))
    assert blocks_source([Heading(1, "I.", (Text("MỤC"),)), heading], {}, SCHEME) == (
        "# MỤC\n\n##. **Về thể chế.** Đã ban hành."
    )


def test_a_label_that_counting_does_not_give_stands_in_brackets() -> None:
    blocks = [Heading(1, label, (Text("Mục"),)) for label in ("I.", "III.", "IV.")]
    assert blocks_source(blocks, {}, SCHEME) == "# Mục\n\n# [III.] Mục\n\n# Mục"


CELLS = st.lists(TEXTS, max_size=2).map(lambda one: Cell((Paragraph(tuple(one)),)))


@settings(max_examples=150, deadline=None)
@given(
    st.integers(1, 3).flatmap(
        lambda width: st.lists(
            st.lists(CELLS, min_size=width, max_size=width).map(tuple), min_size=1, max_size=3
        )
    )
)
def test_cells_of_a_pipe_table_keep_their_words(rows: list[tuple[Cell, ...]]) -> None:
    columns = tuple(Column(1 / len(rows[0]), Alignment.CENTER) for _ in rows[0])
    table = Table(columns, (rows[0],), tuple(rows[1:]))
    (read,) = read_typed(blocks_source([table])).body
    assert isinstance(read, Table)
    had = [[words(Paragraph(canonical(cell.blocks[0].inlines))) for cell in row] for row in rows]
    now = [[words(cell.blocks[0]) for cell in row] for row in (*read.header, *read.rows)]
    assert now == (had if any(map(bool, had[0])) else had[1:])
    assert is_plain_table(table)


def test_merged_cells_and_header_rows_stay_and_the_paragraphs_of_a_cell_become_one() -> None:
    wide = Cell((Paragraph((Text("Tổng số"),)), Paragraph((Text("hai đoạn"),))), column_span=2)
    tall = Cell((Paragraph((Text("TT"),)),), row_span=2)
    one = Cell((Paragraph((Text("1"),)),))
    table = Table((Column(0.3),) * 3, ((tall, wide), (one, one)), ((one, one, one),))
    assert not is_plain_table(table)
    assert blocks_source([table]) == (
        "| TT | Tổng số hai đoạn | << |\n| ^^ | 1 | 1 |\n| :--- | :--- | :--- |\n| 1 | 1 | 1 |"
    )


@st.composite
def merged(draw: st.DrawFn) -> tuple[tuple[Cell, ...], ...]:
    """Rows of cells that cover a grid without gaps."""
    height, width = draw(st.integers(1, 4)), draw(st.integers(2, 4))
    taken: set[tuple[int, int]] = set()
    rows: list[tuple[Cell, ...]] = []
    for row in range(height):
        cells: list[Cell] = []
        for column in range(width):
            if (row, column) in taken:
                continue
            free = next((c for c in range(column, width) if (row, c) in taken), width) - column
            across, down = draw(st.integers(1, free)), draw(st.integers(1, height - row))
            taken |= {(row + y, column + x) for y in range(down) for x in range(across)}
            text = draw(st.sampled_from(["a", "1.000", "^^", "<<", "", "x | y", "^^ <<"]))
            cells.append(Cell((Paragraph((Text(text),) if text else ()),), across, down))
        rows.append(tuple(cells))
    return tuple(rows)


@settings(max_examples=300, deadline=None)
@given(merged(), merged())
def test_any_merged_cells_are_read_back_as_they_were(
    header: tuple[tuple[Cell, ...], ...], rows: tuple[tuple[Cell, ...], ...]
) -> None:
    width = sum(cell.column_span for cell in header[0])
    if sum(cell.column_span for cell in rows[0]) != width:
        return
    table = Table((Column(1 / width),) * width, header, rows)
    (read,) = read_typed(blocks_source([table])).body
    assert isinstance(read, Table)
    if len(header) == 1 and not any(map(_words_of, header[0])):
        header = ()
    assert (read.header, read.rows) == (header, rows)


def test_a_header_row_that_would_read_as_the_line_below_it_becomes_one_of_the_body() -> None:
    one, dash = (Cell((Paragraph((Text(text),)),)) for text in ("Số", "-"))
    table = Table((Column(0.5),) * 2, ((replace(one, column_span=2),), (dash, dash)), ())
    assert blocks_source([table]) == "| Số |  |\n| :--- | :--- |\n| - | - |"


def _words_of(cell: Cell) -> str:
    return words(cell.blocks[0])


def test_notes_of_several_paragraphs_are_defined_behind_the_text() -> None:
    notes = {1: Note(1, (Paragraph((Text("Một"),)), Paragraph((Text("Hai"),))))}
    text = (Text("Chữ"), NoteReference(1), Text("."))
    assert note_names(notes.values()) == {1: "chu_thich_1"}
    assert blocks_source([Paragraph(text)], notes) == (
        "Chữ[^chu_thich_1].\n\n[^chu_thich_1]: Một\n\n    Hai"
    )


def test_emphasis_within_a_word_is_given_up_and_the_rest_of_it_kept() -> None:
    text = (Text("a", bold=True), Text("b"), Text(" và "), Text("c", italic=True))
    assert Sources().inlines(text) == "ab và *c*"


def test_signs_of_the_template_language_are_printed_as_text() -> None:
    assert as_template("# A {{ b") == '# A {{ "{{" }} b'
    assert not re.search(r"\{%", as_template("{% if %}").replace('"{%"', ""))
