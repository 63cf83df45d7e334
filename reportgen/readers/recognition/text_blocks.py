"""The text between head and foot: headings, numbered paragraphs, bases, tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.document.tree import (
    Alignment,
    Block,
    Heading,
    Inline,
    Inlines,
    Paragraph,
    Role,
    Text,
)
from reportgen.readers.recognition.anatomy import Kind, TextParagraph, TextTable
from reportgen.readers.recognition.inlines import NumberOf, inlines_of, merged, plain, trimmed
from reportgen.readers.recognition.label_nesting import levels
from reportgen.readers.recognition.label_shapes import Label, read_label, split_label
from reportgen.readers.recognition.lines import Line
from reportgen.readers.recognition.tables import is_layout, read_table
from reportgen.readers.recognition.words import (
    BASIS,
    DECISION_WORD,
    HEAD_OF_AGENCY,
    RULE,
    fold,
    in_capitals,
)
from reportgen.readers.word.model import WordBlock, WordParagraph, WordTable

_LONGEST_TITLE = 200
_END_MARKS = ".;:,…"
_PARTS = ("phần", "chương", "mục", "tiểu mục")  # whose title stands on the next line
_MOST_BASES = 40
_FEWEST_TOLD = 20  # one labelled paragraph of so many is a heading, where any are told


@dataclass(frozen=True, slots=True)
class TextBlocks:
    """The blocks of one text, and which of the file's paragraphs they are."""

    blocks: tuple[Block, ...]
    text: tuple[TextParagraph, ...]
    tables: tuple[TextTable, ...]
    rules: tuple[WordParagraph, ...] = ()  # typed lines, which are no text


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph on its way into the tree: its label cut off, its look summed up."""

    source: WordParagraph
    inlines: Inlines
    label: Label | None
    shown: str  # the label as it is printed
    heading: bool = False
    role: Role = Role.BODY


def read_text(
    blocks: Iterable[WordBlock], number_of: NumberOf, appendix: int = 0, bases: bool = True
) -> TextBlocks:
    """The blocks of a body or an appendix; `bases`: it may begin with legal bases.

    Tables that only lay out are read as the paragraphs in them; blank paragraphs are left out.
    """
    items = list(_without_layout(blocks))
    rules = tuple(one for one in items if isinstance(one, WordParagraph) and _is_rule(one))
    items = [one for one in items if not (isinstance(one, WordParagraph) and _is_rule(one))]
    pieces = [_piece(one, number_of) if isinstance(one, WordParagraph) else one for one in items]
    pieces = _headings(pieces)
    pieces = _centered(_bases(pieces) if bases else pieces)
    depth = levels(
        one.label if isinstance(one, _Piece) and one.role is Role.BODY else None for one in pieces
    )
    return _built(pieces, depth, number_of, appendix, rules)


def _without_layout(blocks: Iterable[WordBlock]) -> Iterator[WordBlock]:
    for block in blocks:
        if isinstance(block, WordTable):
            if is_layout(block):
                for cell in (cell for row in block.rows for cell in row):
                    yield from _without_layout(cell.blocks)
            else:
                yield block
        elif _has_text(block):
            yield block


def _has_text(paragraph: WordParagraph) -> bool:
    return bool(paragraph.text.strip() or paragraph.label) or any(
        run.note for run in paragraph.runs
    )


def _is_rule(paragraph: WordParagraph) -> bool:
    text = paragraph.text
    return len(text) < 200 and not paragraph.label and bool(RULE.fullmatch(fold(text)))


def _piece(paragraph: WordParagraph, number_of: NumberOf) -> _Piece:
    inlines = trimmed(inlines_of(paragraph.runs, number_of))
    if paragraph.label:
        label = read_label(f"{paragraph.label.strip()} X")
        return _Piece(paragraph, inlines, label, paragraph.label.strip())
    first = inlines[0] if inlines and isinstance(inlines[0], Text) else None
    split = split_label(_beginning(inlines)) if first else None
    if split is None:
        return _Piece(paragraph, inlines, None, "")
    label, end = split
    return _Piece(paragraph, _cut(inlines, end), label, label.text)


def _beginning(inlines: Inlines) -> str:
    """The first characters, up to a line break or a note."""
    text = ""
    for one in inlines:
        if not isinstance(one, Text) or len(text) > 80:
            break
        text += one.value
    return text


def _cut(inlines: Inlines, end: int) -> Inlines:
    """The inlines without their first `end` characters."""
    kept: list[Inline] = []
    for one in inlines:
        if end > 0 and isinstance(one, Text):
            value, end = one.value[end:], end - min(end, len(one.value))
            if value:
                kept.append(replace(one, value=value))
        else:
            kept.append(one)
    return tuple(kept)


def _headings(pieces: Sequence[_Piece | WordTable]) -> list[_Piece | WordTable]:
    """The same, told which are headings: by Word's outline, by weight, or by their label."""
    weighed = _is_weighed([one for one in pieces if isinstance(one, _Piece)])
    made: list[_Piece | WordTable] = []
    for one in pieces:
        if isinstance(one, _Piece) and _is_heading(one, weighed):
            made.append(replace(one, heading=True))
        else:
            made.append(one)
    return made


def _is_weighed(pieces: Sequence[_Piece]) -> bool:
    """Whether weight or Word's outline tells the headings of this text from the rest."""
    labelled = [one for one in pieces if one.label is not None and one.label.style != "điều"]
    told = [
        one
        for one in labelled
        if one.source.format.outline_level is not None or _is_bold_title(one)
    ]
    return bool(told) and len(told) * _FEWEST_TOLD >= len(labelled)


def _is_heading(piece: _Piece, weighed: bool) -> bool:
    label, text = piece.label, _plain_text(piece.inlines)
    if label is not None and label.style in (*_PARTS, "điều"):
        return True
    if piece.source.format.outline_level is not None and (text or piece.shown):
        return True
    if _is_bold_title(piece):
        return True
    if label is None or not text:
        return False
    if weighed or in_capitals(text):
        return in_capitals(text)
    return len(text) < _LONGEST_TITLE and text[-1] not in _END_MARKS


def _is_bold_title(piece: _Piece) -> bool:
    """Whether weight makes the paragraph a title, or the beginning of one that is numbered."""
    text = _plain_text(piece.inlines)
    if not text:
        return False
    title, rest = _run_in(piece.inlines)
    if not title:
        return False
    if rest:
        return piece.label is not None and len(_plain_text(title)) < _LONGEST_TITLE
    return len(text) < 2 * _LONGEST_TITLE and (piece.label is not None or _stands_alone(text))


def _stands_alone(text: str) -> bool:
    return len(text) < _LONGEST_TITLE and text[0] not in '-+*(“"' and text[-1] not in ";,"


def _run_in(inlines: Inlines) -> tuple[Inlines, Inlines]:
    """A bold title, and the plain text after it; notes go with what they follow."""
    end = 0
    for index, one in enumerate(inlines):
        if isinstance(one, Text) and not one.bold and one.value.strip():
            break
        end = index + 1
    title, rest = inlines[:end], inlines[end:]
    if not any(isinstance(one, Text) and one.bold and one.value.strip() for one in title):
        return (), inlines
    return title, rest


def _plain_text(inlines: Inlines) -> str:
    return "".join(one.value for one in inlines if isinstance(one, Text)).strip()


def _bases(pieces: list[_Piece | WordTable]) -> list[_Piece | WordTable]:
    """Legal bases: from the top, below the authority, down to what is not one."""
    made = list(pieces)
    for index, one in enumerate(made[:_MOST_BASES]):
        if not isinstance(one, _Piece) or (one.heading and not _is_centered(one)):
            break
        text = _plain_text(one.inlines)
        if one.label is None and BASIS.match(fold(text[:60])) and text[-1] != ":":
            made[index] = replace(one, role=Role.BASIS)
        elif not _is_centered(one):
            break
    return made


def _centered(pieces: list[_Piece | WordTable]) -> list[_Piece | WordTable]:
    """`QUYẾT ĐỊNH:` and the authority above the bases, on lines of their own."""
    made = list(pieces)
    for index, one in enumerate(made):
        if not isinstance(one, _Piece) or one.role is Role.BASIS:
            continue
        text = _plain_text(one.inlines)
        if len(text) > _LONGEST_TITLE:
            continue
        folded = fold(text)
        decides = one.label is None and DECISION_WORD.fullmatch(folded) and in_capitals(text)
        names = in_capitals(text) and HEAD_OF_AGENCY.match(folded) and index < 3
        if decides or (_is_centered(one) and one.label is None and (names or not one.heading)):
            made[index] = replace(one, role=_role_of(one, bool(decides or names)), heading=False)
    return made


def _role_of(piece: _Piece, certain: bool) -> Role:
    bold = _run_in(piece.inlines) == (piece.inlines, ())
    return Role.CENTERED if certain or bold else Role.PRESENTED


def _is_centered(piece: _Piece) -> bool:
    return piece.source.format.alignment is Alignment.CENTER


def _built(
    pieces: Sequence[_Piece | WordTable],
    depth: Sequence[int],
    number_of: NumberOf,
    appendix: int,
    rules: tuple[WordParagraph, ...],
) -> TextBlocks:
    blocks: list[Block] = []
    text: list[TextParagraph] = []
    tables: list[TextTable] = []
    part: Heading | None = None  # a Chương whose title stands on the next line
    for one, level in zip(pieces, depth, strict=True):
        if isinstance(one, WordTable):
            blocks.append(read_table(one, number_of))
            tables.append(TextTable(one, appendix))
            part = None
            continue
        if part is not None and one.label is None and _is_title_of_part(one):
            blocks[-1] = replace(part, title=plain(one.inlines))
            text.append(TextParagraph(one.source, Kind.HEADING, "", part.level, appendix))
            part = None
            continue
        made = _block(one, level)
        blocks.append(made)
        text.append(TextParagraph(one.source, _kind(made), one.shown, _level(made), appendix))
        opens = isinstance(made, Heading) and one.label and one.label.style in _PARTS
        part = made if opens and isinstance(made, Heading) and not made.title else None
    return TextBlocks(tuple(blocks), tuple(text), tuple(tables), rules)


def _is_title_of_part(piece: _Piece) -> bool:
    text = _plain_text(piece.inlines)
    return in_capitals(text) or (_is_centered(piece) and len(text) < _LONGEST_TITLE)


def _block(piece: _Piece, level: int) -> Paragraph | Heading:
    source = piece.source
    if piece.heading:
        return _heading(piece, level)
    if piece.role is Role.BASIS:
        return Paragraph(plain(piece.inlines, bold=False), role=piece.role, origin=source.place)
    if piece.role is not Role.BODY:
        inlines = plain(piece.inlines, italic=False)
        return Paragraph(inlines, piece.shown, role=piece.role, origin=source.place)
    level = level if piece.label is not None else 0
    return Paragraph(merged(piece.inlines), piece.shown, level, origin=source.place)


def _heading(piece: _Piece, level: int) -> Heading:
    source, label = piece.source, piece.label
    level = max(level if label is not None else level + 1, 1)
    title, rest = _run_in(piece.inlines)
    if not title and label is not None and label.style == "điều":
        title, rest = _article_title(piece.inlines)
    elif not title:
        title, rest = _until_colon(piece.inlines)
    return Heading(level, piece.shown, plain(title), merged(rest), origin=source.place)


def _until_colon(inlines: Inlines) -> tuple[Inlines, Inlines]:
    """The title of a heading set like the text: up to its first colon, or all of it."""
    for index, one in enumerate(inlines):
        if isinstance(one, Text) and (end := one.value.find(": ") + 1):
            before = replace(one, value=one.value[:end])
            after = replace(one, value=one.value[end:])
            return (*inlines[:index], before), (after, *inlines[index + 1 :])
    return inlines, ()


def _article_title(inlines: Inlines) -> tuple[Inlines, Inlines]:
    """The title of an article typed without weight: a short text that ends without a mark."""
    text = _plain_text(inlines)
    has_title = text and len(text) < _LONGEST_TITLE and text[-1].isalnum()
    if has_title:
        return inlines, ()
    first, *others = inlines or (Text(""),)
    if isinstance(first, Text) and first.value and not first.value[0].isspace():
        return (), (replace(first, value=f" {first.value}"), *others)
    return (), inlines


def _kind(block: Paragraph | Heading) -> Kind:
    if isinstance(block, Heading):
        return Kind.HEADING
    if block.role is Role.BASIS:
        return Kind.BASIS
    if block.role in (Role.CENTERED, Role.PRESENTED):
        return Kind.CENTERED
    return Kind.NUMBERED if block.label and block.level else Kind.PARAGRAPH


def _level(block: Paragraph | Heading) -> int:
    return block.level


def as_blocks(lines: Iterable[Line]) -> list[WordBlock]:
    """Lines that no component claims as paragraphs of the text, in their order."""
    return [line.part for line in lines if line.text or any(run.note for run in line.part.runs)]
