"""Rules about structure and layout (TT): the decree's components and measures."""

from reportgen.checks.finding import Rule
from reportgen.checks.layout import (
    alignment,
    body_size,
    colour,
    component_type,
    components,
    drawn_rules,
    font,
    letterhead,
    margins,
    national,
    number,
    orientation,
    page_size,
    paragraphs,
)

RULES: tuple[Rule, ...] = (
    page_size.RULE,
    orientation.RULE,
    margins.RULE,
    font.RULE,
    colour.RULE,
    *body_size.RULES,
    *component_type.RULES,
    alignment.RULE,
    *paragraphs.RULES,
    letterhead.RULE,
    *components.RULES,
    *national.RULES,
    *drawn_rules.RULES,
    *number.RULES,
)
