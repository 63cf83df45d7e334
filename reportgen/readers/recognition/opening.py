"""The head of a document: where it ends, and which component each of its lines is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from reportgen.readers.recognition.addressing import addressing_lines
from reportgen.readers.recognition.anatomy import Component
from reportgen.readers.recognition.letterhead import letterhead_components, letterhead_end
from reportgen.readers.recognition.lines import Line, is_anchor, lines_of, table_size
from reportgen.readers.recognition.title import is_kind, title_components
from reportgen.readers.recognition.words import ADDRESSING, APPENDIX, URGENCIES
from reportgen.readers.word.model import WordBlock, WordParagraph, WordTable

_MOST_LINES = 120
_MOST_CELLS = 60
_MOST_BEFORE_KIND = 6  # lines that no component claims, such as `DỰ THẢO`


@dataclass(frozen=True, slots=True)
class Opening:
    """`lines` of the first `blocks` blocks, each with its component; None: text of the body."""

    lines: tuple[tuple[Line, Component | None], ...] = ()
    blocks: int = 0

    def of(self, component: Component) -> tuple[Line, ...]:
        """The lines of one component."""
        return tuple(line for line, claimed in self.lines if claimed is component)


def read_opening(blocks: Sequence[WordBlock]) -> Opening:
    """Letterhead, title and addressees at the top of `blocks`; empty where there is none."""
    lines = list(islice(_top_lines(blocks), _MOST_LINES))
    claims: list[Component | None] = [None] * len(lines)
    head = letterhead_end(lines)
    claims[:head] = letterhead_components(lines[:head])
    end = head
    kind = _kind_at(lines, head)
    if kind is not None:
        titled = title_components(lines[kind:])
        claims[kind : kind + len(titled)] = titled
        end = kind + len(titled)
    found = addressing_lines(lines[end:]) if head or kind is not None else []
    claims[end : end + len(found)] = found
    end += len(found)
    if not any(claims):
        return Opening()
    used = lines[end - 1].block + 1
    end = next((at for at in range(end, len(lines)) if lines[at].block >= used), len(lines))
    return Opening(tuple(zip(lines[:end], claims[:end], strict=True)), used)


def _top_lines(blocks: Sequence[WordBlock]) -> Iterator[Line]:
    """Lines from the top, down to the first table that lays out no head and appendix."""
    for index, block in enumerate(islice(blocks, _MOST_LINES)):
        found = list(lines_of(block, index)) if not _is_large(block) else []
        if isinstance(block, WordTable) and not any(map(_lays_out_head, found)):
            return
        if isinstance(block, WordParagraph) and index and _begins_appendix(block):
            return
        yield from found


def _is_large(block: WordBlock) -> bool:
    return isinstance(block, WordTable) and table_size(block) > _MOST_CELLS


def _lays_out_head(line: Line) -> bool:
    return (
        is_anchor(line)
        or is_kind(line)
        or line.bare in URGENCIES
        or ADDRESSING.match(line.folded) is not None
    )


def _begins_appendix(paragraph: WordParagraph) -> bool:
    text = paragraph.text
    return len(text) < 60 and APPENDIX.fullmatch(" ".join(text.casefold().split())) is not None


def _kind_at(lines: Sequence[Line], head: int) -> int | None:
    """Where the name of the kind stands: soon below the letterhead, or at the top without one."""
    for at in range(head, min(len(lines), head + _MOST_BEFORE_KIND)):
        if is_kind(lines[at]):
            return at
        if len(lines[at].text) > 120 or ADDRESSING.match(lines[at].folded):
            return None
    return None
