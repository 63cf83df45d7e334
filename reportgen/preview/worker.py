"""A process that stays warm and does one piece of work after the other, within limits.

On Linux each piece is done in a copy of it (`isolation`), with limits of time and memory, and can
be dropped at any moment; elsewhere in the process itself, which is ended past its time.
"""

import contextlib
import importlib
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from types import FrameType
from typing import Any, TypeVar

from reportgen.isolation import (
    DiedError,
    IsolationError,
    OutOfMemoryError,
    OutOfTimeError,
    run_isolated,
)

T = TypeVar("T")

SECONDS = 180.0
MEGABYTES = 2_000
_FORKS = sys.platform == "linux"
_GRACE = 5.0  # seconds that the process may take beyond its limit to say that it was reached
_NEEDED = (
    "reportgen.preview.work",
    "reportgen.building",
    "reportgen.checking",
    "reportgen.rendering",
    "reportgen.checks.registry",
    "reportgen.readers.word",
    "reportgen.readers.recognition",
    "reportgen.writers.docx",
    "reportgen.writers.html",
    "reportgen.writers.pdf",
)


class DroppedError(Exception):
    """A piece of work was dropped because nobody wants its result any more."""


class Worker:
    """The process; started when it is needed, and again when it has come to an end.

    One thread asks; `close` may come of another.
    """

    def __init__(self, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        self._limits = (seconds, megabytes)
        self._process: Any = None
        self._connection: Connection | None = None
        self._closed = False

    def start(self) -> None:
        """Have the process there, so that it gets warm."""
        if self._connection is not None or self._closed:
            return
        context = multiprocessing.get_context("spawn")
        ours, its = context.Pipe()
        process = context.Process(target=serve, args=(its, *self._limits), daemon=True)
        with _interrupts_held():
            process.start()
        its.close()
        self._process, self._connection = process, ours

    def ask(
        self,
        function: Callable[..., T],
        *arguments: object,
        unwanted: Callable[[], bool] = lambda: False,
    ) -> T:
        """What `function(*arguments)` gives.

        `unwanted` is asked again and again meanwhile; where it says yes, and the system allows, the
        work is dropped. Raises DroppedError, the errors of `isolation`, and what the function does.
        """
        self.start()
        if self._connection is None:
            raise DroppedError
        try:
            self._connection.send((function, arguments))
            done, value = self._answer(self._connection, unwanted)
        except (EOFError, OSError) as error:
            self._end()
            if self._closed:
                raise DroppedError from error
            raise DiedError(str(error)) from error
        if not done:
            raise value
        result: T = value
        return result

    def close(self) -> None:
        """End the process."""
        self._closed = True
        if self._process is not None and self._process.is_alive():
            self._process.terminate()
            self._process.join(_GRACE)

    def _answer(self, connection: Connection, unwanted: Callable[[], bool]) -> tuple[bool, Any]:
        end = time.monotonic() + self._limits[0] + _GRACE
        told = False
        while not connection.poll(0.05):
            if self._closed:
                raise DroppedError
            if time.monotonic() > end:
                self._end()
                raise OutOfTimeError
            if not told and unwanted():
                told = True
                self._drop()
        answer: tuple[bool, Any] = connection.recv()
        return answer

    def _drop(self) -> None:
        if sys.platform != "win32" and _FORKS:
            with contextlib.suppress(OSError):
                os.kill(self._process.pid, signal.SIGUSR1)

    def _end(self) -> None:
        """Give up the process; the next question starts another."""
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.join(_GRACE)
        self._process = self._connection = None


class _Bell:
    """Raises DroppedError when the parent rings while work is under way; else nothing happens."""

    def __init__(self) -> None:
        self.at_work = False
        if sys.platform != "win32":
            signal.signal(signal.SIGUSR1, self._ring)

    def _ring(self, _number: int, _frame: FrameType | None) -> None:
        if self.at_work:
            self.at_work = False
            raise DroppedError


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Have processes that are begun meanwhile deaf to Ctrl-C from their first moment."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # begun with the first process, it would end the holding
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def serve(connection: Connection, seconds: float, megabytes: int) -> None:
    """What the process does until the other end of the connection is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    bell = _Bell()
    for name in _NEEDED:
        with contextlib.suppress(Exception):  # what cannot be imported is told when it is needed
            importlib.import_module(name)
    while True:
        try:
            function, arguments = connection.recv()
        except (EOFError, OSError):
            return
        answer = _outcome(bell, function, arguments, seconds, megabytes)
        try:
            connection.send(answer)
        except OSError:
            return


def _outcome(
    bell: _Bell, function: Callable[..., object], arguments: Any, seconds: float, megabytes: int
) -> tuple[bool, object]:
    try:
        bell.at_work = True
        if _FORKS:
            value = run_isolated(function, *arguments, seconds=seconds, megabytes=megabytes)
        else:
            value = function(*arguments)
        bell.at_work = False
    except DroppedError:
        return False, DroppedError()
    except MemoryError:
        return False, OutOfMemoryError()
    except IsolationError as error:
        return False, error
    except Exception as error:
        return False, DiedError(repr(error))
    finally:
        bell.at_work = False
    return True, value
