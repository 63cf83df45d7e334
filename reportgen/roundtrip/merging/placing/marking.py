"""Signs put into source texts that tell, in what is printed from them, where each word is typed.

Every word gets a sign of Unicode's private planes before it, every formula
one before and one behind. No rule of templates or Markdown looks at such signs; they are printed
like letters, and so lead from the document back to the file.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.roundtrip.merging.placing.passages import Passage, TemplateBlock

FIRST, LAST = 0xF0000, 0x10FFFD
MARK = re.compile(f"[{chr(FIRST)}-{chr(LAST)}]")
_FORMULA = r"""\{\{(?:"[^"]*"|'[^']*'|(?!\}\}).)*?\}\}"""
_PARTS = re.compile(
    rf"(?P<formula>(?<!\\){_FORMULA})|(?P<skip>\{{%.*?%\}}|\{{\#.*?\#\}}|\[\^[^\[\]\n]+\]:?"
    r"|<https?://[^\s<>]+>|!\[\]\([^)\n]*\)|^[ \t]*\#{1,6}\.?[ \t]+\[[^\]\n]*\]|\\.[^\W_]*)"
    r"|(?P<word>(?<![^\W_])(?![IVXLC]+\.)(?:[^\W_]{3,}|[^\W_]{2}(?![\w).])))",
    re.MULTILINE | re.DOTALL,
)
_UNMARKED_FORMULA = re.compile(r"super\s*\(|bieu_do|bang_so_sanh")


@dataclass(frozen=True, slots=True)
class Spot:
    """A character of a source file."""

    path: Path
    offset: int


@dataclass(frozen=True, slots=True)
class TypedFormula:
    """A formula as typed, braces included."""

    path: Path
    start: int
    end: int
    source: str


@dataclass(slots=True)
class Marks:
    """What each sign stands for: a word's beginning, a formula (its end), a block's edge."""

    words: dict[str, Spot] = field(default_factory=dict)
    formulas: dict[str, TypedFormula] = field(default_factory=dict)
    ends: dict[str, TypedFormula] = field(default_factory=dict)
    edges: dict[str, tuple[TemplateBlock, bool]] = field(default_factory=dict)
    _next: int = FIRST

    def new(self) -> str:
        """An unused sign; "" where none is left."""
        if self._next > LAST or self._next & 0xFFFE == 0xFFFE:
            self._next += 2
        if self._next > LAST:
            return ""
        self._next += 1
        return chr(self._next - 1)


def marked(
    path: Path,
    text: str,
    passages: Iterable[Passage],
    marks: Marks,
    blocks: Iterable[TemplateBlock] = (),
) -> str:
    """The text with signs in its passages, and at the edges of blocks that stand within a line."""
    inserts: list[tuple[int, str]] = []
    for passage in passages:
        for part in _PARTS.finditer(text, passage.start, passage.end):
            if part["formula"] and not _UNMARKED_FORMULA.search(part[0]):
                formula = TypedFormula(path, part.start(), part.end(), part[0])
                first, last = marks.new(), marks.new()
                if last:
                    marks.formulas[first], marks.ends[last] = formula, formula
                    inserts += [(part.start(), first), (part.end(), last)]
            elif part["word"] and (sign := marks.new()):
                marks.words[sign] = Spot(path, part.start())
                inserts.append((part.start(), sign))
    for block in blocks:
        if block.inline:
            for at, begins in ((block.start, True), (block.end, False)):
                if sign := marks.new():
                    marks.edges[sign] = block, begins
                    inserts.append((at, sign))
    pieces: list[str] = []
    done = 0
    for at, sign in sorted(inserts, key=lambda one: one[0]):
        pieces += [text[done:at], sign]
        done = at
    return "".join([*pieces, text[done:]])
