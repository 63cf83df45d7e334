"""SOURCE_DATE_EPOCH, which says when files were made (reproducible-builds.org).

A library reads it too, and has to be told another time for a moment; meanwhile no other thread
may take that for what the user said.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Lock

_NAME = "SOURCE_DATE_EPOCH"
_LOCK = Lock()


def source_date() -> datetime | None:
    """The time that the user wants files to have; None where nothing is said."""
    with _LOCK:
        epoch = os.environ.get(_NAME, "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else None


@contextmanager
def clock_at(moment: datetime) -> Iterator[None]:
    """Let libraries take `moment` for now, one thread at a time."""
    with _LOCK:
        before = os.environ.get(_NAME)
        os.environ[_NAME] = str(int(moment.timestamp()))
        try:
            yield
        finally:
            if before is None:
                del os.environ[_NAME]
            else:
                os.environ[_NAME] = before
