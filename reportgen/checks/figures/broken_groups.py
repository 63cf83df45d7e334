"""SL003: groups of digits that are not three by three."""

from collections.abc import Iterator

from reportgen.checks.figures.figures_in import Standing, figures_in
from reportgen.checks.figures.model import Notation
from reportgen.checks.figures.once_a_column import once_a_column
from reportgen.checks.figures.printing import printed
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity


def _check(subject: Subject) -> Iterator[Finding]:
    for standing in figures_in(subject.manuscript):
        figure = standing.figure
        if figure.notation is not Notation.BROKEN_GROUPS:
            continue
        yield RULE.at(
            standing.passage,
            figure.start,
            figure.end,
            f"“{figure.text}” không phải là một số viết đúng: "
            "các nhóm sau dấu chấm phải đủ ba chữ số",
            f"đối chiếu số liệu gốc, viết lại cho đủ ba chữ số một nhóm{_readings(standing)}",
        )


def _readings(standing: Standing) -> str:
    """What it may be: `, chẳng hạn “15.160”`; in a fraction only what is no less than the part."""
    values = [value for value in standing.figure.readings if value == value.to_integral_value()]
    if standing.fraction is not None and standing.figure is standing.fraction.whole:
        values = [value for value in values if value >= standing.fraction.part.value]
    shown = " hoặc ".join(f"“{printed(value)}”" for value in values[:2])
    return f", chẳng hạn {shown}" if shown else ""


RULE = Rule(
    "SL003",
    "số có nhóm chữ số thiếu hoặc thừa",
    Severity.ERROR,
    "dấu chấm ngăn hàng nghìn, hàng triệu, hàng tỷ nên mỗi nhóm sau dấu chấm có đúng ba chữ số "
    "(Điều 11 Luật Kế toán năm 2015)",
    "Đã cấp tài khoản định danh cho 12.597/15.16 cơ quan, tổ chức.",
    "Đã cấp tài khoản định danh cho 12.597/15.160 cơ quan, tổ chức.",
    once_a_column(_check),
)
