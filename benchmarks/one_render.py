"""One document rendered in a process of its own, with what it took beyond being loaded.

Run: python -m benchmarks.one_render DOSSIER docx|pdf|weasyprint
Prints seconds of processor time, megabytes and pages (0 for a DOCX).
"""

import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.contenders.report import SEPTEMBER, html_of
from benchmarks.measuring import call
from benchmarks.warm import print_page
from reportgen.building import build
from reportgen.rendering import Format, render


def main(dossier: str, way: str) -> None:
    """Render the September report first, so that everything is loaded, then the dossier."""
    _rendering(SEPTEMBER, way)()
    job = _rendering(Path(dossier), way)
    before = _peak()
    cost = call(job)
    print(json.dumps([cost.cpu, _peak() - before]))


def _rendering(dossier: Path, way: str) -> Callable[[], object]:
    if way == "weasyprint":
        html = html_of(build(dossier))
        return lambda: print_page(html)
    return lambda: render(dossier, [Format(way)])


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
