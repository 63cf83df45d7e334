"""Why the system refused a file, in Vietnamese; its own words are English."""

import errno

_REASONS = {
    errno.EACCES: "không có quyền",
    errno.EIO: "ổ đĩa đọc, ghi bị lỗi",
    errno.EISDIR: "đây là thư mục",
    errno.ELOOP: "lối tắt trỏ vòng",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ENOENT: "không có thư mục này",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.ENOTDIR: "đường dẫn đi qua một tệp",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
}
_MOST_SHOWN = 100


def reason(error: OSError | ValueError) -> str:
    """The reason in a few words; ValueError is what Python says of a name with a null byte."""
    if not isinstance(error, OSError):
        return "tên có ký tự không dùng được"
    return _REASONS.get(error.errno or 0, f"mã lỗi {error.errno} của hệ điều hành")


def shortened(name: str) -> str:
    """A name as it can be shown: one longer than any file's is cut."""
    return name if len(name) <= _MOST_SHOWN else f"{name[:_MOST_SHOWN]}…"
