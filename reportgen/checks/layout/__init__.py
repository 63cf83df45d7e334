"""Rules about structure and layout (TT): the decree's components and measures."""

from reportgen.checks.finding import Rule

RULES: tuple[Rule, ...] = ()
