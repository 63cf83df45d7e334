"""Printing numbers and reading typed ones."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese import (
    AmbiguousNumber,
    NotANumber,
    ParsedNumber,
    format_count,
    format_number,
    format_ratio_pair,
    parse_number,
    round_half_up,
)

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=4) | st.integers().map(Decimal)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (1365565, "1.365.565"),
        (Decimal("14.4"), "14,4"),
        (-5, "-5"),
        (0, "0"),
        (Decimal("-0.00"), "0"),
        (999, "999"),
        (1000, "1.000"),
        (-123456, "-123.456"),
        (Decimal("14.40"), "14,4"),
        (Decimal("1E+6"), "1.000.000"),
        (Decimal("1234.5"), "1.234,5"),
        (Decimal("0.05"), "0,05"),
        (10**40, "10" + ".000" * 13),
    ],
)
def test_a_number_has_dots_between_thousands_and_a_comma_before_decimals(value, printed):
    assert format_number(value) == printed


def test_done_and_total_stand_with_a_slash_between():
    assert format_ratio_pair(1365565, 1816581) == "1.365.565/1.816.581"


@pytest.mark.parametrize(
    ("count", "printed"),
    [(2, "02"), (14, "14"), (0, "00"), (1234, "1.234"), (Decimal("7.0"), "07")],
)
def test_a_count_has_two_digits_at_least(count, printed):
    assert format_count(count) == printed


@pytest.mark.parametrize("value", [-1, Decimal("2.5")])
def test_a_value_that_counts_nothing_is_no_count(value):
    with pytest.raises(ValueError, match="không phải là số đếm"):
        format_count(value)


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity")])
def test_a_value_that_is_not_finite_is_refused(value):
    with pytest.raises(ValueError, match="hữu hạn"):
        format_number(value)


def test_a_float_is_refused():
    with pytest.raises(TypeError, match="float"):
        format_number(14.4)


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [("0.125", 2, "0.13"), ("-0.125", 2, "-0.13"), ("2.5", 0, "3"), ("14996", -1, "15000")],
)
def test_a_half_is_rounded_away_from_zero(value, decimals, rounded):
    assert round_half_up(Decimal(value), decimals) == Decimal(rounded)


@given(NUMBERS, st.integers(0, 6))
def test_rounding_is_exact_at_any_size(value, decimals):
    error = abs(Fraction(round_half_up(value, decimals)) - Fraction(value))
    assert error <= Fraction(1, 2 * 10**decimals)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1365565", "1365565"),
        ("1.365.565", "1365565"),
        ("24.765", "24765"),
        ("14,4", "14.4"),
        ("1.234,5", "1234.5"),
        ("1.234,567", "1234.567"),
        ("0,765", "0.765"),
        ("1234,567", "1234.567"),
        ("-5", "-5"),
        ("\u22125", "-5"),
        ("+5", "5"),
        ("02", "2"),
        (" \u00a01.365.565\u202f", "1365565"),
        ("0.0", "0"),
    ],
)
def test_a_number_with_one_reading_is_read(text, value):
    assert parse_number(text) == ParsedNumber(Decimal(value))


@pytest.mark.parametrize("text", ["90,31%", "90,31 %", "90,31\u00a0%", " 90,31% "])
def test_a_percentage_keeps_its_figure_and_is_known_as_one(text):
    parsed = parse_number(text)
    assert parsed == ParsedNumber(Decimal("90.31"), is_percent=True)
    assert parsed.ratio == Decimal("0.9031")


def test_a_number_that_is_no_percentage_is_its_own_ratio():
    assert parse_number("14,4").ratio == Decimal("14.4")


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1365565.25", {"1.365.565,25", "136.556.525"}),
        ("24,765", {"24.765", "24,765"}),
        ("15.16", {"15,16", "1.516"}),
        ("1.5", {"1,5", "15"}),
        ("1.23", {"1,23", "123"}),
        ("-15.16", {"-15,16", "-1.516"}),
        ("0.765", {"0,765", "765"}),
        ("1234.567", {"1.234,567", "1.234.567"}),
        ("90.31%", {"90,31%", "9.031%"}),
        ("24,765%", {"24,765%", "24.765%"}),
        ("1.365%", {"1,365%", "1.365%"}),
        ("100,000", {"100", "100.000"}),
    ],
)
def test_a_number_with_two_readings_is_refused_and_both_are_named(text, readings):
    with pytest.raises(AmbiguousNumber) as caught:
        parse_number(text)
    assert set(caught.value.readings) == readings
    assert all(reading in str(caught.value) for reading in readings)
    assert caught.value.text == text


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("1,234,567", "1.234.567"),
        ("-1,234,567", "-1.234.567"),
        ("1,234.5", "1.234,5"),
        ("", None),
        ("-", None),
        ("%", None),
        ("- 5", None),
        (",5", None),
        ("5,", None),
        ("1.2345.678", None),
        ("1,5,5", None),
        ("1.234.56", None),
        ("12a", None),
        ("1 365 565", None),
        ("14,4 tỷ", None),
        ("1e6", None),
        ("٣", None),
        ("NaN", None),
    ],
)
def test_what_is_no_vietnamese_number_is_refused_with_what_was_probably_meant(text, suggestion):
    with pytest.raises(NotANumber) as caught:
        parse_number(text)
    assert caught.value.suggestion == suggestion


def readings_of(text: str) -> tuple[str, ...]:
    """Every number that a text may stand for, as it would be printed."""
    try:
        parsed = parse_number(text)
    except AmbiguousNumber as ambiguous:
        return ambiguous.readings
    except NotANumber:
        return ()
    return (format_number(parsed.value) + ("%" if parsed.is_percent else ""),)


@given(NUMBERS)
def test_a_printed_number_reads_back_as_itself_or_names_itself_among_its_readings(value):
    printed = format_number(value)
    readings = readings_of(printed)
    assert printed in readings
    if len(readings) == 1:
        assert parse_number(printed).value == value
    else:
        assert 1 <= abs(value) < 1000


@given(st.integers())
def test_every_printed_whole_number_reads_back(value):
    assert parse_number(format_number(value)) == ParsedNumber(Decimal(value))


@given(st.text(alphabet="0123456789.,-+% ", max_size=14))
def test_whatever_is_typed_is_read_or_refused_and_readings_can_be_told_apart(text):
    readings = readings_of(text)
    assert len(set(readings)) == len(readings) <= 2
    assert all(reading in readings_of(reading) for reading in readings)
