"""The columns of a manifest: which key of a dossier, or of its office's profile, each one is."""

import re
from collections.abc import Sequence

DOSSIER, NAME = "ho_so", "ten_tep"
NOTES = ("stt", "ghi_chu")
"""Columns for whoever keeps the table."""
FILES = ("don_vi", "chi_tieu")
KEYS = (
    *("mau", "so", "ngay", "ky", "han_nop", "loai", "ky_hieu", "linh_vuc", "ten_loai"),
    *("trich_yeu", "dong_ky", "kinh_gui", "luu", "khan", "nguoi_soan_thao", "so_ban"),
)
"""Keys of the dossier that one cell can say."""
OF_PROFILE = (*("co_quan_chu_quan", "co_quan_ban_hanh", "ten_goi", "cap", "dia_danh", "viet_tat"),)
OF_SIGNER = ("quyen_han", "chuc_vu", "chuc_danh", "cap_bac", "ho_ten")
_KEYED = {"noi_dung.": "tên khối", "bang.": "tên bảng", "phu_luc.": "số thứ tự"}
KNOWN = (DOSSIER, NAME, *FILES, *KEYS, *OF_PROFILE, *OF_SIGNER, *NOTES)
SPELT = (*KNOWN, *(f"{start}<{what}>" for start, what in _KEYED.items()))
"""All that a title may be, as a hint shows it."""
_STEPS: dict[str, tuple[str | int, ...]] = {
    **dict.fromkeys((DOSSIER, NAME, *NOTES), ()),
    **{key: (key,) for key in (*FILES, *KEYS)},
    **{key: ("ghi_de_don_vi", key) for key in OF_PROFILE},
    **{key: ("ghi_de_don_vi", "nguoi_ky", key) for key in OF_SIGNER},
}
_PART = re.compile(r"[a-z][a-z0-9_]*")


def steps_of(title: str) -> tuple[str | int, ...] | None:
    """The keys and indexes that lead to what a column is about; () for a column about no key.

    None for a title that is not known. `noi_dung.danh_gia` is a block's text, `bang.tinh` the file
    of a table that formulas reckon with, `phu_luc.2` the table of the second appendix.
    """
    key, _, rest = title.partition(".")
    if key in ("noi_dung", "bang") and _PART.fullmatch(rest):
        return (key, rest)
    if key == "phu_luc" and rest.isdecimal() and 0 < int(rest) < 1000:
        return (key, int(rest) - 1, "bang")
    return _STEPS.get(title)


def is_file(steps: Sequence[str | int]) -> bool:
    """Whether the cells under a column name files."""
    return steps[0] in (*FILES, "bang", "phu_luc")
