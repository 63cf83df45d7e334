"""A document as Markdown to read, compare or send: CommonMark with pipe tables and footnotes.

Labels and note numbers are printed as in the other formats. What the text says is escaped where it
would be taken for markup; a typed dash or number at the beginning of a line stays as typed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportgen.document.tree import (
    Alignment,
    Appendix,
    Block,
    Cell,
    Document,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Note,
    NoteReference,
    Paragraph,
    Picture,
    Role,
    Signature,
    Table,
    Text,
)
from reportgen.layout.nd30 import MOTTO, NATIONAL_NAME, RECIPIENTS_WORD

_BREAK = "\\\n"
_AUTOLINK = re.compile(r"(?:https?|mailto):[^\s<>]+")
_MARKUP = re.compile(r"[\\`*_\[\]<>~|]|&(?=#?\w+;)")
_AT_LINE_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[=+-]+\s*$|>)", re.MULTILINE)
_SIDES = {
    Alignment.LEFT: ":---",
    Alignment.CENTER: ":---:",
    Alignment.RIGHT: "---:",
    Alignment.JUSTIFY: "---",
}
_DEEPEST_HEADING = 6


def write_markdown(document: Document) -> str:
    """The document as Markdown, ending with a line break; every note is defined at the end."""
    parts = [
        *_opening(document),
        *_blocks(document.body),
        *_closing(document),
        *(part for appendix in document.appendices for part in _appendix(appendix)),
        *(_note(note) for note in document.notes),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _opening(document: Document) -> Iterator[str]:
    letterhead = document.letterhead
    yield _bold_lines(document.markings.circulation)
    yield _lines(escaped(line) for line in letterhead.superior)
    yield _bold_lines(letterhead.issuer)
    yield _bold_lines((NATIONAL_NAME, MOTTO))
    yield escaped(letterhead.number)
    yield _phrase(letterhead.subject)
    yield f"*{escaped(letterhead.place_and_date)}*" if letterhead.place_and_date else ""
    yield _bold_lines((document.markings.urgency,))
    title = document.title
    yield f"# {_one_line(title.kind)}" if title.kind else ""
    yield _lines(_phrase(line, bold=True) for line in (title.subject, title.period) if line)
    if len(document.addressees) == 1:
        yield f"{escaped(document.addressing)} {_phrase(document.addressees[0])}"
    elif document.addressees:
        *others, last = (_phrase(addressee) for addressee in document.addressees)
        lines = (*(f"- {other};" for other in others), f"- {last}.")
        yield "\n".join((escaped(document.addressing), *lines))


def _closing(document: Document) -> Iterator[str]:
    """Recipients and signature; under several signatures the recipients (Phụ lục III, 1.9)."""
    signatures = [part for one in document.signatures for part in _signature(one)]
    recipients = [*_recipients(document), escaped(document.markings.drafter)]
    several = len(document.signatures) > 1
    yield from (*signatures, *recipients) if several else (*recipients, *signatures)
    yield _lines(escaped(line) for line in document.markings.address)


def _recipients(document: Document) -> Iterator[str]:
    if document.recipients:
        yield f"***{RECIPIENTS_WORD}***"
        yield "\n".join(_at_line_start(_phrase(one)) for one in document.recipients)


def _signature(signature: Signature) -> Iterator[str]:
    yield _bold_lines((*signature.authority, signature.position, signature.official_title))
    yield _bold_lines((signature.name,))


def _appendix(appendix: Appendix) -> Iterator[str]:
    yield f"# {_one_line(appendix.label)}"
    yield f"**{escaped(appendix.title)}**" if appendix.title else ""
    yield f"*{escaped(appendix.attached_to)}*" if appendix.attached_to else ""
    yield from _blocks(appendix.blocks)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading):
            yield from _heading(block)
        elif isinstance(block, Table):
            yield _table(block)
        elif isinstance(block, Picture):
            yield f"*{escaped(f'[Hình: {block.alternative}]')}*"
            yield _at_line_start(_phrase(block.caption, italic=True))
        else:
            yield _paragraph(block)


def _heading(heading: Heading) -> Iterator[str]:
    """A heading; one that runs into its text is a paragraph that begins in bold."""
    title = (*_label(heading.label), *heading.title)
    if heading.run_in:
        yield _at_line_start(_phrase(title, bold=True) + _phrase(heading.run_in))
    else:
        marks = "#" * min(heading.level + 1, _DEEPEST_HEADING)
        yield f"{marks} {_phrase(title).replace(_BREAK, ' ')}"


def _paragraph(paragraph: Paragraph) -> str:
    """A paragraph; a legal basis is italic, a centred line bold."""
    inlines = (*_label(paragraph.label), *paragraph.inlines)
    bold, italic = (paragraph.role is role for role in (Role.CENTERED, Role.BASIS))
    return _at_line_start(_phrase(inlines, bold, italic))


def _label(label: str) -> Inlines:
    return (Text(f"{label} "),) if label else ()


def _table(table: Table) -> str:
    """A pipe table; a cell that spans is followed by empty ones, its paragraphs by `<br>`."""
    width = len(table.columns)
    rows = list(_grid((*table.header, *table.rows), width))
    head = rows[0] if table.header else [""] * width
    body = rows[1:] if table.header else rows
    sides = [_SIDES[column.alignment] for column in table.columns]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (head, sides, *body))


def _grid(rows: Iterable[Sequence[Cell]], width: int) -> Iterator[list[str]]:
    hanging: dict[int, int] = {}  # rows that each grid column is still covered from above
    for row in rows:
        below = {column: left - 1 for column, left in hanging.items() if left > 1}
        texts = [""] * width
        place = 0
        for cell in row:
            while place in hanging:
                place += 1
            texts[place] = _cell(cell)
            covered = range(place, place + cell.column_span)
            below |= dict.fromkeys(covered, cell.row_span - 1) if cell.row_span > 1 else {}
            place += cell.column_span
        hanging = below
        yield texts


def _cell(cell: Cell) -> str:
    paragraphs = (_phrase(paragraph.inlines) for paragraph in cell.blocks)
    return "<br>".join(paragraph.replace(_BREAK, "<br>") for paragraph in paragraphs)


def _note(note: Note) -> str:
    """A definition; the note's further paragraphs are indented below it."""
    paragraphs = [_at_line_start(_phrase(paragraph.inlines)) for paragraph in note.paragraphs]
    return f"[^{note.number}]: " + "\n\n    ".join(
        paragraph.replace("\n", "\n    ") for paragraph in paragraphs
    )


def _phrase(inlines: Iterable[Inline], bold: bool = False, italic: bool = False) -> str:
    """The inlines as Markdown; `bold` makes all of them bold, `italic` italic."""
    merged = _merged(inlines, bold, italic)
    text = ""
    for index, inline in enumerate(merged):
        following = merged[index + 1] if index + 1 < len(merged) else None
        if isinstance(inline, Text):
            text += _marked(inline, text[-1:], _first_character(following))
        elif isinstance(inline, LineBreak):
            text += _BREAK
        else:
            text += f"[^{inline.number}]"
    return text


def _merged(inlines: Iterable[Inline], bold: bool, italic: bool) -> list[Inline]:
    """Neighbouring texts of one formatting as one text; empty ones left out."""
    result: list[Inline] = []
    for inline in inlines:
        if not isinstance(inline, Text):
            result.append(inline)
            continue
        text = replace(inline, bold=bold or inline.bold, italic=italic or inline.italic)
        last = result[-1] if result else None
        if isinstance(last, Text) and replace(text, value=last.value) == last:
            result[-1] = replace(last, value=last.value + text.value)
        elif text.value:
            result.append(text)
    return result


def _first_character(inline: Inline | None) -> str:
    if isinstance(inline, Text):
        is_marked = inline.bold or inline.italic
        return "*" if is_marked and not inline.value[0].isspace() else inline.value[0]
    return "[" if isinstance(inline, NoteReference) else ""


def _marked(text: Text, before: str, after: str) -> str:
    """The text with its marks; `before` and `after` are the characters beside it."""
    if text.link and text.link == text.value and _AUTOLINK.fullmatch(text.link):
        return f"<{text.link}>"
    core = text.value.strip()
    mark = "*" * (2 * text.bold + text.italic)
    printed = _superscript(core) if text.superscript else escaped(core)
    if not (mark and core):
        return _superscript(text.value) if text.superscript else escaped(text.value)
    lead = text.value[: len(text.value) - len(text.value.lstrip())]
    trail = text.value[len(text.value.rstrip()) :]
    if _opens(lead or before, printed[0]) and _opens(trail or after, printed[-1]):
        return f"{lead}{mark}{printed}{mark}{trail}"
    tags = [tag for tag, wanted in (("b", text.bold), ("i", text.italic)) if wanted]
    opening = "".join(f"<{tag}>" for tag in tags)
    closing = "".join(f"</{tag}>" for tag in reversed(tags))
    return f"{lead}{opening}{printed}{closing}{trail}"


def _opens(outside: str, inside: str) -> bool:
    """Whether asterisks between these characters are taken for a mark (CommonMark 6.2)."""
    if outside.endswith("*") or outside.startswith("*"):
        return False
    return inside.isalnum() or not (outside and outside[-1].isalnum())


_RAISED = str.maketrans("0123456789()+-=", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻⁼")


def _superscript(text: str) -> str:
    """Raised digits and brackets as the characters for them, other text as `<sup>`."""
    raised = text.translate(_RAISED)
    if all(old != new for old, new in zip(text, raised, strict=True)):
        return raised
    return f"<sup>{escaped(text)}</sup>"


def escaped(text: str) -> str:
    """The text with a backslash before each character that would be taken for markup."""
    return _MARKUP.sub(lambda match: "\\" + match[0], text.replace("\n", " "))


def _at_line_start(text: str) -> str:
    """The paragraph with a backslash where its beginning would make it a heading or a rule."""
    return _AT_LINE_START.sub(r"\1\\\2", text)


def _one_line(text: str) -> str:
    return escaped(" ".join(text.split()))


def _bold_lines(lines: Iterable[str]) -> str:
    return _lines(f"**{escaped(line)}**" for line in lines if line)


def _lines(lines: Iterable[str]) -> str:
    """Lines of one paragraph, each broken by a backslash."""
    return _BREAK.join(line for line in lines if line)
