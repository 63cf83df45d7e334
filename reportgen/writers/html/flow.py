"""A body paragraph in blocks of one or two lines, between which pages may break.

To keep two lines of a paragraph together at a page's foot, WeasyPrint 70 sends notes that are
already there to the next page, away from their calls and out of order. Blocks too low to be broken
leave it no occasion.
"""

from markupsafe import Markup

from reportgen.document.tree import Alignment, Inlines
from reportgen.layout import COMPONENTS, TextStyle, points
from reportgen.writers.html.inlines import inlines_html
from reportgen.writers.html.lines import break_lines, cut_at, rejoined
from reportgen.writers.html.notes import Setting

#: Lines of a paragraph that stay together at the foot and the head of a page.
BLOCK_LINES = 2


def flow_blocks(
    inlines: Inlines, setting: Setting, style: TextStyle = COMPONENTS["body"]
) -> tuple[Inlines, ...]:
    """The paragraph's text cut at ends of lines; the first and the last block have two lines.

    The whole paragraph is one block where the document has no notes, or lines are not foreseen, or
    its lines do not fill their width.
    """
    if not (setting.notes and setting.foreseen) or style.alignment is not Alignment.JUSTIFY:
        return (inlines,)
    width = points(setting.page.text_width - 2 * style.side_indent)
    lines = break_lines(inlines, style, width, points(style.first_line))
    starts = [0, *range(BLOCK_LINES, len(lines) - BLOCK_LINES + 1)]
    ends = [*starts[1:], len(lines)]
    return tuple(rejoined(lines[start:end]) for start, end in zip(starts, ends, strict=True))


def flow_html(
    blocks: tuple[Inlines, ...], setting: Setting, opening: Markup | None = None
) -> Markup:
    """The blocks as HTML; `opening` stands before the first one's text, in its first line."""
    before = opening or Markup("")
    texts = [inlines_html(block, setting.note_html) for block in blocks]
    texts[0] = before + texts[0]
    if len(texts) == 1:
        return texts[0]
    return Markup("\n").join(
        Markup('<span class="{}">{}</span>').format("cum" if last else "cum con-tiep", text)
        for text, last in ((text, index == len(texts) - 1) for index, text in enumerate(texts))
    )


def split_opening(blocks: tuple[Inlines, ...], length: int) -> tuple[Inlines, ...] | None:
    """The blocks without the first `length` characters; None if those do not end in the first."""
    _, rest = cut_at(blocks[0], length)
    return (rest, *blocks[1:]) if rest else None
