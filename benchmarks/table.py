"""The results as one Markdown table, ready to be pasted."""

from collections.abc import Iterable
from dataclasses import dataclass

_HEAD = ("What", "reportgen", "Held against", "Theirs", "Ratio", "Target", "What the other lacks")


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison; `target` is the ratio wanted, with its sign: `≤ 3`."""

    what: str
    ours: str
    other: str
    theirs: str
    ratio: float | None
    target: str = ""
    lacks: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as texts."""
        shown = "–" if self.ratio is None else f"{self.ratio:.2f}"
        if self.ratio is not None and self.target:
            shown += " ✓" if self.holds else " ✗"
        return (self.what, self.ours, self.other, self.theirs, shown, self.target, self.lacks)

    @property
    def holds(self) -> bool:
        """Whether the ratio is on the right side of its target."""
        sign, _, bound = self.target.partition(" ")
        if self.ratio is None or not bound:
            return True
        return self.ratio <= float(bound) if sign == "≤" else self.ratio >= float(bound)


def markdown(rows: Iterable[Row]) -> str:
    """The rows as a pipe table."""
    lines = [_HEAD, tuple("---" for _ in _HEAD), *(row.cells for row in rows)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def seconds(value: float) -> str:
    """A time as it is read best: `38 ms`, `1.24 s`."""
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.2f} s"
