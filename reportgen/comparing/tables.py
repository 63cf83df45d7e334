"""`bang_so_sanh`: the tables of a document that set its figures against last period's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportgen.comparing.figures import Course, FigureChange, change_of
from reportgen.comparing.wording import amount_text, change_text, relative_text
from reportgen.document.columns import shape_columns
from reportgen.document.tree import Cell, Paragraph, Table, Text
from reportgen.dossier import Dossier, Indicator
from reportgen.dossier.history import read_history, rounded_months
from reportgen.drafting import Template, with_template_formulas
from reportgen.drafting.comparisons import PlacedTable
from reportgen.drafting.draft import DraftColumn
from reportgen.layout import COMPONENTS, PAGE, millimetres, text_width
from reportgen.layout.nd30 import CELL_PADDING
from reportgen.problems import Place, Problem, Severity

TITLES = (
    "STT", "Chỉ tiêu", "Đơn vị tính", "Kỳ trước", "Kỳ này", "Tăng/giảm", "Tỷ lệ",
)  # fmt: skip
NO_VALUES, NONE_AT_ALL, OTHER_UNIT = "SK010", "SK011", "SK012"
_SIDES = ("center", "left", "center", "right", "right", "right", "right")
_NOTHING = "–"
_NAME = TITLES[1]
_SIZE = COMPONENTS["table"].size
_SLACK = 0.8  # mm, for the rules and for rounding


@dataclass(frozen=True, slots=True)
class Tabled:
    """The tables by the names that they have in the draft, and what is wrong with them."""

    tables: Mapping[str, Table]
    problems: tuple[Problem, ...] = ()


def comparison_tables(
    dossier: Dossier, template: Template, placed: Sequence[PlacedTable]
) -> Tabled:
    """Fill the tables; reads the dossier of last period only where `ky_truoc` is blank.

    Problems: SK010 a chosen figure without a value of both periods, SK011 a table without rows,
    SK012 a figure that has another unit than last period; BD003 as for `read_history`.
    """
    if not placed:
        return Tabled({})
    figures = [one for each in placed for one in each.table.figures]
    past, problems = _past(dossier, template, figures)
    tables: dict[str, Table] = {}
    for each in placed:
        rows = list(_changes(each, past, problems))
        if rows:
            tables[each.name] = _table(rows, each.place)
        elif not each.table.chosen:
            problems.append(_no_rows(each.place))
    return Tabled(tables, tuple(dict.fromkeys(problems)))


def _past(
    dossier: Dossier, template: Template, figures: Sequence[Indicator]
) -> tuple[Mapping[str, Indicator], list[Problem]]:
    """The figures of last period by code: from the column `ky_truoc`, else from its dossier."""
    own = {one.ma: _as_before(one) for one in figures if one.ky_truoc is not None}
    if dossier.ky is None or len(own) == len({one.ma for one in figures}):
        return own, []
    history = read_history(dossier)
    before = [one for one in history.dossiers[:-1] if one.ky and _is_next(one.ky.den, dossier)]
    if not before:
        return own, list(history.problems)
    return {**with_template_formulas(before[-1], template)[0].indicators, **own}, []


def _as_before(figure: Indicator) -> Indicator:
    return replace(figure, thuc_hien=figure.ky_truoc, tong_so=None, chu="")


def _is_next(last: date, dossier: Dossier) -> bool:
    """Whether the dossier's period is the one that follows a period which ended that day."""
    if dossier.ky is None:
        return False
    own = dossier.ky.den
    return 12 * (own.year - last.year) + own.month - last.month == rounded_months(dossier.ky)


def _changes(
    placed: PlacedTable, past: Mapping[str, Indicator], problems: list[Problem]
) -> Iterator[FigureChange]:
    """The rows of a table, in the order asked for."""
    for figure in placed.table.figures:
        before = past.get(figure.ma)
        lacking = _lacking(figure, before)
        if lacking is None and before is not None:
            change = change_of(before, figure)
            if change.course is not Course.UNLIKE:
                yield change
            else:
                problems.append(_other_unit(figure, change, placed))
        elif placed.table.chosen and lacking:
            problems.append(_without(figure, lacking, placed.place))


def _lacking(figure: Indicator, before: Indicator | None) -> str | None:
    """The column that has to be filled in for a figure to be compared; None where nothing is."""
    if figure.thuc_hien is None:
        return "thuc_hien"
    return "ky_truoc" if before is None or before.thuc_hien is None else None


def _table(rows: Sequence[FigureChange], place: Place) -> Table:
    texts = [_texts(number, one) for number, one in enumerate(rows, 1)]
    columns = zip(*texts, strict=True)
    widths = (_room(title, column) for title, column in zip(TITLES, columns, strict=True))
    asked = [
        DraftColumn(title, None if title == _NAME else width, side)
        for title, width, side in zip(TITLES, widths, _SIDES, strict=True)
    ]

    header, *body = (tuple(_cell(text, place) for text in row) for row in (TITLES, *texts))
    return Table(shape_columns(asked, texts), (header,), tuple(body))


def _room(title: str, texts: Iterable[str]) -> float:
    """The width of a column, in percent of a page upright, in which no word is broken."""
    widths = [text_width(word, _SIZE, bold=True) for word in title.rsplit(" ", 1)]
    widths += (text_width(word, _SIZE) for text in texts for word in text.split(" "))
    return 100 * (millimetres(max(widths)) + 2 * CELL_PADDING + _SLACK) / PAGE.text_width


def _cell(text: str, place: Place) -> Cell:
    return Cell((Paragraph((Text(text),) if text else (), origin=place),))


def _texts(number: int, one: FigureChange) -> tuple[str, ...]:
    amounts = (
        amount_text(value, is_rate=one.is_rate, decimals=one.decimals)
        for value in (one.before, one.now)
    )
    unit = one.unit or ("%" if one.is_rate else "")
    return str(number), one.name, unit, *amounts, change_text(one), relative_text(one) or _NOTHING


def _without(figure: Indicator, column: str, place: Place) -> Problem:
    if figure.chu:
        message = f"bảng so sánh: chỉ tiêu “{figure.ma}” là chữ “{figure.chu}”, không phải số"
        return Problem(NO_VALUES, message, place, "bỏ chỉ tiêu này khỏi bảng so sánh")
    if column == "thuc_hien":
        message = f"bảng so sánh: chỉ tiêu “{figure.ma}” chưa có số kỳ này"
        hint = f"điền cột thuc_hien ({figure.place}), hoặc bỏ chỉ tiêu này khỏi bảng"
        return Problem(NO_VALUES, message, place, hint)
    message = f"bảng so sánh: chỉ tiêu “{figure.ma}” không có số kỳ trước"
    hint = (
        f"điền cột ky_truoc ({figure.place}), hoặc đặt hồ sơ kỳ trước vào thư mục cạnh thư mục "
        "của hồ sơ này"
    )
    return Problem(NO_VALUES, message, place, hint)


def _no_rows(place: Place) -> Problem:
    message = "bảng so sánh không có dòng nào: không chỉ tiêu nào có số của cả hai kỳ"
    hint = "điền cột ky_truoc, hoặc đặt hồ sơ kỳ trước vào thư mục cạnh thư mục của hồ sơ này"
    return Problem(NONE_AT_ALL, message, place, hint)


def _other_unit(figure: Indicator, change: FigureChange, placed: PlacedTable) -> Problem:
    def named(unit: str, is_rate: bool) -> str:
        return f"“{'%' if is_rate and not unit else unit}”"

    before, now = named(change.unit_before, change.was_rate), named(change.unit, change.is_rate)
    message = (
        f"bảng so sánh không so được: “{figure.ma}” ({figure.place}) kỳ trước tính bằng {before}, "
        f"kỳ này bằng {now}"
    )
    severity = Severity.ERROR if placed.table.chosen else Severity.WARNING
    hint = "đưa số liệu hai kỳ về một đơn vị tính, hoặc bỏ chỉ tiêu này khỏi bảng"
    return Problem(OTHER_UNIT, message, placed.place, hint, severity)
