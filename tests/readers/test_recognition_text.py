"""Headings, labels, tables and notes of a text; and no word of any file is lost."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.recognised_words import body_words, file_words, recognised_words, text_words
from support.word_values import p, run, table, word_file

from reportgen.document.inlines import plain_text
from reportgen.document.tree import Block, Heading, NoteReference, Paragraph, Table
from reportgen.readers.recognition import recognise
from reportgen.readers.recognition.label_shapes import read_label
from reportgen.readers.word.model import WordBlock


def _body(*blocks: WordBlock | str) -> tuple[Block, ...]:
    return recognise(word_file(*blocks)).document.body


def _outline(*blocks: WordBlock | str) -> list[tuple[str, int]]:
    return [
        (block.label, block.level)
        for block in _body(*blocks)
        if isinstance(block, Heading | Paragraph)
    ]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("I. KẾT QUẢ", "I."),
        ("1. Chỉ đạo", "1."),
        ("1.Chỉ đạo", "1."),
        ("1.1. Về thể chế", "1.1."),
        ("1.1 Về thể chế", "1.1"),
        ("a) Nổi bật", "a)"),
        ("đ) Tổ chức", "đ)"),
        ("ê) Tiếp tục", "ê)"),
        ("(1) Mô hình", "(1)"),
        ("1) Rà soát", "1)"),
        ("A. PHẦN CHUNG", "A."),
        ("Điều 1. Phạm vi", "Điều 1."),
        ("Điều 12: Hiệu lực", "Điều 12:"),
        ("Chương II", "Chương II"),
        ("Phần thứ nhất", "Phần thứ nhất"),
        ("Mục 3", "Mục 3"),
    ],
)
def test_labels_are_read_as_they_are_typed(text: str, label: str) -> None:
    found = read_label(text)
    assert found is not None
    assert found.text == label


@pytest.mark.parametrize(
    "text",
    [
        "1.706 thủ tục đã cung cấp",
        "1.5 triệu người",
        "15/9/2025 là hạn",
        "2025. Năm",
        "64/64 xã",
        "Điều 5 Luật Lưu trữ quy định",
        "Kết quả",
        "- Tổ chức",
        "100% hồ sơ",
        "và b) hai",
    ],
)
def test_figures_and_words_are_no_labels(text: str) -> None:
    assert read_label(text) is None


def test_levels_follow_the_nesting_of_the_labels() -> None:
    texts = ("I. A", "1. B", "a) C.", "b) D.", "2. E", "II. F", "a) G.", "1. H", "1.1. K", "a) L.")
    assert [level for _, level in _outline(*texts)] == [1, 2, 4, 4, 2, 1, 4, 2, 3, 4]


def test_articles_stand_below_chapters_and_above_their_clauses() -> None:
    texts = (
        p("Chương I", center=True),
        p("QUY ĐỊNH CHUNG", center=True),
        "Điều 1. Phạm vi",
        "1. Quy chế này quy định việc quản lý.",
        "a) Thiết bị;",
        "Điều 2. Đối tượng",
        "1. Cơ quan.",
        p("Chương II", center=True),
        p("QUẢN LÝ", center=True),
    )
    assert _outline(*texts) == [
        ("Chương I", 1),
        ("Điều 1.", 2),
        ("1.", 3),
        ("a)", 4),
        ("Điều 2.", 2),
        ("1.", 3),
        ("Chương II", 1),
    ]


def test_automatic_labels_count_like_typed_ones() -> None:
    assert _outline(
        p("KẾT QUẢ", label="I."), p("Tổ chức.", label="1."), p("Rà soát.", label="a)")
    ) == [
        ("I.", 1),
        ("1.", 2),
        ("a)", 3),
    ]


def test_a_bold_beginning_is_a_title_that_runs_into_its_text() -> None:
    (heading,) = _body(p(run("2. Tuyên truyền: ", "b"), "Các sở đã thực hiện."))
    assert isinstance(heading, Heading)
    assert (heading.label, plain_text(heading.title)) == ("2.", "Tuyên truyền: ")
    assert plain_text(heading.run_in) == "Các sở đã thực hiện."


def test_an_article_without_a_title_runs_into_its_text() -> None:
    (heading,) = _body(p(run("Điều 1.", "b"), " Ban hành kèm theo Quyết định này Quy chế."))
    assert isinstance(heading, Heading)
    assert (heading.label, heading.title) == ("Điều 1.", ())
    assert plain_text(heading.run_in).strip() == "Ban hành kèm theo Quyết định này Quy chế."


def test_dashes_are_part_of_the_text() -> None:
    (paragraph,) = _body("- Sở Y tế chủ trì;")
    assert isinstance(paragraph, Paragraph)
    assert (paragraph.label, plain_text(paragraph.inlines)) == ("", "- Sở Y tế chủ trì;")


def test_words_emphasised_in_a_sentence_make_no_heading() -> None:
    blocks = _body(
        p("1. ", run("Tổng số", "i"), " hồ sơ là 12."), p(run("Lưu ý:", "b"), " nộp sớm.")
    )
    assert all(isinstance(block, Paragraph) for block in blocks)


def test_bold_rows_at_the_top_are_the_header_of_a_table() -> None:
    rows = table(([p("TT", looks="b")], [p("Tên", looks="b")]), ("1", "Rà soát"), bordered=True)
    (found,) = _body(rows)
    assert isinstance(found, Table)
    assert (len(found.header), len(found.rows)) == (1, 1)


def test_a_table_without_borders_is_text_where_it_only_lays_out() -> None:
    assert [type(one) for one in _body(table(("Bên A", "Bên B")))] == [Paragraph, Paragraph]
    assert [type(one) for one in _body(table(("Xã", "Dân"), ("Cam Lâm", "12.000")))] == [Table]


def test_notes_stand_where_their_marks_are() -> None:
    document = recognise(
        word_file(
            p(run("Đã ban hành", note=2), run(" và sơ kết", note=1), "."), notes=("Một", "Hai")
        )
    ).document
    (paragraph,) = document.body
    assert isinstance(paragraph, Paragraph)
    marks = [one.number for one in paragraph.inlines if isinstance(one, NoteReference)]
    assert marks == [1, 2]
    assert [plain_text(note.paragraphs[0].inlines) for note in document.notes] == ["Hai", "Một"]


def test_headers_and_footers_are_kept() -> None:
    found = recognise(
        word_file("Nội dung.", header=(p("Báo cáo tháng 9"),), footer=(p("Sở Y tế"),))
    )
    assert [plain_text(one.inlines) for one in found.document.running] == [
        "Báo cáo tháng 9",
        "Sở Y tế",
    ]


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        (p(""),),
        ("Mai họp lúc 8 giờ nhé.",),
        ("Dear Sir,", "The meeting is on Monday.", "Best regards,", "John Smith"),
        (table(("A", "B"), ("1", "2"), bordered=True),),
        (table(),),
    ],
)
def test_a_file_without_components_is_all_text(blocks: tuple[WordBlock | str, ...]) -> None:
    found = recognise(word_file(*blocks))
    document = found.document
    assert (document.recipients, document.signatures, document.appendices) == ((), (), ())
    assert document.title.kind == ""
    assert text_words(found) == body_words(found.word)


def test_a_long_file_is_not_looked_through_again_for_every_paragraph() -> None:
    lines = [f"{number % 90}. Kết quả thực hiện nhiệm vụ số {number}." for number in range(20_000)]
    word = word_file(*lines)
    begun = time.process_time()
    recognise(word)
    assert time.process_time() - begun < 30  # a tenth of it is enough; the square of it is not


_PIECES = st.sampled_from(
    (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập – Tự do – Hạnh phúc",
        "UBND TỈNH LÀO CAI",
        "SỞ NỘI VỤ",
        "Số: 05/KH-SNV",
        "Số 1",
        "V/v báo cáo",
        "Lào Cai, ngày 5 tháng 1 năm 2026",
        "KẾ HOẠCH",
        "Công tác năm 2026",
        "(Từ ngày 01/9 đến ngày 30/9/2026)",
        "Kính gửi: - Sở Y tế; - Sở Tư pháp.",
        "Kính gửi:",
        "Sở Y tế điện:",
        "- Sở Y tế;",
        "Căn cứ Luật Lưu trữ;",
        "QUYẾT ĐỊNH:",
        "Điều 1. Phạm vi",
        "Chương I",
        "I. MỤC ĐÍCH",
        "1.Nội dung",
        "a) Rà soát;",
        "i) Rà soát",
        "Nơi nhận:",
        "Nơi nhận: - Như trên; - Lưu: VT.",
        "- Lưu: VT.",
        "PL.(300)",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        "GIÁM ĐỐC",
        "(Đã ký)",
        "Nguyễn Văn A",
        "NGUYỄN VĂN A",
        "________",
        "*",
        "Phụ lục I",
        "PHỤ LỤC: DANH MỤC",
        "Phụ lục 2. Danh mục",
        "(Kèm theo Kế hoạch số 05",
        "HỎA TỐC",
        "DỰ THẢO",
        "một\thai\tba",
        "một      hai",
        "\fTrang mới",
        "đầu\ngiữa\n\ncuối",
        "Đạt 89% (85.217/94.887) kế hoạch.",
        "",
        " ",
    )
)
_PARAGRAPHS = st.builds(
    lambda texts, gap, looks, center, label, new_page, ruled: p(
        *(run(text, look) for text, look in zip(texts, looks, strict=False)),
        run(gap),
        center=center,
        label=label,
        new_page=new_page,
        ruled=ruled,
    ),
    st.lists(_PIECES, min_size=1, max_size=2),
    st.sampled_from(("", "\t", "\n", "      ")),
    st.lists(st.sampled_from(("n", "b", "bi")), min_size=2, max_size=2),
    st.booleans(),
    st.sampled_from(("", "", "", "1.", "a)", "-", "•")),
    st.booleans(),
    st.booleans(),
)
_CELLS = st.lists(_PARAGRAPHS, min_size=1, max_size=3)
_TABLES = st.builds(
    lambda rows, bordered: table(*rows, bordered=bordered),
    st.lists(st.lists(_CELLS, min_size=1, max_size=2), max_size=3),
    st.booleans(),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(_PARAGRAPHS | _TABLES, max_size=14))
def test_no_word_is_lost_nor_told_twice(blocks: list[WordBlock]) -> None:
    found = recognise(word_file(*blocks))
    assert sorted(recognised_words(found)) == sorted(file_words(found.word))


@settings(max_examples=60, deadline=None)
@given(st.lists(_PARAGRAPHS | _TABLES, max_size=14))
def test_the_text_keeps_its_order(blocks: list[WordBlock]) -> None:
    found = recognise(word_file(*blocks))
    places = [one.paragraph.place.paragraph for one in found.anatomy.text if not one.appendix]
    assert all(before <= after for before, after in pairwise(places))
