"""The issuer's profile (`don_vi.yaml`): what an office fills in once."""

from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from reportgen.dossier.forms import Form
from reportgen.dossier.values import BlankIsEmptyList, Line, OptionalLine, OptionalText, Text


class Recipient(Form):
    """One line of the recipients; in YAML a text alone is `ten`."""

    short_form: ClassVar[dict[str, Any]] = {
        "type": "string",
        "description": "Tên nơi nhận; có thể kèm ghi chú in nghiêng: Văn phòng Chính phủ "
        "(*báo cáo*). Không gõ dấu “-” và dấu “;”.",
    }

    ten: Line = Field(description="Tên nơi nhận, không có dấu “-” ở đầu và dấu “;” ở cuối.")
    ghi_chu: OptionalLine = Field(
        default=None, description="Ghi chú in nghiêng trong ngoặc: báo cáo, để phối hợp."
    )

    @model_validator(mode="before")
    @classmethod
    def _read_short_form(cls, value: object) -> object:
        return {"ten": value} if value is None or isinstance(value, str) else value


class Signer(Form):
    """Who signs (Phụ lục I, II.7)."""

    quyen_han: OptionalText = Field(
        default=None, description="Quyền hạn, ví dụ TM. BAN CHỈ ĐẠO; xuống dòng thì dùng |."
    )
    chuc_vu: Text = Field(description="Chức vụ của người ký, ví dụ TRƯỞNG BAN.")
    chuc_danh: OptionalText = Field(
        default=None,
        description="Chức danh khác, in phía trên họ tên, ví dụ CHỦ TỊCH UBND TỈNH.",
    )
    ho_ten: Line = Field(description="Họ và tên người ký, ví dụ Nguyễn Văn A.")


class Profile(Form):
    """The office that issues the document.

    `ten_goi` is never empty: where it is not typed it is the issuer's name as in a sentence.
    """

    co_quan_chu_quan: OptionalText = Field(
        default=None,
        description="Cơ quan chủ quản trực tiếp, in hoa không đậm ở dòng trên, ví dụ UBND TỈNH "
        "KHÁNH HÒA; nhiều dòng thì dùng |.",
    )
    co_quan_ban_hanh: Text = Field(
        description="Cơ quan ban hành, in hoa đậm; nhiều dòng thì dùng |."
    )
    ten_goi: Line = Field(
        default="",
        description="Tên cơ quan ban hành trong câu văn, ví dụ Ban Chỉ đạo tỉnh Khánh Hòa "
        "(dùng ở dòng “Kèm theo …” của phụ lục).",
    )
    dia_danh: Line = Field(description="Địa danh đứng trước ngày tháng, ví dụ Khánh Hòa.")
    ky_hieu: Line = Field(description="Ký hiệu văn bản sau số, ví dụ BC-BCĐ.")
    nguoi_ky: Signer = Field(description="Người ký: quyền hạn, chức vụ, chức danh, họ tên.")
    noi_nhan: Annotated[tuple[Recipient, ...], BlankIsEmptyList] = Field(
        default=(), description="Nơi nhận, mỗi nơi một mục, trừ dòng Lưu."
    )
    luu: Line = Field(default="VT", description="Dòng Lưu ở cuối nơi nhận, ví dụ VT. ĐT.")

    @model_validator(mode="before")
    @classmethod
    def _name_itself(cls, value: Any) -> Any:
        if not isinstance(value, dict) or str(value.get("ten_goi") or "").strip():
            return value
        issuer = value.get("co_quan_ban_hanh")
        if not isinstance(issuer, str) or not issuer.strip():
            return {key: item for key, item in value.items() if key != "ten_goi"}
        place = value.get("dia_danh")
        return value | {"ten_goi": in_a_sentence(issuer, place if isinstance(place, str) else "")}


def in_a_sentence(issuer: str, place: str) -> str:
    """The issuer's name as a sentence writes it: capitals only at its start and in the place.

    `BAN CHỈ ĐẠO TỈNH KHÁNH HÒA` in `Khánh Hòa` is `Ban chỉ đạo tỉnh Khánh Hòa`; a name that is
    not all in capitals stays as it stands.
    """
    name = " ".join(issuer.split())
    if name != name.upper():
        return name
    lowered = name[:1] + name[1:].lower()
    where = " ".join(place.split())
    return lowered.replace(where.lower(), where) if where else lowered
