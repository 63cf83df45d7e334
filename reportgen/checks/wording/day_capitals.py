"""VB025: capitals in the names of weekdays, months and holidays."""

from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.seeking import Sought, sought
from reportgen.checks.subject import Subject
from reportgen.checks.wording.gathering import Slip, told_of_capitals
from reportgen.problems import Severity

_DAY = r"(?:hai|ba|tư|năm|sáu|bảy)"
_NOT_COUNTED = r"(?<!lần )(?<!họp )(?<!khóa )"
_PATTERNS: tuple[tuple[Sought, str], ...] = (
    (
        sought(
            rf"{_NOT_COUNTED}\b[Tt]hứ (?P<word>{_DAY})(?=,? ?\(?(?:ngày )?\d{{1,2}}[/-]\d)", "hứ "
        ),
        "",
    ),
    (sought(rf"{_NOT_COUNTED}\b[Tt]hứ (?P<word>{_DAY})(?=,? ngày \d)", "hứ "), ""),
    (sought(rf"(?<=từ )thứ (?P<word>{_DAY})(?= đến (?:hết )?thứ)", "thứ "), ""),
    (sought(rf"\bthứ (?P<word>{_DAY})(?= (?:hằng|hàng) tuần)", "thứ "), ""),
    (sought(r"\bCách mạng tháng (?P<word>tám)\b", "Cách mạng tháng tám"), ""),
    (sought(r"\b(?:[Tt]ết) Nguyên (?P<word>Đán)\b", " Nguyên Đán"), "small"),
    (sought(r"\b(?:ngày|lễ|Lễ|dịp) Quốc (?P<word>Khánh)\b", " Quốc Khánh"), "small"),
)


def _check(subject: Subject) -> Iterator[Finding]:
    yield from told_of_capitals(RULE, subject, _slips)


def _slips(passage: Passage) -> Iterator[Slip]:
    seen: set[int] = set()
    for pattern, how in _PATTERNS:
        for match in pattern.finditer(passage.text):
            if match.start() in seen:
                continue
            seen.add(match.start())
            word = match["word"]
            changed = word.lower() if how else word.capitalize()
            right = match[0].removesuffix(word) + changed
            message = f"“{match[0]}” viết hoa chưa đúng"
            yield Slip(passage, *match.span(), message, f"viết “{right}”")


RULE = Rule(
    "VB025",
    "viết hoa tên ngày trong tuần, tháng, ngày lễ",
    Severity.ADVICE,
    "tên ngày trong tuần, tháng trong năm không dùng chữ số thì viết hoa: thứ Hai, tháng Tám; ngày "
    "lễ: Quốc khánh, tết Nguyên đán (Phụ lục II, V.5 và V.8 Nghị định 30/2020/NĐ-CP)",
    "Hội nghị diễn ra lúc 14 giờ thứ sáu, ngày 19/9/2025.",
    "Hội nghị diễn ra lúc 14 giờ thứ Sáu, ngày 19/9/2025.",
    _check,
)
