"""What changed between two dossiers, as a workbook: a sheet of figures and one of texts."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.comparing.figures import Amount, FigureChange
from reportgen.comparing.wording import arrow, rounded
from reportgen.periods import form_styles
from reportgen.periods.comparing import Comparison
from reportgen.periods.comparing_text import Fate, SectionChange
from reportgen.reporting.comparison_report import (
    edits_text,
    figure_notes,
    period_text,
    section_heading,
    summary,
)
from reportgen.vietnamese.numbers import plain_digits, shift
from reportgen.writers.xlsx import cell_at, lay_out_for_print, put_text, workbook_bytes

FIGURES, TEXTS = "Số liệu", "Lời văn"
_FIGURE_TITLES = (
    "STT", "Mã", "Chỉ tiêu", "Đơn vị tính", "Kỳ trước", "Kỳ này", "Tăng/giảm", "Tỷ lệ",
    "Diễn biến", "Ghi chú",
)  # fmt: skip
_FIGURE_WIDTHS = (6, 20, 46, 13, 15, 15, 15, 11, 15, 32)
_TEXT_TITLES = ("STT", "Mục", "Diễn biến", "Nội dung thay đổi (bỏ [-…-], thêm {+…+})")
_TEXT_WIDTHS = (6, 40, 18, 100)
_HEADER = 5
_LONGEST = 30_000  # characters; Excel takes 32.767 in a cell
_LINE = 16  # points
_VIETNAMESE = "[$-42A]"
_POINTS = f'{_VIETNAMESE}+0.00" điểm";{_VIETNAMESE}-0.00" điểm";0'
_BODY = Font(name=form_styles.FONT, size=12)
_NO_PERIOD = datetime(2020, 1, 1, tzinfo=UTC)


def comparison_workbook(found: Comparison) -> bytes:
    """The comparison as .xlsx, dated by the end of the later period; the same bytes every time."""
    workbook = Workbook()
    figures = workbook.active
    if not isinstance(figures, Worksheet):
        raise TypeError(figures)
    figures.title = FIGURES
    _head(figures, found, "SO SÁNH SỐ LIỆU HAI KỲ", _FIGURE_TITLES)
    for number, one in enumerate(found.figures, 1):
        _figure(figures, number, one)
    _set_up(figures, _FIGURE_WIDTHS)
    texts = workbook.create_sheet(TEXTS)
    _head(texts, found, "SO SÁNH LỜI VĂN HAI KỲ", _TEXT_TITLES)
    for number, told in enumerate(_told(found), 1):
        _text(texts, number, told)
    _set_up(texts, _TEXT_WIDTHS)
    period = found.now.period
    return workbook_bytes(
        workbook, datetime.combine(period.den, time(), UTC) if period else _NO_PERIOD
    )


def _head(sheet: Worksheet, found: Comparison, title: str, titles: Sequence[str]) -> None:
    lines = (
        title,
        f"Trước: {found.before.file}{period_text(found.before.period)}",
        f"Sau: {found.now.file}{period_text(found.now.period)}",
        summary(found),
    )
    for row, line in enumerate(lines, 1):
        cell = cell_at(sheet, row, 1)
        put_text(cell, line)
        cell.font = Font(name=form_styles.FONT, size=14 if row == 1 else 12, bold=row == 1)
    for column, text in enumerate(titles, 1):
        put_text(cell_at(sheet, _HEADER, column), text)
        form_styles.heading(cell_at(sheet, _HEADER, column))


def _figure(sheet: Worksheet, number: int, one: FigureChange) -> None:
    row = _HEADER + number
    unit = one.unit or ("%" if one.is_rate else "")
    texts = {2: one.code, 3: one.name, 4: unit, 10: "; ".join(figure_notes(one))}
    texts[9] = f"{arrow(one.course)} {one.course}"
    _framed(sheet, row, number, texts, len(_FIGURE_TITLES))
    _amount(cell_at(sheet, row, 5), one.before, is_rate=one.was_rate, decimals=one.decimals)
    _amount(cell_at(sheet, row, 6), one.now, is_rate=one.is_rate, decimals=one.decimals)
    if one.change is not None:
        cell = cell_at(sheet, row, 7)
        if one.is_rate:
            cell.value, cell.number_format = shift(one.change, 2), _POINTS
        else:
            cell.value = rounded(one.change, one.decimals)
            shape = _whole(cell.value)
            cell.number_format = f"{_VIETNAMESE}+{shape};{_VIETNAMESE}-{shape};0"
    if one.relative is not None and not one.is_rate:
        cell = cell_at(sheet, row, 8)
        cell.value = one.relative
        cell.number_format = f"{_VIETNAMESE}+0.00%;{_VIETNAMESE}-0.00%;0%"


def _amount(cell: Cell, value: Amount, *, is_rate: bool, decimals: int | None) -> None:
    if isinstance(value, str):
        put_text(cell, value)
    elif value is not None and is_rate:
        places = 2 if decimals is None else decimals
        cell.value = value
        cell.number_format = f"{_VIETNAMESE}0{'.' + '0' * places if places else ''}%"
    elif value is not None:
        cell.value = rounded(value, decimals)
        cell.number_format = _VIETNAMESE + _whole(cell.value)


def _whole(value: Decimal) -> str:
    """The number format that shows all decimals of a value, thousands apart."""
    fraction = plain_digits(value)[2]
    return "#,##0" + ("." + "0" * len(fraction) if fraction else "")


def _told(found: Comparison) -> Iterator[tuple[str, str, str]]:
    """Section, what became of it, and the words; a row for each paragraph that changed."""
    if found.sections is None:
        yield "", "không so sánh được", "hai hồ sơ dùng hai mẫu khác nhau"
        return
    for one in found.sections:
        if one.fate is not Fate.SAME:
            words = list(_words(one)) or [""]
            yield from ((section_heading(one), str(one.fate), text) for text in words)


def _words(one: SectionChange) -> Iterator[str]:
    return (edits_text(part.edits)[:_LONGEST] for part in one.paragraphs if part.changed)


def _text(sheet: Worksheet, number: int, told: tuple[str, str, str]) -> None:
    texts = dict(enumerate(told, 2))
    _framed(sheet, _HEADER + number, number, texts, len(_TEXT_TITLES))


def _framed(sheet: Worksheet, row: int, number: int, texts: dict[int, str], columns: int) -> None:
    for column in range(1, columns + 1):
        cell = cell_at(sheet, row, column)
        form_styles.body(cell)
        cell.font = _BODY
        is_number = columns == len(_FIGURE_TITLES) and column in (5, 6, 7, 8)
        side = "right" if is_number else "center" if column == 1 else "left"
        cell.alignment = Alignment(horizontal=side, vertical="top", wrap_text=True)
        put_text(cell, texts.get(column, ""))
    cell_at(sheet, row, 1).value = number


def _set_up(sheet: Worksheet, widths: Sequence[int]) -> None:
    """Widths, heights, and A4 on its side with the table's heading repeated."""
    last = sheet.max_row
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[cell_at(sheet, _HEADER, column).column_letter].width = width
    for row in range(_HEADER + 1, last + 1):
        texts = (cell_at(sheet, row, column).value for column in range(1, len(widths) + 1))
        lines = (
            -(-len(text) // (width - 2)) if isinstance(text, str) else 1
            for text, width in zip(texts, widths, strict=True)
        )
        sheet.row_dimensions[row].height = min(_LINE * max(lines) + 4, 400)
    sheet.row_dimensions[_HEADER].height = 34
    sheet.freeze_panes = f"A{_HEADER + 1}"
    end = cell_at(sheet, _HEADER, len(widths)).column_letter
    sheet.auto_filter.ref = f"A{_HEADER}:{end}{last}"
    lay_out_for_print(sheet, _HEADER, f"A1:{end}{last}")
