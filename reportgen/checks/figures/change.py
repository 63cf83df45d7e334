"""SL025: a change against the two values: `500 hồ sơ, tăng 20 (4,2%) so với 480`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from reportgen.checks.figures.changes import Change, amount, changes
from reportgen.checks.figures.model import Figure, Fraction
from reportgen.checks.figures.now_over_then import compared, is_habit
from reportgen.checks.figures.phrasing import is_plain
from reportgen.checks.figures.printing import printed, printed_rate
from reportgen.checks.figures.scan import scan
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.problems import Severity
from reportgen.vietnamese import round_half_up
from reportgen.vietnamese.numbers import shift

_HALF = Decimal("0.5")
_BESIDE = 40  # characters before a figure that hold the word of its own
_LEAD = re.compile(r"(?<!\w)(tăng|giảm)\s+(?:thêm )?$", re.IGNORECASE)
_EQUALS = re.compile(r"(?<!\w)(?:bằng|đạt)\s+$", re.IGNORECASE)
_THEN = re.compile(
    r"\s*(?:so )?(?:với )?(?:cùng kỳ|(?:năm|tháng|quý|kỳ) (?:trước|học trước|20))[^.;,()]{0,30}"
    r"\(\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Way:
    """A sum that gives a ratio, which is known but for the slack of rounded figures."""

    sum: str
    ratio: Decimal
    slack: Decimal


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.running_text():
        for change in changes(passage.text):
            yield from (
                _difference(passage, change) or _points(passage, change) or _rate(passage, change)
            )
        yield from _rate_of_fraction(passage)
    yield from _in_brackets(subject)


def _difference(passage: Passage, change: Change) -> list[Finding]:
    """The change as a number against what lies between the two values."""
    now, base, by = change.now, change.base, change.by
    if now is None or base is None or by.percent or now.percent or base.percent:
        return []
    difference = abs(amount(now) - amount(base))
    if abs(difference - amount(by)) <= sum(map(_slack, (now, base, by))):
        return []
    scale = by.scale
    larger, smaller = sorted((amount(now), amount(base)), reverse=True)
    sum_ = f"{_print(larger / scale)} - {_print(smaller / scale)} = {_print(difference / scale)}"
    return [
        RULE.at(
            passage,
            by.start,
            by.end,
            f"“{passage.text[change.start : by.end]}” không khớp hai số được so",
            f"nếu hai số đúng thì viết “{change.word} {_print(difference / scale)}”",
            why=f"{sum_}, không phải {by.text}",
        )
    ]


def _points(passage: Passage, change: Change) -> list[Finding]:
    """`giảm từ 12,5% xuống 11,2%, giảm 1,3 điểm phần trăm`"""
    now, base, by = change.now, change.base, change.by
    if now is None or base is None or not by.unit.startswith(("điểm %", "điểm phần trăm")):
        return []
    if not now.percent or not base.percent or now.value == base.value:
        return []
    points = abs(now.value - base.value) * 100
    if abs(points - by.value) <= sum(shift(_HALF, -one.decimals) for one in (now, base, by)):
        return []
    larger, smaller = sorted((now, base), key=amount, reverse=True)
    return [
        RULE.at(
            passage,
            by.start,
            by.end,
            f"“{passage.text[change.start : by.end]} {by.unit}” không khớp hai số được so",
            f"nếu hai số đúng thì viết “{change.word} {_print(points)} {by.unit}”",
            why=f"{larger.text} - {smaller.text} = {_print(points)} điểm, không phải {by.text}",
        )
    ]


def _rate(passage: Passage, change: Change) -> list[Finding]:
    """The change as a percentage against the change as a number, or against the two values."""
    rate = change.rate or (change.by if change.by.percent else None)
    if rate is None or not is_plain(rate):
        return []
    ways = _ways(change)
    if not ways or any(_fits(rate, way.ratio, way.slack) for way in ways):
        return []
    shown = printed_rate(ways[0].ratio, rate.decimals)
    return [
        RULE.at(
            passage,
            rate.start,
            rate.end,
            f"“{change.word} … {rate.text}” không khớp các số đi cùng",
            f"nếu các số đúng thì viết “{shown}”",
            why=f"{ways[0].sum} = {shown}, không phải {rate.text}",
            severity=Severity.ERROR if change.base is not None else Severity.WARNING,
        )
    ]


def _ways(change: Change) -> list[_Way]:
    """How the rate may have been reckoned, likeliest first."""
    by, now, base = change.by, change.now, change.base
    if by.percent:
        return _ways_by_percent(now, base) if now and base else []
    if base is not None and not base.percent:
        return [_way(amount(by), _slack(by), amount(base), _slack(base))]
    if now is None or now.percent:
        return []
    before = amount(now) - amount(by) if change.rises else amount(now) + amount(by)
    return [
        _way(amount(by), _slack(by), before, _slack(now) + _slack(by)),
        _way(amount(by), _slack(by), amount(now), _slack(now)),
    ]


def _ways_by_percent(now: Figure, base: Figure) -> list[_Way]:
    """The same for `500, tăng 4,2% so với 480`; between percentages, points count too."""
    difference = abs(amount(now) - amount(base))
    slack = _slack(now) + _slack(base)
    share = _way(difference, slack, amount(base), _slack(base))
    if now.percent and base.percent:
        larger, smaller = sorted((now, base), key=amount, reverse=True)
        return [_Way(f"{larger.text} - {smaller.text}", difference, slack), share]
    return [share, _way(amount(now), _slack(now), amount(base), _slack(base))]


def _way(part: Decimal, part_slack: Decimal, whole: Decimal, whole_slack: Decimal) -> _Way:
    """The part over the whole, where either may be rounded by its slack."""
    if whole <= whole_slack:
        return _Way("", Decimal(0), Decimal(100))
    ratio = part / whole
    most = (part + part_slack) / (whole - whole_slack)
    return _Way(f"{_print(part)} : {_print(whole)}", ratio, most - ratio)


def _in_brackets(subject: Subject) -> Iterator[Finding]:
    """`tăng 54 vụ so với năm 2010 (209/155)`; `45/64` may be done and total, unless it is over."""
    ones = compared(subject.manuscript)
    habit = is_habit(ones, [one for one in ones if one.adds_up])
    for one in ones:
        if one.adds_up or not (habit or (one.says_so and one.difference > 0)):
            continue
        larger, smaller = sorted((one.now, one.then), key=amount, reverse=True)
        right = _print(abs(one.difference))
        yield RULE.at(
            one.passage,
            one.start,
            one.by.end,
            f"“{one.word} {one.by.text}” không khớp {one.now.text}/{one.then.text}",
            f"nếu hai số đúng thì viết “{one.word} {right}”",
            why=f"{larger.text} - {smaller.text} = {right}, không phải {one.by.text}",
            severity=Severity.ERROR if habit else Severity.WARNING,
        )


def _rate_of_fraction(passage: Passage) -> Iterator[Finding]:
    """`tăng 4,2% (500/480)`, `bằng 98,5% so với cùng kỳ (1.200/1.218)`."""
    tokens = scan(passage.text)
    for rate, pair in pairwise(tokens):
        if not isinstance(rate, Figure) or not rate.percent or not isinstance(pair, Fraction):
            continue
        yield from _share_of_before(passage, rate, pair)
        lead = _LEAD.search(passage.text, max(0, rate.start - _BESIDE), rate.start)
        if lead is None or not re.fullmatch(
            r"[^.;,()]{0,40}\(\s*", passage.text[rate.end : pair.start]
        ):
            continue
        now, base = amount(pair.part), amount(pair.whole)
        if not is_plain(pair) or not is_plain(rate) or not now or not base:
            continue
        difference = abs(now - base)
        ratios = (difference / base, difference / now, now / base, base / now)
        if any(_fits(rate, ratio) for ratio in ratios):
            continue
        shown = printed_rate(ratios[0], rate.decimals)
        larger, smaller = sorted((now, base), reverse=True)
        yield RULE.at(
            passage,
            rate.start,
            rate.end,
            f"“{lead[1].lower()} {rate.text}” không khớp {pair.part.text}/{pair.whole.text}",
            f"nếu hai số đúng thì viết “{shown}”",
            why=f"({_print(larger)} - {_print(smaller)}) : {_print(base)} = {shown},"
            f" không phải {rate.text}",
        )


def _share_of_before(passage: Passage, rate: Figure, pair: Fraction) -> Iterator[Finding]:
    """`bằng 98,5% so với cùng kỳ (1.200/1.218)`: the value of now over the one before."""
    if not _EQUALS.search(
        passage.text, max(0, rate.start - _BESIDE), rate.start
    ) or not _THEN.fullmatch(passage.text, rate.end, pair.start):
        return
    now, base = amount(pair.part), amount(pair.whole)
    if not is_plain(pair) or not is_plain(rate) or not now or not base:
        return
    if _fits(rate, now / base) or _fits(rate, base / now):
        return
    shown = printed_rate(now / base, rate.decimals or 2)
    yield RULE.at(
        passage,
        rate.start,
        rate.end,
        f"“{rate.text}” không khớp {pair.part.text}/{pair.whole.text}",
        f"nếu hai số đúng thì viết “{shown}”",
        why=f"{_print(now)} : {_print(base)} = {shown}, không phải {rate.text}",
    )


def _fits(rate: Figure, ratio: Decimal, slack: Decimal = Decimal(0)) -> bool:
    """Whether the rate is the ratio (give or take the slack), rounded or cut off."""
    last = shift(Decimal(1), -rate.decimals - 2)
    off = ratio - abs(rate.value)  # `giảm 45 vụ (-18,67%)`
    return -last / 2 - slack <= off < last + slack


def _slack(figure: Figure) -> Decimal:
    """Half of the last place of a rounded figure (`14,4`, `210 tỷ`); a count has none."""
    if not figure.decimals and figure.scale == 1:
        return Decimal(0)
    places = figure.decimals + (2 if figure.percent else 0)
    return shift(Decimal("0.5"), -places) * figure.scale


def _print(value: Decimal) -> str:
    return printed(round_half_up(value, 2))


RULE = Rule(
    "SL025",
    "mức tăng, giảm không khớp hai số được so",
    Severity.ERROR,
    "mức tăng (giảm) là hiệu của hai số; tỷ lệ tăng (giảm) là mức đó chia cho số của kỳ trước",
    "Tiếp nhận 500 hồ sơ, tăng 20 hồ sơ (5,2%) so với cùng kỳ (480 hồ sơ).",
    "Tiếp nhận 500 hồ sơ, tăng 20 hồ sơ (4,2%) so với cùng kỳ (480 hồ sơ).",
    _check,
)
