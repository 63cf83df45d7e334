"""Dossiers of any size, written as the text files that a secretary would write."""

import textwrap
from pathlib import Path

PROFILE = """\
co_quan_chu_quan: UBND TỈNH KHÁNH HÒA
co_quan_ban_hanh: TỔ CÔNG TÁC ĐỀ ÁN 06
ten_goi: Tổ công tác Đề án 06 tỉnh Khánh Hòa
dia_danh: Khánh Hòa
ky_hieu: BC-TCTĐA06
viet_tat: TCTĐA06
nguoi_ky: {chuc_vu: TỔ TRƯỞNG, ho_ten: Nguyễn Văn A}
noi_nhan:
  - Văn phòng Chính phủ (*báo cáo*)
luu: VT
"""
HEAD = """\
mau: van_ban
loai: bao_cao
so: 442
ngay: 20/12/2025
trich_yeu: Kết quả triển khai Đề án 06
"""
_SENTENCES = (
    "Tổ công tác tiếp tục rà soát, làm sạch dữ liệu dân cư trên địa bàn, đúng tiến độ đã đề ra.",
    "Trong kỳ, các đơn vị tiếp nhận 12.{n:03d} hồ sơ trực tuyến, trả đúng hạn 11.{n:03d} hồ sơ.",
    "Công an các xã, phường phối hợp với đoàn thể tuyên truyền tới từng hộ, từng tổ dân phố.",
    "Những khó khăn về hạ tầng, đường truyền đã được báo cáo cấp có thẩm quyền xem xét, tháo gỡ.",
)
_OF_A_PAGE = 7  # paragraphs of four sentences


def of_pages(folder: Path, pages: int) -> Path:
    """A dossier of about so many pages of text under numbered headings, without notes."""
    return _written(folder, _text(pages * _OF_A_PAGE, notes=False))


def of_notes(folder: Path, notes: int) -> Path:
    """A dossier with so many footnotes, one to a paragraph of four sentences."""
    return _written(folder, _text(notes, notes=True))


def of_rows(folder: Path, rows: int) -> Path:
    """A dossier with a table of so many rows of five columns in an appendix."""
    path = _written(folder, _text(2, notes=False))
    lines = (
        f"{n},Xã số {n},{n * 7},{n * 5},Đã hoàn thành đợt {n % 9 + 1}" for n in range(1, rows + 1)
    )
    table = "\n".join(("TT,Tên xã,Hồ sơ,Đúng hạn,Ghi chú", *lines))
    (folder / "bang.csv").write_text(table + "\n", encoding="utf-8")
    appendix = "phu_luc:\n  - tieu_de: KẾT QUẢ TỪNG XÃ\n    bang: bang.csv\n"
    path.write_text(path.read_text(encoding="utf-8") + appendix, encoding="utf-8")
    return path


def _text(paragraphs: int, *, notes: bool) -> str:
    parts: list[str] = []
    for number in range(paragraphs):
        if number % 20 == 0:
            parts.append(f"# Nhóm nhiệm vụ thứ {number // 20 + 1}")
        call = f"[^n{number}]" if notes else ""
        parts.append(" ".join(_SENTENCES).format(n=number % 1000).removesuffix(".") + call + ".")
        if notes:
            parts.append(f"[^n{number}]: Báo cáo số {number + 1}/BC-TCT của Tổ công tác, mục 2.")
    return "\n\n".join(parts)


def _written(folder: Path, body: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "don_vi.yaml").write_text(PROFILE, encoding="utf-8")
    path = folder / "bao_cao.yaml"
    block = textwrap.indent(body, "    ")
    path.write_text(f"{HEAD}noi_dung:\n  toan_van: |\n{block}\n", encoding="utf-8")
    return path
