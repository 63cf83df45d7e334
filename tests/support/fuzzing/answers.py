"""What every parser owes its user: a result, or what is wrong and how to mend it, soon."""

import re
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from reportgen.problems import InputError, Problem

MOST_SECONDS = 10
MOST_KILOBYTES = 1024 * 1024
_CODE = re.compile(r"[A-Z]{2}\d{3}")
_OF_THE_PROGRAM = re.compile(r"Traceback|object at 0x|\b[A-Z][a-z]+Error\b|<class |NoneType")


unprintable = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f]").search
"""Signs that neither XML nor UTF-8 can hold."""


class TooSlowError(AssertionError):
    """An input that the program has not done with in time."""


def answered(run: Callable[[list[Problem]], object]) -> None:
    """Call `run` with a list for its problems; hold what it lists or raises to what users are owed.

    Any exception but InputError goes through: it is what we look for.
    """
    problems: list[Problem] = []
    try:
        with in_time():
            run(problems)
    except InputError as error:
        problems += error.problems or (Problem("", "an error that says nothing"),)
    told(problems)


def told(problems: Iterable[Problem]) -> None:
    """Hold problems to having a code, a message and a hint that are meant for people."""
    for problem in problems:
        assert _CODE.fullmatch(problem.code), problem
        assert problem.message.strip(), problem
        assert problem.hint.strip(), problem
        assert not _OF_THE_PROGRAM.search(f"{problem.message} {problem.hint}"), problem


@contextmanager
def in_time(seconds: float = MOST_SECONDS) -> Iterator[None]:
    """Raise TooSlowError where what is done inside takes longer; at once, where alarms can ring.

    Seconds of this process: how busy the machine is otherwise is nothing to it.
    """
    started = time.process_time()
    in_main_thread = threading.current_thread() is threading.main_thread()
    rings = hasattr(signal, "setitimer") and in_main_thread
    if rings:
        before = signal.signal(signal.SIGPROF, _ring)
        signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        if rings:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)
    if time.process_time() - started > seconds:
        raise TooSlowError(f"more than {seconds} seconds")


def peak_kilobytes() -> int:
    """The most memory that this process has had so far; 0 where that cannot be told."""
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


def _ring(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TooSlowError(f"more than {MOST_SECONDS} seconds")
