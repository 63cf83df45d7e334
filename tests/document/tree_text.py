"""A document's blocks as text that a person can read and compare."""

from collections.abc import Iterable

from reportgen.document.reading import Content
from reportgen.document.tree import (
    Block,
    Cell,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    NoteReference,
    Paragraph,
    Role,
    Table,
    Text,
)
from reportgen.problems import Problem


def plain(inlines: Inlines) -> str:
    """The characters of the runs alone, a line break as a line feed."""
    return "".join(
        item.value if isinstance(item, Text) else "\n" if isinstance(item, LineBreak) else ""
        for item in inlines
    )


def show(inlines: Inlines) -> str:
    """Runs with their formatting in angle brackets, note marks as {1}, line breaks as ⏎."""
    return "".join(map(_show, inlines))


def dump(content: Content) -> str:
    """Body, notes and problems, a line each."""
    lines = [line for block in content.body for line in _block(block)]
    for note in content.notes:
        texts = (show(paragraph.inlines) for paragraph in note.paragraphs)
        lines.append(f"note {note.number}: {' ¶ '.join(texts)}")
    return "".join(f"{line}\n" for line in (*lines, *_problems(content.problems)))


def _show(item: Inline) -> str:
    match item:
        case NoteReference(number):
            return f"{{{number}}}"
        case LineBreak():
            return "⏎"
    marks = {"b": item.bold, "i": item.italic, "sup": item.superscript, "a": item.link}
    names = [name for name, worn in marks.items() if worn]
    opening = "".join(f"<{name}>" for name in names)
    closing = "".join(f"</{name}>" for name in reversed(names))
    return f"{opening}{item.value}{closing}"


def _block(block: Block) -> Iterable[str]:
    match block:
        case Paragraph(inlines, label, level, role):
            name = f"paragraph {level} «{label}»" if level else "paragraph"
            name = name if role is Role.BODY else role.value
            yield f"{name}: {show(inlines)}"
        case Heading(level, label, title, run_in):
            yield f"heading {level} «{label}»: {show(title)}"
            if run_in:
                yield f"  run-in:{show(run_in)}"
        case Table():
            yield from _table(block)


def _table(table: Table) -> Iterable[str]:
    yield "table: " + " ".join(column.alignment for column in table.columns)
    for name, rows in (("header", table.header), ("row", table.rows)):
        for row in rows:
            cells = (
                _span(cell) + " ¶ ".join(show(part.inlines) for part in cell.blocks) for cell in row
            )
            yield f"  {name}: " + " | ".join(cells)


def _span(cell: Cell) -> str:
    if cell.column_span == cell.row_span == 1:
        return ""
    return f"[{cell.column_span}×{cell.row_span}] "


def _problems(problems: Iterable[Problem]) -> Iterable[str]:
    for problem in problems:
        yield f"{problem.severity} {problem.code}: {problem.message}"
