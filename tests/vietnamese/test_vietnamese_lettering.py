"""Roman numerals and letter labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese import letter, letter_value, roman, roman_value


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "I"),
        (4, "IV"),
        (9, "IX"),
        (14, "XIV"),
        (40, "XL"),
        (1999, "MCMXCIX"),
        (3999, "MMMCMXCIX"),
    ],
)
def test_a_roman_numeral_is_written_in_its_usual_form(number, text):
    assert roman(number) == text


def test_every_roman_numeral_is_read_back():
    assert [roman_value(roman(number)) for number in range(1, 4000)] == list(range(1, 4000))


@pytest.mark.parametrize("text", ["", "IIII", "iv", "VX", "IC", "A", "I ", "MMMM"])
def test_what_is_no_roman_numeral_has_no_value(text):
    assert roman_value(text) is None


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_a_number_without_a_roman_numeral_is_refused(number):
    with pytest.raises(ValueError, match="La Mã"):
        roman(number)


def test_letters_follow_the_vietnamese_order():
    letters = " ".join(letter(number) for number in range(1, 24))
    assert letters == "a b c d đ e g h i k l m n o p q r s t u v x y"


def test_letters_go_on_with_two_after_y():
    assert [letter(number) for number in (24, 25, 28, 46, 47, 552, 553)] == [
        "aa", "ab", "ađ", "ay", "ba", "yy", "aaa"
    ]  # fmt: skip


@given(st.integers(1, 10**6))
def test_every_letter_label_is_read_back(number):
    assert letter_value(letter(number)) == number


@given(st.text(alphabet="abcdđeghiklmnopqrstuvxyfjwzăA)", max_size=4))
def test_a_text_has_a_letter_value_only_if_it_is_a_letter_label(text):
    value = letter_value(text)
    assert value is None or letter(value) == text


@pytest.mark.parametrize("text", ["", "f", "j", "w", "z", "ă", "A", "a)", "1"])
def test_what_is_no_letter_label_has_no_value(text):
    assert letter_value(text) is None


def test_there_is_no_letter_before_the_first():
    with pytest.raises(ValueError, match="chữ cái"):
        letter(0)
