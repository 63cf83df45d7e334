"""What a dossier says about findings that are to be let pass (`bo_qua`)."""

from pydantic import Field

from reportgen.dossier.forms import Form
from reportgen.dossier.values import Line, OptionalLine


class Exemption(Form):
    """Findings of one rule that the author has looked at and lets stand, and why.

    `doan` narrows it to findings whose words, or whose paragraph, contain it.
    """

    ma: Line = Field(description="Mã của quy tắc, ví dụ SL003 (xem: reportgen rules).")
    ly_do: Line = Field(description="Vì sao chỗ này đúng, để người xem lại sau biết.")
    doan: OptionalLine = Field(
        default=None,
        description="Chữ phải có trong chỗ được nêu hoặc trong đoạn đó; không ghi thì bỏ qua mọi "
        "chỗ mà quy tắc nêu trong văn bản này.",
    )
