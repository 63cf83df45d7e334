"""Write examples/so_sanh_vung/tinh.xlsx: 34 provinces as a sending system exports them.

All figures are specimens, made so that they can be reckoned by hand: the province with the number
i in the decree's list has 10.000 + 500·i files and 1.000 + 100·i million đồng. Two title rows,
headings over several columns, a row of column numbers, codes as text, total row at the end.
"""

from datetime import datetime
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.places import provinces
from reportgen.writers.xlsx import workbook_bytes

TARGET = Path(__file__).parents[1] / "examples" / "so_sanh_vung" / "tinh.xlsx"
REGIONS = {
    "Trung du và miền núi phía Bắc": (60, "04 08 11 12 14 15 19 20 25"),
    "Đồng bằng sông Hồng": (80, "01 22 24 31 33 37"),
    "Bắc Trung Bộ": (70, "38 40 42 44 46"),
    "Duyên hải Nam Trung Bộ và Tây Nguyên": (0, "48 51 52 56 66 68"),
    "Đông Nam Bộ": (85, "75 79 80"),
    "Đồng bằng sông Cửu Long": (65, "82 86 91 92 96"),
}
#: Share of files handed in online, where it is not the region's.
ONLINE = {"48": 90, "51": 74, "52": 70, "56": 77, "66": 68, "68": 72}
#: Share of people content with the service, 90 elsewhere.
CONTENT = {"48": 95, "51": 92, "52": 90, "56": 93, "66": 89, "68": 91}
HEADINGS = {
    "A4": "TT", "B4": "Mã", "C4": "Tỉnh, thành phố", "D4": "Vùng", "E4": "Hồ sơ",
    "E5": "Tiếp nhận", "F5": "Trực tuyến", "G4": "Tỷ lệ hài lòng", "H4": "Kinh phí (triệu đồng)",
}  # fmt: skip
MERGED = ("A1:H1", "A2:H2", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:F4", "G4:G5", "H4:H5")


def main() -> None:
    workbook = Workbook()
    sheet = workbook.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("openpyxl gave no sheet")
    sheet.title = "Số liệu"
    sheet["A1"] = "BẢNG TỔNG HỢP TIẾP NHẬN HỒ SƠ THEO TỈNH, THÀNH PHỐ"
    sheet["A2"] = "(Số liệu MINH HỌA, không phải số liệu thật)"
    for cell, title in HEADINGS.items():
        sheet[cell] = title
    for cells in MERGED:
        sheet.merge_cells(cells)
    sheet.append([f"({number})" for number in range(1, 9)])
    rows = [_row(number, one.code, one.name) for number, one in enumerate(provinces(), 1)]
    for row in rows:
        sheet.append(row)
        sheet.cell(sheet.max_row, 7).number_format = "0.00%"
    sums = zip(*((row[4], row[5], row[7]) for row in rows), strict=True)
    received, online, money = map(sum, sums)
    sheet.append(["", "", "Cả nước", "", received, online, None, money])
    for letter, width in zip("ABCDEFGH", (5, 6, 18, 36, 12, 12, 12, 14), strict=True):
        sheet.column_dimensions[letter].width = width
    TARGET.write_bytes(workbook_bytes(workbook, datetime(2025, 10, 1)))


def _row(number: int, code: str, name: str) -> tuple[int, str, str, str, int, int, Decimal, int]:
    region = next(region for region, (_, codes) in REGIONS.items() if code in codes.split())
    received = 10_000 + 500 * number
    online = received * ONLINE.get(code, REGIONS[region][0]) // 100
    content = Decimal(CONTENT.get(code, 90)) / 100
    return number, code, name, region, received, online, content, 1_000 + 100 * number


if __name__ == "__main__":
    main()
