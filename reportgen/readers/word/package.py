"""Opening what is said to be a Word file: what it must not be, and its parts one by one."""

from reportgen.problems import InputError, Place, Problem
from reportgen.zip_parts import (
    TYPES,
    BrokenZipError,
    TooLargeError,
    ZipParts,
    carries_macros,
    is_old_or_locked,
    odd_entries,
)

#: More entries than this has no document; pictures of a long report are a few hundred.
MOST_PARTS = 10_000
#: Of one part, and of all parts that are read, unpacked (pictures are never unpacked).
MOST_OF_A_PART = 64 * 1024 * 1024
MOST_BYTES = 128 * 1024 * 1024
_AGAIN = "mở tệp bằng Word, lưu lại dạng .docx rồi kiểm tra lại"
_OTHERS = {
    "xl/workbook.xml": "bảng tính Excel (.xlsx)",
    "xl/workbook.bin": "bảng tính Excel (.xlsb)",
    "ppt/presentation.xml": "bản trình chiếu PowerPoint (.pptx)",
    "mimetype": "tệp OpenDocument (.odt) hoặc sách điện tử",
    "index.xml": "tệp Pages",
}
_BEGINNINGS = {
    b"%PDF": "tệp PDF",
    b"{\\rtf": "tệp RTF",
    b"<!doctype html": "trang web",
    b"<html": "trang web",
    b"<?xml": "tệp XML",
}


class Package:
    """The parts of a Word file by name, unpacked when they are asked for."""

    def __init__(self, data: bytes, file: str) -> None:
        """Open `data`; `file` names it in messages.

        Raises InputError: WF001 no Word file or damaged, WF002 locked by a password, WF003 Word
        97-2003, WF004 with macros, WF005 too large, WF006 dangerous, WF007 of another program.
        """
        self.file = file
        if is_old_or_locked(data):
            raise self._old_or_locked(data)
        try:
            self._parts = ZipParts(data, MOST_OF_A_PART, MOST_BYTES)
        except BrokenZipError as error:
            raise self._no_zip(data) from error
        self.names = self._parts.names
        self._check()

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def read(self, name: str) -> bytes:
        """The bytes of a part; KeyError where there is none of that name."""
        try:
            return self._parts.read(name)
        except TooLargeError as error:
            raise self.too_large(name) from error
        except BrokenZipError as error:
            raise self._damaged(f"tệp Word bị hỏng ở phần “{name}”, không giải nén được") from error

    def refused(self, code: str, message: str, hint: str = _AGAIN) -> InputError:
        return InputError([Problem(code, message, Place(self.file), hint)])

    def too_large(self, name: str) -> InputError:
        """What to raise where a part is larger than can be read."""
        message = f"phần “{name}” của tệp Word quá lớn so với một văn bản, không đọc được"
        return self.refused("WF005", message, "chia văn bản thành nhiều tệp nhỏ hơn")

    def _check(self) -> None:
        entries = self._parts.entries
        if len(entries) > MOST_PARTS:
            message = f"tệp Word có quá nhiều phần (trên {MOST_PARTS})"
            raise self.refused("WF005", message)
        if odd := next(odd_entries(entries), None):
            raise self.refused("WF006", f"tệp có {odd}")
        if carries_macros(self.names, self.read(TYPES) if TYPES in self.names else b""):
            hint = "mở bằng Word, lưu lại dạng .docx (không phải .docm): macro sẽ được bỏ"
            raise self.refused("WF004", "tệp Word có macro", hint)
        if "word/document.xml" not in self.names:
            for name, what in _OTHERS.items():
                if name in self.names:
                    raise self._of_another_program(what)

    def _old_or_locked(self, data: bytes) -> InputError:
        if "EncryptedPackage".encode("utf-16-le") in data:
            hint = "mở bằng Word, vào Tệp > Thông tin > Bảo vệ tài liệu, bỏ mật khẩu rồi lưu lại"
            return self.refused("WF002", "tệp Word có mật khẩu nên không đọc được", hint)
        if "WordDocument".encode("utf-16-le") in data:
            hint = "mở bằng Word, chọn Lưu thành, kiểu tệp .docx"
            return self.refused("WF003", "tệp ở dạng Word 97-2003 (.doc)", hint)
        return self._of_another_program("tệp Office dạng cũ, không phải văn bản Word")

    def _no_zip(self, data: bytes) -> InputError:
        start = data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
        for beginning, what in _BEGINNINGS.items():
            if start.startswith(beginning.lower()):
                return self._of_another_program(what)
        if not data:
            return self._damaged("tệp rỗng, không có nội dung")
        if data.startswith(b"PK"):
            return self._damaged("tệp Word bị hỏng hoặc bị cắt ngang")
        return self._damaged("tệp không phải là tệp Word (.docx)")

    def _damaged(self, message: str) -> InputError:
        hint = "mở tệp bằng Word để sửa, lưu lại dạng .docx; hoặc chép lại tệp gốc"
        return self.refused("WF001", message, hint)

    def _of_another_program(self, what: str) -> InputError:
        return self.refused("WF007", f"đây là {what}, không phải tệp Word (.docx)")
