"""SL006: a large count without dots beside others that have them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.checks.figures.figures_in import Standing, figures_in
from reportgen.checks.figures.model import Notation
from reportgen.checks.figures.once_a_column import once_a_column, once_a_text
from reportgen.checks.figures.printing import printed
from reportgen.checks.figures.units import names_things
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_ENOUGH = 3  # figures with dots that show how the document writes thousands


def _check(subject: Subject) -> Iterator[Finding]:
    standings = tuple(figures_in(subject.manuscript))
    for standing in standings:
        if _is_ungrouped(standing) and _others_are_grouped(standing, standings):
            figure = standing.figure
            yield RULE.at(
                standing.passage,
                figure.start,
                figure.end,
                f"“{figure.text}” không ngăn hàng nghìn, khác các số còn lại của văn bản",
                f"viết “{printed(figure.value)}”",
            )


def _is_ungrouped(standing: Standing) -> bool:
    figure = standing.figure
    if figure.notation is not Notation.PLAIN or figure.percent or figure.value < 1000:
        return False
    if standing.fraction is not None:
        return True
    if 1900 <= figure.value < 2100 or len(figure.text) > 9:
        return False
    return names_things(standing.passage.text, figure.end)


def _others_are_grouped(standing: Standing, standings: Sequence[Standing]) -> bool:
    """Whether a fraction's other figure, or three figures as large at the most, have dots."""
    if standing.fraction is not None:
        fraction = standing.fraction
        other = fraction.whole if standing.figure is fraction.part else fraction.part
        return _has_dots(Standing(standing.passage, other))
    limit = max(standing.figure.value, Decimal(10**4))
    alike = (other for other in standings if _has_dots(other) and other.figure.value < limit)
    return sum(1 for _ in alike) >= _ENOUGH


def _has_dots(standing: Standing) -> bool:
    return standing.figure.notation is Notation.VIETNAMESE and "." in standing.figure.text


RULE = Rule(
    "SL006",
    "số lớn không ngăn hàng nghìn",
    Severity.ADVICE,
    "một văn bản viết số theo một cách; hàng nghìn, hàng triệu, hàng tỷ ngăn bằng dấu chấm",
    "Đã giải quyết 85217/94.887 hồ sơ.",
    "Đã giải quyết 85.217/94.887 hồ sơ.",
    once_a_text(once_a_column(_check), singly=5),
)
