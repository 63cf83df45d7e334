"""Files of the command line: writing them in one move, all or none; folders that must be."""

import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from reportgen.problems import InputError, Place, Problem
from reportgen.system_errors import reason, shortened


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write each file beside its place first, then move them all into place.

    Makes missing folders. Raises InputError where a file or folder cannot be written; no target
    is then left half-written.
    """
    staged: dict[Path, Path] = {}
    target = Path()
    try:
        for target, data in files.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_dir():
                raise IsADirectoryError
            staged[target] = _stage(target, data)
        for target, temporary in staged.items():
            temporary.replace(target)
    except OSError as error:
        raise InputError([_unwritable(target, error)]) from error
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)


def write_new(files: Mapping[Path, bytes]) -> None:
    """As `write_all`, but raises InputError, and writes nothing, where a file is there already."""
    hint = "đổi tên hoặc xoá tệp cũ, hoặc chọn thư mục khác bằng --output"
    there = [path for path in files if path.exists() or path.is_symlink()]
    if there:
        message = "đã có tệp này; không ghi đè"
        raise InputError(Problem("TE003", message, Place(str(path)), hint) for path in there)
    write_all(files)


def require_folders(folders: Iterable[Path]) -> None:
    """Raise InputError where one of the folders that the command line names is none."""
    hint = "kiểm tra lại đường dẫn sau --templates (tính từ thư mục hiện tại)"
    problems = [
        Problem("TE002", "không có thư mục này", Place(str(folder)), hint)
        for folder in folders
        if not folder.is_dir()
    ]
    if problems:
        raise InputError(problems)


def _stage(target: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    temporary = Path(name)
    # mkstemp makes files private; the result gets what an ordinary new file would get.
    mask = os.umask(0)
    os.umask(mask)
    temporary.chmod(0o666 & ~mask)
    return temporary


def unreachable(error: OSError) -> Problem:
    """What to tell of a file or folder that the system would not even look for."""
    place = Place(shortened(str(error.filename))) if error.filename else None
    hint = "kiểm tra lại tên và đường dẫn của tệp, thư mục trong lệnh"
    return Problem("TE004", f"không mở được tệp hay thư mục: {reason(error)}", place, hint)


def _unwritable(target: Path, error: OSError) -> Problem:
    match error:
        case IsADirectoryError():
            what, hint = "đã có một thư mục mang tên này", "đổi tên thư mục, hoặc dùng --output"
        case FileExistsError() | NotADirectoryError():
            what, hint = "thư mục đích trùng tên với một tệp", "chọn thư mục khác bằng --output"
        case PermissionError():
            what = "không có quyền ghi, hoặc tệp đang mở trong chương trình khác"
            hint = "đóng tệp trong Word rồi chạy lại, hoặc chọn thư mục khác bằng --output"
        case _:
            what = f"không ghi được tệp: {reason(error)}"
            hint = "kiểm tra ổ đĩa còn chỗ trống và đường dẫn đúng, rồi chạy lại"
    return Problem("TE001", what, Place(shortened(str(target))), hint)
