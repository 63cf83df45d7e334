"""Rules about wording and references (VB): dates, numbers of documents, spelling, punctuation."""

from reportgen.checks.finding import Rule

RULES: tuple[Rule, ...] = ()
