"""What a Word file brings along that a frame has no business with: looked at without opening it."""

import io
import re
import zipfile
from collections.abc import Iterator

from reportgen.problems import InputError, Place, Problem, Severity

#: A frame is a few dozen kilobytes, a logo in it a few megabytes.
MOST_OF_PART = 20 * 2**20
MOST_OF_ALL = 50 * 2**20
_MEGABYTE = 2**20
_MACROS = re.compile(r"(?:^|/)(?:vbaProject\.bin|vbaData\.xml)$|(?:^|/)activeX/", re.IGNORECASE)
_EMBEDDED = re.compile(r"(?:^|/)embeddings/", re.IGNORECASE)
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r"""(\w+)\s*=\s*(["'])(.*?)\2""")


def refuse_oversized(data: bytes, file: str) -> None:
    """Raise InputError (MA100) for a file that unpacks into more than a frame can be."""
    problems = list(_oversized(data, file))
    if problems:
        raise InputError(problems)


def inspect(data: bytes, file: str) -> list[Problem]:
    """Oversized parts (MA100), macros and embedded objects (MA101), links out of the file (MA102).

    Nothing for data that is no zip: whoever reads it says so.
    """
    problems = list(_oversized(data, file))
    if problems:
        return problems
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                problems += _of_part(name, archive, file)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        return []
    return problems


def _oversized(data: bytes, file: str) -> Iterator[Problem]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError):
        return
    hint = "bỏ hình ảnh lớn khỏi khung, hoặc bắt đầu lại từ khung gốc"
    large = [part for part in parts if part.file_size > MOST_OF_PART]
    for part in large:
        message = f"phần “{part.filename}” quá lớn ({part.file_size // _MEGABYTE} MB)"
        yield Problem("MA100", message, Place(file), hint)
    whole = sum(part.file_size for part in parts)
    if not large and whole > MOST_OF_ALL:
        message = f"tệp khung bung ra quá lớn ({whole // _MEGABYTE} MB)"
        yield Problem("MA100", message, Place(file), hint)


def _of_part(name: str, archive: zipfile.ZipFile, file: str) -> Iterator[Problem]:
    if _MACROS.search(name):
        message = f"khung chứa macro hay điều khiển ActiveX (phần “{name}”)"
        hint = "trong Word chọn Save As, kiểu Word Document (*.docx), để bỏ macro"
        yield Problem("MA101", message, Place(file), hint)
    elif _EMBEDDED.search(name):
        message = f"khung chứa tệp nhúng (phần “{name}”)"
        yield Problem(
            "MA101", message, Place(file), "xoá đối tượng nhúng; hình ảnh thì dán dạng ảnh"
        )
    elif name == "[Content_Types].xml" and b"macroEnabled" in archive.read(name):
        message = "khung là tệp có macro (.docm) đổi tên"
        hint = "trong Word chọn Save As, kiểu Word Document (*.docx)"
        yield Problem("MA101", message, Place(file), hint)
    elif name.endswith(".rels"):
        yield from _links_out(archive.read(name).decode("utf-8", "replace"), file)


def _links_out(relations: str, file: str) -> Iterator[Problem]:
    for relation in _RELATION.findall(relations):
        found = {name: value for name, _, value in _ATTRIBUTE.findall(relation)}
        if found.get("TargetMode", "").lower() != "external":
            continue
        kind, target = found.get("Type", "").rsplit("/", 1)[-1], found.get("Target", "")
        if kind == "hyperlink":
            message = f"khung có liên kết ra ngoài: {target}"
            hint = "giữ lại nếu đây là địa chỉ của cơ quan"
            yield Problem("MA102", message, Place(file), hint, Severity.WARNING)
        else:
            message = f"khung lấy nội dung từ ngoài tệp ({kind}): {target}"
            hint = (
                "trong Word: Developer, Document Template, bỏ tệp mẫu đính kèm"
                if kind == "attachedTemplate"
                else "chèn hẳn hình ảnh hay nội dung vào tệp, không chèn liên kết"
            )
            yield Problem("MA102", message, Place(file), hint)
