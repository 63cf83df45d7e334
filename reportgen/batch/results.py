"""The results of a batch as a table: `ket_qua.csv`, and the counts at the end."""

import csv
import io
from collections import Counter
from collections.abc import Sequence

from reportgen.batch.jobs import Outcome, Result
from reportgen.vietnamese import format_number

RESULTS_NAME = "ket_qua.csv"
_TITLES = ("Tài liệu", "Kết quả", "Tệp", "Số lỗi", "Cảnh báo", "Lý do")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def results_table(outcomes: Sequence[Outcome]) -> bytes:
    """The table as Excel opens it: UTF-8 with its mark, a row for each job, by number.

    A cell that Excel would take for a formula has an apostrophe before it.
    """
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(_TITLES)
    for one in sorted(outcomes, key=lambda outcome: outcome.number):
        files = "; ".join(one.files)
        told = (_as_text(one.name), one.result.value, _as_text(files), one.errors, one.warnings)
        table.writerow([*told, _as_text(one.reason)])
    return text.getvalue().encode("utf-8-sig", "backslashreplace")


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def summary(outcomes: Sequence[Outcome]) -> list[tuple[str, str]]:
    """How many documents came to what, and how many warnings there are: rows of two cells."""
    counted = Counter(outcome.result for outcome in outcomes)
    rows = [(result.value, format_number(counted[result])) for result in Result if counted[result]]
    rows.append(("tổng số", format_number(len(outcomes))))
    if warned := sum(1 for outcome in outcomes if outcome.warnings):
        rows.append(("có cảnh báo", format_number(warned)))
    return rows
