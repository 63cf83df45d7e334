"""SL023: the number of things said, against the list of them that follows."""

import re
from collections.abc import Iterator

from reportgen.checks.figures.enumerations import Count, is_off, named, numbered
from reportgen.checks.figures.model import Figure, Token
from reportgen.checks.figures.phrasing import figures_of, is_plain, quantities, sentence_around
from reportgen.checks.figures.units import is_measured
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_LEAD = re.compile(
    r"(?P<gap>[^.:;,()\[\]\d]{0,80})"
    r"(?:,?\s*(?:trong đó\s+)?(?:cụ thể|bao gồm|gồm|đó là|là|như sau|sau đây|sau)"
    r"(?: có| là| như sau)?)?\s*:\s*",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"(?<!\w)(?:tại|ở|trên|thuộc|cho|với|về|từ|của)(?!\w).*\w", re.IGNORECASE)
_EXAMPLES = re.compile(r"(?<!\w)(?:như|điển hình|chẳng hạn|nhất là|trong đó|ví dụ)\s*$")
LARGEST = 60
"""A list in a sentence seldom names more; larger numbers count other things than are listed."""


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.running_text():
        for token in quantities(passage.text):
            yield from _look(passage, token)


def _look(passage: Passage, token: Token) -> Iterator[Finding]:
    text = passage.text
    said = countable(token)
    lead = _LEAD.match(text, token.end)
    if not said or lead is None or not lead["gap"].strip() or _EXAMPLES.search(lead["gap"]):
        return
    count = _count(text, lead)
    if count is None or any(not is_off(number, count) for number in said):
        return
    yield RULE.at(
        passage,
        token.start,
        token.end,
        f"nêu “{text[token.start : lead.end()].strip(' :')}” nhưng kể ra {printed(count)}",
        f"đếm lại danh sách: {correction(count)}, hoặc bổ sung, bỏ bớt tên được kể",
        why=f"danh sách sau dấu hai chấm có {printed(count)}, không phải {said[-1]}",
    )


def countable(token: Token) -> tuple[int, ...]:
    """The numbers of things that the token may say; empty where it counts no few things."""
    figures: tuple[Figure, ...] = figures_of(token)
    if not is_plain(token) or any(_is_measured(f.unit) or f.decimals for f in figures):
        return ()
    if any(f.scale != 1 or f.value % 1 or not 2 <= f.value <= LARGEST for f in figures):
        return ()
    return tuple(int(f.value) for f in figures)


def correction(count: Count) -> str:
    """What to do with the number: `sửa số thành “04”` where the count is certain."""
    least, most = count
    return f"sửa số thành “{least:02d}”" if least == most else "sửa số cho khớp"


def _is_measured(unit: str) -> bool:
    """Whether it is a measure or a time; `điểm thu nhận` are places."""
    return is_measured(unit) and not unit.startswith("điểm ")


def printed(count: Count) -> str:
    """`6 mục`, or `5 đến 7 mục` where it depends on how names are cut."""
    least, most = count
    return f"{least} mục" if least == most else f"{least} đến {most} mục"


def _count(text: str, lead: re.Match[str]) -> Count | None:
    start = lead.end()
    if re.match(r"\(1\)|⁽¹⁾", text[start:]):
        items = numbered(text, start, len(text))
        return (items, items) if items else None
    if _ELSEWHERE.search(lead["gap"]):
        return None
    _, end = sentence_around(text, start)
    return named(text, start, end)


RULE = Rule(
    "SL023",
    "số nêu ra khác số mục được kể",
    Severity.WARNING,
    "nói bao nhiêu thì kể đủ bấy nhiêu",
    "Có 3 đơn vị hoàn thành: Sở Nội vụ; Sở Tài chính; Thanh tra tỉnh; Văn phòng UBND tỉnh.",
    "Có 4 đơn vị hoàn thành: Sở Nội vụ; Sở Tài chính; Thanh tra tỉnh; Văn phòng UBND tỉnh.",
    _check,
)
