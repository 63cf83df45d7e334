"""The issuer's profile (`don_vi.yaml`): what an office fills in once."""

from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from reportgen.dossier.forms import Form
from reportgen.dossier.levels import Level, level_in
from reportgen.dossier.signers import Signer
from reportgen.dossier.values import (
    BlankIsEmptyList,
    BlankIsEmptyMap,
    Line,
    LineOrNothing,
    OptionalLine,
    OptionalText,
    SymbolPart,
    Text,
    YesNo,
    refusal,
)


class Recipient(Form):
    """One line of the recipients; in YAML a text alone is `ten`.

    As typed it may stand for a group (`nhom`) instead; a loaded profile has no such items.
    """

    short_form: ClassVar[dict[str, Any]] = {
        "type": "string",
        "description": "Tên nơi nhận; có thể kèm ghi chú in nghiêng: Văn phòng Chính phủ "
        "(*báo cáo*). Không gõ dấu “-” và dấu “;”.",
    }

    ten: LineOrNothing = Field(
        default="", description="Tên nơi nhận, không có dấu “-” ở đầu và dấu “;” ở cuối."
    )
    ghi_chu: OptionalLine = Field(
        default=None, description="Ghi chú in nghiêng trong ngoặc: báo cáo, để phối hợp."
    )

    nhom: OptionalLine = Field(
        default=None, description="Tên một nhóm trong nhom_noi_nhan; cả nhóm được in ở chỗ này."
    )

    @model_validator(mode="before")
    @classmethod
    def _read_short_form(cls, value: object) -> object:
        return {"ten": value} if value is None or isinstance(value, str) else value

    @model_validator(mode="after")
    def _names_one_or_a_group(self) -> Self:
        if not self.ten and self.nhom is None:
            hint = "gõ tên nơi nhận sau dấu “-”, hoặc {nhom: tên nhóm}"
            raise refusal("HS013", "nơi nhận này chưa có tên", hint)
        if self.nhom is not None and (self.ten or self.ghi_chu):
            hint = "ghi tên và ghi chú ở từng nơi nhận của nhóm"
            raise refusal("HS017", "không thể ghi nhom cùng ten hay ghi_chu", hint)
        return self


class Profile(Form):
    """The office that issues the document.

    `ten_goi` is never empty: where it is not typed it is the issuer's name as in a sentence.
    `cap` not typed is the level that the names of the offices or the place say.
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
    cap: Level = Field(
        default="tỉnh",
        description="Cấp của đơn vị, viết như trong câu: tỉnh hoặc thành phố; ở cấp xã: xã, phường "
        "hoặc đặc khu. Câu có sẵn của mẫu dùng chữ này (UBND tỉnh, UBND thành phố). Không ghi thì "
        "suy từ tên cơ quan ban hành, cơ quan chủ quản, tên gọi, địa danh; không suy được thì "
        "là tỉnh.",
    )
    dia_danh: Line = Field(description="Địa danh đứng trước ngày tháng, ví dụ Khánh Hòa.")
    viet_tat: SymbolPart = Field(
        default=None,
        description="Chữ viết tắt tên cơ quan trong ký hiệu, ví dụ UBND, BCĐ; ký hiệu mỗi loại "
        "văn bản tự lập từ đây: TTr-UBND.",
    )
    ky_hieu: OptionalLine = Field(
        default=None,
        description="Ký hiệu văn bản sau số, ví dụ BC-BCĐ; có viet_tat thì không cần ghi.",
    )
    cho_phep_cap_bac: YesNo = Field(
        default=False, description="có: được in cấp bậc trước họ tên người ký (lực lượng vũ trang)."
    )
    nguoi_ky: Signer = Field(description="Người ký: quyền hạn, chức vụ, chức danh, họ tên.")
    noi_nhan: Annotated[tuple[Recipient, ...], BlankIsEmptyList] = Field(
        default=(), description="Nơi nhận, mỗi nơi một mục, trừ dòng Lưu."
    )
    nhom_noi_nhan: Annotated[
        dict[str, Annotated[tuple[Recipient, ...], BlankIsEmptyList]], BlankIsEmptyMap
    ] = Field(
        default={},
        description="Những nhóm nơi nhận dùng lại nhiều lần; noi_nhan gọi bằng - nhom: tên nhóm.",
    )
    luu: Line = Field(default="VT", description="Dòng Lưu ở cuối nơi nhận, ví dụ VT. ĐT.")

    @field_validator("nguoi_ky")
    @classmethod
    def _rank_is_allowed(cls, value: Signer, info: ValidationInfo) -> Signer:
        if value.cap_bac and not info.data.get("cho_phep_cap_bac"):
            raise refusal("HS030", *rank_refusal(value.cap_bac))
        return value

    @model_validator(mode="before")
    @classmethod
    def _fill_in_what_names_say(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        issuer, above, name, place = (
            _typed(value, key)
            for key in ("co_quan_ban_hanh", "co_quan_chu_quan", "ten_goi", "dia_danh")
        )
        given = {key: item for key, item in value.items() if key not in ("ten_goi", "cap")}
        if str(value.get("ten_goi") or "").strip():
            given["ten_goi"] = value["ten_goi"]
        elif issuer:
            given["ten_goi"] = in_a_sentence(issuer, place)
        blank = not str(value.get("cap") or "").strip()
        return given | {"cap": level_in(issuer, above, name, place) if blank else value["cap"]}


def _typed(value: dict[Any, Any], key: str) -> str:
    text = value.get(key)
    return text.strip() if isinstance(text, str) else ""


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


def rank_refusal(rank: str) -> tuple[str, str]:
    """Message and hint: no rank before a name, the armed forces excepted (Phụ lục I, II.7)."""
    hint = "bỏ cap_bac; đơn vị lực lượng vũ trang thì ghi cho_phep_cap_bac: có trong don_vi.yaml"
    return f"đơn vị này không in cấp bậc “{rank}” trước họ tên", hint
