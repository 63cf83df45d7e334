"""What the rules VB001 to VB039 find in plain sentences."""

from typing import Any

from support.manuscripts import subject

from reportgen.checks import wording
from reportgen.checks.finding import Finding

RULES = tuple(rule for rule in wording.RULES if rule.code < "VB040")


def findings(text: str, *, head: str = "", **parts: Any) -> list[Finding]:
    """What all these rules find in the lines of a text; `head` is a line that goes before them."""
    made = subject(*([head] if head else []), *text.split("\n"), **parts)
    return [finding for rule in RULES for finding in rule.check(made)]


def quotes(code: str, text: str, *, head: str = "", **parts: Any) -> list[str]:
    """The words that the rule of that code finds fault with."""
    found = findings(text, head=head, **parts)
    return [finding.quote for finding in found if finding.code == code]


def codes(text: str, *, head: str = "", **parts: Any) -> list[str]:
    """The codes of all findings, advice left out."""
    found = findings(text, head=head, **parts)
    return [finding.code for finding in found if finding.code != "VB016"]
