"""Which files a document is made from, noted while it is made: has any of them changed since?"""

import hashlib
import os.path
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

ABSENT = "-"
"""The digest of a file that is not there."""
_NOTED: ContextVar[dict[str, str] | None] = ContextVar("noted", default=None)


@contextmanager
def noting() -> Iterator[dict[str, str]]:
    """Note what is read and looked for within: a digest by absolute path, as `digest_of` gives."""
    noted: dict[str, str] = {}
    token = _NOTED.set(noted)
    try:
        yield noted
    finally:
        _NOTED.reset(token)


def note_data(path: Path, data: bytes) -> None:
    """Note the bytes that were read from a file."""
    _note(path, lambda: _hashed(data))


def file_there(path: Path) -> bool:
    """Whether there is a file to be read; that there is none is noted.

    Unlike a Path, `os.path` says no of a name that is too long for any file.
    """
    return os.path.isfile(path) or _note(path, lambda: ABSENT)  # noqa: PTH113


def folder_there(path: Path) -> bool:
    """Whether there is a folder to be looked into; that there is none is noted."""
    return os.path.isdir(path) or _note(path, lambda: ABSENT)  # noqa: PTH112


def entries_of(folder: Path) -> list[Path]:
    """What lies in a folder, by name; its names are noted."""
    _note(folder, lambda: digest_of(folder))
    return sorted(folder.iterdir())


def digest_of(path: str | Path) -> str:
    """The SHA-256 of a file's bytes or of a folder's names; ABSENT where there is neither."""
    try:
        if Path(path).is_dir():
            names = sorted(entry.name for entry in Path(path).iterdir())
            return _hashed("\0".join(names).encode("utf-8", "surrogateescape"))
        return _hashed(Path(path).read_bytes())
    except (OSError, ValueError):
        return ABSENT


def _note(path: Path, digest: Callable[[], str]) -> bool:
    """Note a path the first time it is asked for; False, so that it can end a question."""
    noted = _NOTED.get()
    if noted is not None:
        name = str(path.absolute())
        if name not in noted:
            noted[name] = digest()
    return False


def _hashed(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
