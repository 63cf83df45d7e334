"""What is a formula in a secretary's text, and what is text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document.markdown import parse_inlines
from reportgen.drafting.escaping import keep_backslashes
from reportgen.drafting.narrative import parse_narrative
from reportgen.drafting.printing import print_wording
from reportgen.drafting.wording import Formula
from reportgen.problems import Place

PLACE = Place("bao_cao.yaml", 7)
PIECES = st.sampled_from(
    ["{{", "}}", "{%", "%}", "{#", "#}", "{", "}", "\\", "*", "_", "[^a]", "\n", "a", " ", "😀"]
)
TEXTS = st.lists(PIECES | st.characters(exclude_categories=["C"]), max_size=30).map("".join)


def printed(text: str) -> str:
    parsed = parse_narrative(text, PLACE)
    assert parsed.problems == ()
    return print_wording(parsed.wording, {}).text


@given(TEXTS)
def test_text_without_two_opening_braces_arrives_as_typed(text: str) -> None:
    typed = text.replace("{", "{ ")
    assert printed(typed) == keep_backslashes(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "C:\\new\\test",
        "\\\\may-chu\\chung\\báo cáo",
        "D:\\_tam\\.an\\(mới)",
        "D:\\du lieu\\",
        "a \\- b \\. c \\# d",
    ],
)
def test_paths_of_windows_keep_their_backslashes(typed: str) -> None:
    tokens = parse_inlines(printed(typed))
    assert "".join(token.content for token in tokens) == typed


@given(st.text("\\ab:.-_ ", max_size=12))
def test_a_backslash_before_what_is_no_markup_is_a_backslash(typed: str) -> None:
    assert "".join(token.content for token in parse_inlines(printed(typed))) == typed


def test_a_backslash_still_takes_its_meaning_from_markup() -> None:
    tokens = parse_inlines(printed(r"\*a\* \[^b] \^[c] \<https://d>"))
    assert "".join(token.content for token in tokens) == "*a* [^b] ^[c] <https://d>"
    assert {token.type for token in tokens} <= {"text", "text_special"}
    assert printed(r"\# không phải tiêu đề") == r"\# không phải tiêu đề"
    for typed in (r"\-> giữa <-", r"\>> Căn cứ"):
        assert printed(typed) == typed
        assert "".join(token.content for token in parse_inlines(typed)) == typed[1:]


@given(TEXTS)
def test_any_text_can_be_typed_by_a_backslash_before_the_braces(text: str) -> None:
    plain = text.replace("\\", "").replace("{{{", "{{")
    assert printed(plain.replace("{{", "\\{{")) == plain


@given(TEXTS)
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    parsed = parse_narrative(text, PLACE)
    assert all(problem.place is not None for problem in parsed.problems)


@pytest.mark.parametrize("text", ["{{ }}", "{{}}", "{{ % }}", "{{…}}", "{{ . }}", "{{-}}", "a {{"])
def test_braces_that_no_formula_could_follow_are_text(text: str) -> None:
    assert printed(text) == text


@pytest.mark.parametrize(
    "text", ["{{ 5 }}", "{{5}}", "{{ -5 }}", '{{ "a" }}', "{{ (5) }}", "{{\n5 }}"]
)
def test_braces_before_a_value_are_a_formula(text: str) -> None:
    (formula,) = parse_narrative(text, PLACE).wording
    assert isinstance(formula, Formula)


def test_a_formula_may_hold_braces_in_quotes() -> None:
    assert printed("{{ '}}' ~ \"{{\" }}") == "}}{{"


def test_formulas_know_their_line() -> None:
    wording = parse_narrative("Một\nhai {{ 1 }}\n\nba\n{{ 2 }}", PLACE).wording
    places = [node.place for node in wording if isinstance(node, Formula)]
    assert places == [Place("bao_cao.yaml", 8), Place("bao_cao.yaml", 11)]


def test_an_unclosed_formula_does_not_hide_the_next_one() -> None:
    problems = parse_narrative("{{ ct.a | so và {{ ct.b | }} và {{ ct.c", PLACE).problems
    assert [problem.code for problem in problems] == ["MA012", "MA010", "MA012"]


def test_a_long_text_with_many_quotes_is_read_in_no_time() -> None:
    text = "{{ a " + "\"'" * 200_000
    assert [problem.code for problem in parse_narrative(text, PLACE).problems] == ["MA012"]


def test_a_formula_with_a_single_brace_is_told() -> None:
    (problem,) = parse_narrative("Đạt\n{ ct.can_cuoc | so }.", PLACE).problems
    assert (problem.code, problem.place) == ("MA013", PLACE.shifted(1))


def test_a_formula_without_its_name_is_told() -> None:
    (problem,) = parse_narrative("Đạt {{ | so }}.", PLACE).problems
    assert problem.code == "MA010"


@pytest.mark.parametrize("typed", ["{ }", "{ct}", "\\{ ct.a }", "tập {1; 2}"])
def test_single_braces_are_text(typed: str) -> None:
    assert parse_narrative(typed, PLACE).problems == ()
