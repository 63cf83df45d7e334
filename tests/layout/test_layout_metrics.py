"""Text widths and line breaking."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.layout.metrics import Run, line_widths, millimetres, text_width

_VIETNAMESE = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
)


@pytest.mark.parametrize(
    ("text", "size", "width"),
    [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 95.7), ("Độc lập - Tự do - Hạnh phúc", 14, 60.5)],
)
def test_bold_lines_of_the_letterhead_are_as_wide_as_measured_in_print(
    text: str, size: float, width: float
) -> None:
    assert millimetres(text_width(text, size, bold=True)) == pytest.approx(width, abs=0.15)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_every_vietnamese_letter_has_a_width_of_its_own(bold: bool, italic: bool) -> None:
    for letter in _VIETNAMESE + _VIETNAMESE.upper():
        assert 0 < text_width(letter, 10, bold, italic) < 10


def test_decomposed_letters_are_as_wide_as_composed_ones() -> None:
    text = "Khánh Hòa, ngày 19 tháng 9"
    assert text_width(unicodedata.normalize("NFD", text), 14) == text_width(text, 14)


def test_a_letter_that_the_font_lacks_counts_as_one_em() -> None:
    assert text_width("😀", 14) == 14


def test_words_wrap_at_blanks_and_never_at_a_no_break_space() -> None:
    word = text_width("mmm", 10)
    tied = text_width("mmm\u00a0mmm", 10)
    assert line_widths([Run("mmm mmm\u00a0mmm", 10)], tied) == (word, tied)


def test_a_word_wider_than_its_line_fills_whole_lines() -> None:
    word = text_width("mmm", 10)
    assert line_widths([Run("mmm", 10)], word * 0.75) == pytest.approx((word * 0.75, word * 0.25))


def test_a_word_goes_on_over_a_change_of_weight() -> None:
    whole = line_widths([Run("trích", 14), Run("yếu", 14, bold=True)], 1000)
    assert whole == (text_width("trích", 14) + text_width("yếu", 14, bold=True),)


def test_a_forced_break_begins_a_new_line() -> None:
    assert len(line_widths([Run("một\nhai\n\nba", 14)], 1000)) == 4


@given(st.lists(st.text("abc đ-", min_size=1, max_size=12), max_size=8), st.floats(20, 300))
def test_no_line_is_wider_than_its_column(texts: list[str], width: float) -> None:
    runs = [Run(text, 14, bold=index % 2 == 0) for index, text in enumerate(texts)]
    assert max(line_widths(runs, width)) <= width + 1e-6
