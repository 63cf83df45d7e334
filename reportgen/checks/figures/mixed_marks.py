"""SL004: a comma between thousands and a dot before decimals in one number."""

from collections.abc import Iterator

from reportgen.checks.figures.figures_in import figures_in
from reportgen.checks.figures.model import Notation
from reportgen.checks.figures.once_a_column import once_a_column
from reportgen.checks.figures.printing import printed_figure
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity


def _check(subject: Subject) -> Iterator[Finding]:
    for standing in figures_in(subject.manuscript):
        figure = standing.figure
        if figure.notation is Notation.MIXED:
            yield RULE.at(
                standing.passage,
                figure.start,
                figure.end,
                f"“{figure.text.strip()}” viết theo cách của tiếng Anh: "
                "dấu phẩy ngăn hàng nghìn, dấu chấm trước phần thập phân",
                f"viết “{printed_figure(figure)}”",
            )


RULE = Rule(
    "SL004",
    "số viết theo cách của tiếng Anh",
    Severity.WARNING,
    "sau hàng nghìn, hàng triệu, hàng tỷ đặt dấu chấm, trước phần thập phân đặt dấu phẩy "
    "(Điều 11 Luật Kế toán năm 2015)",
    "Tổng thu ngân sách ước đạt 1,365.25 tỷ đồng.",
    "Tổng thu ngân sách ước đạt 1.365,25 tỷ đồng.",
    once_a_column(_check),
)
