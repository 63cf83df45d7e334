"""What a percentage is to the two figures it is told of: right, cut off, or wrong."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction as Exact

from reportgen.checks.figures.printing import printed, printed_figure
from reportgen.checks.figures.rate_pairs import RatePair
from reportgen.vietnamese import format_rate
from reportgen.vietnamese.numbers import shift

_DIGITS = 40  # after the decimal mark: no share of two counts needs more to be rounded right


class Verdict(Enum):
    """How a percentage stands to its two figures."""

    RIGHT = "right"
    CUT_OFF = "cut off"  # 98,77% for 98,7753%
    NOT_WHOLE = "not whole"  # 100% for less than all
    MORE_THAN_WHOLE = "more than whole"  # the part is greater, whatever the percentage
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Judged:
    """A percentage held against its two figures."""

    verdict: Verdict
    exact: Decimal  # the share as a ratio, to forty digits

    def at(self, decimals: int) -> str:
        """The percentage as it should be printed with so many decimals, never 100% for less."""
        return format_rate(self.exact, decimals)


def judge(pair: RatePair) -> Judged:
    """What the percentage of the pair is; either rounding of an exact half counts as right."""
    share = Exact(pair.part.value) / Exact(pair.whole.value)
    told = Exact(pair.percent.value) * 100
    verdict = _verdict(pair, share * 100, told, Exact(1, 10**pair.percent.decimals))
    return Judged(verdict, shift(Decimal(round(share * 10**_DIGITS)), -_DIGITS))


def arithmetic(pair: RatePair, judged: Judged, decimals: int) -> str:
    """`85.217 : 94.887 = 89,81%, không phải 89%`"""
    made = f"{printed(pair.part.value)} : {printed(pair.whole.value)} = {judged.at(decimals)}"
    return f"{made}, không phải {printed_figure(pair.percent)}"


def _verdict(pair: RatePair, exact: Exact, told: Exact, unit: Exact) -> Verdict:
    if told == 100 and exact < 100:
        return Verdict.NOT_WHOLE
    if _agrees(told, exact, unit):
        return Verdict.RIGHT
    if pair.remainder and _agrees(told, 100 - exact, unit):
        return Verdict.RIGHT
    if exact > 100 and told <= 100:
        return Verdict.MORE_THAN_WHOLE
    if 0 <= exact - told < unit:
        return Verdict.CUT_OFF
    return Verdict.WRONG


def _agrees(told: Exact, exact: Exact, unit: Exact) -> bool:
    """Whether it is a rounding; next to 0 and 100 also the nearest figure that is neither."""
    if abs(told - exact) * 2 <= unit:
        return True
    edge = 0 if told == unit else 100
    beside = told in (unit, 100 - unit, 100 + unit) and abs(told - exact) < unit
    return beside and exact not in (0, 100) and abs(exact - edge) * 2 <= unit
