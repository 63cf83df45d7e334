"""How much is measured: the full plan for the tables of the documentation, the quick one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Sizes = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Plan:
    """Runs of each contender, reports of the batch, and sizes by way and kind."""

    runs: int
    reports: int
    growth: dict[str, Sizes] = field(default_factory=dict)


_PRINTED: Sizes = {"pages": (10, 100, 1000), "notes": (30, 300, 3000), "rows": (100, 1000, 10_000)}
_SHORT: Sizes = {"pages": (10, 30), "notes": (10, 30), "rows": (30, 100)}
FULL = Plan(
    runs=11,
    reports=200,
    growth={
        "docx": _PRINTED,
        "pdf": {"pages": (10, 100, 300), "notes": (30, 300, 900), "rows": (100, 1000, 3000)},
        "weasyprint": {"pages": (10, 100, 300), "notes": (30, 300, 900), "rows": (100, 1000, 3000)},
    },
)
QUICK = Plan(runs=3, reports=8, growth={"docx": _SHORT, "pdf": _SHORT, "weasyprint": _SHORT})
