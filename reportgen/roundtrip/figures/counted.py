"""What a figure counts, as the column `don_vi_tinh` says it: `hồ sơ`, `TTHC`, `tỷ đồng`."""

import re
from collections.abc import Sequence

from reportgen.checks.figures.model import Figure
from reportgen.checks.figures.units import is_measured

_LONG = (
    "dịch vụ công trực tuyến", "dịch vụ công", "thủ tục hành chính", "ủy ban nhân dân",
    "uỷ ban nhân dân", "giấy chứng nhận", "cơ sở kinh doanh", "bãi đỗ xe", "phiếu khảo sát",
    "cơ quan, tổ chức", "cán bộ, công chức", "xã, phường", "người nước ngoài", "mũi tiêm",
    "đoàn viên", "nghìn tỷ đồng", "tổ dân phố", "trạm y tế", "máy tính",
)  # fmt: skip
_ONE = re.compile(
    "người|hộ|lượt|vụ|trường|lớp|xã|phường|thôn|thẻ|giấy|phiếu|nhóm|điểm|tổ|đội|đoàn|tin|bài|đơn|máy"
    "|xe|tàu|cây|con|chiếc|cái|cuộc|buổi|hội|đợt|ca|liều|mũi|giường|khu|cụm|đề|bản|gói|lô|cặp|tuyến"
    "|cầu|mã|camera|container|suất|căn|nhà|khoản|kiosk|chuyến|huyện|tỉnh|sở|ban|em|cháu|phòng|trạm"
    "|chợ|tờ|ấp|khách|cuốn|bộ|lần|thuyền|bè"
)
_TWO = re.compile(
    "trường (?:hợp|học)|bản (?:án|sao)|nhà (?:máy|văn)|xe (?:máy|ô)|tàu cá|bộ hồ"
    "|hội (?:viên|nghị|thảo)|đoàn (?:viên|kiểm)|tổ (?:chức|công)|tin báo|bài viết|máy tính"
    "|giấy (?:phép|tờ|khen)|trạm biến|phòng học|lớp học|điểm (?:trường|cầu)|khu (?:phố|đất)"
    "|đề (?:án|tài)|mã số|ban chỉ|nhóm trẻ|khách hàng|cây xanh|xã phường|đơn (?:vị|thư)|mũi tiêm"
    "|cuộc họp|cặp vợ|hộ (?:dân|gia|nghèo)|vụ (?:án|việc)"
)
_SAME = {"tỉ": "tỷ"}
_MEASURE = re.compile(
    r"(?:đồng|đ|tỷ|triệu|nghìn|ngàn|vạn|ha|km2?|km²|m[23]?|kg|tấn|tạ|lít|kwh|mw|điểm %)(?!\w)"
)
_POINT = re.compile(r"điểm(?! %| phần trăm)")


def counted(text: str, figures: Sequence[Figure]) -> str:
    """The unit of figures that are told together; "" where no words after one of them say it."""
    return next((unit for figure in figures if (unit := _unit(text, figure))), "")


def is_measure(unit: str) -> bool:
    """Whether the unit measures: a name made of it alone would say nothing."""
    return _MEASURE.match(unit) is not None


def _unit(text: str, figure: Figure) -> str:
    if figure.percent or not figure.unit:
        return ""
    stands = text[figure.end : figure.end + len(figure.unit) + 2].lstrip(" \u00a0\u202f")
    words = " ".join(stands[: len(figure.unit)].split())
    lowered = words.lower()
    if lowered != figure.unit:
        return ""
    if is_measured(figure.unit) and not _POINT.match(lowered):
        return _measured(lowered)
    return _thing(re.sub(r"(?i)\Atổng (?:số )?(?=\w)", "", words))


def _thing(words: str) -> str:
    """The noun that the words begin with: an abbreviation, one syllable or more."""
    lowered = words.lower()
    typed = words.partition(" ")[0]
    if _is_abbreviation(typed):
        return typed
    first, two = typed.lower(), " ".join(lowered.split(" ")[:2])
    long = next((name for name in _LONG if lowered.startswith(name)), "")
    return long or (first if _ONE.fullmatch(first) and not _TWO.match(two) else two)


def _measured(words: str) -> str:
    found = re.match(r"(?:nghìn|ngàn|triệu|tỷ|tỉ|tr|vạn)(?: tỷ)?(?: [^\W\d_]+)?", words)
    told = found[0] if found else words.split(" ", maxsplit=1)[0]
    return " ".join(_SAME.get(word, word) for word in told.split())


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and word.isupper()
