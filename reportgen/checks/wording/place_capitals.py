"""VB024: capitals in the names of provinces and cities."""

import re
from collections.abc import Iterator
from functools import cache

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.seeking import Sought, sought
from reportgen.checks.subject import Subject
from reportgen.checks.wording.gathering import Slip, told_of_capitals
from reportgen.checks.wording.sentences import begins_sentence, is_quoted
from reportgen.places import former_provinces, provinces
from reportgen.problems import Severity
from reportgen.vietnamese.text import fold_tone_placement

_SAIGON = sought(r"\b(?:thành phố|Thành Phố) Hồ Chí Minh\b", " Hồ Chí Minh")
_ACRONYM_BEFORE = re.compile(r"(?:UBND|HĐND|UBMTTQ|MTTQ|VKSND|TAND|LĐLĐ|BCH|BHXH)\s+$")


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.facts.party:
        return
    yield from told_of_capitals(RULE, subject, _slips)


def _slips(passage: Passage) -> Iterator[Slip]:
    folded = fold_tone_placement(passage.text)
    for match in _capital_rank().finditer(folded):
        if begins_sentence(passage, match.start()) or is_quoted(folded, match.start()):
            continue
        typed = passage.text[match.start() : match.end()]
        message = f"“{typed}”: giữa câu, chữ “tỉnh” viết thường"
        yield _slip(passage, match, f"tỉnh {typed.partition(' ')[2]}", message, "rank")
    for match in _small_name().finditer(folded):
        typed = passage.text[match.start() : match.end()]
        right = f"tỉnh {typed.partition(' ')[2].title()}"
        yield _slip(passage, match, right, f"“{typed}” chưa viết hoa tên tỉnh", "name")
    for match in _SAIGON.finditer(folded):
        right = "Thành phố Hồ Chí Minh"
        message = f"“{match[0]}” là trường hợp viết hoa đặc biệt"
        yield _slip(passage, match, right, message, "city")


def _slip(passage: Passage, match: re.Match[str], right: str, message: str, kind: str) -> Slip:
    return Slip(passage, *match.span(), message, f"viết “{right}”", kind)


@cache
def _names() -> str:
    today = [one.name for one in provinces()]
    names = {
        fold_tone_placement(name) for name in (*today, *(one.name for one in former_provinces()))
    }
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


@cache
def _capital_rank() -> Sought:
    return sought(rf"\bTỉnh (?P<name>{_names()})(?![^\W\d_])", "Tỉnh ")


@cache
def _small_name() -> Sought:
    return sought(rf"\btỉnh (?P<name>{_names().lower()})(?![^\W\d_])", "tỉnh ")


RULE = Rule(
    "VB024",
    "viết hoa tên tỉnh, thành phố",
    Severity.WARNING,
    "danh từ chung chỉ đơn vị hành chính viết thường, tên riêng viết hoa: tỉnh Nam Định; viết hoa "
    "đặc biệt: Thủ đô Hà Nội, Thành phố Hồ Chí Minh (Phụ lục II, III.1 Nghị định 30/2020/NĐ-CP)",
    "Công tác chuyển đổi số trên địa bàn Tỉnh Khánh Hòa đạt nhiều kết quả.",
    "Công tác chuyển đổi số trên địa bàn tỉnh Khánh Hòa đạt nhiều kết quả.",
    _check,
)
