"""A commented `don_vi.yaml` for an office, ready to be used and to be filled in."""

import json
import re

from reportgen.starters.offices import Office

_PLAIN = re.compile(r"[^\W_][^:#\n\"{}\[\]|>&*!%@`]*")

_TEXT = """\
# {title}: thông tin của cơ quan, khai một lần cho mọi hồ sơ trong thư mục này.
# Sửa những dòng cần sửa; dòng bắt đầu bằng dấu # là ghi chú, không in ra.
# Riêng một văn bản khác đi (ký thay, đổi nơi nhận…) thì ghi dưới khoá ghi_de_don_vi của hồ sơ đó.

# Cơ quan chủ quản trực tiếp: dòng trên, in hoa, không đậm. Không có thì bỏ dòng này.
{superior}
# Cơ quan ban hành: in hoa, đậm. Xuống dòng ở đâu thì in xuống dòng ở đó.
co_quan_ban_hanh: |
{issuer}

# Tên cơ quan khi nhắc trong câu: “{told} báo cáo …”.
ten_goi: {name}
# Cấp của đơn vị: tỉnh, thành phố; xã, phường, đặc khu. Câu có sẵn của mẫu dùng chữ này:
# “UBND {level}”, “trên địa bàn {level}”.
cap: {level}

# In trước ngày tháng: “{place}, ngày …”. Nơi mang tên người, chữ số, sự kiện lịch sử thì ghi
# đầy đủ cả cấp: Thành phố Hồ Chí Minh, Phường 1 Bảo Lộc.
dia_danh: {place}
# Chữ viết tắt của cơ quan, do người đứng đầu quy định. Ký hiệu tự lập từ đây: BC-{short}.
viet_tat: {short}

nguoi_ky:
  # Quyền hạn: TM. (thay mặt tập thể), KT. (ký thay), TL. (thừa lệnh), TUQ. (thừa uỷ quyền).
  # Q. (quyền) thì ghi ở chuc_vu: Q. GIÁM ĐỐC. Cấp phó ký thay: quyen_han KT., chuc_vu PHÓ … .
  # Người đứng đầu cơ quan theo chế độ thủ trưởng ký thì bỏ dòng này.
{authority}  chuc_vu: {position}
  # Chức danh khác, in ngay trên họ tên; không có thì để nguyên dấu #.
  # chuc_danh: CHỦ TỊCH UBND {seat}
  ho_ten: Nguyễn Văn A

# Nơi nhận, mỗi nơi một dòng sau dấu “-”. Dấu gạch đầu dòng và dấu “;” tự in.
noi_nhan:
{recipients}
# Nhóm nơi nhận dùng lại nhiều lần; gọi trong noi_nhan bằng “- nhom: ten_nhom”.
# nhom_noi_nhan:
#   ten_nhom:
#     - Nơi nhận thứ nhất
#     - Nơi nhận thứ hai

# Dòng cuối của Nơi nhận: “- Lưu: VT.” Thêm chữ viết tắt của đơn vị soạn thảo: VT, NC.
luu: VT
"""
_AUTHORITY = "  quyen_han: {}\n"
_NO_AUTHORITY = "  # quyen_han: KT. {}\n"


def profile_text(office: Office) -> str:
    """The YAML of a profile; `load_dossier` takes it as it stands."""
    return _TEXT.format(
        title=office.title,
        superior=_superior(office),
        issuer="".join(f"  {line}\n" for line in office.issuer).rstrip("\n"),
        name=_scalar(office.name),
        told=office.name,
        level=office.level,
        seat=office.level.upper(),
        place=_scalar(office.place),
        short=_scalar(office.abbreviation),
        authority=(_AUTHORITY if office.authority else _NO_AUTHORITY).format(
            office.authority or office.position
        ),
        position=office.position,
        recipients="".join(f"  - {_scalar(one)}\n" for one in office.recipients),
    )


def _superior(office: Office) -> str:
    if not office.superior:
        return "# co_quan_chu_quan:\n"
    mark = "" if office.superior_printed else "# "
    return f"{mark}co_quan_chu_quan: {_scalar(office.superior)}\n"


def _scalar(text: str) -> str:
    """The text as a YAML scalar, quoted where it would be read as something else."""
    harmless = _PLAIN.fullmatch(text.replace(" (*báo cáo*)", ""))
    return text if harmless else json.dumps(text, ensure_ascii=False)
