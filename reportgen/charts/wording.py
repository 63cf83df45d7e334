"""What is said of a chart: its caption, and its values in words for those who cannot see it."""

from reportgen.charts.series import Plot, Series

_CHART = "Biểu đồ"
_NONE = "không có số liệu"


def caption(plot: Plot, number: int) -> str:
    """`Biểu đồ 1. Hồ sơ tiếp nhận`; a title that says so already stands as typed."""
    if plot.title.casefold().startswith(_CHART.casefold()):
        return plot.title
    return f"{_CHART} {number}. {plot.title}"


def alternative(plot: Plot) -> str:
    """`Biểu đồ Hồ sơ tiếp nhận (hồ sơ): tháng 8/2025 1.200.000; tháng 9/2025 1.365.565`."""
    title = plot.title
    if not title.casefold().startswith(_CHART.casefold()):
        title = f"{_CHART} {title}"
    unit = f" ({plot.unit})" if plot.unit else ""
    if len(plot.series) == 1:
        return f"{title}{unit}: {_told(plot, plot.series[0])}"
    parts = ". ".join(f"{one.name}: {_told(plot, one)}" for one in plot.series)
    return f"{title}{unit}. {parts}"


def _told(plot: Plot, series: Series) -> str:
    return "; ".join(
        f"{period} {_NONE if value is None else plot.printed(value)}"
        for period, value in zip(plot.periods, series.values, strict=True)
    )
