"""The text between head and foot: headings, numbered paragraphs, bases, tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.document.tree import (
    Alignment,
    Block,
    Heading,
    Paragraph,
    Role,
)
from reportgen.readers.recognition.anatomy import Kind, TextParagraph, TextTable
from reportgen.readers.recognition.inlines import NumberOf, merged, plain
from reportgen.readers.recognition.label_nesting import levels
from reportgen.readers.recognition.lines import Line
from reportgen.readers.recognition.pieces import (
    LONGEST_TITLE,
    PARTS,
    Piece,
    article_title,
    read_piece,
    run_in,
    tell_headings,
    text_of,
    until_colon,
)
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

_MOST_BASES = 40


@dataclass(frozen=True, slots=True)
class TextBlocks:
    """The blocks of one text, and which of the file's paragraphs they are."""

    blocks: tuple[Block, ...]
    text: tuple[TextParagraph, ...]
    tables: tuple[TextTable, ...]
    rules: tuple[WordParagraph, ...] = ()  # typed lines, which are no text


def read_text(
    blocks: Iterable[WordBlock], number_of: NumberOf, appendix: int = 0, bases: bool = True
) -> TextBlocks:
    """The blocks of a body or an appendix; `bases`: it may begin with legal bases.

    Tables that only lay out are read as the paragraphs in them; blank paragraphs are left out.
    """
    items = list(_without_layout(blocks))
    rules = tuple(one for one in items if isinstance(one, WordParagraph) and _is_rule(one))
    items = [one for one in items if not (isinstance(one, WordParagraph) and _is_rule(one))]
    pieces = [
        read_piece(one, number_of) if isinstance(one, WordParagraph) else one for one in items
    ]
    pieces = tell_headings(pieces)
    pieces = _centered(_bases(pieces) if bases else pieces)
    depth = levels(
        one.label if isinstance(one, Piece) and one.role is Role.BODY else None for one in pieces
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


def _bases(pieces: list[Piece | WordTable]) -> list[Piece | WordTable]:
    """Legal bases: from the top, below the authority, down to what is not one."""
    made = list(pieces)
    for index, one in enumerate(made[:_MOST_BASES]):
        if not isinstance(one, Piece) or (one.heading and not _is_centered(one)):
            break
        text = text_of(one.inlines)
        if one.label is None and BASIS.match(fold(text[:60])) and text[-1] != ":":
            made[index] = replace(one, role=Role.BASIS)
        elif not _is_centered(one):
            break
    return made


def _centered(pieces: list[Piece | WordTable]) -> list[Piece | WordTable]:
    """`QUYẾT ĐỊNH:` and the authority above the bases, on lines of their own."""
    made = list(pieces)
    for index, one in enumerate(made):
        if not isinstance(one, Piece) or one.role is Role.BASIS:
            continue
        text = text_of(one.inlines)
        if len(text) > LONGEST_TITLE:
            continue
        folded = fold(text)
        decides = one.label is None and DECISION_WORD.fullmatch(folded) and in_capitals(text)
        names = in_capitals(text) and HEAD_OF_AGENCY.match(folded) and index < 3
        if decides or (_is_centered(one) and one.label is None and (names or not one.heading)):
            made[index] = replace(one, role=_role_of(one, bool(decides or names)), heading=False)
    return made


def _role_of(piece: Piece, certain: bool) -> Role:
    bold = run_in(piece.inlines) == (piece.inlines, ())
    return Role.CENTERED if certain or bold else Role.PRESENTED


def _is_centered(piece: Piece) -> bool:
    return piece.source.format.alignment is Alignment.CENTER


def _built(
    pieces: Sequence[Piece | WordTable],
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
        opens = isinstance(made, Heading) and one.label and one.label.style in PARTS
        part = made if opens and isinstance(made, Heading) and not made.title else None
    return TextBlocks(tuple(blocks), tuple(text), tuple(tables), rules)


def _is_title_of_part(piece: Piece) -> bool:
    text = text_of(piece.inlines)
    return in_capitals(text) or (_is_centered(piece) and len(text) < LONGEST_TITLE)


def _block(piece: Piece, level: int) -> Paragraph | Heading:
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


def _heading(piece: Piece, level: int) -> Heading:
    source, label = piece.source, piece.label
    level = max(level if label is not None else level + 1, 1)
    title, rest = run_in(piece.inlines)
    if not title and label is not None and label.style == "điều":
        title, rest = article_title(piece.inlines)
    elif not title:
        title, rest = until_colon(piece.inlines)
    return Heading(level, piece.shown, plain(title), merged(rest), origin=source.place)


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
