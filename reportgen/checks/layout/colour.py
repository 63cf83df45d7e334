"""TT005: letters are black (Phụ lục I, I.4)."""

from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.layout.looks import labels_with, letters_of, quoted
from reportgen.checks.layout.scope import clause, governed
from reportgen.checks.subject import Subject
from reportgen.layout.nd30 import FONT_CLAUSE
from reportgen.problems import Severity
from reportgen.readers.recognition.anatomy import Component
from reportgen.readers.word.model import WordRun

_NEARLY_BLACK = 0x40  # of 255 parts; the eye takes it for black
_FEWEST = 3  # letters
_STAMPED = (Component.URGENCY, Component.CIRCULATION)


def _check(subject: Subject) -> Iterator[Finding]:
    word = governed(subject)
    if word is None:
        return
    stamped = {one.place for component in _STAMPED for one in word.anatomy.of(component)}
    found = [
        (paragraph, sum(map(letters_of, filter(_is_coloured, paragraph.runs))))
        for paragraph in word.word.paragraphs()
        if paragraph.place not in stamped
    ]
    found = [(paragraph, count) for paragraph, count in found if count]
    total = sum(count for _, count in found)
    if total < _FEWEST and not any(labels_with(one, _is_coloured) for one, _ in found):
        return
    first = found[0][0]
    message = f"{total} chữ không phải màu đen, ở {len(found)} đoạn; đoạn đầu tiên là "
    hint = "chọn những chữ đó → Home → Font Color → Automatic"
    yield RULE.about(message + quoted(first), hint, place=first.place)


def _is_coloured(run: WordRun) -> bool:
    """Whether it is printed in another colour; addresses on the web that Word colours are not."""
    color = run.format.color
    if not color or run.link or len(color) != len("RRGGBB"):
        return False
    try:
        parts = bytes.fromhex(color)
    except ValueError:
        return False
    return max(parts) > _NEARLY_BLACK


RULE = Rule(
    "TT005",
    "chữ màu đen",
    Severity.ERROR,
    clause(f"chữ màu đen: {FONT_CLAUSE}"),
    "Chữ sửa trong bản thảo còn để màu đỏ",
    "Chữ màu đen",
    _check,
)
