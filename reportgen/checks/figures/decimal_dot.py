"""SL001: a dot where the decimals begin."""

import re
from collections.abc import Iterator

from reportgen.checks.figures.figures_in import Standing, column_of, figures_in
from reportgen.checks.figures.model import Notation
from reportgen.checks.figures.once_a_column import once_a_column
from reportgen.checks.figures.printing import printed_figure
from reportgen.checks.figures.units import is_measured
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Manuscript
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_CUE = re.compile(
    r"(?:đạt|tăng|giảm|là|bằng|hơn|khoảng|gần|còn|lên|xuống|gấp|chiếm|mức|[:=(])\s*\Z",
    re.IGNORECASE,
)
_NUMBERING = re.compile(
    r"stt|tt|số thứ tự|mã|mục|tiêu chí|chỉ tiêu|nội dung|ký hiệu|biểu", re.IGNORECASE
)
_LOWER_WORD = re.compile(r"\s?[a-zà-ỹđ]")
_PAIR_OF_DAYS = re.compile(r"\s*(?:[;.,)]|\Z)")


def _check(subject: Subject) -> Iterator[Finding]:
    for standing in figures_in(subject.manuscript):
        figure = standing.figure
        if figure.notation is not Notation.DECIMAL_DOT or not _is_figure(
            subject.manuscript, standing
        ):
            continue
        meant = printed_figure(figure, figure.readings[0])
        yield RULE.at(
            standing.passage,
            figure.start,
            figure.end,
            f"“{figure.text.strip()}” dùng dấu chấm làm dấu thập phân",
            f"viết “{meant}”{_other_reading(standing)}",
        )


def _other_reading(standing: Standing) -> str:
    figure = standing.figure
    if figure.percent or is_measured(figure.unit) or len(figure.readings) < 2:
        return ""
    return f" (hoặc “{printed_figure(figure, figure.readings[1])}” nếu là số hàng nghìn)"


def _is_figure(manuscript: Manuscript, standing: Standing) -> bool:
    """Whether it is a figure at all, not the number of a point or of a version."""
    figure, text = standing.figure, standing.passage.text
    if figure.percent or standing.fraction is not None or is_measured(figure.unit):
        return True
    if standing.fills_its_cell:
        column = column_of(manuscript, standing)
        place = standing.passage.cell
        numbered = bool(column and _NUMBERING.match(column[0]))
        return place is not None and place.column > 0 and not numbered
    if figure.unit:
        return _LOWER_WORD.match(text, figure.end) is not None
    before = text[max(0, figure.start - 12) : figure.start]
    return bool(_CUE.search(before) and _PAIR_OF_DAYS.match(text, figure.end))


RULE = Rule(
    "SL001",
    "dấu thập phân viết bằng dấu chấm",
    Severity.ERROR,
    "phần thập phân viết sau dấu phẩy, không viết sau dấu chấm (Phụ lục V Nghị định "
    "86/2012/NĐ-CP); dấu chấm ngăn hàng nghìn, hàng triệu (Điều 11 Luật Kế toán năm 2015)",
    "Tỷ lệ cấp căn cước đạt 90.31%.",
    "Tỷ lệ cấp căn cước đạt 90,31%.",
    once_a_column(_check),
)
