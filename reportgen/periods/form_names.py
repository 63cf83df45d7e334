"""Names, titles and marks of a form: what `form` writes and `collect` looks for."""

import hashlib
from collections.abc import Iterable, Sequence

from reportgen.dossier.dates import Period
from reportgen.periods.figures import Figure
from reportgen.result_names import DEVICE
from reportgen.vietnamese import format_date_short, plain_name

SHEET = "Biểu số liệu"
INFORMATION = "thong_tin"
CODE, NAME, UNIT = "Mã", "Tên chỉ tiêu", "Đơn vị tính"
PREVIOUS, NOW, TOTAL, NOTE = "Kỳ trước", "Thực hiện kỳ này", "Tổng số", "Ghi chú"
TITLES = ("STT", CODE, NAME, UNIT, PREVIOUS, NOW, TOTAL, NOTE)
DATED = "Ngày lập biểu:"
UNIT_LINE, PERIOD_LINE = "Đơn vị báo cáo:", "Kỳ báo cáo:"
#: Titles that a returned table may have, also one typed by hand, and the column that each means.
COLUMNS = {
    "ma": "ma",
    "thuc_hien_ky_nay": "thuc_hien",
    "thuc_hien": "thuc_hien",
    "tong_so": "tong_so",
    "ghi_chu": "ghi_chu",
    "don_vi_tinh": "don_vi_tinh",
}
KEYS = ("ma_bieu", "don_vi", "tu_ngay", "den_ngay")


def period_text(period: Period) -> str:
    """`từ ngày 16/8/2025 đến ngày 15/9/2025`."""
    return f"từ ngày {format_date_short(period.tu)} đến ngày {format_date_short(period.den)}"


def fingerprint(period: Period, figures: Iterable[Figure]) -> str:
    """What changes when the period, the codes, their units or kinds change; sixteen signs."""
    parts = [str(period.tu), str(period.den)]
    parts += [f"{one.code}|{one.unit}|{one.is_rate}|{one.has_total}" for one in figures]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def file_names(units: Sequence[str]) -> list[str]:
    """The file names of units' forms, without suffix; equal ones are numbered."""
    seen: dict[str, int] = {}
    names: list[str] = []
    for unit in units:
        name = plain_name(unit)[:80] or "don_vi"
        name = f"don_vi_{name}" if DEVICE.fullmatch(name) else name
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return names
