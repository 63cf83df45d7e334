"""Totals, percentages, changes and numbers of rows in tables."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.manuscripts import subject

from reportgen.checks.figures import RULES
from reportgen.checks.figures.column_formulas import Formula, Operation, is_numbering, read_formula
from reportgen.checks.finding import Finding
from reportgen.vietnamese import format_number

OWN = tuple(rule for rule in RULES if "SL040" <= rule.code < "SL050")


def findings(text: str) -> list[Finding]:
    """Of a table typed with `;` between cells, a row a line."""
    made = subject([row.strip().split(";") for row in text.strip().split("\n")])
    return [finding for rule in OWN for finding in rule.check(made)]


def told(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.quote) for finding in findings(text)]


SLIPS = {
    "a total below": (
        """STT;Đơn vị;Tiếp nhận;Giải quyết
        1;Sở Tư pháp;1.224;1.200
        2;Sở Nội vụ;482;470
        3;Sở Y tế;581;560
        ;Tổng cộng;2.287;2.320""",
        [("SL040", "2.320")],
    ),
    "a total on top": (
        """TT;Địa phương;Số xã;Số thôn
        ;Toàn tỉnh;16;122
        1;Khu vực Bắc;6;40
        2;Khu vực Nam;10;80""",
        [("SL040", "122")],
    ),
    "sections and a grand total": (
        """STT;Lĩnh vực;Tiếp nhận;Giải quyết
        I;Cấp tỉnh;150;140
        1;Tư pháp;100;95
        2;Nội vụ;50;45
        II;Cấp xã;80;77
        1;Hộ tịch;60;58
        2;Đất đai;20;19
        ;Tổng số;230;271""",
        [("SL040", "271")],
    ),
    "sums of groups below each": (
        """STT;Đơn vị;Số hồ sơ;Trực tuyến
        1;Xã A;10;4
        2;Xã B;20;8
        ;Cộng I;30;12
        3;Xã C;7;3
        4;Xã D;8;3
        ;Cộng II;15;6
        ;Tổng cộng;45;81""",
        [("SL040", "81")],
    ),
    "one cell that its row and its column speak against": (
        """Đơn vị;Tổng số;Cấp tỉnh;Cấp xã;Tỷ lệ cấp tỉnh (%)
        A;75;50;25;66,67
        B;48;31;17;64,58
        C;38;26;18;52,63
        D;30;20;10;66,67
        Tổng cộng;191;121;70;63,35""",
        [("SL040", "26")],
    ),
    "a wrong total that a rate is reckoned from": (
        """Đơn vị;Kế hoạch;Thực hiện;Tỷ lệ (%)
        A;120;90;75
        B;80;50;62,5
        C;60;51;85
        Tổng cộng;260;119;73,46""",
        [("SL040", "119")],
    ),
    "a declared sum": (
        """Đơn vị;Tổng (2=3+4);Tỉnh (3);Xã (4)
        A;75;50;25
        B;49;31;17""",
        [("SL042", "49")],
    ),
    "a numbering row with formulas": (
        """STT;Đơn vị;Kế hoạch;Thực hiện;Tỷ lệ
        1;2;3;4;5=4/3
        1;Xã A;120;90;75%
        2;Xã B;80;50;62,5%
        3;Xã C;60;51;58%""",
        [("SL043", "58%")],
    ),
    "a percentage before its figures": (
        """Chỉ tiêu;Tỷ lệ (%);Đã cấp;Tổng số
        A;75;90;120
        B;62,5;50;80
        C;58;51;60""",
        [("SL043", "58")],
    ),
    "a growth": (
        """Chỉ tiêu;Tháng 8;Tháng 9;So với tháng trước (%)
        A;120;150;25
        B;80;60;-25
        C;60;84;4,0""",
        [("SL044", "4,0")],
    ),
    "a repeated number": (
        """STT;Đơn vị
        1;Sở Tư pháp
        2;Sở Nội vụ
        2;Sở Y tế
        3;Sở Xây dựng""",
        [("SL045", "2")],
    ),
    "a wrong number amid a table": (
        """STT;Đơn vị
        1;Sở Tư pháp
        2;Sở Nội vụ
        4;Sở Y tế
        4;Sở Xây dựng
        5;Sở Tài chính""",
        [("SL045", "4")],
    ),
    "a number repeated, the next one right": (
        """STT;Đơn vị
        1;Sở Tư pháp
        2;Sở Nội vụ
        2;Sở Y tế
        4;Sở Xây dựng
        5;Sở Tài chính""",
        [("SL045", "2")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SLIPS.values(), ids=SLIPS)
def test_a_slip_in_a_table_is_found_at_its_cell(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


CLEAN = {
    "an average in the total's row": """Đơn vị;Số hồ sơ;Đúng hạn;Tỷ lệ (%);Điểm bình quân
        A;100;90;90;8,5
        B;50;40;80;7,5
        Toàn tỉnh;150;130;86,67;8,1""",
    "rates of the whole province": """Đơn vị;Mức độ hài lòng
        A;95
        B;91
        Toàn tỉnh;93""",
    "of which": """STT;Đơn vị;Số hồ sơ
        1;Xã A;10
        ;Trong đó: trực tuyến;6
        2;Xã B;20
        ;Trong đó: trực tuyến;9
        ;Tổng cộng;30""",
    "rounded money": """Đơn vị;Kế hoạch (triệu đồng);Giải ngân (triệu đồng)
        A;120,4;90,4
        B;80,4;50,4
        C;60,4;51,4
        Tổng cộng;261,3;192,3""",
    "years as headers": """Chỉ tiêu;2023;2024;2025
        Số trường;10;12;15
        Số lớp;100;120;150
        Số thầy cô;70;80;90""",
    "groups that are not added": """STT;Chỉ tiêu;Đơn vị tính;Số liệu
        1;Tổng số TTHC;Thủ tục;2.310
        1.1;Số TTHC cấp tỉnh;Thủ tục;1.865
        1.2;Số TTHC cấp xã;Thủ tục;445
        1.3;Số TTHC ngành dọc;Thủ tục;420""",
    "numbers that start again in groups": """STT;Nhiệm vụ
        I;Thể chế
        1;Rà soát
        2;Ban hành
        II;Hạ tầng
        1;Đầu tư
        2;Vận hành""",
    "some numbers of another list": """STT;Tiêu chí;Điểm
        7;Chuyển đổi số;4,0
        7.4;Ứng dụng;4,0
        7.4.3;Hệ thống báo cáo;1,0
        7.4.4;Số hóa hồ sơ;1,0
        7.4.7;Thanh toán trực tuyến;2,0
        8;Tác động;4,5""",
    "groups by letters": """STT;Nhiệm vụ
        A;Thể chế
        1;Rà soát
        B;Hạ tầng
        1;Đầu tư
        C;Dữ liệu
        1;Làm sạch
        D;Nhân lực
        1;Đào tạo""",
    "the leaders and our place": """TT;Tỉnh;Điểm
        1;Bắc Ninh;92
        2;Hải Phòng;91
        3;Đồng Nai;90
        15;Lâm Đồng;88""",
    "a rate cut off": """Chỉ tiêu;Tổng;Đạt;Tỷ lệ %
        A;3;2;66,66
        B;7;5;71,43
        C;9;5;55,55""",
    "an empty cell among the parts": """Đơn vị;Tổng số;Nam;Nữ
        A;10;10;
        B;20;12;8
        C;7;-;7
        D;9;4;5""",
    "a fall told without its sign": """Đơn vị;Kỳ trước;Kỳ này;Giảm
        A;10;7;3
        B;20;12;8
        C;9;4;5""",
    "codes": """STT;Mã đơn vị;Số hồ sơ
        1;101;5
        2;102;7
        3;103;8
        ;Tổng cộng;20""",
    "one row only": """Đơn vị;Tổng số;Nam
        A;10;4""",
}  # fmt: skip


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN)
def test_a_table_without_a_slip_is_left_alone(text: str) -> None:
    assert told(text) == []


counts = st.integers(min_value=1, max_value=99_999)
rows_of_counts = st.lists(st.lists(counts, min_size=3, max_size=3), min_size=3, max_size=12)


def as_text(rows: list[list[int]], total: list[int]) -> str:
    lines = [
        ";".join([f"Xã {index}", *(format_number(Decimal(value)) for value in row)])
        for index, row in enumerate([*rows, total])
    ]
    lines[-1] = lines[-1].replace(f"Xã {len(rows)};", "Tổng cộng;")
    return "\n".join(["Đơn vị;Hồ sơ nhận;Hồ sơ trả;Hồ sơ chờ", *lines])


@given(rows_of_counts)
def test_a_table_that_adds_up_is_never_found(rows: list[list[int]]) -> None:
    total = [sum(column) for column in zip(*rows, strict=True)]
    assert told(as_text(rows, total)) == []


@given(rows_of_counts, st.integers(0, 2), st.integers(1, 5000), st.booleans())
def test_one_changed_total_is_always_found(
    rows: list[list[int]], column: int, off: int, less: bool
) -> None:
    total = [sum(figures) for figures in zip(*rows, strict=True)]
    changed = [*total]
    changed[column] += -off if less and off < total[column] else off
    found = findings(as_text(rows, changed))
    assert [one.quote for one in found] == [format_number(Decimal(changed[column]))]


@given(rows_of_counts, st.data())
def test_one_changed_cell_is_always_found_by_its_columns_total(
    rows: list[list[int]], data: st.DataObject
) -> None:
    total = [sum(figures) for figures in zip(*rows, strict=True)]
    row = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.integers(0, 2))
    rows[row][column] += data.draw(counts)
    assert [one.quote for one in findings(as_text(rows, total))] == [
        format_number(Decimal(total[column]))
    ]


def test_formulas_in_headers_are_read() -> None:
    assert read_formula("tổng số (3)=(4)+(5)+(6)") == Formula(Operation.SUM, ("4", "5", "6"))
    assert read_formula("Tỷ lệ (5=4/3)") == Formula(Operation.SHARE, ("4", "3"))
    assert read_formula("5=4/3*100%") == Formula(Operation.SHARE, ("4", "3"))
    assert read_formula("(6)=(5)-(4)") == Formula(Operation.DIFFERENCE, ("5", "4"))
    assert read_formula("6=(5-4)/4") == Formula(Operation.GROWTH, ("5", "4"))
    assert read_formula("Trực tuyến = 0 Phát phiếu = 1") is None
    assert read_formula("Không = 0 Có = 1") is None


def test_a_row_that_numbers_columns_is_told_from_a_row_of_figures() -> None:
    assert is_numbering(["(1)", "(2)", "(3)=(4)+(5)", "(4)", "(5)"])
    assert is_numbering(["A", "B", "1", "2", "3=1+2"])
    assert not is_numbering(["1", "Xã A", "3", "4"])
    assert not is_numbering(["5", "9", "12"])


def test_ten_thousand_rows_take_little_time() -> None:
    rows = [["Đơn vị", "Tổng số", "Cấp tỉnh", "Cấp xã", "Tỷ lệ (%)"]]
    rows += [[f"Xã {index}", str(index + 7), str(index), "7", "50"] for index in range(10_000)]
    made = subject(rows)
    begun = time.process_time()
    for rule in OWN:
        list(rule.check(made))
    assert time.process_time() - begun < 5
