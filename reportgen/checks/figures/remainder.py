"""SL029: what is left over, against the total and what is done; sums written out in the text."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reportgen.checks.figures.model import Figure, Fraction
from reportgen.checks.figures.phrasing import is_percent, is_plain, same_unit, sentences
from reportgen.checks.figures.printing import printed
from reportgen.checks.figures.scan import scan
from reportgen.checks.figures.typing_slips import is_typing_slip
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
_OPERATION = rf"(?P<sum>{_NUMBER}(?:\s[-–+]\s{_NUMBER})+)"
_EQUATIONS = (
    re.compile(rf"(?<![\d.,/]){_OPERATION}\s*=\s*(?P<result>{_NUMBER})(?![\d/%])(?![.,]\d)"),
    re.compile(
        rf"(?<![\d.,/])(?P<result>{_NUMBER})(?:\s[^\W\d]+){{0,3}}\s*\(?\s?=\s*{_OPERATION}"
        r"(?!\s*[=/%×x*:\d])(?![.,]\d)"
    ),
)
_LEFT = re.compile(
    r"[^;]*?(?<!chỉ )(?<!\w)còn (?P<rest>lại )?(?:là |có )?:?\s*$|[^;]*?(?<!\w)còn lại:? (?:là )?$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?:\s[^\W\d_]+){0,3}\s(?:chưa|đang)(?!\w)", re.IGNORECASE)
_LATE = re.compile(r"(?:\s[^\W\d_]+){0,4}\s(?:quá hạn|trễ hạn|chậm)", re.IGNORECASE)


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.running_text():
        yield from _equations(passage)
        for start, end in sentences(passage.text):
            tokens = [t for t in scan(passage.text) if t.start >= start and t.end <= end]
            counts = [token for token in tokens if not is_percent(token)]
            for done, left in pairwise(counts):
                if isinstance(done, Fraction) and isinstance(left, Figure):
                    yield from _left_over(passage, done, left)


def _left_over(passage: Passage, done: Fraction, left: Figure) -> Iterator[Finding]:
    text = passage.text
    lead = _LEFT.fullmatch(text, done.end, left.start)
    if left.unit.startswith("điểm"):  # what is left of a score is what others still judge
        return
    if lead is None or not is_plain(done) or not is_plain(left) or not same_unit(done, left):
        return
    expected = done.whole.value - done.part.value
    if expected == left.value or expected < 0 or left.scale != 1 or done.whole.scale != 1:
        return
    all_left = "còn lại" in text[done.end : left.start].lower() and not _LATE.match(text, left.end)
    open_ones = _OPEN.match(text, left.end) and is_typing_slip(expected, left.value)
    if not all_left and not open_ones:
        return
    yield RULE.at(
        passage,
        left.start,
        left.end,
        f"“còn {left.text}” không khớp {done.part.text}/{done.whole.text}",
        f"nếu hai số kia đúng thì viết “{printed(expected)}”",
        why=f"{done.whole.text} - {done.part.text} = {printed(expected)}, không phải {left.text}",
        severity=Severity.WARNING,
    )


def _equations(passage: Passage) -> Iterator[Finding]:
    """`1.350 - 1.222 = 128`, `128 (= 1.350 - 1.222)`: sums that the text itself writes out."""
    if "=" not in passage.text:
        return
    for pattern in _EQUATIONS:
        for found in pattern.finditer(passage.text):
            made, said = _reckon(found["sum"]), _read(found["result"])
            if made == said or made < 0:  # `2021 - 2025 = 5 năm`
                continue
            yield RULE.at(
                passage,
                found.start("result"),
                found.end("result"),
                f"phép tính “{found[0].strip(' (')}” không đúng",
                f"nếu các số hạng đúng thì viết “{printed(made)}”",
                why=f"{found['sum']} = {printed(made)}, không phải {found['result']}",
            )


def _reckon(text: str) -> Decimal:
    first, *rest = re.split(r"\s([-–+])\s", text)
    total = _read(first)
    for sign, number in zip(rest[::2], rest[1::2], strict=True):
        total += _read(number) if sign == "+" else -_read(number)
    return total


def _read(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


RULE = Rule(
    "SL029",
    "số còn lại, phép cộng trừ viết trong văn bản không đúng",
    Severity.ERROR,
    "số còn lại bằng tổng số trừ số đã làm",
    "Còn lại 138 hồ sơ (= 1.350 - 1.222).",
    "Còn lại 128 hồ sơ (= 1.350 - 1.222).",
    _check,
)
