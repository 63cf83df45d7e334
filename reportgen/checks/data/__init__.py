"""Rules about a dossier's figures (SL060-SL079): relations, units, sources, the period before."""

from reportgen.checks.data import over_total, relations, required, since_last, sources, units
from reportgen.checks.finding import Rule

RULES: tuple[Rule, ...] = (
    *relations.RULES,
    required.RULE,
    *units.RULES,
    sources.RULE,
    over_total.RULE,
    *since_last.RULES,
)
