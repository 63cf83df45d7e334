"""Values printed at the points of a chart, as many as fit."""

from typing import Any

from matplotlib.font_manager import FontProperties
from matplotlib.patheffects import withStroke
from matplotlib.transforms import Bbox

from reportgen.charts.series import Plot, points

_SMALLER = 1.0  # pt less than the rest
_GAP = 5.0  # pt between a point and its value
_HALO = withStroke(linewidth=2.5, foreground="white")  # keeps lines out of the digits
_ROOM = 2.0  # pt that values keep from each other


def label_points(axes: Any, plot: Plot, font: FontProperties, renderer: Any) -> None:
    """Print values above or below their points, the last period first; none over another."""
    small = font.copy()
    small.set_size(font.get_size_in_points() - _SMALLER)
    taken = _marks(axes, plot)
    last = len(plot.periods) - 1
    order = sorted(points(plot), key=lambda point: (point[1] != last, point[1] != 0, point[1]))
    for row, column, value in order:
        x = _position(axes, plot, row, column)
        for below in _sides(plot, row, column):
            text = axes.annotate(
                plot.printed(value),
                (x, float(value)),
                xytext=(0, -_GAP if below or value < 0 else _GAP),
                textcoords="offset points",
                ha="center",
                va="top" if below or value < 0 else "bottom",
                fontproperties=small,
                zorder=5,
                path_effects=[_HALO],
            )
            box = text.get_window_extent(renderer).padded(_ROOM)
            if _is_free(box, taken, axes):
                taken.append(box)
                break
            text.remove()


def _sides(plot: Plot, row: int, column: int) -> tuple[bool, ...]:
    """Whether to try below the point or above it, the better side first."""
    if plot.columns:
        return (False,)
    beside = [one.values[column] for one in plot.series]
    values = [value for value in beside if value is not None]
    lowest = len(values) > 1 and plot.series[row].values[column] == min(values)
    return (lowest, not lowest)


def _position(axes: Any, plot: Plot, row: int, column: int) -> float:
    """Where a value stands on the axis of periods."""
    if not plot.columns:
        return column
    filled = [index for index, value in enumerate(plot.series[row].values) if value is not None]
    bar = axes.containers[row][filled.index(column)]
    return float(bar.get_x() + bar.get_width() / 2)


def _marks(axes: Any, plot: Plot) -> list[Bbox]:
    """What values must not cover: the points of lines, the columns."""
    if plot.columns:
        return [bar.get_window_extent() for bars in axes.containers for bar in bars]
    boxes = []
    for row, column, value in points(plot):
        del row
        x, y = axes.transData.transform((column, float(value)))
        boxes.append(Bbox.from_bounds(x - 8, y - 8, 16, 16))
    return boxes


def _is_free(box: Bbox, taken: list[Bbox], axes: Any) -> bool:
    frame = axes.get_window_extent()
    inside = frame.x0 <= box.x0 and box.x1 <= frame.x1 and frame.y0 <= box.y0
    return inside and not any(box.overlaps(other) for other in taken)
