"""A printed piece with the place in the sources of each of its signs."""

import re
from dataclasses import dataclass, field

from reportgen.roundtrip.merging.placing.marking import Spot, TypedFormula
from reportgen.roundtrip.merging.placing.passages import TemplateBlock
from reportgen.roundtrip.merging.placing.printed import Sign
from reportgen.vietnamese.text import split_superscripts

# What stands in a source between two signs that are printed side by side.
_UNPRINTED = re.compile(
    r"[*\\<>|]|[ \t]*\n[ \t]*|\[\^[^\[\]\n]+\]|\{%.*?%\}|\{#.*?#\}|[ \t]+", re.DOTALL
)
_LOOK_BACK = 80


@dataclass(frozen=True, slots=True)
class Value:
    """A formula with what it printed: `start` to `end` of the piece's signs."""

    formula: TypedFormula
    start: int
    end: int


@dataclass(slots=True)
class Traced:
    """A piece's signs, where each is typed (None: not known), the formulas among them.

    `edges`: blocks that stand within the line, with the sign where they begin or end.
    """

    signs: list[Sign]
    spots: list[Spot | None]
    values: list[Value] = field(default_factory=list)
    edges: list[tuple[TemplateBlock, bool, int]] = field(default_factory=list)

    def value_at(self, index: int) -> Value | None:
        """The formula that printed a sign."""
        return next((one for one in self.values if one.start <= index < one.end), None)

    @property
    def spot(self) -> Spot | None:
        """Where the first sign is typed whose place is known."""
        return next((one for one in self.spots if one is not None), None) or next(
            (Spot(one.formula.path, one.formula.start) for one in self.values), None
        )


def follow(traced: Traced, start: int, end: int, spot: Spot, text: str) -> None:
    """Tell the signs from `start` to `end`, the first of which is typed at `spot` or behind it."""
    at = spot.offset
    for index in range(start, end):
        sign = traced.signs[index]
        if sign.note or sign.value == "\n":
            continue
        reached = _next_printed(sign, text, at)
        if reached is None:
            return
        traced.spots[index] = Spot(spot.path, reached)
        at = reached + 1


def _next_printed(sign: Sign, text: str, at: int) -> int | None:
    """Where the sign is typed from `at` on, with nothing but unprinted signs before it."""
    for _ in range(60):
        if at >= len(text):
            return None
        if _prints(text[at], sign) and not (text[at] in "*\\" and _is_markup(text, at)):
            return at
        if text.startswith("^[", at):
            at = _note_end(text, at)
            continue
        skipped = _UNPRINTED.match(text, at)
        if skipped is None:
            return None
        if sign.value == " " and "\n" in skipped[0]:
            return at + skipped[0].index("\n")
        at = skipped.end()
    return None


def _is_markup(text: str, at: int) -> bool:
    """Whether a star or backslash is one of the dialect's signs and not printed."""
    if text[at] == "\\":
        return text[at + 1 : at + 2] in ("*", "[", "]", "^", "<", "|", "\\", "{", "#")
    inner = text[at + 1 : at + 2]
    before = text[at - 1 : at] if at else " "
    return not (before.isalnum() and inner.isalnum()) and not (
        before.isdigit() or (before.isspace() and inner.isspace())
    )


def _note_end(text: str, at: int) -> int:
    depth = 0
    for index in range(at + 1, len(text)):
        if text[index] == "\\":
            continue
        depth += {"[": 1, "]": -1}.get(text[index], 0)
        if depth == 0:
            return index + 1
    return len(text)


def _prints(typed: str, sign: Sign) -> bool:
    if typed == sign.value:
        return True
    if sign.look[2]:
        raised = split_superscripts(f"⁽{typed}⁾" if typed.isdigit() else "⁽¹⁾")
        return typed in "⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹" and bool(raised) and _lowered(typed) == sign.value
    return False


def _lowered(typed: str) -> str:
    return typed.translate(str.maketrans("⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹", "()0123456789"))


def follow_back(traced: Traced, first: int, spot: Spot, text: str) -> None:
    """Tell the signs before the first one whose place is known, from there backwards."""
    at = spot.offset - 1
    for index in range(first - 1, -1, -1):
        sign = traced.signs[index]
        if sign.note or sign.value == "\n":
            return
        low = max(0, spot.offset - _LOOK_BACK)
        while at >= low and not _prints(text[at], sign) and text[at] in "*\\<[^":
            at -= 1
        if at < low or not _prints(text[at], sign):
            return
        traced.spots[index] = Spot(spot.path, at)
        at -= 1
