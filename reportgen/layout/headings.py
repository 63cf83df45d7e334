"""Which component of the decree a heading is."""

import re

from reportgen.document.tree import Heading

#: Word has nine levels of headings, the decree needs four.
HEADING_LEVELS = 4
_POINT_LABEL = re.compile(r"[^\W\d_]{1,2}\)")
_ARTICLE_OR_CLAUSE_LABEL = re.compile(r"(?:Điều )?\d+\.(?:\d+\.)*")


def heading_component(heading: Heading) -> str:
    """Its key in COMPONENTS: by level, but a điểm (`a)`) above the lowest level is set as one.

    Phụ lục I, V.6: mục are in capitals, khoản with a title and điều are not, even where the text
    begins with them; điểm are upright.
    """
    level = min(max(heading.level, 1), HEADING_LEVELS)
    if level < HEADING_LEVELS and _POINT_LABEL.fullmatch(heading.label):
        return "heading_point"
    if level == 1 and _ARTICLE_OR_CLAUSE_LABEL.fullmatch(heading.label):
        return "heading_2"
    return f"heading_{level}"
