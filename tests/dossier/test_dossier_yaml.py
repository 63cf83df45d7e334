"""YAML as it is typed: positions, text that stays text, and what is refused."""

import pytest
import yaml
from dossier_files import only_problem, problems_in
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.dossier import yaml_reader
from reportgen.dossier.tree import YamlMap, YamlText, find, merge, plain
from reportgen.dossier.yaml_reader import parse_yaml
from reportgen.problems import Problem


def read(text: str) -> YamlMap:
    problems: list[Problem] = []
    tree = parse_yaml(text, "tep.yaml", problems)
    assert tree is not None
    assert problems == []
    return tree


@pytest.mark.parametrize(
    "typed",
    ["010", "087", "NO", "on", "yes", "1e3", "0x1F", "1_000", "19/9/2025", "12:30", "=", ".5"],
)
def test_a_scalar_is_the_text_that_was_typed(typed: str) -> None:
    assert plain(read(f"so: {typed}\n")) == {"so": typed}


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_nothing_typed_is_no_text(typed: str) -> None:
    assert plain(read(f"so: {typed}\n")) == {"so": None}


def test_a_quoted_null_is_text() -> None:
    assert plain(read('so: "null"\n')) == {"so": "null"}


def test_every_value_knows_where_it_stands() -> None:
    tree = read("mau: x\nnoi_dung:\n  the_che: Chữ Việt có dấu\n  ds: [a, b]\n")
    assert str(find(tree, ("noi_dung", "the_che"))[0]) == "tep.yaml:3:12"
    assert str(find(tree, ("noi_dung", "ds", 1))[0]) == "tep.yaml:4:11"


def test_a_value_that_begins_below_its_key_is_pointed_to_at_the_key() -> None:
    tree = read("mau: x\nnoi_dung:\n\n\n  the_che: a\n")
    assert str(find(tree, ("noi_dung",))[0]) == "tep.yaml:2:1"


def test_a_path_that_ends_early_gives_the_last_place_on_it() -> None:
    tree = read("a:\n  b: c\n")
    assert str(find(tree, ("a", "b", "khong_co", 3))[0]) == "tep.yaml:2:6"


def test_the_text_of_a_block_is_placed_at_its_first_line() -> None:
    tree = read("a: |\n  dòng một\n  dòng hai\n")
    node = find(tree, ("a",))[1]
    assert isinstance(node, YamlText)
    assert node.text is not None
    assert node.text == "dòng một\ndòng hai\n"
    assert node.text.place.line == 2
    assert node.place.line == 1


def test_keys_laid_over_others_replace_them_one_by_one() -> None:
    base = read("a: 1\nb:\n  c: 2\n  d: 3\ne: [1, 2]\n")
    over = read("b:\n  d: 4\ne: [5]\nf:\n")
    merged = merge(base, over)
    assert plain(merged) == {"a": "1", "b": {"c": "2", "d": "4"}, "e": ["5"], "f": None}
    assert find(merged, ("b", "c"))[0].line == 3


def test_a_key_typed_twice_is_refused_with_both_lines() -> None:
    problem = only_problem("so: 1\nngay: 2\nso: 3\n")
    assert (problem.code, str(problem.place)) == ("HS007", "tep.yaml:3:1")
    assert "“so”" in problem.message
    assert "dòng 1" in problem.message


def test_all_keys_typed_twice_are_told() -> None:
    lines = [problem.place and problem.place.line for problem in problems_in("a: 1\na: 2\na: 3\n")]
    assert lines == [2, 3]


def test_an_anchor_may_be_used_again() -> None:
    tree = read("a: &x [1, 2]\nb: *x\n")
    assert plain(tree) == {"a": ["1", "2"], "b": ["1", "2"]}
    assert find(tree, ("b",))[0].line == 2


def test_repetition_that_explodes_is_refused() -> None:
    bomb = "a: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"b{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)
    )
    problem = only_problem(bomb)
    assert problem.code == "HS006"
    assert "nhắc lại quá nhiều" in problem.message


REFUSED = [
    ("a: &x {b: 1}\nc:\n  <<: *x\n", "tep.yaml:3:3", "khoá gộp “<<”"),
    ("a: 1\n---\nb: 2\n", "tep.yaml:2:1", "hơn một văn bản"),
    ("a: &x [*x]\n", "tep.yaml:1:8", "nhắc lại chính nó"),
    ("a: *x\n", "tep.yaml:1:4", "bắt đầu bằng “*x”"),
    ("a: !!python/object:os.system x\n", "tep.yaml:1:4", "dấu “!”"),
    ("? [a]\n: b\n", "tep.yaml:1:3", "tên khoá"),
    ('"": b\n', "tep.yaml:1:1", "thiếu tên khoá"),
    ("so: {{ ct.x | so }} hồ sơ\n", "tep.yaml:1:6", "bắt đầu bằng {{"),
    ("a: " + "[" * 200_000, "tep.yaml:1:34", "lồng nhau"),
]


@pytest.mark.parametrize(("text", "place", "words"), REFUSED)
def test_doubtful_yaml_is_refused(text: str, place: str, words: str) -> None:
    problem = only_problem(text)
    assert (problem.code, str(problem.place)) == ("HS006", place)
    assert words in problem.message
    assert problem.hint


BROKEN = [
    ("a: 1\n\tb: 2\n", 2, "phím Tab"),
    ("a:\n\t- x\n", 2, "phím Tab"),
    ("noi_dung:\n  x: Ban hành: Kế hoạch\n", 2, "dấu “:”"),
    ("a:1\nb: 2\n", 1, "thiếu dấu cách sau dấu “:”"),
    ("a: 1\nb: 'mở\nc: 2\n", 2, "không được đóng"),
    ('a: 1\nb: "mở\nc: 2\n', 2, "không được đóng"),
    ("a: [1, 2\nb: 3\n", 1, "dấu [ không được đóng"),
    ("a: {x: 1\nb: 3\n", 1, "dấu { không được đóng"),
    ("a: @x\n", 1, "dành riêng"),
    ("a: %x\n", 1, "dành riêng"),
    ("a: `x`\n", 1, "dành riêng"),
    ("a: {{ `x` }}\n", 1, "bắt đầu bằng {{"),
    ("a: {# x #}\n", 1, "mở bằng {"),
    ("a: *Nổi bật* là\n", 1, "bắt đầu bằng *"),
    ("a: !foo! x\n", 1, "bắt đầu bằng *, & hoặc !"),
    ("a: 1\nmột câu\nb: 2\n", 2, "thiếu dấu “:”"),
    ('a: "C:\\thu_muc\\quy"\n', 1, "dấu \\"),
    ("a: |chữ\n  x\n", 1, "sau dấu |"),
    ('a: "Gia hạn" thẻ\n', 1, "sau dấu nháy đóng"),
    ("a:\n - x\n y: 1\n", 3, "không thuộc danh sách"),
    ("a:\n  b: 1\n c: 2\n", 3, "không thẳng"),
    ("a: 1\n...\nb: 1\n", 3, "văn bản mới"),
]


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(("text", "line", "words"), BROKEN)
def test_a_slip_of_yaml_is_told_in_vietnamese_at_its_line(
    monkeypatch: pytest.MonkeyPatch, loader: str, text: str, line: int, words: str
) -> None:
    monkeypatch.setattr(yaml_reader, "_LOADER", getattr(yaml, loader, yaml.SafeLoader))
    problem = only_problem(text)
    assert problem.code == "HS005"
    assert problem.place is not None
    assert problem.place.line == line
    assert words in problem.message
    assert problem.hint


@pytest.mark.parametrize("text", ["", "\n\n", "# chỉ ghi chú\n", "---\n"])
def test_an_empty_file_is_refused(text: str) -> None:
    assert only_problem(text).code == "HS008"


@pytest.mark.parametrize(("text", "word"), [("- a\n- b\n", "danh sách"), ("chữ\n", "đoạn chữ")])
def test_a_file_without_keys_is_refused(text: str, word: str) -> None:
    problem = only_problem(text)
    assert (problem.code, str(problem.place)) == ("HS009", "tep.yaml:1:1")
    assert word in problem.message


def test_signs_that_nobody_sees_are_told_each_at_its_line() -> None:
    problems = problems_in("a: x\x0by\nb: |\n  c\u2028d\n")
    assert [str(problem.place) for problem in problems] == ["tep.yaml:1:5", "tep.yaml:3:4"]
    assert [problem.code for problem in problems] == ["HS004", "HS004"]
    assert "U+000B" in problems[0].message


@given(st.text())
def test_any_text_is_read_or_refused_but_never_breaks_the_reader(text: str) -> None:
    problems: list[Problem] = []
    tree = parse_yaml(text, "tep.yaml", problems)
    assert (tree is not None) or problems


@settings(settings.get_profile("fuzz"))
@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_text_in_a_block_arrives_as_typed(line: str) -> None:
    assert plain(read(f"a: |\n  {line}\n")) == {"a": f"{line}\n"}
