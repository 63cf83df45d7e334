"""Amounts of money."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese import format_money, format_money_short, parse_number


@pytest.mark.parametrize(
    ("amount", "printed"),
    [
        (116_800_000, "116.800.000 đồng"),
        (0, "0 đồng"),
        (-5000, "-5.000 đồng"),
        (Decimal("1234.565"), "1.234,57 đồng"),
    ],
)
def test_an_amount_in_full_has_every_digit(amount, printed):
    assert format_money(amount) == printed


@pytest.mark.parametrize(
    ("amount", "printed"),
    [
        (14_400_000_000, "14,4 tỷ đồng"),
        (116_800_000, "116,8 triệu đồng"),
        (10**9, "1 tỷ đồng"),
        (10**6, "1 triệu đồng"),
        (999_999_999, "1 tỷ đồng"),
        (999_994_999, "999,99 triệu đồng"),
        (999_999, "999.999 đồng"),
        (500_000, "500.000 đồng"),
        (116_815_000, "116,82 triệu đồng"),
        (1_234_000_000_000, "1.234 tỷ đồng"),
        (-14_400_000_000, "-14,4 tỷ đồng"),
        (0, "0 đồng"),
    ],
)
def test_a_short_amount_stands_in_the_largest_unit_with_two_decimals_at_most(amount, printed):
    assert format_money_short(amount) == printed


@given(st.integers(10**6, 10**15))
def test_a_short_amount_never_has_a_thousand_million_or_less_than_one_whole(amount):
    figure, unit, _ = format_money_short(amount).split(" ")
    whole, _, decimals = figure.partition(",")
    value = parse_number(whole).value
    assert value >= 1
    assert len(decimals) <= 2
    assert unit == "tỷ" or value < 1000
