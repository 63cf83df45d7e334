"""Types of single values: how typed text becomes a model's field, and its JSON Schema.

Each reader takes what YAML holds (SourceText, None, list, dict) or the finished value, and refuses
the rest with a code, a message and a hint in Vietnamese.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from reportgen.dossier.tree import SourceText
from reportgen.problems import Place
from reportgen.vietnamese import AmbiguousNumber, NotANumber, parse_number

_YES, _NO = ("true", "có", "co"), ("false", "không", "khong")
_TEXT_BLOCK = "gõ | sau khoá, xuống dòng rồi gõ chữ thụt vào (các dấu “-” khi đó là chữ thường)"


def refusal(code: str, message: str, hint: str) -> PydanticCustomError:
    """An error that pydantic hands on as it is: code, message and hint in Vietnamese."""
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint})


def kind(value: object) -> str:
    """What YAML holds, in words."""
    match value:
        case None:
            return "chưa ghi gì"
        case dict():
            return "một nhóm khoá"
        case list() | tuple():
            return "một danh sách"
        case _:
            return f"“{value}”"


def text_of(value: object) -> str:
    """The typed text without the space around it, "" for nothing; refuses lists and mappings."""
    if value is None:
        return ""
    if isinstance(value, str):
        return str(value).strip()
    raise refusal("HS012", f"cần một đoạn chữ, nhưng đây là {kind(value)}", _TEXT_BLOCK)


def _optional_text(value: object) -> str | None:
    return text_of(value) or None


def _required_text(value: object) -> str:
    text = text_of(value)
    if not text:
        raise refusal("HS013", "khoá này bắt buộc, không được để trống", "gõ giá trị sau dấu “:”")
    return text


def _one_line(value: object) -> str:
    if isinstance(value, list | dict):
        hint = "gõ giá trị ngay sau dấu “:”; có dấu [, { hay “: ” thì đặt trong dấu nháy kép"
        raise refusal("HS012", f"cần một dòng chữ, nhưng đây là {kind(value)}", hint)
    text = _required_text(value)
    if "\n" in text:
        raise refusal("HS012", "giá trị này chỉ được có một dòng", "gõ tất cả trên một dòng")
    return text


def _line_or_nothing(value: object) -> str:
    return _optional_line(value) or ""


def _optional_line(value: object) -> str | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    return _one_line(value)


def _number(value: object) -> str | None:
    text = _optional_line(value)
    if text and ("/" in text or ":" in text):
        hint = "chỉ gõ số, ví dụ “so: 87”; ký hiệu lấy từ ky_hieu trong don_vi.yaml"
        raise refusal("HS016", f"số văn bản “{text}” có cả ký hiệu", hint)
    if text and not re.fullmatch(r"[0-9][\w.-]*", text):
        hint = "chỉ gõ số, không có dấu nháy hay chữ “số”, ví dụ “so: 87”; chưa có số thì để trống"
        raise refusal("HS016", f"“{text}” không phải là số văn bản", hint)
    if text and not text.strip("0"):
        hint = "gõ số từ 1; chưa có số thì để trống"
        raise refusal("HS016", f"văn bản không có số “{text}”", hint)
    return text


def _symbol_part(value: object) -> str | None:
    text = _optional_line(value)
    if text and re.search(r"[\s/]", text):
        hint = f"viết liền, ví dụ {re.sub(r'[^0-9A-ZĐ]+', '', text.upper()) or 'UBND'}"
        raise refusal("HS026", f"“{text}” có dấu cách hay dấu / nên không vào ký hiệu được", hint)
    return text


def _lines(value: object) -> object:
    """A text (an item a line) or a list; nothing is an empty list."""
    if value is None or isinstance(value, str):
        return [line.strip() for line in text_of(value).split("\n") if line.strip()]
    return value


def _items(value: object) -> object:
    return [] if value is None else value


def _keys(value: object) -> object:
    return {} if value is None else value


def _yes_or_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = text_of(value).lower()
    if text not in (*_YES, *_NO, ""):
        raise refusal("HS012", f"cần “có” hoặc “không”, nhưng đây là “{text}”", "gõ có hoặc không")
    return text in _YES


def _percent_width(value: object) -> float | None:
    if value is None or isinstance(value, float):
        return value
    text = text_of(value)
    try:
        width = parse_number(text).value
    except AmbiguousNumber as error:
        first, second = error.readings
        message = f"“{text}” có thể hiểu là {first} hoặc {second}"
        raise refusal("HS016", message, "phần lẻ viết sau dấu phẩy, ví dụ 12,5") from error
    except NotANumber as error:
        message = f"độ rộng “{text}” không phải là số"
        raise refusal("HS012", message, "gõ phần trăm bề rộng của bảng, ví dụ rong: 15") from error
    if not 0 < width <= 100:
        raise refusal("HS016", f"độ rộng {text} nằm ngoài 0–100", "gõ phần trăm bề rộng của bảng")
    return float(width)


@dataclass(frozen=True, slots=True)
class Narrative:
    """Wording that the author typed (Markdown with formulas and notes).

    `place` is where the first line of the text stands: line k (from 0) of a text in a `|` block
    is at `place.shifted(k)`.
    """

    text: str
    place: Place


def _narrative(value: object) -> Narrative | None:
    if isinstance(value, Narrative):
        return value
    if not text_of(value):
        return None
    place = value.place if isinstance(value, SourceText) else Place("")
    return Narrative(str(value).rstrip("\n"), place)


def _narratives(value: object) -> tuple[Narrative, ...]:
    """A text (an item a line) or a list; blank items are left out."""
    if isinstance(value, SourceText):
        lines = enumerate(str(value).split("\n"))
        found = [Narrative(line.strip(), value.place.shifted(number)) for number, line in lines]
        return tuple(one for one in found if one.text)
    items = value if isinstance(value, list | tuple) else [value]
    return tuple(one for item in items if (one := _narrative(item)) is not None)


def _count(value: object) -> int | None:
    if value is None or isinstance(value, int):
        return value
    text = text_of(value)
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,9}", text) or not int(text):
        raise refusal("HS012", f"“{text}” không phải là số đếm", "gõ một số nguyên, ví dụ 300")
    return int(text)


_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}
_MAYBE_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}

Line = Annotated[str, BeforeValidator(_one_line), WithJsonSchema(_TEXT)]
LineOrNothing = Annotated[str, BeforeValidator(_line_or_nothing), WithJsonSchema(_MAYBE_TEXT)]
SymbolPart = Annotated[str | None, BeforeValidator(_symbol_part), WithJsonSchema(_MAYBE_TEXT)]
OptionalLine = Annotated[str | None, BeforeValidator(_optional_line), WithJsonSchema(_MAYBE_TEXT)]
DocumentNumber = Annotated[str | None, BeforeValidator(_number), WithJsonSchema(_MAYBE_TEXT)]
Text = Annotated[str, BeforeValidator(_required_text), WithJsonSchema(_TEXT)]
OptionalText = Annotated[str | None, BeforeValidator(_optional_text), WithJsonSchema(_MAYBE_TEXT)]
TextOrNothing = Annotated[str | None, BeforeValidator(text_of), WithJsonSchema(_MAYBE_TEXT)]
Lines = Annotated[
    tuple[Line, ...],
    BeforeValidator(_lines),
    WithJsonSchema({"anyOf": [_MAYBE_TEXT, _TEXTS]}),
]
YesNo = Annotated[
    bool,
    BeforeValidator(_yes_or_no),
    WithJsonSchema({"enum": [True, False, "có", "không", None]}),
]
PercentWidth = Annotated[
    float | None,
    BeforeValidator(_percent_width),
    WithJsonSchema({"type": ["number", "string", "null"]}),
]
OptionalNarrative = Annotated[
    Narrative | None, PlainValidator(_narrative), WithJsonSchema(_MAYBE_TEXT)
]
Narratives = Annotated[
    tuple[Narrative, ...],
    PlainValidator(_narratives),
    WithJsonSchema({"anyOf": [_MAYBE_TEXT, _TEXTS]}),
]
OptionalCount = Annotated[
    int | None,
    PlainValidator(_count),
    WithJsonSchema({"type": ["integer", "string", "null"]}),
]
BlankIsEmptyList = BeforeValidator(_items)
BlankIsEmptyMap = BeforeValidator(_keys)
