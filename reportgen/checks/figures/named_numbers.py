"""Numbers that belong to a name: `Đề án 06`, `khoản 2 Điều 5`, `mức độ 2`, `Mô hình 15 và 23`."""

import re
from collections.abc import Iterator

from reportgen.checks.figures.units import names_things

_LIST = (
    r"(?P<numbers>[0-9]{1,5}(?:\.[0-9]{1,2}){0,3}"
    r"(?:(?:\s?[,;–-]\s?|\s+(?:và|đến|hoặc|hay)\s+)[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}(?![0-9/%])){0,30})"
    r"(?![0-9/%]|[.,][0-9]|\s?%)"
)

_ALWAYS = (
    "điều|khoản|phụ lục|phụ biểu|biểu số|biểu|bảng|hình|mẫu số|mẫu|chú thích|trang|tiểu mục|chương"
    "|đề án|nghị định|thông tư|luật|nghị quyết|chỉ thị|công điện|pháp lệnh|công văn|văn bản"
    "|thông báo|kết luận|quyết định|tờ trình|hướng dẫn|quy định|quy chế|chương trình|mô hình"
    "|quốc lộ|tỉnh lộ|hương lộ|mức độ|lần thứ|thứ|phiên bản|covid|windows|office|android|ios|vneid"
    "|tiêu chí số|tiêu chí|chỉ tiêu số|nội dung số|mục tiêu số|khu vực|vành đai|tháng"
    "|đại hội|mùng|mồng"
)
_UNLESS_COUNTED = (
    "mục|điểm|phần|kế hoạch|dự án|báo cáo|cấp|mức|loại|nhóm|lớp|khối|tổ|thôn|khu phố|xóm|ấp|bản|xã"
    "|phường|quận|huyện|tổ dân phố|đợt|khóa|khoá|kỳ|tập|quyển|hạng|bậc|vòng|tuần|quý|ngày|lô|trạm"
    "|đội|tầng|phòng|bước|câu|cột|dòng|tiểu khu|khoảnh|lần|bài|chuyên đề|nội dung|chỉ tiêu|nhiệm vụ"
    "|mục tiêu|giải pháp|phương án|kịch bản|năm|số|số:|tiểu dự án|hợp phần|vùng|khu|ca|ga|km|tuyến"
    "|đường|phố|trục|type|giai đoạn|phương thức|cửa khẩu|mốc|cọc|lữ đoàn|trung đoàn|tiểu đoàn"
    "|sư đoàn|mũi|liều|quân khu|binh đoàn|công ty|chi nhánh|xí nghiệp|đoàn|tổ công tác"
)
_ALWAYS_RE = re.compile(rf"(?<![\w])(?:{_ALWAYS})\s+{_LIST}", re.IGNORECASE)
_UNLESS_COUNTED_RE = re.compile(rf"(?<![\w])(?P<word>{_UNLESS_COUNTED})\s+{_LIST}", re.IGNORECASE)
_COUNTING_SO = re.compile(
    r"(?:tổng|trong|trên|với|dân|quân|sĩ|con|hệ|doanh|chỉ|tần|tỷ|tỉ|thiểu|đa)\s+\Z", re.IGNORECASE
)
_VERBS_BEFORE = re.compile(r"(?:đã|được|mới|lại|đổi|và|để|việc)\s+\Z", re.IGNORECASE)
_LEVEL_OR_SHARE = re.compile(r"(?:(?:cấp|tuyến|khối)\s+(?:xã|huyện)|một\s+phần)\Z", re.IGNORECASE)
_PLAIN_YEAR = re.compile(r"(?<![\w./,])(?:19[3-9]|20[0-9])[0-9](?![\w/]|[.,][0-9])")


def named_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where in `text` numbers stand that are part of a name or a reference, or a bare year.

    A number after a word such as `cấp`, `mức` or `điểm` is one too, unless a noun that is counted
    comes after it (`cấp 21 giấy phép`).
    """
    for match in _ALWAYS_RE.finditer(text):
        if not _counted_after_all(text, match):
            yield match.span("numbers")
    for match in _UNLESS_COUNTED_RE.finditer(text):
        if not _counts(text, match):
            yield match.span("numbers")
    for match in _PLAIN_YEAR.finditer(text):
        if not names_things(text, match.end()):
            yield match.span()


def _counted_after_all(text: str, match: re.Match[str]) -> bool:
    """`ban hành chương trình 120 ha`, `Kế hoạch 15 tỷ đồng`: money and measures name nothing."""
    return (
        re.match(r"\s+(?:tỷ|tỉ|triệu|nghìn|ngàn)\s", text[match.end() : match.end() + 12])
        is not None
    )


def _counts(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 12) : match.start()]
    if match["word"].lower() in ("số", "số:") and _COUNTING_SO.search(before):
        return True
    if _LEVEL_OR_SHARE.search(before + match["word"]):  # `cấp xã 236`, `một phần 482`
        return True
    if match["word"].lower() == "cấp" and _VERBS_BEFORE.search(before):
        return True
    return names_things(text, match.end())
