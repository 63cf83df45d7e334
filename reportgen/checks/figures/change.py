"""SL025: a change against the two values: `500 hồ sơ, tăng 20 (4,2%) so với 480`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reportgen.checks.figures.changes import Change, amount, changes
from reportgen.checks.figures.model import Figure, Fraction
from reportgen.checks.figures.phrasing import is_plain
from reportgen.checks.figures.printing import printed, printed_rate
from reportgen.checks.figures.scan import scan
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.problems import Severity
from reportgen.vietnamese import round_half_up
from reportgen.vietnamese.numbers import shift


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.running_text():
        for change in changes(passage.text):
            yield from _difference(passage, change) or _rate(passage, change)
        yield from _rate_of_fraction(passage)


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
            f"Nếu hai số đúng thì viết “{change.word} {_print(difference / scale)}”.",
            why=f"{sum_}, không phải {by.text}.",
        )
    ]


def _rate(passage: Passage, change: Change) -> list[Finding]:
    """The change as a percentage against the change as a number, or against the two values."""
    rate = change.rate or (change.by if change.by.percent else None)
    if rate is None or not is_plain(rate):
        return []
    bases = _bases(change)
    if not bases or any(_fits(rate, ratio) for _, _, ratio in bases):
        return []
    part, whole, ratio = bases[0]
    shown = printed_rate(ratio, rate.decimals)
    return [
        RULE.at(
            passage,
            rate.start,
            rate.end,
            f"“{change.word} … {rate.text}” không khớp các số đi cùng",
            f"Nếu các số đúng thì viết “{shown}”.",
            why=f"{_print(part)} : {_print(whole)} = {shown}, không phải {rate.text}.",
            severity=Severity.ERROR if change.base is not None else Severity.WARNING,
        )
    ]


def _bases(change: Change) -> list[tuple[Decimal, Decimal, Decimal]]:
    """The divisions that may have given the rate: (change, base, quotient), likeliest first."""
    by, now, base = change.by, change.now, change.base
    pairs: list[tuple[Decimal, Decimal]] = []
    if by.percent:
        if now is None or base is None:
            return []
        difference = abs(amount(now) - amount(base))
        if now.percent and base.percent:
            return [
                (amount(now) * 100, amount(base) * 100, difference),
                (difference, amount(base), difference / amount(base) if base.value else difference),
            ]
        pairs = [(difference, amount(base)), (amount(now), amount(base))]
    elif base is not None and not base.percent:
        pairs = [(amount(by), amount(base))]
    elif now is not None and not now.percent:
        before = amount(now) - amount(by) if change.rises else amount(now) + amount(by)
        pairs = [(amount(by), before), (amount(by), amount(now))]
    return [(part, whole, part / whole) for part, whole in pairs if whole > 0]


def _rate_of_fraction(passage: Passage) -> Iterator[Finding]:
    """`tăng 4,2% (500/480)`: the percentage against the values now and before."""
    tokens = scan(passage.text)
    for rate, pair in pairwise(tokens):
        if not isinstance(rate, Figure) or not rate.percent or not isinstance(pair, Fraction):
            continue
        lead = re.search(r"(?<!\w)(tăng|giảm)\s+(?:thêm )?$", passage.text[: rate.start], re.I)
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
            f"Nếu hai số đúng thì viết “{shown}”.",
            why=f"({_print(larger)} - {_print(smaller)}) : {_print(base)} = {shown},"
            f" không phải {rate.text}.",
        )


def _fits(rate: Figure, ratio: Decimal) -> bool:
    """Whether the rate is the ratio, rounded or cut off at its last place."""
    last = shift(Decimal(1), -rate.decimals - 2)
    return -last / 2 <= ratio - abs(rate.value) < last  # `giảm 45 vụ (-18,67%)`


def _slack(figure: Figure) -> Decimal:
    """Half of the last place of a rounded figure (`14,4`, `210 tỷ`); a count has none."""
    rounded = figure.decimals or figure.scale > 1
    return shift(Decimal("0.5"), -figure.decimals) * figure.scale if rounded else Decimal(0)


def _print(value: Decimal) -> str:
    return printed(round_half_up(value, 2))


RULE = Rule(
    "SL025",
    "Mức tăng, giảm không khớp hai số được so",
    Severity.ERROR,
    "Mức tăng (giảm) là hiệu của hai số; tỷ lệ tăng (giảm) là mức đó chia cho số của kỳ trước.",
    "Tiếp nhận 500 hồ sơ, tăng 20 hồ sơ (5,2%) so với cùng kỳ (480 hồ sơ).",
    "Tiếp nhận 500 hồ sơ, tăng 20 hồ sơ (4,2%) so với cùng kỳ (480 hồ sơ).",
    _check,
)
