"""Lengths of the rules under motto, issuer and subject, from the text that is printed above."""

from collections.abc import Iterable, Sequence

from reportgen.document.tree import Inline, LineBreak, NoteReference, Text
from reportgen.layout.metrics import Run, line_widths, points, text_width
from reportgen.layout.nd30 import (
    APPENDIX_RULE,
    COMPONENTS,
    ISSUER_RULE,
    LETTERHEAD_COLUMNS,
    MARK_PADDING,
    MOTTO,
    MOTTO_RULE,
    PAGE,
    SUBJECT_RULE,
    SUPERSCRIPT_SHARE,
    TextStyle,
)


def runs_of(inlines: Iterable[Inline], style: TextStyle) -> tuple[Run, ...]:
    """The inlines as runs of type, set in `style`; a note's mark counts with its width."""
    return tuple(_run(inline, style) for inline in inlines)


def _run(inline: Inline, style: TextStyle) -> Run:
    small = style.size * SUPERSCRIPT_SHARE
    if isinstance(inline, LineBreak):
        return Run("\n", style.size)
    if isinstance(inline, NoteReference):
        return Run(str(inline.number), small, style.bold, style.italic)
    value = as_set(inline.value, style)
    size = small if inline.superscript else style.size
    return Run(value, size, style.bold or inline.bold, style.italic or inline.italic)


def as_set(text: str, style: TextStyle) -> str:
    """The characters that are seen where `text` is set in `style`."""
    return text.upper() if style.capitals else text


def longest_line(inlines: Iterable[Inline], style: TextStyle, width: float) -> float:
    """Width in pt of the longest line that the inlines fill in a column `width` mm wide."""
    room = points(width - 2 * style.side_indent)
    return max(line_widths(runs_of(inlines, style), room))


def motto_rule() -> float:
    """Length in pt of the rule under the motto: as long as the text (Phụ lục I, II.1)."""
    style = COMPONENTS["motto"]
    return MOTTO_RULE.share * text_width(MOTTO, style.size, style.bold, style.italic)


def issuer_rule(lines: Sequence[str]) -> float:
    """Length in pt of the rule under the issuer's name, 1/3 to 1/2 of it (Phụ lục I, II.2)."""
    inlines = tuple(Text(line + "\n") for line in lines)
    return ISSUER_RULE.share * longest_line(inlines, COMPONENTS["issuer"], LETTERHEAD_COLUMNS[0])


def subject_rule(subject: Sequence[Inline], period: Sequence[Inline] = (), kind: str = "") -> float:
    """Length in pt of the rule under the subject (and its period line), 1/3 to 1/2 of the text.

    Of the longest printed line, so that the rule looks balanced (Phụ lục I, II.5). Where there is
    neither it stands under the kind (Phụ lục III, Mẫu 1.8).
    """
    lines = {"subject": tuple(subject), "period": tuple(period)}
    if not any(lines.values()):
        lines = {"kind": (Text(kind),)}
    widths = (longest_line(line, COMPONENTS[key], PAGE.text_width) for key, line in lines.items())
    return SUBJECT_RULE.share * max(widths)


def circulation_box(line: str) -> float:
    """Length in pt of the box around where a document may circulate (Phụ lục I, III.2.c)."""
    room = 2 * points(MARK_PADDING)
    return room + longest_line((Text(line),), COMPONENTS["circulation"], PAGE.text_width)


def appendix_rule(attached_to: str, width: float) -> float:
    """Length in pt of the short rule under an appendix's title in a page `width` mm wide."""
    style = COMPONENTS["attached_to"]
    return APPENDIX_RULE.share * longest_line((Text(attached_to),), style, width)
