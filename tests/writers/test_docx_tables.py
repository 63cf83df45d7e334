"""Tables."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.docx_parts import Node, W, find, number, text, values, write

from reportgen.document.tree import Cell, Column, Document, Paragraph, Table, Text
from reportgen.layout.nd30 import PAGE
from reportgen.writers.docx.oxml import element, twips
from reportgen.writers.docx.styles import StyleIds
from reportgen.writers.docx.tables import Area, table_element
from reportgen.writers.docx.text import TextWriter


def _cell(value: str, column_span: int = 1, row_span: int = 1) -> Cell:
    return Cell((Paragraph((Text(value),)),), column_span, row_span)


def _tables(document: Document, table: Table) -> list[Node]:
    written = write(replace(document, body=(table, table), notes=()))
    return find(written.body, "//w:tbl[w:tblPr/w:tblStyle]")


def test_header_rows_are_repeated_and_rows_that_fit_are_held_whole(sample: Document) -> None:
    (table, _appendix) = find(write(sample).body, "//w:tbl[w:tblPr/w:tblStyle]")
    rows = find(table, "w:tr")
    assert [len(find(row, "w:trPr/w:tblHeader")) for row in rows] == [1, 1, 0, 0, 0]
    assert all(find(row, "w:trPr/w:cantSplit") for row in rows)


def test_a_row_that_fits_on_no_page_may_break(bare: Document) -> None:
    tall = _cell("Kết quả triển khai thực hiện trong kỳ báo cáo. " * 90)
    table = Table((Column(0.5), Column(0.5)), (), ((tall, _cell("x")), (_cell("a"), _cell("b"))))
    rows = find(_tables(bare, table)[0], "w:tr")
    assert [len(find(row, "w:trPr/w:cantSplit")) for row in rows] == [0, 1]


def test_columns_are_fixed_and_fill_the_text_width_exactly(bare: Document) -> None:
    columns = (Column(1 / 3), Column(1 / 3), Column(1 / 3))
    table = Table(columns, (), (tuple(_cell(x) for x in "abc"),))
    made = _tables(bare, table)[0]
    widths = [int(value) for value in values(made, "w:tblGrid/w:gridCol/@w:w")]
    assert sum(widths) == number(made, "w:tblPr/w:tblW/@w:w")
    assert abs(sum(widths) - twips(PAGE.text_width)) <= 2
    assert values(made, "w:tblPr/w:tblLayout/@w:type") == ["fixed"]
    assert [int(v) for v in values(made, ".//w:tcW/@w:w")] == widths


def test_spans_over_rows_and_columns_are_merged_cells(sample: Document) -> None:
    (table, *_) = find(write(sample).body, "//w:tbl[w:tblPr/w:tblStyle]")
    rows = find(table, "w:tr")
    merged = [[len(find(cell, "w:tcPr/w:vMerge")) for cell in find(row, "w:tc")] for row in rows]
    assert merged == [[1, 1, 0], [1, 1, 0, 0], [0, 0, 0, 0], [0, 1, 0, 0], [0, 1, 0, 0]]
    assert values(rows[0], "w:tc/w:tcPr/w:gridSpan/@w:val") == ["2"]
    assert [text(cell) for cell in find(rows[4], "w:tc")] == ["3", "", "14", "02"]


def _kept(row: Node) -> bool:
    paragraphs = find(row, ".//w:p")
    kept = [bool(find(paragraph, "w:pPr/w:keepNext")) for paragraph in paragraphs]
    assert len(set(kept)) == 1
    return kept[0]


def _merged_table(*group_sizes: int, words: str = "x") -> Table:
    rows: list[tuple[Cell, ...]] = []
    for size in group_sizes:
        rows.append((_cell("Công an tỉnh", row_span=size), _cell(words)))
        rows.extend((_cell(words),) for _ in range(size - 1))
    return Table((Column(0.5), Column(0.5)), ((_cell("Đơn vị"), _cell("Kết quả")),), tuple(rows))


def test_rows_under_one_merged_cell_stay_on_one_page(bare: Document) -> None:
    header, *rows = find(_tables(bare, _merged_table(3, 1, 2))[0], "w:tr")
    assert _kept(header)
    assert [_kept(row) for row in rows] == [True, True, False, False, True, False]


def test_rows_under_a_merged_cell_that_fits_on_no_page_may_part(bare: Document) -> None:
    table = _merged_table(40, 2, words="Kết quả triển khai thực hiện trong kỳ. " * 4)
    _header, *rows = find(_tables(bare, table)[0], "w:tr")
    assert [_kept(row) for row in rows] == [False] * 40 + [True, False]


def test_a_smaller_group_within_one_too_tall_stays_together(bare: Document) -> None:
    words = "Kết quả triển khai thực hiện trong kỳ. " * 12
    first = (_cell("Tỉnh", row_span=30), _cell("Xã", row_span=2), _cell(words))
    rest = ((_cell(words),), *((_cell("Xã"), _cell(words)) for _ in range(28)))
    table = Table((Column(0.3), Column(0.3), Column(0.4)), (), (first, *rest))
    rows = find(_tables(bare, table)[0], "w:tr")
    assert [_kept(row) for row in rows] == [True] + [False] * 29


def test_neighbouring_tables_stay_apart(bare: Document) -> None:
    table = Table((Column(1.0),), (), ((_cell("x"),),))
    first, _second = _tables(bare, table)
    following = first.getnext()
    assert following is not None
    assert following.tag == f"{W}p"


def test_a_table_of_two_thousand_rows_is_written_in_seconds(bare: Document) -> None:
    row = ("1", "Xã", "1.365.565", "Đã hoàn thành rà soát, làm sạch dữ liệu")
    cells = tuple(_cell(value) for value in row)
    table = Table((Column(0.25),) * 4, (cells,), (cells,) * 2000)
    started = time.process_time()
    written = write(replace(bare, body=(table,)))
    assert time.process_time() - started < 10
    assert len(find(written.body, "//w:tbl[w:tblPr/w:tblStyle]/w:tr")) == 2001


@st.composite
def _grids(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 5))
    spans = st.builds(_cell, st.text("ab", max_size=3), st.integers(1, 4), st.integers(1, 4))
    rows = draw(st.lists(st.lists(spans, max_size=6).map(tuple), min_size=1, max_size=6))
    return Table((Column(1 / columns),) * columns, (), tuple(rows))


@pytest.fixture(scope="module")
def text_writer() -> TextWriter:
    styles = element("styles")
    for name in ("Table Grid", "Ô bảng", "Đầu bảng"):
        styles.append(element("style", element("name", val=name), styleId=name))
    return TextWriter(StyleIds(styles), lambda address: address)


@given(table=_grids())
def test_every_row_fills_its_grid_and_every_cell_ends_with_a_paragraph(
    table: Table, text_writer: TextWriter
) -> None:
    made = table_element(table, Area(9000, 14000), text_writer)
    for row in find(made, "w:tr"):
        spans = [
            sum(map(int, values(cell, "w:tcPr/w:gridSpan/@w:val"))) or 1
            for cell in find(row, "w:tc")
        ]
        assert sum(spans) == len(table.columns)
    assert all(cell[-1].tag == f"{W}p" for cell in find(made, ".//w:tc"))
