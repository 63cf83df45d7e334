"""Figures of two periods set side by side: `compare_figures`, and the table of a report."""
