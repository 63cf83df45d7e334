"""A paragraph with its effective formatting, label and lines, and what is anchored in it."""

from reportgen.readers.word.layers import paragraph_layer, run_layer
from reportgen.readers.word.model import WordParagraph
from reportgen.readers.word.names import Element, child, value, w
from reportgen.readers.word.rules import rules_of
from reportgen.readers.word.runs import Runs
from reportgen.readers.word.shapes import Drawn
from reportgen.readers.word.story import Spot, Story
from reportgen.readers.word.styles import RunBase, paragraph_format
from reportgen.readers.word.tracing import TracedParagraph

_COUNTED_BY_SIZE = frozenset({"left_chars", "right_chars", "first_chars"})


def read_paragraph(
    nodes: list[Element], story: Story, spot: Spot
) -> tuple[WordParagraph, list[Drawn]]:
    """One paragraph (of several nodes where the marks between them were deleted), and its drawings.

    The last node is the one whose mark is left; its properties count.
    """
    setting = story.setting
    styles, counters = setting.styles, setting.counters
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
    size = _mark_size(properties, base, story) if _COUNTED_BY_SIZE & layer.keys() else 0.0
    look = paragraph_format(layer, style, size)
    label = "" if level is None else counters.next(layer["number"], level)
    lines = [line for drawn in runs.drawn for line in drawn.lines]
    read = runs.finished()
    if story.trace is not None:
        traced = TracedParagraph(tuple(nodes), tuple(runs.pieces), label)
        story.trace[place.paragraph] = traced
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


def _mark_size(properties: Element | None, base: RunBase, story: Story) -> float:
    layer = run_layer(child(properties, "rPr"), story.setting.theme)
    return base.format({}, layer).size
