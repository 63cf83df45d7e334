"""A plot drawn in black and white, as dots (PNG) and as lines (SVG); the same bytes every time."""

import io
import textwrap
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ticker import FuncFormatter, MaxNLocator

from reportgen.charts.labels import label_points
from reportgen.charts.series import Plot
from reportgen.problems import InputError
from reportgen.writers.pdf.fonts import find_fonts

_DOTS_PER_INCH = 300
_WIDTH, _HEIGHT = 6.5, 3.1  # inches, the width of the text
_LEGEND_LINE = 0.22  # inches
_SIZE = 10.0  # pt
_MOST_NAMED = 8  # periods whose names stand side by side in one line
_MOST_SHOWN = 14
_NAME_WIDTH = 78  # letters of a line of the legend
_LINES: tuple[Mapping[str, Any], ...] = (
    {"color": "black", "linestyle": "-", "marker": "o", "markerfacecolor": "black"},
    {"color": "black", "linestyle": "--", "marker": "s", "markerfacecolor": "white"},
    {"color": "0.35", "linestyle": "-.", "marker": "^", "markerfacecolor": "0.35"},
    {"color": "0.35", "linestyle": ":", "marker": "D", "markerfacecolor": "white"},
)
_COLUMNS: tuple[Mapping[str, Any], ...] = (
    {"facecolor": "0.45"},
    {"facecolor": "white", "hatch": "////"},
    {"facecolor": "0.8"},
    {"facecolor": "white", "hatch": "...."},
)
_ALL_COLUMNS = 0.72  # of the room of a period
_LEAST_OF_MOST = 0.5  # a line whose least value is below this share of the greatest starts at 0
_SETTINGS: Any = {
    "svg.hashsalt": "reportgen",
    "svg.fonttype": "path",
    "axes.unicode_minus": False,
    "hatch.linewidth": 0.6,
    "text.usetex": False,
    "text.parse_math": False,
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """The picture's bytes; `aspect` is its height over its width."""

    png: bytes
    svg: bytes
    aspect: float


def drawn(plot: Plot) -> Drawing:
    """Draw a plot. Reads the fonts of this machine; without a usable one, the library's own."""
    font = _font()
    legend = [textwrap.fill(one.name, _NAME_WIDTH) for one in plot.series]
    lines = sum(name.count("\n") + 1 for name in legend) if len(legend) > 1 else 0
    height = _HEIGHT + lines * _LEGEND_LINE
    with _settled():
        figure = Figure(figsize=(_WIDTH, height), dpi=_DOTS_PER_INCH, layout="constrained")
        canvas: Any = FigureCanvasAgg(figure)
        axes = figure.add_subplot()
        marks = _columns(axes, plot) if plot.columns else _lines(axes, plot)
        _dress(axes, plot, font)
        if len(legend) > 1:
            figure.legend(
                marks, legend, loc="outside lower left", frameon=False, prop=font,
                handlelength=3.2, labelspacing=0.3, ncols=1,
            )  # fmt: skip
        canvas.draw()
        figure.set_layout_engine("none")
        label_points(axes, plot, font, canvas.get_renderer())
        return Drawing(_saved(figure, "png"), _saved(figure, "svg"), height / _WIDTH)


def _lines(axes: Any, plot: Plot) -> list[Any]:
    made = []
    for one, look in zip(plot.series, _LINES, strict=False):
        values = [float("nan") if value is None else float(value) for value in one.values]
        made += axes.plot(values, linewidth=1.4, markersize=5, zorder=3, **look)
    values = [float(value) for one in plot.series for value in one.values if value is not None]
    if min(values) >= 0 and min(values) < _LEAST_OF_MOST * max(values):
        axes.set_ylim(bottom=0)
    axes.set_xlim(-0.5, len(plot.periods) - 0.5)
    return made


def _columns(axes: Any, plot: Plot) -> list[Any]:
    """Columns side by side, from zero."""
    width = _ALL_COLUMNS / len(plot.series)
    made = []
    for number, (one, look) in enumerate(zip(plot.series, _COLUMNS, strict=False)):
        shift = (number - (len(plot.series) - 1) / 2) * width
        filled = [(i, value) for i, value in enumerate(one.values) if value is not None]
        made.append(
            axes.bar(
                [index + shift for index, _ in filled],
                [float(value) for _, value in filled],
                width,
                edgecolor="black",
                linewidth=0.8,
                zorder=3,
                **look,
            )
        )
    axes.axhline(0, color="black", linewidth=0.8, zorder=4)
    axes.set_xlim(-0.5, len(plot.periods) - 0.5)
    return made


def _dress(axes: Any, plot: Plot, font: FontProperties) -> None:
    """Axes, their numbers as the document prints them, the names of periods."""
    axes.margins(y=0.16)
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="y", color="0.85", linewidth=0.6, zorder=0)
    axes.tick_params(length=3)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _tick(plot, value)))
    step = -(-len(plot.periods) // _MOST_SHOWN)
    shown = range((len(plot.periods) - 1) % step, len(plot.periods), step)
    narrow = len(shown) > _MOST_NAMED
    names = [plot.periods[index].replace(" ", "\n" if narrow else " ", 1) for index in shown]
    axes.set_xticks(list(shown), names)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(font)
    if plot.unit:
        axes.set_title(f"({plot.unit})", loc="left", fontproperties=font, pad=4)


def _tick(plot: Plot, value: float) -> str:
    """A number of the scale, freed of what arithmetic in binary leaves."""
    return plot.printed(Decimal(f"{value:.10g}"))


def _font() -> FontProperties:
    try:
        path: Path | None = find_fonts().paths["regular"]
    except InputError:
        path = None
    return FontProperties(family="DejaVu Serif", fname=path, size=_SIZE)


def _saved(figure: Figure, kind: str) -> bytes:
    buffer = io.BytesIO()
    undated = {"png": {"Software": None}, "svg": {"Date": None, "Creator": None}}[kind]
    figure.savefig(buffer, format=kind, metadata=undated, facecolor="white")
    return buffer.getvalue()


@contextmanager
def _settled() -> Iterator[None]:
    """The library's own settings but for ours, whatever the user's files say; nothing printed."""
    with mpl.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        yield
