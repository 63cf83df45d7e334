"""Tables of Word files: spans, widths, borders, what is in the cells and where it stands."""

import pytest
from support.word_files import docx, p, paragraphs, read, table, texts

from reportgen.readers.word import read_word
from reportgen.readers.word.model import WordCell, WordTable


def _tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def _tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _grid(*widths: int) -> str:
    return "<w:tblGrid>" + "".join(f"<w:gridCol w:w='{one}'/>" for one in widths) + "</w:tblGrid>"


def _text(cell: WordCell) -> str:
    (block,) = cell.blocks
    assert not isinstance(block, WordTable)
    return block.text


def _shape(found: WordTable) -> list[list[tuple[str, int, int, int]]]:
    return [
        [(_text(cell), cell.column, cell.column_span, cell.row_span) for cell in row]
        for row in found.rows
    ]


_START, _GOES_ON = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"


def test_spans_are_told_and_covered_cells_left_out() -> None:
    found = table(
        _grid(567, 2268, 1134, 1134)
        + _tr(_tc("TT", _START), _tc("Đơn vị", _START), _tc("Hồ sơ", "<w:gridSpan w:val='2'/>"))
        + _tr(_tc("", _GOES_ON), _tc("", _GOES_ON), _tc("Nhận"), _tc("Trả"))
        + _tr(_tc("1"), _tc("Sở Tư pháp"), _tc("12"), _tc("10"))
    )
    assert _shape(found) == [
        [("TT", 0, 1, 2), ("Đơn vị", 1, 1, 2), ("Hồ sơ", 2, 2, 1)],
        [("Nhận", 2, 1, 1), ("Trả", 3, 1, 1)],
        [("1", 0, 1, 1), ("Sở Tư pháp", 1, 1, 1), ("12", 2, 1, 1), ("10", 3, 1, 1)],
    ]
    assert found.widths == (28.35, 113.4, 56.7, 56.7)


def test_a_merge_that_continues_nothing_is_a_cell() -> None:
    found = table(_tr(_tc("a", _GOES_ON), _tc("b")))
    assert _shape(found) == [[("a", 0, 1, 1), ("b", 1, 1, 1)]]


def test_merges_of_old_files() -> None:
    found = table(
        _tr(
            _tc("a", "<w:hMerge w:val='restart'/>"),
            _tc("", "<w:hMerge w:val='continue'/>"),
            _tc("b"),
        )
    )
    assert _shape(found) == [[("a", 0, 2, 1), ("b", 2, 1, 1)]]


def test_columns_left_out_at_a_rows_start_count() -> None:
    found = table(_tr(_tc("a"), _tc("b")) + _tr(_tc("c"), properties="<w:gridBefore w:val='1'/>"))
    assert _shape(found) == [[("a", 0, 1, 1), ("b", 1, 1, 1)], [("c", 1, 1, 1)]]


def test_rows_and_cells_that_were_deleted_are_gone() -> None:
    found = table(
        _tr(_tc("a"), _tc("gone", "<w:cellDel w:id='1'/>"))
        + _tr(_tc("gone"), properties="<w:del w:id='2'/>")
        + _tr(_tc("b"), properties="<w:ins w:id='3'/>")
    )
    assert [[_text(cell) for cell in row] for row in found.rows] == [["a"], ["b"]]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    cell = f"<w:sdt><w:sdtContent>{_tc('a')}</w:sdtContent></w:sdt>"
    found = table(f"<w:sdt><w:sdtContent>{_tr(cell)}</w:sdtContent></w:sdt>{_tr(_tc('b'))}")
    assert [[_text(cell) for cell in row] for row in found.rows] == [["a"], ["b"]]


def test_header_rows_are_those_at_the_top_that_repeat() -> None:
    head = "<w:tblHeader/>"
    rows = _tr(_tc("a"), properties=head) + _tr(_tc("b"), properties="<w:tblHeader w:val='0'/>")
    assert table(rows + _tr(_tc("c"), properties=head)).header_rows == 1


@pytest.mark.parametrize(
    ("grid", "cells", "widths"),
    [
        (
            (100, 100),
            ("<w:tcW w:w='1000' w:type='dxa'/>", "<w:tcW w:w='3000' w:type='dxa'/>"),
            (50, 150),
        ),
        (
            (),
            ("<w:tcW w:w='1250' w:type='pct'/>", "<w:tcW w:w='75%' w:type='pct'/>"),
            (116.925, 350.775),
        ),
        ((1000, 3000), ("<w:tcW w:w='0' w:type='auto'/>", ""), (50, 150)),
    ],
)
def test_widths_come_from_the_cells_where_the_grid_has_none_of_use(
    grid: tuple[int, ...], cells: tuple[str, str], widths: tuple[float, float]
) -> None:
    found = table(_grid(*grid) + _tr(*(_tc("x", cell) for cell in cells)))
    assert found.widths == pytest.approx(widths)


def _borders(holder: str, value: str, *sides: str) -> str:
    inside = "".join(f"<w:{side} w:val='{value}' w:sz='4'/>" for side in sides)
    return f"<w:{holder}>{inside}</w:{holder}>"


_ALL = ("top", "left", "bottom", "right", "insideH", "insideV")


@pytest.mark.parametrize(
    ("properties", "styles", "bordered"),
    [
        ("", "", False),
        (_borders("tblBorders", "single", *_ALL), "", True),
        (_borders("tblBorders", "none", *_ALL), "", False),
        (_borders("tblBorders", "single", "top", "bottom"), "", False),
        (
            "<w:tblStyle w:val='TableGrid'/>",
            "<w:style w:type='table' w:styleId='TableGrid'><w:tblPr>"
            + _borders("tblBorders", "single", *_ALL)
            + "</w:tblPr></w:style>",
            True,
        ),
    ],
)
def test_a_table_is_bordered_where_most_of_its_cells_are(
    properties: str, styles: str, bordered: bool
) -> None:
    rows = _tr(_tc("a"), _tc("b")) * 2
    assert table(f"<w:tblPr>{properties}</w:tblPr>{rows}", styles=styles).bordered is bordered


def test_a_cell_may_have_borders_of_its_own() -> None:
    own = _borders("tcBorders", "single", "top", "left", "bottom", "right")
    none = _borders("tcBorders", "nil", "top", "left", "bottom", "right")
    found = table(_tr(_tc("a", own), _tc("b", none), _tc("c")))
    assert [cell.bordered for cell in found.rows[0]] == [True, False, False]


def test_a_cells_text_is_as_wide_as_the_cell_without_its_margins() -> None:
    narrow = "<w:tcMar><w:left w:w='0'/></w:tcMar>"
    body = f"<w:tbl>{_grid(2000, 3000)}{_tr(_tc('a'), _tc('b', narrow))}</w:tbl>"
    first, second = paragraphs(body)
    assert first.width == pytest.approx(100 - 10.8)
    assert second.width == pytest.approx(150 - 5.4)


def test_text_may_stand_upright_in_a_cell() -> None:
    found = table(_tr(_tc("a", "<w:textDirection w:val='btLr'/>"), _tc("b")))
    assert [cell.vertical_text for cell in found.rows[0]] == [True, False]


def test_places_name_the_outermost_table() -> None:
    inner = f"<w:tbl>{_tr(_tc('trong'))}</w:tbl>"
    cell = f"<w:tc>{inner}{p('sau')}</w:tc>"
    outer = f"<w:tbl>{_tr(_tc('a'), cell)}</w:tbl>"
    found = paragraphs(p("đầu") + outer + f"<w:tbl>{_tr(_tc('b'))}</w:tbl>" + p("cuối"))
    assert [(one.text, one.place.position) for one in found] == [
        ("đầu", "đoạn 1"),
        ("a", "bảng 1, hàng 1, cột 1"),
        ("trong", "bảng 1, hàng 1, cột 2"),
        ("sau", "bảng 1, hàng 1, cột 2"),
        ("b", "bảng 2, hàng 1, cột 1"),
        ("cuối", "đoạn 6"),
    ]


def test_a_table_without_rows_is_none() -> None:
    assert texts(f"<w:tbl><w:tblPr/></w:tbl>{p('x')}") == ["x"]
    assert len(read(f"<w:tbl><w:tblPr/></w:tbl>{p('x')}").blocks) == 1


def test_a_span_beyond_all_measure_is_cut() -> None:
    found = table(_tr(_tc("a", "<w:gridSpan w:val='99999999'/>"), _tc("b")))
    assert len(found.widths) < 1000


def test_tables_deep_within_each_other_are_read() -> None:
    body = p("đáy")
    for _ in range(40):
        body = f"<w:tbl><w:tr><w:tc>{body}{p('')}</w:tc></w:tr></w:tbl>"
    found = read_word(docx(body), "vb.docx")
    assert "đáy" in [one.text for one in found.paragraphs()]
