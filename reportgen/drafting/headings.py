"""The heading line that a block begins with, and what follows it."""

import re
from dataclasses import dataclass

from reportgen.drafting.wording import Block, Formula, Literal, Node, Wording, bodies, written

_MARKER = re.compile(r"#{1,6}[ \t]+(?:\[[^\]\n]*\][ \t]*)?")
_NUMBERED = re.compile(r"#{1,6}\.[ \t]+(?:\[[^\]\n]*\][ \t]*)?")


@dataclass(frozen=True, slots=True)
class Heading:
    """`## Tiêu đề`; where `title` is None, the mark of a numbered paragraph (`##. Đoạn văn…`)."""

    marker: str
    title: Wording | None

    @property
    def runs_in(self) -> bool:
        """Whether the text goes on in the heading's own paragraph."""
        last = self.title[-1] if self.title else None
        return isinstance(last, Literal) and last.text.rstrip().endswith(":")

    def followed_by(self, text: Wording) -> Wording:
        """The heading with its text, in the heading's paragraph or in one of its own."""
        if self.title is None:
            return written(self.marker, text)
        return written(self.marker, self.title, "\n" if self.runs_in else "\n\n", text)

    def retitled(self, title: Wording) -> "Heading":
        """The heading with another title; an explicit label in the new title replaces the old."""
        first = title[0] if title else None
        labelled = isinstance(first, Literal) and first.text.lstrip().startswith("[")
        marker = self.marker.split("[")[0] if labelled else self.marker
        return Heading(marker, title)


def split_heading(body: Wording) -> tuple[Heading, Wording] | None:
    """The heading that a block's body begins with (after blank lines), and the rest of the body."""
    start = 0
    while start < len(body) and _is_blank(body[start]):
        start += 1
    first = body[start] if start < len(body) else None
    if not isinstance(first, Literal):
        return None
    text = first.text.lstrip()
    rest = body[start + 1 :]
    if match := _NUMBERED.match(text):
        return Heading(match[0], None), written(text[match.end() :], rest)
    if match := _MARKER.match(text):
        title, rest = _split_line(written(text[match.end() :], rest))
        return Heading(match[0], title), rest
    return None


def _is_blank(node: Node) -> bool:
    return isinstance(node, Literal) and not node.text.strip()


def _split_line(wording: Wording) -> tuple[Wording, Wording]:
    """What stands before and after the first line end."""
    for index, node in enumerate(wording):
        if isinstance(node, Literal) and "\n" in node.text:
            head, _, tail = node.text.partition("\n")
            return written(wording[:index], head), written(tail, wording[index + 1 :])
    return wording, ()


def margins(body: Wording) -> tuple[str, str]:
    """The white space that a body begins and ends with."""
    text = "".join(_visible(node) for node in body)
    stripped = text.strip()
    if not stripped:
        return "", text
    start = text.index(stripped)
    return text[:start], text[start + len(stripped) :]


def _visible(node: Node) -> str:
    """The text of a node as far as white space goes: a formula is never blank."""
    match node:
        case Literal(text):
            return text
        case Formula():
            return "x"
        case Block():
            return "".join(_visible(inner) for inner in node.body)
        case _:
            return "x" if bodies(node) else ""
