"""docxtpl alone, as a script: a template and values in, a DOCX out.

Run: python -m benchmarks.contenders.docxtpl_script TEMPLATE VALUES OUTPUT [COPIES]
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate, RichText


def main(template: str, values: str, output: str, copies: str = "1") -> None:
    """Fill the template so many times; several copies are numbered files in the folder `output`."""
    context = json.loads(Path(values).read_text(encoding="utf-8"))
    if copies == "1":
        filled(template, context, Path(output))
        return
    Path(output).mkdir(parents=True, exist_ok=True)
    for number in range(int(copies)):
        filled(template, context, Path(output) / f"{number:04d}.docx")


def filled(template: str, context: Mapping[str, Any], output: Path) -> None:
    """Write the template filled with the values."""
    document = DocxTemplate(template)
    blocks = [{**block, "text": _rich(block["runs"])} for block in context["blocks"]]
    document.render({**context, "blocks": blocks}, autoescape=True)
    document.save(str(output))


def _rich(runs: list[dict[str, Any]]) -> RichText:
    text = RichText()
    for run in runs:
        text.add(run["text"], bold=run.get("bold", False), italic=run.get("italic", False))
    return text


if __name__ == "__main__":
    main(*sys.argv[1:])
