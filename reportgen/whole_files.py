"""Writing files in one move, all or none, each whole at any moment."""

import contextlib
import os
import tempfile
import time
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from reportgen.problems import InputError, Place, Problem
from reportgen.system_errors import reason, shortened

_PREFIX, _SUFFIX = ".reportgen-", ".tmp"
_LONG_AGO = 3600.0  # seconds


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write each file beside its place first, then move them into place.

    The first one, which the others belong to, is moved last: until then nothing refers to them.
    Makes missing folders. Raises InputError where a file or folder cannot be written. Killed at any
    moment, each target is the old file or the new one, whole and on the disk; what is left of files
    that were not moved has a name of its own (`.reportgen-….tmp`) and goes at a later run.
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
            staged[target] = _stage(target.parent, data)
        for target, temporary in reversed(staged.items()):
            temporary.replace(target)
        for folder in {target.parent for target in files}:
            _settle(folder)
    except OSError as error:
        raise InputError([_unwritable(target, error)]) from error
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)


def _stage(folder: Path, data: bytes) -> Path:
    """A file in the folder that holds the data, safe on the disk, under a name of its own."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=_PREFIX, suffix=_SUFFIX)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
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


def _settle(folder: Path) -> None:
    """Have the names in the folder on the disk, where the system can (Windows cannot)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(folders: Iterable[Path]) -> None:
    """Remove what runs that were killed have left: no run takes as long as these are old."""
    for folder in folders:
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
