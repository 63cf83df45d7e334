"""VB002: dates in figures written one way throughout a document."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.checks.wording.date_mentions import DateMention, Form, date_mentions
from reportgen.problems import Severity

_NAMED = 6


@dataclass(frozen=True, slots=True)
class _Written:
    passage: Passage
    mention: DateMention


def _check(subject: Subject) -> Iterator[Finding]:
    written = [
        _Written(passage, mention)
        for passage in subject.manuscript.running_text()
        for mention in date_mentions(passage.text)
        if mention.form is Form.SHORT and mention.value and mention.mark == "/"
    ]
    ways = {trait: way for trait in _TRAITS if (way := _customary(written, trait)) is not None}
    odd = [one for one in written if any(_differs(one, *way) for way in ways.items())]
    if odd:
        yield _told(odd, ways)


def _day_padded(mention: DateMention) -> bool | None:
    return len(mention.day) == 2 if int(mention.day) < 10 else None


def _early_month_padded(mention: DateMention) -> bool | None:
    return len(mention.month) == 2 if int(mention.month) < 3 else None


def _late_month_padded(mention: DateMention) -> bool | None:
    return len(mention.month) == 2 if 3 <= int(mention.month) < 10 else None


_READ = {
    "day": _day_padded,
    "early month": _early_month_padded,
    "late month": _late_month_padded,
}
_TRAITS = {"day": True, "early month": True, "late month": False}  # as the decree writes in full


def _customary(written: Sequence[_Written], trait: str) -> bool | None:
    """How the document mostly writes it; None where it always does so, or where nothing shows."""
    counts = Counter(_READ[trait](one.mention) for one in written)
    padded, bare = counts[True], counts[False]
    if not (padded and bare):
        return None
    if padded == bare:
        return _TRAITS[trait]
    return padded > bare


def _differs(one: _Written, trait: str, way: bool) -> bool:
    return _READ[trait](one.mention) is (not way)


def _told(odd: Sequence[_Written], ways: dict[str, bool]) -> Finding:
    first = odd[0]
    quotes = list(dict.fromkeys(one.mention.text for one in odd))
    named = ", ".join(f"“{quote}”" for quote in quotes[:_NAMED])
    more = f" và {len(quotes) - _NAMED} ngày khác" if len(quotes) > _NAMED else ""
    message = f"{named}{more} viết khác cách ghi ngày trong phần còn lại của văn bản"
    right = _rewritten(first.mention, ways)
    return RULE.at(
        first.passage, first.mention.start, first.mention.end, message, f"viết “{right}”"
    )


def _rewritten(mention: DateMention, ways: dict[str, bool]) -> str:
    day, month = mention.day, mention.month
    if "day" in ways and int(day) < 10:
        day = f"{int(day):02d}" if ways["day"] else str(int(day))
    trait = "early month" if int(month) < 3 else "late month"
    if trait in ways and int(month) < 10:
        month = f"{int(month):02d}" if ways[trait] else str(int(month))
    return f"{day}/{month}/{mention.year}"


RULE = Rule(
    "VB002",
    "ngày viết bằng số thống nhất một cách",
    Severity.ADVICE,
    "trong một văn bản, ngày viết bằng số nên theo một cách, như khi viết đầy đủ: 04/9/2025, "
    "05/01/2026",
    "Kế hoạch số 66/KH-UBND ngày 28/8/2025, số 30/KH-UBND ngày 05/8/2025; Công văn ngày 7/8/2025.",
    "Kế hoạch số 66/KH-UBND ngày 28/8/2025, số 30/KH-UBND ngày 05/8/2025; Công văn ngày 07/8/2025.",
    _check,
)
