"""VB022: capitals in the names of bodies and offices that every document names."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.seeking import Sought, sought
from reportgen.checks.subject import Subject
from reportgen.checks.wording.gathering import Slip, told_of_capitals
from reportgen.checks.wording.letters import cased_like
from reportgen.problems import Severity
from reportgen.vietnamese.text import fold_tone_placement

_UNITS = r"(?:tỉnh|thành phố|xã|phường|đặc khu|các|cấp|huyện|quận|thị xã)"
#: What is wrong, and how it is written.
_NAMES: tuple[tuple[Sought, str], ...] = (
    (sought(r"\b[Ủủ]y Ban [Nn]hân [Dd]ân\b", "y Ban "), "Ủy ban nhân dân"),
    (sought(r"\bỦy ban Nhân Dân\b", " Nhân Dân"), "Ủy ban nhân dân"),
    (sought(rf"\bủy ban nhân dân(?= {_UNITS}\b)", "ủy ban nhân dân "), "Ủy ban nhân dân"),
    (sought(r"\b[Hh]ội Đồng [Nn]hân [Dd]ân\b", "ội Đồng "), "Hội đồng nhân dân"),
    (sought(r"\bHội đồng Nhân Dân\b", " Nhân Dân"), "Hội đồng nhân dân"),
    (sought(rf"\bhội đồng nhân dân(?= {_UNITS}\b)", "hội đồng nhân dân "), "Hội đồng nhân dân"),
    (
        sought(r"\bỦy Ban(?= (?:Mặt trận|Thường vụ|Kiểm tra|thường vụ|kiểm tra))", "Ủy Ban "),
        "Ủy ban",
    ),
    (sought(r"\bChính Phủ\b", "Chính Phủ"), "Chính phủ"),
    (sought(r"\bQuốc Hội\b", "Quốc Hội"), "Quốc hội"),
    (sought(r"\bThủ Tướng\b", "Thủ Tướng"), "Thủ tướng"),
    (sought(r"\bPhó Chủ Tịch\b", "Phó Chủ Tịch"), "Phó Chủ tịch"),
    (sought(r"(?<!Phó )\bChủ Tịch\b", "Chủ Tịch"), "Chủ tịch"),
    (sought(r"\bPhó Giám Đốc\b", "Phó Giám Đốc"), "Phó Giám đốc"),
    (sought(r"(?<!Phó )\bGiám Đốc\b", "Giám Đốc"), "Giám đốc"),
    (sought(r"\bBí Thư\b", "Bí Thư"), "Bí thư"),
    (sought(r"\bBan Chỉ Đạo\b", "Ban Chỉ Đạo"), "Ban Chỉ đạo"),
    (sought(r"\bVăn Phòng\b", "Văn Phòng"), "Văn phòng"),
    (sought(r"\b(?:Tỉnh|Thành|Đảng) Ủy\b", " Ủy"), ""),
    (sought(r"\bCông An(?= (?:tỉnh|thành phố|xã|phường|đặc khu))", "Công An "), "Công an"),
    (sought(r"\bTòa Án\b", "Tòa Án"), "Tòa án"),
    (sought(r"\bViện Kiểm Sát\b", "Viện Kiểm Sát"), "Viện kiểm sát"),
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
