"""Every rule of every family, held to the examples that it gives of itself."""

import re
import unicodedata
from collections import Counter

import pytest
from support.manuscripts import subject

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.registry import all_rules
from reportgen.checks.subject import Subject

RULES = all_rules()
# What only a Word file's looks, the dossier or the period before can show has no text to run on.
NOT_BY_TEXT_ALONE = (
    "TT",
    "SL055",
    "SL056",
    "SL057",
    "SL058",
    "SL06",
    "SL07",
    "VB065",
    "VB066",
    "VB067",
    "VB068",
)


def found(rule: Rule, text: str) -> list[Finding]:
    return list(rule.check(subject_of(text)))


def subject_of(text: str) -> Subject:
    """The example's lines as paragraphs; rows of `a | b` cells as a table; `[^1]: …` as note 1."""
    lines: list[str | list[list[str]]] = []
    notes: dict[int, str] = {}
    for line in text.split("\n"):
        if note := re.match(r"\[\^(\d+)\]: ", line):
            notes[int(note[1])] = line[note.end() :]
        elif " | " not in line:
            lines.append(line)
        elif lines and isinstance(lines[-1], list):
            lines[-1].append(line.split(" | "))
        else:
            lines.append([line.split(" | ")])
    return subject(*lines, notes=notes)


def test_codes_are_unique() -> None:
    assert [code for code, count in Counter(rule.code for rule in RULES).items() if count > 1] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_in_vietnamese_what_it_is_and_why(rule: Rule) -> None:
    for text in (rule.title, rule.why, rule.wrong, rule.right):
        assert text.strip()
    for text in (rule.title, rule.why):
        marks = unicodedata.normalize("NFD", text)
        assert "đ" in text.lower() or any(map(unicodedata.combining, marks))
    assert rule.wrong != rule.right


@pytest.mark.parametrize(
    "rule",
    [rule for rule in RULES if not rule.code.startswith(NOT_BY_TEXT_ALONE)],
    ids=lambda rule: rule.code,
)
def test_a_rule_finds_its_example_of_wrong_and_not_that_of_right(rule: Rule) -> None:
    findings = found(rule, rule.wrong)
    assert {finding.code for finding in findings} == {rule.code}
    for finding in findings:
        assert finding.message.strip()
        assert finding.hint.strip()
        assert finding.passage is None or 0 <= finding.start <= finding.end
    assert [finding.message for finding in found(rule, rule.right)] == []
