"""A process that does nothing but documents: it ends with its parent, and when it hangs."""

import contextlib
import faulthandler
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import wait
from pathlib import Path

if sys.platform != "win32":
    import resource

_MEGABYTE = 1024 * 1024
_GRACE = 5.0  # seconds that a document has beyond its time to be given up in good order
_settled = False


def settle(megabytes: int) -> None:
    """Make this process a worker: what `initializer` of a pool is.

    Ctrl-C is for its parent, with whose end it ends; `megabytes` is the memory that it may take
    beyond what it has, 0 for all there is (not on Windows).
    """
    global _settled  # noqa: PLW0603  what a process is, is one fact about it
    _settled = True
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := multiprocessing.parent_process():
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    if sys.platform != "win32" and megabytes:
        _limit_memory(megabytes)


def _end_with(parent: int) -> None:
    """Wait for the end of the parent, which cannot tell when it is killed; then end at once."""
    wait([parent])
    os._exit(1)


def _limit_memory(megabytes: int) -> None:
    kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    most = resource.getrlimit(kind)[1]
    wanted = _data_now() + megabytes * _MEGABYTE
    wanted = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(kind, (wanted, most))


def _data_now() -> int:
    """Bytes of data that this process has already, as RLIMIT_DATA counts them; 0 if not known."""
    try:
        pages = Path("/proc/self/statm").read_text("ascii").split()[5]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


@contextmanager
def doomed(seconds: float) -> Iterator[None]:
    """End a settled process, whatever it is at, when this lasts well beyond those seconds.

    By a watch that needs no Python: a library in an endless loop holds up all that does.
    """
    if not _settled:
        yield
        return
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        faulthandler.dump_traceback_later(seconds + _GRACE, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
