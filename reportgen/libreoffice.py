"""LibreOffice as a converter: one file in, one file out, ended when it takes too long."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

_PROGRAMS = ("soffice", "libreoffice")
_WINDOWS_FOLDERS = ("LibreOffice/program/soffice.com", "LibreOffice/program/soffice.exe")


class NotInstalledError(Exception):
    """There is no LibreOffice on this machine."""


class TookTooLongError(Exception):
    """LibreOffice was ended because its time was over."""


class MadeNothingError(Exception):
    """LibreOffice ended without the file that was asked for."""


def program() -> str:
    """Where LibreOffice is; raises NotInstalledError."""
    for name in _PROGRAMS:
        if found := shutil.which(name):
            return found
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
        for name in _WINDOWS_FOLDERS:
            path = Path(os.environ.get(variable, "")) / name
            if os.environ.get(variable) and path.is_file():
                return str(path)
    raise NotInstalledError


def convert(
    data: bytes,
    suffix: str,
    target: str,
    seconds: float,
    variables: Mapping[str, str] | None = None,
) -> bytes:
    """A file's bytes (`suffix` tells its kind: `.doc`) as the kind that `target` names.

    `target` is LibreOffice's: a suffix, with a filter where one is wanted
    (`docx:MS Word 2007 XML`). A settings folder of its own keeps it apart from one that is open
    on the screen. Raises NotInstalledError, TookTooLongError, MadeNothingError.
    """
    where = program()
    with tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        source = folder / f"van_ban{suffix}"
        source.write_bytes(data)
        command = [
            where,
            f"-env:UserInstallation={(folder / 'cau_hinh').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            target,
            "--outdir",
            str(folder / "ra"),
            str(source),
        ]
        _run(command, seconds, {**os.environ, **(variables or {})})
        result = folder / "ra" / f"van_ban.{target.partition(':')[0]}"
        if not result.is_file():
            raise MadeNothingError
        return result.read_bytes()


def _run(command: list[str], seconds: float, variables: Mapping[str, str]) -> None:
    process = subprocess.Popen(  # noqa: S603 - a fixed program, no shell
        command,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise TookTooLongError from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started: soffice is a script around another one."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        elif process.poll() is None:
            process.kill()
    process.wait()
