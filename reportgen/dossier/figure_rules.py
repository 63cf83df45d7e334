"""What a template or a dossier says that its figures must keep to; `reportgen check` reads it."""

from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator

from reportgen.dossier.forms import Form
from reportgen.dossier.values import (
    BlankIsEmptyList,
    BlankIsEmptyMap,
    Line,
    Lines,
    OptionalLine,
    YesNo,
    refusal,
    text_of,
)
from reportgen.vietnamese import AmbiguousNumber, NotANumber, parse_number


class RelationForm(Form):
    """One relation between indicators; in YAML a text alone is `bieu_thuc`, `#` begins a note."""

    short_form: ClassVar[dict[str, Any]] = {
        "type": "string",
        "description": "Quan hệ giữa các mã, ví dụ tthc_tong = tthc_tong_tinh + tthc_tong_xa.",
    }

    bieu_thuc: Line = Field(
        description="Quan hệ giữa các mã, ví dụ tthc_tong = tthc_tong_tinh + tthc_tong_xa; sau mã "
        "có thể có .tong_so hoặc .ky_truoc."
    )
    ghi_chu: OptionalLine = Field(default=None, description="Vì sao các số phải như vậy.")

    @model_validator(mode="before")
    @classmethod
    def _read_short_form(cls, value: object) -> object:
        if value is not None and not isinstance(value, str):
            return value
        relation, _, note = (value or "").partition("#")
        return {"bieu_thuc": relation.strip(), "ghi_chu": note.strip() or None}


def _factor(value: object) -> Decimal | None:
    if value is None or isinstance(value, Decimal):
        return value
    text = text_of(value)
    hint = "gõ một số lớn hơn 1, ví dụ bien_dong_toi_da: 5"
    try:
        factor = parse_number(text).value if text else None
    except (AmbiguousNumber, NotANumber) as error:
        raise refusal("HS012", f"“{text}” không phải là số lần", hint) from error
    if factor is not None and factor <= 1:
        raise refusal("HS016", f"số lần {text} không lớn hơn 1", hint)
    return factor


Factor = Annotated[
    Decimal | None,
    PlainValidator(_factor),
    WithJsonSchema({"type": ["number", "string", "null"]}),
]


class FigureRules(Form):
    """The keys that `mau.yaml` and a dossier share about figures; all may be left out."""

    quan_he: Annotated[tuple[RelationForm, ...], BlankIsEmptyList] = Field(
        default=(),
        description="Các quan hệ mà số liệu phải giữ, ví dụ tthc_tong = tthc_tong_tinh + "
        "tthc_tong_xa.",
    )
    bat_buoc: Lines = Field(
        default=(), description="Mã của những chỉ tiêu phải có trong bảng chỉ tiêu."
    )
    don_vi_tinh: Annotated[dict[str, Line], BlankIsEmptyMap] = Field(
        default={}, description="Đơn vị tính của từng mã, ví dụ tang_qua_so_tien: tỷ đồng."
    )
    luy_ke: Lines = Field(
        default=(), description="Mã của những chỉ tiêu lũy kế, kỳ sau không nhỏ hơn kỳ trước."
    )
    bien_dong_toi_da: Factor = Field(
        default=None,
        description="Số lần tăng hoặc giảm so với kỳ trước mà quá đó thì được nhắc; mặc định 5.",
    )
    nguon_bat_buoc: YesNo = Field(
        default=False, description="Ghi có thì chỉ tiêu nào thiếu nguồn sẽ được nhắc."
    )
