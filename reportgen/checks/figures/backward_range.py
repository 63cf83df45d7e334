"""SL015: a range that runs from the greater figure to the smaller one."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reportgen.checks.figures.clauses import around
from reportgen.checks.figures.model import Figure
from reportgen.checks.figures.scan import BETWEEN_ENDS, scan
from reportgen.checks.figures.units import is_measured
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_FALLING = re.compile(
    r"(?<!\w)(?:giảm|hạ|rút|còn|xuống|chuyển|đổi|điều chỉnh|thay"
    r"|lùi|tụt|cắt|thu hẹp|trừ|kém|thấp)(?!\w)",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?<!\w)từ\s*\Z", re.IGNORECASE)


def _check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.manuscript.running_text():
        figures = [token for token in scan(passage.text) if isinstance(token, Figure)]
        for first, last in pairwise(figures):
            if first.of_range and last.of_range and _runs_backward(passage, first, last):
                shown = passage.text[first.start : last.end]
                yield RULE.at(
                    passage,
                    first.start,
                    last.end,
                    f"khoảng “{shown}” viết từ số lớn đến số nhỏ",
                    "viết số nhỏ trước, hoặc viết “giảm từ … xuống …” nếu là mức giảm; "
                    "kiểm tra dấu phẩy nếu là một số lẻ",
                )


def _runs_backward(passage: Passage, first: Figure, last: Figure) -> bool:
    text = passage.text
    if first.value <= last.value or not (last.percent or is_measured(last.unit)):
        return False
    if first.percent != last.percent or first.unit != last.unit:
        return False
    between = text[first.end : last.start]
    if not BETWEEN_ENDS.fullmatch(between):
        return False
    if "đến" in between and not _FROM.search(text[max(0, first.start - 6) : first.start]):
        return False
    if last.unit.startswith(("điểm", "lần", "năm", "tháng", "ngày", "tuần")):
        return False
    before, after = around(text, first.start, last.end)
    return not _FALLING.search(before) and not _FALLING.search(after)


RULE = Rule(
    "SL015",
    "khoảng số viết ngược",
    Severity.WARNING,
    "một khoảng số viết từ số nhỏ đến số lớn",
    "Năng suất tăng từ 15% đến 12% ở các xã ven biển.",
    "Năng suất tăng từ 12% đến 15% ở các xã ven biển.",
    _check,
)
