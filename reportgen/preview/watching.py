"""Whether the files that something was made from have changed since.

The files are looked at again and again instead of asking the system to be told: that works on
network drives, in synchronised folders and on every system alike, sees files saved by renaming or
that appear where one was looked for, and needs no library. A look costs a `stat` a file; what a
file holds is read only when that differs, or lately did, for some file systems tell times in steps
of two seconds.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.dossier.consulted import ABSENT, digest_of

_FRESH = 4.0  # seconds in which a file may change again without its time telling
_Mark = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Known:
    """What a file held when it was last read, its mark then, and since when it has that mark."""

    mark: _Mark | None
    since: float
    digest: str


class Watch:
    """Files and folders by what they held when they were used; see `dossier.consulted`."""

    def __init__(
        self, used: Mapping[str, str], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._used = dict(used)
        self._clock = clock
        self._known: dict[str, _Known] = {}

    def use(self, used: Mapping[str, str]) -> None:
        """From now on what something newer was made from."""
        self._used = dict(used)
        self._known = {path: known for path, known in self._known.items() if path in used}

    def add(self, used: Mapping[str, str]) -> None:
        """Watch these as well, where they are not watched already."""
        self._used = {**used, **self._used}

    def state(self) -> Mapping[str, str]:
        """What all of them hold now."""
        return {path: self._digest(path) for path in self._used}

    def changed(self) -> bool:
        """Whether any of them holds something else than when it was used."""
        return any(self._digest(path) != digest for path, digest in self._used.items())

    def _digest(self, path: str) -> str:
        now = self._clock()
        known = self._known.get(path)
        try:
            mark = _mark(path)
        except (FileNotFoundError, NotADirectoryError):
            self._known.pop(path, None)
            return ABSENT
        except (OSError, ValueError):  # held by the program that saves it, or out of reach
            return known.digest if known else self._used.get(path, ABSENT)
        if known is not None and known.mark == mark:
            if now - known.since > _FRESH:
                return known.digest
            since = known.since
        else:
            since = now
        digest = digest_of(path)
        if digest == ABSENT:  # there, but not to be read just now: what it held last
            return known.digest if known else self._used.get(path, ABSENT)
        self._known[path] = _Known(mark, since, digest)
        return digest


def _mark(path: str) -> _Mark:
    found = Path(path).stat()
    return (found.st_mtime_ns, found.st_size, found.st_ino, found.st_mode)


def dossier_alone(path: Path) -> Mapping[str, str]:
    """What is watched while nothing else is known: the dossier, whatever it holds."""
    name = str(path.absolute())
    return {name: digest_of(name)}
