"""SL002: a comma between thousands."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.figures.figures_in import Standing, column_of, figures_in
from reportgen.checks.figures.model import Notation
from reportgen.checks.figures.once_a_column import once_a_column
from reportgen.checks.figures.printing import printed
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Manuscript
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_SHAPE = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_SIBLINGS = 3


def _check(subject: Subject) -> Iterator[Finding]:
    for standing in figures_in(subject.manuscript):
        figure = standing.figure
        if figure.notation is Notation.COMMA_GROUPS:
            yield _finding(standing, figure.value)
        elif _SHAPE.fullmatch(figure.text) and _among_thousands(subject.manuscript, standing):
            yield _finding(standing, figure.value * 1000)


def _among_thousands(manuscript: Manuscript, standing: Standing) -> bool:
    """Whether the other cells of its column are thousands with dots, none with decimals."""
    if not standing.fills_its_cell:
        return False
    others = [text for text in column_of(manuscript, standing) if text != standing.figure.text]
    thousands = sum(_THOUSANDS.fullmatch(text) is not None for text in others)
    return thousands >= _SIBLINGS and not any(
        re.fullmatch(r"[0-9.]+,[0-9]+", text) for text in others
    )


def _finding(standing: Standing, value: Decimal) -> Finding:
    figure = standing.figure
    meant = printed(value)
    several = figure.text.count(",") > 1
    as_written = "" if several else f", đọc theo cách viết của Việt Nam là số lẻ {figure.text}"
    certain = bool(figure.unit) or several or standing.fraction is not None
    return RULE.at(
        standing.passage,
        figure.start,
        figure.end,
        f"“{figure.text}” dùng dấu phẩy ngăn hàng nghìn{as_written}",
        f"viết “{meant}”" + ("" if certain else " nếu là số đếm; kiểm tra lại nếu đúng là số lẻ"),
    )


RULE = Rule(
    "SL002",
    "hàng nghìn ngăn bằng dấu phẩy",
    Severity.WARNING,
    "sau hàng nghìn, hàng triệu, hàng tỷ đặt dấu chấm; dấu phẩy chỉ đặt trước phần thập phân "
    "(Điều 11 Luật Kế toán năm 2015)",
    "Đã tiếp nhận 24,765 hồ sơ.",
    "Đã tiếp nhận 24.765 hồ sơ.",
    once_a_column(_check),
)
