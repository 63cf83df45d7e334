"""VB021: the name of a kind before a number: one capital, at its beginning."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.seeking import sought
from reportgen.checks.subject import Subject
from reportgen.checks.wording.citations import REFERENCE
from reportgen.checks.wording.gathering import Slip, told_of_capitals
from reportgen.checks.wording.sentences import just_before
from reportgen.problems import Severity

_NAMES = (
    "nghị quyết|quyết định|chỉ thị|quy chế|quy định|thông báo|hướng dẫn|chương trình|kế hoạch|"
    "phương án|đề án|báo cáo|tờ trình|công văn|công điện|nghị định|thông tư|kết luận"
)
_NAMED = sought(rf"\b(?P<kind>(?i:{_NAMES}))(?=\s+(?i:số)\s*:?\s*{REFERENCE}|\s+{REFERENCE})", "/")
_CODE = sought(r"\bBộ Luật(?= (?:Dân sự|Hình sự|Lao động|Tố tụng|Hàng hải))", "Bộ Luật ")
_VERBS = ("quyết định", "quy định", "thông báo", "hướng dẫn", "báo cáo", "kết luận")


def _check(subject: Subject) -> Iterator[Finding]:
    yield from told_of_capitals(RULE, subject, lambda passage: (*_slips(passage), *_codes(passage)))


def _slips(passage: Passage) -> Iterator[Slip]:
    for match in _NAMED.finditer(passage.text):
        written = match["kind"]
        right = written.capitalize()
        if written in (right, written.upper()) or _of_compound(passage.text, match.start()):
            continue
        if written.islower() and written in _VERBS and _follows_object(passage.text, match.end()):
            continue
        how = "viết hoa chữ cái đầu" if written[0].islower() else "chỉ viết hoa chữ cái đầu"
        message = f"“{written}” chỉ một văn bản cụ thể thì {how}"
        yield Slip(passage, *match.span("kind"), message, f"viết “{right}”")


def _codes(passage: Passage) -> Iterator[Slip]:
    for match in _CODE.finditer(passage.text):
        yield Slip(passage, *match.span(), "“Bộ Luật” viết hoa chưa đúng", "viết “Bộ luật”")


def _of_compound(text: str, start: int) -> bool:
    """Whether the word belongs to the kind before it (`Thông báo kết luận số …`)."""
    return re.search(rf"\b(?i:{_NAMES}|văn bản|biên bản)\s+$", just_before(text, start)) is not None


def _follows_object(text: str, end: int) -> bool:
    """Whether the word may be a verb whose object the number begins, without `số`."""
    return re.match(r"\s+số\b", text[end:], re.I) is None


RULE = Rule(
    "VB021",
    "viết hoa tên loại của một văn bản cụ thể",
    Severity.WARNING,
    "tên loại văn bản trong trường hợp nói đến một văn bản cụ thể viết hoa chữ cái đầu "
    "(Phụ lục II, V.6 Nghị định 30/2020/NĐ-CP)",
    "Triển khai Nghị Quyết số 30-NQ/TU ngày 23/5/2023 của Ban Thường vụ Tỉnh ủy.",
    "Triển khai Nghị quyết số 30-NQ/TU ngày 23/5/2023 của Ban Thường vụ Tỉnh ủy.",
    _check,
)
