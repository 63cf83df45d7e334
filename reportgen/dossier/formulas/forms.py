"""Formulas and tables as a dossier or a template declares them (`cong_thuc`, `bang`)."""

from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from reportgen.dossier.forms import Form
from reportgen.dossier.indicators import MOST_DECIMALS, decimals_of
from reportgen.dossier.values import (
    BlankIsEmptyMap,
    Line,
    LineOrNothing,
    OptionalLine,
    YesNo,
    refusal,
    text_of,
)


class FormulaForm(Form):
    """A figure that is computed; in YAML the formula alone will do."""

    short_form: ClassVar[dict[str, Any]] = {
        "type": ["string", "number"],
        "description": "Công thức, ví dụ tthc_tinh + tthc_xa.",
    }

    bieu_thuc: Line = Field(description="Công thức, ví dụ tthc_tinh + tthc_xa.")
    tong_so: OptionalLine = Field(
        default=None, description="Công thức của tổng số, nếu chỉ tiêu in dạng 85/94."
    )
    ten: LineOrNothing = Field(default="", description="Tên chỉ tiêu.")
    don_vi_tinh: LineOrNothing = Field(
        default="", description="Đơn vị của kết quả: hồ sơ, triệu đồng, %, lượt."
    )
    lam_tron: OptionalLine = Field(
        default=None, description="Số chữ số sau dấu phẩy khi in, từ 0 đến 6; không ghi thì giữ đủ."
    )

    @model_validator(mode="before")
    @classmethod
    def _read_short_form(cls, value: object) -> object:
        return {"bieu_thuc": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _rounds_to_digits(self) -> "FormulaForm":
        text = self.lam_tron
        if text is not None and decimals_of(text) is None:
            message = f"lam_tron “{text}” không phải là số chữ số sau dấu phẩy"
            raise refusal("HS012", message, f"gõ một số nguyên từ 0 đến {MOST_DECIMALS}")
        return self

    @property
    def decimals(self) -> int | None:
        """The digits after the decimal mark; None for all."""
        return None if self.lam_tron is None else int(self.lam_tron)


class TableForm(Form):
    """A table that formulas reckon with; in YAML the file alone will do."""

    short_form: ClassVar[dict[str, Any]] = {
        "type": "string",
        "description": "Tệp CSV hoặc XLSX, ví dụ tinh.xlsx hoặc tinh.xlsx#Trang 1.",
    }

    tep: Line = Field(description="Tệp CSV hoặc XLSX, ví dụ tinh.xlsx hoặc tinh.xlsx#Trang 1.")
    cot_ten: LineOrNothing = Field(
        default="", description="Cột ghi tên dòng; mặc định là cột chữ đầu tiên."
    )
    don_vi_tinh: Annotated[dict[str, Line], BlankIsEmptyMap] = Field(
        default={}, description="Đơn vị của cột, theo tên cột: {Kinh phí: triệu đồng}."
    )
    giu_dong_tong: YesNo = Field(
        default=False, description="có: tính cả dòng tổng cộng như các dòng khác."
    )

    @model_validator(mode="before")
    @classmethod
    def _read_short_form(cls, value: object) -> object:
        return {"tep": text_of(value)} if isinstance(value, str) else value


Formulas = Annotated[dict[str, FormulaForm], BlankIsEmptyMap]
Tables = Annotated[dict[str, TableForm], BlankIsEmptyMap]
