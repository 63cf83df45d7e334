"""Starting a process for a piece of work, and waiting for its end."""

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO

from reportgen.isolation.child import Order, live_as_child

if sys.platform != "win32":
    import select

_SERVE = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from reportgen.isolation.child import serve; serve()"
)
_TURN = 0.01  # seconds between two looks, where the system does not tell that a process has ended


class Forked:
    """A copy of this process that does one thing; asked and ended like a Popen."""

    def __init__(self, order: Order, *files: int) -> None:
        self._status: int | None = None
        parent = os.getpid()
        self.pid = os.fork()
        if self.pid == 0:
            live_as_child(order, *files, parent=parent)

    def poll(self) -> int | None:
        return self._look(os.WNOHANG)

    def wait(self) -> int | None:
        return self._look(0)

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def _look(self, how: int) -> int | None:
        if self._status is None:
            try:
                pid, status = os.waitpid(self.pid, how)
            except ChildProcessError:  # somebody else asked: what it wrote tells how it went
                self._status = 0
            else:
                self._status = os.waitstatus_to_exitcode(status) if pid else None
        return self._status


def may_fork() -> bool:
    """Whether this process can be copied: on Linux, without threads that may hold locks."""
    if sys.platform != "linux":
        return False
    try:
        return sum(1 for _ in Path("/proc/self/task").iterdir()) == 1
    except OSError:
        return False


def started(order: Order, answer: IO[bytes], words: IO[bytes]) -> subprocess.Popen[bytes]:
    """A new interpreter that reads what to do from a file, so that nobody waits for the other."""
    with tempfile.TemporaryFile() as asked:
        pickle.dump(sys.path, asked)
        pickle.dump(order, asked)
        asked.seek(0)
        return subprocess.Popen(  # noqa: S603 - this interpreter, and a text of ours
            [sys.executable, "-c", _SERVE], stdin=asked, stdout=answer, stderr=words
        )


def wait(pid: int, seconds: float) -> None:
    """Sleep until the process has ended, that long at most; a moment where nobody can tell."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            handle = os.pidfd_open(pid)
            try:
                poll = select.poll()
                poll.register(handle, select.POLLIN)
                poll.poll(seconds * 1000)
            finally:
                os.close(handle)
            return
    time.sleep(min(_TURN, seconds))


def named(status: int) -> str:
    """`SIGSEGV` for -11, `mã 3` for 3."""
    if status < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-status).name
    return f"mã {status}"
