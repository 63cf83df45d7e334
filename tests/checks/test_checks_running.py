"""Rules run over a document, and which of them are wanted."""

import re
from collections.abc import Iterable

import pytest
from support.manuscripts import subject

from reportgen.checks import registry
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.registry import UnknownRule, select_rules
from reportgen.checks.running import find, find_in_spite_of_failures
from reportgen.checks.subject import Subject
from reportgen.problems import Place, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def looking_for(code: str, words: str, severity: Severity = ERROR) -> Rule:
    """A rule that finds certain words."""

    def check(given: Subject) -> Iterable[Finding]:
        for passage in given.manuscript.passages:
            for match in re.finditer(words, passage.text):
                yield rule.at(passage, *match.span(), f"có “{match[0]}”")

    rule = Rule(code, "tìm chữ", severity, "vì thế", words, "", check)
    return rule


def codes(*rules: Rule, lines: tuple[str, ...]) -> list[str]:
    return [finding.code for finding in find(subject(*lines), rules)]


def test_findings_come_in_reading_order() -> None:
    rules = looking_for("SL002", "một"), looking_for("VB001", "hai")
    found = find(subject("hai một", "một hai"), rules)
    assert [(one.passage.text, one.quote) for one in found if one.passage] == [
        ("hai một", "hai"),
        ("hai một", "một"),
        ("một hai", "một"),
        ("một hai", "hai"),
    ]


def test_of_findings_about_the_same_words_the_most_severe_is_told() -> None:
    rules = looking_for("SL001", "90.31%", WARNING), looking_for("SL005", r"đạt 90\.31%", ERROR)
    assert codes(*rules, lines=("đạt 90.31%",)) == ["SL005"]


def test_of_equally_severe_ones_the_one_about_fewer_words_is_told() -> None:
    rules = looking_for("SL001", "đạt 90,31%"), looking_for("SL005", "90,31%")
    assert codes(*rules, lines=("đạt 90,31%",)) == ["SL005"]


def test_a_slip_of_wording_within_a_sum_is_told_beside_it() -> None:
    rules = looking_for("SL020", "1.224 về về 392"), looking_for("VB050", "về về", WARNING)
    assert codes(*rules, lines=("có 1.224 về về 392 hồ sơ",)) == ["SL020", "VB050"]
    same = looking_for("SL001", "24,765"), looking_for("VB050", "24,765", WARNING)
    assert codes(*same, lines=("có 24,765 hồ sơ",)) == ["SL001"]


def test_how_a_paragraph_looks_is_told_beside_what_it_says() -> None:
    rules = looking_for("TT010", ".+"), looking_for("TT011", ".+"), looking_for("SL001", "90.31%")
    assert codes(*rules, lines=("đạt 90.31%",)) == ["TT010", "TT011", "SL001"]


def test_what_is_about_the_whole_document_comes_first_and_a_place_at_its_passage() -> None:
    def check(_: Subject) -> Iterable[Finding]:
        yield rule.about("dòng hai", place=Place("van_ban.md", 2))
        yield rule.about("thiếu Nơi nhận")

    rule = Rule("TT001", "cả văn bản", ERROR, "", "", "", check)
    found = find(subject("một", "một"), [looking_for("SL001", "một"), rule])
    assert [one.message for one in found] == [
        "thiếu Nơi nhận",
        "có “một”",
        "dòng hai",
        "có “một”",
    ]


def test_a_rule_that_breaks_down_does_not_cost_the_report() -> None:
    def check(_: Subject) -> Iterable[Finding]:
        raise ZeroDivisionError

    broken = Rule("SL009", "hỏng", ERROR, "", "", "", check)
    rules = broken, looking_for("SL001", "một")
    run = find_in_spite_of_failures(subject("một"), rules)
    assert [finding.code for finding in run.findings] == ["SL001"]
    assert [(rule.code, type(error)) for rule, error in run.failed] == [
        ("SL009", ZeroDivisionError)
    ]
    with pytest.raises(ZeroDivisionError):
        find(subject("một"), rules)


@pytest.fixture
def three_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = tuple(looking_for(code, "một") for code in ("SL001", "SL020", "VB001"))
    monkeypatch.setattr(registry, "all_rules", lambda: rules)


@pytest.mark.usefixtures("three_rules")
@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), ["SL001", "SL020", "VB001"]),
        (("SL",), (), ["SL001", "SL020"]),
        (("sl001", "VB"), (), ["SL001", "VB001"]),
        ((), ("SL02",), ["SL001", "VB001"]),
        (("SL",), ("SL001",), ["SL020"]),
    ],
)
def test_rules_are_chosen_by_code_or_its_beginning(
    select: tuple[str, ...], ignore: tuple[str, ...], expected: list[str]
) -> None:
    assert [rule.code for rule in select_rules(select, ignore)] == expected


@pytest.mark.usefixtures("three_rules")
@pytest.mark.parametrize(("code", "near"), [("SL0001", "SL001"), ("SLO20", "SL020"), ("XYZ", "")])
def test_an_unknown_code_is_refused_with_the_nearest_one(code: str, near: str) -> None:
    with pytest.raises(UnknownRule, match=f"“{code}”") as caught:
        select_rules([code])
    assert (caught.value.near or "") == near
