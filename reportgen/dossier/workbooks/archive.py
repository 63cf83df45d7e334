"""Opening what is said to be an Excel workbook: what it must not be, and its parts one by one."""

from lxml import etree

from reportgen.problems import InputError, Place, Problem
from reportgen.zip_parts import OLE, BrokenZipError, TooLargeError, ZipParts

#: Of a whole file, of one part and of all parts that are read, unpacked.
MOST_OF_A_FILE = 32 * 1024 * 1024
MOST_OF_A_PART = 40 * 1024 * 1024
MOST_BYTES = 128 * 1024 * 1024
MOST_PARTS = 5_000

WORKBOOK = "xl/workbook.xml"
SAVE_AS_XLSX = "mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu “Excel Workbook (*.xlsx)”"
_OTHERS = {
    "xl/workbook.bin": "sổ tính Excel dạng nhị phân (.xlsb)",
    "word/document.xml": "tài liệu Word (.docx)",
    "ppt/presentation.xml": "bản trình chiếu PowerPoint (.pptx)",
    "mimetype": "sổ tính OpenDocument (.ods)",
    "Index/Document.iwa": "sổ tính Numbers",
}
_BEGINNINGS = {
    b"%pdf": "tệp PDF",
    b"<html": "trang web được đặt đuôi của Excel",
    b"<!doctype html": "trang web được đặt đuôi của Excel",
    b"<table": "trang web được đặt đuôi của Excel",
    b"<?xml": "tệp XML được đặt đuôi của Excel",
}


class Archive:
    """The parts of a workbook by name, unpacked when they are asked for; links lead nowhere."""

    def __init__(self, data: bytes, file: str) -> None:
        """Open `data`; `file` names it in messages. Raises InputError CT031."""
        self.file = file
        if len(data) > MOST_OF_A_FILE:
            raise self._too_large()
        if not data.startswith(b"PK"):
            raise self._no_zip(data)
        try:
            self._parts = ZipParts(data, MOST_OF_A_PART, MOST_BYTES)
        except BrokenZipError as error:
            raise self._damaged() from error
        self.names = self._parts.names
        if len(self._parts.entries) > MOST_PARTS:
            raise self._too_large()
        if WORKBOOK not in self.names:
            what = next((_OTHERS[name] for name in _OTHERS if name in self.names), None)
            raise self.refused(f"đây là {what}, không phải tệp .xlsx") if what else self._damaged()

    def read(self, name: str) -> bytes:
        """The bytes of a part; raises InputError CT031 where it is missing, broken or too large."""
        try:
            return self._parts.read(name)
        except TooLargeError as error:
            raise self._too_large() from error
        except (KeyError, BrokenZipError) as error:
            raise self._damaged() from error

    def tree(self, name: str) -> etree._Element:
        """A part as XML; entities are not resolved, nothing is fetched. Raises as `read`."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(self.read(name), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._damaged() from error

    def refused(self, message: str, hint: str = SAVE_AS_XLSX) -> InputError:
        """What to raise for a file that cannot serve."""
        return InputError([Problem("CT031", message, Place(self.file), hint)])

    def _too_large(self) -> InputError:
        hint = "xoá các trang, hình ảnh và dòng trống thừa, rồi lưu lại; hoặc lưu riêng trang cần"
        return self.refused("sổ tính quá lớn, không đọc", hint)

    def _damaged(self) -> InputError:
        hint = "mở bằng Excel để sửa rồi lưu lại dạng .xlsx; không mở được thì xin lại tệp"
        return self.refused("tệp Excel bị hỏng, không đọc được", hint)

    def _no_zip(self, data: bytes) -> InputError:
        if "EncryptedPackage".encode("utf-16-le") in data:
            hint = "mở bằng Excel, vào Tệp > Thông tin > Bảo vệ sổ làm việc, bỏ mật khẩu rồi lưu"
            return self.refused("sổ tính có mật khẩu nên không đọc được", hint)
        if data.startswith(OLE):
            return self.refused("sổ tính ở dạng Excel 97-2003 (.xls)")
        start = data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
        for beginning, what in _BEGINNINGS.items():
            if start.startswith(beginning):
                return self.refused(f"đây là {what}, không phải tệp .xlsx")
        return self._damaged() if not data else self.refused("đây không phải là tệp Excel (.xlsx)")
