"""The side of the process that works: its limits, and how it tells what came of the work."""

import contextlib
import math
import os
import pickle
import re
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from reportgen.isolation.errors import DiedError, OutOfMemoryError
from reportgen.problems import InputError

if sys.platform != "win32":
    import resource

#: A function, its arguments, seconds and megabytes.
Order = tuple[Callable[..., object], tuple[object, ...], float, int]

#: What libraries and the system say for want of memory, the last where a library cannot be loaded.
NO_MEMORY = re.compile(
    rb"(?:failed|cannot|unable) to (?:re|m|c)?alloc|bad_alloc|out of memory|MemoryError|"
    rb"cannot allocate|failed to map segment|creating thread|"
    rb"without (?:exception set|setting an exception)",
    re.IGNORECASE,
)
_MEGABYTE = 1024 * 1024
_GRACE = 2  # seconds of reckoning that an orphan may have beyond its time
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


def live_as_child(order: Order, answer: int, words: int, *, parent: int) -> NoReturn:
    """All that the copy ever does; it must not come back into the code of the parent."""
    try:
        os.dup2(words, 1)
        os.dup2(words, 2)
        sys.stdout = sys.stderr = os.fdopen(os.dup(words), "w", encoding="utf-8", buffering=1)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        _die_with(parent)
        _work(order, answer)
    except BaseException:
        os.write(2, traceback.format_exc().encode("utf-8", "replace"))
    finally:
        os._exit(0)


def _die_with(parent: int) -> None:
    """Have Linux end this process when its parent is ended."""
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, int(signal.SIGKILL))
    if os.getppid() != parent:
        os._exit(1)


def serve() -> NoReturn:
    """What the new interpreter does: one piece of work, read from standard input."""
    answer = os.dup(1)
    os.dup2(2, 1)
    try:
        order = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own parent
        _work(order, answer)
    except BaseException:
        os.write(2, traceback.format_exc().encode("utf-8", "replace"))
    finally:
        os._exit(0)


def _work(order: Order, answer: int) -> None:
    """Do it within the limits, and write down whether it went well, and with what result."""
    function, arguments, seconds, megabytes = order
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this
    _limit(seconds, megabytes)
    done, value = False, None
    try:
        done, value = True, function(*arguments)
    except BaseException as error:
        value = OutOfMemoryError() if _is_for_want_of_memory(error) else _as_told(error)
    _limit(seconds, None)
    with os.fdopen(answer, "wb") as file:
        file.write(_pickled(done, value))


def _is_for_want_of_memory(error: BaseException) -> bool:
    """Whether an exception is one of memory, or was raised on account of one."""
    seen: list[BaseException | None] = []
    while error not in seen:
        seen.append(error)
        if isinstance(error, MemoryError) or NO_MEMORY.search(
            str(error).encode("utf-8", "replace")
        ):
            return True
        error = error.__cause__ or error.__context__ or error
    return False


def _as_told(error: BaseException) -> BaseException:
    """The exception with the text of its traceback, which cannot be pickled itself."""
    if not isinstance(error, InputError):
        error.add_note("".join(traceback.format_exception(error)))
    return error.with_traceback(None)


def _pickled(done: bool, value: object) -> bytes:
    try:
        data = pickle.dumps((done, value))
        pickle.loads(data)  # noqa: S301 - exceptions often cannot be made again from their pickle
    except Exception as error:
        return pickle.dumps((False, DiedError(_briefly(value, error))))
    return data


def _briefly(value: object, error: Exception) -> str:
    """What a value that cannot be handed over was, and why it cannot."""
    told = str(value) if isinstance(value, BaseException) else type(value).__name__
    return f"{told:.500} ({error!r:.200})"


def _limit(seconds: float, megabytes: int | None) -> None:
    """Bound the memory (None: no longer) and the reckoning time of this process."""
    if sys.platform == "win32":
        return
    memory = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    _bound(memory, None if megabytes is None else _data_now() + megabytes * _MEGABYTE)
    _bound(resource.RLIMIT_CPU, math.ceil(seconds) + _GRACE)
    _bound(resource.RLIMIT_CORE, 0)  # no file of gigabytes where one is ended


def _bound(kind: int, wanted: int | None) -> None:
    """Set one limit, as far as those of the system go; None takes it back."""
    most = resource.getrlimit(kind)[1]
    limits = [one for one in (wanted, most) if one not in (None, resource.RLIM_INFINITY)]
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(kind, (min(limits, default=most), most))


def _data_now() -> int:
    """Bytes of data that this process has already, as RLIMIT_DATA counts them; 0 if not known."""
    try:
        pages = Path("/proc/self/statm").read_text("ascii").split()[5]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0
