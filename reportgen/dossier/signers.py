"""Who signs, and by what authority (Phụ lục I, II.7)."""

from pydantic import Field, ValidationInfo, field_validator

from reportgen.dossier.authority import (
    Fault,
    fault_of_authority,
    fault_of_name,
    fault_of_position,
)
from reportgen.dossier.forms import Form
from reportgen.dossier.values import Line, OptionalLine, OptionalText, Text, refusal


class Signer(Form):
    """One who signs; authority and position fit together."""

    quyen_han: OptionalText = Field(
        default=None,
        description="Quyền hạn: TM. BAN CHỈ ĐẠO, KT. CHỦ TỊCH, TL., TUQ.; xuống dòng thì dùng |.",
    )
    chuc_vu: Text = Field(description="Chức vụ của người ký, ví dụ TRƯỞNG BAN.")
    chuc_danh: OptionalText = Field(
        default=None,
        description="Chức danh khác, in phía trên họ tên, ví dụ CHỦ TỊCH UBND TỈNH.",
    )
    cap_bac: OptionalLine = Field(
        default=None,
        description="Cấp bậc in trước họ tên, ví dụ Đại tá; chỉ dùng ở đơn vị có cho_phep_cap_bac.",
    )
    ho_ten: Line = Field(description="Họ và tên người ký, ví dụ Nguyễn Văn A.")

    @field_validator("quyen_han")
    @classmethod
    def _marks_are_sound(cls, value: str | None) -> str | None:
        _refuse(fault_of_authority(value))
        return value

    @field_validator("chuc_vu")
    @classmethod
    def _position_fits(cls, value: str, info: ValidationInfo) -> str:
        _refuse(fault_of_position(info.data.get("quyen_han"), value))
        return value

    @field_validator("ho_ten")
    @classmethod
    def _name_stands_alone(cls, value: str) -> str:
        _refuse(fault_of_name(value), "HS030")
        return value


def _refuse(fault: Fault | None, code: str = "HS029") -> None:
    if fault is not None:
        raise refusal(code, fault.message, fault.hint)
