"""Text files as they were typed: changed and written back with their own line ends and mark."""

from dataclasses import dataclass
from pathlib import Path

from reportgen.dossier.files import read_data

_UTF8_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class TypedFile:
    """A text with line feeds for line ends; `marked`: UTF-8 mark before it, `crlf`: Windows."""

    text: str
    marked: bool = False
    crlf: bool = False

    def data(self, text: str) -> bytes:
        """Another text in this file's manner."""
        typed = text.replace("\n", "\r\n") if self.crlf else text
        return (_UTF8_MARK if self.marked else b"") + typed.encode("utf-8")


def read_typed(path: Path, family: str) -> TypedFile:
    """The text of a UTF-8 file; raises what `read_data` raises."""
    data = read_data(path, family)
    text = data.removeprefix(_UTF8_MARK).decode("utf-8")
    crlf = "\r\n" in text
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return TypedFile(plain, data.startswith(_UTF8_MARK), crlf)
