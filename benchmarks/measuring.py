"""Running and timing: whole processes by the system's own accounts, functions by the clock.

Contenders take turns (A B A B …), so that a machine that slows down slows all of them, and a ratio
is the median of the ratios of each turn.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

_MB = 1024 if sys.platform != "darwin" else 1024 * 1024  # units of ru_maxrss in a megabyte


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds of waiting, of processor time, and the peak of memory in MB."""

    wall: float
    cpu: float
    peak: float = 0.0

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(self.wall + other.wall, self.cpu + other.cpu, max(self.peak, other.peak))


Contender = Callable[[], Cost]


def process(command: Sequence[str | Path], most: int = 0) -> Cost:
    """Run a command to its end; its peak is that of the largest single process.

    Raises RuntimeError with what it said where its status is above `most`. Byte code is cached, as
    it is wherever programs are installed.
    """
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = perf_counter()
    with subprocess.Popen(
        [str(part) for part in command],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as child:
        said = child.stdout.read() if child.stdout else b""
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    wall = perf_counter() - began
    if not 0 <= child.returncode <= most:
        raise RuntimeError(f"{command[0]}: {said.decode(errors='replace')[-800:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / _MB)


def memory(key: str, pid: int | str = "self") -> float:
    """MB of memory of a process by Linux's /proc/PID/status: `VmRSS` now, `VmHWM` at most so far.

    0 where the process is gone. The system's accounts of a process (`ru_maxrss`) would count what
    its parent held when it began.
    """
    try:
        lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(one.split()[1]) / 1024 for one in lines if one.startswith(f"{key}:")), 0.0)


def call(function: Callable[[], object]) -> Cost:
    """Call a function in this process."""
    began, busy = perf_counter(), process_time()
    function()
    return Cost(perf_counter() - began, process_time() - busy)


def in_turn(contenders: Mapping[str, Contender], runs: int) -> dict[str, list[Cost]]:
    """The costs of each contender in `runs` turns, after one that does not count."""
    for contender in contenders.values():
        contender()
    costs: dict[str, list[Cost]] = {name: [] for name in contenders}
    for _ in range(runs):
        for name, contender in contenders.items():
            costs[name].append(contender())
    return costs


def middle(costs: Sequence[Cost]) -> Cost:
    """The medians of some runs."""
    walls, busy, peaks = ([getattr(one, key) for one in costs] for key in ("wall", "cpu", "peak"))
    return Cost(median(walls), median(busy), median(peaks))


def ratio(ours: Sequence[Cost], theirs: Sequence[Cost]) -> float:
    """The median, over the turns, of our time of waiting by theirs."""
    return median(our.wall / their.wall for our, their in zip(ours, theirs, strict=True))


def slope(sizes: Sequence[float], values: Sequence[float]) -> float:
    """The exponent of growth between the last two sizes: 1 is linear, 2 quadratic."""
    return log(values[-1] / values[-2]) / log(sizes[-1] / sizes[-2])
