"""Rules about a dossier's figures (SL060–079): relations, required ones, units, sources."""

from reportgen.checks.finding import Rule

RULES: tuple[Rule, ...] = ()
