"""Component 9a: `Kính gửi:` (or `… điện:`) and those that it names."""

from collections.abc import Sequence

from reportgen.readers.recognition.anatomy import Component
from reportgen.readers.recognition.lines import Line
from reportgen.readers.recognition.words import ADDRESSING, BASIS, ITEM, RULE

_LONGEST = 200
_FARTHEST = 3  # lines between the head and `Kính gửi`, such as rules


def addressing_lines(lines: Sequence[Line]) -> list[Component | None]:
    """The components of the first lines, down to the last addressee; [] where there is none."""
    start = next(
        (at for at, line in enumerate(lines[:_FARTHEST]) if _opens(line)),
        None,
    )
    if start is None:
        return []
    claims: list[Component | None] = [
        Component.RULE if RULE.fullmatch(line.folded) else None for line in lines[:start]
    ]
    claims.append(Component.ADDRESSING)
    previous = _after_word(lines[start])
    for line in lines[start + 1 :]:
        if not _is_addressee(line, previous):
            break
        claims.append(Component.ADDRESSEE)
        previous = line.text
    return claims if previous else []


def _opens(line: Line) -> bool:
    if line.part.label or len(line.text) >= 4 * _LONGEST:
        return False
    return ADDRESSING.match(line.folded) is not None


def _after_word(line: Line) -> str:
    """What stands after `Kính gửi:` on its line."""
    word = ADDRESSING.match(line.folded)
    return line.folded[word.end() :].strip(" :") if word else ""


def _is_addressee(line: Line, previous: str) -> bool:
    if not line.text or len(line.text) > _LONGEST or BASIS.match(line.folded):
        return False
    if not previous:
        return True
    if previous.endswith("."):
        return False
    listed = ITEM.match(line.folded) or line.part.label
    return bool(listed) if previous[-1] not in ";," else True
