"""Printed values read back as typed, wherever they stand."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportgen.document.markdown import (
    HeadingSource,
    ParagraphSource,
    TableSource,
    parse_blocks,
    parse_inlines,
)
from reportgen.drafting.escaping import escape_markdown

SIGNS = st.sampled_from(
    [*"\\`*_#[]^<>|~-+=.):&!{}\"'/1aă•⁽¹⁾ ", "[^1]", "^[", "**", "##. ", "<http://a>"]
)
VALUES = st.lists(SIGNS | st.characters(exclude_categories=["C", "Z"]), max_size=12).map("".join)


def read(source: str) -> str:
    tokens = parse_inlines(source)
    assert {token.type for token in tokens} <= {"text", "text_special"}
    return "".join(token.content for token in tokens)


@given(VALUES)
@example("*A* [^1] ^[x] <http://a> \\ |")
def test_a_value_inside_a_sentence_reads_back_as_typed(value: str) -> None:
    (paragraph,) = parse_blocks(f"Trước {escape_markdown(value)} sau.")
    assert isinstance(paragraph, ParagraphSource)
    assert read(paragraph.text) == f"Trước {value.strip(' ')} sau."


@given(VALUES)
@example("- x")
@example("a) x")
@example("1.1. x")
@example("##. x")
@example("[^1]: x")
def test_a_value_that_begins_a_line_begins_no_block(value: str) -> None:
    if value.strip(" ")[:1] in ("•", "–", ""):
        return  # these signs have no escape; a value is seldom nothing but a list's item
    (paragraph,) = parse_blocks(f"Dòng trên,\n{escape_markdown(value)} sau.")
    assert isinstance(paragraph, ParagraphSource)
    tokens = parse_inlines(paragraph.text)
    text = "".join(token.content or "\n" for token in tokens)
    assert text == f"Dòng trên,\n{value.strip(' ')} sau."


@given(VALUES)
def test_a_value_in_a_heading_or_a_cell_stays_in_it(value: str) -> None:
    heading, table = parse_blocks(
        f"## Mục {escape_markdown(value)} x\n\n| a |\n|---|\n| y{escape_markdown(value)}z |"
    )
    assert isinstance(heading, HeadingSource)
    assert isinstance(table, TableSource)
    assert read(heading.title) == f"Mục {value.strip(' ')} x"
    assert [[read(cell) for cell in row] for row in table.rows] == [[f"y{value.strip(' ')}z"]]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1.365.565/1.816.581 (75,17%)", "1.365.565/1.816.581 (75,17%)"),
        ("-5", "-5"),
        ("ngày 05 tháng 01 năm 2026", "ngày 05 tháng 01 năm 2026"),
        ("UBND TỈNH\nKHÁNH HÒA\n", "UBND TỈNH KHÁNH HÒA"),
        ("hết dòng  ", "hết dòng"),
    ],
)
def test_figures_and_names_need_no_escapes_and_stand_on_one_line(value: str, written: str) -> None:
    assert escape_markdown(value) == written
