"""Rules about figures (SL): notation, arithmetic within a sentence, across sentences, in tables."""

from reportgen.checks.figures import (
    backward_range,
    broken_groups,
    comma_thousands,
    cut_off_rate,
    decimal_dot,
    mixed_marks,
    not_whole,
    part_over_whole,
    percent_signs,
    share_above_all,
    spaced_groups,
    ungrouped_thousands,
    wrong_rate,
)
from reportgen.checks.finding import Rule

RULES: tuple[Rule, ...] = (
    decimal_dot.RULE,
    comma_thousands.RULE,
    broken_groups.RULE,
    mixed_marks.RULE,
    spaced_groups.RULE,
    ungrouped_thousands.RULE,
    *percent_signs.RULES,
    wrong_rate.RULE,
    cut_off_rate.RULE,
    not_whole.RULE,
    part_over_whole.RULE,
    share_above_all.RULE,
    backward_range.RULE,
)
