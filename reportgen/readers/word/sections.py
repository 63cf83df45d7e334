"""Sections: page measures, columns, page numbers, headers and footers (§17.6, §17.10)."""

from collections.abc import Iterator

from reportgen.document.origins import Story as StoryKind
from reportgen.readers.word.blocks import read_blocks
from reportgen.readers.word.model import WordParagraph, WordSection, paragraphs_of
from reportgen.readers.word.parts import Parts
from reportgen.readers.word.story import Setting, Spot, Story, unwrapped
from reportgen.wordprocessingml.names import Element, R, child, integer, is_on, length, value, w

#: What Word takes where a file says nothing: Letter paper, an inch around (§17.6.13, §17.6.11).
_WIDTH, _HEIGHT, _MARGIN, _DISTANCE = 612.0, 792.0, 72.0, 36.0
_GAP = 36.0  # points between columns (§17.6.4)
_RUNNING_ON = ("continuous", "nextColumn")
_KINDS = ("default", "first", "even")
Margins = dict[str, tuple[WordParagraph, ...]]


def section_nodes(body: Element) -> list[Element]:
    """The w:sectPr of a body in order; the last section's stands at the body's end."""
    found = list(_ending_paragraphs(body))
    last = body.find(w("sectPr"))
    return [*found, body.makeelement(w("sectPr")) if last is None else last]


def _ending_paragraphs(parent: Element) -> Iterator[Element]:
    for node in parent:
        if node.tag == w("p"):
            properties = child(node, "pPr", "sectPr")
            if properties is not None:
                yield properties
        elif (inner := unwrapped(node)) is not None:
            yield from _ending_paragraphs(inner)


def column_width(node: Element) -> float:
    """The width of the text column (of the first where there are several), points."""
    page = _page(node)
    room = page["width"] - page["left"] - page["right"]
    columns = child(node, "cols")
    count = _columns(node)
    widths = [] if columns is None else columns.findall(w("col"))
    if widths and value(columns, "equalWidth") in ("0", "false", "off"):
        return length(value(widths[0], "w")) or room
    gap = length(value(columns, "space"))
    return (room - (count - 1) * (_GAP if gap is None else gap)) / count


def read_sections(
    nodes: list[Element], setting: Setting, parts: Parts, even_and_odd: bool
) -> tuple[WordSection, ...]:
    """All sections, each with the headers and footers that it shows."""
    running = _Running(setting, parts)
    sections: list[WordSection] = []
    headers: Margins = {}
    footers: Margins = {}
    for number, node in enumerate(nodes, 1):
        width = column_width(node)
        headers = headers | running.read(node, "header", number, width)
        footers = footers | running.read(node, "footer", number, width)
        sections.append(_section(node, number, even_and_odd, headers, footers))
    return tuple(sections)


def _section(
    node: Element, number: int, even_and_odd: bool, headers: Margins, footers: Margins
) -> WordSection:
    page, numbers = _page(node), child(node, "pgNumType")
    orientation = value(child(node, "pgSz"), "orient")
    return WordSection(
        number=number,
        **page,
        landscape=orientation == "landscape" or page["width"] > page["height"],
        title_page=is_on(child(node, "titlePg")),
        even_and_odd=even_and_odd,
        page_start=integer(value(numbers, "start")),
        page_format=value(numbers, "fmt") or "decimal",
        columns=_columns(node),
        starts_on_new_page=number == 1 or value(child(node, "type")) not in _RUNNING_ON,
        headers=headers,
        footers=footers,
    )


def _page(node: Element) -> dict[str, float]:
    size, margins = child(node, "pgSz"), child(node, "pgMar")

    def measure(holder: Element | None, name: str, otherwise: float) -> float:
        points = length(value(holder, name))
        return otherwise if points is None else points

    return {
        "width": measure(size, "w", _WIDTH),
        "height": measure(size, "h", _HEIGHT),
        # A negative margin holds its place whatever the header's height (§17.6.11).
        "top": abs(measure(margins, "top", _MARGIN)),
        "bottom": abs(measure(margins, "bottom", _MARGIN)),
        "left": measure(margins, "left", _MARGIN) + measure(margins, "gutter", 0.0),
        "right": measure(margins, "right", _MARGIN),
        "header": measure(margins, "header", _DISTANCE),
        "footer": measure(margins, "footer", _DISTANCE),
    }


def _columns(node: Element) -> int:
    columns = child(node, "cols")
    listed = 0 if columns is None else len(columns.findall(w("col")))
    return max(integer(value(columns, "num")) or listed, 1)


class _Running:
    """Reads headers and footers, each story counting its paragraphs through the whole file."""

    def __init__(self, setting: Setting, parts: Parts) -> None:
        self._parts = parts
        self._setting = setting
        self._relations = parts.relations(parts.main)
        self._counted = {"header": 0, "footer": 0}

    def read(self, node: Element, name: str, section: int, width: float) -> Margins:
        """The headers (or footers) that the section itself names, by kind."""
        found: Margins = {}
        for reference in node.iterchildren(w(f"{name}Reference")):
            kind = value(reference, "type") or "default"
            relation = self._relations.get(reference.get(f"{{{R}}}id") or "")
            if kind in _KINDS and relation and relation.target in self._parts:
                found[kind] = self._paragraphs(relation.target, name, section, width)
        return {kind: found[kind] for kind in _KINDS if kind in found}

    def _paragraphs(
        self, part: str, name: str, section: int, width: float
    ) -> tuple[WordParagraph, ...]:
        story = Story(
            self._setting,
            self._parts.relations(part),
            StoryKind.HEADER if name == "header" else StoryKind.FOOTER,
            section=section,
            paragraph=self._counted[name],
        )
        blocks = read_blocks(self._parts.xml(part), story, Spot(width=width))
        self._counted[name] = story.paragraph
        return tuple(paragraphs_of(blocks))
