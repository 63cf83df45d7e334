"""What is a figure in a sentence, and what only looks like one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.checks.figures.clauses import around, clauses
from reportgen.checks.figures.model import Figure, Fraction, Notation
from reportgen.checks.figures.phrasing import sentences
from reportgen.checks.figures.printing import printed, printed_figure, printed_rate
from reportgen.checks.figures.scan import scan


def words(text: str) -> list[str]:
    return [text[token.start : token.end] for token in scan(text)]


def only_figure(text: str) -> Figure:
    (token,) = scan(text)
    assert isinstance(token, Figure)
    return token


NO_FIGURES = """
Kế hoạch số 2943/KH-UBND ngày 29/8/2025 của Ủy ban nhân dân tỉnh
Công văn số 57-CV/TU ngày 05/9/2025 của Tỉnh ủy; Kết luận số 186-KL/TW
Nghị quyết số 02/2024/NQ-HĐND ngày 11/6/2024; Thông tư số 01/2023/TT-VPCP
Công điện 144/CĐ-TTg; Văn bản số 1580/TCTTKĐA ngày 22/5/2023; Quyết định số 45/QĐ
Kế hoạch phối hợp số 6559/KHPPH-TCTĐA06CP-TCTĐA06KH ngày 04/7/2023
(Kèm theo Tờ trình số     /TTr-UBND ngày   /9/2025)
Khánh Hòa, ngày 05 tháng 01 năm 2025
từ ngày 16/8/2025 đến ngày 15/9/2025; từ ngày 16/8 đến 15/9; kể từ 01/01
trong tháng 8-9/2025; các ngày 12, 13, 14/9/2025; ngày 12-13/9; hết ngày 30.9.2025
quý IV/2025; quý 3 năm 2025; năm 2023, 2024 và 2025; giai đoạn 2022-2025; 2021 - 2025
nhiệm kỳ 2020 - 2025; năm học 2024-2025; tầm nhìn đến năm 2030; Đại hội lần thứ 18; so với 2024
Kỷ niệm Quốc khánh 2/9, chào mừng 30/4 và 01/5
Đề án 06; Nghị định 30; Chương trình 135; Luật 76; Đề án 06/CP; Nghị quyết 57
Mô hình 15 và 23; (Mô hình 27, 28, 29, 30, 31); Mô hình 5: Triển khai nền tảng
khoản 2 Điều 5; điểm b khoản 1 Điều 21a; Điều 12, 13 và 14; Mục 1; Phụ lục 2; Bảng 3; tiểu mục 2.1
tiêu chí 17.1, 17.2 và 17.3; Biểu số 1.1; nội dung 3.2.1; phiên bản 2.1
mức độ 2; cấp 1, cấp 2; Phường 1; thôn 3; tổ 12 khu phố 3; Khu vực 5; Hội trường số 1
Quốc lộ 1A; Quốc lộ 27C; tỉnh lộ 8; đường Vành đai 2; tại Km01+400; đường 23/10
an ninh mạng 24/7; trực 24/24 giờ; cách mạng công nghiệp 4.0; mạng 4G/5G; Windows 10; Covid-19; H5N1
Phòng PC06; Cục C06; Đội 3; NQ57; TCVN ISO 9001:2015; TCVN 6909:2001; iOS 17
1. Chỉ đạo, triển khai thực hiện
1.1. Tập trung thực hiện rà soát
1.1 Kết quả thực hiện
(1) Hội Nông dân; (2) Hội Người cao tuổi; ⁽¹⁾ Tính đến nay
khách sạn 2-3*; Khách sạn 5*
lúc 14 giờ 30 ngày 12/9/2025; 8h30; 8 giờ 00 phút; 14:30; từ 10h sáng
Điện thoại: 0258.3822.229; (0258) 3822 229; hotline 1900 1234; ĐT: 0905123456
Điện thoại cố định 0258.3822.123 - 3822.124
CCCD 056123456789; MST: 4200123456-001; Số TK 1234567890; số điện thoại 0905 123 456
thủ tục 1.004227.000.00.00.H32; thủ tục 2.000815; máy chủ 192.168.1.10
https://chuyendoiso.khanhhoa.gov.vn/tin/2025/09; <http://nq57.vn>; a1.b2@khanhhoa.gov.vn
Khách sạn Red, địa chỉ: 14 Trịnh Phong; số nhà 14B Mạc Đình Chi; khu đất số 170 Lê Hồng Phong
Tọa độ 12°15' vĩ độ Bắc; tỷ lệ 1:2000
hồ sơ 123/456/789
""".strip().splitlines()


@pytest.mark.parametrize("text", NO_FIGURES)
def test_dates_numbers_names_and_codes_are_no_figures(text: str) -> None:
    assert words(text) == []


FIGURES = {
    "đạt 7,25%": ["7,25%"],
    "ước đạt 12.345,6 tỷ đồng, bằng 98,5% kế hoạch, tăng 12,3%": ["12.345,6", "98,5%", "12,3%"],
    "1.234 ha; 35,6 độ; 12.000m2; 15km; 1,5 m3/giây; 200g": [
        "1.234", "35,6", "12.000", "15", "1,5", "200",
    ],
    "05 đồng chí; 06 tháng cuối năm; 90 ngày đêm": ["05", "06", "90"],
    "tăng (+5,2%); giảm -3,4%; thay đổi \u22122,1%": ["+5,2%", "-3,4%", "\u22122,1%"],
    "12/12 chỉ tiêu; 8/8 dịch vụ công; 64/64 Ủy ban nhân dân": ["12/12", "8/8", "64/64"],
    "đạt 80% (8/10)": ["80%", "8/10"],
    "1.103/1.350, tỷ lệ 81,7%": ["1.103/1.350", "81,7%"],
    "2.066 hồ sơ/2.200 hồ sơ": ["2.066 hồ sơ/2.200"],
    "1.234,5/3.456,7 tỷ đồng": ["1.234,5/3.456,7"],
    "40 vụ/224 đối tượng": ["40", "224"],
    "85,3 ca/100.000 dân": ["85,3", "100.000"],
    "1 365 565 hồ sơ": ["1 365 565"],
    "1\u00a0365\u00a0565 hồ sơ và 1\u202f365 người": ["1\u00a0365\u00a0565", "1\u202f365"],
    "đã cấp 12 345 thẻ": ["12 345"],
    "tỷ lệ 90,31 %": ["90,31 %"],
    "Đã cấp: 2.000.680/2.215.460 công dân": ["2.000.680/2.215.460"],
    "gồm: Sở Tư pháp (06), Công an tỉnh (19)": ["06", "19"],
    "(1) Hội Nông dân: 65.181; (2) Hội Cựu chiến binh: 27.391": ["65.181", "27.391"],
    "trên tổng số 94.887 đối tượng; trong số 12 xã": ["94.887", "12"],
    "cấp 21 giấy phép; đã cấp 85.217 CCCD; mức 1.490.000 đồng; mức 12,5%": [
        "21", "85.217", "1.490.000", "12,5%",
    ],
    "Kế hoạch 98,5%; Kế hoạch 150 ha; Đề án 120 tỷ đồng": ["98,5%", "150", "120"],
    "2025 hồ sơ; 1990 người": ["2025", "1990"],
    "Trong tháng 9/2025: 16.769 lượt": ["16.769"],
    "1.1. Kết quả 12 vụ": ["12"],
    "Thông tin người hưởng lương hưu: 24,765;": ["24,765"],
    "2.156": ["2.156"],
    "tài khoản mức độ 2 (đạt 75%)": ["75%"],
    "năm 2025 300 hồ sơ": ["300"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FIGURES.items())
def test_figures_are_found_at_their_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


NOTATIONS = [
    ("376", "376", Notation.PLAIN),
    ("1365565", "1365565", Notation.PLAIN),
    ("1.365.565", "1365565", Notation.VIETNAMESE),
    ("đạt 1.234,50 tỷ đồng", "1234.50", Notation.VIETNAMESE),
    ("24,765 tỷ đồng", "24.765", Notation.VIETNAMESE),
    ("15.160 hồ sơ", "15160", Notation.VIETNAMESE),
    ("tăng 1.234", "1234", Notation.VIETNAMESE),
    ("90.31%", "0.9031", Notation.DECIMAL_DOT),
    ("90.315%", "0.90315", Notation.DECIMAL_DOT),
    ("3.5 triệu", "3.5", Notation.DECIMAL_DOT),
    ("1.7325 ha", "1.7325", Notation.DECIMAL_DOT),
    ("1.7325 hồ sơ", "17325", Notation.BROKEN_GROUPS),
    ("24,765 hồ sơ", "24765", Notation.COMMA_GROUPS),
    ("1,365,565", "1365565", Notation.COMMA_GROUPS),
    ("12.34.567", "1234567", Notation.BROKEN_GROUPS),
    ("1365.565", "1365565", Notation.BROKEN_GROUPS),
    ("1,365.25", "1365.25", Notation.MIXED),
    ("1 365 565", "1365565", Notation.SPACED),
]


@pytest.mark.parametrize(("text", "value", "notation"), NOTATIONS)
def test_a_figure_knows_its_value_and_how_it_is_written(
    text: str, value: str, notation: Notation
) -> None:
    figure = only_figure(text)
    assert (figure.value, figure.notation) == (Decimal(value), notation)


def test_a_figure_knows_its_unit_its_scale_and_whether_it_is_an_estimate() -> None:
    figure = only_figure("đã chi trả trên 14,4 tỷ đồng")
    assert (figure.unit, figure.scale, figure.approximate) == ("tỷ đồng", Decimal(10**9), True)
    assert only_figure("tăng 0,5 điểm %").unit == "điểm %"
    assert only_figure("có 2.156 TTHC (cấp tỉnh)").unit == "tthc"
    assert only_figure("kỷ niệm 80 năm Ngày truyền thống").unit == "năm"
    assert only_figure("giá 15tr/tấn").scale == 10**6
    assert only_figure("2,5 triệu đồng/ha").unit == "triệu đồng/ha"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("đạt 12 - 15%", ["0.12", "0.15"]),
        ("độ ẩm 80-85%", ["0.80", "0.85"]),
        ("từ 5 đến 7 ngày", ["5", "7"]),
        ("2,5 - 3 triệu đồng/ha", ["2.5", "3"]),
    ],
)
def test_both_ends_of_a_range_have_the_same_unit(text: str, values: list[str]) -> None:
    first, last = scan(text)
    assert isinstance(first, Figure)
    assert isinstance(last, Figure)
    assert [first.value, last.value] == list(map(Decimal, values))
    assert (first.unit, first.scale, first.percent) == (last.unit, last.scale, last.percent)
    assert first.of_range
    assert last.of_range


def test_a_total_without_its_last_digit_is_read_as_thousands() -> None:
    (fraction,) = scan("cho 12.597/15.16 cơ quan, tổ chức")
    assert isinstance(fraction, Fraction)
    assert fraction.whole.notation is Notation.BROKEN_GROUPS
    assert fraction.whole.value == 15160


@given(st.text(alphabet=" 0123456789.,/%-–()+:ngàytháđồồsTQĐ-\u00a0\n", max_size=120))
def test_scanning_never_fails_and_offsets_hold(text: str) -> None:
    end = 0
    for token in scan(text):
        assert end <= token.start < token.end <= len(text)
        end = token.end
        if isinstance(token, Figure):
            assert text[token.start : token.end] == token.text
        else:
            for figure in (token.part, token.whole):
                assert text[figure.start : figure.end] == figure.text


@given(st.text(max_size=80))
def test_any_text_can_be_scanned_and_split(text: str) -> None:
    scan(text)
    for spans in (sentences(text), clauses(text)):
        assert all(start < end for start, end in spans)
        assert list(spans) == sorted(spans)


def test_a_long_text_is_scanned_in_a_moment() -> None:
    sentence = (
        "Đã cấp 85.217/94.887 thẻ, đạt 89,81%; năm 2025 có 12 xã theo Kế hoạch số 5/KH-UBND. "
    )
    assert len(scan(sentence * 400)) == 3 * 400


def test_sentences_and_clauses_end_at_their_marks_only() -> None:
    text = "TP. Nha Trang đạt 90,3%; phường 1.250 hộ. Ngày 01/9, đã cấp 12 thẻ, trong đó 5 thẻ mới."
    assert text[slice(*sentences(text)[0])].endswith("1.250 hộ")
    assert len(sentences(text)) == 2
    assert [text[start:end] for start, end in clauses(text)] == [
        "TP. Nha Trang đạt 90,3%",
        "phường 1.250 hộ",
        "Ngày 01/9, đã cấp 12 thẻ",
        "trong đó 5 thẻ mới",
    ]
    start = text.index("1.250")
    assert around(text, start, start + 5) == ("phường ", " hộ")


def test_figures_are_printed_with_the_decimals_that_they_have() -> None:
    assert printed(Decimal("1365565.5")) == "1.365.565,5"
    assert printed_rate(Decimal("0.89809"), 2) == "89,81%"
    assert printed_figure(only_figure("12.50%")) == "12,50%"
    assert printed_figure(only_figure("tăng +12.3%")) == "+12,3%"
