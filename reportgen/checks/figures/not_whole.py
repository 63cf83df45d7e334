"""SL012: 100% of which something is missing."""

from collections.abc import Iterator

from reportgen.checks.figures.judged_rates import judged_pairs
from reportgen.checks.figures.printing import printed
from reportgen.checks.figures.rates import Verdict, arithmetic
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity


def _check(subject: Subject) -> Iterator[Finding]:
    for one in judged_pairs(subject.manuscript):
        if one.judged.verdict is not Verdict.NOT_WHOLE or one.pair.of_plan:
            continue
        percent = one.pair.percent
        missing = printed(one.pair.whole.value - one.pair.part.value)
        yield RULE.at(
            one.passage,
            percent.start,
            percent.end,
            f"“{one.told}” nhưng “{one.figures}” còn thiếu {missing}",
            f"viết “{one.judged.at(2)}” nếu hai số đúng",
            why=arithmetic(one.pair, one.judged, 2),
        )


RULE = Rule(
    "SL012",
    "100% nhưng chưa đủ",
    Severity.ERROR,
    "chỉ viết 100% khi số đã làm bằng đúng tổng số",
    "Đã cập nhật 6.979/6.997 người có công (đạt 100%).",
    "Đã cập nhật 6.997/6.997 người có công (đạt 100%).",
    _check,
)
