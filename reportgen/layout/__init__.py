"""The decree's measures as data, text widths, and the lengths computed from both."""

from reportgen.layout.metrics import Run, line_widths, millimetres, points, text_width
from reportgen.layout.nd30 import COMPONENTS, PAGE, Page, Range, Rule, TextStyle
from reportgen.layout.rules import (
    appendix_rule,
    circulation_box,
    issuer_rule,
    motto_rule,
    subject_rule,
)

__all__ = [
    "COMPONENTS",
    "PAGE",
    "Page",
    "Range",
    "Rule",
    "Run",
    "TextStyle",
    "appendix_rule",
    "circulation_box",
    "issuer_rule",
    "line_widths",
    "millimetres",
    "motto_rule",
    "points",
    "subject_rule",
    "text_width",
]
