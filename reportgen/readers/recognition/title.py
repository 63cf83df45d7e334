"""Component 5a: the kind, the subject below it, and the line in brackets that names the period."""

from collections.abc import Sequence

from reportgen.document.tree import Alignment
from reportgen.readers.recognition.anatomy import Component
from reportgen.readers.recognition.label_shapes import read_label
from reportgen.readers.recognition.lines import Line
from reportgen.readers.recognition.words import (
    ADDRESSING,
    ATTACHED,
    BASIS,
    DECISION_WORD,
    HEAD_OF_AGENCY,
    ITEM,
    KIND_NAMES,
    PERIOD,
    RULE,
)

_LONGEST = 700


def is_kind(line: Line) -> bool:
    """Whether the line is the name of a kind (Điều 7), alone and in capitals."""
    return line.bare in KIND_NAMES and line.in_capitals and not line.text.endswith(":")


def title_components(lines: Sequence[Line]) -> list[Component]:
    """The components of the lines from the kind (the first) to the title's last."""
    claims = [Component.KIND]
    closed = bool(lines[0].of.rules) and not _same_paragraph(lines, 0)
    for index, line in enumerate(lines[1:], 1):
        if RULE.fullmatch(line.folded):
            claims.append(Component.RULE)
            closed = closed or Component.SUBJECT in claims
            continue
        if not line.text:
            claims.append(Component.RULE)
            closed = closed or Component.SUBJECT in claims
            continue
        if PERIOD.fullmatch(line.folded) and Component.PERIOD not in claims:
            claims.append(Component.PERIOD)
        elif not closed and _is_subject(lines, index, claims):
            claims.append(Component.SUBJECT)
        else:
            break
        if line.of.rules and not _same_paragraph(lines, index):
            closed = True
    return claims


def _same_paragraph(lines: Sequence[Line], index: int) -> bool:
    """Whether the next line stands in the paragraph of this one."""
    return index + 1 < len(lines) and lines[index + 1].of is lines[index].of


def _is_subject(lines: Sequence[Line], index: int, claims: Sequence[Component]) -> bool:
    line = lines[index]
    if _begins_text(line):
        return False
    if Component.SUBJECT not in claims:
        return line.text[-1] not in ":;" and (
            _is_set_as_title(line) or line.text[-1] != "." or lines[index - 1].of is line.of
        )
    before = lines[index - 1]
    if before.of is line.of:
        return True
    if HEAD_OF_AGENCY.match(line.folded) and line.in_capitals and not before.in_capitals:
        return False
    return _is_set_as_title(line) and before.is_bold == line.is_bold and line.text[-1] not in ":;"


def _begins_text(line: Line) -> bool:
    """Whether the words say that the line is below the title."""
    folded = line.folded
    return (
        len(line.text) > _LONGEST
        or bool(line.part.label)
        or read_label(line.text) is not None
        or DECISION_WORD.fullmatch(folded) is not None
        or any(pattern.match(folded) for pattern in (ADDRESSING, BASIS, ITEM, ATTACHED))
    )


def _is_set_as_title(line: Line) -> bool:
    return line.of.format.alignment is Alignment.CENTER
