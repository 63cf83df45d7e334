"""Trend charts: past periods to series, series to a picture and its words."""

from reportgen.charts.pictures import Charted, chart_pictures

__all__ = ["Charted", "chart_pictures"]
