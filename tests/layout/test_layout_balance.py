"""Names broken into lines of about one length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.layout.balance import balanced_lines
from reportgen.layout.metrics import points, text_width
from reportgen.layout.nd30 import COMPONENTS

_ISSUER = COMPONENTS["issuer"]
_LONG = "BAN CHỈ ĐẠO PHÁT TRIỂN KHOA HỌC, CÔNG NGHỆ, ĐỔI MỚI SÁNG TẠO, CHUYỂN ĐỔI SỐ VÀ ĐỀ ÁN 06"


def _widths(lines: tuple[str, ...]) -> list[float]:
    return [text_width(line.strip().upper(), _ISSUER.size, bold=True) for line in lines]


def test_a_name_that_fits_stays_on_its_line() -> None:
    assert balanced_lines("SỞ NỘI VỤ", _ISSUER, 65) == ("SỞ NỘI VỤ",)


def test_a_long_name_leaves_no_word_alone_on_its_last_line() -> None:
    lines = balanced_lines(_LONG, _ISSUER, 65)
    assert " ".join(lines) == _LONG
    assert len(lines[-1].split()) > 1
    assert min(_widths(lines)) > max(_widths(lines)) / 2


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "VÀ MÔI TRƯỜNG"),
        ("GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ", "VÀ CÔNG NGHỆ"),
    ],
)
def test_a_name_breaks_before_the_word_that_opens_a_part_of_it(name: str, last: str) -> None:
    assert balanced_lines(name, _ISSUER, 70)[-1] == last


def test_a_word_that_no_line_holds_leaves_the_name_whole() -> None:
    assert balanced_lines("SỞ " + "A" * 60, _ISSUER, 65) == ("SỞ " + "A" * 60,)


def test_tabs_and_line_feeds_leave_the_name_as_it_was_typed() -> None:
    name = "SỞ\tNỘI VỤ\nTỈNH KHÁNH HÒA"
    assert " ".join(balanced_lines(name, _ISSUER, 65)) == name


@given(st.lists(st.sampled_from(["SỞ", "VÀ", "CÔNG", "NGHỆ,", "06", ""]), max_size=30))
def test_every_word_arrives_and_every_line_fits(words: list[str]) -> None:
    name = " ".join(words)
    lines = balanced_lines(name, _ISSUER, 65)
    assert " ".join(lines) == name
    assert max(_widths(lines)) <= points(65)
