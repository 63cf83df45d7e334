"""Markdown of a dossier → running text as a reader sees it, each sign with its place.

What is no running text is left out: headings, centred lines, legal bases, formulas, names of notes,
addresses, the delimiters of tables. A note is a text of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportgen.document.markdown import MOST_HEADER_ROWS, is_delimiter
from reportgen.document.markdown.paragraphs import begins_item

_UNTOUCHED = re.compile(r"[ \t]*(?:#{1,6}[ \t]|->[ \t]|=>[ \t]|>>[ \t]|!\[\]\()")
_NUMBERED = re.compile(r"[ \t]*#{1,6}\.[ \t]+(?:\[(?!\^)[^\[\]\n]*\][ \t]+)?")
_DEFINITION = re.compile(r"[ \t]*\[\^[^\[\]\n]+\]:[ \t]*")
_PIPE = re.compile(r"\\.|\|")
_INDENT = re.compile(r" {2,}|\t")
_LONGEST = 6000  # signs of a paragraph that are looked at together

_SIGN = re.compile(
    r"(?P<formula>(?<!\\)\{\{[^{}]{0,400}\}\})"
    r"|(?P<escape>\\(?=[*\[\]^<|#]))"
    r"|(?P<address><https?://[^\s<>]+>)"
    r"|(?P<reference>\[\^[^\[\]\n]{1,100}\])"
    r"|(?P<note>\^\[)"
    r"|(?P<open>\[)|(?P<close>\])"
    r"|(?P<stars>\*+)"
    r"|(?P<other>[^\\{<\[\]^*]+|.)",
    re.DOTALL,
)
_HIDDEN = "…"
"""Stands for a formula or an address: a sign that is part of no figure."""


@dataclass(slots=True)
class Running:
    """A paragraph, a cell or a note; sign `i` of it stands at `places[i]` of the passage.

    `of_cell` for the cell of a table, with the titles of its row and column.
    """

    signs: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    of_cell: bool = False
    titles: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(self.signs)

    def add(self, text: str, place: int) -> None:
        """Signs that stand one after the other from `place` on."""
        self.signs += text
        self.places += range(place, place + len(text))


@dataclass(frozen=True, slots=True)
class _Cell:
    span: tuple[int, int]
    titles: tuple[str, ...]


_Piece = list[tuple[int, int]] | _Cell


def running_texts(passage: str) -> Iterator[Running]:
    """The running texts of a passage in order, each note after the text that it is called in."""
    for piece in _pieces(passage):
        if isinstance(piece, _Cell):
            found = list(_read(passage, [piece.span]))
            for one in found:
                one.of_cell, one.titles = True, piece.titles
        else:
            found = list(_read(passage, piece))
        for one in found:
            yield from _shortened(one)


def _pieces(passage: str) -> Iterator[_Piece]:
    """Spans of lines that make one paragraph each, and cells of tables."""
    lines = list(_lines(passage))
    paragraph: list[tuple[int, int]] = []
    number = 0
    while number < len(lines):
        start, end = lines[number]
        line = passage[start:end]
        table = _table_at(passage, lines, number)
        opens = _NUMBERED.match(line) or _DEFINITION.match(line)
        if not line.strip() or _UNTOUCHED.match(line) or table or opens or _begins(line):
            yield paragraph
            paragraph = []
        if table:
            delimiter, end = table
            yield from _cells(passage, lines[delimiter - 1], lines[delimiter + 1 : end])
            number = end
            continue
        if line.strip() and not _UNTOUCHED.match(line):
            paragraph.append((start + (opens.end() if opens else 0), end))
        number += 1
    yield paragraph


def _begins(line: str) -> bool:
    return bool(_INDENT.match(line)) or begins_item(line)


def _lines(passage: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in passage.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _table_at(passage: str, lines: list[tuple[int, int]], number: int) -> tuple[int, int] | None:
    """The numbers of the delimiter row of the table that begins here, and of the line after it."""
    below = number + 1
    while below < min(number + 1 + MOST_HEADER_ROWS, len(lines)):
        above, line = (passage[slice(*lines[at])].strip(" \t\r") for at in (below - 1, below))
        if "|" not in above or "|" not in line:
            return None
        if is_delimiter(line):
            break
        if not (above.startswith("|") and line.startswith("|")):
            return None
        below += 1
    else:
        return None
    end = below + 1
    while end < len(lines) and "|" in passage[slice(*lines[end])]:
        end += 1
    return below, end


def _cells(passage: str, header: tuple[int, int], lines: list[tuple[int, int]]) -> Iterator[_Cell]:
    titles = [passage[slice(*span)].strip(" *\t") for span in _cut(passage, *header)]
    for line in lines:
        spans = list(_cut(passage, *line))
        row = next(
            (text for span in spans if re.search(r"[^\W\d_]", text := passage[slice(*span)])), ""
        ).strip(" *\t")
        for column, span in enumerate(spans):
            title = titles[column] if column < len(titles) else ""
            yield _Cell(span, tuple(one for one in (row, title) if re.search(r"\w", one)))


def _cut(passage: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of a row's cells, outer pipes left out."""
    begin = start
    for sign in _PIPE.finditer(passage, start, end):
        if sign[0] != "|":
            continue
        if begin > start or passage[begin : sign.start()].strip():
            yield begin, sign.start()
        begin = sign.end()
    if passage[begin:end].strip():
        yield begin, end


def _read(passage: str, spans: list[tuple[int, int]]) -> Iterator[Running]:
    """The text of the spans, a blank between them, and the notes within it."""
    done: list[Running] = []
    texts, brackets = [Running()], [0]
    for start, end in spans:
        if texts[-1].signs:
            texts[-1].add(" ", start - 1)
        for sign in _SIGN.finditer(passage, start, end):
            match sign.lastgroup:
                case "note":
                    texts.append(Running())
                    brackets.append(0)
                case "close" if len(texts) > 1 and not brackets[-1]:
                    done.append(texts.pop())
                    brackets.pop()
                case "formula" | "address":
                    texts[-1].add(_HIDDEN, sign.start())
                case "stars" | "escape" | "reference":
                    pass
                case kind:
                    brackets[-1] += {"open": 1, "close": -1}.get(kind or "", 0)
                    texts[-1].add(sign[0], sign.start())
    yield from texts[:1]
    yield from done
    yield from texts[1:]


def _shortened(text: Running) -> Iterator[Running]:
    """The text in lengths that are looked at together, cut where a word ends."""
    start = 0
    while start < len(text.signs):
        end = min(start + _LONGEST, len(text.signs))
        if end < len(text.signs):
            blanks = (at for at in range(end, start + _LONGEST // 2, -1) if text.signs[at] == " ")
            end = next(blanks, end)
        yield Running(text.signs[start:end], text.places[start:end], text.of_cell, text.titles)
        start = end
