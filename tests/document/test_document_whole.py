"""Nothing is lost: whatever is typed arrives, notes and letters count without a gap."""

import re
import time
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tree_text import dump, plain, show

from reportgen.document import Content, read_draft
from reportgen.document.columns import shape_columns
from reportgen.document.tree import NoteReference, Paragraph, Table
from reportgen.drafting.draft import Draft, DraftAppendix, DraftColumn, DraftTable
from reportgen.drafting.escaping import escape_markdown
from reportgen.vietnamese.lettering import letter

_WORDS = st.sampled_from(
    ["Sở", "Y", "tế", "90,31%", "(1)", "“x”", "&", "<b>", "{{", "}}", "%", "_a_", '"', "'", "🙂",
     "^", "]", "m²", "–", "-", "+", "1.", "a)", "~~", "`", "=", "---", "!", "\u00a0", "e\u0302"]
)  # fmt: skip
_LINES = st.lists(_WORDS, max_size=8).map(" ".join)
_ORDINARY = st.lists(_LINES, max_size=8).map("\n".join)
_ANY_SIGN = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="*\\[<>⁽#|\x00\r"), max_size=200
)
_MARKS = st.sampled_from(
    ["*", "**", "***", " ", "\n", "\n\n", "# ", "## ", "##. ", "- ", "a) ", "^[", "[", "]", "\\",
     "|", "\n|-|-|\n", "\n---|---\n", "<", "<https://", ">", ":", "\n    ", "  \n", "⁽¹⁾", "_"]
)  # fmt: skip
_RUNS = ["^[", "[^", "[", "*", "**", "\\", "|", "<https://", "*a", "a*", "- ", "#", "[^a]"]


def _read(body: str, numbering: tuple[str, ...] = ("I.", "1.", "a)")) -> Content:
    return read_draft(Draft("", "", "", body, numbering))


def _words_of(content: Content) -> list[str]:
    assert all(isinstance(block, Paragraph) for block in content.body)
    text = "\n".join(plain(block.inlines) for block in content.body)  # type: ignore[union-attr]
    return re.split(r"[ \t\n]+", text.strip(" \t\n"))


@settings(settings.get_profile("fuzz"))
@given(st.one_of(_ORDINARY, _ANY_SIGN))
def test_text_without_our_marks_arrives_whole(text: str) -> None:
    content = _read(text)
    assert _words_of(content) == re.split(r"[ \t\n]+", text.strip(" \t\n"))
    assert not content.notes
    assert not content.problems


@settings(settings.get_profile("fuzz"))
@given(st.one_of(_ORDINARY, _ANY_SIGN))
def test_so_does_a_cell(text: str) -> None:
    table = DraftTable((DraftColumn("A"),), ((text,),))
    draft = Draft("", "", "", "", (), (DraftAppendix("", "", table, landscape=False),))
    (found,) = read_draft(draft).appendices[0]
    assert isinstance(found, Table)
    (cell,) = found.rows[0]
    lines = [plain(paragraph.inlines) for paragraph in cell.blocks]
    typed = [line.strip(" \t") for line in text.split("\n")]
    assert [line for line in lines if line] == [line for line in typed if line]
    assert cell.blocks


@settings(settings.get_profile("fuzz"))
@given(st.lists(st.one_of(_MARKS, st.none()), max_size=60))
def test_every_word_arrives_whatever_marks_stand_around_it(pieces: list[str | None]) -> None:
    words = [f"từ{index}x" for index, piece in enumerate(pieces) if piece is None]
    names = iter(words)
    content = _read("".join(next(names) if piece is None else piece for piece in pieces))
    printed = dump(replace(content, problems=()))
    assert [word for word in words if word not in printed] == []


@settings(settings.get_profile("fuzz"))
@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="⁽")))
def test_an_escaped_value_is_read_back_as_it_was(value: str) -> None:
    content = _read(f"Đạt {escape_markdown(value)} hồ sơ")
    (paragraph,) = content.body
    typed = re.sub(r"\s*[\u2028\u2029]\s*", " ", value).strip(" ")
    assert show(paragraph.inlines) == f"Đạt {typed} hồ sơ"  # type: ignore[union-attr]
    assert not content.problems


@given(st.lists(st.sampled_from(["named", "inline", "none"]), max_size=40), st.randoms())
def test_notes_count_from_one_in_reading_order_each_with_one_reference(
    kinds: list[str], random: object
) -> None:
    paragraphs = [
        {"named": f"Đoạn {i}[^n{i}].", "inline": f"Đoạn {i}^[n{i}].", "none": f"Đoạn {i}."}[kind]
        for i, kind in enumerate(kinds)
    ]
    definitions = [f"[^n{i}]: n{i}" for i, kind in enumerate(kinds) if kind == "named"]
    random.shuffle(definitions)  # type: ignore[attr-defined]
    content = _read("\n\n".join(definitions + paragraphs))
    references = [
        item.number
        for block in content.body
        for item in block.inlines  # type: ignore[union-attr]
        if isinstance(item, NoteReference)
    ]
    assert references == list(range(1, len(content.notes) + 1))
    assert [note.number for note in content.notes] == references
    texts = [plain(note.paragraphs[0].inlines) for note in content.notes]
    assert texts == [f"n{i}" for i, kind in enumerate(kinds) if kind != "none"]
    assert not content.problems


@given(st.integers(1, 60))
def test_letters_follow_the_vietnamese_alphabet(count: int) -> None:
    content = _read("\n\n".join(["#. đoạn"] * count), ("a)",))
    labels = [block.label for block in content.body]  # type: ignore[union-attr]
    assert labels == [f"{letter(number)})" for number in range(1, count + 1)]
    assert labels[4:7] == ["đ)", "e)", "g)"][: max(0, count - 4)]


@given(
    st.lists(st.tuples(st.text(max_size=12), st.none() | st.floats(1, 60)), min_size=1, max_size=8),
    st.lists(st.lists(st.text(max_size=80), min_size=8, max_size=8), max_size=5),
)
def test_column_widths_are_shares_of_the_whole(
    asked: list[tuple[str, float | None]], rows: list[list[str]]
) -> None:
    columns = shape_columns([DraftColumn(*pair) for pair in asked], rows)
    assert abs(sum(column.width for column in columns) - 1) < 1e-9
    assert all(column.width > 0 for column in columns)


@settings(deadline=None)
@given(st.sampled_from(_RUNS), st.booleans())
def test_a_long_run_of_marks_is_read_in_good_time(mark: str, closed: bool) -> None:
    text = mark * 5000 + ("]" * 5000 if closed else "")
    begun = time.process_time()
    _read(text)
    assert time.process_time() - begun < 5


def test_a_very_long_note_arrives_whole() -> None:
    sentence = "Công văn số 303/UBND-PVHCC ngày *17/9/2025* và Khách sạn 4*; "
    text = (sentence * 250).strip()
    (note,) = _read(f"Xem[^dài].\n\n[^dài]: {text}").notes
    assert len(text) > 15_000
    assert plain(note.paragraphs[0].inlines) == text.replace("*17/9/2025*", "17/9/2025")


def test_three_hundred_notes_and_two_thousand_rows_take_a_few_seconds_at_most() -> None:
    paragraphs = [f"Đoạn **{i}** có chú thích[^n{i}]." for i in range(300)]
    definitions = [f"[^n{i}]: Công văn số {i}/UBND *ngày* 1/1/2025" for i in range(300)]
    rows = tuple((str(i), "Sở Nội vụ", "1.234", "Đạt *một phần*; 4*") for i in range(2000))
    table = DraftTable(tuple(map(DraftColumn, ("TT", "Tên", "Số", "Kết quả"))), rows)
    body = "\n\n".join(paragraphs + definitions)
    appendix = DraftAppendix("", "", table, landscape=True)
    begun = time.process_time()
    content = read_draft(Draft("", "", "", body, (), (appendix,)))
    assert time.process_time() - begun < 5
    assert len(content.notes) == 300
    (found,) = content.appendices[0]
    assert isinstance(found, Table)
    assert len(found.rows) == 2000
    assert show(found.rows[1999][3].blocks[0].inlines) == "Đạt <i>một phần</i>; 4*"
