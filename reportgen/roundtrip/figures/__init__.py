"""Figures in text offered as indicators: rows for `chi_tieu.csv`, formulas in their places."""

from reportgen.roundtrip.figures.model import COLUMNS, Doubt, IndicatorRow, Offered
from reportgen.roundtrip.figures.offering import offer_indicators

__all__ = ["COLUMNS", "Doubt", "IndicatorRow", "Offered", "offer_indicators"]
