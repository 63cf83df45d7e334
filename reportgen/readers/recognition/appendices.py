"""Appendices: where each begins, and its label, title and `Kèm theo` line (Phụ lục I, III.1)."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from reportgen.document.tree import Alignment
from reportgen.readers.recognition.anatomy import Component
from reportgen.readers.recognition.label_shapes import read_label
from reportgen.readers.recognition.lines import Line, is_anchor, lines_of, table_size
from reportgen.readers.recognition.title import is_kind
from reportgen.readers.recognition.words import (
    ADDRESSING,
    APPENDIX,
    ATTACHED,
    BASIS,
    ITEM,
    RULE,
    in_capitals,
    typed_end,
)
from reportgen.readers.word.model import WordBlock, WordParagraph, WordTable, paragraphs_of

_LONGEST = 300
_MOST_HEAD_LINES = 30
_MOST_CELLS = 12
_FARTHEST_SIGN = 14  # lines of an attached document within which its kind must stand


@dataclass(frozen=True, slots=True)
class AppendixHead:
    """`lines` of the first `blocks` blocks of an appendix; None: text of the appendix."""

    lines: tuple[tuple[Line, Component | None], ...]
    blocks: int

    def of(self, component: Component) -> tuple[Line, ...]:
        """The lines of one component."""
        return tuple(line for line, claimed in self.lines if claimed is component)


def labelled_starts(blocks: Sequence[WordBlock], start: int) -> list[int]:
    """The blocks from `start` on that look like the label of an appendix on a page of its own."""
    return [
        index
        for index in range(start, len(blocks))
        if (line := _label_line(blocks[index], index)) is not None
        and (_is_set_as_head(line) if _is_bare_label(line) else _begins_page(blocks, index))
    ]


def starts_after(blocks: Sequence[WordBlock], closing: int) -> list[int]:
    """Where appendices begin below the foot, which ended before block `closing`.

    Below it any label begins one, and so does a whole document that is attached.
    """
    found = []
    first = True
    for index in range(closing, len(blocks)):
        if _is_blank(blocks[index]):
            continue
        line = _label_line(blocks[index], index)
        labelled = line is not None and (
            _is_bare_label(line)
            or _begins_page(blocks, index)
            or _is_set_as_head(line)
            or in_capitals(appendix_label(line)[1])
        )
        if labelled or ((first or _begins_page(blocks, index)) and _is_attached(blocks, index)):
            found.append(index)
        first = False
    return found


def read_head(blocks: Sequence[WordBlock]) -> AppendixHead:
    """The lines at the top of an appendix, each with its component."""
    lines = list(islice(_head_lines(blocks), _MOST_HEAD_LINES))
    start = next((at for at, line in enumerate(lines) if _opens(line)), None)
    if start is None:
        return AppendixHead((), 0)
    claims: list[Component | None] = [None] * start
    for index in range(start, len(lines)):
        claim = _claim(lines, index, claims)
        if claim is None:
            break
        claims.append(claim)
    used = lines[len(claims) - 1].block + 1
    end = next((at for at in range(len(claims), len(lines)) if lines[at].block >= used), len(lines))
    claims += [None] * (end - len(claims))
    return AppendixHead(tuple(zip(lines[:end], claims, strict=True)), used)


def _head_lines(blocks: Sequence[WordBlock]) -> list[Line]:
    lines: list[Line] = []
    for index, block in enumerate(blocks[:_MOST_HEAD_LINES]):
        if isinstance(block, WordTable):
            found = list(lines_of(block, index)) if table_size(block) <= _MOST_CELLS else []
            if not any(is_anchor(line) or _opens(line) for line in found):
                break
            lines += found
        else:
            lines += lines_of(block, index)
    return lines


def _opens(line: Line) -> bool:
    return APPENDIX.fullmatch(line.folded) is not None or is_kind(line)


def _claim(
    lines: Sequence[Line], index: int, claims: Sequence[Component | None]
) -> Component | None:
    line = lines[index]
    if Component.APPENDIX_LABEL not in claims and APPENDIX.fullmatch(line.folded):
        return Component.APPENDIX_LABEL
    if RULE.fullmatch(line.folded) or not line.text:
        return Component.RULE
    unclosed = bool(claims) and claims[-1] is Component.ATTACHED_TO
    if ATTACHED.match(line.folded) or (unclosed and not _is_closed(lines[:index])):
        return Component.ATTACHED_TO
    return Component.APPENDIX_TITLE if _is_title(line, claims) else None


def _is_title(line: Line, claims: Sequence[Component | None]) -> bool:
    """Whether a line below the label goes on with the title: the first, or one set like it."""
    if Component.ATTACHED_TO in claims or not _may_be_title(line):
        return False
    if Component.APPENDIX_TITLE not in claims:
        return True
    set_apart = line.of.format.alignment is Alignment.CENTER or line.is_bold or line.in_capitals
    return set_apart and Component.RULE not in claims


def _is_closed(above: Sequence[Line]) -> bool:
    """Whether the bracket that the `Kèm theo` line opens is closed in the lines so far."""
    text = above[-1].text
    begun = any(ATTACHED.match(line.folded) and line.text[0] == "(" for line in above)
    return not begun or text.endswith(")")


def _may_be_title(line: Line) -> bool:
    return (
        len(line.text) < _LONGEST
        and line.text[-1] not in ".;:"
        and read_label(line.text) is None
        and not line.part.label
        and not any(pattern.match(line.folded) for pattern in (ADDRESSING, BASIS, ITEM))
    )


def _label_line(block: WordBlock, index: int) -> Line | None:
    """The first line of a block, where it is an appendix's label."""
    if isinstance(block, WordTable):
        if table_size(block) > _MOST_CELLS or block.bordered:
            return None
        if sum(len(one.text) for one in paragraphs_of((block,))) > _LONGEST * 3:
            return None
        found = [line for line in lines_of(block, index) if _is_bare_label(line)]
        return found[0] if found else None
    if "ph" not in block.text[:40].casefold() or block.label:
        return None
    line = next((one for one in lines_of(block, index) if one.text), None)
    if line is None or len(line.text) > _LONGEST:
        return None
    return line if APPENDIX.fullmatch(line.folded) else None


def appendix_label(line: Line) -> tuple[str, str]:
    """The label of an appendix as typed, and the title that goes on in its line."""
    match = APPENDIX.fullmatch(line.folded)
    if match is None or not match["title"]:
        return line.typed, ""
    end = typed_end(line.typed, match.start("title"))
    return line.typed[:end].strip(), line.typed[end:].strip()


def _is_bare_label(line: Line) -> bool:
    match = APPENDIX.fullmatch(line.folded)
    return match is not None and not match["title"]


def _is_set_as_head(line: Line) -> bool:
    looks = line.of.format
    return (
        looks.alignment in (Alignment.CENTER, Alignment.RIGHT)
        or looks.page_break_before
        or line.is_bold
        or "\f" in line.of.text
    )


def _begins_page(blocks: Sequence[WordBlock], index: int) -> bool:
    """Whether a page or a section begins at the block."""
    own = next(paragraphs_of((blocks[index],)), None)
    if own is None:
        return False
    if own.format.page_break_before or own.text.lstrip(" \t\n").startswith("\f"):
        return True
    for above in range(index - 1, max(index - 6, -1), -1):
        last = next(iter(deque(paragraphs_of((blocks[above],)), maxlen=1)), None)
        if last is None:
            continue
        if last.place.section != own.place.section or last.text.rstrip(" ").endswith("\f"):
            return True
        if last.text.strip():
            return False
    return False


def _is_blank(block: WordBlock) -> bool:
    return isinstance(block, WordParagraph) and not block.text.strip()


def _is_attached(blocks: Sequence[WordBlock], index: int) -> bool:
    """Whether a document with a kind of its own, said to be attached, begins at the block."""
    lines = list(islice(_head_lines(blocks[index : index + _FARTHEST_SIGN]), _FARTHEST_SIGN))
    kind = any(is_kind(line) for line in lines)
    return kind and any(ATTACHED.match(line.folded) or is_anchor(line) for line in lines)
