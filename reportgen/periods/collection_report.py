"""What a secretary is told of a collection, after its problems."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.periods.collecting import Collected
from reportgen.periods.figures import Plan
from reportgen.vietnamese import format_date_short

_MOST_NAMED = 20


def report_lines(plan: Plan, collected: Collected, *, written: bool) -> Iterator[str]:
    """Who is missing, what was left out, remarks of the units, and the sum of it all."""
    due = f" (hạn {format_date_short(plan.deadline)})" if plan.deadline else ""
    if collected.missing:
        yield f"Chưa nộp{due}: {_named(collected.missing, 'đơn vị')}"
    if collected.missing_communes:
        yield f"Cấp xã chưa nộp{due}: {_named(collected.missing_communes, 'đơn vị')}"
    if plan.of_communes and collected.missing_communes is None:
        yield (
            "Chưa rõ danh sách xã nên không biết xã nào chưa nộp: thêm --xa-phuong hoặc "
            "--don-vi-cap-xa TEP.csv."
        )
    if collected.bad:
        yield f"Biểu có lỗi: {_named([Path(file).name for file in collected.bad], 'biểu')}"
    for unit, code, note in collected.notes[:_MOST_NAMED]:
        yield f"Ghi chú của {unit} ở {code}: {note}"
    if len(collected.notes) > _MOST_NAMED:
        yield f"… và {len(collected.notes) - _MOST_NAMED} ghi chú khác."
    done = "Đã gộp" if written else "Gộp được"
    good = collected.forms - len(collected.bad)
    missing = len(collected.missing) + len(collected.missing_communes or ())
    missing += len(collected.refused)
    yield f"{done} {len(collected.merged)} chỉ tiêu từ {good} biểu; thiếu {missing} đơn vị."


def _named(names: Sequence[str], what: str) -> str:
    shown = "; ".join(names[:_MOST_NAMED])
    rest = len(names) - _MOST_NAMED
    return shown + (f"; … và {rest} {what} khác" if rest > 0 else "") + "."
