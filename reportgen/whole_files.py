"""Writing files in one move, all or none, each whole at any moment."""

import contextlib
import math
import os
import tempfile
import time
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path

from reportgen.problems import InputError, Place, Problem
from reportgen.system_errors import reason, shortened

_PREFIX, _SUFFIX = ".reportgen-", ".tmp"
_LONG_AGO = 3600.0  # seconds
_SWEPT: dict[Path, float] = {}
"""Folders that were swept, and when."""
_MOST_SWEPT = 1000


def write_all(files: Mapping[Path, bytes], *, settled: bool = True) -> None:
    """Write each file beside its place first, then move them into place.

    The first one, which the others belong to, is moved last: until then nothing refers to them.
    Makes missing folders. Raises InputError where a file or folder cannot be written. Killed at any
    moment, each target is the old file or the new one, whole and on the disk; what is left of files
    that were not moved has a name of its own (`.reportgen-….tmp`) and goes at a later run.
    Without `settled` nobody waits for the disk, and should the power fail the files are safe only
    when `settle` has been called.
    """
    staged: dict[Path, Path] = {}
    target = Path()
    try:
        for target in files:
            _make_folder(target.parent)
            if target.is_dir():
                raise IsADirectoryError
        _sweep({target.parent for target in files})
        for target, data in files.items():
            staged[target] = _stage(target.parent, data, settled)
        for target, temporary in reversed(staged.items()):
            temporary.replace(target)
        if settled:
            for folder in {target.parent for target in files}:
                _settle(folder)
    except OSError as error:
        raise InputError([_unwritable(target, error)]) from error
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)


def settle(files: Collection[Path]) -> None:
    """Have files that were written, and their names, safe on the disk."""
    for path in (*files, *{file.parent for file in files}):
        _settle(path)


def _stage(folder: Path, data: bytes, settled: bool) -> Path:
    """A file in the folder that holds the data under a name of its own, `settled` on the disk."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=_PREFIX, suffix=_SUFFIX)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if settled:
                os.fsync(file.fileno())
        # mkstemp makes files private; the result gets what an ordinary new file would get.
        temporary.chmod(0o666 & ~_mask())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


@cache
def _mask() -> int:
    """What new files are not allowed here; asked once, because asking changes it for a moment."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _make_folder(folder: Path) -> None:
    """Make the folder and those above it that are missing, safe on the disk."""
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for one in made:
        _settle(one.parent)


def _settle(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk, where the system can (Windows cannot)."""
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(folders: Iterable[Path]) -> None:
    """Remove what runs that were killed have left: no run takes as long as these are old.

    Not again for a while: to look into a folder of thousands takes longer than to write a file.
    """
    for folder in folders:
        if time.monotonic() < _SWEPT.get(folder, -math.inf) + _LONG_AGO:
            continue
        if len(_SWEPT) >= _MOST_SWEPT:
            _SWEPT.clear()
        _SWEPT[folder] = time.monotonic()
        for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            with contextlib.suppress(OSError):
                if time.time() - left.stat().st_mtime > _LONG_AGO:
                    left.unlink()


def _unwritable(target: Path, error: OSError) -> Problem:
    match error:
        case IsADirectoryError():
            what, hint = "đã có một thư mục mang tên này", "đổi tên thư mục, hoặc ghi ra chỗ khác"
        case FileExistsError() | NotADirectoryError():
            what, hint = "thư mục đích trùng tên với một tệp", "ghi ra thư mục khác"
        case PermissionError():
            what = "không có quyền ghi, hoặc tệp đang mở trong chương trình khác"
            hint = "đóng tệp trong Word rồi chạy lại, hoặc ghi ra thư mục khác"
        case _:
            what = f"không ghi được tệp: {reason(error)}"
            hint = "kiểm tra ổ đĩa còn chỗ trống và đường dẫn đúng, rồi chạy lại"
    return Problem("TE001", what, Place(shortened(str(target))), hint)
