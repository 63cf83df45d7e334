"""Normal form and superscript signs."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese import nfc, split_superscripts


def test_letters_are_composed():
    assert nfc("Vie\u0323\u0302t") == nfc("Vi\u1eb9\u0302t") == "Vi\u1ec7t"


@given(st.text())
def test_composing_is_done_once_and_changes_no_letter(text):
    composed = nfc(text)
    assert nfc(composed) == composed
    assert unicodedata.normalize("NFD", composed) == unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("⁽¹⁾ x", [("(1)", True), (" x", False)]),
        ("a; ⁽¹⁰⁾Cổng", [("a; ", False), ("(10)", True), ("Cổng", False)]),
        ("120 m², 10⁻³", [("120 m², 10⁻³", False)]),
        ("⁽¹⁾⁽²⁾", [("(1)", True), ("(2)", True)]),
        ("⁽ ⁾ và ⁽a⁾", [("⁽ ⁾ và ⁽a⁾", False)]),
        ("không có", [("không có", False)]),
        ("20°C, 1º", [("20°C, 1º", False)]),
        ("", []),
    ],
)
def test_bracketed_superscript_numbers_become_raised_runs(text, runs):
    assert split_superscripts(text) == runs


RAISE = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")


@given(st.text() | st.text(alphabet="⁰¹²³⁹⁽⁾ⁿ 1(a"))
def test_no_sign_is_lost(text):
    runs = split_superscripts(text)
    assert "".join(run.translate(RAISE) if raised else run for run, raised in runs) == text
    assert all(run for run, _ in runs)
