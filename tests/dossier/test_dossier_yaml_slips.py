"""Slips of typists: what YAML would quietly change is told, and no fault hides the next."""

import pytest
from dossier_files import only_problem, problems_in
from hypothesis import given
from hypothesis import strategies as st

from reportgen.dossier import yaml_reader
from reportgen.dossier.tree import SourceText, YamlText, plain
from reportgen.dossier.yaml_reader import parse_yaml
from reportgen.problems import Place, Problem, Severity


@pytest.mark.parametrize(
    "line",
    ["the_che: Xếp hạng #1 cả nước", "the_che: Kênh C # 2", "ds: [a #1\n  , b]", "x:\n  - Số #2"],
)
def test_wording_that_a_hash_cuts_off_is_warned_of(line: str) -> None:
    problem = only_problem(f"mau: x\n{line}\n")
    assert (problem.code, problem.severity) == ("HS021", Severity.WARNING)
    assert "#" in problem.message


@pytest.mark.parametrize(
    "line",
    ["so: 87 # chưa chắc", "ten: Nguyễn Văn A   # người ký", 'a: "x #1"', "a: |\n  x #1", "# x #y"],
)
def test_ordinary_comments_and_quoted_hashes_are_not(line: str) -> None:
    assert problems_in(f"mau: x\n{line}\n") == []


@pytest.mark.parametrize("line", ["- mới: hai", "mới hai", "[^a]: mới"])
def test_text_below_a_comment_is_told_where_it_belongs(line: str) -> None:
    problem = only_problem(f"mau: x\nnoi_dung:\n  a: |\n  #   cũ\n\n    {line}\n  b: c\n")
    assert (problem.code, problem.place and problem.place.line) == ("HS005", 6)
    assert "dưới dòng khoá" in problem.hint


def test_a_key_below_a_comment_is_told_to_be_out_of_line() -> None:
    problem = only_problem("mau: x\nnoi_dung:\n  a: c\n  # ghi chú\n b: c\n")
    assert "dưới dòng khoá" not in problem.hint


@pytest.mark.parametrize("typed", ["C:\\new\\test", "xem D:\\tai lieu", "a\\b", "a\\0", "a\\x07b"])
def test_a_backslash_that_double_quotes_would_turn_into_something_else_is_refused(
    typed: str,
) -> None:
    problem = only_problem(f'mau: x\na: "{typed}"\n')
    assert (problem.code, str(problem.place)) == ("HS022", "tep.yaml:2:4")
    assert "\\\\" in problem.hint


def test_line_breaks_and_tabs_may_be_written_in_double_quotes() -> None:
    typed = 'a: "dòng một\\ndòng hai\\tcuối \\"x\\" \\\\ C:\\\\new"\n'
    problems: list[Problem] = []
    tree = parse_yaml(typed, "tep.yaml", problems)
    assert problems == []
    assert tree is not None
    assert plain(tree) == {"a": 'dòng một\ndòng hai\tcuối "x" \\ C:\\new'}


def test_all_values_with_a_syntax_fault_are_told_and_the_rest_is_read() -> None:
    text = """\
mau: x
so:87
the_che: Kết quả: tốt
a: "Kênh" số
  nối dài
b: @c
d: {{ ct.x | so }}
e: [1] chữ
f: - g
h: {i: Kênh #2}
kho_khan: "không
"""
    problems: list[Problem] = []
    tree = parse_yaml(text, "tep.yaml", problems)
    lines = [problem.place.line for problem in problems if problem.place]
    assert lines == [2, 3, 4, 6, 7, 8, 9, 10, 11]
    assert tree is not None
    assert (tree.entries["mau"].node, tree.entries["so"].node.place.line) == (
        YamlText(SourceText("x"), Place("tep.yaml", 1, 6)),
        2,
    )


@given(st.lists(st.sampled_from(["a: b", "c:d", "e: f: g", "  h: [i", "- j", "k: |", "\tl", '"m'])))
def test_reading_on_after_faults_comes_to_an_end(lines: list[str]) -> None:
    problems = problems_in("\n".join(lines))
    assert len(problems) <= len(lines) + yaml_reader.MAX_FAULTS + 1


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("so:87", "dấu cách"),
        ("a: “Kết quả: tốt”", "nháy cong"),
        ("a: [1] chữ", "bắt đầu bằng [ hoặc {"),
        ("a: - chữ", "“- ”"),
        ("a: {b: Kênh #2}", "dấu #"),
    ],
)
def test_common_slips_are_named_for_what_they_are(line: str, word: str) -> None:
    assert word in only_problem(f"mau: x\n{line}\nb: c\n").message


def test_a_lone_line_without_space_after_its_colon_is_told_so() -> None:
    assert "dấu cách" in only_problem("mau:bao_cao_thang\n").hint


def test_a_quote_that_only_the_next_value_closes_is_told_where_it_opens() -> None:
    problem = only_problem('mau: x\na: "không đóng\nb: c\nd: "có đóng"\ne: f\n')
    assert (str(problem.place), "không được đóng" in problem.message) == ("tep.yaml:2", True)


def test_a_list_without_spaces_after_its_dashes_is_refused() -> None:
    problem = only_problem("kinh_gui:\n  -Văn phòng\n  -Bộ Công an\n")
    assert (problem.code, problem.severity) == ("HS023", Severity.ERROR)


@pytest.mark.parametrize("typed", ["Đã ban hành\n  - một\n  - hai", ">\n  - một\n  - hai"])
def test_items_that_yaml_joins_into_one_paragraph_are_warned_of(typed: str) -> None:
    problem = only_problem(f"a: {typed}\n")
    assert (problem.code, problem.severity) == ("HS023", Severity.WARNING)


@pytest.mark.parametrize("typed", ["dài\n  nối tiếp", "|\n  - một\n  - hai", "2022\n  -2025", "-5"])
def test_other_wording_on_several_lines_is_not(typed: str) -> None:
    assert problems_in(f"a: {typed}\n") == []
