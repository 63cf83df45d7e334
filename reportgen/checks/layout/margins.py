"""TT003: the margins of the main text's pages (Phụ lục I, I.3)."""

from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.measures import shown, shown_range, within
from reportgen.checks.layout.scope import clause, governed
from reportgen.checks.layout.sections import main_sections
from reportgen.checks.subject import Subject
from reportgen.layout.metrics import millimetres
from reportgen.layout.nd30 import MARGINS
from reportgen.problems import Severity
from reportgen.readers.word.model import WordSection

_NAMES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}


def _check(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    if word is None:
        return
    sections = [one for one in main_sections(word) if not one.landscape]
    for side, name in _NAMES.items():
        for section in sections:
            margin = millimetres(_margin(section, side))
            if within(margin, MARGINS[side]):
                continue
            where = f" ở phần {section.number}" if len(sections) > 1 else ""
            allowed = shown_range(MARGINS[side])
            message = f"lề {name}{where} là {shown(margin)} mm, phải từ {allowed} mm"
            hint = f"chọn Layout → Margins → Custom Margins, đặt lề {name} từ {allowed} mm"
            yield RULE.about(message, hint)
            break


def _margin(section: WordSection, side: str) -> float:
    return {
        "top": section.top,
        "bottom": section.bottom,
        "left": section.left,
        "right": section.right,
    }[side]


RULE = Rule(
    "TT003",
    "lề trang",
    Severity.ERROR,
    clause("lề trên và dưới 20 - 25 mm, lề trái 30 - 35 mm, lề phải 15 - 20 mm: Phụ lục I, I.3"),
    "Lề trái 25 mm",
    "Lề trái 30 mm",
    _check,
)
