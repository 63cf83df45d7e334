"""Appendices as a dossier gives them: text, a table, and how its rows and columns are arranged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from reportgen.dossier.csv_table import CsvTable
from reportgen.dossier.forms import Form
from reportgen.dossier.values import (
    BlankIsEmptyMap,
    Lines,
    Narrative,
    OptionalLine,
    OptionalNarrative,
    PercentWidth,
    Text,
    refusal,
)

Direction = Literal["doc", "ngang"]
OF_TABLES = ("cot", "gop", "loc", "sap_xep", "danh_so_cot", "chi_cot")
"""The keys that say something of the table."""


class ColumnForm(Form):
    """How a column of an appendix table is set; the rest follows from its content."""

    rong: PercentWidth = Field(
        default=None, description="Độ rộng cột, phần trăm bề rộng của bảng: 15."
    )
    can: Literal["trai", "giua", "phai", "deu"] | None = Field(
        default=None, description="Căn chữ trong cột: trai, giua, phai hoặc deu (hai bên)."
    )


Columns = Annotated[dict[str, ColumnForm], BlankIsEmptyMap]


class AppendixDefaults(Form):
    """What a template says of all appendices; a column that a table lacks does not count there."""

    huong: Direction | None = Field(
        default=None, description="Hướng giấy: doc (mặc định) hoặc ngang."
    )
    cot: Columns = Field(
        default={}, description="Độ rộng và cách căn của cột, theo tên cột trong tệp CSV."
    )
    gop: Lines = Field(
        default=(),
        description="Những cột mà ô trống gộp với ô phía trên, theo tên cột trong tệp CSV.",
    )

    @model_validator(mode="after")
    def _fits_the_page(self) -> Self:
        if sum(column.rong or 0 for column in self.cot.values()) > 100:
            hint = "giảm độ rộng của một vài cột"
            raise refusal("HS018", "các cột rộng hơn 100% bề rộng của bảng", hint)
        return self


class AppendixForm(AppendixDefaults):
    """An appendix as typed; `bang` is the path of its CSV table."""

    tieu_de: Text = Field(description="Tiêu đề phụ lục (được in hoa khi dựng).")
    noi_dung: OptionalNarrative = Field(
        default=None,
        description="Lời văn trước bảng; cũng là chỗ đặt nội dung chú thích của các ô trong bảng.",
    )
    bang: OptionalLine = Field(
        default=None, description="Tệp CSV của bảng, đường dẫn tính từ nơi đặt hồ sơ."
    )
    loc: Annotated[dict[str, Lines], BlankIsEmptyMap] = Field(
        default={},
        description="Chỉ in những dòng có giá trị này, theo tên cột: {Cơ quan chủ trì: Sở Nội vụ}; "
        "nhiều giá trị thì ghi danh sách.",
    )
    sap_xep: Lines = Field(
        default=(),
        description="Sắp xếp các dòng theo những cột này; dấu - trước tên cột là giảm dần.",
    )
    danh_so_cot: OptionalLine = Field(
        default=None, description="Cột đánh số lại 1, 2, 3… sau khi lọc và sắp xếp, ví dụ STT."
    )
    chi_cot: Lines = Field(
        default=(), description="Chỉ in những cột này, theo thứ tự này; để trống thì in cả bảng."
    )

    @model_validator(mode="after")
    def _has_content(self) -> Self:
        if self.bang is not None:
            return self
        if self.noi_dung is None:
            hint = "ghi bang: ten_tep.csv, hoặc noi_dung: |"
            raise refusal("HS018", "phụ lục không có bảng mà cũng không có lời văn", hint)
        for key in OF_TABLES:
            if getattr(self, key):
                raise refusal("HS018", f"có {key} nhưng không có bang", "ghi bang: ten_tep.csv")
        return self


@dataclass(frozen=True, slots=True)
class AppendixInput:
    """An appendix with its table; `cot` maps header titles to how the column is set.

    `huong` and `gop` are None and empty where the template's stand. All titles are as in the
    table's header.
    """

    tieu_de: str
    huong: Direction | None = None
    noi_dung: Narrative | None = None
    bang: str | None = None
    cot: Mapping[str, ColumnForm] = field(default_factory=dict)
    table: CsvTable | None = None
    gop: tuple[str, ...] = ()
    loc: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sap_xep: tuple[str, ...] = ()
    danh_so_cot: str | None = None
    chi_cot: tuple[str, ...] = ()
