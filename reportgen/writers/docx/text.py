"""Inlines as runs, and paragraphs and headings around them."""

from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from reportgen.document.tree import (
    Heading,
    Inline,
    LineBreak,
    NoteReference,
    Paragraph,
    Picture,
    Text,
)
from reportgen.layout.headings import HEADING_LEVELS, heading_component
from reportgen.writers.addresses import is_linkable
from reportgen.writers.docx.oxml import Element, R, element, put, text_nodes
from reportgen.writers.docx.pictures import Pictures
from reportgen.writers.docx.styles import StyleIds

_URI_CHARACTERS = "%/:=&?~#+!$,;'@()*-._"


@dataclass(frozen=True, slots=True)
class TextWriter:
    """Writes text of one package part: `link_id` gives the relationship id of an address."""

    styles: StyleIds
    link_id: Callable[[str], str]
    pictures: Pictures = field(default_factory=Pictures)

    def runs(self, inlines: Iterable[Inline], base: Element | None = None) -> list[Element]:
        """Runs (and hyperlinks around them); `base` is a w:rPr that they all carry."""
        return [self._inline(inline, base) for inline in inlines]

    def paragraph(self, paragraph: Paragraph, style: str = "body") -> Element:
        """A paragraph in the style of that component, its label typed before it.

        In the text its role names the component, `style` where it is part of another one.
        """
        label = (Text(f"{paragraph.label} "),) if paragraph.label else ()
        component = paragraph.role.value if style == "body" else style
        return self.styled(component, self.runs((*label, *paragraph.inlines)))

    def heading(self, heading: Heading) -> Element:
        """A paragraph in the heading style of its level, any run-in text set like the body."""
        label = (Text(f"{heading.label} "),) if heading.label else ()
        component = heading_component(heading)
        made = self.styled(component, self.runs((*label, *heading.title)))
        if component != f"heading_{min(heading.level, HEADING_LEVELS)}":
            put(made[0], element("outlineLvl", val=heading.level - 1))
        if heading.run_in:
            # Direct formatting: in a character style these properties would toggle (§17.7.3).
            made.extend(self.runs(heading.run_in, _upright()))
            put(made[0], element("keepNext", val=0))
        return made

    def picture(self, picture: Picture, width: float) -> list[Element]:
        """A picture `width` twips wide, and its caption below it on the same page."""
        shown = self.styled("presented", [self.pictures.drawing(picture, width)])
        if not picture.caption:
            put(shown[0], element("keepNext", val=0))
            return [shown]
        put(shown[0], element("keepNext"))
        caption = self.styled("presented", self.runs(picture.caption))
        put(caption[0], element("keepNext", val=0))
        return [shown, caption]

    def styled(self, style: str, runs: Iterable[Element] = ()) -> Element:
        """A paragraph in the style of component `style`."""
        properties = element("pPr", element("pStyle", val=self.styles[style]))
        return element("p", properties, *runs)

    def _inline(self, inline: Inline, base: Element | None) -> Element:
        if isinstance(inline, LineBreak):
            return _run([element("br")], base)
        if isinstance(inline, NoteReference):
            mark = element("rStyle", val=self.styles["footnote_mark"])
            return _run([element("footnoteReference", id=inline.number)], base, [mark])
        return self._text(inline, base)

    def _text(self, text: Text, base: Element | None) -> Element:
        flags = {"b": text.bold, "bCs": text.bold, "i": text.italic, "iCs": text.italic}
        properties = [element(tag) for tag, wanted in flags.items() if wanted]
        if text.superscript:
            properties.append(element("vertAlign", val="superscript"))
        address = _uri(text.link) if text.link else None
        if address is None:
            return _run(text_nodes(text.value), base, properties)
        properties.append(element("rStyle", val=self.styles["link"]))
        link = element("hyperlink", _run(text_nodes(text.value), base, properties), history=1)
        link.set(f"{{{R}}}id", self.link_id(address))
        return link


def _upright() -> Element:
    return element("rPr", *(element(tag, val=0) for tag in ("b", "bCs", "i", "iCs", "caps")))


def _run(
    content: Iterable[Element], base: Element | None = None, properties: Iterable[Element] = ()
) -> Element:
    together = element("rPr") if base is None else deepcopy(base)
    for node in properties:
        put(together, node)
    return element("r", *((together,) if len(together) else ()), *content)


def _uri(address: str) -> str | None:
    """The address as Word accepts it in a relationship (RFC 3986), or None where none may be."""
    try:
        _ = urlsplit(address).port
    except ValueError:
        return None
    return quote(address, safe=_URI_CHARACTERS) if is_linkable(address) else None
