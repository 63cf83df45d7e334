"""Sorting by the Vietnamese alphabet."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportgen.vietnamese import nfc, sort_key

WORDS = st.text(alphabet="aăâbdđeêioôơuưyAĂĐáàảãạậợ\u0301\u0323 -19ñж", max_size=6)


@pytest.mark.parametrize(
    "in_order",
    [
        list("aăâbcdđeêghiklmnoôơpqrstuưvxy"),
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["An", "Ăn", "Ân", "Ba"],
        ["an", "An", "ăn"],
        ["da", "dương", "đa"],
        ["hoa", "hoà", "hòa", "hoá", "học"],
        ["hoà a", "hòa b", "hoà c"],
        ["ba", "bà", "ba con", "bà con", "bác"],
        ["Cà Mau", "Cao Bằng", "Cần Thơ"],
        ["Hà Nội", "Hà Tĩnh", "Hải Phòng", "Hồ Chí Minh", "Huế", "Hưng Yên"],
        ["Đà Nẵng", "Đắk Lắk", "Điện Biên", "Đồng Nai", "Đồng Tháp"],
        ["Quảng Ngãi", "Quảng Ninh", "Quảng Trị"],
        ["1", "2", "a"],
        ["e", "f", "g", "i", "j", "k", "v", "w", "x", "y", "z"],
    ],
)
def test_words_stand_as_in_a_vietnamese_dictionary(in_order):
    assert sorted(set(in_order), key=sort_key) == in_order


def test_composed_and_decomposed_texts_have_one_key():
    assert sort_key("Kha\u0301nh Ho\u0300a") == sort_key("Khánh Hòa")


@given(WORDS | st.text(), WORDS | st.text())
@example("Khánh Hoà", "Khánh Hòa")
@example("", " ")
def test_the_order_is_total(left, right):
    first, second = sort_key(left), sort_key(right)
    assert (first < second) + (first == second) + (first > second) == 1
    assert (first == second) == (nfc(left) == nfc(right))


@given(st.lists(WORDS | st.text(max_size=5), max_size=6), st.randoms())
def test_the_order_does_not_depend_on_where_it_starts(texts, random):
    shuffled = [nfc(text) for text in texts]
    random.shuffle(shuffled)
    assert sorted(shuffled, key=sort_key) == sorted(map(nfc, texts), key=sort_key)


@given(
    st.text(alphabet="abdđoôơuưy ", max_size=5), st.sampled_from("\u0300\u0301\u0303\u0309\u0323")
)
def test_a_tone_decides_only_between_texts_with_the_same_letters(text, tone):
    toned = nfc(text + "a" + tone)
    assert sort_key(text + "a") < sort_key(toned) < sort_key(text + "aa")
