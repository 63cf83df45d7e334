"""Phrases around a figure, without what leads up to it and without dates that pass."""

import re
from functools import lru_cache

from reportgen.vietnamese import nfc

_DATE = (
    r"(?:(?:tính\s+)?(?:đến|từ|trong|vào|kể từ|trước)\s+)?(?:nay\s+)?(?:thời điểm\s+)?"
    r"(?:(?:đầu|cuối|hết|giữa|sáng|chiều)\s+)?"
    r"(?:ngày|tháng|quý|năm|kỳ)\s+(?:báo cáo|này|qua|[0-9IVX_][0-9IVX/._-]*)"
    r"(?:\s+(?:tháng|năm)\s+[0-9_]+)*"
)
_DATES = re.compile(rf"(?<!\w)\(?{_DATE}\)?(?!\w)", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?<!\w)(?:trong|riêng)\s+(?:tháng|kỳ|quý|tuần)(?!\w)|trong đó,?\s+(?:tháng|quý)\s",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\A\s*(?:[-+*–•]\s+|[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]\s+|[a-zđê]\)\s+|[IVX]+\.\s+"
    r"|\([0-9a-zđ]{1,2}\)\s*|⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁾\s*)+"
)
_LEADS = re.compile(
    r"\A(?:và|với|trong đó|đồng thời|bên cạnh đó|ngoài ra|cụ thể|cụ thể là|cụ thể như sau"
    r"|(?:tính )?đến nay|hiện nay|hiện tại|hiện|trong tháng|trong kỳ|trong quý|trong năm|theo đó"
    r"|qua đó|nhất là|riêng|còn|nhưng|mà|thì|gồm|bao gồm|gồm có|như|trên địa bàn (?:toàn )?tỉnh"
    r"|toàn tỉnh|tổng số(?! tiền)|số lượng|tổng cộng|tổng|đối với|kết quả|ước"
    r"|số(?! (?:hóa|hoá|liệu|tiền))|có|là|tại|của|đạt|bằng"
    r"|chiếm|để|do|từ|đến|trên|vào|về|theo|cho|ở|khoảng|gần|hơn|cùng|lũy kế|luỹ kế"
    r"|tiếp tục|hoàn thành tốt|các|những)(?=[\s,:;)]|\Z)[\s,:]*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:\A|[\s,:(–-])(?:là|đạt|có|được|gồm|bao gồm|cho|tại|với|trên|khoảng|gần|hơn|ước|bằng"
    r"|đã có|hiện có|đạt t[ỷỉ] lệ|với t[ỷỉ] lệ|t[ỷỉ] lệ|số lượng|tổng số|tổng cộng|ít nhất"
    r"|tối thiểu|tối đa|không quá|đảm bảo|bảo đảm|và|cụ thể|trong đó|như sau|của|lên|xuống|thêm|còn"
    r"|chiếm|thành|theo|ở|đến|từ|qua|trong|vào|về|hoặc|cùng|đã|xong|cụ thể là|số|các|tăng|giảm"
    r"|phấn đấu|tương ứng|tương đương|đối với|xử lý được|nay|thông qua|duy trì"
    r"|duy trì đảm bảo)[\s,:(–-]*\Z",
    re.IGNORECASE,
)
_WHOLE_WORDS = re.compile(
    r"(?<!\w)(?:hoàn thành|cắt giảm|kết quả|lũy kế|đối tượng|số hóa|số hoá|gia tăng)(?!\w)",
    re.IGNORECASE,
)
_LINKED = re.compile(r"\A(?:của|trên tổng số|trên tổng|trên|trong|tại|thì|là)\s+", re.IGNORECASE)
_EDGES = " \u00a0\t\n\r,;:.…–-+/“”\"'()*"
STOP = re.compile(
    r"[;\n…]|\.(?=\s|\Z|/)|[(),]|\s[-–]\s|:|(?<!\w)(?:trong đó"
    r"|đạt(?! được| kết quả| chuẩn| yêu cầu| danh hiệu)|chiếm|tăng|giảm|so với|với số"
    r"|với tổng|gồm|bao gồm|cụ thể|tương ứng|tỷ lệ|tỉ lệ|bằng|do|nhằm|để|đồng thời|từ đó)(?!\w)",
    re.IGNORECASE,
)
"""Where the words after a figure end that say what it counts."""

ONE_NAME = re.compile(
    r"(?:xã|phường|thị trấn|sở|ban|ngành|bộ|cán bộ|công chức|viên chức|lãnh đạo|cơ quan|hồ sơ"
    r"|tổ chức|huyện|thị xã|BHXH|BHYT|lương hưu|hộ nghèo|đoàn thể), "
    r"(?=(?:xã|phường|thị trấn|thị xã|đặc khu|ban|ngành|công chức|viên chức|cán bộ|người lao động"
    r"|tổ chức|đơn vị|địa phương|giấy tờ|kết quả|thành phố|cá nhân|BHYT|BHTN|trợ cấp|hộ)(?!\w))",
    re.IGNORECASE,
)
"""A comma that parts no phrases: `cán bộ, công chức`."""


@lru_cache(maxsize=4096)
def cleaned(phrase: str) -> str:
    """A phrase before a figure without labels, dates, connectives and verbs that link."""
    before, words = None, _glued(_DATES.sub(" ", _LABEL.sub("", phrase)))
    while before != words:
        before = words
        words = _LEADS.sub("", words.strip(_EDGES))
        words = _TAIL.sub("", words).strip(_EDGES)
    return closed(words.replace("_", " "))


def tidy(phrase: str) -> str:
    """A phrase after a figure without dates and without a connective at its end."""
    return _ended(_LINKED.sub("", " ".join(_DATES.sub(" ", phrase).split())))


def _ended(words: str) -> str:
    """The words without connectives at their end."""
    before, words = None, _glued(words).strip(_EDGES)
    while before != words:
        before, words = words, _TAIL.sub("", words).strip(_EDGES)
    return closed(words.replace("_", " "))


def _glued(words: str) -> str:
    """The words with a `_` within those that only seem to end in a connective."""
    return _WHOLE_WORDS.sub(lambda found: found[0].replace(" ", "_"), words)


def closed(words: str) -> str:
    """The words without a bracket or a quotation mark that has lost its fellow."""
    for opening, closing in ("()", "“”"):
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, " ").replace(closing, " ")
    return " ".join(words.split())


def is_of_period(phrase: str) -> bool:
    """Whether the words say that only this period is meant (`trong tháng 9/2025`)."""
    return bool(_PERIOD.search(phrase))


def shortened(words: str, most: int) -> str:
    """At most so many words, not ending in one that links."""
    parts = words.split()
    if len(parts) <= most:
        return words
    return _ended(" ".join(parts[:most]))


def capitalised(words: str) -> str:
    """With a capital at the beginning."""
    return words[:1].upper() + words[1:]


def uncapitalised(words: str) -> str:
    """As it goes on in a phrase: `Sở Y tế` and `TTHC` keep their capitals."""
    first, _, rest = words.partition(" ")
    if len(first) > 1 and any(sign.isupper() for sign in first[1:]):
        return words
    if re.match(r"(?:[^\W\d_]+,? ){0,2}[A-ZĐ][^\W\d_A-Z]", rest):
        return words
    return words[:1].lower() + words[1:]


def readable(words: str) -> str:
    """The words as a table may hold them: no signs that cannot be seen."""
    shown = (sign if sign.isprintable() else " " for sign in nfc(words))
    return " ".join("".join(shown).split())


def size(words: str) -> int:
    """How many words there are."""
    return len(words.split())
