"""Small dossiers for tests, written as the text files that a secretary would write."""

import textwrap
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"

PROFILE = """\
co_quan_chu_quan: UBND TỈNH KHÁNH HÒA
co_quan_ban_hanh: TỔ CÔNG TÁC ĐỀ ÁN 06
ten_goi: Tổ công tác Đề án 06 tỉnh Khánh Hòa
dia_danh: Khánh Hòa
ky_hieu: BC-TCTĐA06
nguoi_ky:
  chuc_vu: TỔ TRƯỞNG
  chuc_danh: CHỦ TỊCH UBND TỈNH
  ho_ten: Nguyễn Tấn Tuân
noi_nhan:
  - Văn phòng Chính phủ (*báo cáo*)
  - Bộ Công an
luu: VT, NL
"""

HEAD = """\
mau: don_gian
so: 442
ngay: 20/12/2023
ky: 12/2023
"""


def write_dossier(
    folder: Path, body: str = "Nội dung.", *, head: str = HEAD, more: str = "", figures: str = ""
) -> Path:
    """A dossier of the template `don_gian`; `body` is its one block. Returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "don_vi.yaml").write_text(PROFILE, encoding="utf-8")
    if figures:
        (folder / "chi_tieu.csv").write_text(figures, encoding="utf-8")
    block = f"noi_dung:\n  than: |\n{textwrap.indent(body, '    ', lambda _: True)}\n"
    path = folder / "bao_cao.yaml"
    path.write_text(head + block + more, encoding="utf-8")
    return path
