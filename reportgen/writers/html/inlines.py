"""Inlines as HTML; text is always escaped, so that data never becomes markup."""

from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from reportgen.document.tree import Inline, LineBreak, NoteReference, Text
from reportgen.writers.addresses import is_linkable

NoteHtml = Callable[[int], Markup]
_SUPERSCRIPT, _ITALIC, _BOLD = (
    Markup("<sup>{}</sup>"),
    Markup("<i>{}</i>"),
    Markup("<b>{}</b>"),
)


def inlines_html(inlines: Iterable[Inline], note: NoteHtml) -> Markup:
    """The inlines as phrasing content; `note` gives the HTML of a footnote by its number."""
    return Markup("").join(_inline_html(inline, note) for inline in inlines)


def plain_text(inlines: Iterable[Inline]) -> str:
    """The characters alone, without note marks; a line break becomes a space."""
    return "".join(
        inline.value if isinstance(inline, Text) else " " * isinstance(inline, LineBreak)
        for inline in inlines
    )


def _inline_html(inline: Inline, note: NoteHtml) -> Markup:
    if isinstance(inline, NoteReference):
        return note(inline.number)
    if isinstance(inline, LineBreak):
        return Markup("<br>")
    return _text_html(inline)


def _text_html(text: Text) -> Markup:
    html = escape(text.value)
    for wanted, frame in (
        (text.superscript, _SUPERSCRIPT),
        (text.italic, _ITALIC),
        (text.bold, _BOLD),
    ):
        if wanted:
            html = frame.format(html)
    if text.link and is_linkable(text.link):
        html = Markup('<a href="{}">{}</a>').format(text.link, html)
    return html
