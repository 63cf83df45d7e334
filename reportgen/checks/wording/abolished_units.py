"""VB030: units of the level that was abolished on 1/7/2025, in documents issued since."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Part, Passage
from reportgen.checks.seeking import sought
from reportgen.checks.subject import Subject
from reportgen.checks.wording.former_cities import FORMER_CITIES
from reportgen.checks.wording.gathering import Slip, told
from reportgen.checks.wording.history import is_of_the_past, speaks_since
from reportgen.checks.wording.letters import CAPITAL, SMALL
from reportgen.places.provinces import SINCE
from reportgen.problems import Severity
from reportgen.vietnamese.text import fold_tone_placement

_WORD = rf"{CAPITAL}{SMALL}*"
_NAME = rf"{_WORD}(?:[ -]{_WORD}){{0,3}}"
_CITIES = "|".join(re.escape(name) for name in sorted(FORMER_CITIES, key=len, reverse=True))
_PATTERNS = (
    sought(
        r"\b(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Công an|Tòa án nhân dân|Thanh tra)"
        rf" (?:cấp )?(?:các )?(?:huyện|quận|thị xã|thị trấn)(?: {_NAME})?(?![^\W\d_])",
        " huyện",
        " quận",
        " thị ",
    ),
    sought(
        r"\b(?:UBND|HĐND|ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN) (?:HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)\b",
        " HUYỆN",
        " QUẬN",
        " THỊ ",
    ),
    sought(r"\b(?:Huyện ủy|Quận ủy|Thị ủy)\b(?![^\W\d_])", "Huyện ủy", "Quận ủy", "Thị ủy"),
    sought(
        r"\bPhòng (?:Giáo dục và Đào tạo|Lao động - Thương binh và Xã hội|Tài chính - Kế hoạch)"
        rf"(?: (?:huyện|quận|thị xã|thành phố)(?: {_NAME})?)?(?![^\W\d_])",
        "Phòng ",
    ),
    sought(
        rf"(?<!liên )\b(?:[Hh]uyện(?: đảo)?|[Tt]hị xã|[Tt]hị trấn|[Qq]uận) (?:{_NAME}|\d{{1,2}})"
        r"(?![^\W\d_])",
        *("huyện ", "Huyện ", "hị xã ", "hị trấn ", "quận ", "Quận "),
    ),
    sought(
        rf"(?<!tỉnh, )\b(?:[Tt]hành phố|TP\.?|Tp\.?) ?(?:{_CITIES})(?![^\W\d_])",
        *("hành phố ", "TP", "Tp"),
    ),
    sought(r"\bcấp huyện\b", "cấp huyện"),
    sought(r"\bcác huyện(?:, (?:quận|thị xã|thành phố|thị trấn))*\b", "các huyện"),
    # a measure of the law bears that name
    sought(r"(?<!giáo dục tại )\bxã, phường, thị trấn\b", "xã, phường, "),
    sought(r"\bphường, xã, thị trấn\b", "phường, xã, "),
)
_NOT_UNITS = re.compile(r"^[Qq]uận (?:Công|chúa)|[Hh]uyện đội", re.I)


def _check(subject: Subject) -> Iterator[Finding]:
    if not speaks_since(subject, SINCE):
        return
    first: dict[str, Slip] = {}
    for passage in subject.manuscript.passages:
        if passage.part is not Part.RUNNING:
            for slip in _slips(passage):
                first.setdefault(fold_tone_placement(slip.quote).lower(), slip)
    yield from told(RULE, first.values(), singly=5)


def _slips(passage: Passage) -> Iterator[Slip]:
    folded = fold_tone_placement(passage.text)
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            start, end = match.span()
            if any(start < last and begin < end for begin, last in taken):
                continue
            taken.append((start, end))
            if _NOT_UNITS.match(match[0]) or is_of_the_past(passage, start):
                continue
            written = passage.text[start:end]
            message = f"“{written}” thuộc cấp đã kết thúc hoạt động từ ngày 01/7/2025"
            yield Slip(passage, start, end, message, _HINT)


_HINT = (
    "ghi xã, phường, đặc khu hiện nay; nếu nói về thời gian trước thì thêm “(cũ)” hoặc mốc thời "
    "gian"
)

RULE = Rule(
    "VB030",
    "đơn vị cấp huyện đã kết thúc hoạt động từ ngày 01/7/2025",
    Severity.WARNING,
    "từ ngày 01/7/2025 chính quyền địa phương có hai cấp: cấp tỉnh và cấp xã "
    "(Luật Tổ chức chính quyền địa phương số 72/2025/QH15)",
    "Khánh Hòa, ngày 19 tháng 9 năm 2025\nGiao UBND huyện Diên Khánh rà soát dữ liệu đất đai.",
    "Khánh Hòa, ngày 19 tháng 9 năm 2025\nGiao UBND xã Diên Khánh rà soát dữ liệu đất đai.",
    _check,
)
