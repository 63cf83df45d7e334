"""The foot of a document: where it stands, and which component each of its lines is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reportgen.document.tree import Alignment
from reportgen.readers.recognition.anatomy import Component
from reportgen.readers.recognition.lines import Line, lines_of, table_size
from reportgen.readers.recognition.recipients import is_drafter, recipients_end
from reportgen.readers.recognition.signatures import (
    Signing,
    is_authority,
    is_name,
    is_position,
    read_signatures,
)
from reportgen.readers.recognition.title import is_kind
from reportgen.readers.recognition.words import APPENDIX, RECIPIENTS, RULE, SIGNED
from reportgen.readers.word.model import WordBlock, WordParagraph, WordTable, paragraphs_of

_MOST_CELLS = 60
_MOST_CHARACTERS = 8000
_LONGEST = 250
_LONGEST_LINE = 120
_MOST_ABOVE = 25  # blocks between signatures and the list of recipients below them
_FARTHEST = 60  # blocks from the end in which a signature without Nơi nhận is looked for


@dataclass(frozen=True, slots=True)
class Closing:
    """Blocks `start` to `end` are the foot; `lines` are theirs, None: text of the body."""

    start: int
    end: int
    lines: tuple[tuple[Line, Component | None], ...] = ()
    signatures: tuple[Signing, ...] = ()

    def of(self, component: Component) -> tuple[Line, ...]:
        """The lines of one component."""
        return tuple(line for line, claimed in self.lines if claimed is component)


def read_closing(blocks: Sequence[WordBlock], start: int) -> Closing:
    """Recipients and signatures among `blocks` from `start` on; at the end where none are."""
    anchor = _anchor(blocks, start)
    if anchor is None:
        return Closing(len(blocks), len(blocks))
    first, last = _spread(blocks, start, anchor)
    found = [line for at in range(first, last) for line in lines_of(blocks[at], at) if line.text]
    claims: dict[int, Component | None] = {}
    signed: list[Signing] = []
    for column in _columns(blocks, found):
        claimed, signatures = _claims([found[at] for at in column])
        claims.update(zip(column, claimed, strict=True))
        signed = _joined(signed, signatures)
    lines = [(line, claims[at]) for at, line in enumerate(found)]
    return Closing(first, last, tuple(lines), tuple(signed))


def _anchor(blocks: Sequence[WordBlock], start: int) -> int | None:
    """The block that says `Nơi nhận`; else the last that is certainly a signature."""
    for index in range(start, len(blocks)):
        if any(RECIPIENTS.match(line.folded) and _is_label(line) for line in _near(blocks, index)):
            return index
    for index in range(len(blocks) - 1, max(start, len(blocks) - _FARTHEST) - 1, -1):
        block = blocks[index]
        if isinstance(block, WordTable):
            if _is_signature_table(block, index):
                return index
        elif _opens_signature(blocks, index):
            return index
    return None


def _near(blocks: Sequence[WordBlock], index: int) -> Iterator[Line]:
    """The lines of a block that could be the foot; none of a long one."""
    block = blocks[index]
    if isinstance(block, WordParagraph):
        if "ơ" in block.text[:12].casefold() or "\t" in block.text[:12] or "\n" in block.text[:80]:
            yield from lines_of(block, index)
    elif _is_small(block):
        yield from lines_of(block, index)


def _is_small(table: WordTable) -> bool:
    if table_size(table) > _MOST_CELLS:
        return False
    return sum(len(one.text) for one in paragraphs_of((table,))) < _MOST_CHARACTERS


def _is_label(line: Line) -> bool:
    word = RECIPIENTS.match(line.folded)
    if word is None or line.part.label:
        return False
    rest = line.folded[word.end() :].strip(" :")
    return not rest or (rest.startswith("-") and line.folded[: word.end()].endswith(":"))


def _is_signature_table(table: WordTable, index: int) -> bool:
    if not _is_small(table) or any(c.bordered for row in table.rows for c in row) or table.bordered:
        return False
    lines = [line for line in lines_of(table, index) if line.text]
    titled = any(is_authority(line) or (line.in_capitals and is_position(line)) for line in lines)
    return titled and any(is_name(line) for line in lines)


def _opens_signature(blocks: Sequence[WordBlock], index: int) -> bool:
    """Whether a paragraph is the title of a signer, whose name follows soon."""
    lines = _text_lines(blocks, index)
    if not lines or not (is_authority(lines[0]) or _is_set_as_position(lines[0])):
        return False
    if index and (above := _last_line(blocks, index)) and _is_title(above):
        return False
    following = [
        line
        for at in range(index, min(index + 12, len(blocks)))
        for line in _text_lines(blocks, at)
    ]
    titles = 0
    while titles < len(following) and (
        _is_title(following[titles]) or SIGNED.match(following[titles].folded)
    ):
        titles += 1
    return titles < len(following) and is_name(following[titles])


def _last_line(blocks: Sequence[WordBlock], index: int) -> Line | None:
    block = blocks[index - 1]
    lines = _text_lines(blocks, index - 1) if isinstance(block, WordParagraph) else []
    return lines[-1] if lines else None


def _text_lines(blocks: Sequence[WordBlock], index: int) -> list[Line]:
    block = blocks[index]
    if isinstance(block, WordTable) or len(block.text) > _LONGEST:
        return []
    return [line for line in lines_of(block, index) if line.text]


def _is_title(line: Line) -> bool:
    if APPENDIX.fullmatch(line.folded) or is_kind(line):
        return False
    return is_authority(line) or (line.in_capitals and len(line.text) < _LONGEST_LINE)


def _is_set_as_position(line: Line) -> bool:
    set_aside = line.of.format.alignment in (Alignment.CENTER, Alignment.RIGHT)
    aside = set_aside or line.of.format.indent_left > 100 or line.side > 0
    return line.in_capitals and is_position(line) and (aside or line.is_bold or len(line.text) < 40)


def _spread(blocks: Sequence[WordBlock], start: int, anchor: int) -> tuple[int, int]:
    """The foot around its anchor: up to the signatures above, down to its last line."""
    return _first(blocks, start, anchor), _last(blocks, anchor)


def _first(blocks: Sequence[WordBlock], start: int, anchor: int) -> int:
    """The first block of the signatures that stand right above the anchor, or the anchor."""
    first = anchor
    for index in range(anchor - 1, max(start, anchor - _MOST_ABOVE) - 1, -1):
        block = blocks[index]
        if isinstance(block, WordTable):
            if not _is_signature_table(block, index):
                break
            first = index
            continue
        lines = _text_lines(blocks, index)
        if block.text.strip() and not (lines and all(map(_signs, lines))):
            break
        first = index if lines and _opens_signature(blocks, index) else first
    return first


def _last(blocks: Sequence[WordBlock], anchor: int) -> int:
    """The end of what goes on from the anchor: list, signatures, drafter's mark."""
    last = anchor + 1
    listing = isinstance(blocks[anchor], WordParagraph) and _is_listing(blocks, anchor)
    for index in range(anchor + 1, len(blocks)):
        block = blocks[index]
        if isinstance(block, WordTable):
            if not (_is_signature_table(block, index) or _has_label(blocks, index)):
                break
            listing, last = False, index + 1
        elif block.text.strip():
            lines = _text_lines(blocks, index)
            if block.format.page_break_before or not lines:
                break
            if not all(_signs(line) or _is_listed(line, listing) for line in lines):
                break
            listing = _is_listing(blocks, index) or (listing and not any(map(is_filed, lines)))
            last = index + 1
    return last


def is_filed(line: Line) -> bool:
    """Whether the line is the last of a list of recipients (`- Lưu: VT.`)."""
    return line.folded.lstrip("-+*• ").startswith("lưu")


def _is_listed(line: Line, listing: bool) -> bool:
    return _is_label(line) or is_drafter(line) or (listing and recipients_end([line]) == 1)


def _is_listing(blocks: Sequence[WordBlock], index: int) -> bool:
    return any(_is_label(line) for line in _text_lines(blocks, index))


def _has_label(blocks: Sequence[WordBlock], index: int) -> bool:
    return any(_is_label(line) for line in _near(blocks, index))


def _signs(line: Line) -> bool:
    return (
        _is_title(line)
        or is_name(line)
        or SIGNED.match(line.folded) is not None
        or RULE.fullmatch(line.folded) is not None
        or (line.side > 0 and len(line.text) < _LONGEST_LINE)
    )


def _columns(blocks: Sequence[WordBlock], lines: Sequence[Line]) -> Iterator[list[int]]:
    """The lines of the foot by their index, each column of a table or of tabs by itself."""

    def group(at: int) -> int:
        """A table is a group by itself, and so are the paragraphs between two tables."""
        block = lines[at].block
        return block if isinstance(blocks[block], WordTable) else -1

    for _, indices in groupby(range(len(lines)), group):
        together = list(indices)
        for side in sorted({lines[at].side for at in together}):
            yield [at for at in together if lines[at].side == side]


def _claims(lines: Sequence[Line]) -> tuple[list[Component | None], list[Signing]]:
    """The components of one column's lines, and the signatures among them."""
    claims: list[Component | None] = [None] * len(lines)
    index = 0
    loose: list[int] = []
    while index < len(lines):
        line = lines[index]
        if _is_label(line):
            claims[index] = Component.RECIPIENTS_LABEL
            end = index + 1 + recipients_end(lines[index + 1 :])
            claims[index + 1 : end] = [Component.RECIPIENT] * (end - index - 1)
            index = end
            if index < len(lines) and is_drafter(lines[index]):
                claims[index] = Component.DRAFTER
                index += 1
            continue
        if RULE.fullmatch(line.folded):
            claims[index] = Component.RULE
        else:
            loose.append(index)
        index += 1
    signed = read_signatures([lines[at] for at in loose])
    for at, claim in zip(loose, signed.claims, strict=True):
        claims[at] = claim
    return claims, list(signed.signatures)


def _joined(before: list[Signing], found: list[Signing]) -> list[Signing]:
    """The signatures of one column after those of the others; a name alone joins its titles."""
    made = list(before)
    for one in found:
        nameless = next((at for at, other in enumerate(made) if not other.signature.name), None)
        if one.is_name_only and nameless is not None:
            other = made[nameless]
            named = replace(other.signature, name=one.signature.name)
            made[nameless] = Signing(named, (*other.lines, *one.lines))
        else:
            made.append(one)
    return made
