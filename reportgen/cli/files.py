"""Files of the command line: writing new ones, folders that must be there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from reportgen.problems import InputError, Place, Problem
from reportgen.system_errors import reason, shortened
from reportgen.whole_files import write_all

__all__ = ["require_folders", "unreachable", "write_all", "write_new"]

_MOST_NAMED = 4


def write_new(files: Mapping[Path, bytes]) -> None:
    """As `write_all`, but raises InputError, and writes nothing, where a file is there already.

    Files that are there with these very bytes while others are missing come of a run that was
    killed; it is finished.
    """
    there = [path for path in files if path.exists() or path.is_symlink()]
    missing = {path: data for path, data in files.items() if path not in there}
    others = [path for path in there if not _holds(path, files[path])]
    if others or (there and not missing):
        raise InputError(_already_there(others or there))
    write_all(missing)


def _already_there(paths: Sequence[Path]) -> Iterator[Problem]:
    """That files are there already; of very many only the first are named."""
    hint = "đổi tên hoặc xoá tệp cũ, hoặc chọn thư mục khác bằng --output"
    named = paths[:_MOST_NAMED] if len(paths) > _MOST_NAMED + 1 else paths
    for path in named:
        yield Problem("TE003", "đã có tệp này; không ghi đè", Place(str(path)), hint)
    if rest := len(paths) - len(named):
        yield Problem("TE003", f"còn {rest} tệp khác cũng đã có; không ghi đè", None, hint)


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


def _holds(path: Path, data: bytes) -> bool:
    """Whether there is a file with these bytes."""
    try:
        return path.is_file() and path.read_bytes() == data
    except OSError:
        return False


def unreachable(error: OSError) -> Problem:
    """What to tell of a file or folder that the system would not even look for."""
    place = Place(shortened(str(error.filename))) if error.filename else None
    hint = "kiểm tra lại tên và đường dẫn của tệp, thư mục trong lệnh"
    return Problem("TE004", f"không mở được tệp hay thư mục: {reason(error)}", place, hint)
