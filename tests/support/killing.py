"""Commands killed (kill -9) on their way, many times over, each time in a fresh copy of a folder.

    python -m support.killing STATE WORK ARGUMENT…

`STATE` is the folder as it is before the command, `WORK` an empty one. What came of it is printed
as JSON: see `Killed`. A process of its own, because only one without threads can fork safely.
"""

import contextlib
import hashlib
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

POINTS = 20
Files = Mapping[str, str]  # by path: a digest of what it holds


@dataclass(frozen=True, slots=True)
class Death:
    """A run that was killed at `point`, what it left, and the same command run after it."""

    point: str
    died: bool
    left: Files
    status: int
    after: Files


@dataclass(frozen=True, slots=True)
class Killed:
    """The folder before the command and after it, and every death."""

    status: int
    before: Files
    after: Files
    deaths: tuple[Death, ...]


def kill_often(state: Path, work: Path, arguments: Sequence[str]) -> Killed:
    """Kill the command at POINTS moments: some when it changes a file, some by the clock."""
    python = [sys.executable, "-W", "ignore", "-m", "support.killing"]
    done = subprocess.run(
        [*python, str(state), str(work), *arguments],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[1],
    )
    found = json.loads(done.stdout.splitlines()[-1])
    return Killed(**{**found, "deaths": tuple(Death(**one) for one in found["deaths"])})


def main(state: Path, work: Path, arguments: Sequence[str]) -> dict[str, Any]:
    _warm_up(state, work / "warm", arguments)
    started = time.monotonic()
    counted = _count(state, work / "whole", arguments)
    seconds = time.monotonic() - started
    status = counted[0]
    deaths = []
    by_event = _spread(counted[1], POINTS // 2)
    for number in by_event:
        deaths.append(_killed_at(state, work / f"e{number}", arguments, number))
    for number in range(POINTS - len(by_event)):
        delay = seconds * (number + 0.5) / (POINTS - len(by_event))
        deaths.append(_killed_after(state, work / f"t{number}", arguments, delay))
    return {
        "status": status,
        "before": snapshot(state),
        "after": snapshot(work / "whole"),
        "deaths": deaths,
    }


def _warm_up(state: Path, work: Path, arguments: Sequence[str]) -> None:
    """Run it here once: what it imports need not be imported after every fork."""
    from reportgen.cli.main import run

    shutil.copytree(state, work)
    with contextlib.chdir(work), contextlib.redirect_stdout(io.StringIO()):
        run(arguments)


def _spread(count: int, most: int) -> list[int]:
    """Up to `most` of the numbers from 1 to `count`, the first and the last among them."""
    if count <= most:
        return list(range(1, count + 1))
    return sorted({1 + round(index * (count - 1) / (most - 1)) for index in range(most)})


def snapshot(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _in_fork(
    state: Path, work: Path, arguments: Sequence[str], prepare: Callable[[], object]
) -> int:
    """Start the command in a child, in a copy of the state; returns its process id's status."""
    return os.waitpid(_forked(state, work, arguments, prepare), 0)[1]


def _forked(
    state: Path, work: Path, arguments: Sequence[str], prepare: Callable[[], object]
) -> int:
    if not work.exists():
        shutil.copytree(state, work)
    child = os.fork()
    if child:
        return child
    os.chdir(work)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    from reportgen.cli.main import run

    prepare()
    os._exit(run(arguments))


def _killed_at(state: Path, work: Path, arguments: Sequence[str], number: int) -> dict[str, Any]:
    """Kill it just before the change of that number."""
    status = _in_fork(state, work, arguments, lambda: _watch(work, number))
    return _report(f"change {number}", state, work, arguments, status)


def _killed_after(
    state: Path, work: Path, arguments: Sequence[str], delay: float
) -> dict[str, Any]:
    child = _forked(state, work, arguments, lambda: None)
    time.sleep(delay)
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    return _report(f"after {delay:.3f} s", state, work, arguments, status)


def _report(
    point: str, state: Path, work: Path, arguments: Sequence[str], status: int
) -> dict[str, Any]:
    left = snapshot(work)
    again = os.waitstatus_to_exitcode(_in_fork(state, work, arguments, lambda: None))
    died = os.WIFSIGNALED(status)
    return {"point": point, "died": died, "left": left, "status": again, "after": snapshot(work)}


def _count(state: Path, work: Path, arguments: Sequence[str]) -> tuple[int, int]:
    """The command's exit status, and how many changes to files it makes in its folder."""
    record = work.parent / "changes"
    record.write_bytes(b"")
    handle = os.open(record, os.O_WRONLY | os.O_APPEND)
    status = _in_fork(state, work, arguments, lambda: _watch(work, None, handle))
    return os.waitstatus_to_exitcode(status), record.stat().st_size


def _watch(work: Path, fatal: int | None, handle: int = -1) -> None:
    """Count changes to files under `work`, as Python's audit events tell of them beforehand."""
    seen = 0

    def hook(event: str, details: tuple[Any, ...]) -> None:
        nonlocal seen
        if not _changes(event, details, work):
            return
        seen += 1
        if fatal is None:
            os.write(handle, b".")
        elif seen == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def _changes(event: str, details: tuple[Any, ...], work: Path) -> bool:
    if event == "open":
        path, _, flags = details
        writes = bool((flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        return writes and _is_under(path, work)
    changing = ("os.rename", "os.remove", "os.mkdir", "os.chmod", "os.truncate", "os.rmdir")
    return event in changing and _is_under(details[0], work)


def _is_under(path: object, work: Path) -> bool:
    return isinstance(path, str | bytes) and (work / os.fsdecode(path)).is_relative_to(work)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])))
