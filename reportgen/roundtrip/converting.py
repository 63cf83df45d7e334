"""Old Word files, RTF and OpenDocument turned into .docx by LibreOffice, where it is installed."""

from pathlib import Path

from reportgen.dossier.files import shown_path
from reportgen.libreoffice import (
    MadeNothingError,
    NotInstalledError,
    TookTooLongError,
    convert,
)
from reportgen.problems import InputError, Place, Problem

CONVERTED = frozenset({".doc", ".dot", ".rtf", ".odt", ".ott", ".wps", ".docm", ".dotx", ".dotm"})
"""Endings of the files that LibreOffice reads and this program does not."""

_SECONDS = 120
_TARGET = "docx:MS Word 2007 XML"
_SAVE_AS = (
    "mở tệp bằng Word hoặc LibreOffice, chọn Lưu thành (Save As), kiểu Word (.docx), rồi chạy lại"
)


def is_converted(path: Path) -> bool:
    """Whether a file must be turned into .docx before it can be read."""
    return path.suffix.lower() in CONVERTED


def converted(data: bytes, path: Path, seconds: float = _SECONDS) -> bytes:
    """The file's bytes as .docx; `path` tells its kind, and what it is called in messages.

    Raises InputError: NK001 no LibreOffice here, NK002 it took too long, NK003 it made nothing.
    """
    suffix = path.suffix.lower()
    try:
        return convert(data, suffix, _TARGET, seconds)
    except NotInstalledError as error:
        message = f"chưa đọc thẳng được tệp {suffix}, và máy này không có LibreOffice"
        raise _refused("NK001", message, path) from error
    except TookTooLongError as error:
        message = f"LibreOffice chuyển tệp này quá {seconds:g} giây nên đã dừng"
        raise _refused("NK002", message, path) from error
    except MadeNothingError as error:
        message = "LibreOffice không chuyển được tệp này sang .docx"
        raise _refused("NK003", message, path) from error


def _refused(code: str, message: str, path: Path) -> InputError:
    return InputError([Problem(code, message, Place(shown_path(path)), _SAVE_AS)])
