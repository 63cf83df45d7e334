"""When a document is dated, and the period that it covers."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema, model_validator

from reportgen.dossier.forms import Form
from reportgen.dossier.values import kind, refusal, text_of
from reportgen.vietnamese import ImpossibleDate, NotADate, parse_date, parse_month, roman_value

_QUARTER = re.compile(r"quý\s+([IVX]+|[1-4])\s*(?:/|-|\s+năm\s+)\s*([0-9]{4})", re.IGNORECASE)
_YEAR = re.compile(r"(?:năm\s+)?([0-9]{4})", re.IGNORECASE)
_DATE_FORMS = "viết ngày/tháng/năm, ví dụ 19/9/2025"
_PERIOD_FORMS = (
    "viết 9/2025 (tháng), quý IV/2025, 2025 (năm), "
    "hoặc hai khoá con tu: 16/8/2025 và den: 15/9/2025"
)


@dataclass(frozen=True, slots=True)
class IssueDate:
    """The date of a document; `day` is None while it is still blank."""

    year: int
    month: int
    day: int | None = None

    @property
    def as_date(self) -> date | None:
        """The calendar day; None while the day is blank."""
        return None if self.day is None else date(self.year, self.month, self.day)


def _without_quotes(text: str) -> str:
    """A hint for text in curly quotes, which YAML takes for a part of it; else nothing."""
    bare = text.strip("“”‘’")
    return f"bỏ dấu nháy cong: {bare}" if bare != text else ""


def _impossible(text: str) -> Exception:
    found = re.search(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", text)
    hint = "sửa lại ngày, tháng"
    if found and 1 <= int(found[2]) <= 12 and int(found[3]) >= 1:
        last = calendar.monthrange(int(found[3]), int(found[2]))[1]
        hint = f"tháng {int(found[2])}/{found[3]} có {last} ngày"
    return refusal("HS014", f"ngày “{text}” không có trên lịch", hint)


def _issue_date(value: object) -> IssueDate | None:
    if value is None or isinstance(value, IssueDate):
        return value
    text = text_of(value)
    if not text:
        return None
    try:
        return IssueDate(*parse_month(text))
    except ImpossibleDate as error:
        raise refusal("HS014", f"tháng “{text}” không có trên lịch", _DATE_FORMS) from error
    except NotADate:
        day = _day(value)
        return IssueDate(day.year, day.month, day.day)


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    text = text_of(value)
    if not text:
        raise refusal("HS013", "ngày này bắt buộc, không được để trống", _DATE_FORMS)
    try:
        return parse_date(text)
    except ImpossibleDate as error:
        raise _impossible(text) from error
    except NotADate as error:
        hint = _without_quotes(text) or _DATE_FORMS
        raise refusal("HS014", f"“{text}” không phải là ngày", hint) from error


_Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string"})]

OptionalIssueDate = Annotated[
    IssueDate | None,
    PlainValidator(_issue_date),
    WithJsonSchema({"type": ["string", "null"]}),
]


class Period(Form):
    """The days that the document covers, first and last included."""

    short_form: ClassVar[dict[str, Any]] = {
        "type": ["string", "number"],
        "description": "9/2025 (cả tháng), quý IV/2025, hoặc 2025 (cả năm).",
    }

    tu: _Day = Field(description="Ngày đầu kỳ, ví dụ 16/8/2025.")
    den: _Day = Field(description="Ngày cuối kỳ, ví dụ 15/9/2025.")

    @property
    def ca_thang(self) -> bool:
        """Whether the period is one whole calendar month."""
        return (self.tu, self.den) == _month(self.tu.year, self.tu.month)

    @model_validator(mode="before")
    @classmethod
    def _read_short_forms(cls, value: object) -> object:
        if isinstance(value, str) and value.strip():
            try:
                tu, den = period_days(value.strip())
            except (NotADate, ImpossibleDate) as error:
                message = f"không hiểu kỳ báo cáo “{value.strip()}”"
                hint = _without_quotes(value.strip()) or _PERIOD_FORMS
                raise refusal("HS015", message, hint) from error
            return {"tu": tu, "den": den}
        if value is None or isinstance(value, str | list):
            raise refusal("HS015", f"kỳ báo cáo {_found(value)}", _PERIOD_FORMS)
        return value

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.den < self.tu:
            message = (
                f"ngày cuối kỳ ({self.den:%d/%m/%Y}) đứng trước ngày đầu kỳ ({self.tu:%d/%m/%Y})"
            )
            raise refusal("HS015", message, "kiểm tra năm, hoặc đổi chỗ tu và den")
        return self


def _found(value: object) -> str:
    return "chưa ghi gì" if not value else f"không thể là {kind(value)}"


def period_days(text: str) -> tuple[date, date]:
    """The first and last day of `9/2025`, `tháng 9/2025`, `quý IV/2025`, `2025` or `năm 2025`.

    Raises NotADate or ImpossibleDate for anything else.
    """
    if match := _QUARTER.fullmatch(text):
        quarter = int(match[1]) if match[1].isdigit() else roman_value(match[1].upper()) or 0
        if 1 <= quarter <= 4 and int(match[2]):
            year, first = int(match[2]), 3 * quarter - 2
            return date(year, first, 1), _month(year, first + 2)[1]
    elif (match := _YEAR.fullmatch(text)) and int(match[1]):
        return date(int(match[1]), 1, 1), date(int(match[1]), 12, 31)
    return _month(*parse_month(text))


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
