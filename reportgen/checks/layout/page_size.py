"""TT001: the paper (Phụ lục I, I.1)."""

from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.measures import is_one_of, shown
from reportgen.checks.layout.scope import clause, governed
from reportgen.checks.subject import Subject
from reportgen.layout.metrics import millimetres
from reportgen.layout.nd30 import PAGE
from reportgen.problems import Severity

_SLACK = 1.0  # mm


def _check(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    if word is None:
        return
    for section in word.word.sections:
        sides = sorted((millimetres(section.width), millimetres(section.height)))
        if is_one_of(sides[0], [PAGE.width], _SLACK) and is_one_of(sides[1], [PAGE.height], _SLACK):
            continue
        where = f" ở phần {section.number}" if len(word.word.sections) > 1 else ""
        message = f"khổ giấy{where} là {shown(sides[0], 0)} mm x {shown(sides[1], 0)} mm"
        yield RULE.about(message, "chọn Layout → Size → A4 (210 mm x 297 mm)")
        return


RULE = Rule(
    "TT001",
    "khổ giấy A4",
    Severity.ERROR,
    clause("văn bản trình bày trên giấy A4, 210 mm x 297 mm: Phụ lục I, I.1"),
    "Khổ giấy Letter, 216 mm x 279 mm",
    "Khổ giấy A4, 210 mm x 297 mm",
    _check,
)
