"""Cells that hold a value: read strictly, or told why not and what to type instead."""

import re

from reportgen.problems import Place, Problem
from reportgen.vietnamese import AmbiguousNumber, NotANumber, ParsedNumber, parse_number

_NUMBER_FORMS = (
    "viết 1365565 hoặc 1.365.565; phần lẻ sau dấu phẩy: 14,4; tỷ lệ: 90,31%; "
    "đơn vị ghi ở cột don_vi_tinh"
)


def read_value(
    text: str, column: str, place: Place, problems: list[Problem]
) -> ParsedNumber | None:
    """The number that a cell holds; None where it cannot be told.

    Adds to `problems`: CT014 ambiguous number, CT015 no number; `column` is what they call it by.
    """
    try:
        return parse_number(text)
    except AmbiguousNumber as error:
        problems.append(_ambiguous(error, column, place))
    except NotANumber as error:
        message = f"cột {column}: “{text}” không phải là số"
        problems.append(Problem("CT015", message, place, _number_hint(error)))
    return None


def _number_hint(error: NotANumber) -> str:
    if error.suggestion:
        return f"có phải là {error.suggestion} không?"
    if re.search(r"[0-9][Ee][+-]?[0-9]", error.text):
        return "Excel đã rút gọn số này; đặt ô thành kiểu Number rồi lưu lại"
    if error.text.startswith("#"):
        return "ô này báo lỗi trong Excel; sửa công thức của ô rồi lưu lại"
    return _NUMBER_FORMS


def _ambiguous(error: AmbiguousNumber, what: str, place: Place) -> Problem:
    first, second = error.readings
    message = f"cột {what}: “{error.text}” có hai cách hiểu: {first} hoặc {second}"
    hint = f"muốn nói {first} thì gõ {_typed(first)}; muốn nói {second} thì gõ {_typed(second)}"
    return Problem("CT014", message, place, hint)


def _typed(reading: str) -> str:
    """How to type a reading so that it has no other: `24,765` as `24,7650`."""
    try:
        parse_number(reading)
    except AmbiguousNumber:
        digits = reading.removesuffix("%")
        return f"{digits}0{reading[len(digits) :]}"
    return reading
