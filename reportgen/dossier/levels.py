"""The level of the unit that an office belongs to: `tỉnh` or `thành phố`, `xã`, `phường`…"""

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from reportgen.dossier.values import refusal, text_of

#: Levels of the two tiers (Luật Tổ chức chính quyền địa phương 2025, Điều 1), as in a sentence.
LEVELS = ("tỉnh", "thành phố", "xã", "phường", "đặc khu")

_NOT_A_COMMUNE = r"(?<!hợp tác )(?<!thông tấn )(?<!thị )xã(?! hội)"
_LEVEL = re.compile(
    rf"\b(?:{'|'.join(_NOT_A_COMMUNE if one == 'xã' else one for one in LEVELS)})\b"
)


def level_in(*names: str) -> str:
    """The level that the first of the names to say one says; `tỉnh` where none does.

    `UBND THÀNH PHỐ HUẾ` says `thành phố`; `BẢO HIỂM XÃ HỘI` says nothing.
    """
    for name in names:
        if found := _LEVEL.search(" ".join(name.lower().split())):
            return found[0]
    return LEVELS[0]


def _level(value: object) -> str:
    text = " ".join(text_of(value).lower().split())
    if text not in LEVELS:
        hint = f"gõ một trong: {', '.join(LEVELS)}; không ghi thì suy từ tên cơ quan"
        raise refusal("HS012", f"“{text}” không phải là một cấp", hint)
    return text


Level = Annotated[
    str,
    BeforeValidator(_level),
    WithJsonSchema({"type": ["string", "null"], "enum": [*LEVELS, None]}),
]
