"""The values of many units as one figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from reportgen.dossier.summing import Summing, Way
from reportgen.vietnamese import round_half_up

#: Digits that a weighted mean keeps: of a rate (share of one), and of anything else.
RATE_DECIMALS, OTHER_DECIMALS = 6, 4


@dataclass(frozen=True, slots=True)
class Share:
    """What one unit gives to a figure: value, total, the day of its form, weight of a mean."""

    value: Decimal
    total: Decimal | None = None
    dated: date | None = None
    weight: Decimal | None = None


class CannotAddUp(ValueError):  # noqa: N818 - the name says what is so
    """The values make no figure; the text says why, in Vietnamese."""


def add_up(
    summing: Summing, shares: Mapping[str, Share], *, is_rate: bool
) -> tuple[Decimal, Decimal | None]:
    """The figure that units' shares make, and its total; at least one unit.

    The order of units does not matter. Raises CannotAddUp: a mean without weights, or weights that
    are zero together; the latest of several that bear the same day or none.
    """
    totals = {unit: share.total for unit, share in shares.items() if share.total is not None}
    values = [share.value for share in shares.values()]
    match summing.way:
        case Way.SUM:
            return sum(values, Decimal()), sum(totals.values(), Decimal()) if totals else None
        case Way.MOST | Way.LEAST:
            best = max if summing.way is Way.MOST else min
            value = best(values)
            of_best = [totals[unit] for unit in totals if shares[unit].value == value]
            return value, max(of_best, default=None)
        case Way.LATEST:
            share = _latest(shares)
            return share.value, share.total
        case Way.MEAN:
            decimals = RATE_DECIMALS if is_rate else OTHER_DECIMALS
            return _mean(summing, shares, decimals), None


def _latest(shares: Mapping[str, Share]) -> Share:
    newest = max(share.dated or date.min for share in shares.values())
    last = {unit: one for unit, one in shares.items() if (one.dated or date.min) == newest}
    if len({(share.value, share.total) for share in last.values()}) > 1:
        names = ", ".join(f"“{unit}”" for unit in sorted(last)[:3])
        raise CannotAddUp(f"không rõ biểu nào mới nhất ({names}…): ghi Ngày lập biểu khác nhau")
    return next(iter(last.values()))


def _mean(summing: Summing, shares: Mapping[str, Share], decimals: int) -> Decimal:
    unweighted = [unit for unit, share in shares.items() if share.weight is None]
    if unweighted:
        names = ", ".join(f"“{unit}”" for unit in unweighted[:3])
        raise CannotAddUp(f"thiếu trọng số “{summing.weight}” của {names}")
    weights = sum((Fraction(share.weight or 0) for share in shares.values()), Fraction())
    if not weights:
        raise CannotAddUp(f"trọng số “{summing.weight}” của mọi đơn vị đều bằng 0")
    product = sum(
        (Fraction(share.value) * Fraction(share.weight or 0) for share in shares.values()),
        Fraction(),
    )
    mean = product / weights
    return round_half_up(Decimal(mean.numerator) / Decimal(mean.denominator), decimals)
