"""What the rules SL020 to SL039 (totals, lists, changes) find in one plain paragraph."""

from support.manuscripts import subject

from reportgen.checks import figures
from reportgen.checks.finding import Finding

_RULES = tuple(rule for rule in figures.RULES if "SL020" <= rule.code < "SL040")


def findings(text: str, note: str = "") -> list[Finding]:
    """What all these rules find in the paragraph; `[^1]` in it calls the `note`."""
    made = subject(text, notes={1: note} if note else {})
    return [finding for rule in _RULES for finding in rule.check(made)]
