"""Old Word files, RTF and OpenDocument turned into .docx by LibreOffice, where it is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from reportgen.problems import InputError, Place, Problem

CONVERTED = frozenset({".doc", ".dot", ".rtf", ".odt", ".ott", ".wps", ".docm", ".dotx", ".dotm"})
"""Endings of the files that LibreOffice reads and this program does not."""

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120
_SAVE_AS = (
    "mở tệp bằng Word hoặc LibreOffice, chọn Lưu thành (Save As), kiểu Word (.docx), rồi chạy lại"
)


def is_converted(path: Path) -> bool:
    """Whether a file must be turned into .docx before it can be read."""
    return path.suffix.lower() in CONVERTED


def converted(path: Path, seconds: float = _SECONDS) -> bytes:
    """The file as .docx; its own settings folder keeps LibreOffice apart from one that is open.

    Raises InputError: NK001 no LibreOffice here, NK002 it took too long, NK003 it made nothing.
    """
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        message = f"chưa đọc thẳng được tệp {path.suffix.lower()}, và máy này không có LibreOffice"
        raise _refused("NK001", message, path)
    with tempfile.TemporaryDirectory(prefix="reportgen-") as made:
        folder = Path(made)
        source = folder / f"van_ban{path.suffix.lower()}"
        source.write_bytes(path.read_bytes())
        _run(program, source, folder, path, seconds)
        target = folder / "ra" / "van_ban.docx"
        if not target.is_file():
            raise _refused("NK003", "LibreOffice không chuyển được tệp này sang .docx", path)
        return target.read_bytes()


def _run(program: str, source: Path, folder: Path, path: Path, seconds: float) -> None:
    command = [
        program,
        f"-env:UserInstallation={(folder / 'cau_hinh').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "ra"),
        str(source),
    ]
    process = subprocess.Popen(  # noqa: S603 - a fixed program, no shell
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        message = f"LibreOffice chuyển tệp này quá {seconds:g} giây nên đã dừng"
        raise _refused("NK002", message, path) from error
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started; soffice is a script around another one."""
    if process.poll() is None or hasattr(os, "killpg"):
        try:
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        except (ProcessLookupError, PermissionError):
            pass
    process.wait()


def _refused(code: str, message: str, path: Path) -> InputError:
    return InputError([Problem(code, message, Place(str(path)), _SAVE_AS)])
