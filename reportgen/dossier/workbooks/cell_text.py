"""What a cell's number reads like, typed by a Vietnamese secretary who sees it in Excel."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Context, Decimal
from functools import cache
from typing import NamedTuple

from reportgen.vietnamese import format_date_short, format_number

#: What Excel keeps of a number; further digits are the computer's, not a person's.
EXACT_DIGITS = 15
_EXCEL = Context(prec=EXACT_DIGITS)
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_LEADING_ZEROS = re.compile(r"0{2,}")
#: ECMA-376 §18.8.30: formats that files name by number only; the days among them.
_BUILTIN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0",
    39: "#,##0.00", 40: "#,##0.00", 14: "d/m/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "d/m/yyyy h:mm",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
}  # fmt: skip


class Format(NamedTuple):
    """What a number format means for reading: percentage, grouping, digits, a day, a month."""

    percent: bool = False
    grouped: bool = False
    digits: int = 0
    has_day: bool = False
    has_month: bool = False
    has_time: bool = False

    @property
    def is_date(self) -> bool:
        return self.has_day or self.has_month or self.has_time


@cache
def format_of(number: int, code: str | None) -> Format:
    """The format with a number or, where the workbook defines it itself, a code."""
    text = _BUILTIN.get(number, "") if code is None else code
    first = _LITERAL.sub("", text).split(";")[0].lower()
    if first in ("general", "standard"):
        return Format()
    has_time = "h" in first or "s" in first
    has_day = "d" in first
    has_month = "y" in first or "mmm" in first
    if has_time or has_day or has_month:
        return Format(has_day=has_day, has_month=has_month, has_time=has_time)
    padded = len(first) if _LEADING_ZEROS.fullmatch(first) else 0
    return Format(percent="%" in first, grouped="#,#" in first or "0,0" in first, digits=padded)


def number_text(value: Decimal, form: Format, *, since_1904: bool = False) -> str | None:
    """The cell's number as text that `parse_number` or `parse_date` reads back the same.

    None where Excel cannot have kept all digits of it.
    """
    if form.is_date and 0 <= value < 2_958_465:  # 31/12/9999, where Excel ends
        return _date_text(value, form, since_1904=since_1904)
    rounded = _EXCEL.plus(value.scaleb(2) if form.percent else value)
    if abs(value) >= Decimal(10) ** EXACT_DIGITS:
        return None
    text = format_number(rounded)
    whole, comma, decimals = text.partition(",")
    if form.percent or not form.grouped:  # 1.398% might be 1,398%
        whole = whole.replace(".", "")
    if form.digits and not comma and rounded >= 0:
        whole = whole.zfill(form.digits)
    if len(decimals) == 3 and len(whole.lstrip("-")) <= 3 and whole.lstrip("-") != "0":
        decimals += "0"  # 24,765 might be thousands, 24,7650 is not
    return whole + comma + decimals + ("%" if form.percent else "")


def _date_text(value: Decimal, form: Format, *, since_1904: bool) -> str:
    days, seconds = int(value), round(float(value % 1) * 86_400)
    if not (form.has_day or form.has_month):
        minutes = round((days * 86_400 + seconds) / 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    if since_1904:
        start = date(1904, 1, 1)
    else:  # Excel has a 29 February 1900 that never was
        start = date(1899, 12, 30) if days >= 60 else date(1899, 12, 31)
    moment = datetime.combine(start, time()) + timedelta(days=days, seconds=seconds)
    if not form.has_day and moment.day == 1:
        return f"{moment.month}/{moment.year}"
    text = format_date_short(moment.date())
    return f"{text} {moment:%H:%M}" if form.has_time and seconds else text
