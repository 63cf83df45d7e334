"""The values that formulas work on: what each can be taken for, and what it is called."""

from datetime import date
from decimal import Decimal
from typing import Literal

from jinja2 import Undefined

from reportgen import vietnamese as vn
from reportgen.dossier import Indicator, IssueDate, Period, Recipient
from reportgen.dossier.indicators import MOST_DECIMALS
from reportgen.dossier.rates import Rate

_MOST_DIGITS = 30
_KINDS: tuple[tuple[tuple[type, ...], str], ...] = (
    ((Period,), "kỳ báo cáo"),
    ((IssueDate, date), "ngày tháng"),
    ((bool,), "đúng/sai"),
    ((int, float, Decimal), "số"),
    ((list, tuple), "danh sách"),
)


class FormulaError(Exception):
    """A value that cannot be printed: why, and a hint how to mend it, both in Vietnamese."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(message)


def finite(value: object) -> Decimal:
    """A number as Decimal, exactly as it was typed; raises FormulaError for anything else."""
    if isinstance(value, Undefined) or value is None:
        raise FormulaError("giá trị còn trống", "điền số vào bảng chỉ tiêu, hoặc bỏ công thức này")
    if isinstance(value, Indicator):
        return done(value)
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise FormulaError(f"cần một số, không phải {describe(value)}")
    if isinstance(value, Rate):
        raise FormulaError("đây là một tỷ lệ phần trăm, không phải số lượng", "dùng “| ti_le”")
    number = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        raise FormulaError("số quá lớn hoặc quá nhỏ để in ra")
    return number


def describe(value: object) -> str:
    """What kind of value it is, in words."""
    if isinstance(value, Indicator):
        return f"chỉ tiêu “{value.ma}”"
    if isinstance(value, str):
        return f"chữ “{value[:40]}”"
    return next((name for kinds, name in _KINDS if isinstance(value, kinds)), "loại dữ liệu này")


def _named(indicator: Indicator) -> str:
    return f"chỉ tiêu “{indicator.ma}” ({indicator.place})"


def filled(indicator: Indicator, column: Literal["thuc_hien", "tong_so", "ky_truoc"]) -> Decimal:
    """The value of a column; raises FormulaError where the table leaves it blank."""
    value: Decimal | None = getattr(indicator, column)
    if value is None and indicator.chu:
        message = f"{_named(indicator)} là chữ “{indicator.chu}”, không phải số"
        raise FormulaError(message, f"in bằng {{{{ ct.{indicator.ma} }}}}")
    if value is None:
        raise FormulaError(
            f"{_named(indicator)} chưa có giá trị ở cột {column}",
            f"điền cột {column} ở dòng đó của bảng chỉ tiêu",
        )
    return value


def done(indicator: Indicator) -> Decimal:
    """What was done, as a number of things; raises FormulaError for a rate."""
    value = filled(indicator, "thuc_hien")
    if indicator.cong_thuc and -_exponent(value) > MOST_DECIMALS:
        raise FormulaError(
            f"{_named(indicator)} là số lẻ dài chưa làm tròn: {str(value)[:12].replace('.', ',')}…",
            "khai lam_tron (số chữ số sau dấu phẩy) cho công thức này",
        )
    if indicator.la_ti_le:
        raise FormulaError(
            f"{_named(indicator)} là một tỷ lệ phần trăm, không phải số lượng", "dùng “| ti_le”"
        )
    return value


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def share(indicator: Indicator) -> Decimal:
    """What was done of the total, as a share of one; raises FormulaError for a total of 0."""
    done = filled(indicator, "thuc_hien")
    if indicator.la_ti_le:
        return Decimal(done)
    total = filled(indicator, "tong_so")
    if total == 0:
        raise FormulaError(
            f"{_named(indicator)} có tong_so bằng 0 nên không tính được tỷ lệ",
            "sửa tong_so; hoặc bỏ tỷ lệ này khỏi câu trong hồ sơ",
        )
    return done / total


def name_of(value: object) -> str:
    """The text that a value is sorted and listed by."""
    if isinstance(value, Indicator | Recipient):
        return value.ten or ""
    return text_of(value)


def text_of(value: object) -> str:
    """The text of a value that needs no filter; raises FormulaError for one that does."""
    match value:
        case str():
            return value
        case bool():
            raise FormulaError("đúng/sai không in ra được", "dùng trong {% if … %}")
        case Rate():
            raise FormulaError("tỷ lệ phải đi với một bộ lọc", "dùng “| ti_le”")
        case int() | float() | Decimal():
            return vn.format_number(finite(value))
        case Indicator() if value.chu:
            return value.chu
        case Indicator():
            raise FormulaError(
                "chỉ tiêu phải đi với một bộ lọc", f"ví dụ: {{{{ ct.{value.ma} | so }}}}"
            )
        case Period() | IssueDate() | date():
            raise FormulaError("ngày tháng phải đi với một bộ lọc", "dùng “| ngay”, “| thang”…")
        case None | Undefined():
            raise FormulaError("giá trị còn trống", "điền giá trị, hoặc bỏ công thức này")
        case _:
            raise FormulaError(f"{describe(value)} không in thẳng ra được")


def date_of(value: object) -> date | IssueDate:
    """The day of a value, the last one of a period; an IssueDate where the day is still blank."""
    match value:
        case Period():
            return value.den
        case IssueDate():
            return value.as_date or value
        case date():
            return value
        case str():
            return vn.parse_date(value)
        case None:
            raise FormulaError("hồ sơ chưa ghi ngày", "ghi khoá “ngay” trong hồ sơ")
        case _:
            raise FormulaError(f"cần ngày tháng, không phải {describe(value)}")


def full_date_of(value: object) -> date:
    """The day of a value; raises FormulaError where it is still blank."""
    day = date_of(value)
    if isinstance(day, IssueDate):
        raise FormulaError("hồ sơ chưa ghi ngày, mới ghi tháng", "ghi đủ khoá “ngay” trong hồ sơ")
    return day


def month_of(value: object) -> date:
    """Some day of a value's month."""
    if isinstance(value, str) and value.count("/") == 1:
        return date(*vn.parse_month(value), 1)
    day = date_of(value)
    return date(day.year, day.month, 1) if isinstance(day, IssueDate) else day
