"""TT004: everything is set in Times New Roman (Phụ lục I, I.4)."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.looks import letters_of, weigh
from reportgen.checks.layout.measures import shown
from reportgen.checks.layout.plain import is_times
from reportgen.checks.layout.scope import clause, governed
from reportgen.checks.subject import Subject
from reportgen.layout.nd30 import FONT, FONT_CLAUSE
from reportgen.problems import Severity
from reportgen.readers.word.model import WordParagraph

_SYMBOLS = re.compile(r"symbol|wingdings|webdings|dings|math", re.IGNORECASE)
_FEWEST = 20  # letters; a stray bullet or blank is nobody's fault
_SMALL = 0.05  # of all letters


def _check(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    if word is None:
        return
    paragraphs = tuple(word.word.paragraphs())
    fonts = weigh(paragraphs, lambda look: look.font)
    total = fonts.total()
    others = {
        font: count for font, count in fonts.most_common() if _is_other(font) and count >= _FEWEST
    }
    if not others:
        return
    listed = ", ".join(
        f"{font} ({shown(count * 100 / total)}% số chữ)" for font, count in others.items()
    )
    first = next(one for one in paragraphs if _has(one, set(others)))
    severity = Severity.ERROR if sum(others.values()) > total * _SMALL else Severity.WARNING
    yield RULE.about(
        f"phông chữ khác {FONT}: {listed}",
        f"chọn tất cả (Ctrl+A) → Home → Font → {FONT}",
        place=first.place,
        severity=severity,
    )


def _is_other(font: str) -> bool:
    return bool(font) and not is_times(font) and not _SYMBOLS.search(font)


def _has(paragraph: WordParagraph, fonts: set[str]) -> bool:
    return any(run.format.font in fonts and letters_of(run) for run in paragraph.runs)


RULE = Rule(
    "TT004",
    "phông chữ Times New Roman",
    Severity.ERROR,
    clause(f"phông chữ tiếng Việt {FONT}, bộ mã Unicode: {FONT_CLAUSE}"),
    "Văn bản dùng phông chữ Arial",
    "Văn bản dùng phông chữ Times New Roman",
    _check,
)
