"""How time and memory grow with pages, notes and rows: each size in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.dossiers import of_notes, of_pages, of_rows
from benchmarks.measuring import slope
from benchmarks.table import seconds

Sizes = Sequence[int]
_HEAD = ("Growth", "Written as", "Sizes", "Processor time", "Exponent", "Memory", "Exponent")


@dataclass(frozen=True, slots=True)
class Growth:
    """The costs of some sizes: processor time in seconds, memory in MB beyond what was loaded."""

    what: str
    way: str
    sizes: Sizes
    times: Sequence[float]
    memory: Sequence[float]

    @property
    def cells(self) -> tuple[str, ...]:
        """The growth as texts; the exponents are those between the two largest sizes."""
        return (
            self.what,
            self.way,
            " · ".join(f"{size:,}".replace(",", ".") for size in self.sizes),
            " · ".join(map(seconds, self.times)),
            f"{slope(self.sizes, self.times):.2f}",
            " · ".join(f"{one:.0f} MB" for one in self.memory),
            f"{slope(self.sizes, [max(one, 1.0) for one in self.memory]):.2f}",
        )


def growth(folder: Path, ways: Mapping[str, Mapping[str, Sizes]]) -> Iterator[Growth]:
    """Measure: `ways` has the sizes of pages, notes and rows by way (docx, pdf, weasyprint)."""
    for what, maker in _MAKERS.items():
        for way, sizes_of in ways.items():
            sizes = sizes_of.get(what, ())
            if len(sizes) < 2:
                continue
            dossiers = [maker(folder / f"{what}_{size}", size) for size in sizes]
            costs = [_cost(one, way) for one in dossiers]
            times, memory = zip(*costs, strict=True)
            yield Growth(what, way, sizes, times, memory)


def markdown(found: Sequence[Growth]) -> str:
    """The growths as a pipe table."""
    lines = [_HEAD, tuple("---" for _ in _HEAD), *(one.cells for one in found)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _cost(dossier: Path, way: str) -> tuple[float, float]:
    command = [sys.executable, "-m", "benchmarks.one_render", str(dossier), way]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    time, memory = json.loads(done.stdout.splitlines()[-1])
    return time, memory


_MAKERS: dict[str, Callable[[Path, int], Path]] = {
    "pages": of_pages,
    "notes": of_notes,
    "rows": of_rows,
}
