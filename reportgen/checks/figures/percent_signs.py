"""SL007 and SL008: a percent sign twice, and one set off by a space where the others are not."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_TWICE = re.compile(r"[0-9]\s?%\s?%+")
_SIGN = re.compile(r"(?<![0-9])(?<![0-9][.,])[0-9]++(?:[.,][0-9]++)*+([ \u00a0]?)%(?!\s?%)")
_ENOUGH = 4  # signs written the other way for one to be odd


def _check_twice(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.running_text():
        for match in _TWICE.finditer(passage.text):
            yield TWICE.at(
                passage,
                match.start() + 1,
                match.end(),
                "dấu phần trăm viết hai lần",
                "bỏ bớt một dấu “%”",
            )


def _check_space(subject: Subject) -> Iterator[Finding]:
    """The first odd one only, with how many there are: the hand that mends it will search."""
    glued: list[tuple[Passage, re.Match[str]]] = []
    apart: list[tuple[Passage, re.Match[str]]] = []
    for passage in subject.manuscript.running_text():
        for match in _SIGN.finditer(passage.text):
            (apart if match[1] else glued).append((passage, match))
    odd, usual = sorted((apart, glued), key=len)
    if not odd or len(usual) < _ENOUGH * len(odd):
        return
    passage, match = odd[0]
    number = match[0].rstrip("% \u00a0")
    meant = f"{number}%" if odd is apart else f"{number} %"
    more = f" (văn bản có {len(odd)} chỗ như vậy)" if len(odd) > 1 else ""
    way = "cách số một khoảng trắng" if odd is apart else "liền với số"
    yield SPACE.at(
        passage,
        match.start(),
        match.end(),
        f"“{match[0]}” có dấu phần trăm {way}, khác các chỗ còn lại của văn bản{more}",
        f"viết “{meant}”",
    )


TWICE = Rule(
    "SL007",
    "dấu phần trăm viết hai lần",
    Severity.WARNING,
    "một tỷ lệ chỉ có một dấu phần trăm",
    "Tỷ lệ hồ sơ trực tuyến đạt 90,31%%.",
    "Tỷ lệ hồ sơ trực tuyến đạt 90,31%.",
    _check_twice,
)
SPACE = Rule(
    "SL008",
    "dấu phần trăm khi liền, khi cách",
    Severity.ADVICE,
    "một văn bản viết dấu phần trăm theo một cách",
    "Các xã đạt 90,3%, 87,5%, 91,2%, 88,4% và 85,1 %.",
    "Các xã đạt 90,3%, 87,5%, 91,2%, 88,4% và 85,1%.",
    _check_space,
)
RULES = (TWICE, SPACE)
