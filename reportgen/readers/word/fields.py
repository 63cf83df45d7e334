"""Fields: what is an instruction, and what is the text that it produced (ECMA-376 §17.16)."""

from dataclasses import dataclass, field

_DEEPEST = 20  # fields within each other; Word itself stops there


@dataclass(slots=True)
class _Field:
    parts: list[str] = field(default_factory=list)
    in_result: bool = False

    @property
    def instruction(self) -> str:
        return " ".join("".join(self.parts).split())


@dataclass(slots=True)
class Fields:
    """The fields that are open where the reader stands; they may run over several paragraphs.

    `closed`: every field of the story has its end. Where one has not, nothing is taken for an
    instruction that is not marked as one, so that no text is lost.
    """

    closed: bool = True
    _open: list[_Field] = field(default_factory=list)
    _too_deep: int = 0

    def mark(self, kind: str) -> None:
        """Take in a w:fldChar: begin, separate or end."""
        if kind == "begin" and len(self._open) >= _DEEPEST:
            self._too_deep += 1
        elif kind == "begin":
            self._open.append(_Field())
        elif kind == "end" and self._too_deep:
            self._too_deep -= 1
        elif self._open and kind == "separate":
            self._open[-1].in_result = True
        elif self._open and kind == "end":
            self._open.pop()

    def open(self, instruction: str) -> None:
        """Begin a field whose result follows at once."""
        self._open.append(_Field([instruction], in_result=True))

    def instruct(self, text: str) -> None:
        """Take in a part of an instruction, be it the result of a field within it."""
        for one in reversed(self._open):
            if not one.in_result:
                one.parts.append(text)
                return

    @property
    def prints(self) -> bool:
        """Whether text here is printed, not part of an instruction."""
        return not self.closed or all(one.in_result for one in self._open)

    @property
    def instruction(self) -> str:
        """That of the innermost field whose result this is, '' outside of fields."""
        for one in reversed(self._open):
            if one.in_result:
                return one.instruction
        return ""

    @property
    def link(self) -> str:
        """Where a HYPERLINK field around leads: an address, or `#` and a bookmark."""
        for one in reversed(self._open):
            words = one.instruction.split() if one.in_result else []
            if words and words[0].upper() == "HYPERLINK":
                return _address(words[1:])
        return ""


def _address(words: list[str]) -> str:
    address, anchor, is_anchor = "", "", False
    for word in words:
        if word.startswith("\\"):
            is_anchor = word == "\\l"
        elif is_anchor:
            anchor, is_anchor = word.strip('"'), False
        elif not address:
            address = word.strip('"')
    return f"{address}#{anchor}" if anchor else address
