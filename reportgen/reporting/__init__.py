"""What was found, written down: for people (text) and for programs (JSON, SARIF, JUnit)."""

from collections.abc import Callable, Mapping, Sequence

from reportgen.checking import Checked
from reportgen.reporting.json_report import json_report
from reportgen.reporting.junit_report import junit_report
from reportgen.reporting.sarif_report import sarif_report
from reportgen.reporting.text_report import summary_lines, text_report

REPORTS: Mapping[str, Callable[[Sequence[Checked]], str]] = {
    "text": text_report,
    "json": json_report,
    "sarif": sarif_report,
    "junit": junit_report,
}
"""Every form of a report, by the name that the command line gives it."""

__all__ = ["REPORTS", "json_report", "junit_report", "sarif_report", "summary_lines", "text_report"]
