"""The dossier: first as its YAML file is typed (DossierForm), then with all files it names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from reportgen.dossier.dates import IssueDate, OptionalIssueDate, Period
from reportgen.dossier.forms import Form
from reportgen.dossier.indicators import Indicator
from reportgen.dossier.profile import Profile
from reportgen.dossier.sections import Section
from reportgen.dossier.tables import CsvTable
from reportgen.dossier.tree import YamlMap, YamlText, find
from reportgen.dossier.values import (
    BlankIsEmptyList,
    BlankIsEmptyMap,
    DocumentNumber,
    Line,
    Lines,
    Narrative,
    OptionalLine,
    OptionalNarrative,
    OptionalText,
    PercentWidth,
    Text,
    TextOrNothing,
    refusal,
)
from reportgen.problems import Place, Problem


class ColumnForm(Form):
    """How a column of an appendix table is set; the rest follows from its content."""

    rong: PercentWidth = Field(
        default=None, description="Độ rộng cột, phần trăm bề rộng của bảng: 15."
    )
    can: Literal["trai", "giua", "phai", "deu"] | None = Field(
        default=None, description="Căn chữ trong cột: trai, giua, phai hoặc deu (hai bên)."
    )


class AppendixForm(Form):
    """An appendix as typed; `bang` is the path of its CSV table."""

    tieu_de: Text = Field(description="Tiêu đề phụ lục (được in hoa khi dựng).")
    huong: Literal["doc", "ngang"] = Field(
        default="doc", description="Hướng giấy: doc (mặc định) hoặc ngang."
    )
    noi_dung: OptionalNarrative = Field(
        default=None,
        description="Lời văn trước bảng; cũng là chỗ đặt nội dung chú thích của các ô trong bảng.",
    )
    bang: OptionalLine = Field(
        default=None, description="Tệp CSV của bảng, đường dẫn tính từ nơi đặt hồ sơ."
    )
    cot: Annotated[dict[str, ColumnForm], BlankIsEmptyMap] = Field(
        default={}, description="Độ rộng và cách căn của cột, theo tên cột trong tệp CSV."
    )

    @model_validator(mode="after")
    def _has_content(self) -> Self:
        if self.noi_dung is None and self.bang is None:
            hint = "ghi bang: ten_tep.csv, hoặc noi_dung: |"
            raise refusal("HS018", "phụ lục không có bảng mà cũng không có lời văn", hint)
        if self.cot and self.bang is None:
            raise refusal("HS018", "có cot nhưng không có bang", "ghi bang: ten_tep.csv")
        if sum(column.rong or 0 for column in self.cot.values()) > 100:
            hint = "giảm độ rộng của một vài cột"
            raise refusal("HS018", "các cột rộng hơn 100% bề rộng của bảng", hint)
        return self


class DossierForm(Form):
    """The YAML file of a dossier, key by key."""

    mau: Line = Field(description="Tên mẫu, ví dụ bao_cao_thang.")
    so: DocumentNumber = Field(
        default=None, description="Số văn bản, ví dụ 87; chưa có số thì để trống."
    )
    ngay: OptionalIssueDate = Field(
        default=None,
        description="Ngày ban hành, ví dụ 19/9/2025; chưa rõ ngày thì ghi 9/2025; để trống "
        "thì chừa chỗ cho cả ngày và tháng.",
    )
    ky: Period = Field(
        description="Kỳ báo cáo: 9/2025, quý IV/2025, 2025, hoặc hai khoá con tu và den."
    )
    ten_loai: OptionalText = Field(
        default=None, description="Tên loại văn bản thay cho tên loại của mẫu, ví dụ BÁO CÁO."
    )
    trich_yeu: OptionalText = Field(
        default=None, description="Trích yếu thay cho trích yếu của mẫu."
    )
    dong_ky: TextOrNothing = Field(
        default=None,
        description="Dòng thời gian trong ngoặc dưới trích yếu; ghi mà để trống thì không in.",
    )
    kinh_gui: Lines = Field(default=(), description="Nơi được kính gửi: một nơi hoặc danh sách.")
    danh_so: Annotated[tuple[Line, ...], BlankIsEmptyList] = Field(
        default=(), description="Kiểu đánh số các cấp thay cho kiểu của mẫu: [I., 1., a)]."
    )
    noi_dung: Annotated[dict[str, Section], BlankIsEmptyMap] = Field(
        default={},
        description="Nội dung từng mục của mẫu; tên khoá là tên mục (xem README của mẫu).",
    )
    phu_luc: Annotated[tuple[AppendixForm, ...], BlankIsEmptyList] = Field(
        default=(), description="Các phụ lục, theo thứ tự in."
    )
    don_vi: OptionalLine = Field(
        default=None,
        description="Tệp thông tin đơn vị; mặc định là don_vi.yaml gần nhất trong thư mục của "
        "hồ sơ hoặc các thư mục cha.",
    )
    ghi_de_don_vi: Annotated[dict[str, Any], BlankIsEmptyMap] = Field(
        default={}, description="Những khoá của don_vi.yaml có giá trị khác trong văn bản này."
    )
    chi_tieu: Lines = Field(
        default=(),
        description="Tệp CSV chỉ tiêu (một tệp hoặc danh sách); mặc định là chi_tieu.csv cạnh "
        "hồ sơ nếu có.",
    )


@dataclass(frozen=True, slots=True)
class AppendixInput:
    """An appendix with its table; `cot` maps header titles to how the column is set."""

    tieu_de: str
    huong: Literal["doc", "ngang"] = "doc"
    noi_dung: Narrative | None = None
    bang: str | None = None
    cot: Mapping[str, ColumnForm] = field(default_factory=dict)
    table: CsvTable | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything about one document of one period; the fields are called as in the YAML file.

    `dong_ky` is "" where the author wants no period line, None where the template's stands.
    """

    path: Path
    profile_path: Path
    tree: YamlMap
    mau: str
    so: str | None
    ngay: IssueDate | None
    ky: Period
    ten_loai: str | None
    trich_yeu: str | None
    dong_ky: str | None
    kinh_gui: tuple[str, ...]
    danh_so: tuple[str, ...] | None
    noi_dung: Mapping[str, Section]
    phu_luc: tuple[AppendixInput, ...]
    profile: Profile
    indicators: Mapping[str, Indicator]

    @property
    def folder(self) -> Path:
        """The folder that the dossier lies in."""
        return self.path.parent

    def place_of(self, *steps: str | int) -> Place:
        """Where the value of the YAML file stands that keys and indexes lead to.

        A value that begins below its key is at its key. Missing steps end at the last one found.
        """
        return find(self.tree, steps)[0]

    def text_place_of(self, *steps: str | int) -> Place:
        """As `place_of`, but where the first line of the text stands (under the `|`)."""
        place, node = find(self.tree, steps)
        return node.text.place if isinstance(node, YamlText) and node.text is not None else place


@dataclass(frozen=True, slots=True)
class Loaded:
    """A dossier, and what its author should know about it."""

    dossier: Dossier
    warnings: tuple[Problem, ...] = ()
