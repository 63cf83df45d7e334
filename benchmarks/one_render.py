"""One document rendered in a process of its own, with what it took beyond being loaded.

Run: python -m benchmarks.one_render DOSSIER docx|pdf|weasyprint
Prints seconds of processor time, megabytes and pages (0 for a DOCX).
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.contenders.report import SEPTEMBER, html_of
from benchmarks.measuring import call, memory
from benchmarks.warm import print_page
from reportgen.building import build
from reportgen.rendering import Format, render


def main(dossier: str, way: str) -> None:
    """Render the September report first, so that everything is loaded, then the dossier."""
    _rendering(SEPTEMBER, way)()
    job = _rendering(Path(dossier), way)
    before = memory("VmHWM")
    cost = call(job)
    print(json.dumps([cost.cpu, memory("VmHWM") - before]))


def _rendering(dossier: Path, way: str) -> Callable[[], object]:
    if way == "weasyprint":
        html = html_of(build(dossier))
        return lambda: print_page(html)
    return lambda: render(dossier, [Format(way)])


if __name__ == "__main__":
    main(*sys.argv[1:])
