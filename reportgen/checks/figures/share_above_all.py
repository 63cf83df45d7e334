"""SL014: a share of more than everything."""

import re
from collections.abc import Iterator

from reportgen.checks.figures.figures_in import figures_in
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_SHARE = re.compile(
    r"(?<!\w)chiếm(?:\s+(?:tới|đến|khoảng|gần|trên|hơn))?(?:\s+t[ỷỉ] (?:lệ|trọng))?\s*\Z"
)


def _check(subject: Subject) -> Iterator[Finding]:
    for standing in figures_in(subject.manuscript):
        figure, text = standing.figure, standing.passage.text
        if not figure.percent or min(figure.readings) <= 1:
            continue
        if _SHARE.search(text[max(0, figure.start - 40) : figure.start].lower()):
            yield RULE.at(
                standing.passage,
                figure.start,
                figure.end,
                f"“chiếm {figure.text}”: một phần không thể chiếm hơn 100% của toàn bộ",
                "đối chiếu số liệu gốc và tính lại tỷ lệ; nếu so với kế hoạch thì viết “bằng” "
                "hoặc “đạt”",
            )


RULE = Rule(
    "SL014",
    "phần chiếm hơn 100%",
    Severity.ERROR,
    "một phần không thể chiếm hơn 100% của toàn bộ",
    "Hồ sơ nộp trực tuyến là 1.256 hồ sơ, chiếm 105,2%.",
    "Hồ sơ nộp trực tuyến là 1.256 hồ sơ, chiếm 95,2%.",
    _check,
)
