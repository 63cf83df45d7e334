"""The table of communes: a row each, a column for each figure, totals in the last row."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from reportgen.periods.collecting import Collected, Merged
from reportgen.periods.figures import Figure, Plan
from reportgen.periods.form_names import TOTAL
from reportgen.vietnamese import format_number, format_rate, sort_key

ORDER, UNIT, ALL = "STT", "Đơn vị", "Tổng hợp"
_DECIMALS = 4


def unit_table(plan: Plan, collected: Collected, communes: Sequence[str] | None) -> str:
    """The CSV (comma, line feeds), units in Vietnamese order; what is missing is left empty."""
    figures = plan.of_communes
    names = sorted({*(communes or ()), *collected.by_commune}, key=sort_key)
    merged = {one.figure.code: one for one in collected.merged if one.figure.of_communes}
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([ORDER, UNIT, *_titles(figures)])
    for number, name in enumerate(names, 1):
        values = collected.by_commune.get(name, {})
        cells: list[str] = []
        for figure in figures:
            value = values.get(figure.code)
            cells += _cells(figure, value.now if value else None, value.total if value else None)
        writer.writerow([number, name, *cells])
    writer.writerow(["", ALL, *_last_row(figures, merged)])
    return file.getvalue()


def _titles(figures: Sequence[Figure]) -> Iterator[str]:
    names = [figure.name or figure.code for figure in figures]
    for figure, name in zip(figures, names, strict=True):
        title = name if names.count(name) == 1 else f"{name} ({figure.code})"
        yield f"{title} ({figure.unit})" if figure.unit else title
        if figure.has_total:
            yield f"{title} - {TOTAL}"


def _last_row(figures: Sequence[Figure], merged: Mapping[str, Merged]) -> Iterator[str]:
    for figure in figures:
        one = merged.get(figure.code)
        yield from _cells(figure, one.now if one else None, one.total if one else None)


def _cells(figure: Figure, now: Decimal | None, total: Decimal | None) -> list[str]:
    shown = "" if now is None else format_rate(now, _DECIMALS) if figure.is_rate else ""
    if now is not None and not figure.is_rate:
        shown = format_number(now)
    return [shown, "" if total is None else format_number(total)] if figure.has_total else [shown]
