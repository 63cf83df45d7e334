"""SL067: figures that are more than the total they are told of."""

from collections.abc import Iterator

from reportgen.checks.data.declared import declared
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity
from reportgen.vietnamese import format_number, plain_name

_BEYOND = "vuot"


def _check(subject: Subject) -> Iterator[Finding]:
    rules = declared(subject)
    for one in rules.indicators.values() if rules else ():
        if one.thuc_hien is None or one.tong_so is None or one.thuc_hien <= one.tong_so:
            continue
        if _BEYOND in plain_name(f"{one.ten} {one.ghi_chu}").split("_"):
            continue
        done, total = format_number(one.thuc_hien), format_number(one.tong_so)
        yield RULE.about(
            f"“{one.ma}”: thực hiện {done} nhiều hơn tổng số {total}",
            "sửa số sai; nếu vượt tổng số là đúng thì ghi “vượt” ở cột ghi_chu",
            place=one.place,
            why=f"{done} > {total}",
            severity=None if one.don_vi_tinh else Severity.WARNING,
        )


RULE = Rule(
    "SL067",
    "số thực hiện nhiều hơn tổng số",
    Severity.ERROR,
    "số đã thực hiện là một phần của tổng số nên không nhiều hơn tổng số",
    "can_cuoc: thuc_hien 2.215.460, tong_so 2.000.680",
    "can_cuoc: thuc_hien 2.000.680, tong_so 2.215.460",
    _check,
)
