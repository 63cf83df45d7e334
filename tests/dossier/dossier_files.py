"""The least that loads, and the types of the fixtures that write and load it."""

from collections.abc import Callable
from pathlib import Path

from reportgen.dossier import Loaded
from reportgen.problems import Problem

PROFILE = """\
co_quan_chu_quan: UBND TỈNH KHÁNH HÒA
co_quan_ban_hanh: BAN CHỈ ĐẠO
dia_danh: Khánh Hòa
ky_hieu: BC-BCĐ
nguoi_ky:
  chuc_vu: TRƯỞNG BAN
  ho_ten: Nguyễn Khắc Toàn
noi_nhan:
  - Văn phòng Chính phủ (*báo cáo*)
luu: VT. ĐT
"""

DOSSIER = """\
mau: bao_cao_thang
ky: 9/2025
"""

Write = Callable[[str, str | bytes], Path]
Load = Callable[..., Loaded]
Faults = Callable[..., list[Problem]]
