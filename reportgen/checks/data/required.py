"""SL063: required figures that the table of indicators lacks."""

from collections.abc import Iterator

from reportgen.checks.data.declared import declared
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.dossier.spelling import SURE, nearest
from reportgen.problems import Severity


def _check(subject: Subject) -> Iterator[Finding]:
    rules = declared(subject)
    if rules is None:
        return
    for code, asked in {one.text: one for one in rules.required}.items():
        indicator = rules.indicators.get(code)
        if indicator is None:
            near = nearest(code, rules.indicators, SURE)
            hint = f"thêm dòng có mã “{code}” vào {rules.table}"
            hint += f" Có phải dòng “{near}” là chỉ tiêu này không?" if near else ""
            message = f"thiếu chỉ tiêu bắt buộc “{code}” trong {rules.table}"
            yield RULE.about(message, hint, place=asked.place)
        elif indicator.thuc_hien is None:
            name = f" ({indicator.ten})" if indicator.ten else ""
            message = f"chỉ tiêu bắt buộc “{code}”{name} chưa có số thực hiện"
            yield RULE.about(message, "điền cột thuc_hien của dòng này", place=indicator.place)


RULE = Rule(
    "SL063",
    "thiếu chỉ tiêu bắt buộc",
    Severity.ERROR,
    "mẫu hoặc hồ sơ khai (bat_buoc) là văn bản phải có chỉ tiêu này",
    "bat_buoc: [can_cuoc]; bảng chỉ tiêu không có dòng can_cuoc",
    "bat_buoc: [can_cuoc]; bảng chỉ tiêu có dòng can_cuoc",
    _check,
)
