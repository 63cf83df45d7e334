"""Percentages and changes."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese import describe_change, format_rate, parse_number

RATIOS = st.decimals(-3, 3, places=8) | st.decimals(0, 1, places=12)


@pytest.mark.parametrize(
    ("done", "total", "printed"),
    [
        (1365565, 1816581, "75,17%"),
        (85217, 94887, "89,81%"),
        (12340, 12493, "98,78%"),
        (1, 2, "50%"),
        (903, 1000, "90,3%"),
        (1052, 1000, "105,2%"),
        (0, 7, "0%"),
        (7, 7, "100%"),
        (999999, 1000000, "99,99%"),
        (1000001, 1000000, "100,01%"),
        (1, 1000000, "0,01%"),
        (-1, 1000000, "-0,01%"),
        (-12, 100, "-12%"),
    ],
)
def test_a_rate_has_two_decimals_at_most_and_no_end_zeros(done, total, printed):
    assert format_rate(Decimal(done) / total) == printed


@pytest.mark.parametrize(
    ("ratio", "decimals", "printed"),
    [
        ("0.9031", 1, "90,3%"),
        ("0.9035", 1, "90,4%"),
        ("0.90305", 2, "90,31%"),
        ("0.999", 0, "99%"),
        ("0.001", 0, "1%"),
        ("0.9999", 1, "99,9%"),
        ("0.123456", 3, "12,346%"),
    ],
)
def test_a_rate_is_rounded_half_up_to_the_decimals_asked_for(ratio, decimals, printed):
    assert format_rate(Decimal(ratio), decimals) == printed


def test_a_rate_with_fewer_than_no_decimals_is_refused():
    with pytest.raises(ValueError, match="thập phân"):
        format_rate(1, -1)


@given(RATIOS, st.integers(0, 5))
def test_a_rate_is_never_printed_as_100_or_0_unless_it_is(ratio, decimals):
    printed = format_rate(ratio, decimals)
    assert (printed == "100%") == (ratio == 1)
    assert (printed == "0%") == (ratio == 0)


@given(RATIOS, st.integers(0, 2))
def test_a_printed_rate_is_less_than_one_last_digit_off(ratio, decimals):
    printed = parse_number(format_rate(ratio, decimals)).ratio
    assert abs(Fraction(printed) - Fraction(ratio)) < Fraction(1, 10 ** (decimals + 2))


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (24965, 23731, "tăng 1.234 (5,2%)"),
        (45, 50, "giảm 5 (10%)"),
        (0, 50, "giảm 50 (100%)"),
        (100, 50, "tăng 50 (100%)"),
        (50, 50, "không thay đổi"),
        (Decimal("50.0"), 50, "không thay đổi"),
        (5, 0, "tăng 5"),
        (-3, 0, "giảm 3"),
        (5, -5, "tăng 10"),
        (Decimal("14.4"), Decimal("12.0"), "tăng 2,4 (20%)"),
        (1000001, 1000000, "tăng 1 (0,01%)"),
    ],
)
def test_a_change_says_which_way_how_much_and_what_share(now, before, words):
    assert describe_change(now, before) == words


def test_the_share_of_a_change_takes_the_decimals_asked_for():
    assert describe_change(4, 3, 1) == "tăng 1 (33,3%)"
