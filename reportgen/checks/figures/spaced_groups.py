"""SL005: spaces between thousands in a document that otherwise has dots there."""

from collections.abc import Iterator

from reportgen.checks.figures.figures_in import figures_in
from reportgen.checks.figures.model import Notation
from reportgen.checks.figures.once_a_column import once_a_column
from reportgen.checks.figures.printing import printed_figure
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity


def _check(subject: Subject) -> Iterator[Finding]:
    standings = tuple(figures_in(subject.manuscript))
    dotted = (one.figure for one in standings if one.figure.notation is Notation.VIETNAMESE)
    if not any("." in figure.text for figure in dotted):
        return
    for standing in standings:
        figure = standing.figure
        if figure.notation is Notation.SPACED:
            yield RULE.at(
                standing.passage,
                figure.start,
                figure.end,
                f"“{figure.text}” ngăn hàng nghìn bằng dấu cách, khác các số còn lại của văn bản",
                f"viết “{printed_figure(figure)}”",
            )


RULE = Rule(
    "SL005",
    "hàng nghìn ngăn bằng dấu cách",
    Severity.ADVICE,
    "một văn bản viết số theo một cách; hàng nghìn, hàng triệu, hàng tỷ ngăn bằng dấu chấm",
    "Đã cấp 85.217 thẻ trong số 1 365 565 người.",
    "Đã cấp 85.217 thẻ trong số 1.365.565 người.",
    once_a_column(_check),
)
