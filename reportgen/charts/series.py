"""What a chart shows: a value a period for each figure, periods without one in between."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reportgen import vietnamese as vn
from reportgen.dossier import Indicator, Period
from reportgen.dossier.history import rounded_months
from reportgen.drafting.charts import Chart, named_unit, same_unit
from reportgen.drafting.values import FormulaError, done, share
from reportgen.problems import Place, Problem

_MONTHS_OF_YEAR = 12
_MONTHS_OF_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """The figures of one period, by code."""

    period: Period
    indicators: Mapping[str, Indicator]


@dataclass(frozen=True, slots=True)
class Series:
    """A figure through the periods: a value for each, None where there is none."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """All that a chart shows; `periods` are called as they are printed, none left out between.

    Values are shares of one where `is_rate`; `unit` is empty for them.
    """

    title: str
    periods: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    is_rate: bool
    columns: bool
    decimals: int = 2  # of rates

    def printed(self, value: Decimal) -> str:
        """A value as the document prints it."""
        return vn.format_rate(value, self.decimals) if self.is_rate else vn.format_number(value)


def plot_of(chart: Chart, moments: Sequence[Moment], place: Place, problems: list[Problem]) -> Plot:
    """The chart's values over the last of the periods, which end with this one (at least one).

    Adds to `problems`: BD004 a figure in another unit than today, BD005 one without an end of
    decimals.
    """
    length = rounded_months(moments[-1].period)
    last = _slot(moments[-1].period, length)
    by_slot = {_slot(moment.period, length): moment for moment in moments}
    first = max(last - chart.periods + 1, min(by_slot))
    slots = range(first, last + 1)
    series = tuple(
        Series(
            figure.ten or figure.ma,
            tuple(
                _value(chart, figure, by_slot[slot], place, problems) if slot in by_slot else None
                for slot in slots
            ),
        )
        for figure in chart.figures
    )
    is_rate = chart.value == "ti_le" or chart.figures[0].la_ti_le
    return Plot(
        title=chart.title or _title(chart),
        periods=tuple(_name(slot, length) for slot in slots),
        series=series,
        unit="" if is_rate else " ".join(chart.figures[0].don_vi_tinh.split()),
        is_rate=is_rate,
        columns=chart.shape == "cot",
        decimals=max(2 if one.lam_tron is None else one.lam_tron for one in chart.figures),
    )


def filled(plot: Plot) -> tuple[str, ...]:
    """The periods for which any figure has a value."""
    return tuple(
        name
        for index, name in enumerate(plot.periods)
        if any(one.values[index] is not None for one in plot.series)
    )


def _value(
    chart: Chart, today: Indicator, moment: Moment, place: Place, problems: list[Problem]
) -> Decimal | None:
    figure = moment.indicators.get(today.ma)
    if figure is None or figure.thuc_hien is None:
        return None
    if chart.value == "ti_le" and not figure.la_ti_le and not figure.tong_so:
        return None
    if chart.value != "ti_le" and not same_unit(figure, today):
        message = (
            f"biểu đồ không so được: “{figure.ma}” ở {figure.place} tính bằng "
            f"{named_unit(figure)}, kỳ này bằng {named_unit(today)}"
        )
        hint = "đưa số liệu các kỳ về một đơn vị tính, hoặc bỏ bớt kỳ: ky=…"
        problems.append(Problem("BD004", message, place, hint))
        return None
    try:
        return share(figure) if figure.la_ti_le or chart.value == "ti_le" else done(figure)
    except FormulaError as error:
        problems.append(Problem("BD005", f"biểu đồ: {error.message}", place, error.hint))
        return None


def _title(chart: Chart) -> str:
    names = [figure.ten or figure.ma for figure in chart.figures]
    *others, last = names
    listed = f"{', '.join(others)} và {last}" if others else last
    return f"Tỷ lệ: {listed}" if chart.value == "ti_le" else listed


def _slot(period: Period, length: int) -> int:
    """The period's place in a row of such periods without a gap."""
    return (period.den.year * _MONTHS_OF_YEAR + period.den.month - 1) // length


def _name(slot: int, length: int) -> str:
    """`tháng 9/2025`, `quý III/2025`, `năm 2025`; of other lengths the month that ends it."""
    year, month = divmod(slot * length + length - 1, _MONTHS_OF_YEAR)
    day = date(year, month + 1, 1)
    match length:
        case 1:
            return vn.format_month(day)
        case 3:
            return f"quý {vn.roman((day.month + 2) // _MONTHS_OF_QUARTER)}/{year}"
        case 12:
            return f"năm {year}"
        case _:
            return f"đến {vn.format_month(day)}"


def points(plot: Plot) -> Iterator[tuple[int, int, Decimal]]:
    """Series, period and value of every point there is."""
    for row, one in enumerate(plot.series):
        for column, value in enumerate(one.values):
            if value is not None:
                yield row, column, value
