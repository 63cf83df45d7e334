"""All benchmarks, side by side in one run, as Markdown tables.

Run: make bench, or: python -m benchmarks [--quick] [--runs N] [--only cold,warm,batch,growth]
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import growth, table
from benchmarks.batches import batches
from benchmarks.cold import cold
from benchmarks.contenders import commands
from benchmarks.contenders.report import prepared
from benchmarks.plans import FULL, QUICK, Plan
from benchmarks.warm import warm

PARTS = ("cold", "warm", "batch", "growth")


def main(arguments: list[str] | None = None) -> int:
    """Print the tables; a ratio that misses its target is marked."""
    options = _parser().parse_args(arguments)
    plan: Plan = QUICK if options.quick else FULL
    parts = options.only.split(",")
    for name in commands.missing():
        print(f"{name} is missing ({commands.HINTS[name]}): its rows are left out", file=sys.stderr)
    rows: list[table.Row] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report = prepared(folder / "report")
        runs = options.runs or plan.runs
        measured: dict[str, Callable[[], Iterator[table.Row]]] = {
            "cold": lambda: cold(report, folder, runs),
            "warm": lambda: warm(report, folder, runs),
            "batch": lambda: batches(report, folder / "batch", plan.reports),
        }
        print(_machine())
        for part in parts:
            if part in measured:
                rows += _told(measured[part]())
        print(f"\n{table.markdown(rows)}" if rows else "")
        if "growth" in parts:
            print(growth.markdown(list(growth.growth(folder / "growth", plan.growth))))
    return 0


def _told(rows: Iterator[table.Row]) -> Iterator[table.Row]:
    """The rows, each told of as it is known: the run takes minutes."""
    for row in rows:
        print(f"{row.what}: {row.ratio:.2f} ({row.target})", file=sys.stderr)
        yield row


def _machine() -> str:
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"Python {platform.python_version()}, {os.cpu_count()} processors{load}; medians."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few runs and small sizes: a minute")
    parser.add_argument("--runs", type=int, default=0, help="runs of each contender")
    parser.add_argument("--only", default=",".join(PARTS), help="which parts, with commas between")
    return parser


if __name__ == "__main__":
    sys.exit(main())
