"""Rules about figures (SL): notation, arithmetic within a sentence, across sentences, in tables."""

from reportgen.checks.finding import Rule

RULES: tuple[Rule, ...] = ()
