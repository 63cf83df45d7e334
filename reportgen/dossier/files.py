"""Reading text files: how a path is shown to its user, and which encodings are accepted."""

import difflib
import errno
import os
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from reportgen.dossier.consulted import file_there, note_data
from reportgen.problems import InputError, Place, Problem
from reportgen.system_errors import reason, shortened
from reportgen.vietnamese import nfc

MOST_BYTES = {"HS": 16_000_000, "CT": 64_000_000, "KT": 100_000_000}
"""How large a file may be in bytes, by the family of its problems: words, tables, Word files."""
UNPRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
"""Signs that YAML 1.1 forbids; Word and PDF cannot print them either."""

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS_UTF8 = {
    "HS": "mở tệp bằng Notepad, chọn Save As (Lưu thành) rồi chọn Encoding: UTF-8",
    "CT": "trong Excel chọn Save As (Lưu thành), kiểu “CSV UTF-8 (Comma delimited)”; "
    "trong Notepad chọn Encoding: UTF-8",
}
_OFFICE = {
    "HS": "ghi đúng tên tệp chữ (.yaml, .md), không phải tệp Word hay Excel",
    "CT": "sổ tính Excel thì đặt tên có đuôi .xlsx; hoặc " + _SAVE_AS_UTF8["CT"],
}
_STAND_INS: ContextVar[Mapping[Path, str]] = ContextVar("_STAND_INS")


@contextmanager
def standing_in(texts: Mapping[Path, str]) -> Iterator[None]:
    """Let texts stand for the files at these paths, whether there are such files or not.

    So a dossier can be read with changes that nobody has written yet. Holds for the code inside
    and what it calls; texts of an outer `standing_in` stay.
    """
    around = _STAND_INS.get({})
    token = _STAND_INS.set({**around, **{full_path(path): text for path, text in texts.items()}})
    try:
        yield
    finally:
        _STAND_INS.reset(token)


def full_path(path: Path) -> Path:
    """The path from the root, without `..`: one name for each file."""
    return Path(os.path.normpath(Path.cwd() / path))


def shown_path(path: Path) -> str:
    """The path as a user would type it: from the current folder where it lies inside it."""
    full = full_path(path)
    here = Path.cwd()
    return str(full.relative_to(here)) if full.is_relative_to(here) else os.path.normpath(path)


def read_text(path: Path, family: str, named_at: Place | None = None) -> str:
    """The text of a UTF-8 file (with or without BOM), in NFC, lines ended by line feeds.

    `family` is the first half of the problems' codes (`HS` for YAML, `CT` for CSV); `named_at`
    is where another file names this one. Raises InputError: 001 no such file, 002 unreadable,
    003 another encoding or no text at all.
    """
    return _decoded(read_data(path, family, named_at), shown_path(path), family)


def read_data(path: Path, family: str, named_at: Place | None = None) -> bytes:
    """The bytes of a file; `family`, `named_at` and what is raised (001, 002) as in `read_text`.

    Devices, pipes and sockets, and files of more than MOST_BYTES, are not read (002).
    """
    stand_ins = _STAND_INS.get(None)
    if stand_ins and (text := stand_ins.get(full_path(path))) is not None:
        return text.encode("utf-8")
    try:
        data = _bytes_of(path, MOST_BYTES.get(family, MOST_BYTES["HS"]))
    except (OSError, ValueError) as error:
        if isinstance(error, OSError):
            file_there(path)
        raise InputError([_unreadable(path, family, named_at, error)]) from error
    note_data(path, data)
    return data


def refuse_link_out(path: Path) -> None:
    """Raise InputError (GH010) where a template's file is a link that leads out of its folder."""
    try:
        inside = path.resolve().is_relative_to(path.parent.resolve())
    except (OSError, RuntimeError, ValueError):  # reading will tell
        return
    if not inside:
        message = "tệp của mẫu là lối tắt trỏ ra ngoài thư mục của mẫu nên không được đọc"
        hint = "chép hẳn tệp vào thư mục đó, thay cho lối tắt"
        raise InputError([Problem("GH010", message, Place(shown_path(path)), hint)])


def _bytes_of(path: Path, most: int) -> bytes:
    """What an ordinary file holds. Raises OSError (EFBIG where it is too large)."""
    # A pipe that nobody writes to must not keep us waiting.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        kind = os.fstat(handle).st_mode
        if stat.S_ISDIR(kind):
            raise IsADirectoryError(errno.EISDIR, "", str(path))
        if not stat.S_ISREG(kind):
            raise OSError(errno.ENODEV, "", str(path))
        data = file.read(most + 1) if os.fstat(handle).st_size <= most else b""
        if os.fstat(handle).st_size > most or len(data) > most:
            raise OSError(errno.EFBIG, "", str(path))
    return data


def _decoded(data: bytes, file: str, family: str) -> str:
    if data.startswith((_ZIP, _OLE)):
        message = "tệp này là sổ tính hay tài liệu Office, không phải tệp chữ"
        raise InputError([Problem(f"{family}003", message, Place(file), _OFFICE[family])])
    if data.startswith(_UTF16_MARKS) or data[:200].count(0) > len(data[:200]) // 4:
        message = "tệp lưu ở bảng mã UTF-16; chương trình chỉ đọc UTF-8"
        raise InputError([Problem(f"{family}003", message, Place(file), _SAVE_AS_UTF8[family])])
    try:
        text = data.removeprefix(_UTF8_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = (
            "tệp không lưu ở bảng mã UTF-8 (có thể là Windows-1258, TCVN3 hay VNI); "
            "chữ có dấu đầu tiên không đọc được nằm ở dòng này"
        )
        place = Place(file, line)
        problem = Problem(f"{family}003", message, place, _SAVE_AS_UTF8[family])
        raise InputError([problem]) from error
    return nfc(text).replace("\r\n", "\n").replace("\r", "\n")


def unprintable_signs(text: str, file: str, code: str) -> Iterator[Problem]:
    """The lines of a text with signs that nothing can print, the first sign of each."""
    hint = "xoá ký tự đó (thường lẫn vào khi chép từ Word) rồi gõ lại dấu cách hoặc xuống dòng"
    for number, line in enumerate(text.split("\n"), 1):
        if match := UNPRINTABLE.search(line):
            message = f"có ký tự không nhìn thấy U+{ord(match[0]):04X}, không in được"
            yield Problem(code, message, Place(file, number, match.start() + 1), hint)


def _unreadable(
    path: Path, family: str, named_at: Place | None, error: OSError | ValueError
) -> Problem:
    file = shown_path(path)
    place = named_at or Place(file)
    match error:
        case FileNotFoundError() | NotADirectoryError():
            start = "nơi đặt hồ sơ" if named_at else "thư mục hiện tại"
            hint = _similar(path, start)
            return Problem(f"{family}001", f"không tìm thấy tệp “{file}”", place, hint)
        case IsADirectoryError():
            what, hint = f"“{file}” là thư mục, không phải tệp", "ghi rõ tên tệp trong thư mục đó"
        case OSError(errno=errno.EFBIG):
            most = MOST_BYTES.get(family, MOST_BYTES["HS"]) // 1_000_000
            what, hint = (
                f"tệp “{file}” lớn quá {most} MB, không đọc",
                "chia thành nhiều tệp nhỏ hơn",
            )
        case OSError(errno=errno.ENODEV | errno.ENXIO):
            what = f"“{file}” không phải là tệp thường (là thiết bị, đường ống…), không đọc"
            hint = "ghi tên một tệp có nội dung"
        case PermissionError():
            what, hint = f"không có quyền đọc tệp “{file}”", "kiểm tra quyền truy cập tệp"
        case _:
            what = f"không đọc được tệp “{shortened(file)}”: {reason(error)}"
            hint = "kiểm tra lại tên tệp và ổ đĩa"
    return Problem(f"{family}002", what, place, hint)


def _similar(path: Path, start: str) -> str:
    """The file that was probably meant; else where paths are reckoned from."""
    folder = path.parent
    if not os.path.isdir(folder):  # noqa: PTH112 - of a name too long as well
        return f"thư mục “{shown_path(folder)}” không có; kiểm tra lại đường dẫn"
    names = sorted(entry.name for entry in folder.iterdir() if entry.is_file())
    near = difflib.get_close_matches(path.name, names, n=1, cutoff=0.7)
    if near:
        return f"có phải là “{near[0]}” không?"
    return f"kiểm tra lại tên tệp và thư mục (đường dẫn tính từ {start})"
