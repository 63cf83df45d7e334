"""The page as HTML: every text escaped, every part in its element."""

import html as entities
import re
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.printing import frame, html, note, paragraph, sentences

from reportgen.document.tree import (
    Alignment,
    Cell,
    Column,
    Document,
    Heading,
    LineBreak,
    NoteReference,
    Table,
    Text,
)
from reportgen.layout import COMPONENTS, PAGE, nd30
from reportgen.writers.addresses import is_linkable
from reportgen.writers.html import write_sections
from reportgen.writers.html.groups import grid_places
from reportgen.writers.html.inlines import inlines_html
from reportgen.writers.html.notes import Setting
from reportgen.writers.html.rows import RowCell, cell_lines, row_slices
from reportgen.writers.html.styles import declarations
from reportgen.writers.html.tables import table_html


class Reader(HTMLParser):
    """Collects the text of a page, and checks that its elements are closed in order."""

    VOID = frozenset({"br", "meta", "col"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.shown = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "title"} & set(self.open):
            self.shown += data


@given(st.text(), st.booleans(), st.booleans(), st.booleans())
def test_text_never_becomes_markup(value: str, bold: bool, italic: bool, raised: bool) -> None:
    made = inlines_html((Text(value, bold, italic, raised),), lambda _: pytest.fail("no note"))
    without_tags = re.sub(r"</?(?:b|i|sup)>", "", str(made))
    assert "<" not in without_tags
    assert entities.unescape(without_tags) == entities.unescape(entities.escape(value))


def test_every_element_is_closed_in_its_place(sample: Document) -> None:
    reader = Reader(html(sample))
    assert reader.open == []
    assert "Khánh Hòa, ngày 19 tháng 9 năm 2025" in reader.shown


def test_the_page_asks_for_nothing_outside(sample: Document) -> None:
    page = html(sample)
    assert not re.search(r"<(?:img|link|script|iframe|object|base)\b|url\(|@import", page)
    assert set(re.findall(r'(?:src|href)="([^"]*)"', page)) == {"https://dichvucong.gov.vn"}


@pytest.mark.parametrize(
    ("address", "linkable"),
    [
        ("https://a.vn", True),
        ("http://a.vn", True),
        ("mailto:a@b.vn", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("#x", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_only_web_and_mail_addresses_become_links(address: str, linkable: bool) -> None:
    assert is_linkable(address) is linkable


def test_headings_have_their_level_label_and_bookmark(sample: Document) -> None:
    page = html(sample)
    assert re.search(r'<h2 class="muc-1" data-cap="1" data-dau-trang="I. KẾT QUẢ CÁC', page)
    assert re.search(r'<h3 class="muc-2" [^>]*>1\. Chỉ đạo, triển khai thực hiện</h3>', page)


def test_a_titled_point_is_set_as_a_point(bare: Document) -> None:
    heading = Heading(3, "a)", (Text("Hạ tầng"),))
    assert '<h4 class="diem" ' in html(replace(bare, body=(heading,)))


def test_run_in_text_goes_on_in_the_paragraph_of_its_title(sample: Document) -> None:
    page = html(sample)
    block = page[page.index('<div class="noi-lien">') :]
    assert re.match(
        r'<div class="noi-lien"><span class="cum con-tiep"><h3 [^>]*>2\. Tuyên truyền thực hiện '
        r"Đề án:</h3> Các sở, ban, ngành",
        block,
    )


@pytest.mark.parametrize("title_words", [1, 20, 60])
def test_run_in_text_is_whole_however_long_its_title(bare: Document, title_words: int) -> None:
    title = " ".join(["Tiêu"] * title_words) + ":"
    heading = Heading(2, "1.", (Text(title),), run_in=(Text(f" {sentences(9)}"), NoteReference(1)))
    page = html(replace(bare, body=(heading,), notes=(note(1, "Chú thích."),)))
    shown = "".join(Reader(page).shown.split())
    assert "".join(f"1. {title} {sentences(9)}1".split()) in shown


def test_a_call_is_followed_by_its_note_numbered_by_the_document(bare: Document) -> None:
    document = replace(
        bare, body=(paragraph("Văn bản", 1, "."),), notes=(note(1, "Số 5.", "Hai."),)
    )
    assert (
        'Văn bản<sup class="so-ghi-chu">1</sup><span class="ghi-chu"><sup class="so-ghi-chu">1'
        "</sup> Số 5.<span>Hai.</span></span>."
    ) in html(document)


def test_a_note_inside_a_note_is_a_fault_of_the_program() -> None:
    inner = replace(note(1, "x"), paragraphs=(paragraph("x", 2),))
    with pytest.raises(ValueError, match="inside a note"):
        Setting(PAGE, {1: inner}).note_html(1)


def test_sections_are_the_body_and_each_appendix(sample: Document) -> None:
    body, appendix = write_sections(sample, frame())
    assert 'class="cuoi-van-ban"' in body
    assert '<section class="phu-luc' not in body
    assert 'class="cuoi-van-ban"' not in appendix
    assert '<section class="phu-luc phu-luc-1">' in appendix


def test_every_measure_of_the_stylesheet_is_the_decrees() -> None:
    sheet = frame().stylesheet
    for component in nd30.COMPONENTS:
        assert f"kieu('{component}')" in sheet
    without_formulas = re.sub(r"\{\{.*?\}\}", "x", sheet)
    assert not re.search(r"font-size|\d\s*(?:mm|cm|px)\b", without_formulas)


def test_declarations_say_all_that_the_measure_says() -> None:
    made = declarations("body")
    style = COMPONENTS["body"]
    assert f"font-size: {style.size:g}pt;" in made
    assert "text-align: justify;" in made
    assert f"text-indent: {style.first_line:g}mm;" in made
    assert f"margin: {style.space_before:g}pt" in made
    assert "text-transform: uppercase;" in declarations("kind")
    assert "break-after: avoid;" in declarations("heading_2")


def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell((paragraph(text),), columns, rows)


def test_cells_find_their_columns_past_those_that_hang_down() -> None:
    rows = (
        (cell("a", rows=3), cell("b", columns=2), cell("c", rows=2)),
        (cell("d"), cell("e")),
        (cell("f"), cell("g", columns=2)),
        (cell("h"), cell("i"), cell("j"), cell("k")),
    )
    assert list(grid_places(rows)) == [(0, 1, 3), (1, 2), (1, 2), (0, 1, 2, 3)]


def test_spans_scopes_and_alignment_reach_the_html() -> None:
    table = Table(
        (Column(0.5), Column(0.3, Alignment.RIGHT), Column(0.2, Alignment.CENTER)),
        ((cell("Đầu", columns=3),),),
        ((cell("x"), cell("y"), cell("z")),),
    )
    made = str(table_html(table, Setting(PAGE, {})))
    assert '<th colspan="3" scope="colgroup"><p>Đầu</p></th>' in made
    assert '<tr><td><p>x</p></td><td class="phai"><p>y</p></td><td class="giua"><p>z' in made
    assert '<col style="width:30.000%">' in made


def row_of(
    cells: Sequence[Cell], columns: Sequence[Column], setting: Setting
) -> tuple[RowCell, ...]:
    return tuple(
        RowCell(column, cell_lines(cell, column, setting))
        for cell, column in zip(cells, columns, strict=True)
    )


def test_a_low_row_stays_as_it_is_and_a_high_one_is_cut_without_loss() -> None:
    columns = (Column(0.5), Column(0.5))
    setting = Setting(PAGE, {})
    assert len(row_slices(row_of((cell("a"), cell("b")), columns, setting), setting)) == 1
    high = Cell(tuple(paragraph(f"{n}. {sentences(2)}") for n in range(60)))
    parts = row_slices(row_of((high, cell("ngắn")), columns, setting), setting)
    assert len(parts) > 10
    told = "".join(
        inline.value
        for part in parts
        for line in part[0].lines
        for inline in line.inlines
        if isinstance(inline, Text)
    )
    wanted = "".join(f"{n}. {sentences(2)}" for n in range(60))
    assert "".join(told.split()) == "".join(wanted.split())
    assert [line.inlines for part in parts for line in part[1].lines] == [(Text("ngắn"),)]


def test_a_row_whose_notes_fill_the_page_is_cut_too() -> None:
    columns = (Column(0.5), Column(0.5))
    setting = Setting(PAGE, {1: note(1, sentences(200))})
    row = (cell(sentences(12)), Cell((paragraph("x", 1),)))
    assert len(row_slices(row_of(row, columns, setting), setting)) > 1


def test_a_line_break_is_kept_within_its_paragraph(bare: Document) -> None:
    broken = replace(paragraph("x"), inlines=(Text("một"), LineBreak(), Text("hai")))
    assert "<p>một<br>hai</p>" in html(replace(bare, body=(broken,)))
