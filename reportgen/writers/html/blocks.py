"""Paragraphs and headings as HTML; a heading that runs into its text stays one paragraph."""

from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from reportgen.document.tree import Block, Heading, Inlines, Paragraph, Picture, Role, Table, Text
from reportgen.layout import COMPONENTS, TextStyle
from reportgen.layout.headings import heading_component
from reportgen.writers.html.flow import flow_blocks, flow_html, split_opening
from reportgen.writers.html.inlines import inlines_html, plain_text
from reportgen.writers.html.notes import Setting
from reportgen.writers.html.pictures import picture_html
from reportgen.writers.html.tables import table_html

_DEEPEST_TAG = 6
_CLASSES = {
    "heading_1": "muc-1",
    "heading_2": "muc-2",
    "heading_3": "muc-3",
    "heading_4": "muc-4",
    "heading_point": "diem",
}
_ROLES = {Role.BASIS: "can-cu", Role.CENTERED: "can-giua", Role.PRESENTED: "gioi-thieu"}


def blocks_html(blocks: Iterable[Block], setting: Setting) -> Markup:
    """The blocks one after the other, for the page and with the notes of `setting`."""
    return Markup("\n").join(_block_html(block, setting) for block in blocks)


def _block_html(block: Block, setting: Setting) -> Markup:
    if isinstance(block, Heading):
        return _heading_html(block, setting)
    if isinstance(block, Table):
        return table_html(block, setting)
    if isinstance(block, Picture):
        return picture_html(block, setting)
    return _paragraph_html(block, setting)


def _paragraph_html(paragraph: Paragraph, setting: Setting) -> Markup:
    """A body paragraph with its typed label, if it has one."""
    inlines = (*_label(paragraph.label), *paragraph.inlines)
    blocks = flow_blocks(inlines, setting, COMPONENTS[paragraph.role])
    name = _ROLES.get(paragraph.role)
    attribute = Markup(' class="{}"').format(name) if name else ""
    return Markup("<p{}>{}</p>").format(attribute, flow_html(blocks, setting))


def _heading_html(heading: Heading, setting: Setting) -> Markup:
    inlines = (*_label(heading.label), *heading.title)
    title = Markup('<h{0} class="{1}" data-cap="{2}" data-dau-trang="{3}">{4}</h{0}>').format(
        min(heading.level + 1, _DEEPEST_TAG),
        _CLASSES[heading_component(heading)],
        heading.level,
        _bookmark(heading),
        inlines_html(inlines, setting.note_html),
    )
    if not heading.run_in:
        return title
    blocks = _run_in_blocks(heading, inlines, setting)
    return Markup('<div class="noi-lien">{}</div>').format(flow_html(blocks, setting, title))


def _run_in_blocks(heading: Heading, title: Inlines, setting: Setting) -> tuple[Inlines, ...]:
    """The run-in text in blocks, for the place that the title leaves; one where it leaves none."""
    style = _style(heading)
    bold = tuple(
        replace(inline, bold=inline.bold or style.bold) if isinstance(inline, Text) else inline
        for inline in title
    )
    blocks = flow_blocks((*bold, *heading.run_in), setting)
    rest = None if style.capitals else split_opening(blocks, _length(title))
    return rest or (heading.run_in,)


def _length(inlines: Inlines) -> int:
    return sum(len(inline.value) if isinstance(inline, Text) else 1 for inline in inlines)


def _label(label: str) -> Inlines:
    return (Text(f"{label} "),) if label else ()


def _style(heading: Heading) -> TextStyle:
    return COMPONENTS[heading_component(heading)]


def _bookmark(heading: Heading) -> str:
    title = " ".join(f"{heading.label} {plain_text(heading.title)}".split()).rstrip(":")
    return title.upper() if _style(heading).capitals else title
