"""Figures that are not written the Vietnamese way, and those that are."""

import pytest
from support.manuscripts import subject

from reportgen.checks.figures import (
    backward_range,
    broken_groups,
    comma_thousands,
    decimal_dot,
    mixed_marks,
    percent_signs,
    share_above_all,
    spaced_groups,
    ungrouped_thousands,
)
from reportgen.checks.finding import Finding
from reportgen.checks.running import find

RULES = (
    decimal_dot.RULE,
    comma_thousands.RULE,
    broken_groups.RULE,
    mixed_marks.RULE,
    spaced_groups.RULE,
    ungrouped_thousands.RULE,
    *percent_signs.RULES,
    share_above_all.RULE,
    backward_range.RULE,
)


def findings(*lines: str, **parts: object) -> tuple[Finding, ...]:
    return find(subject(*lines, **parts), RULES)


WRONG = [
    ("đạt tỷ lệ 90.31%; Thu nhận, kích hoạt", "SL001", "90.31%", "90,31%"),
    ("Tốc độ tăng trưởng đạt 7.5% so với năm 2024.", "SL001", "7.5%", "7,5%"),
    ("Tổng mức đầu tư 3.5 triệu đồng.", "SL001", "3.5", "3,5"),
    ("Thu ngân sách 1.5 tỷ đồng.", "SL001", "1.5", "1,5"),
    ("Lượng mưa đo được 125.5 mm.", "SL001", "125.5", "125,5"),
    ("Chỉ số đạt 0.765 điểm.", "SL001", "0.765", "0,765"),
    ("Giảm -0.5% so với tháng trước.", "SL001", "-0.5%", "-0,5%"),
    ("Diện tích trồng mới 12.50 ha.", "SL001", "12.50", "12,50"),
    ("Chỉ số hài lòng: 85.36.", "SL001", "85.36", "85,36"),
    ("Đã tiếp nhận 24,765 hồ sơ.", "SL002", "24,765", "24.765"),
    ("Trồng được 12,500 cây phân tán.", "SL002", "12,500", "12.500"),
    ("Dân số toàn tỉnh 1,365,565 người.", "SL002", "1,365,565", "1.365.565"),
    ("Nông dân: 65.181; Cao tuổi: 55.180; Hưu trí: 24,765;", "SL002", "24,765", "24.765"),
    ("Đã cấp 12,340/12.493 thẻ.", "SL002", "12,340", "12.340"),
    ("cho 12.597/15.16 cơ quan, tổ chức", "SL003", "15.16", "15.160"),
    ("Tổng số 12.34.567 hồ sơ.", "SL003", "12.34.567", "1.234.567"),
    ("Tổng số 1365.565 hồ sơ.", "SL003", "1365.565", "1.365.565"),
    ("Tổng thu 1,365.25 tỷ đồng.", "SL004", "1,365.25", "1.365,25"),
    ("Cấp 85.217 thẻ cho 1 365 565 người.", "SL005", "1 365 565", "1.365.565"),
    ("Đã giải quyết 85217/94.887 hồ sơ.", "SL006", "85217", "85.217"),
    ("Có 1.234 hộ, 2.345 hộ, 5.678 hộ và 12345 hộ.", "SL006", "12345", "12.345"),
    ("Tỷ lệ đạt 90,31%%.", "SL007", "%%", "%"),
    ("Các xã đạt 1%, 2%, 3%, 4% và 5 %.", "SL008", "5 %", "5%"),
    ("Hồ sơ trực tuyến chiếm tỷ lệ 105,2%.", "SL014", "105,2%", "100%"),
    ("Năng suất tăng từ 15% đến 12%.", "SL015", "15% đến 12%", "khoảng"),
    ("Kinh phí khoảng 5 - 3 tỷ đồng.", "SL015", "5 - 3", "khoảng"),
]


@pytest.mark.parametrize(("line", "code", "quote", "said"), WRONG)
def test_a_slip_is_found_once_at_its_words(line: str, code: str, quote: str, said: str) -> None:
    (finding,) = findings(line)
    assert (finding.code, finding.quote) == (code, quote)
    assert said.lower() in f"{finding.message} {finding.hint}".lower()


RIGHT = """
GRDP tăng 8,01%; CPI bình quân tăng 3,68% so với cùng kỳ
ước đạt 12.345,6 tỷ đồng, bằng 98,5% kế hoạch, tăng 12,3% so với cùng kỳ
Tổng thu ngân sách 18.245,3 tỷ đồng, bằng 104,2% dự toán
Giải ngân 3.456,789 tỷ đồng/5.000 tỷ đồng, đạt 69,1%
xử phạt 31.501 trường hợp với số tiền 53,143 tỷ đồng, tạm giữ 15.976 phương tiện
chi 24,765 triệu đồng; 12,345 ha đất rừng; 3,250 kg; 1,125 điểm
Bình quân 3,125 người/hộ; bình quân đạt 1,234 lượt mỗi người
tăng 1.234; đã cấp 15.160 thẻ; tổng số 2.156 TTHC
Ngày 19.9.2025; tháng 9.2025; ngày 30.7 tổ chức hội nghị; từ 1.7 đến 30.9, đã có 5 vụ
1.1. Kết quả thực hiện; 4.2. Triển khai cung cấp
Theo Biểu số 1.1 và 2.3; tiêu chí 17.1, 17.2; tiểu mục 2.1 phần II; nội dung 3.2.1
ứng dụng VNeID 2.1; phần mềm MISA 7.5; cách mạng công nghiệp 4.0
mã thủ tục 1.004227.000.00.00.H32; máy chủ 192.168.1.10; ĐT 0258.3822.229
Mô hình 15,16,17; các Điều 5,6,7; dịch vụ công mức độ 1,2
năm 2025 có 2025 hồ sơ; 1.103 người; 2.066 người; 5.170 người
Mã số 12345; CCCD 056085001234; số tài khoản 3713.0.1012345.00000
1.234 hộ, 2.345 hộ, 5.678 hộ; Công văn số 12345/UBND-NC
giảm từ 15% đến 12%; giảm nghèo từ 15% xuống 12%; từ 12% đến 15%; 12 - 15%
Lãi suất 10-12%/năm; 2-3 tỷ đồng; thí điểm từ 5 đến 7 ngày; thời hạn giảm từ 7 đến 5 ngày
trẻ em từ 12-17 tuổi được tiêm mũi 2 đạt 98,2%
Khu vực dịch vụ chiếm 31,31%; chiếm tỷ trọng 56,34%; bằng 105,2% kế hoạch, đạt 120%
diện tích 173 ha, bằng 123,5% kế hoạch và tăng 23,5% so với cùng kỳ
kỳ họp thứ 14, khóa XVII, nhiệm kỳ 2021-2026; 14/19 tiêu chí, 67/75 chỉ tiêu
thu được trên 25 tỷ 941 triệu đồng; thu nhập 64,4 triệu đồng/người/năm
Khởi tố 40 vụ/224 đối tượng; xử lý 1 vụ/25 đối tượng; 85,3 ca/100.000 dân
tăng 0,5 điểm %, giảm 0,45 điểm phần trăm
tỷ lệ 98,2 % và 95,5%
Số liệu: 2.345 (nam 1.200, nữ 1.145)
tuyến đường dài 12,5 km, rộng 7,5 m, tại Km01+400
năm 2024 là 25.178 người; năm 2023 là 23.744 người; năm 2022: 1.256
""".strip().splitlines()


@pytest.mark.parametrize("line", RIGHT)
def test_what_is_written_well_is_left_alone(line: str) -> None:
    assert [(finding.code, finding.quote) for finding in findings(line)] == []


def test_a_count_with_a_comma_is_told_with_both_readings() -> None:
    (finding,) = findings("Nông dân: 65.181; Cao tuổi: 55.180; Hưu trí: 24,765;")
    assert "số lẻ" in finding.message
    assert "nếu đúng là số lẻ" in finding.hint


def test_a_comma_in_a_column_of_thousands_is_found() -> None:
    table = [["Xã", "Số hộ"], ["A", "1.234"], ["B", "2.345"], ["C", "24,765"], ["D", "3.456"]]
    (finding,) = findings("Biểu:", tables=[table])
    assert (finding.code, finding.quote) == ("SL002", "24,765")


def test_a_column_of_decimals_is_left_alone() -> None:
    table = [
        ["Xã", "Diện tích"],
        ["A", "1.234,5"],
        ["B", "24,765"],
        ["C", "31,250"],
        ["D", "3.456"],
    ]
    assert findings("Biểu:", tables=[table]) == ()


def test_a_slip_that_runs_down_a_column_is_told_once() -> None:
    rows = [[f"Xã {number}", f"9{number}.31", f"8{number}.5%"] for number in range(9)]
    first, second = findings("Biểu:", tables=[[["Xã", "Điểm", "Tỷ lệ"], *rows]])
    assert (first.quote, second.quote) == ("90.31", "80.5%")
    assert "còn 8 chỗ nữa" in first.message


def test_thousands_without_dots_throughout_are_told_at_the_first_with_their_number() -> None:
    grouped = "Có 1.234 hộ, 2.345 hộ và 5.678 hộ."
    few = findings(
        grouped, *(f"Năm nay có {count} hộ." for count in (1234, 2345, 3456, 4567, 5678))
    )
    assert [finding.quote for finding in few] == ["1234", "2345", "3456", "4567", "5678"]
    (many,) = findings(grouped, *(f"Năm nay có {count} hộ." for count in range(1234, 1240)))
    assert many.quote == "1234"
    assert "còn 5 chỗ nữa" in many.message


def test_a_dot_in_a_cell_is_found_but_not_in_a_column_of_numbering() -> None:
    table = [["STT", "Chỉ số", "Điểm"], ["10.1", "Công khai", "85.36"], ["10.2", "Tiến độ", "90,1"]]
    (finding,) = findings("Biểu:", tables=[table])
    assert finding.quote == "85.36"


def test_a_document_that_always_sets_off_the_percent_sign_is_left_alone() -> None:
    assert findings("đạt 1 %, 2 %, 3 % và 4 %") == ()


def test_odd_percent_signs_are_told_together() -> None:
    glued = ", ".join(f"{number}%" for number in range(10, 22))
    (finding,) = findings(f"đạt {glued}", "tăng 5 %, giảm 6 %")
    assert finding.quote == "5 %"
    assert "2 chỗ" in finding.message


def test_spaces_between_thousands_throughout_are_left_alone() -> None:
    assert findings("Đã cấp 1 365 565 thẻ cho 2 218 975 người") == ()


def test_footnotes_are_read_too() -> None:
    (finding,) = findings("Theo báo cáo[^1].", notes={1: "Đạt 90.31% kế hoạch."})
    assert finding.quote == "90.31%"
    assert finding.passage is not None
    assert finding.passage.note == 1
