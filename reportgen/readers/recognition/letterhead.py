"""Components 1 to 4 and 5b, urgency and circulation: the lines above the title."""

from collections.abc import Sequence

from reportgen.readers.recognition.anatomy import Component
from reportgen.readers.recognition.lines import Line, is_anchor
from reportgen.readers.recognition.title import is_kind
from reportgen.readers.recognition.words import (
    ABOUT,
    ADDRESSING,
    AGENCY,
    BASIS,
    CIRCULATION,
    DRAFT,
    MOTTO_WORDS,
    NATIONAL,
    NUMBER,
    PARTY,
    PLACE_AND_DATE,
    RULE,
    URGENCIES,
)

_LONGEST = 160  # characters of a line that may stand between two anchors
_MOST_BETWEEN = 10
_LONGEST_NAME = 120
_MOST_NAMES = 6


def letterhead_end(lines: Sequence[Line]) -> int:
    """How many of the first lines are the letterhead; 0 where there is none."""
    end = between = 0
    for index, line in enumerate(lines):
        if is_anchor(line):
            end, between = index + 1, 0
        elif _is_below(line) or between >= _MOST_BETWEEN:
            break
        elif not ABOUT.match(line.folded):
            between += 1
    while 0 < end < len(lines) and _goes_on(lines[end - 1], lines[end]):
        end += 1
    return end


def _is_below(line: Line) -> bool:
    """Whether the letterhead has ended above the line."""
    if line.in_table:
        return False
    if is_kind(line) or ADDRESSING.match(line.folded) or BASIS.match(line.folded):
        return True
    return len(line.text) > _LONGEST and not ABOUT.match(line.folded)


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a line after the last anchor still belongs to the letterhead."""
    if line.in_table:
        return line.block == last.block
    marked = line.bare in URGENCIES or CIRCULATION.fullmatch(line.folded)
    return bool(marked or RULE.fullmatch(line.folded) or ABOUT.match(line.folded) or not line.text)


def letterhead_components(lines: Sequence[Line]) -> list[Component | None]:
    """The component of each line of a letterhead; None for one that belongs to none."""
    claims: list[Component | None] = []
    for index, line in enumerate(lines):
        claim = _by_words(line)
        if claim in claims and claim not in (Component.RULE, Component.CIRCULATION):
            claim = None
        if claim is None and _continues_subject(lines, claims, index):
            claim = Component.LETTER_SUBJECT
        claims.append(claim)
    names = _names(lines, claims)
    first = _first_of_issuer([lines[index] for index in names])
    for order, index in enumerate(names):
        claims[index] = Component.SUPERIOR if order < first else Component.ISSUER
    return claims


def _by_words(line: Line) -> Component | None:
    """The component that the words alone tell."""
    if line.bare in (NATIONAL, PARTY):
        return Component.NATIONAL_NAME
    if line.bare == MOTTO_WORDS:
        return Component.MOTTO
    if line.bare in URGENCIES and line.in_capitals:
        return Component.URGENCY
    for pattern, component in (
        (RULE, Component.RULE),
        (NUMBER, Component.NUMBER),
        (PLACE_AND_DATE, Component.PLACE_AND_DATE),
        (CIRCULATION, Component.CIRCULATION),
    ):
        if pattern.fullmatch(line.folded):
            return component
    return Component.LETTER_SUBJECT if ABOUT.match(line.folded) else None


def _continues_subject(
    lines: Sequence[Line], claims: Sequence[Component | None], index: int
) -> bool:
    """Whether a line goes on with the subject of a letter above it in its column."""
    line = lines[index]
    above = [
        claims[before]
        for before in range(index)
        if lines[before].side == line.side and lines[before].in_table == line.in_table
    ]
    return bool(
        above and above[-1] is Component.LETTER_SUBJECT and line.text and not line.in_capitals
    )


def _names(lines: Sequence[Line], claims: Sequence[Component | None]) -> list[int]:
    """The lines that name the superior and the issuer: those above the number in its column."""
    number = next((at for at, claim in enumerate(claims) if claim is Component.NUMBER), len(lines))
    side = lines[number].side if number < len(lines) else None
    found = [
        index
        for index, line in enumerate(lines[:number])
        if claims[index] is None
        and (side is None or line.side == side or not _is_parted(lines, line))
        and _may_be_name(line)
    ]
    return found[:_MOST_NAMES]


def _is_parted(lines: Sequence[Line], line: Line) -> bool:
    """Whether the letterhead has columns where the line stands."""
    return any(other.block == line.block and other.side != line.side for other in lines)


def _may_be_name(line: Line) -> bool:
    if not line.text or len(line.text) > _LONGEST_NAME or DRAFT.fullmatch(line.folded):
        return False
    return line.in_capitals or AGENCY.match(line.folded) is not None


def _first_of_issuer(names: Sequence[Line]) -> int:
    """How many of the names are the superior's: set lighter, else above a body's own name."""
    weights = [line.is_bold for line in names]
    if any(weights) and not all(weights):
        return weights.index(True)
    own = [index for index, line in enumerate(names) if AGENCY.match(line.folded)]
    return own[-1] if own else 0
