"""TT013: components stand in the middle of their column (Phụ lục I, II.1-II.7, III.1)."""

from collections import Counter
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.looks import quoted
from reportgen.checks.layout.parts import measured, name_of
from reportgen.checks.layout.scope import clause, governed
from reportgen.checks.subject import Subject
from reportgen.document.tree import Alignment
from reportgen.problems import Severity
from reportgen.readers.recognition.anatomy import Component
from reportgen.readers.word.model import WordParagraph

_SET_IN = 15.0  # points of indent by which somebody has moved the line to the middle by hand
_NAMES = {
    Alignment.LEFT: "canh trái",
    Alignment.RIGHT: "canh phải",
    Alignment.JUSTIFY: "canh đều hai bên",
}


def _check(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    if word is None:
        return
    lines_in = Counter(
        one.place for paragraphs in word.anatomy.components.values() for one in set(paragraphs)
    )
    for component, style, lines in measured(word):
        if style.alignment is not Alignment.CENTER or component is Component.CIRCULATION:
            continue
        for line in lines:
            if lines_in[line.place] == 1 and _is_aside(line):
                fault = _NAMES[line.format.alignment]
                message = f"{name_of(component)} {fault}, phải canh giữa: {quoted(line)}"
                hint = "đặt con trỏ ở dòng này → Home → Center (Ctrl+E)"
                yield RULE.about(message, hint, place=line.place, why=clause(style.clause))
                break


def _is_aside(line: WordParagraph) -> bool:
    """Whether the line stands at a side, and nobody has moved it to the middle by other means."""
    look, text = line.format, line.text
    if look.alignment is Alignment.CENTER or "\t" in text or text.startswith("  "):
        return False
    moved = max(look.indent_left, look.indent_left + look.first_line, look.indent_right)
    return moved < _SET_IN


RULE = Rule(
    "TT013",
    "canh giữa các thành phần thể thức",
    Severity.ERROR,
    clause("mẫu chữ và vị trí các thành phần thể thức: Phụ lục I, II"),
    "Số, ký hiệu canh trái",
    "Số, ký hiệu canh giữa dưới tên cơ quan",
    _check,
)
