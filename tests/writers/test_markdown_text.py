"""What a Markdown reader sees is what the document says."""

import html
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from reportgen.document.tree import (
    Cell,
    Column,
    Document,
    Heading,
    Letterhead,
    LineBreak,
    Markings,
    Note,
    NoteReference,
    Paragraph,
    Properties,
    Role,
    Signature,
    Table,
    Text,
    Title,
)
from reportgen.writers.markdown import escaped, write_markdown

READER = MarkdownIt("commonmark", {"html": True}).enable("table").use(footnote_plugin)
ODD = "& < > \" ' {{ }} {% %} % _ a_b_c * 2*3*4 # | ~ ` \\ [x](y) ![i](j) &lt; &amp; 😀"
TEXTS = st.text("ab Ủệ1.,:;“”()*_`[]<>#&|~\\-+=!^{}%'\"", min_size=1, max_size=12)
INLINES = st.lists(st.builds(Text, TEXTS, st.booleans(), st.booleans()), min_size=1, max_size=4)


def seen(markdown: str) -> str:
    """The text that a CommonMark reader shows, blanks made one."""
    shown = re.sub(r"<[^>]*>", " ", READER.render(markdown))
    return " ".join(html.unescape(shown).split())


def of_one(block: Paragraph | Table) -> Document:
    """A document of one block."""
    return Document(
        Letterhead((), ("SỞ NỘI VỤ",), "Số: 1", "Khánh Hòa"),
        Title("BÁO CÁO", (Text("Về công tác"),)),
        (block,),
        (),
        (Signature((), "GIÁM ĐỐC", "", ""),),
        Properties("", "", ""),
    )


def with_body(document: Document, *paragraphs: Paragraph) -> Document:
    return replace(document, body=paragraphs)


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(TEXTS)
def test_escaped_text_is_read_as_typed(text: str) -> None:
    assert squeezed(seen(f"x{escaped(text)}x")) == squeezed(f"x{text}x")


@given(INLINES)
def test_bold_and_italic_runs_never_leave_their_marks_in_the_text(inlines: list[Text]) -> None:
    start, end = Text("đầu "), Text(" cuối")
    paragraph = Paragraph((start, *inlines, end))
    table = Table((Column(1.0),), (), ((Cell((paragraph,)),),))
    for block in (paragraph, table):
        written = write_markdown(of_one(block))
        typed = "".join(inline.value for inline in paragraph.inlines)
        assert squeezed(typed) in squeezed(seen(written))


def test_signs_that_are_markup_elsewhere_arrive_as_typed(bare: Document) -> None:
    written = write_markdown(with_body(bare, Paragraph((Text(ODD),))))
    assert squeezed(ODD) in squeezed(seen(written))


@pytest.mark.parametrize("start", ["# không phải tiêu đề", "---", "> trích", "===", "+"])
def test_a_paragraph_that_begins_like_markup_stays_a_paragraph(bare: Document, start: str) -> None:
    written = write_markdown(with_body(bare, Paragraph((Text("x"),)), Paragraph((Text(start),))))
    assert squeezed(start) in squeezed(seen(written))


def test_a_dash_or_number_at_the_beginning_is_left_as_typed(bare: Document) -> None:
    paragraphs = [Paragraph((Text(text),)) for text in ("- Bộ Công an", "1. Xây dựng", "a) Đất")]
    written = write_markdown(with_body(bare, *paragraphs))
    assert "\n\n- Bộ Công an\n\n1. Xây dựng\n\na) Đất\n\n" in written


def test_labels_titles_and_run_in_text_are_printed_in_order(sample: Document) -> None:
    written = write_markdown(sample)
    assert "\n## I. Kết quả các mặt công tác[^1]\n" in written
    assert "\na) Nổi bật trong kỳ báo cáo:\n" in written
    assert "\n**2. Tuyên truyền thực hiện Đề án:** Các sở, ban, ngành" in written


def test_every_note_is_called_once_and_defined_once_in_order(sample: Document) -> None:
    written = write_markdown(sample)
    calls = re.findall(r"\[\^(\d+)\](?!:)", written)
    definitions = re.findall(r"^\[\^(\d+)\]:", written, re.MULTILINE)
    assert calls == definitions == [str(note.number) for note in sample.notes]


def test_the_paragraphs_of_a_note_belong_to_the_note(bare: Document) -> None:
    called = Paragraph((Text("Văn bản"), NoteReference(1)))
    note = Note(1, (Paragraph((Text("Đoạn một."),)), Paragraph((Text("Đoạn hai."),))))
    written = write_markdown(replace(bare, body=(called,), notes=(note,)))
    assert written.endswith("[^1]: Đoạn một.\n\n    Đoạn hai.\n")


def test_a_spanning_cell_leaves_its_other_places_empty(sample: Document) -> None:
    written = write_markdown(sample)
    assert "| TT | Đơn vị | Hồ sơ |  |\n" in written
    assert "|  |  | Tiếp nhận | Giải quyết |\n" in written
    assert "| 3 |  | 14 | 02 |\n" in written


def test_all_rows_of_a_table_have_the_same_number_of_cells(sample: Document) -> None:
    rows = [line for line in write_markdown(sample).splitlines() if line.startswith("| ")]
    assert {row.count(" | ") for row in rows} == {3}


def test_recipients_and_addressees_are_lists(bare: Document) -> None:
    two = replace(bare, addressees=((Text("Văn phòng Chính phủ"),), (Text("Bộ Công an"),)))
    written = write_markdown(two)
    assert "\nKính gửi:\n- Văn phòng Chính phủ;\n- Bộ Công an.\n" in written
    assert "***Nơi nhận:***\n\n- Lưu: VT.\n" in written


def test_superscripts_links_and_line_breaks_keep_their_meaning(sample: Document) -> None:
    written = write_markdown(sample)
    assert "- Đợt cao điểm: ⁽¹⁾ rà soát **30.532** dữ liệu" in written
    assert "xem <https://dichvucong.gov.vn>\\\nvà các văn bản kèm theo." in written


def test_a_heading_stays_on_one_line(bare: Document) -> None:
    heading = Heading(1, "I.", (Text("Dòng một"), LineBreak(), Text("dòng hai")))
    written = write_markdown(replace(bare, body=(heading,)))
    assert "\n## I. Dòng một dòng hai\n" in written


def test_a_letter_has_its_subject_and_no_heading(bare: Document) -> None:
    head = replace(bare.letterhead, number="Số: 12/UBND-VX", subject=(Text("V/v nâng bậc lương"),))
    written = write_markdown(replace(bare, letterhead=head, title=Title("", ())))
    assert "\nSố: 12/UBND-VX\n\nV/v nâng bậc lương\n" in written
    assert "#" not in written


def test_what_the_letterhead_lacks_leaves_no_mark(bare: Document) -> None:
    head = replace(bare.letterhead, number="", place_and_date="")
    written = write_markdown(replace(bare, letterhead=head, recipients=()))
    assert "**\n\n# BÁO CÁO\n" in written
    assert "Nơi nhận" not in written


def test_legal_bases_are_italic_and_centred_lines_bold(bare: Document) -> None:
    basis = Paragraph((Text("Căn cứ Luật "), Text("Lưu trữ", bold=True)), role=Role.BASIS)
    decided = Paragraph((Text("QUYẾT ĐỊNH:"),), role=Role.CENTERED)
    written = write_markdown(with_body(bare, basis, decided))
    assert "\n*Căn cứ Luật* ***Lưu trữ***\n\n**QUYẾT ĐỊNH:**\n" in written


def test_stamps_drafter_and_address_are_printed_where_they_stand_on_the_page(
    bare: Document,
) -> None:
    marks = Markings("KHẨN", ("LƯU HÀNH NỘI BỘ",), "PL.(300)", ("Số 01 Trần Phú", "ĐT: 0258"))
    written = write_markdown(replace(bare, markings=marks))
    assert written.startswith("**LƯU HÀNH NỘI BỘ**\n\n")
    assert "\n\n**KHẨN**\n\n# BÁO CÁO\n" in written
    assert "- Lưu: VT.\n\nPL.(300)\n\n**GIÁM ĐỐC**\n" in written
    assert written.endswith("**Nguyễn Văn A**\n\nSố 01 Trần Phú\\\nĐT: 0258\n")


def test_recipients_follow_several_signatures(bare: Document) -> None:
    secretary = Signature((), "THƯ KÝ", "", "Nguyễn Văn B")
    written = write_markdown(replace(bare, signatures=(secretary, *bare.signatures)))
    parts = ("THƯ KÝ", "Nguyễn Văn B", "GIÁM ĐỐC", "Nguyễn Văn A", "Nơi nhận:")
    places = [written.index(part) for part in parts]
    assert places == sorted(places)
