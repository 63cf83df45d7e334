"""SL040: a total row that is not what its column adds up to."""

from collections.abc import Iterator

from reportgen.checks.figures.column_totals import Culprit, Misfit, culprits, misfits
from reportgen.checks.figures.printing import printed
from reportgen.checks.figures.sheet import Sheet, read_sheet
from reportgen.checks.figures.table_arithmetic import sum_shown
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity


def _check(subject: Subject) -> Iterator[Finding]:
    for grid in subject.manuscript.tables:
        if (sheet := read_sheet(grid)) is not None:
            yield from _look(sheet)


def _look(sheet: Sheet) -> Iterator[Finding]:
    wrong = list(misfits(sheet))
    if not wrong:
        return
    blamed = {
        (one.misfit.total.index, one.misfit.column.index): one
        for one in culprits(sheet)
        if one.row.index != one.misfit.total.index
    }
    for misfit in wrong:
        culprit = blamed.get((misfit.total.index, misfit.column.index))
        yield _at_cell(culprit) if culprit else _at_total(misfit)


def _at_total(misfit: Misfit) -> Finding:
    told, column = misfit.told, misfit.column
    right, why = sum_shown(told, misfit.values)
    name = column.own or column.header
    header = f" của cột “{name}”" if name else ""
    return RULE.at(
        told.passage,
        told.start,
        told.end,
        f"“{told.text}” ở hàng “{misfit.total.label}” không bằng các số{header} cộng lại",
        f"viết “{right}” nếu các số trong cột đúng; nếu tổng đúng thì tìm số sai trong cột",
        why=why,
    )


def _at_cell(culprit: Culprit) -> Finding:
    """The cell that its column's total and its own row both speak against."""
    misfit = culprit.misfit
    value = culprit.row.values[misfit.column.index] or misfit.told
    right = printed(culprit.right)
    return RULE.at(
        value.passage,
        value.start,
        value.end,
        f"“{value.text}” ở hàng “{culprit.row.label}” làm lệch cả hàng “{misfit.total.label}” và "
        "cột tính từ nó",
        f"viết “{right}”: khi đó cả hàng và cột đều khớp",
        why=f"{sum_shown(misfit.told, misfit.values)[1]}; với {right} thì khớp",
    )


RULE = Rule(
    "SL040",
    "hàng tổng của bảng không bằng cột cộng lại",
    Severity.ERROR,
    "số ở hàng tổng cộng phải bằng các số cùng cột cộng lại",
    "STT | Đơn vị | Hồ sơ tiếp nhận\n1 | Sở Tư pháp | 1.224\n2 | Sở Nội vụ | 482\n"
    "Tổng cộng |  | 1.760",
    "STT | Đơn vị | Hồ sơ tiếp nhận\n1 | Sở Tư pháp | 1.224\n2 | Sở Nội vụ | 482\n"
    "Tổng cộng |  | 1.706",
    _check,
)
