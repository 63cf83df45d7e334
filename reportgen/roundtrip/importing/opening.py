"""What an official text begins with: the authority, the legal bases, `QUYẾT ĐỊNH:`."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.document.inlines import plain_text
from reportgen.document.tree import (
    Block,
    Blocks,
    Inlines,
    LineBreak,
    NoteReference,
    Paragraph,
    Role,
)
from reportgen.roundtrip.importing.wording import Writer

_END_MARKS = " \t;,."  # what the list of bases sets by itself


@dataclass(frozen=True, slots=True)
class Opening:
    """`bases` as typed, one each; `authority` the line above them that decides by them.

    `rest` is the body without all of these, and without the word of command where there is an
    `authority`.
    """

    rest: Blocks
    bases: tuple[str, ...] = ()
    authority: Inlines = ()


def opening_of(body: Blocks, command: str, writer: Writer) -> Opening:
    """The body's opening as far as a dossier's keys print the very same; else all is `rest`.

    `command` is the word that ends a decision's opening (`QUYẾT ĐỊNH:`), "" for other kinds.
    """
    authority = _centred_line(body[0]) if command and body else ()
    first = 1 if authority else 0
    end = first
    while end < len(body) and isinstance(one := body[end], Paragraph) and one.role is Role.BASIS:
        end += 1
    bases = _bases(body[first:end], writer)
    if not authority:
        return Opening(body[end:], bases) if bases else Opening(body)
    word = plain_text(_centred_line(body[end])) if end < len(body) else ""
    if not bases or " ".join(word.split()) != command:
        return Opening(body)
    return Opening(body[end + 1 :], bases, authority)


def _centred_line(block: Block) -> Inlines:
    """The text of a centred paragraph of one line without notes; () for any other."""
    if not isinstance(block, Paragraph) or block.role is not Role.CENTERED or block.label:
        return ()
    whole = not any(isinstance(one, LineBreak | NoteReference) for one in block.inlines)
    return block.inlines if whole else ()


def _bases(blocks: Sequence[Block], writer: Writer) -> tuple[str, ...]:
    """The bases as typed; () where one of them would be printed otherwise from a list."""
    found: list[str] = []
    for number, one in enumerate(blocks):
        if not isinstance(one, Paragraph) or one.label:
            return ()
        if any(isinstance(x, LineBreak | NoteReference) for x in one.inlines):
            return ()
        typed = writer.line(one.inlines).strip()
        bare = typed.rstrip(_END_MARKS)
        if not bare or typed != bare + (";" if number + 1 < len(blocks) else "."):
            return ()
        found.append(bare)
    return tuple(found)
