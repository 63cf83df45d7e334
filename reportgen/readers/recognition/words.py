"""The decree's words as they are recognised: any case, either tone placement, any dash or blank."""

import re

from reportgen.dossier.kinds import KINDS
from reportgen.layout.nd30 import MOTTO, NATIONAL_NAME, URGENCY_BOXES
from reportgen.vietnamese.text import fold_tone_placement, nfc

_DASHES = re.compile("[‐‑‒–—−­-]")
_BLANKS = re.compile(r"\s+")


def fold(text: str) -> str:
    """A text for comparing: small letters, one blank at a time, plain dashes, old tone places."""
    plain = _DASHES.sub("-", fold_tone_placement(nfc(text)).casefold())
    return _BLANKS.sub(" ", plain).strip()


def bare(text: str) -> str:
    """`fold`, without dashes and punctuation: `độc lập tự do hạnh phúc`."""
    return _BLANKS.sub(" ", re.sub(r"[\W_]+", " ", fold(text))).strip()


NATIONAL = bare(NATIONAL_NAME)
PARTY = "đảng cộng sản việt nam"
MOTTO_WORDS = bare(MOTTO)
KIND_NAMES = frozenset(bare(kind.name) for kind in KINDS.values())
DECISIONS = frozenset(bare(kind.decision_word) for kind in KINDS.values() if kind.decision_word)
URGENCIES = frozenset(bare(name) for name in URGENCY_BOXES) | {"hỏa tốc hẹn giờ"}

#: All of these are matched against a folded text.
CIRCULATION = re.compile(r"\(?(?:lưu hành nội bộ|xem xong trả lại|trả lại sau khi họp.*)\)?\.?")
DRAFT = re.compile(r"[(\[]?dự thảo\b.*")
RULE = re.compile(r"[-_=~. ]{3,}|(?:\* ?){1,9}|_{1,2}")
NUMBER = re.compile(
    r"số ?[:.]? ?[\d .…_]*(?:\([^)]*\))?[a-z]? ?[/-] ?[\w&.…()_-][\w&.…()_/ -]{0,40}"
    r"|số ?: ?(?:\d+\S*|[.…_ /-]*)"
)
PLACE_AND_DATE = re.compile(
    r"(?!hôm nay)(?:[^;:]{1,80}[, .…])?ngày[ \d.…_/]*tháng[ \d.…_/]*năm[ \d.…_]*"
    r"|(?!hôm nay)[^;:\d]{2,60}[, ] ?(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\.?"
)
ABOUT = re.compile(r"(?:v ?/ ?v|về việc)\b")
ADDRESSING = re.compile(r"kính (?:gửi|trình)\b ?:?|[^:]{2,90} điện ?:")
RECIPIENTS = re.compile(r"nơi (?:nhận|gửi)(?=\W|$) ?:?")
FILED = re.compile(r"[-+*•]? ?lưu\b")
ITEM = re.compile(r"[-+*•·]")
BASIS = re.compile(
    r"[-+]? ?(?:(?:căn cứ|theo đề nghị|xét đề nghị|xét tờ trình|xét)\b(?! (?:vào )?kết quả))"
)
DECISION_WORD = re.compile(rf"(?:{'|'.join(sorted(DECISIONS))}) ?:?")
ATTACHED = re.compile(r"\(?(?:ban hành )?(?:kèm theo|đính kèm|gửi kèm)\b.*")
PERIOD = re.compile(
    r"\((?=.*\b(?:ngày|tháng|quý|năm|kỳ|tuần)\b)"
    r"(?:từ|tính|số liệu|kỳ|thời điểm|giai đoạn|tháng|quý|năm|tuần)\b.*\)"
)
APPENDIX = re.compile(
    r"phụ lục(?: số)?(?: (?P<number>[ivxlc]{1,6}|\d{1,2}|[a-hđ]))?(?: ?[.:/-])?"
    r"(?P<title> .+)?"
)
DRAFTER = re.compile(r"(?:[^\W\d_]{1,6}[.,]? ?){1,3}\(\d{1,4}\)\.?|\(\d{1,4}\)")
SIGNED = re.compile(r"\(?(?:đã ký|ký tên|ký, |chữ ký|ký và|ký số|ký, đóng dấu).*")
ADDRESS = re.compile(r"(?:địa chỉ|trụ sở|điện thoại|đt|tel|fax|e-?mail|website|số điện thoại)\b.*")

AUTHORITY = re.compile(
    r"(?:tm|kt|tl|tuq|t ?/ ?m|k ?/ ?t|t ?/ ?l|t ?/ ?u ?/ ?q) ?[./:] ?\S.*|"
    r"(?:tm|kt|tl|tuq) \S.*"
)
POSITION = re.compile(
    r"(?:q\.? |quyền )?(?:phó |tổng )?(?:chủ tịch|giám đốc|tổng giám đốc|cục trưởng|vụ trưởng|"
    r"chánh |bộ trưởng|thứ trưởng|thủ tướng|bí thư|trưởng |viện trưởng|hiệu trưởng|tổ trưởng|"
    r"tổ phó|chi cục trưởng|chủ nhiệm|tổng cục trưởng|thư ký|chủ tọa|chủ trì|người |đại diện|"
    r"ủy viên|tư lệnh|chỉ huy|kế toán|thủ trưởng|đội trưởng|chính ủy|hạt trưởng|trạm trưởng|"
    r"bên [ab]\b|uỷ viên)"
)
#: Words that open the name of a body of its own, so that what stands above is its superior.
AGENCY = re.compile(
    r"(?:ủy ban|ubnd|hội đồng|hđnd|ban|bcđ|tổ công tác|tổ|sở|bộ|cục|chi cục|tổng cục|vụ|viện|"
    r"văn phòng|phòng|trung tâm|trường|công an|công ty|tổng công ty|tập đoàn|đoàn|đảng ủy|"
    r"tỉnh ủy|thành ủy|chi bộ|đảng bộ|liên đoàn|mặt trận|thanh tra|kho bạc|bảo hiểm|bệnh viện|"
    r"chính phủ|quốc hội|tòa án|ngân hàng|thuế|hải quan|cơ quan|đài|báo|hội|quỹ|học viện|"
    r"đại học|chi nhánh|trạm|bưu điện)\b"
)
HEAD_OF_AGENCY = re.compile(
    rf"(?:{AGENCY.pattern}|chủ tịch|giám đốc|bộ trưởng|thủ tướng|chánh|tổng giám đốc|cục trưởng|"
    r"thủ trưởng|hiệu trưởng|trưởng|bí thư|tổng cục trưởng|viện trưởng|chi cục trưởng)"
)
_LETTER = re.compile(r"[^\W\d_]")


def in_capitals(text: str) -> bool:
    """Whether the text has letters, and none of them small."""
    return bool(_LETTER.search(text)) and text == text.upper()


def typed_end(text: str, folded_end: int) -> int:
    """The offset in a text as typed of an offset in its folded form."""
    wanted = fold(text)[:folded_end].rstrip()
    end = 0
    while end < len(text) and len(fold(text[:end])) < len(wanted):
        end += 1
    return end
