"""Appendices as the dossier has them: text, and a CSV table where its form allows."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.document.inlines import plain_text
from reportgen.document.tree import Appendix, Cell, Table
from reportgen.roundtrip.flat import flat_cell
from reportgen.roundtrip.importing.dossier_files import AppendixParts
from reportgen.roundtrip.importing.wording import Writer


@dataclass(frozen=True, slots=True)
class WrittenAppendix:
    """An appendix and the text of its CSV file, "" for none."""

    parts: AppendixParts
    table: str = ""


def write_appendices(appendices: Sequence[Appendix], writer: Writer) -> list[WrittenAppendix]:
    """The appendices in order; a table at the end that a CSV file can hold becomes one."""
    return [_written(one, number, writer) for number, one in enumerate(appendices, 1)]


def _written(appendix: Appendix, number: int, writer: Writer) -> WrittenAppendix:
    title = appendix.title or appendix.label or "Phụ lục"
    blocks = appendix.blocks
    last = blocks[-1] if blocks else None
    if isinstance(last, Table) and (held := _held(last, writer)):
        header, rows, merged = held
        table = _csv([header, *rows])
        text = writer.appendix(blocks[:-1])
        definitions = writer.definitions(table)
        text = "\n\n".join(filter(None, (text, *definitions)))
        shares = [max(round(column.width * 100, 1), 0.1) for column in last.columns]
        over = sum(shares) - 100
        shares[-1] -= max(over, 0)
        widths = {
            name: f"{share:.1f}".replace(".", ",").removesuffix(",0")
            for name, share in zip(header, shares, strict=True)
            if share >= 0.1
        }
        widths = {
            name: width if "," not in width else f'"{width}"' for name, width in widths.items()
        }
        parts = AppendixParts(
            title, text, f"phu_luc_{number}.csv", appendix.landscape, widths, merged
        )
        return WrittenAppendix(parts, table)
    text = writer.appendix(blocks) or "…"
    return WrittenAppendix(AppendixParts(title, text, "", appendix.landscape))


Held = tuple[list[str], list[list[str]], tuple[str, ...]]


def _held(table: Table, writer: Writer) -> Held | None:
    """Titles, rows and merged columns of a table that a CSV file holds; None for another."""
    cells = [cell for row in (*table.header, *table.rows) for cell in row]
    if len(table.header) != 1 or any(cell.column_span > 1 for cell in cells):
        return None
    width = len(table.columns)
    header = [" ".join(writer.line(flat_cell(cell)).split()) for cell in table.header[0]]
    plain = [plain_text(flat_cell(cell)).strip() for cell in table.header[0]]
    if len(header) != width or len(set(header)) < width or not all(plain) or not table.rows:
        return None
    if any(cell.row_span > 1 for cell in table.header[0]) or header[0].startswith("#"):
        return None
    rows, covered = _grid(table.rows, width, writer)
    merged = tuple(header[column] for column in range(width) if any(row[column] for row in covered))
    for column, title in enumerate(header):
        blank = [not row[column].strip() for row in rows]
        if title in merged and blank != [row[column] for row in covered]:
            return None
    if any(not any(cell.strip() for cell in row) for row in rows):
        return None
    return header, rows, merged


def _grid(
    rows: Sequence[Sequence[Cell]], width: int, writer: Writer
) -> tuple[list[list[str]], list[list[bool]]]:
    """The cells' texts by column, and which of them a cell above covers."""
    hanging = [0] * width
    texts, covers = [], []
    for row in rows:
        cells = iter(row)
        line, covered = [""] * width, [left > 0 for left in hanging]
        hanging = [max(left - 1, 0) for left in hanging]
        for column in range(width):
            if covered[column]:
                continue
            cell = next(cells, None)
            if cell is not None:
                line[column] = writer.cell(cell)
                hanging[column] = cell.row_span - 1
        texts.append(line)
        covers.append(covered)
    return texts, covers


def _csv(rows: Sequence[Sequence[str]]) -> str:
    output = io.StringIO(newline="")
    csv.writer(output, lineterminator="\n").writerows(rows)
    return output.getvalue()
