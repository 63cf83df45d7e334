"""SL010: a percentage that is not that of its two figures."""

from collections.abc import Iterator

from reportgen.checks.figures.judged_rates import judged_pairs
from reportgen.checks.figures.rates import Verdict, arithmetic
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_BESIDE_PLAN = (Verdict.MORE_THAN_WHOLE, Verdict.NOT_WHOLE)  # a plan may be outdone


def _check(subject: Subject) -> Iterator[Finding]:
    for one in judged_pairs(subject.manuscript):
        wrong = one.judged.verdict is Verdict.WRONG
        if not wrong and not (one.pair.of_plan and one.judged.verdict in _BESIDE_PLAN):
            continue
        percent = one.pair.percent
        decimals = percent.decimals or 2
        yield RULE.at(
            one.passage,
            percent.start,
            percent.end,
            f"tỷ lệ “{one.told}” không khớp với “{one.figures}”",
            f"viết “{one.judged.at(decimals)}” nếu hai số đúng; nếu tỷ lệ đúng thì sửa hai số",
            why=arithmetic(one.pair, one.judged, decimals),
            severity=Severity.WARNING if one.pair.of_plan else None,
        )


RULE = Rule(
    "SL010",
    "tỷ lệ không khớp với hai số của nó",
    Severity.ERROR,
    "tỷ lệ phần trăm bằng số đã làm chia cho tổng số, làm tròn đến chữ số cuối cùng được viết",
    "Đã làm sạch 85.217/94.887 đối tượng, đạt tỷ lệ 98,81%.",
    "Đã làm sạch 85.217/94.887 đối tượng, đạt tỷ lệ 89,81%.",
    _check,
)
