"""Files of office programs taken apart (they are ZIP), with distrust: nothing unpacks to no end."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator

#: A part that shrinks further than this is nothing that a person typed.
MOST_SHRUNK = 300
SMALL = 4 * 1024 * 1024  # however much it shrinks

#: What reading a damaged, locked or oddly packed ZIP raises.
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,  # encrypted
    NotImplementedError,  # a compression that nobody uses here
    EOFError,
    OSError,
    ValueError,
)
#: How a file of Office 97-2003 begins, and any that a password locks.
OLE = b"\xd0\xcf\x11\xe0"
#: The part that says what the others are (ECMA-376 part 2, §7.2.3).
TYPES = "[Content_Types].xml"
_LOCKED = 1  # general purpose bit 0, APPNOTE 4.4.4
_MOST_SHOWN = 100
_MACROS = ("vbaproject.bin", "vbadata.xml")


def is_old_or_locked(data: bytes) -> bool:
    """Whether the file is of the kind that Office 97-2003 and passwords make."""
    return data.startswith(OLE)


def carries_macros(names: Iterable[str], types: bytes) -> bool:
    """Whether parts of these names, declared by those content types, hold macros."""
    return b"macroEnabled" in types or any(name.lower().endswith(_MACROS) for name in names)


def odd_entries(entries: Iterable[zipfile.ZipInfo]) -> Iterator[str]:
    """What entries are that no office program writes, in words with their names.

    Names that lead out of the archive, or that programs read differently; entries that are locked,
    that are links to elsewhere, or of one name (in whatever case, as Windows has it).
    """
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        steps = name.split("/")
        if name.startswith("/") or ".." in steps or any(sign in name for sign in "\\:\0"):
            yield f"phần mang tên nguy hiểm: {name[:_MOST_SHOWN]!r}"
        if entry.flag_bits & _LOCKED:
            yield f"phần bị khoá bằng mật khẩu: {name[:_MOST_SHOWN]}"
        if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
            yield f"phần là lối tắt tới chỗ khác: {name[:_MOST_SHOWN]}"
        if name.casefold() in seen:
            yield f"hai phần trùng tên: {name[:_MOST_SHOWN]}"
        seen.add(name.casefold())


class BrokenZipError(Exception):
    """The file, or a part of it, cannot be unpacked."""


class TooLargeError(Exception):
    """A part unpacks to more than anybody wants."""


class ZipParts:
    """The parts of a file by name, unpacked when they are asked for."""

    def __init__(self, data: bytes, most_of_a_part: int, most_bytes: int) -> None:
        """Open `data`; of one part, and of all that are read, so many bytes at most.

        Raises BrokenZipError.
        """
        self._most = most_of_a_part
        self._left = most_bytes
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except UNREADABLE as error:
            raise BrokenZipError from error
        self.entries = tuple(self._archive.infolist())
        self.names = frozenset(self._archive.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a part; raises KeyError for none, BrokenZipError, TooLargeError."""
        entry = self._archive.getinfo(name)
        shrunk = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > min(self._most, self._left):
            raise TooLargeError
        if entry.file_size > SMALL and shrunk > MOST_SHRUNK:
            raise TooLargeError
        try:
            data = self._archive.read(entry)
        except UNREADABLE as error:
            raise BrokenZipError from error
        self._left -= len(data)
        return data
