"""What the rules VB040 to VB069 find in plain lines of text."""

from typing import Any

from support.manuscripts import subject

from reportgen.checks import wording
from reportgen.checks.finding import Finding

_RULES = tuple(rule for rule in wording.RULES if rule.code >= "VB040")


def slips(text: str, **parts: Any) -> list[Finding]:
    """What all these rules find in the lines, but for the mark that a fragment does not end in."""
    made = subject(*text.split("\n"), **parts)
    return [finding for rule in _RULES for finding in rule.check(made)]


def quoted(code: str, text: str, **parts: Any) -> list[str]:
    """The words that the rule of that code finds fault with."""
    return [finding.quote for finding in slips(text, **parts) if finding.code == code]


def hints(code: str, text: str, **parts: Any) -> list[str]:
    """How the rule of that code would mend the text."""
    return [finding.hint for finding in slips(text, **parts) if finding.code == code]
