"""Paragraphs and headings as HTML; a heading that runs into its text stays one paragraph."""

from collections.abc import Iterable

from markupsafe import Markup

from reportgen.document.tree import Block, Heading, Paragraph, Table, Text
from reportgen.layout import COMPONENTS
from reportgen.writers.html.inlines import inlines_html, plain_text
from reportgen.writers.html.notes import Setting
from reportgen.writers.html.tables import table_html

_DEEPEST_TAG = 6
_DEEPEST_STYLE = 4


def blocks_html(blocks: Iterable[Block], setting: Setting) -> Markup:
    """The blocks one after the other, for the page and with the notes of `setting`."""
    return Markup("\n").join(_block_html(block, setting) for block in blocks)


def _block_html(block: Block, setting: Setting) -> Markup:
    if isinstance(block, Heading):
        return _heading_html(block, setting)
    if isinstance(block, Table):
        return table_html(block, setting)
    return paragraph_html(block, setting)


def paragraph_html(paragraph: Paragraph, setting: Setting) -> Markup:
    """A body paragraph with its typed label, if it has one."""
    label = (Text(f"{paragraph.label} "),) if paragraph.label else ()
    return Markup("<p>{}</p>").format(inlines_html((*label, *paragraph.inlines), setting.note_html))


def _heading_html(heading: Heading, setting: Setting) -> Markup:
    label = (Text(f"{heading.label} "),) if heading.label else ()
    title = Markup('<h{0} class="muc-{1}" data-cap="{2}" data-dau-trang="{3}">{4}</h{0}>').format(
        min(heading.level + 1, _DEEPEST_TAG),
        min(heading.level, _DEEPEST_STYLE),
        heading.level,
        _bookmark(heading),
        inlines_html((*label, *heading.title), setting.note_html),
    )
    if not heading.run_in:
        return title
    return Markup('<div class="noi-lien">{}{}</div>').format(
        title, inlines_html(heading.run_in, setting.note_html)
    )


def _bookmark(heading: Heading) -> str:
    title = " ".join(f"{heading.label} {plain_text(heading.title)}".split()).rstrip(":")
    style = COMPONENTS[f"heading_{min(heading.level, _DEEPEST_STYLE)}"]
    return title.upper() if style.capitals else title
