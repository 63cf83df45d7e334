"""VB004: the day of the week that is named must be that of the date."""

import re
from collections.abc import Iterator
from datetime import date

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.checks.wording.date_mentions import days_in
from reportgen.checks.wording.sentences import just_before
from reportgen.problems import Severity

_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WORDS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5} | {
    str(number): number - 2 for number in range(2, 8)
}
_WEEKDAY = r"(?:thứ\s+(?P<word>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?P<sunday>chủ\s+nhật))"
_BEFORE = re.compile(rf"\b{_WEEKDAY}\s*[,(]?\s*(?:ngày\s+)?$", re.I)
_AFTER = re.compile(rf"\s*[,(]?\s*\(?{_WEEKDAY}\b", re.I)
_ORDINAL = re.compile(r"(?:lần|kỳ họp|phiên họp|khóa|hội nghị|đợt)\s+$", re.I)


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.passages:
        for mention, day in days_in(passage.text):
            words = just_before(passage.text, mention.start)
            before = _BEFORE.search(words)
            if before and _ORDINAL.search(words[: before.start()]):
                continue
            named = before or _bracketed(passage.text, mention.end)
            if named is None or _number(named) == day.weekday():
                continue
            right = _NAMES[day.weekday()]
            written = " ".join(named[0].strip(" ,(\t").removesuffix("ngày").strip(" ,(").split())
            message = f"ngày {day:%d/%m/%Y} là {right}, không phải {written}"
            start = mention.start - len(before[0]) if before else mention.start
            end = mention.end if before else named.end()
            yield RULE.at(passage, start, end, message, _hint(right, day))


def _bracketed(text: str, end: int) -> re.Match[str] | None:
    """A weekday after a date, set off by a comma or bracket: `19/9/2025 (thứ Sáu)`."""
    match = _AFTER.match(text, end)
    return match if match and match[0].lstrip()[0] in ",(" else None


def _number(match: re.Match[str]) -> int:
    return 6 if match["sunday"] else _WORDS[match["word"].lower()]


def _hint(right: str, day: date) -> str:
    return f"sửa thứ thành “{right}” hoặc xem lại ngày {day.day}/{day.month}/{day.year}"


RULE = Rule(
    "VB004",
    "thứ trong tuần không khớp với ngày",
    Severity.ERROR,
    "mỗi ngày chỉ có một thứ trong tuần",
    "Hội nghị khai mạc lúc 8 giờ, thứ Hai, ngày 19/9/2025.",
    "Hội nghị khai mạc lúc 8 giờ, thứ Sáu, ngày 19/9/2025.",
    _check,
)
