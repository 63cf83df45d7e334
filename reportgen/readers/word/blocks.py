"""Blocks of a story: its paragraphs and tables in reading order, tracked changes accepted."""

from collections.abc import Iterator

from reportgen.readers.word.model import WordBlock
from reportgen.readers.word.paragraphs import read_paragraph
from reportgen.readers.word.shapes import Drawn
from reportgen.readers.word.story import Spot, Story, unwrapped
from reportgen.readers.word.tables import read_table
from reportgen.wordprocessingml.names import Element, child, w


def read_blocks(parent: Element, story: Story, spot: Spot) -> tuple[WordBlock, ...]:
    """The paragraphs and tables in `parent`; text boxes stand after the paragraph that has them."""
    blocks: list[WordBlock] = []
    joined: list[Element] = []  # paragraphs whose marks were deleted
    for node in _block_nodes(parent, story):
        if node.tag == w("p"):
            joined.append(node)
            if not _is_mark_deleted(node):
                blocks += _paragraph(joined, story, spot)
                joined = []
        else:
            blocks += _left_over(joined, story, spot)
            joined = []
            table = read_table(node, story, spot, read_blocks)
            blocks += [table] if table.rows else []
    return (*blocks, *_left_over(joined, story, spot))


def _block_nodes(parent: Element, story: Story) -> Iterator[Element]:
    for node in parent:
        if node.tag in (w("p"), w("tbl")):
            yield node
        elif node.tag in (w("commentRangeStart"), w("commentRangeEnd")):
            story.comments.meet(node, story.paragraph + 1)
        elif (inner := unwrapped(node)) is not None:
            yield from _block_nodes(inner, story)


def _is_mark_deleted(node: Element) -> bool:
    mark = child(node, "pPr", "rPr")
    return mark is not None and any(mark.find(w(name)) is not None for name in ("del", "moveFrom"))


def _left_over(nodes: list[Element], story: Story, spot: Spot) -> list[WordBlock]:
    """Paragraphs without marks and with none to join: gone where nothing is left of them."""
    if not nodes or not any(next(node.iter(w("t")), None) is not None for node in nodes):
        return []
    return _paragraph(nodes, story, spot)


def _paragraph(nodes: list[Element], story: Story, spot: Spot) -> list[WordBlock]:
    paragraph, drawn = read_paragraph(nodes, story, spot)
    boxes = list(_boxes(drawn, story, spot))
    if any(child(node, "pPr", "sectPr") is not None for node in nodes):
        story.section += 1
    return [paragraph, *boxes]


def _boxes(drawn: list[Drawn], story: Story, spot: Spot) -> Iterator[WordBlock]:
    for one in drawn:
        for content, width in one.boxes:
            inside = Spot(width=width, cell=spot.cell, in_text_box=True)
            yield from read_blocks(content, story, inside)
