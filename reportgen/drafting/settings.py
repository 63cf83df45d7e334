"""What a template says of itself in `mau.yaml`."""

from typing import Annotated

from pydantic import Field

from reportgen.dossier import AppendixDefaults
from reportgen.dossier.figure_rules import FigureRules
from reportgen.dossier.formulas.forms import Formulas
from reportgen.dossier.kind_values import OptionalKind
from reportgen.dossier.values import (
    BlankIsEmptyList,
    BlankIsEmptyMap,
    Line,
    OptionalLine,
    OptionalText,
    Text,
)


class Settings(FigureRules):
    """`mau.yaml`, a template's own or laid over that of the template it extends."""

    ten: OptionalLine = Field(default=None, description="Tên mẫu, như tên thư mục.")
    mo_ta: OptionalLine = Field(default=None, description="Một dòng nói mẫu dùng để làm gì.")
    loai: OptionalKind = Field(
        default=None, description="Loại văn bản: bao_cao, ke_hoach, cong_van…"
    )
    ten_loai: OptionalText = Field(
        default=None, description="Tên loại in thay cho tên của loại: BÁO CÁO NHANH."
    )
    trich_yeu: OptionalText = Field(default=None, description="Trích yếu; có thể có công thức.")
    dong_ky: OptionalText = Field(
        default=None, description="Dòng thời gian trong ngoặc dưới trích yếu."
    )
    danh_so: Annotated[tuple[Line, ...], BlankIsEmptyList] = Field(
        default=(), description="Cách đánh số từng cấp đầu mục: [I., 1., a)]."
    )
    tuy_chon: Annotated[tuple[Line, ...], BlankIsEmptyList] = Field(
        default=(), description="Những khối chỉ in khi hồ sơ ghi khoá của khối đó."
    )
    cau_mac_dinh: Annotated[dict[str, Text], BlankIsEmptyMap] = Field(
        default={}, description="Câu in khi hồ sơ để trống một khối; “chung” cho mọi khối khác."
    )
    cong_thuc: Formulas = Field(
        default={},
        description="Chỉ tiêu tính từ chỉ tiêu khác, theo mã; hồ sơ ghi khác thì theo hồ sơ.",
    )
    phu_luc: AppendixDefaults = Field(
        default=AppendixDefaults(), description="Hướng giấy và các cột của mọi phụ lục."
    )
    ke_thua: OptionalLine = Field(default=None, description="Tên mẫu mà mẫu này kế thừa.")
