"""A figure that a formula printed and somebody changed: put into the table that it comes from."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from reportgen.dossier import Dossier, Indicator
from reportgen.dossier.files import full_path
from reportgen.drafting.sandbox import parse_expression
from reportgen.drafting.shapes import indicator_code
from reportgen.roundtrip.merging.placing.marking import TypedFormula
from reportgen.roundtrip.merging.placing.patches import CellChange, Placement, refused
from reportgen.vietnamese import (
    AmbiguousNumber,
    NotANumber,
    format_number,
    format_rate,
    parse_number,
)

_COLUMNS = ("thuc_hien", "tong_so", "ky_truoc", "cung_ky")
_PLAIN = ("", "so", "dem")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a formula prints: a column of an indicator through a filter."""

    code: str
    column: str
    filter: str


def figure_placement(
    formula: TypedFormula, before: str, after: str, dossier: Dossier, edited: str
) -> Placement:
    """The cells that make a formula print `after`; refused where no cell holds what it prints.

    `edited` is the file that the change comes from, for the remark in `ghi_chu`.
    """
    asked = _asked(formula.source)
    indicator = dossier.indicators.get(asked.code) if asked else None
    if asked is None or indicator is None:
        why = f"“{before}” do công thức {formula.source} in ra"
        return refused(f"{why}; sửa công thức hoặc dữ liệu mà công thức dùng")
    if indicator.cong_thuc:
        why = f"chỉ tiêu “{indicator.ma}” tính bằng công thức “{indicator.cong_thuc}”"
        return refused(f"{why}; sửa số đầu vào")
    if indicator.place.cell is not None:
        where = f"số nằm trong sổ tính ({indicator.place})"
        return refused(f"{where}, chương trình không ghi vào đó; mở Excel, sửa thành {after}")
    if _is_same_number(before, after):
        why = f"“{after}” cùng một số với “{before}”, chỉ khác cách viết"
        return refused(f"{why}; văn bản giữ cách viết “{before}”, không phải sửa gì")
    values = _values(asked, indicator, after)
    if isinstance(values, str):
        return refused(f"{_why_not(asked, indicator, before, after)}{values}")
    path = full_path(Path(indicator.place.file))
    note = _note(indicator, before, edited)
    line = indicator.place.line or 0
    cells = [
        CellChange(path, indicator.ma, column, value, line) for column, value in values.items()
    ]
    told = ", ".join(f"{column} = {value}" for column, value in values.items())
    remark = f"chỉ tiêu {indicator.ma}: {told}"
    return Placement((), (*cells, CellChange(path, indicator.ma, "ghi_chu", note, line)), (remark,))


def _is_same_number(before: str, after: str) -> bool:
    """Whether two figures are one number in two notations (`90,31%`, `90.31%`; `72 671`)."""
    bare = re.sub(r"[ \u00a0]", "", after)
    try:
        return parse_number(bare) == parse_number(before)
    except AmbiguousNumber as error:
        return before.rstrip("%") in {one.rstrip("%") for one in error.readings}
    except NotANumber as error:
        return before in (error.suggestion, bare)


def _note(indicator: Indicator, before: str, edited: str) -> str:
    told = f"sửa theo {edited}, trước là {before}"
    if not indicator.ghi_chu or indicator.ghi_chu.endswith(told):
        return indicator.ghi_chu or told
    return f"{indicator.ghi_chu}; {told}"


def _asked(source: str) -> _Asked | None:
    try:
        expression: nodes.Node = parse_expression(source[2:-2])
    except TemplateSyntaxError:
        return None
    name = ""
    if isinstance(expression, nodes.Filter) and expression.node is not None:
        name = expression.name
        expression = expression.node
    column = ""
    if isinstance(expression, nodes.Getattr) and expression.attr in _COLUMNS:
        column = expression.attr
        expression = expression.node
    code = indicator_code(expression)
    return _Asked(code, column, name) if code else None


def _values(asked: _Asked, indicator: Indicator, after: str) -> Mapping[str, str] | str:
    """The new values by column; what is wrong where there are none."""
    try:
        return _read(asked, indicator, after) or ""
    except AmbiguousNumber as error:
        first, second = error.readings
        return f"“{after}” có hai cách hiểu: {first} hoặc {second}"
    except NotANumber:
        return f"“{after}” không phải là số"


def _read(asked: _Asked, indicator: Indicator, after: str) -> Mapping[str, str]:
    if asked.filter == "ti_so" and not asked.column:
        done, slash, total = after.partition("/")
        if not slash:
            raise NotANumber(after)
        found = {"thuc_hien": _cell(done, rate=False), "tong_so": _cell(total, rate=False)}
        return {
            column: value
            for column, value in found.items()
            if parse_number(value).value != getattr(indicator, column)
        }
    if asked.filter == "ti_le" and indicator.la_ti_le:
        return {asked.column or "thuc_hien": _cell(after, rate=True)}
    if asked.filter in _PLAIN:
        return {asked.column or "thuc_hien": _cell(after, rate=False)}
    return {}


def _cell(text: str, *, rate: bool) -> str:
    number = parse_number(re.sub(r"(?<=\d)[ \u00a0](?=\d{3})", "", text.strip()))
    if rate != number.is_percent:
        raise NotANumber(text)
    value = format_number(number.value).replace(".", "")
    return f"{value}%" if rate else value


def _why_not(asked: _Asked, indicator: Indicator, before: str, after: str) -> str:
    if asked.filter == "ti_le" and not indicator.la_ti_le:
        done, total = indicator.thuc_hien, indicator.tong_so
        if done is not None and total:
            sum_ = f"{format_number(done)} : {format_number(total)} = {format_rate(done / total)}"
            return f"“{after}” không khớp với số liệu: {sum_}; sửa số thực hiện hoặc tổng số"
    if asked.filter in (*_PLAIN, "ti_so", "ti_le"):
        return ""
    return f"“{before}” được tính từ chỉ tiêu “{indicator.ma}”; sửa số liệu của chỉ tiêu"
