"""Page numbers, appendices, tables over pages, and the signature at the end."""

import re
from dataclasses import replace

import pytest
from support.pdf_layout import POINTS_PER_MM, PageLayout, pages
from support.printing import paragraph, printed, sentences

from reportgen.document.tree import (
    Appendix,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
    Text,
)
from reportgen.layout import COMPONENTS, PAGE

FILLER = "Ủy ban nhân dân tỉnh ban hành kế hoạch."


def page_number(page: PageLayout) -> str:
    """What stands in the top margin."""
    top = PAGE.top * POINTS_PER_MM
    return "".join(g.character for g in page.glyphs if g.bottom < top and g.character.strip())


def appendix(label: str, blocks: tuple[Paragraph | Table, ...], landscape: bool) -> Appendix:
    return Appendix(label, f"Tiêu đề {label}", "(Kèm theo Báo cáo số 1)", blocks, landscape)


@pytest.fixture
def three_parts(bare: Document) -> list[PageLayout]:
    """A body of several pages and two appendices, the second one landscape."""
    long = tuple(paragraph(sentences(8)) for _ in range(12))
    parts = (appendix("Phụ lục I", long, False), appendix("Phụ lục II", long, True))
    return pages(printed(replace(bare, body=long, appendices=parts)).data)


def test_pages_are_numbered_from_two_and_each_appendix_anew(three_parts: list[PageLayout]) -> None:
    starts = [
        index
        for index, page in enumerate(three_parts)
        if index == 0 or re.match(r"Phụ lục I+\s", page.text.lstrip())
    ]
    assert len(starts) == 3
    ends = [*starts[1:], len(three_parts)]
    for start, end in zip(starts, ends, strict=True):
        numbers = [page_number(page) for page in three_parts[start:end]]
        assert numbers == ["", *(str(number) for number in range(2, end - start + 1))]
        assert end - start > 1


def test_page_numbers_are_centred_in_the_top_margin(three_parts: list[PageLayout]) -> None:
    style = COMPONENTS["page_number"]
    numbered = [page for page in three_parts if page_number(page)]
    for page in numbered:
        line = next(line for line in page.lines if line.bottom < PAGE.top * POINTS_PER_MM)
        text = (PAGE.left + page.width / POINTS_PER_MM - PAGE.right) / 2 * POINTS_PER_MM
        assert line.middle == pytest.approx(text, abs=1.5)
        assert line.sizes == {style.size}
        assert line.top >= PAGE.header * POINTS_PER_MM


def test_a_landscape_appendix_lies_across(three_parts: list[PageLayout]) -> None:
    shapes = [round(page.width / POINTS_PER_MM) for page in three_parts]
    assert set(shapes) == {210, 297}
    assert shapes == sorted(shapes)


def test_an_appendix_begins_with_label_title_reference_and_rule(
    three_parts: list[PageLayout],
) -> None:
    (page,) = [page for page in three_parts if "Phụ lục II" in page.text]
    texts = [line.text.strip() for line in page.lines[:3]]
    assert texts == ["Phụ lục II", "TIÊU ĐỀ PHỤ LỤC II", "(Kèm theo Báo cáo số 1)"]
    middle = (PAGE.left + PAGE.height - PAGE.right) / 2 * POINTS_PER_MM
    for line in page.lines[:3]:
        assert line.middle == pytest.approx(middle, abs=1.5)
    rule = page.rule_under(page.lines[2])
    assert rule.length < (page.lines[2].right - page.lines[2].left) / 2
    assert page.lines[0].sizes == {COMPONENTS["appendix_label"].size}


def table_of(rows: int, text: str = "Sở Tư pháp") -> Table:
    header = (tuple(Cell((paragraph(title),)) for title in ("TT", "Đơn vị")),)
    body = tuple((Cell((paragraph(f"M{row}N"),)), Cell((paragraph(text),))) for row in range(rows))
    return Table((Column(0.2), Column(0.8)), header, body)


def test_a_table_repeats_its_header_and_keeps_all_rows_in_order(bare: Document) -> None:
    layout = pages(printed(replace(bare, body=(table_of(400),))).data)
    assert re.findall(r"M(\d+)N", " ".join(page.text for page in layout)) == [
        str(row) for row in range(400)
    ]
    with_rows = [page for page in layout if "M" in page.text and "N" in page.text]
    assert len(with_rows) > 5
    assert all("Đơn vị" in page.text for page in with_rows)


def test_rows_stay_whole_where_a_page_holds_them(bare: Document) -> None:
    text = " ".join(f"dòng {n} của ô" for n in range(60))
    layout = pages(printed(replace(bare, body=(table_of(12, text),))).data)
    for page in layout:
        shown = " ".join(page.text.split())
        assert shown.count("dòng 0 của ô") == shown.count("dòng 59 của ô")


def test_cells_are_aligned_as_their_columns_say(sample: Document) -> None:
    (page,) = [page for page in pages(printed(sample).data) if "1.816.581" in page.text]
    right = (PAGE.width - PAGE.right) * POINTS_PER_MM
    ends = [
        line.inked[-1].right
        for line in page.lines
        if line.text.rstrip().endswith(("1.816.581", "98,77%"))
    ]
    assert len(ends) == 2
    assert ends == pytest.approx([right - 1.4 * POINTS_PER_MM] * 2, abs=2)


@pytest.mark.parametrize("lines", range(22, 40))
def test_the_signature_is_never_alone_on_a_page_and_never_torn(bare: Document, lines: int) -> None:
    body = (*(paragraph(FILLER) for _ in range(lines)), paragraph(sentences(3, mark="cuối ")))
    recipients = tuple((Text(f"- Nơi nhận thứ {n};"),) for n in range(12))
    layout = pages(printed(replace(bare, body=body, recipients=recipients)).data)
    (signed,) = [page for page in layout if "Nơi nhận:" in page.text]
    assert "Nguyễn Văn A" in signed.text
    assert "Nơi nhận thứ 0;" in signed.text
    assert "Nơi nhận thứ 11;" in signed.text
    assert any(
        line.sizes == {COMPONENTS["body"].size} and "cải cách" in line.text for line in signed.lines
    )


@pytest.mark.parametrize("lines", range(28, 42, 2))
def test_a_heading_is_never_the_last_line_of_a_page(bare: Document, lines: int) -> None:
    heading = Heading(1, "II.", (Text("Khó khăn"),))
    body = (*(paragraph(FILLER) for _ in range(lines)), heading, paragraph(sentences(4)))
    layout = pages(printed(replace(bare, body=body)).data)
    (page,) = [page for page in layout if "KHÓ KHĂN" in page.text]
    place = page.lines.index(page.line("KHÓ KHĂN"))
    assert "Ủy ban nhân dân" in page.lines[place + 1].text
