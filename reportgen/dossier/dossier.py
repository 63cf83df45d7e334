"""The dossier: first as its YAML file is typed (DossierForm), then with all files it names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from reportgen.dossier.appendices import AppendixForm, AppendixInput
from reportgen.dossier.dates import IssueDate, OptionalIssueDate, Period
from reportgen.dossier.exemptions import Exemption
from reportgen.dossier.figure_rules import FigureRules, RelationForm
from reportgen.dossier.formulas.computed import Computed
from reportgen.dossier.formulas.forms import Formulas, Tables
from reportgen.dossier.indicators import Indicator
from reportgen.dossier.kind_values import OptionalKind
from reportgen.dossier.kinds import Kind
from reportgen.dossier.profile import Profile, Recipient
from reportgen.dossier.sections import Section
from reportgen.dossier.signers import Signer
from reportgen.dossier.tree import YamlMap, YamlText, find
from reportgen.dossier.values import (
    BlankIsEmptyList,
    BlankIsEmptyMap,
    DocumentNumber,
    Line,
    Lines,
    Narrative,
    Narratives,
    OptionalCount,
    OptionalLine,
    OptionalText,
    SymbolPart,
    TextOrNothing,
)
from reportgen.problems import Place, Problem


class DossierForm(FigureRules):
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
    ky: Period | None = Field(
        default=None,
        description="Kỳ báo cáo: 9/2025, quý IV/2025, 2025, hoặc hai khoá con tu và den; văn bản "
        "không theo kỳ thì bỏ khoá này.",
    )
    han_nop: OptionalIssueDate = Field(
        default=None,
        description="Hạn nộp của kỳ này, ví dụ 20/10/2025; chỉ để lệnh status tính số ngày còn "
        "lại, không in ra.",
    )
    loai: OptionalKind = Field(
        default=None,
        description="Loại văn bản thay cho loại của mẫu, ví dụ ke_hoach, to_trinh, cong_van.",
    )
    ky_hieu: OptionalLine = Field(
        default=None,
        description="Ký hiệu của riêng văn bản này, ví dụ TTr-UBND; bình thường để chương trình "
        "tự lập từ loại và viet_tat.",
    )
    linh_vuc: SymbolPart = Field(
        default=None,
        description="Đơn vị soạn thảo hoặc lĩnh vực, nhóm sau trong ký hiệu công văn: KGVX.",
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
    can_cu: Narratives = Field(
        default=(), description="Các căn cứ ban hành, mỗi căn cứ một mục, không gõ dấu “;” ở cuối."
    )
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
    noi_nhan: tuple[Recipient, ...] | None = Field(
        default=None,
        description="Nơi nhận của riêng văn bản này, thay cho nơi nhận trong don_vi.yaml.",
    )
    luu: OptionalLine = Field(
        default=None, description="Dòng Lưu của riêng văn bản này, ví dụ VT, KGVX."
    )
    chu_ky: Annotated[tuple[Signer, ...], BlankIsEmptyList] = Field(
        default=(),
        description="Những người ký, từ trái sang phải, thay cho nguoi_ky trong don_vi.yaml "
        "(biên bản: thư ký rồi chủ tọa).",
    )
    khan: Literal["hoa_toc", "thuong_khan", "khan"] | None = Field(
        default=None, description="Mức độ khẩn: hoa_toc, thuong_khan hoặc khan."
    )
    pham_vi: Lines = Field(
        default=(), description="Chỉ dẫn phạm vi lưu hành, ví dụ LƯU HÀNH NỘI BỘ."
    )
    nguoi_soan_thao: OptionalLine = Field(
        default=None, description="Ký hiệu người soạn thảo, ví dụ PL."
    )
    so_ban: OptionalCount = Field(default=None, description="Số lượng bản phát hành, ví dụ 300.")
    dia_chi: Lines = Field(
        default=(),
        description="Địa chỉ, điện thoại, thư điện tử của cơ quan, in ở cuối trang đầu.",
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
    cong_thuc: Formulas = Field(
        default={},
        description="Chỉ tiêu tính từ chỉ tiêu khác hoặc từ bảng, theo mã: "
        "{tthc_tong: tthc_tinh + tthc_xa}.",
    )
    bang: Tables = Field(
        default={},
        description="Các bảng dùng trong công thức, theo tên: {tinh: tinh.xlsx}.",
    )
    bo_qua: Annotated[tuple[Exemption, ...], BlankIsEmptyList] = Field(
        default=(),
        description="Những điều reportgen check nêu mà người soạn đã xem và giữ nguyên, mỗi điều "
        "có mã và lý do.",
    )


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything about one document; the fields are called as in the YAML file.

    `dong_ky` is "" where the author wants no period line, None where the template's stands. `ky`
    is None for a document without a period. What the dossier says of recipients (`noi_nhan`,
    `luu`) is laid over its profile already. `profile_tree` is the profile as YAML holds it, the
    dossier's `ghi_de_don_vi` laid over it. `indicators` have the values of their formulas,
    `computed` says how they came about. `chu_ky` is empty where the profile's signer signs.
    """

    path: Path
    profile_path: Path
    tree: YamlMap
    mau: str
    so: str | None
    ngay: IssueDate | None
    ky: Period | None
    ten_loai: str | None
    trich_yeu: str | None
    dong_ky: str | None
    kinh_gui: tuple[str, ...]
    danh_so: tuple[str, ...] | None
    noi_dung: Mapping[str, Section]
    phu_luc: tuple[AppendixInput, ...]
    profile: Profile
    indicators: Mapping[str, Indicator]
    han_nop: IssueDate | None = None
    loai: Kind | None = None
    ky_hieu: str | None = None
    linh_vuc: str | None = None
    can_cu: tuple[Narrative, ...] = ()
    chu_ky: tuple[Signer, ...] = ()
    khan: Literal["hoa_toc", "thuong_khan", "khan"] | None = None
    pham_vi: tuple[str, ...] = ()
    nguoi_soan_thao: str | None = None
    so_ban: int | None = None
    dia_chi: tuple[str, ...] = ()
    bo_qua: tuple[Exemption, ...] = ()
    quan_he: tuple[RelationForm, ...] = ()
    bat_buoc: tuple[str, ...] = ()
    don_vi_tinh: Mapping[str, str] = field(default_factory=dict)
    luy_ke: tuple[str, ...] = ()
    bien_dong_toi_da: Decimal | None = None
    nguon_bat_buoc: bool = False
    profile_tree: YamlMap | None = None
    computed: Computed = field(default_factory=lambda: Computed({}))

    @property
    def signers(self) -> tuple[Signer, ...]:
        """Who signs, from left to right; at least one."""
        return self.chu_ky or (self.profile.nguoi_ky,)

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
