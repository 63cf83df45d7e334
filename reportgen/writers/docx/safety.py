"""What a frame may not be: unreadable, too large, with macros, reaching outside, left open."""

import io
import zipfile

from reportgen.problems import InputError, Place, Problem
from reportgen.writers.docx.frame_dangers import dangers
from reportgen.writers.docx.oxml import plain_text, w
from reportgen.writers.docx.package import Package
from reportgen.zip_parts import MOST_SHRUNK, SMALL, UNREADABLE, is_old_or_locked

#: A frame is a page of text and a few pictures; a package beyond this is no frame.
MOST_PARTS = 1000
MOST_BYTES = 64 * 1024 * 1024  # of all parts unpacked
MOST_OF_XML = 1024 * 1024  # of one part: docxtpl needs the square of its length to fill it

_WITH_COMMANDS = ("word/document", "word/header", "word/footer")
_GO_BACK = "mở tệp khung bằng Word, lưu lại dạng .docx; hoặc chép lại khung gốc"


def checked_package(data: bytes, file: str) -> bytes:
    """`data`, looked at before anything of it is used; `file` names it in messages.

    Raises InputError MA091 where it is no readable Word file, MA100 where it carries what a frame
    has no use for: macros, embedded objects, references to things outside of it (web and mail
    addresses are none: one must click them).
    """
    if is_old_or_locked(data):
        hint = "bỏ mật khẩu của tệp, hoặc mở bằng Word và lưu lại dạng .docx"
        raise _refused("MA091", "tệp khung có mật khẩu hoặc ở dạng .doc cũ", file, hint)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_size(archive, file)
            problems = list(dangers(archive, file))
    except UNREADABLE as error:
        message = "tệp khung không đọc được như một tệp Word"
        raise _refused("MA091", message, file, _GO_BACK) from error
    if problems:
        raise InputError(problems)
    return data


def check_commands(package: Package, file: str) -> None:
    """Raise InputError (MA093) with every paragraph in which a Jinja command is left open.

    Jinja would take all that follows for a part of the command.
    """
    texts = [
        plain_text(paragraph)
        for name in package.parts
        if name.startswith(_WITH_COMMANDS) and name.endswith(".xml")
        for paragraph in package.xml(name).iter(w("p"))
    ]
    problems = [
        Problem(
            "MA093",
            f"khung có công thức chưa đóng: “{text.strip()}”",
            Place(file),
            "mỗi {{ phải có }}, mỗi {% phải có %} trong cùng một đoạn",
        )
        for text in texts
        if text.count("{{") != text.count("}}") or text.count("{%") != text.count("%}")
    ]
    if problems:
        raise InputError(problems)


def _check_size(archive: zipfile.ZipFile, file: str) -> None:
    entries = archive.infolist()
    # A zip says how large each part is, and no reader takes more of it than that.
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
        limit = MOST_BYTES // (1024 * 1024)
        message = f"tệp khung giải nén ra quá lớn (trên {limit} MB hoặc {MOST_PARTS} phần)"
        raise _refused("MA091", message, file, _GO_BACK)
    for entry in entries:
        is_bomb = entry.file_size > SMALL and entry.file_size > MOST_SHRUNK * entry.compress_size
        if is_bomb or (entry.file_size > MOST_OF_XML and _is_xml(archive, entry)):
            message = f"phần “{entry.filename}” của khung quá lớn"
            raise _refused("MA091", message, file, _GO_BACK)


def _is_xml(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Whether a part is XML by its name or, whatever it is called, by how it begins."""
    with archive.open(entry) as part:
        begins = part.read(1024).lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    return entry.filename.lower().endswith(".xml") or begins.startswith(b"<")


def _refused(code: str, message: str, file: str, hint: str) -> InputError:
    return InputError([Problem(code, message, Place(file), hint)])
