"""A section of the report as the author changes it: text put in its place or added, or dropped."""

from typing import Any, ClassVar, Self

from pydantic import Field, model_validator

from reportgen.dossier.forms import Form
from reportgen.dossier.values import OptionalLine, OptionalNarrative, YesNo, kind, refusal

_ONE_OF = ("thay", "them", "bo", "khong_co")


class Section(Form):
    """What a dossier says about one block of the template; at most one of `thay`, `them`, `bo`,
    `khong_co` is set.

    In YAML a text alone is `thay`, and nothing is `khong_co` (the standing phrase).
    """

    short_form: ClassVar[dict[str, Any]] = {
        "type": ["string", "number", "boolean", "null"],
        "description": "Lời văn thay cho lời văn sẵn có của mẫu; để trống thì in câu mặc định "
        "(chẳng hạn “không phát sinh.”).",
    }

    thay: OptionalNarrative = Field(
        default=None, description="Lời văn thay cho lời văn sẵn có; đầu mục giữ nguyên."
    )
    them: OptionalNarrative = Field(
        default=None, description="Lời văn thêm vào sau lời văn sẵn có."
    )
    tieu_de: OptionalLine = Field(
        default=None, description="Tiêu đề thay cho tiêu đề sẵn có của mục."
    )
    bo: YesNo = Field(default=False, description="có: bỏ hẳn mục này, kể cả đầu mục.")
    khong_co: YesNo = Field(
        default=False, description="có: chỉ in câu mặc định, chẳng hạn “không phát sinh.”"
    )

    @model_validator(mode="before")
    @classmethod
    def _read_short_forms(cls, value: object) -> object:
        if isinstance(value, list):
            hint = (
                "gõ | sau khoá rồi xuống dòng; các dòng “- …” thụt vào bên dưới khi đó là lời văn"
            )
            raise refusal("HS012", f"cần lời văn, nhưng YAML hiểu đây là {kind(value)}", hint)
        if _blank(value):
            return {"khong_co": True}
        if isinstance(value, str):
            return {"thay": value}
        if isinstance(value, dict) and "thay" in value and _blank(value["thay"]):
            others = {key: typed for key, typed in value.items() if not _blank(typed)}
            return others if others.keys() & set(_ONE_OF) else {**others, "khong_co": True}
        return value

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        said = [key for key in _ONE_OF if getattr(self, key)]
        if self.bo and self.tieu_de:
            said.append("tieu_de")
        if len(said) > 1:
            message = f"không thể ghi cùng lúc {' và '.join(said)}"
            raise refusal("HS017", message, f"giữ lại một khoá, xoá {_others(said)}")
        return self


def _blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _others(said: list[str]) -> str:
    return " hoặc ".join(said[1:]) if len(said) == 2 else "các khoá còn lại"
