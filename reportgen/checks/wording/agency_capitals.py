"""VB022: capitals in the names of bodies and offices that every document names."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.gathering import Slip, told_of_capitals
from reportgen.checks.wording.letters import cased_like
from reportgen.problems import Severity
from reportgen.vietnamese.text import fold_tone_placement

_UNITS = r"(?:tỉnh|thành phố|xã|phường|đặc khu|các|cấp|huyện|quận|thị xã)"
#: What is wrong, and how it is written.
_NAMES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b[Ủủ]y Ban [Nn]hân [Dd]ân\b"), "Ủy ban nhân dân"),
    (re.compile(r"\bỦy ban Nhân Dân\b"), "Ủy ban nhân dân"),
    (re.compile(rf"\bủy ban nhân dân(?= {_UNITS}\b)"), "Ủy ban nhân dân"),
    (re.compile(r"\b[Hh]ội Đồng [Nn]hân [Dd]ân\b"), "Hội đồng nhân dân"),
    (re.compile(r"\bHội đồng Nhân Dân\b"), "Hội đồng nhân dân"),
    (re.compile(rf"\bhội đồng nhân dân(?= {_UNITS}\b)"), "Hội đồng nhân dân"),
    (re.compile(r"\bỦy Ban(?= (?:Mặt trận|Thường vụ|Kiểm tra|thường vụ|kiểm tra))"), "Ủy ban"),
    (re.compile(r"\bChính Phủ\b"), "Chính phủ"),
    (re.compile(r"\bQuốc Hội\b"), "Quốc hội"),
    (re.compile(r"\bThủ Tướng\b"), "Thủ tướng"),
    (re.compile(r"\bPhó Chủ Tịch\b"), "Phó Chủ tịch"),
    (re.compile(r"(?<!Phó )\bChủ Tịch\b"), "Chủ tịch"),
    (re.compile(r"\bPhó Giám Đốc\b"), "Phó Giám đốc"),
    (re.compile(r"(?<!Phó )\bGiám Đốc\b"), "Giám đốc"),
    (re.compile(r"\bBí Thư\b"), "Bí thư"),
    (re.compile(r"\bBan Chỉ Đạo\b"), "Ban Chỉ đạo"),
    (re.compile(r"\bVăn Phòng\b"), "Văn phòng"),
    (re.compile(r"\b(?:Tỉnh|Thành|Đảng) Ủy\b"), ""),
    (re.compile(r"\bCông An(?= (?:tỉnh|thành phố|xã|phường|đặc khu))"), "Công an"),
    (re.compile(r"\bTòa Án\b"), "Tòa án"),
    (re.compile(r"\bViện Kiểm Sát\b"), "Viện kiểm sát"),
)
_OTHER_WORDS = re.compile(r"\s+Phẩm\b")  # Văn Phòng Phẩm in a firm's name


def _check(subject: Subject) -> Iterator[Finding]:
    yield from told_of_capitals(RULE, subject, _slips)


def _slips(passage: Passage) -> Iterator[Slip]:
    folded = fold_tone_placement(passage.text)
    done = 0
    for match, name in sorted(_matches(folded), key=lambda found: found[0].start()):
        if match.start() < done or _is_title_case(folded, match.end()):
            continue
        done = match.end()
        written = passage.text[match.start() : match.end()]
        right = cased_like(name, written) if name else written.capitalize()
        message = f"“{written}” viết hoa chưa đúng"
        yield Slip(passage, *match.span(), message, f"viết “{right}”", kind=right)


def _matches(folded: str) -> Iterator[tuple[re.Match[str], str]]:
    for pattern, name in _NAMES:
        for match in pattern.finditer(folded):
            if not _OTHER_WORDS.match(folded, match.end()):
                yield match, name


def _is_title_case(text: str, end: int) -> bool:
    """Whether the words that follow all begin with capitals, as in a firm's or a Party slogan."""
    words = re.findall(r"[^\W\d_]+", text[end : end + 60])[:4]
    return len(words) == 4 and all(word[0].isupper() and not word.isupper() for word in words)


RULE = Rule(
    "VB022",
    "viết hoa tên cơ quan, chức vụ",
    Severity.WARNING,
    "tên cơ quan, tổ chức viết hoa chữ cái đầu của từ chỉ loại hình, chức năng, lĩnh vực, không "
    "viết hoa từng âm tiết (Phụ lục II, IV.1.a và V.3 Nghị định 30/2020/NĐ-CP)",
    "Giao các sở, ban, ngành và Uỷ Ban Nhân Dân các xã, phường tổ chức thực hiện.",
    "Giao các sở, ban, ngành và Ủy ban nhân dân các xã, phường tổ chức thực hiện.",
    _check,
)
