"""The chosen measures keep within the decree."""

import pytest

from reportgen.layout import nd30
from reportgen.layout.metrics import millimetres, text_width


@pytest.mark.parametrize("side", ["top", "bottom", "left", "right"])
def test_each_margin_is_one_that_the_decree_allows(side: str) -> None:
    assert getattr(nd30.PAGE, side) in nd30.MARGINS[side]


@pytest.mark.parametrize("name", sorted(nd30.COMPONENTS))
def test_each_component_has_a_size_in_its_range_and_says_where_it_stands(name: str) -> None:
    style = nd30.COMPONENTS[name]
    assert style.size in style.sizes
    assert style.clause


def test_the_three_sizes_of_the_letterhead_go_together() -> None:
    sizes = tuple(nd30.COMPONENTS[n].size for n in ("national_name", "motto", "place_and_date"))
    assert sizes in {(13, 14, 14), (12, 13, 13)}


def test_body_text_has_the_indent_and_spacing_of_the_decree() -> None:
    body = nd30.COMPONENTS["body"]
    assert body.first_line in nd30.FIRST_LINES
    assert body.line_spacing in nd30.LINE_SPACINGS
    assert body.space_before + body.space_after >= nd30.LEAST_PARAGRAPH_SPACE


@pytest.mark.parametrize("rule", [nd30.MOTTO_RULE, nd30.ISSUER_RULE, nd30.SUBJECT_RULE])
def test_each_rule_takes_a_share_that_the_decree_allows(rule: nd30.Rule) -> None:
    assert rule.share in rule.shares


def test_the_columns_fill_the_text_width_and_hold_the_national_name_on_one_line() -> None:
    style = nd30.COMPONENTS["national_name"]
    name = millimetres(text_width(nd30.NATIONAL_NAME, style.size, style.bold))
    assert sum(nd30.LETTERHEAD_COLUMNS) == nd30.PAGE.text_width
    assert sum(nd30.SIGNATURE_COLUMNS) == nd30.PAGE.text_width
    assert name < nd30.LETTERHEAD_COLUMNS[1]


def test_a_page_laid_across_keeps_its_margins() -> None:
    across = nd30.PAGE.rotated()
    assert (across.width, across.height, across.text_width) == (297, 210, 252)


@pytest.mark.parametrize(("urgency", "width"), [("HỎA TỐC", 30), ("THƯỢNG KHẨN", 40), ("KHẨN", 20)])
def test_each_degree_of_urgency_has_the_decrees_box_and_fits_in_it(
    urgency: str, width: float
) -> None:
    style = nd30.COMPONENTS["urgency"]
    assert nd30.URGENCY_BOXES[urgency] == (width, 8)
    assert millimetres(text_width(urgency, style.size, style.bold)) < width


def test_a_letters_subject_stands_six_points_below_its_number() -> None:
    assert nd30.COMPONENTS["letter_subject"].space_before == 6
