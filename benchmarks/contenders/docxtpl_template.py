"""A docxtpl template with loops, and the values that fill it, as a script's author would have them.

It has no footnotes (docxtpl makes none): their text follows the report as paragraphs, so that as
much text is written. It keeps bold and italics, and headings by their level.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import docx

from reportgen.document.tree import Document, Heading, Inline, Paragraph, Text

Run = Mapping[str, Any]
_LOOP = (
    "{%p for block in blocks %}",
    "{%p if block.level %}",
    "{{r block.text }}",
    "{%p else %}",
    "{{r block.text }}",
    "{%p endif %}",
    "{%p endfor %}",
)


def write_template(path: Path) -> None:
    """Write the template: letterhead, a loop over the blocks, recipients and signature."""
    made = docx.Document()
    head = made.add_table(rows=1, cols=2)
    head.cell(0, 0).text = "{{ issuer }}"
    head.cell(0, 1).text = "{{ number }} {{ place_and_date }}"
    made.add_paragraph("{{ title }}", style="Title")
    for line in _LOOP:
        made.add_paragraph(line, style="Heading 1" if line == _LOOP[2] else "Normal")
    foot = made.add_table(rows=1, cols=2)
    foot.cell(0, 0).text = "{% for line in recipients %}{{ line }}\n{% endfor %}"
    foot.cell(0, 1).text = "{{ signature }}"
    made.save(str(path))


def context_of(document: Document) -> dict[str, Any]:
    """The document as values: texts, and blocks as runs with their formatting."""
    blocks = [_block(block) for block in document.body if isinstance(block, Heading | Paragraph)]
    if len(blocks) != len(document.body):
        raise ValueError("the template has no tables and pictures")
    notes = [_block(one) for note in document.notes for one in note.paragraphs]
    signature = document.signatures[-1]
    return {
        "issuer": "\n".join(document.letterhead.issuer),
        "number": document.letterhead.number,
        "place_and_date": document.letterhead.place_and_date,
        "title": f"{document.title.kind} {_plain(document.title.subject)}",
        "blocks": [*blocks, *notes],
        "recipients": [_plain(line) for line in document.recipients],
        "signature": f"{signature.position}\n{signature.name}",
    }


def _block(block: Heading | Paragraph) -> dict[str, Any]:
    if isinstance(block, Heading):
        inlines, level = (*block.title, *block.run_in), block.level
    else:
        inlines, level = block.inlines, 0
    label = [{"text": f"{block.label} "}] if block.label else []
    return {"level": level, "runs": [*label, *_runs(inlines)]}


def _runs(inlines: Iterable[Inline]) -> list[Run]:
    return [
        {"text": one.value, "bold": one.bold, "italic": one.italic}
        for one in inlines
        if isinstance(one, Text)
    ]


def _plain(inlines: Iterable[Inline]) -> str:
    return "".join(one.value for one in inlines if isinstance(one, Text))
