"""Files of office programs taken apart (they are ZIP), with distrust: nothing unpacks to no end."""

import io
import zipfile
import zlib
from collections.abc import Iterable

#: A part that shrinks further than this is nothing that a person typed.
_MOST_SHRUNK = 300
_SMALL = 4 * 1024 * 1024  # however much it shrinks

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
_MACROS = ("vbaproject.bin", "vbadata.xml")


def is_old_or_locked(data: bytes) -> bool:
    """Whether the file is of the kind that Office 97-2003 and passwords make."""
    return data.startswith(OLE)


def carries_macros(names: Iterable[str], types: bytes) -> bool:
    """Whether parts of these names, declared by those content types, hold macros."""
    return b"macroEnabled" in types or any(name.lower().endswith(_MACROS) for name in names)


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
        if entry.file_size > _SMALL and shrunk > _MOST_SHRUNK:
            raise TooLargeError
        try:
            data = self._archive.read(entry)
        except UNREADABLE as error:
            raise BrokenZipError from error
        self._left -= len(data)
        return data
