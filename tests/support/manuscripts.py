"""Documents, manuscripts and subjects made of plain strings, for tests of the checks."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reportgen.checks.manuscript import Manuscript
from reportgen.checks.reading import manuscript_of
from reportgen.checks.subject import Facts, Subject
from reportgen.document.tree import (
    Appendix,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Inline,
    Inlines,
    Letterhead,
    Note,
    NoteReference,
    Paragraph,
    Properties,
    Role,
    Signature,
    Table,
    Text,
    Title,
)
from reportgen.problems import Place

TableRows = Sequence[Sequence[str]]
Line = str | TableRows | Block

_MARK = re.compile(r"\[\^(\d+)\]")
_HEADING = re.compile(r"(#+) +")
_LABEL = re.compile(r"(Điều \d+\.|[IVXLC]+\.|(?:\d+\.)+|\d+\)|[a-zđ]\)) ")
_RUN_IN = " || "


def inlines(text: str) -> Inlines:
    """The text as one run, `[^1]` in it as the mark of note 1."""
    made: list[Inline] = []
    done = 0
    for match in _MARK.finditer(text):
        made += [Text(text[done : match.start()]), NoteReference(int(match[1]))]
        done = match.end()
    return tuple(item for item in (*made, Text(text[done:])) if item != Text(""))


def block(line: Line, number: int = 1) -> Block:
    """A paragraph; a heading for `# I. TÌNH HÌNH` (`# 2. Tên || câu đi liền`); a table of rows.

    `>> ` begins a legal basis. A label in front is the block's label. Its origin is line `number`
    of `van_ban.md`.
    """
    if isinstance(line, Paragraph | Heading | Table):
        return line
    if not isinstance(line, str):
        return table(line, number=number)
    place = Place("van_ban.md", number)
    if marks := _HEADING.match(line):
        label, text = _split_label(line[marks.end() :])
        title, gap, rest = text.partition(_RUN_IN)
        run_in = inlines(f" {rest}") if gap else ()
        return Heading(len(marks[1]), label, inlines(title), run_in, place)
    role = Role.BASIS if line.startswith(">> ") else Role.BODY
    label, text = _split_label(line.removeprefix(">> "))
    return Paragraph(inlines(text), label, _level(label), role, place)


def table(rows: TableRows, header_rows: int = 1, number: int = 1) -> Table:
    """A table of texts, the first rows its header; `\\n` in a cell begins a new paragraph."""
    place = Place("bang.csv", number)
    cells = tuple(
        tuple(
            Cell(tuple(Paragraph(inlines(part), origin=place) for part in text.split("\n")))
            for text in row
        )
        for row in rows
    )
    count = max(map(len, rows), default=1)
    columns = tuple(Column(1 / count) for _ in range(count))
    return Table(columns, cells[:header_rows], cells[header_rows:])


def document(
    *lines: Line,
    notes: Mapping[int, str] | None = None,
    tables: Iterable[TableRows] = (),
    appendices: Sequence[Appendix] = (),
    letterhead: Mapping[str, Any] | None = None,
    title: Mapping[str, Any] | None = None,
    addressees: Sequence[str] = (),
    recipients: Sequence[str] = (),
    signatures: Sequence[Signature] = (),
    running: Sequence[str] = (),
) -> Document:
    """A document whose body has the lines, then the tables; a line with `\\n` is several.

    `letterhead` and `title` give fields of the tree by name; texts of their subjects are strings.
    """
    flat: list[Line] = []
    for line in (*lines, *tables):
        flat += line.split("\n") if isinstance(line, str) else [line]
    head = {"superior": (), "issuer": (), "number": "", "place_and_date": ""} | _fields(letterhead)
    named = {"kind": "", "subject": ()} | _fields(title)
    return Document(
        Letterhead(**head),
        Title(**named),
        tuple(block(line, number) for number, line in enumerate(flat, 1)),
        tuple(map(inlines, recipients)),
        tuple(signatures),
        Properties("", "", ""),
        addressees=tuple(map(inlines, addressees)),
        appendices=tuple(appendices),
        notes=tuple(
            Note(number, tuple(Paragraph(inlines(part)) for part in text.split("\n")))
            for number, text in (notes or {}).items()
        ),
        running=tuple(Paragraph(inlines(text)) for text in running),
    )


def manuscript(*lines: Line, **parts: Any) -> Manuscript:
    """The manuscript of `document(*lines, **parts)`."""
    return manuscript_of(document(*lines, **parts))


def subject(*lines: Line, facts: Facts | None = None, **parts: Any) -> Subject:
    """A subject of `document(*lines, **parts)`; `previous`, `word`, `dossier`, `template` too."""
    of_subject = {
        key: parts.pop(key) for key in ("previous", "word", "dossier", "template") if key in parts
    }
    made = document(*lines, **parts)
    return Subject(made, manuscript_of(made), facts or Facts(), **of_subject)


def _fields(given: Mapping[str, Any] | None) -> dict[str, Any]:
    wanted = ("subject", "period")
    return {
        key: inlines(value) if key in wanted and isinstance(value, str) else value
        for key, value in (given or {}).items()
    }


def _split_label(text: str) -> tuple[str, str]:
    match = _LABEL.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)


def _level(label: str) -> int:
    """The level in the scheme `I.`, `1.`, `1.1.`, `a)`."""
    if not label:
        return 0
    if label[0].isdigit():
        return 3 if label.count(".") > 1 else 2
    return 1 if label[0].isupper() else 4
