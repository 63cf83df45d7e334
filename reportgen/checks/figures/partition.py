"""Whether a total is the sum of the parts that a sentence gives for it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from reportgen.checks.figures.families import Family, family_of
from reportgen.checks.figures.model import Figure, Fraction, Token
from reportgen.checks.figures.phrasing import Item, figures_of, is_plain, unit_word
from reportgen.checks.figures.printing import printed
from reportgen.checks.figures.typing_slips import is_typing_slip
from reportgen.problems import Severity

_Kind = TypeVar("_Kind", Figure, Fraction)
_HALF = Decimal("0.5")
_TIME = re.compile(r"(?<!\w)(?:năm|tháng|quý|kỳ|tuần|ngày|đợt)(?!\w)")
_LARGE = 100  # from here on a sum that is one keystroke off is hardly chance
_VERY_LARGE = 1000


class Claim(Enum):
    """What the words before the parts say of them."""

    NONE = "none"
    OF_WHICH = "trong đó"
    ALL = "gồm"


@dataclass(frozen=True, slots=True)
class Misfit:
    """A total that its parts do not make: how sure, the arithmetic, and how to mend it."""

    severity: Severity
    why: str
    hint: str


@dataclass(frozen=True, slots=True)
class _Sum:
    total: Figure
    parts: tuple[Figure, ...]
    scaled: bool

    def value(self, figure: Figure) -> Decimal:
        return figure.value * figure.scale if self.scaled else figure.value

    @property
    def wanted(self) -> Decimal:
        return self.value(self.total)

    @property
    def made(self) -> Decimal:
        return sum((self.value(part) for part in self.parts), Decimal(0))

    @property
    def fits(self) -> bool:
        return abs(self.made - self.wanted) <= sum(map(self.slack, (self.total, *self.parts)))

    def slack(self, figure: Figure) -> Decimal:
        """Half of the last place of a rounded figure (`14,4`, `210 tỷ`); a count has none."""
        scale = figure.scale if self.scaled else Decimal(1)
        rounded = figure.decimals or scale > 1
        return _HALF.scaleb(-figure.decimals) * scale if rounded else Decimal(0)

    @property
    def arithmetic(self) -> str:
        """`1.074 + 392 = 1.466, không phải 1.224`."""
        unit = min((f.scale for f in (self.total, *self.parts)), default=Decimal(1))
        divisor = unit if self.scaled else Decimal(1)
        shown = [printed(self.value(part) / divisor) for part in self.parts]
        made, wanted = self.made / divisor, self.wanted / divisor
        return f"{' + '.join(shown)} = {printed(made)}, không phải {printed(wanted)}"


def is_sum(total: Token, items: Sequence[Item]) -> bool:
    """Whether the items' quantities make the total; figures may make either half of a fraction."""
    quantities = [item.quantity for item in items if item.quantity]
    sums = _sums(total, quantities)
    if not sums and isinstance(total, Fraction):
        return any(one.fits for half in figures_of(total) for one in _sums(half, quantities))
    return bool(sums) and all(one.fits for one in sums)


def is_sum_of_first(total: Token, items: Sequence[Item]) -> bool:
    """Whether the first two, or three, or more of the items make the total, as `is_sum` has it."""
    tokens = [item.quantity for item in items]
    if isinstance(total, Figure):
        return any([*_fits_by_number(total, _until(tokens, Figure))][1:])
    pairs = _until(tokens, Fraction)
    halves = (
        _fits_by_number(total.part, [pair.part if pair else None for pair in pairs]),
        _fits_by_number(total.whole, [pair.whole if pair else None for pair in pairs]),
    )
    if any([*map(all, zip(*halves, strict=True))][1:]):
        return True
    figures = _until(tokens, Figure)
    first = next((number for number, figure in enumerate(figures) if figure), len(figures))
    return any(
        any([*_fits_by_number(half, figures)][max(first, 1) :]) for half in figures_of(total)
    )


def _until(tokens: Sequence[Token | None], kind: type[_Kind]) -> list[_Kind | None]:
    """The tokens up to the first that is of the other kind."""
    leading: list[_Kind | None] = []
    for token in tokens:
        if token is not None and not isinstance(token, kind):
            break
        leading.append(token)
    return leading


def _fits_by_number(total: Figure, parts: Sequence[Figure | None]) -> Iterator[bool]:
    """Whether the first part makes the total, the first two do, and so on."""
    ways = _Sum(total, (), scaled=False), _Sum(total, (), scaled=True)
    off = [-way.wanted for way in ways]
    slack = [way.slack(total) for way in ways]
    scaled = total.scale == 1
    for part in parts:
        if part is not None:
            scaled = scaled or part.scale != 1
            off = [sum_ + way.value(part) for sum_, way in zip(off, ways, strict=True)]
            slack = [sum_ + way.slack(part) for sum_, way in zip(slack, ways, strict=True)]
        yield abs(off[scaled]) <= slack[scaled]


def find_misfit(
    total: Token, items: Sequence[Item], claim: Claim, others: Iterable[Token] = ()
) -> Misfit | None:
    """What is wrong with the total whose parts the items are; None: nothing, or unsure.

    `others` are further quantities that the items might be the parts of.
    """
    quantities = [item.quantity for item in items if item.quantity and item.sure]
    if len(items) < 2 or len(quantities) < len(items):
        return None
    if not all(map(is_plain, (total, *quantities))):
        return None
    sums = _sums(total, quantities)
    wrong = [one for one in sums if not one.fits]
    if not wrong or any(is_sum(other, items) for other in others):
        return None
    labels = [item.label for item in items]
    if claim is Claim.NONE and any(map(_TIME.search, labels)):
        claim = Claim.OF_WHICH
    severity = _weigh(wrong[0], family_of(labels), claim)
    return Misfit(severity, wrong[0].arithmetic, _hint(wrong[0])) if severity else None


def _sums(total: Token, quantities: Sequence[Token]) -> tuple[_Sum, ...]:
    """One sum for figures, two for fractions (all done, all wholes); none for a mixture."""
    kind = Fraction if isinstance(total, Fraction) else Figure
    if not all(isinstance(token, kind) for token in quantities):
        return ()
    rows = [figures_of(token) for token in (total, *quantities)]
    sums = []
    for first, *rest in zip(*rows, strict=True):
        scaled = first.scale == 1 or any(part.scale != 1 for part in rest)
        sums.append(_Sum(first, tuple(rest), scaled))
    return tuple(sums)


def _weigh(one: _Sum, family: Family | None, claim: Claim) -> Severity | None:
    """How sure it is that the parts were meant to make the total; None: not sure enough."""
    if one.wanted == 0:
        return None
    near = _HALF <= one.made / one.wanted <= 2
    units = _units(one)
    if family is not None and family.strict and (units is not False or near):
        return Severity.ERROR
    if family is not None and claim is Claim.OF_WHICH:
        return Severity.WARNING if _is_too_much_or_mistyped(one) else None
    if claim is Claim.ALL and units is not False:
        return Severity.ERROR if near or units or _is_mistyped(one) else None
    return Severity.WARNING if _is_likely(one, claim, units) else None


def _is_likely(one: _Sum, claim: Claim, units: bool | None) -> bool:
    """Whether the figures themselves say that parts were meant: near the total, or mistyped."""
    if claim is Claim.ALL and one.wanted >= 10 and _is_close(one):
        return True
    if claim is Claim.NONE and units and _is_close(one):
        return True
    largest = max(map(one.value, one.parts))
    if largest == one.wanted or (largest > one.wanted and not units):
        return False
    least = _VERY_LARGE if claim is Claim.OF_WHICH else _LARGE
    return _is_mistyped(one) and one.wanted >= least


def _is_too_much_or_mistyped(one: _Sum) -> bool:
    return one.made > one.wanted or _is_mistyped(one)


def _is_mistyped(one: _Sum) -> bool:
    """Whether one keystroke would set it right; among round figures that is mere chance."""
    if all(_significant(figure) <= 2 for figure in (one.total, *one.parts)):
        return False
    return bool(_slips(one)) or is_typing_slip(one.made, one.wanted)


def _is_close(one: _Sum) -> bool:
    difference = abs(one.made - one.wanted)
    return difference <= 1 or difference / one.wanted <= Decimal("0.3")


def _units(one: _Sum) -> bool | None:
    """Whether every part counts what the total counts; None where some do not say."""
    whole = unit_word(one.total)
    counted = [unit_word(part) for part in one.parts]
    if not whole or any(not unit for unit in counted):
        return None
    return all(unit == whole for unit in counted)


def _significant(figure: Figure) -> int:
    """How many digits stand between the zeros at both ends."""
    return len(figure.text.replace(".", "").replace(",", "").strip("0"))


def _slips(one: _Sum) -> list[tuple[Figure, Decimal]]:
    """The parts that one keystroke would set right, with the value that they would have."""
    missing = one.wanted - one.made
    unit = one.total.scale if one.scaled else Decimal(1)
    return [
        (part, part.value + missing / unit)
        for part in one.parts
        if is_typing_slip(part.value, part.value + missing / unit)
    ]


def _hint(one: _Sum) -> str:
    scale = one.total.scale if one.scaled else Decimal(1)
    made = printed(one.made / scale)
    hint = f"đối chiếu số liệu gốc: nếu các phần đúng thì viết tổng là “{made}”"
    slips = _slips(one)
    if len(slips) == 1:
        part, value = slips[0]
        return f"{hint}; nếu tổng đúng thì “{part.text}” phải là “{printed(value)}”"
    return f"{hint}; nếu tổng đúng thì sửa phần bị sai"
