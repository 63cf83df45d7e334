"""The pictures of a draft's charts: history read, values plotted, drawn, put into words."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportgen.charts.series import Moment, Plot, filled, plot_of
from reportgen.charts.wording import alternative, caption
from reportgen.document.tree import Picture, Text
from reportgen.dossier import Dossier
from reportgen.dossier.history import read_history
from reportgen.drafting import Template, with_template_formulas
from reportgen.drafting.charts import PlacedChart
from reportgen.problems import Problem, Severity

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Charted:
    """The pictures by the names of their charts, and what is wrong with charts."""

    pictures: Mapping[str, Picture]
    problems: tuple[Problem, ...] = ()


def chart_pictures(dossier: Dossier, template: Template, charts: Sequence[PlacedChart]) -> Charted:
    """Draw the charts; reads the dossiers of earlier periods only where there is a chart.

    A chart of less than two periods with values is left out, with a warning (BD002). BD001: the
    dossier has no period; BD003, BD004, BD005 as for `read_history` and `plot_of`.
    """
    if not charts:
        return Charted({})
    if dossier.ky is None:
        hint = "ghi khoá ky trong hồ sơ, ví dụ ky: 9/2025"
        message = "biểu đồ cần kỳ báo cáo mà hồ sơ không có"
        return Charted({}, tuple(Problem("BD001", message, one.place, hint) for one in charts))
    history = read_history(dossier)
    moments = [
        Moment(one.ky, with_template_formulas(one, template)[0].indicators)
        for one in history.dossiers
        if one.ky is not None
    ]
    problems = list(history.problems)
    pictures: dict[str, Picture] = {}
    for one in charts:
        before = len(problems)
        plot = plot_of(one.chart, moments, one.place, problems)
        if len(problems) > before:
            continue
        if len(filled(plot)) < _FEWEST:
            problems.append(_too_few(plot, one))
            continue
        pictures[one.name] = _picture(plot, len(pictures) + 1, one)
    return Charted(pictures, tuple(dict.fromkeys(problems)))


def _too_few(plot: Plot, chart: PlacedChart) -> Problem:
    have = filled(plot)
    what = f"mới có số liệu của {have[0]}" if have else "chưa kỳ nào có số liệu"
    message = f"không vẽ biểu đồ “{plot.title}”: {what}, cần ít nhất hai kỳ"
    hint = "đặt hồ sơ các kỳ trước trong các thư mục cạnh thư mục của hồ sơ này, hoặc bỏ biểu đồ"
    return Problem("BD002", message, chart.place, hint, Severity.WARNING)


def _picture(plot: Plot, number: int, chart: PlacedChart) -> Picture:
    # The drawing library is slow to load, tells of its own affairs, and few documents need it.
    logging.getLogger("matplotlib").setLevel(logging.CRITICAL)
    from reportgen.charts.drawing import drawn

    drawing = drawn(plot)
    return Picture(
        png=drawing.png,
        svg=drawing.svg,
        aspect=drawing.aspect,
        alternative=alternative(plot),
        caption=(Text(caption(plot, number), italic=True),),
        origin=chart.place,
    )
