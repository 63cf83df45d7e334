"""Two periods' figures side by side: what each was, what it is, and how far it moved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from reportgen.dossier import Indicator
from reportgen.vietnamese import Unit, conversion, parse_unit, sort_key

Amount = Decimal | str | None
"""A figure's value: a number (a share of one for a rate), the name of a row, or none yet."""


class Course(StrEnum):
    """What became of a figure."""

    UP = "tăng"
    DOWN = "giảm"
    SAME = "không đổi"
    RENAMED = "đổi"  # the name of a row gave way to another
    NEW = "mới"
    GONE = "không còn"
    BLANK = "chưa có số"
    UNLIKE = "không so được"


MOVED = (Course.UP, Course.DOWN, Course.RENAMED)


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure in both periods.

    `before` and `total_before` are in the unit of now; `unit_before` is as it was typed. A rate is
    a share of one, its `change` too. `was_rate` differs from `is_rate` only where UNLIKE.
    """

    code: str
    name: str
    course: Course
    before: Amount
    now: Amount
    total_before: Decimal | None = None
    total_now: Decimal | None = None
    unit: str = ""
    unit_before: str = ""
    is_rate: bool = False
    was_rate: bool = False
    decimals: int | None = None

    @property
    def change(self) -> Decimal | None:
        """Now less before; None where the two cannot be compared."""
        return None if self.course is Course.UNLIKE else _less(self.now, self.before)

    @property
    def relative(self) -> Decimal | None:
        """The change as a share of what was before; None where that is zero or less."""
        if self.change is None or not isinstance(self.before, Decimal) or self.before <= 0:
            return None
        return self.change / self.before

    @property
    def total_change(self) -> Decimal | None:
        """The change of the total."""
        return None if self.course is Course.UNLIKE else _less(self.total_now, self.total_before)

    @property
    def shares(self) -> tuple[Decimal, Decimal] | None:
        """What was done of the total, before and now; None where either is not known."""
        before, now = _share(self.before, self.total_before), _share(self.now, self.total_now)
        if self.course is Course.UNLIKE or before is None or now is None:
            return None
        return before, now

    @property
    def moved(self) -> bool:
        """Whether the value or its total is another than before."""
        return self.course in MOVED or (self.course is Course.SAME and bool(self.total_change))


def compare_figures(
    before: Mapping[str, Indicator], now: Mapping[str, Indicator]
) -> tuple[FigureChange, ...]:
    """Every figure of either period, the one that moved most first.

    Sorted by the relative change, then the absolute one, then the Vietnamese name; those that did
    not move or cannot be compared come last.
    """
    codes = dict.fromkeys([*now, *before])
    changes = [change_of(before.get(code), now.get(code)) for code in codes if code]
    return tuple(sorted(changes, key=_by_size))


def change_of(before: Indicator | None, now: Indicator | None) -> FigureChange:
    """One figure in both periods; at least one of them has it."""
    known = now or before
    if known is None:
        raise ValueError("a figure of no period")
    was, factor = before or known, Decimal(1)
    course = None
    if before is not None and now is not None:
        found = factor_between(before, now)
        course = Course.UNLIKE if found is None else None
        factor = found or factor
    first, last = _amount(before, factor), _amount(now)
    return FigureChange(
        code=known.ma,
        name=known.ten or was.ten or known.ma,
        course=course or _course(first, last, now),
        before=first,
        now=last,
        total_before=_scaled(before.tong_so, factor) if before else None,
        total_now=now.tong_so if now else None,
        unit=" ".join(known.don_vi_tinh.split()),
        unit_before=" ".join(was.don_vi_tinh.split()),
        is_rate=known.la_ti_le,
        was_rate=was.la_ti_le,
        decimals=known.lam_tron,
    )


def factor_between(before: Indicator, now: Indicator) -> Decimal | None:
    """What values of `before` are multiplied by to be in the unit of `now`; None if they cannot.

    A unit that only one of them names is taken for that of both.
    """
    if _is_blank(before) or _is_blank(now):
        return Decimal(1)
    if before.la_ti_le != now.la_ti_le or bool(before.chu) != bool(now.chu):
        return None
    given, wanted = parse_unit(before.don_vi_tinh), parse_unit(now.don_vi_tinh)
    if before.la_ti_le:
        return Decimal(1) if _in_points(given) == _in_points(wanted) else None
    if given is None or wanted is None:
        return Decimal(1)
    return conversion(given, wanted) if given.fits(wanted) else None


def _is_blank(figure: Indicator) -> bool:
    return figure.thuc_hien is None and not figure.chu


def _in_points(unit: Unit | None) -> bool:
    return unit is not None and unit.is_points


def _amount(figure: Indicator | None, factor: Decimal = Decimal(1)) -> Amount:
    if figure is None:
        return None
    return figure.chu or _scaled(figure.thuc_hien, factor)


def _scaled(value: Decimal | None, factor: Decimal) -> Decimal | None:
    if value is None:
        return None
    return Decimal(value) if factor == 1 else value * factor


def _course(before: Amount, now: Amount, figure: Indicator | None) -> Course:
    if figure is None:
        return Course.GONE
    if now is None:
        return Course.BLANK
    if before is None:
        return Course.NEW
    if before == now:
        return Course.SAME
    if isinstance(before, Decimal) and isinstance(now, Decimal):
        return Course.UP if now > before else Course.DOWN
    return Course.RENAMED


def _less(now: Amount, before: Amount) -> Decimal | None:
    if isinstance(now, Decimal) and isinstance(before, Decimal):
        return now - before
    return None


def _share(done: Amount, total: Decimal | None) -> Decimal | None:
    return done / total if isinstance(done, Decimal) and total else None


def _by_size(one: FigureChange) -> tuple[object, ...]:
    steps = tuple(_steps(one)) if one.moved else ()
    return (not one.moved, *(steps or (Decimal(0), Decimal(0))), sort_key(one.name), one.code)


def _steps(one: FigureChange) -> Iterator[Decimal]:
    """How far the figure moved, relatively then absolutely, the greatest first (below zero)."""
    change, start = one.change, one.before
    if not change:
        change, start = one.total_change, one.total_before
    if change is None or not isinstance(start, Decimal):
        return
    yield -abs(change / start) if start else Decimal("-Infinity")
    yield -abs(change)
