"""Numbers in words, held against a reading of the words back into digits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese import number_in_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (91, "chín mươi mốt"),
        (100, "một trăm"),
        (101, "một trăm lẻ một"),
        (104, "một trăm lẻ bốn"),
        (105, "một trăm lẻ năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (555, "năm trăm năm mươi lăm"),
        (1000, "một nghìn"),
        (1001, "một nghìn không trăm lẻ một"),
        (1010, "một nghìn không trăm mười"),
        (1942, "một nghìn chín trăm bốn mươi hai"),
        (10_000, "mười nghìn"),
        (21_021, "hai mươi mốt nghìn không trăm hai mươi mốt"),
        (116_800_000, "một trăm mười sáu triệu tám trăm nghìn"),
        (1_000_005, "một triệu không trăm lẻ năm"),
        (1_005_000, "một triệu không trăm lẻ năm nghìn"),
        (10**9, "một tỷ"),
        (10**9 + 1, "một tỷ không trăm lẻ một"),
        (14_400_000_000, "mười bốn tỷ bốn trăm triệu"),
        (10**12, "một nghìn tỷ"),
        (10**12 + 10**9, "một nghìn không trăm lẻ một tỷ"),
        (10**15, "một triệu tỷ"),
        (10**18, "một tỷ tỷ"),
        (10**18 + 10**9, "một tỷ tỷ không trăm lẻ một tỷ"),
        (-5, "âm năm"),
        (Decimal("14.4"), "mười bốn phẩy bốn"),
        (Decimal("14.40"), "mười bốn phẩy bốn"),
        (Decimal("-0.5"), "âm không phẩy năm"),
        (Decimal("0.05"), "không phẩy không năm"),
    ],
)
def test_a_number_is_read_by_the_book(value, words):
    assert number_in_words(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("37.42", "ba mươi bảy phẩy bốn mươi hai"),
        ("502.467", "năm trăm linh hai phẩy bốn trăm sáu mươi bảy"),
        ("2.35", "hai phẩy ba mươi lăm"),
        ("301.80", "ba trăm linh một phẩy tám"),
        ("1942.54", "một nghìn chín trăm bốn mươi hai phẩy năm mươi tư"),
        ("0.032", "không phẩy không trăm ba mươi hai"),
        ("375.406", "ba trăm bảy mươi lăm phẩy bốn trăm linh sáu"),
        ("0.1985", "không phẩy một nghìn chín trăm tám mươi lăm"),
        ("0.009", "không phẩy không không chín"),
    ],
)
def test_decimals_are_read_as_schools_read_them(value, words):
    assert number_in_words(Decimal(value), zero_tens="linh") == words


SMALL = {
    word: digit
    for digit, words in enumerate(
        ["không", "một mốt", "hai", "ba", "bốn tư", "năm lăm", "sáu", "bảy", "tám", "chín"]
    )
    for word in words.split()
}


def read_whole(words: list[str]) -> int:
    """The number that the words stand for: each word acts on what was read before it."""
    total = block = group = digit = 0
    position = 0
    while position < len(words):
        word = words[position]
        if word == "trăm":
            group, digit = digit * 100, 0
        elif word == "mươi":
            group, digit = group + digit * 10, 0
        elif word == "mười":
            group += 10
        elif word in ("nghìn", "triệu"):
            block += (group + digit) * {"nghìn": 10**3, "triệu": 10**6}[word]
            group = digit = 0
        elif word == "tỷ":
            block += group + digit
            group = digit = 0
            while words[position : position + 1] == ["tỷ"]:
                block *= 10**9
                position += 1
            total, block = total + block, 0
            continue
        elif word not in ("lẻ", "linh"):
            digit = SMALL[word]
        position += 1
    return total + block + group + digit


def read_back(text: str) -> Decimal:
    sign, words = "", text.split()
    if words[0] == "âm":
        sign, words = "-", words[1:]
    if "phẩy" not in words:
        return Decimal(f"{sign}{read_whole(words)}")
    comma = words.index("phẩy")
    whole, decimals = words[:comma], words[comma + 1 :]
    zeros = ""
    while decimals[0] == "không":
        zeros += "0"
        decimals = decimals[2:] if decimals[1] == "trăm" else decimals[1:]
    return Decimal(f"{sign}{read_whole(whole)}.{zeros}{read_whole(decimals)}")


@given(st.integers(-(10**30), 10**30), st.sampled_from(["lẻ", "linh"]))
def test_whole_numbers_can_be_read_back_from_their_words(value, zero_tens):
    assert read_back(number_in_words(value, zero_tens)) == value


@given(st.lists(st.sampled_from(["000", "001", "010", "100", "005", "115"]), max_size=9))
def test_numbers_with_empty_groups_can_be_read_back_too(groups):
    value = int("1" + "".join(groups))
    assert read_back(number_in_words(value)) == value


@given(st.decimals(-(10**6), 10**6, places=5) | st.decimals(0, 1, places=3))
def test_decimal_numbers_can_be_read_back_from_their_words(value):
    assert read_back(number_in_words(value)) == value


@given(st.integers(0, 10**24))
def test_words_follow_the_spelling_rules_of_the_last_digit(value):
    words = number_in_words(value)
    for wrong in (
        "mươi một",
        "mươi bốn",
        "mươi năm",
        "mười năm",
        "mười mốt",
        "mười tư",
        "trăm lăm",
    ):
        assert f" {wrong} " not in f" {words} "
    assert "không mươi" not in words
    assert words == " ".join(words.split())
