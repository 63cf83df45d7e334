"""Rules that find certain words, for tests of what runs and reports rules."""

import re
from collections.abc import Iterable

import pytest

from reportgen.checks import registry
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity


def looking_for(code: str, words: str, severity: Severity = Severity.ERROR) -> Rule:
    """A rule that finds what a regular expression matches."""

    def check(given: Subject) -> Iterable[Finding]:
        for passage in given.manuscript.passages:
            for match in re.finditer(words, passage.text):
                message = f"có chữ “{match[0]}”"
                yield rule.at(passage, *match.span(), message, "bỏ chữ này", why="vì sai")

    rule = Rule(code, f"tìm chữ {words}", severity, "vì sai", words, "đúng", check)
    return rule


def only(monkeypatch: pytest.MonkeyPatch, *rules: Rule) -> None:
    """Let these be all the rules there are."""
    monkeypatch.setattr(registry, "all_rules", lambda: rules)
