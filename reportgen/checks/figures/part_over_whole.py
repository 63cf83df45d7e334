"""SL013: more done than there is."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.data.declared import declared
from reportgen.checks.figures.clauses import around
from reportgen.checks.figures.model import Fraction, Notation
from reportgen.checks.figures.out_of import out_of
from reportgen.checks.figures.rate_pairs import rate_pairs
from reportgen.checks.figures.rates import Verdict, judge
from reportgen.checks.figures.scan import scan
from reportgen.checks.figures.units import is_measured, names_things
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_MAY_EXCEED = re.compile(
    r"(?<!\w)(?:vượt|chỉ tiêu|kế hoạch|kh|dự toán|mục tiêu|giao|nghị quyết|phấn đấu|đăng ký"
    r"|dự kiến|công suất|nhu cầu|tỷ số|tỉ số|so với|so sánh|tỷ lệ|tỉ lệ"
    r"|gấp|lần|nam/nữ|đường|nhà|hẻm|kiệt|ngõ)(?!\w)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?<!\w)(?:đạt|đã|có|cấp|hoàn thành|giải quyết|tiếp nhận|thực hiện|cập nhật"
    r"|thu nhận|được)(?!\w)",
    re.IGNORECASE,
)
_USABLE = (Notation.PLAIN, Notation.VIETNAMESE, Notation.COMMA_GROUPS)


def _check(subject: Subject) -> Iterator[Finding]:
    entered = _entered(subject)
    for passage in subject.manuscript.running_text():
        tokens = scan(passage.text)
        fractions = tuple(token for token in tokens if isinstance(token, Fraction))
        for fraction in fractions + out_of(passage.text, tokens):
            severity = _severity(passage, fraction) if _is_over(fraction) else None
            if severity is not None and _values(fraction) not in entered:
                yield RULE.at(
                    passage,
                    fraction.start,
                    fraction.end,
                    f"“{passage.text[fraction.start : fraction.end]}”: số đã làm lớn hơn tổng số",
                    "đối chiếu số liệu gốc; hai số có thể bị đảo hoặc gõ sai",
                    severity=severity,
                )


def _entered(subject: Subject) -> frozenset[tuple[Decimal, Decimal]]:
    """The pairs of a dossier's table of figures: they are told of there (SL067)."""
    rules = declared(subject)
    rows = rules.indicators.values() if rules else ()
    return frozenset(
        (row.thuc_hien, row.tong_so)
        for row in rows
        if row.thuc_hien is not None and row.tong_so is not None
    )


def _values(fraction: Fraction) -> tuple[Decimal, Decimal]:
    return fraction.part.value, fraction.whole.value


def _is_over(fraction: Fraction) -> bool:
    usable = fraction.part.notation in _USABLE and fraction.whole.notation in _USABLE
    return usable and fraction.part.value > fraction.whole.value > 1


def _severity(passage: Passage, fraction: Fraction) -> Severity | None:
    """Certain where a percentage or `trong tổng số` says so; None where it may well be meant."""
    text = passage.text
    for pair in rate_pairs(text):
        if (pair.start, pair.end) == (fraction.start, fraction.end):
            over = judge(pair).verdict is Verdict.MORE_THAN_WHOLE and not pair.of_plan
            return Severity.ERROR if over else None
    if "tổng" in text[fraction.part.end : fraction.whole.start].lower():
        same = fraction.part.unit == fraction.whole.unit
        return Severity.ERROR if same else Severity.WARNING
    before, after = around(text, fraction.start, fraction.end)
    if _MAY_EXCEED.search(before) or _MAY_EXCEED.search(after):
        return None
    counted = names_things(text, fraction.end) and not is_measured(fraction.unit)
    return Severity.WARNING if counted and _DONE.search(before) else None


RULE = Rule(
    "SL013",
    "số đã làm lớn hơn tổng số",
    Severity.ERROR,
    "số đã làm không thể lớn hơn tổng số phải làm",
    "Đã cấp định danh cho 12.979/12.493 người, đạt tỷ lệ 98,78%.",
    "Đã cấp định danh cho 12.340/12.493 người, đạt tỷ lệ 98,78%.",
    _check,
)
