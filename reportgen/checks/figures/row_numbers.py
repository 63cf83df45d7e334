"""SL045: numbers of rows (STT) that leave one out or come twice."""

from collections.abc import Iterator

from reportgen.checks.figures.row_levels import ordinal_value
from reportgen.checks.figures.sheet import Row, Sheet, read_sheet
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.manuscript import Passage
from reportgen.checks.subject import Subject
from reportgen.problems import Severity

_FEW = 3  # numbered rows, at least
_RANKS = range(3, 61)  # how far the last row of a ranking may be from the leaders shown
_MOST_SHARE = 10  # one break in so many steps may be a slip; more are a habit


def _check(subject: Subject) -> Iterator[Finding]:
    for grid in subject.manuscript.tables:
        sheet = read_sheet(grid)
        if sheet is not None and sheet.columns[0].is_ordinal:
            yield from _look(sheet)


def _look(sheet: Sheet) -> Iterator[Finding]:
    told: dict[str, int] = {}
    breaks: list[tuple[Row, int]] = []
    numbered = [(row, found) for row in sheet.rows if (found := ordinal_value(row.ordinal))]
    if _are_cited(numbered):
        return
    steps, last = len(numbered), numbered[-1][0] if numbered else None
    following = [found for _, found in numbered[1:]] + [None]
    for (row, (series, number)), after in zip(numbered, following, strict=False):
        expected = told.get(series, 0) + 1
        # Of one wrong number amid right ones only its own row is told.
        alone = series in told and number != expected and after == (series, expected + 1)
        if alone or (series in told and number not in (expected, 1)):
            breaks.append((row, expected))
        if series == "I":
            told = {}
        told[series] = expected if alone else number
    if breaks and breaks[-1][0] is last and _jump(*breaks[-1]) in _RANKS:
        del breaks[-1]
    if steps >= _FEW and len(breaks) <= max(1, steps // _MOST_SHARE):
        for row, expected in breaks:
            if (passage := _passage(sheet, row)) is not None:
                yield _finding(passage, row, expected)


def _are_cited(numbered: list[tuple[Row, tuple[str, int]]]) -> bool:
    """Whether the numbers are those of another list: `7.4` is followed by `7.4.3`."""
    firsts: dict[str, tuple[Row, int]] = {}
    for row, (series, number) in numbered:
        firsts.setdefault(series, (row, number))
    return any(number > 1 and "." in row.ordinal.rstrip(".") for row, number in firsts.values())


def _jump(row: Row, expected: int) -> int:
    number = ordinal_value(row.ordinal)
    return number[1] - expected if number else 0


def _passage(sheet: Sheet, row: Row) -> Passage | None:
    cell = sheet.grid.rows[row.index][0]
    filled = [one for one in cell.passages if one.text.strip()] if cell else []
    return filled[0] if len(filled) == 1 else None


def _finding(passage: Passage, row: Row, expected: int) -> Finding:
    what = "lặp hoặc lùi lại" if _jump(row, expected) < 0 else "bỏ cách"
    return RULE.at(
        passage,
        0,
        len(passage.text),
        f"số thứ tự “{row.ordinal}” {what}: sau hàng trước phải là {expected}",
        "đánh lại số thứ tự từ hàng này; nếu thiếu hàng thì thêm vào",
    )


RULE = Rule(
    "SL045",
    "số thứ tự trong bảng bị cách hoặc lặp",
    Severity.WARNING,
    "số thứ tự của các hàng tăng đều từng số một, có thể bắt đầu lại ở nhóm mới",
    "STT | Đơn vị | Số hồ sơ\n1 | Sở Tư pháp | 12\n2 | Sở Nội vụ | 7\n4 | Sở Y tế | 9",
    "STT | Đơn vị | Số hồ sơ\n1 | Sở Tư pháp | 12\n2 | Sở Nội vụ | 7\n3 | Sở Y tế | 9",
    _check,
)
