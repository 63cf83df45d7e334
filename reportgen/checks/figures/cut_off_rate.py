"""SL011: a percentage that was cut off instead of rounded."""

from collections.abc import Iterator

from reportgen.checks.figures.judged_rates import judged_pairs
from reportgen.checks.figures.rates import Verdict, arithmetic
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity


def _check(subject: Subject) -> Iterator[Finding]:
    for one in judged_pairs(subject.manuscript):
        if one.judged.verdict is not Verdict.CUT_OFF:
            continue
        percent = one.pair.percent
        rounded = one.judged.at(percent.decimals)
        closer = "" if percent.decimals else f" hoặc “{one.judged.at(2)}”"
        yield RULE.at(
            one.passage,
            percent.start,
            percent.end,
            f"tỷ lệ “{one.told}” của “{one.figures}” bị cắt bớt chữ số thay vì làm tròn",
            f"viết “{rounded}”{closer}",
            why=arithmetic(one.pair, one.judged, percent.decimals + 2),
        )


RULE = Rule(
    "SL011",
    "tỷ lệ bị cắt bớt chữ số thay vì làm tròn",
    Severity.WARNING,
    "chữ số bỏ đi từ 5 trở lên thì chữ số cuối cùng được viết tăng thêm 1",
    "Đã chi trả cho 12.340/12.493 trường hợp (đạt tỷ lệ 98,77%).",
    "Đã chi trả cho 12.340/12.493 trường hợp (đạt tỷ lệ 98,78%).",
    _check,
)
