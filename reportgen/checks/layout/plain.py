"""Files that were never laid out: in a program's own styles from top to bottom."""

from reportgen.checks.layout.body import body_paragraphs
from reportgen.checks.layout.looks import size_of, weigh
from reportgen.checks.layout.measures import shown
from reportgen.document.tree import Alignment
from reportgen.layout.nd30 import FONT
from reportgen.readers.recognition.anatomy import Recognised

_FEWEST = 3  # paragraphs that tell a habit from an accident
_MOST = 100  # paragraphs that are looked at


def is_times(font: str) -> bool:
    """Whether it is Times New Roman under any name (`TimesNewRomanPSMT`, `… Bold`)."""
    return font.replace(" ", "").casefold().startswith(FONT.replace(" ", "").casefold())


def plain_look(word: Recognised) -> str:
    """What a text looks like that nobody has laid out; "" where somebody has.

    Such a text is neither in Times New Roman nor justified, and its first lines are not indented:
    to tell each measure of it apart would say one thing many times.
    """
    paragraphs = body_paragraphs(word)[:_MOST]
    fonts = weigh(paragraphs, lambda look: look.font).most_common(1)
    if len(paragraphs) < _FEWEST or not fonts or not fonts[0][0] or is_times(fonts[0][0]):
        return ""
    left = sum(one.format.alignment is Alignment.LEFT for one in paragraphs)
    flush = sum(one.format.first_line == 0 for one in paragraphs)
    if min(left, flush) * 2 <= len(paragraphs):
        return ""
    size = size_of(paragraphs) or 0.0
    return f"phông chữ {fonts[0][0]} cỡ {shown(size)}, canh trái, không lùi đầu dòng"
