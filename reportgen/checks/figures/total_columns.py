"""SL042, SL043, SL044: columns of totals, of percentages and of changes against their columns."""

from collections.abc import Callable, Iterator

from reportgen.checks.figures.column_formulas import Operation
from reportgen.checks.figures.column_relations import Relation, changes, shares, sums, values_at
from reportgen.checks.figures.column_totals import Culprit, culprits
from reportgen.checks.figures.sheet import Sheet, read_sheet
from reportgen.checks.figures.table_arithmetic import result_shown, sum_shown
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

Search = Callable[[Sheet], Iterator[Relation]]


def _checking(search: Search, code: Callable[[], Rule]) -> Callable[[Subject], Iterator[Finding]]:
    def check(subject: Subject) -> Iterator[Finding]:
        for grid in subject.manuscript.tables:
            if (sheet := read_sheet(grid)) is not None:
                found = [relation for relation in search(sheet) if relation.rows]
                told = list(culprits(sheet)) if found else []
                for relation in found:
                    yield from _findings(code(), sheet, relation, told)

    return check


def _findings(
    rule: Rule, sheet: Sheet, relation: Relation, culprits_told: list[Culprit]
) -> Iterator[Finding]:
    """Of the rows that disagree, those where no other cell is told as the wrong one (SL040)."""
    told_of = {one.row.index for one in culprits_told if relation.column.index in one.columns}
    names = " và ".join(
        f"“{sheet.columns[index].own or index + 1}”" for index in relation.operands[:2]
    )
    for row in relation.rows:
        told = row.values[relation.column.index]
        values = values_at(row, relation.operands, blank_is_none=False)
        if told is None or not values or row.index in told_of:
            continue
        if relation.operation is Operation.SUM:
            right, why = sum_shown(told, values)
            message = f"“{told.text}” ở hàng “{row.label}” không bằng các cột của nó cộng lại"
        else:
            right, why = result_shown(relation.operation, told, values)
            message = f"“{told.text}” ở hàng “{row.label}” không khớp với hai cột {names}"
        hint = f"viết “{right}” nếu các cột kia đúng; nếu số này đúng thì sửa ở các cột kia"
        weight = rule.severity if relation.sure else Severity.WARNING
        yield rule.at(told.passage, told.start, told.end, message, hint, why=why, severity=weight)


TOTALS: Rule = Rule(
    "SL042",
    "cột tổng số không bằng các cột cộng lại",
    Severity.ERROR,
    "cột tổng số bằng các cột thành phần cùng hàng cộng lại, như tiêu đề hoặc các hàng khác cho"
    " thấy",
    "Đơn vị | Tổng số | Cấp tỉnh | Cấp xã\nSở Tư pháp | 75 | 50 | 25\nSở Nội vụ | 48 | 31 | 17\n"
    "Sở Y tế | 39 | 20 | 18",
    "Đơn vị | Tổng số | Cấp tỉnh | Cấp xã\nSở Tư pháp | 75 | 50 | 25\nSở Nội vụ | 48 | 31 | 17\n"
    "Sở Y tế | 38 | 20 | 18",
    _checking(sums, lambda: TOTALS),
)
SHARES: Rule = Rule(
    "SL043",
    "cột tỷ lệ không khớp với hai cột của nó",
    Severity.ERROR,
    "tỷ lệ phần trăm bằng cột đã làm chia cho cột tổng số cùng hàng, như tiêu đề hoặc các hàng"
    " khác cho thấy",
    "Đơn vị | Kế hoạch | Thực hiện | Tỷ lệ (%)\nXã A | 120 | 90 | 75\nXã B | 80 | 50 | 62,5\n"
    "Xã C | 60 | 51 | 58",
    "Đơn vị | Kế hoạch | Thực hiện | Tỷ lệ (%)\nXã A | 120 | 90 | 75\nXã B | 80 | 50 | 62,5\n"
    "Xã C | 60 | 51 | 85",
    _checking(shares, lambda: SHARES),
)
CHANGES: Rule = Rule(
    "SL044",
    "cột tăng, giảm không khớp với hai cột của nó",
    Severity.ERROR,
    "mức tăng, giảm và tỷ lệ so sánh tính từ hai cột cùng hàng, như tiêu đề hoặc các hàng khác"
    " cho thấy",
    "Đơn vị | Tháng trước | Tháng này | Tăng, giảm\nXã A | 120 | 150 | 30\nXã B | 80 | 75 | -5\n"
    "Xã C | 60 | 84 | 42",
    "Đơn vị | Tháng trước | Tháng này | Tăng, giảm\nXã A | 120 | 150 | 30\nXã B | 80 | 75 | -5\n"
    "Xã C | 60 | 84 | 24",
    _checking(changes, lambda: CHANGES),
)
RULES: tuple[Rule, ...] = (TOTALS, SHARES, CHANGES)
