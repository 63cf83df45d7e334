"""The originals as pandoc sets them: plain styles, no frame; only where pandoc is there."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from support.oracles import require
from support.originals import Original, rows_of, without_notes

_READING = "markdown-fancy_lists-startnum-definition_lists+hard_line_breaks-smart"


def pandoc_docx(original: Original, folder: Path) -> Path:
    """The original as pandoc sets it: plain styles, typed labels, tables of Markdown."""
    source, target = folder / f"{original.name}.md", folder / f"{original.name}.docx"
    text, notes = without_notes(original)
    tables = "\n\n".join(map(_grid, original.tables))
    shown = re.sub(r"(?m)^(\**\d+)(?=\. )", r"\1\\", text)
    shown = re.sub(r"(?m)^(?=[-+] )", r"\n\\", shown)
    source.write_text(f"{shown}\n\n{tables}\n\n{notes}\n", encoding="utf-8")
    run = [require("pandoc"), "-f", _READING, "-t", "docx", "-o", str(target), str(source)]
    subprocess.run(run, check=True, capture_output=True, timeout=120)
    return target


def _grid(path: Path) -> str:
    """A table that pandoc's Markdown reads with notes and line breaks in its cells."""
    rows = rows_of(path)
    shares = [max(len(row[index]) for row in rows) ** 0.5 for index in range(len(rows[0]))]
    widths = [max(12, round(150 * share / sum(shares))) for share in shares]
    rule = "+" + "+".join("-" * width for width in widths) + "+"
    lines = [rule]
    for index, row in enumerate(rows):
        columns = [_wrapped(cell, width - 2) for cell, width in zip(row, widths, strict=True)]
        for line in range(max(map(len, columns))):
            cells = (column[line] if line < len(column) else "" for column in columns)
            padded = (f" {cell:<{w - 2}} " for cell, w in zip(cells, widths, strict=True))
            lines.append("|" + "|".join(padded) + "|")
        lines.append(rule.replace("-", "=") if index == 0 else rule)
    return "\n".join(lines)


def _wrapped(cell: str, width: int) -> list[str]:
    lines: list[str] = []
    for paragraph in cell.split("\n"):
        lines += [*_filled(re.sub(r"^([-+*]) ", r"\\\1 ", paragraph), width), ""]
    return lines


def _filled(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line
