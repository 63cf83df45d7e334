"""A function at work in a process of its own."""

import pickle
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from types import TracebackType
from typing import IO, Generic, Self, TypeVar

from reportgen.isolation.child import NO_MEMORY
from reportgen.isolation.errors import (
    DiedError,
    IsolationError,
    OutOfMemoryError,
    OutOfTimeError,
)
from reportgen.isolation.processes import Forked, may_fork, named, started, wait

T = TypeVar("T")

_MOST_WORDS = 64 * 1024  # bytes of what a broken process printed that are looked at


def run_isolated(
    function: Callable[..., T], *arguments: object, seconds: float, megabytes: int
) -> T:
    """What `function(*arguments)` gives, reckoned in a process of its own; see `Task`."""
    with Task(function, *arguments, seconds=seconds, megabytes=megabytes) as task:
        return task.result()


class Task(Generic[T]):
    """A function at work in a process of its own, begun at once, ended with the `with` block.

    `seconds` are of the clock, from the beginning; `megabytes` what the process may take beyond
    what it has at its start, libraries not counted. Give a function of a module, not a lambda, and
    arguments and a result that can be pickled. What it prints is not shown. One thread starts a
    task and waits for it.
    """

    def __init__(
        self, function: Callable[..., T], *arguments: object, seconds: float, megabytes: int
    ) -> None:
        """Begin. Raises DiedError where the system allows no further process."""
        self._deadline = time.monotonic() + seconds
        self._answer: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `stop`
        self._words: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `stop`
        order = (function, arguments, seconds, megabytes)
        self._process: Forked | subprocess.Popen[bytes]
        try:
            if may_fork():
                self._process = Forked(order, self._answer.fileno(), self._words.fileno())
            else:
                self._process = started(order, self._answer, self._words)
        except OSError as error:
            self._answer.close()
            self._words.close()
            raise DiedError(str(error)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def result(self) -> T:
        """What the function gives, waited for; what it raises is raised as it is.

        Raises OutOfTimeError, OutOfMemoryError, DiedError.
        """
        while (status := self._process.poll()) is None:
            left = self._deadline - time.monotonic()
            if left <= 0:
                raise OutOfTimeError
            wait(self._process.pid, left)
        self._answer.seek(0)
        try:
            done, value = pickle.load(self._answer)  # noqa: S301 - our own child wrote it
        except (EOFError, pickle.UnpicklingError) as error:
            raise self._end(status) from error
        if not done:
            raise value
        found: T = value
        return found

    def stop(self) -> None:
        """End the process if it still runs, and leave nothing of it."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self._answer.close()
        self._words.close()

    def _end(self, status: int) -> IsolationError:
        """Why a process ended with that status (negative: a signal) and no result."""
        self._words.seek(0)
        words = self._words.read(_MOST_WORDS)
        if sys.platform != "win32":
            if status == -signal.SIGXCPU:
                return OutOfTimeError()
            if status == -signal.SIGKILL:  # not by us: by the system, when its memory is full
                return OutOfMemoryError()
        if NO_MEMORY.search(words):
            return OutOfMemoryError()
        lines = words.decode("utf-8", "replace").split("\n")
        last = next((line.strip() for line in reversed(lines) if line.strip()), "")
        return DiedError(f"{named(status)} {last}".strip())
