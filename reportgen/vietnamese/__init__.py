"""Numbers, dates, letters and text as Vietnamese official documents write and read them."""

from reportgen.vietnamese.collation import sort_key
from reportgen.vietnamese.dates import (
    ImpossibleDate,
    NotADate,
    format_date_long,
    format_date_short,
    format_month,
    format_quarter,
    parse_date,
    parse_month,
)
from reportgen.vietnamese.lettering import letter, letter_value, roman, roman_value
from reportgen.vietnamese.money import format_money, format_money_short
from reportgen.vietnamese.number_words import number_in_words
from reportgen.vietnamese.numbers import (
    Number,
    format_count,
    format_number,
    format_ratio_pair,
    round_half_up,
)
from reportgen.vietnamese.parsing import AmbiguousNumber, NotANumber, ParsedNumber, parse_number
from reportgen.vietnamese.rates import describe_change, format_rate
from reportgen.vietnamese.text import fold_tone_placement, nfc, plain_name, split_superscripts
from reportgen.vietnamese.units import Unit, conversion, is_measure, parse_unit

__all__ = [
    "AmbiguousNumber",
    "ImpossibleDate",
    "NotADate",
    "NotANumber",
    "Number",
    "ParsedNumber",
    "Unit",
    "conversion",
    "describe_change",
    "fold_tone_placement",
    "format_count",
    "format_date_long",
    "format_date_short",
    "format_money",
    "format_money_short",
    "format_month",
    "format_number",
    "format_quarter",
    "format_rate",
    "format_ratio_pair",
    "is_measure",
    "letter",
    "letter_value",
    "nfc",
    "number_in_words",
    "parse_date",
    "parse_month",
    "parse_number",
    "parse_unit",
    "plain_name",
    "roman",
    "roman_value",
    "round_half_up",
    "sort_key",
    "split_superscripts",
]
