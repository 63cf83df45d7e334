"""Work in a process of its own: results come back, and what runs away is ended."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from support import isolated_work as work

from reportgen.isolation import (
    DiedError,
    IsolationError,
    OutOfMemoryError,
    OutOfTimeError,
    Task,
    run_isolated,
)
from reportgen.problems import InputError

SOON = 20.0  # seconds: far more than any of these needs
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="no limits on Windows")


@pytest.fixture(params=["một luồng", "nhiều luồng"], autouse=True)
def threads(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test twice: where the process can be copied, and where another thread is at work."""
    if request.param == "một luồng":
        yield
        return
    done = Event()
    other = Thread(target=done.wait)
    other.start()
    yield
    done.set()
    other.join()


def children() -> set[str]:
    """The processes that this one has, ended ones that nobody asked for among them."""
    if sys.platform != "linux":
        return set()
    tasks = Path("/proc/self/task").iterdir()
    return {one for task in tasks for one in (task / "children").read_text().split()}


@pytest.fixture(autouse=True)
def _none_is_left() -> Iterator[None]:
    """After each test there are no processes but those that other tests had begun before."""
    before = children()
    yield
    assert children() <= before


def test_the_result_comes_back_from_another_process() -> None:
    assert run_isolated(work.doubled, 21, seconds=SOON, megabytes=200) == 42
    assert run_isolated(work.own_process, seconds=SOON, megabytes=200) != os.getpid()
    assert len(run_isolated(bytes, 5_000_000, seconds=SOON, megabytes=200)) == 5_000_000


def test_errors_come_back_as_they_are() -> None:
    with pytest.raises(InputError) as refused:
        run_isolated(work.refused, seconds=SOON, megabytes=200)
    assert refused.value.problems == (work.PROBLEM,)
    with pytest.raises(ZeroDivisionError, match="division by zero") as divided:
        run_isolated(work.divided, seconds=SOON, megabytes=200)
    assert any("in divided" in note for note in divided.value.__notes__)


@UNIX
@pytest.mark.parametrize("endless", [work.asleep, work.reckoning_for_ever])
def test_what_runs_too_long_is_ended(endless: Callable[[], None]) -> None:
    started = time.monotonic()
    with pytest.raises(OutOfTimeError):
        run_isolated(endless, seconds=0.5, megabytes=200)
    assert time.monotonic() - started < SOON


@pytest.mark.skipif(sys.platform != "linux", reason="the limit holds on Linux")
@pytest.mark.parametrize(
    ("function", "arguments"), [(work.megabytes, (500,)), (work.grown_for_ever, ())]
)
def test_what_takes_too_much_memory_is_ended(
    function: Callable[..., None], arguments: tuple[int, ...]
) -> None:
    with pytest.raises(OutOfMemoryError):
        run_isolated(function, *arguments, seconds=SOON, megabytes=200)
    assert run_isolated(work.megabytes, 100, seconds=SOON, megabytes=200)


@UNIX
@pytest.mark.parametrize(
    ("function", "arguments", "kind", "words"),
    [
        (work.left, (), DiedError, "mã 3"),
        (work.fallen, (), DiedError, "SIGSEGV"),
        (work.ended_by, (signal.SIGTERM,), DiedError, "SIGTERM"),
        (work.ended_by, (signal.SIGKILL,), OutOfMemoryError, "^$"),
        (work.broken_like_a_library, (), OutOfMemoryError, "^$"),
        (work.oddly_failed, (), DiedError, "mộthai"),
        (work.unpicklable, (), DiedError, "function"),
        (work.deep, (100_000,), DiedError, "RecursionError"),
    ],
)
def test_a_process_that_dies_is_told_of(
    function: Callable[..., object],
    arguments: tuple[int, ...],
    kind: type[IsolationError],
    words: str,
) -> None:
    with pytest.raises(kind, match=words):
        run_isolated(function, *arguments, seconds=SOON, megabytes=200)


def test_what_it_prints_is_not_shown(capfd: pytest.CaptureFixture[str]) -> None:
    assert run_isolated(work.printed, seconds=SOON, megabytes=200) == "xong"
    assert capfd.readouterr() == ("", "")


def test_tasks_run_side_by_side_and_end_with_their_block() -> None:
    with (
        Task(work.asleep, seconds=SOON, megabytes=200),
        Task(work.doubled, 4, seconds=SOON, megabytes=200) as other,
    ):
        assert other.result() == 8


def test_no_files_stay_open() -> None:
    files = Path("/proc/self/fd")
    if not files.is_dir():
        pytest.skip("no list of open files here")
    before = len(list(files.iterdir()))
    for _ in range(3):
        run_isolated(work.doubled, 1, seconds=SOON, megabytes=200)
    assert len(list(files.iterdir())) == before


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux to end it")
def test_the_process_does_not_outlive_a_parent_that_is_killed() -> None:
    source = (
        "import os\n"
        "from support import isolated_work as work\n"
        "from reportgen.isolation import Task\n"
        "task = Task(work.asleep, seconds=60, megabytes=200)\n"
        "print(task._process.pid, flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, env=environment, check=False
    )
    child = Path("/proc") / ran.stdout.decode().strip()
    assert child.name.isdecimal(), ran.stderr.decode()
    until = time.monotonic() + SOON
    while child.exists() and "State:\tZ" not in (child / "status").read_text():
        assert time.monotonic() < until
        time.sleep(0.02)
