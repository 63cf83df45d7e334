"""VB023: capitals in the names of ministries and departments (Bộ, Sở)."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.seeking import sought
from reportgen.checks.subject import Subject
from reportgen.checks.wording.gathering import Slip, told_of_capitals
from reportgen.checks.wording.letters import cased_like
from reportgen.problems import Severity
from reportgen.vietnamese.text import fold_tone_placement

#: The fields that ministries and departments bear, of today and before 01/3/2025.
_FIELDS = (
    "Giáo dục và Đào tạo",
    "Khoa học và Công nghệ",
    "Nông nghiệp và Môi trường",
    "Nông nghiệp và Phát triển nông thôn",
    "Văn hóa, Thể thao và Du lịch",
    "Văn hóa và Thể thao",
    "Dân tộc và Tôn giáo",
    "Tài nguyên và Môi trường",
    "Thông tin và Truyền thông",
    "Kế hoạch và Đầu tư",
    "Lao động - Thương binh và Xã hội",
    "Công Thương",
    "Ngoại giao",
    "Ngoại vụ",
    "Quốc phòng",
    "Nội vụ",
    "Tài chính",
    "Tư pháp",
    "Công an",
    "Y tế",
)
_BESIDE = {"Công thương", "Nông nghiệp và Phát triển Nông thôn"}  # usage varies
_BY_WORDS = {field.lower(): field for field in _FIELDS}
_NAMED = sought(
    rf"\b(?P<body>Bộ|Sở) (?P<field>(?i:{'|'.join(map(re.escape, _BY_WORDS))}))(?![^\W\d_])",
    "Bộ ",
    "Sở ",
)


def _check(subject: Subject) -> Iterator[Finding]:
    yield from told_of_capitals(RULE, subject, _slips)


def _slips(passage: Passage) -> Iterator[Slip]:
    folded = fold_tone_placement(passage.text).replace("–", "-")
    for match in _NAMED.finditer(folded):
        written = match["field"]
        right = _BY_WORDS[written.lower()]
        if written == right or written in _BESIDE or written.isupper():
            continue
        typed = passage.text[match.start() : match.end()]
        message = f"“{typed}” viết hoa chưa đúng"
        hint = f"viết “{cased_like(f'Bộ {right}', typed)}”"
        yield Slip(passage, *match.span(), message, hint)


RULE = Rule(
    "VB023",
    "viết hoa tên bộ, sở",
    Severity.WARNING,
    "tên cơ quan viết hoa chữ cái đầu của các từ chỉ loại hình, chức năng, lĩnh vực hoạt động "
    "(Phụ lục II, IV.1.a Nghị định 30/2020/NĐ-CP)",
    "Theo Công văn số 5274/BNV-CVL ngày 18/7/2025 của Bộ nội vụ.",
    "Theo Công văn số 5274/BNV-CVL ngày 18/7/2025 của Bộ Nội vụ.",
    _check,
)
