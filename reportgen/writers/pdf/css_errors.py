"""What the PDF engine complains of in a frame, in Vietnamese."""

import re

_REASONS = {
    "unknown property": "không có thuộc tính này",
    "property not supported yet": "thuộc tính chưa dùng được trong PDF",
    "invalid value": "giá trị không hợp lệ",
    "no value": "thiếu giá trị",
    "descriptor not supported": "không có thuộc tính này",
    "prefixed properties are ignored": "thuộc tính riêng của một trình duyệt",
    "System fonts are not supported": "không dùng được phông của hệ thống",
}
_KNOWN = (
    (
        r"^Ignored `(.+)` at (\d+):(\d+), (.+?)\.?$",
        "kiểu dáng, dòng {1}: bỏ qua “{0}”, {3}",
    ),
    (r"^Invalid or unsupported selector '(.+?)'", "kiểu dáng: không hiểu bộ chọn “{0}”"),
    (r"^Unknown empty rule .* at (\d+):(\d+)", "kiểu dáng, dòng {0}: không hiểu quy tắc"),
    (r"^Parse error at (\d+):(\d+)", "kiểu dáng, dòng {0}: sai cú pháp"),
    (r"^Failed to load image at '(.+?)'", "không lấy được ảnh “{0}”"),
    (r"^Failed to load stylesheet at (\S+)", "không lấy được tệp kiểu dáng “{0}”"),
    (r"^Failed to load font at (\S+)", "không lấy được phông chữ “{0}”"),
    (r"^Relative URI reference without a base URI: (.+)", "địa chỉ không đầy đủ: {0}"),
    (r"^No anchor #(\S+) for internal URI reference", "liên kết trỏ tới chỗ không có: “{0}”"),
    (r"^Anchor defined twice: (.+)", "một tên đặt cho hai chỗ: {0}"),
)


def in_vietnamese(message: str) -> str:
    """The engine's message in Vietnamese, its own words in brackets; as it is where not known."""
    for pattern, words in _KNOWN:
        if match := re.search(pattern, message, re.DOTALL):
            told = words.format(*(_REASONS.get(part, part) for part in match.groups()))
            return f"{told} ({message})"
    return message
