"""Stamps, the drafter's mark and the address: what stands around the text, measured in the PDF."""

import io
from dataclasses import replace

import pikepdf
import pytest
from support.pdf_layout import POINTS_PER_MM, PageLayout, pages
from support.printing import CREATED, frame, note, paragraph, printed, sentences

from reportgen.document.tree import Document, Markings
from reportgen.layout import COMPONENTS, PAGE
from reportgen.layout.nd30 import (
    LETTERHEAD_COLUMNS,
    NATIONAL_NAME,
    SIGNATURE_COLUMNS,
    URGENCY_BOXES,
)
from reportgen.writers.pdf import write_pdf

LEFT = PAGE.left * POINTS_PER_MM
RIGHT = (PAGE.width - PAGE.right) * POINTS_PER_MM
TOP = PAGE.top * POINTS_PER_MM
BOTTOM = (PAGE.height - PAGE.bottom) * POINTS_PER_MM
RIGHT_COLUMN = RIGHT - LETTERHEAD_COLUMNS[1] / 2 * POINTS_PER_MM
NEAR = 1.5  # pt: boxes are those of the ink, not of the letters' advance
RED = (255, 0, 0)
ADDRESS = ("Số 01 Trần Phú, tỉnh Khánh Hòa", "ĐT: 0258 3822 229; Website: khanhhoa.gov.vn")


def only_page(document: Document) -> PageLayout:
    (page,) = pages(printed(document).data)
    return page


def marked(document: Document, **markings: object) -> Document:
    return replace(document, markings=replace(Markings(), **markings))  # type: ignore[arg-type]


@pytest.mark.parametrize("urgency", URGENCY_BOXES)
def test_urgency_stands_in_a_red_box_of_the_decrees_size(letter: Document, urgency: str) -> None:
    page = only_page(marked(letter, urgency=urgency))
    line = page.line(urgency)
    box = page.box_around(line)
    width, height = (side * POINTS_PER_MM for side in URGENCY_BOXES[urgency])
    assert (box.width, box.height) == pytest.approx((width, height), abs=0.1)
    assert {glyph.color for glyph in line.inked} == {RED}
    assert line.sizes == {COMPONENTS["urgency"].size}
    assert line.middle == pytest.approx((box.left + box.right) / 2, abs=NEAR)
    assert box.left == pytest.approx(LEFT, abs=0.1)
    assert page.line("Kết luận").bottom < box.top
    assert box.bottom < page.line("Kính gửi:").top


def test_circulation_stands_boxed_in_the_top_margin_above_the_national_name(
    bare: Document,
) -> None:
    page = only_page(marked(bare, circulation=("LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI")))
    first, second = page.line("LƯU HÀNH NỘI BỘ"), page.line("XEM XONG TRẢ LẠI")
    for line in (first, second):
        box = page.box_around(line)
        assert 0 < box.top < box.bottom < TOP
        assert line.middle == pytest.approx(RIGHT_COLUMN, abs=NEAR)
        assert line.sizes == {COMPONENTS["circulation"].size}
    assert first.bottom < second.top
    assert page.line(NATIONAL_NAME).top == pytest.approx(TOP, abs=3)


def test_circulation_too_high_for_the_top_margin_pushes_the_letterhead_down(
    bare: Document,
) -> None:
    long = "CHỈ LƯU HÀNH TRONG NỘI BỘ CÁC CƠ QUAN, ĐƠN VỊ THUỘC BAN CHỈ ĐẠO"
    page = only_page(marked(bare, circulation=(long, "XEM XONG TRẢ LẠI", "KHÔNG SAO CHỤP")))
    assert page.line("CHỈ LƯU HÀNH").top == pytest.approx(TOP, abs=4)
    assert page.line(NATIONAL_NAME).top > page.line("KHÔNG SAO CHỤP").bottom


def test_the_drafters_mark_stands_at_the_lower_right_of_the_recipients(bare: Document) -> None:
    page = only_page(marked(bare, drafter="PL.(300)"))
    mark, last = page.line("PL.(300)"), page.line("- Lưu: VT.")
    style = COMPONENTS["drafter"]
    assert mark.sizes == {style.size}
    assert mark.top > last.bottom
    edge = LEFT + (SIGNATURE_COLUMNS[0] - style.side_indent) * POINTS_PER_MM
    assert mark.right == pytest.approx(edge, abs=NEAR)


@pytest.fixture
def with_address(bare: Document) -> list[PageLayout]:
    body = (paragraph("Nơi gọi", 1, "."), *[paragraph(sentences(10))] * 5)
    notes = (note(1, sentences(3, mark="chú thích ")),)
    long = replace(bare, body=body, notes=notes)
    return pages(printed(marked(long, address=ADDRESS)).data)


def test_the_address_stands_at_the_foot_of_the_first_page_only(
    with_address: list[PageLayout],
) -> None:
    first, *others = with_address
    style = COMPONENTS["address"]
    lines = [first.words(text) for text in ADDRESS]
    for line in lines:
        assert line.sizes == {style.size}
        assert line.middle == pytest.approx((LEFT + RIGHT) / 2, abs=NEAR)
    assert lines[-1].bottom == pytest.approx(BOTTOM, abs=3)
    assert others
    assert all("Trần Phú" not in page.text for page in others)


def test_a_rule_across_the_text_keeps_the_address_from_text_and_notes(
    with_address: list[PageLayout],
) -> None:
    first = with_address[0]
    address = first.words(ADDRESS[0])
    rule = max(first.rules, key=lambda rule: rule.top)
    assert (rule.left, rule.right) == pytest.approx((LEFT, RIGHT), abs=0.1)
    others = [glyph for glyph in first.glyphs if glyph.size != COMPONENTS["address"].size]
    assert max(glyph.bottom for glyph in others if glyph.character.strip()) < rule.top
    assert rule.top < address.top
    assert "chú thích" in first.text


def test_an_address_longer_than_a_line_stays_above_the_margin(bare: Document) -> None:
    page = only_page(marked(bare, address=(sentences(3),)))
    assert max(line.bottom for line in page.lines) == pytest.approx(BOTTOM, abs=3)


def test_a_stamped_letter_is_a_tagged_pdf_a_with_its_subject_as_heading(letter: Document) -> None:
    stamped = marked(letter, urgency="HỎA TỐC", circulation=("XEM XONG TRẢ LẠI",), address=ADDRESS)
    data = printed(stamped).data
    assert write_pdf(stamped, frame(), CREATED).data == data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata.pdfa_status == "3U"
        assert pdf.Root.MarkInfo.Marked
        tags = [
            str(element.get("/S"))
            for element in pdf.objects
            if isinstance(element, pikepdf.Dictionary) and element.get("/Type") == "/StructElem"
        ]
    assert tags.count("/H1") == 1
