"""Words of a document changed, and sentences put into it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from random import Random
from typing import Any

from support.manuscripts import block, table
from support.mutations.clean import Clean
from support.mutations.planting import Plant, Planted

from reportgen.document.tree import (
    Block,
    Document,
    Heading,
    Note,
    NoteReference,
    Paragraph,
    Text,
)

Change = Callable[[re.Match[str], Random], str | None]
Drawn = tuple[str, str, str]
"""The right lines, the wrong lines, and the words of the wrong ones that must be found."""


def altering(pattern: str, change: Change, words: Callable[[str], str] = str) -> Plant:
    """Plants by changing a match of `pattern` somewhere in body, appendices, tables or notes.

    `change` gives the wrong words, None where this match will not do; `words` cuts from them what
    must be found.
    """
    search = re.compile(pattern)

    def plant(clean: Clean, rng: Random) -> Planted | None:
        document = clean.document
        matches = [
            (index, match)
            for index, text in enumerate(_texts(_running(document)))
            for match in search.finditer(text)
        ]
        rng.shuffle(matches)
        for index, match in matches:
            wrong = change(match, rng)
            if wrong is not None and wrong != match[0]:
                whole = match.string[: match.start()] + wrong + match.string[match.end() :]
                after = _with_text(document, index, whole)
                return Planted(clean.subject, clean.with_document(after), words(wrong))
        return None

    return plant


def adding(pair: Callable[[Random], Drawn]) -> Plant:
    """Plants by putting paragraphs into the body: `pair` gives the right and the wrong ones, a
    line each, and the words of the wrong ones that must be found. `[^ ]` in a line is the mark of
    a note, whose text is the last line, after `[^]: `."""

    def plant(clean: Clean, rng: Random) -> Planted | None:
        right, wrong, words = pair(rng)
        at = rng.choice(_places(clean.document))
        before = with_lines(clean.document, at, right)
        after = with_lines(clean.document, at, wrong)
        return Planted(clean.with_document(before), clean.with_document(after), words)

    return plant


def drawn(
    rng: Random,
    sentence: Callable[..., str],
    right: Sequence[object],
    wrong: Sequence[object],
    words: str,
) -> Drawn:
    """The same sentence with the right and with the wrong values: what else it draws is alike."""
    seed = rng.random()
    return sentence(Random(seed), *right), sentence(Random(seed), *wrong), words


def choosing(*pairs: tuple[str, str, str]) -> Plant:
    """Plants one of the pairs of right and wrong lines; `words` are what must be found."""
    return adding(lambda rng: rng.choice(pairs))


def editing(edit: Callable[[Document, Random], tuple[Document, str] | None]) -> Plant:
    """Plants by what `edit` makes of the tree: the document with the slip, and the words of it."""

    def plant(clean: Clean, rng: Random) -> Planted | None:
        edited = edit(clean.document, rng)
        if edited is None:
            return None
        document, words = edited
        return Planted(clean.subject, clean.with_document(document), words)

    return plant


def plain(text: str) -> tuple[Text, ...]:
    """The text as one run."""
    return (Text(text),)


def _running(document: Document) -> tuple[Any, ...]:
    return (document.body, document.appendices, document.notes)


def _texts(node: object) -> Iterator[str]:
    """The values of all runs below `node`, in order."""
    if isinstance(node, Text):
        yield node.value
    elif isinstance(node, tuple):
        for item in node:
            yield from _texts(item)
    elif is_dataclass(node) and not isinstance(node, type):
        for field in fields(node):
            yield from _texts(getattr(node, field.name))


def _with_text(document: Document, index: int, value: str) -> Document:
    count = -1

    def rebuilt(node: Any) -> Any:
        nonlocal count
        if isinstance(node, Text):
            count += 1
            return replace(node, value=value) if count == index else node
        if isinstance(node, tuple):
            return tuple(map(rebuilt, node))
        if is_dataclass(node) and not isinstance(node, type):
            changed = {
                field.name: rebuilt(part)
                for field in fields(node)
                if isinstance(part := getattr(node, field.name), tuple) or is_dataclass(part)
            }
            return replace(node, **changed)
        return node

    body, appendices, notes = rebuilt(_running(document))
    return replace(document, body=body, appendices=appendices, notes=notes)


def _places(document: Document) -> Sequence[int]:
    """Before which blocks of the body a paragraph of its own may stand: not within a list."""
    free = [
        index
        for index, block in enumerate(document.body)
        if isinstance(block, Paragraph | Heading) and not _goes_on(document.body, index)
    ]
    return free or [len(document.body)]


def _goes_on(body: Sequence[Block], index: int) -> bool:
    """Whether the block goes on with what the one before began (`:` or `;` at its end)."""
    before = body[index - 1] if index else None
    if not isinstance(before, Paragraph | Heading):
        return before is not None
    text = "".join(_texts(before)).rstrip()
    return not text.endswith((".", "./."))


def with_lines(document: Document, at: int, lines: str) -> Document:
    """The document with paragraphs before a block of its body; `a | b` are the rows of a table."""
    number = max((note.number for note in document.notes), default=0) + 1
    body: list[Block] = []
    notes: list[Note] = []
    rows: list[list[str]] = []
    for line in [*lines.split("\n"), ""]:
        if " | " in line:
            rows.append(line.split(" | "))
            continue
        if rows:
            body.append(table(rows))
            rows = []
        if not line:
            continue
        if line.startswith("[^]: "):
            notes.append(Note(number, (Paragraph(plain(line.removeprefix("[^]: "))),)))
            continue
        front, mark, rest = line.partition("[^]")
        if mark:
            body.append(Paragraph((Text(front), NoteReference(number), Text(rest))))
        else:
            body.append(block(line))
    return replace(
        document,
        body=(*document.body[:at], *body, *document.body[at:]),
        notes=(*document.notes, *notes),
    )
