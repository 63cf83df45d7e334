"""What a figure counts: the words after it, what they multiply by, the words before it."""

import re
from decimal import Decimal

SCALES = {
    "nghìn": Decimal(10**3),
    "ngàn": Decimal(10**3),
    "vạn": Decimal(10**4),
    "triệu": Decimal(10**6),
    "tr": Decimal(10**6),
    "tỷ": Decimal(10**9),
    "tỉ": Decimal(10**9),
}
"""Words that multiply the figure before them."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MEASURES = _words(
    """km km2 km² m m2 m² m3 m³ mm cm dm ha kg g gam gram tấn tạ yến lít l ml mét độ °c ° kwh kw mw
    mwh gwh mva kv gb mb tb mbps gbps usd eur đồng đ vnđ vnd hécta hecta giờ phút giây sào công mẫu
    điểm lần dặm inch bar atm lux db nghìn ngàn vạn triệu tr tỷ tỉ năm tháng ngày tuần"""
)
"""Units that can have decimals."""

_NO_MEASURE = re.compile(
    r"công (?:văn|điện|chức|an|trình|dân|nhân|ty|đoàn|viên|việc|trường|sở)|"
    r"mẫu (?:phiếu|đơn|biểu|nước|số|giấy|hồ sơ|văn bản|bệnh phẩm)"
)
GLUED = MEASURES - {"công", "mẫu", "l", "giờ"} | {"người", "hồ", "vụ", "hộ", "xã", "lượt"}
"""Units that people type without a space before them; `h` and capital `G` are no such units."""

_THINGS = _words(
    """người hộ hồ lượt vụ trường cơ đơn xã phường thôn thủ tthc dvc dvctt dịch văn cuộc buổi lớp
    học sinh giáo cán công viên đồng đảng đại doanh hợp dự nhiệm chỉ tiêu tài thẻ giấy phiếu dữ
    thửa mũi liều ca bệnh giường trạm phòng bộ chiếc cái con cây gốc điểm tổ đội nhóm đoàn tin bài
    phóng chuyên mô kế quyết nghị báo đề chương hội hóa hoá chuyến tàu xe phương máy kiosk bãi khu
    cụm cá lao trẻ phụ nam nữ đối sản thuê kênh trang cổng hệ ứng mẫu chứng chữ ý kiến bản thành nội
    vườn hành bị án quận huyện tỉnh sở ban ngành đặc nền cặp thiết camera đoạn tuyến cầu hố mã di lễ
    khách du container teu tờ quyển cuốn suất căn nhà mặt bậc môn giải huy bằng kỷ danh cột thùng
    gói lô khẩu quả gia lồng bè sạp chợ nguồn khoản vị trí gương tập tiết lá đợt kỳ phiên câu lời
    món loại nước quốc tổng dân thí sáng chi thanh nông thuyền ngư tác bên việc quy hoạt hạng phần
    lĩnh vaccine vắc tem thông tố khiếu"""
)
_STOPS = _words(
    """và là đã được đạt có của trong tại cho với để do từ đến trên dưới so tăng giảm bằng chiếm gồm
    hoặc hay thì mà theo về vào ra nên sẽ đang còn như khi nhưng nếu tính trở này đó kể cùng thuộc
    tương ước hoàn tiếp phát bao vượt hiện qua không chưa bị các những"""
)
_NAMED = re.compile(
    r"\s?(?:ngày|tháng|năm|quý|khu phố|ấp|thôn|xóm|tổ|phường)\s+(?:[0-9_]|[IVX]+\b)", re.IGNORECASE
)
_PERCENT = re.compile(r"\s?[%‰]")
_AFTER = re.compile(r"[ \u00a0\u202f]?(?P<word>[^\W\d_]+[23²³]?(?![\w])|°[cC]?)")
_NEXT = re.compile(r"[ \u00a0/](?P<word>[^\W\d_]+[23²³]?(?![\w]))")
_PERCENT_POINTS = re.compile(r"[ \u00a0]?(điểm (?:%|phần trăm))", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:(?<![\w])(?:trên|hơn|khoảng|gần|xấp xỉ|ngót|chừng|dưới|ít nhất|tối thiểu|tối đa|không quá"
    r"|không dưới|không thấp hơn|từ)|[~≈≥≤<>])\s*\Z",
    re.IGNORECASE,
)
_LONGEST_UNIT = 4  # words


def unit_after(text: str, end: int) -> str:
    """The words after a figure that ends at `end` that say what it counts, in lower case.

    At most four, up to a mark, a digit or a word that goes on with the sentence: `hồ sơ`,
    `tỷ đồng`, `triệu đồng/ha`, `điểm %`; "" where none stand there.
    """
    if match := _PERCENT_POINTS.match(text, end):
        return match[1].lower()
    match = _AFTER.match(text, end)
    words, last = "", end
    for _ in range(_LONGEST_UNIT):
        if match is None or match["word"].lower() in _STOPS or (words and _is_name(match["word"])):
            break
        glue = "/" if match[0].startswith("/") else " "
        words = f"{words}{glue}{match['word'].lower()}" if words else match["word"].lower()
        last = match.end()
        match = _NEXT.match(text, last)
    return words


def scale_of(unit: str) -> Decimal:
    """What the first word of a unit multiplies by; 1 where it is no such word."""
    return SCALES.get(_first_word(unit), Decimal(1))


def is_measured(unit: str) -> bool:
    """Whether the unit can have decimals: `tỷ đồng`, `ha`, `km`, `điểm %`."""
    return _first_word(unit) in MEASURES and not _NO_MEASURE.match(unit)


def names_things(text: str, end: int) -> bool:
    """Whether a noun that is counted or measured, or a percent sign, stands right after `end`."""
    if _PERCENT.match(text, end):
        return True
    match = _AFTER.match(text, end)
    if match is None or _NAMED.match(text, end):
        return False
    word = match["word"]
    if len(word) > 1 and word.isupper() and word.isalpha():
        return True
    return word.lower() in _THINGS or word.lower() in MEASURES


def is_approximate(text: str, start: int) -> bool:
    """Whether a word before `start` makes the figure there an estimate or a bound."""
    return _ABOUT.search(text[max(0, start - 20) : start]) is not None


def _first_word(unit: str) -> str:
    return re.split(r"[ /]", unit, maxsplit=1)[0]


def _is_name(word: str) -> bool:
    """Whether a word begins with a capital but is no abbreviation: `Ngày`, not `CCCD`."""
    return word[0].isupper() and not word.isupper()
