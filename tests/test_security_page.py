"""The limits that docs/security.md tells are those of the code."""

import re
from pathlib import Path

from reportgen.dossier import files, tables, yaml_reader
from reportgen.dossier.workbooks import archive, workbook
from reportgen.drafting import printing
from reportgen.limits import Limits
from reportgen.readers.word import package, parts
from reportgen.writers import frame_sandbox
from reportgen.writers.docx import safety
from reportgen.zip_parts import MOST_SHRUNK, SMALL

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/security.md").read_text("utf-8")
LIMITS = PAGE.partition("\n## Limits\n")[2]
MB = 1024 * 1024


def told(row: str) -> list[int]:
    """The numbers of the row of limits that begins so."""
    (line,) = re.findall(rf"^\| {re.escape(row)}.*\| (.*) \|$", LIMITS, re.MULTILINE)
    return [int(number) for number in re.findall(r"\d+", line)]


def test_every_limit_is_told_as_it_is() -> None:
    usual = Limits()
    assert told("one PDF") == [usual.seconds, usual.megabytes]
    assert told("a template's loops") == [printing.MOST_ROUNDS, printing.MOST_CHARACTERS]
    assert told("a frame's loops") == [frame_sandbox.MOST_ROUNDS, frame_sandbox.MOST_CHARACTERS]
    frame = [safety.MOST_PARTS, safety.MOST_BYTES // MB, safety.MOST_OF_XML // MB]
    assert told("a frame's package") == frame
    of_word = [package.MOST_PARTS, package.MOST_OF_A_PART // MB, package.MOST_BYTES // MB]
    assert told("a Word file") == [*of_word, parts.MOST_TAGS]
    assert told("a part of any package") == [1, MOST_SHRUNK]
    assert SMALL == 4 * MB
    texts = [files.MOST_BYTES["HS"] // 10**6, yaml_reader.MAX_DEPTH, yaml_reader.MAX_REPEATED_NODES]
    assert told("YAML and Markdown") == texts
    of_cells = [tables.MOST_ROWS, tables.MOST_COLUMNS, tables.LONGEST_CELL]
    assert told("CSV") == [files.MOST_BYTES["CT"] // 10**6, *of_cells]
    size = [archive.MOST_OF_A_FILE // MB, archive.MOST_PARTS]
    assert told("workbooks") == [*size, workbook.MOST_ROWS, workbook.MOST_COLUMNS]


def test_every_file_that_it_names_is_there() -> None:
    named = re.findall(r"`((?!tests/)\w[\w/]*/\w+\.py)`", PAGE)
    assert len(named) > 10
    assert [one for one in named if not (ROOT / "reportgen" / one).is_file()] == []
