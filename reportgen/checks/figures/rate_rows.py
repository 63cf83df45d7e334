"""SL046: in a list of indicators, a row with a percentage against the two rows under it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.figures.column_formulas import Operation
from reportgen.checks.figures.row_levels import levels
from reportgen.checks.figures.sheet import Row, Sheet, Value, plain, read_sheet
from reportgen.checks.figures.table_arithmetic import agrees, result_shown
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_RATE_LABEL = re.compile(r"(?:tỷ|tỉ) lệ\b")
_WHOLE = re.compile(r"tổng|đề ra|được giao|kế hoạch|phải|cần|tiếp nhận|phát hiện|yêu cầu")
_PART = re.compile(r"đã|hoàn thành|thực hiện|xong|đúng|đạt|kết quả|tích hợp|nộp|trong đó|có")
_UNIT_HEADER = re.compile(r"đơn vị tính|đvt|đơn vị")


def _check(subject: Subject) -> Iterator[Finding]:
    for grid in subject.manuscript.tables:
        if (sheet := read_sheet(grid)) is not None:
            yield from _look(sheet)


def _look(sheet: Sheet) -> Iterator[Finding]:
    depths = levels(sheet)
    numeric = [column.index for column in sheet.numeric()]
    for position, row in enumerate(sheet.rows[:-2]):
        if not _RATE_LABEL.match(plain(row.label)) or not _in_percent(sheet, row):
            continue
        below = depths[position + 1 : position + 4]
        is_pair = depths[position] < below[0] == below[1]
        if not is_pair or (len(below) > 2 and below[2] >= below[0]):
            continue
        for column in numeric:
            told = row.values[column]
            pair = [sheet.rows[position + step].values[column] for step in (1, 2)]
            if told is not None and pair[0] is not None and pair[1] is not None:
                labels = [plain(sheet.rows[position + step].label) for step in (1, 2)]
                yield from _judge(row, told, [pair[0], pair[1]], labels)


def _in_percent(sheet: Sheet, row: Row) -> bool:
    """Whether the unit's column says `%`, or a value does."""
    cells = sheet.grid.rows[row.index]
    unit = any(
        cell is not None and cell.text.strip() == "%"
        for column, cell in zip(sheet.columns, cells, strict=False)
        if _UNIT_HEADER.search(column.header)
    )
    return unit or any(value is not None and value.percent for value in row.values)


def _judge(row: Row, told: Value, pair: list[Value], labels: list[str]) -> Iterator[Finding]:
    """The whole is the row that says so; where neither does, the greater one may be it."""
    if _WHOLE.search(labels[0]) and _PART.search(labels[1]) and "tổng" not in labels[1]:
        whole, part = pair
    elif _WHOLE.search(labels[1]) and "tổng" in labels[1] and "tổng" not in labels[0]:
        part, whole = pair
    else:
        return
    if not whole.number or agrees(Operation.SHARE, told, [part, whole], rounded=False):
        return
    right, why = result_shown(Operation.SHARE, told, [part, whole])
    swapped = part.number > whole.number and agrees(
        Operation.SHARE, told, [whole, part], rounded=False
    )
    hint = f"viết “{right}” nếu hai hàng dưới đúng; nếu tỷ lệ đúng thì sửa hai hàng dưới"
    if swapped:
        hint = "đổi chỗ hai số ở hai hàng dưới: số đã làm không lớn hơn tổng số"
    yield RULE.at(
        told.passage,
        told.start,
        told.end,
        f"tỷ lệ “{told.text}” ở hàng “{_short(row.label)}” không khớp với hai hàng dưới nó",
        hint,
        why=why,
        severity=None if told.number <= Decimal(100) else Severity.WARNING,
    )


def _short(label: str) -> str:
    words = label.split()
    return " ".join(words[:10]) + (" …" if len(words) > 10 else "")


RULE = Rule(
    "SL046",
    "tỷ lệ trong danh mục chỉ tiêu không khớp với hai hàng dưới nó",
    Severity.ERROR,
    "tỷ lệ phần trăm bằng số đã làm chia cho tổng số, ghi ở hai hàng ngay dưới",
    "STT | Chỉ tiêu | Đơn vị tính | Số liệu\n1 | Tỷ lệ hoàn thành kế hoạch | % | 24,22\n"
    "1.1 | Số nhiệm vụ đề ra trong kế hoạch | Nhiệm vụ | 49\n"
    "1.2 | Số nhiệm vụ đã hoàn thành | Nhiệm vụ | 11",
    "STT | Chỉ tiêu | Đơn vị tính | Số liệu\n1 | Tỷ lệ hoàn thành kế hoạch | % | 22,45\n"
    "1.1 | Số nhiệm vụ đề ra trong kế hoạch | Nhiệm vụ | 49\n"
    "1.2 | Số nhiệm vụ đã hoàn thành | Nhiệm vụ | 11",
    _check,
)
