"""A paragraph with its effective formatting, label and lines, and what is anchored in it."""

from reportgen.readers.word.layers import ParagraphLayer, paragraph_layer, run_layer
from reportgen.readers.word.model import ParagraphFormat, WordParagraph
from reportgen.readers.word.rules import rules_of
from reportgen.readers.word.runs import Runs
from reportgen.readers.word.shapes import Drawn
from reportgen.readers.word.story import Spot, Story
from reportgen.readers.word.styles import RunBase, Style, paragraph_format
from reportgen.wordprocessingml.names import Element, child, value, w

_COUNTED_BY_SIZE = frozenset({"left_chars", "right_chars", "first_chars"})


def read_paragraph(
    nodes: list[Element], story: Story, spot: Spot
) -> tuple[WordParagraph, list[Drawn]]:
    """One paragraph (of several nodes where the marks between them were deleted), and its drawings.

    The last node is the one whose mark is left; its properties count.
    """
    styles, counters = story.setting.styles, story.setting.counters
    properties = nodes[-1].find(w("pPr"))
    place, width = story.place(spot), story.width(spot)
    style = styles.paragraph_style(value(child(properties, "pStyle")))
    identifier = style.id if style else ""
    layer = styles.paragraph(
        identifier,
        spot.paragraph,
        paragraph_layer(properties),
        lambda below: counters.paragraph(below, identifier),
    )
    base = styles.run_base(identifier, spot.run)
    runs = Runs(story, base)
    for node in nodes:
        runs.take(node)
    level = counters.level_of(layer, identifier)
    look = _look(properties, layer, style, base, story)
    label = "" if level is None else counters.next(layer["number"], level)
    lines = [line for drawn in runs.drawn for line in drawn.lines]
    read = runs.finished()
    story.remember(place, nodes, runs.pieces, label)
    paragraph = WordParagraph(
        place=place,
        runs=read,
        format=look,
        label=label,
        label_level=0 if level is None else level + 1,
        rules=rules_of(read, look, layer, lines, width),
        width=width,
        in_text_box=spot.in_text_box,
    )
    return paragraph, runs.drawn


def _look(
    properties: Element | None,
    layer: ParagraphLayer,
    style: Style | None,
    base: RunBase,
    story: Story,
) -> ParagraphFormat:
    """The layer as it is set; only indents in characters ask for the size of the mark."""
    size = 0.0
    if _COUNTED_BY_SIZE & layer.keys():
        mark = run_layer(child(properties, "rPr"), story.setting.theme)
        size = base.format({}, mark).size
    return paragraph_format(layer, style, size)
