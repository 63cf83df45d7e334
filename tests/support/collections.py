"""A dossier whose figures 15 departments and 64 communes deliver, and what they say."""

from collections.abc import Mapping
from pathlib import Path

PROFILE = """\
co_quan_chu_quan: UBND TỈNH KHÁNH HÒA
co_quan_ban_hanh: BAN CHỈ ĐẠO
dia_danh: Khánh Hòa
ky_hieu: BC-BCĐ
nguoi_ky: {chuc_vu: TRƯỞNG BAN, ho_ten: Nguyễn Văn A}
noi_nhan: [Văn phòng Chính phủ]
luu: VT
"""
DOSSIER = """\
mau: bao_cao_thang
ky: {tu: 16/8/2025, den: 15/9/2025}
han_nop: 18/9/2025
"""
DEPARTMENTS = tuple(f"Sở Thứ {number}" for number in range(1, 16))
COMMUNES = tuple(f"Xã Số {number:02d}" for number in range(1, 65))
HEADER = "ma,ten,thuc_hien,tong_so,don_vi_tinh,ky_truoc,nguon,don_vi_nop,tong_hop,ghi_chu"


def write_collection(folder: Path) -> Path:
    """The dossier with its profile, figures and list of communes; gives the dossier's path."""
    lines = ["# Số liệu tháng 9, giữ dòng này", HEADER]
    for number, name in enumerate(DEPARTMENTS, 1):
        lines += [
            f'dem_{number},"Hồ sơ, thứ {number}",,1000,hồ sơ,{100 + number},,{name},,giữ nguyên',
            f'ti_le_{number},Tỷ lệ thứ {number},,,,"50,5%",,{name},,',
        ]
    lines += [
        "xa_tong,Hộ đã rà soát,,500,hộ,,,cấp xã,tổng,",
        "xa_nhieu,Số cao nhất,,,lượt,,,cấp xã,lớn nhất,",
        "xa_tb,Tỷ lệ bình quân,,,%,,,cấp xã,trung_binh:xa_tong,",
        "khong_thu,Không ai nộp,7,,việc,,,,,",
    ]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "chi_tieu.csv").write_bytes(("\r\n".join(lines) + "\r\n").encode())
    (folder / "don_vi.yaml").write_text(PROFILE, encoding="utf-8")
    (folder / "xa.csv").write_text("ten\n" + "\n".join(COMMUNES) + "\n", encoding="utf-8")
    dossier = folder / "bao_cao.yaml"
    dossier.write_text(DOSSIER, encoding="utf-8")
    return dossier


def department_values(number: int) -> Mapping[str, object]:
    """What the department of that number delivers: (done, total), and a rate."""
    return {f"dem_{number}": (200 + number, 1000 + number), f"ti_le_{number}": 0.9031}


def commune_values(number: int) -> Mapping[str, object]:
    """What the commune of that number delivers; the rate's weight is its first figure."""
    return {"xa_tong": (10 + number, 100), "xa_nhieu": number * 3.5, "xa_tb": number / 100}
