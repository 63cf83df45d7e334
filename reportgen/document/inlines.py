"""Inline tokens to runs of text, line breaks and note marks."""

from collections.abc import Callable, Iterable

from markdown_it.token import Token

from reportgen.document.markdown import parse_inlines
from reportgen.document.tree import Inline, Inlines, LineBreak, Text
from reportgen.vietnamese.text import split_superscripts

TakeNote = Callable[[Token], Inline]
"""What stands in the text for a token note_reference, note_inline or note_unclosed."""


def read_inlines(text: str, take_note: TakeNote) -> Inlines:
    """The inlines of one paragraph's Markdown; a single line feed reads as a space."""
    return _join(_pieces(parse_inlines(text), take_note))


def plain_text(inlines: Inlines) -> str:
    """The characters alone: formatting and note marks left out, a line break as a space."""
    parts = (
        item.value if isinstance(item, Text) else " " if isinstance(item, LineBreak) else ""
        for item in inlines
    )
    return "".join(parts)


def _pieces(tokens: Iterable[Token], take_note: TakeNote) -> Iterable[Inline]:
    bold = italic = 0
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                yield Text(token.content, bold > 0, italic > 0)
            case "softbreak":
                yield Text(" ", bold > 0, italic > 0)
            case "hardbreak":
                yield LineBreak()
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link":
                yield Text(token.content, bold > 0, italic > 0, link=token.content)
            case _:
                yield take_note(token)


def _join(pieces: Iterable[Inline]) -> Inlines:
    """Neighbours of one formatting become one run, superscript signs runs of their own."""
    joined: list[Inline] = []
    pending: list[str] = []
    bold = italic = False

    def flush() -> None:
        for value, raised in split_superscripts("".join(pending)):
            joined.append(Text(value, bold, italic, superscript=raised))
        pending.clear()

    for piece in pieces:
        if not isinstance(piece, Text) or piece.link:
            flush()
            joined.append(piece)
        elif piece.value:
            if (piece.bold, piece.italic) != (bold, italic):
                flush()
                bold, italic = piece.bold, piece.italic
            pending.append(piece.value)
    flush()
    return tuple(joined)
