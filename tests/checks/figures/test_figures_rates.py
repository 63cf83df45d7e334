"""Percentages held against the two figures that they are told of."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.manuscripts import subject

from reportgen.checks.figures import cut_off_rate, not_whole, part_over_whole, wrong_rate
from reportgen.checks.figures.rate_pairs import rate_pairs
from reportgen.checks.finding import Finding
from reportgen.checks.running import find
from reportgen.problems import Severity
from reportgen.vietnamese import format_number, format_rate, format_ratio_pair, round_half_up

RULES = (wrong_rate.RULE, cut_off_rate.RULE, not_whole.RULE, part_over_whole.RULE)


def findings(line: str) -> tuple[Finding, ...]:
    return find(subject(line), RULES)


WRONG = [
    ("làm sạch dữ liệu đạt 89% (85.217/94.887)", "SL011", "89%", "89,81%"),
    ("12.340/12.493 người nhận trợ cấp 1 lần (đạt tỷ lệ 98,77%)", "SL011", "98,77%", "98,78%"),
    ("cho 12.597/15.160 cơ quan, đạt tỷ lệ 83,0%", "SL011", "83,0%", "83,1%"),
    ("Đã cấp 85.217 thẻ trên tổng số 94.887 người, đạt 89%.", "SL011", "89%", "89,81%"),
    ("có 12.340 trong tổng số 12.493 trường hợp, đạt 97,78%", "SL010", "97,78%", "98,78%"),
    ("Giải quyết 1.234/1.250 hồ sơ, đạt 98,27%, tăng 2,1%.", "SL010", "98,27%", "98,72%"),
    ("Đạt tỷ lệ 98,3% (1.103/1.350) trong tháng.", "SL010", "98,3%", "81,7%"),
    ("Đã cấp: 2.000.680/2.215.460 công dân - đạt tỷ lệ 93.01%", "SL010", "93.01%", "90,31%"),
    ("cập nhật 79/131 phiếu được đánh giá đúng (đạt 63,0%)", "SL010", "63,0%", "60,3%"),
    ("Đã cấp 84.016/tổng số 152.336 hộ, đạt 55,3%.", "SL010", "55,3%", "55,2%"),
    ("Giải quyết 45/50 hồ sơ đạt 95%.", "SL010", "95%", "90%"),
    ("Tỷ lệ giải ngân 1.234,5/3.456,7 tỷ đồng, đạt 37,51%.", "SL010", "37,51%", "35,71%"),
    ("2.066 hồ sơ/2.200 hồ sơ, tỷ lệ 99,31%", "SL010", "99,31%", "93,91%"),
    ("Khám phá 45/50 vụ án, đạt 80%; trọng án 5/5 vụ, đạt 100%.", "SL010", "80%", "90%"),
    ("tiêm chủng 5.662/6.668 đối tượng, tỷ lệ 48,91%", "SL010", "48,91%", "84,91%"),
    ("xảy ra 96 vụ, đã điều tra khám phá 82 vụ, đạt 84,5%.", "SL010", "84,5%", "85,4%"),
    ("Tiếp nhận 1.250 đơn, đã giải quyết 1.120 đơn (đạt 98,6%).", "SL010", "98,6%", "89,6%"),
    ("Giải ngân 4.215/6.830 tỷ đồng, đạt 67,1% kế hoạch vốn.", "SL010", "67,1%", "61,7%"),
    ("Thu hoạch 19.396 ha/40.831 ha, đạt 45,7% diện tích gieo trồng.", "SL010", "45,7%", "47,5%"),
    ("Trồng 1.256/1.200 ha rừng (đạt 100% kế hoạch).", "SL010", "100%", "104,67%"),
    ("hộ nghèo 125/2.134 hộ = 6,85%", "SL010", "6,85%", "5,86%"),
    ("25/40 trường hợp (đạt 38%); còn lại chuyển kỳ sau", "SL010", "38%", "62,5%"),
    ("25/40 trường hợp, đạt 38%, còn 15 trường hợp.", "SL010", "38%", "62,5%"),
    ("đạt 94,4% trẻ em trên địa bàn tỉnh (267.831/269.424)", "SL010", "94,4%", "99,4%"),
    ("đã cập nhật 6.979/6.997 người có công (đạt 100%)", "SL012", "100%", "còn thiếu 18"),
    ("xã, phường hoàn thành đạt 100% (63/64)", "SL012", "100%", "98,44%"),
    ("Đã cấp 12.979/12.493 người, đạt tỷ lệ 98,78%.", "SL013", "12.979/12.493", "lớn hơn"),
    ("Đã tiếp nhận 1.350/1.103 hồ sơ.", "SL013", "1.350/1.103", "lớn hơn"),
    ("Có 12.493 người trong tổng số 12.340 người đến khám.", "SL013", "12.493 người", "lớn hơn"),
]


@pytest.mark.parametrize(("line", "code", "quote", "said"), WRONG)
def test_a_wrong_rate_is_found_once(line: str, code: str, quote: str, said: str) -> None:
    (finding,) = findings(line)
    assert finding.code == code
    assert finding.quote.startswith(quote)
    assert said in f"{finding.message} {finding.why} {finding.hint}"


RIGHT = """
Giải ngân 4.215/6.830 tỷ đồng, đạt 61,7% kế hoạch vốn; trồng 1.256/1.200 ha (đạt 104,7% chỉ tiêu)
Thu ngân sách 3.798/3.756 tỷ đồng, đạt 105% dự toán, bằng 89,8% dự toán thành phố giao
Có 12/15 xã thu hoạch xong, đạt 85% diện tích gieo trồng; 12/15 xã, đạt 75% kế hoạch
xảy ra 96 vụ, đã điều tra khám phá 82 vụ, đạt 85,4%; tiếp nhận 120 đơn, giải quyết 96 đơn (80%)
tiếp nhận 1.250 hồ sơ, đã giải quyết 1.200 hồ sơ, đúng hạn 98,5%; có 5 xã, làm rõ 3 vụ, đạt 50%
tiếp nhận 1.250 hồ sơ, đã giải quyết 1.200 hồ sơ đạt 98,5% đúng hạn; giải quyết 12 đơn, đạt 100%
đạt tỷ lệ 30% (4/15 sở, ngành và 38/124 UBND cấp xã)
Tiếp nhận 1.200/536 hồ sơ, gấp 2,24 lần cùng kỳ.
tổng số chuyến có hành khách checkin qua VNeID: 1.103/1.350, tỷ lệ 81,7%
đã có 79/131 phiếu được Cục Cảnh sát đánh giá đảm bảo đúng, đầy đủ thông tin (đạt 60,3%)
460/475 đơn vị đã triển khai, tỉ lệ: 96,8% (cấp THPT: 33/34; cấp THCS: 116/118)
Đã rà soát 98% dữ liệu người dân đang tham gia Bảo hiểm xã hội (1.141.885/1.170.778)
tiếp nhận hồ sơ qua VNeID đạt 94% (2.066/2.200)
57.241/68.963 trường hợp, đạt tỷ lệ 83%; đạt 83% (57.241/68.963)
7.730/7.743 trường hợp nhận Bảo hiểm thất nghiệp (đạt tỷ lệ 99,8%)
10/10 nhiệm vụ đạt kết quả tốt, cụ thể: (1) sổ sức khỏe đạt 31,33% dân số (695.205/2.218.975)
dữ liệu tiêm chủng (207.914/282.654, đạt 73,6%, đã tạm dừng cập nhật)
15/15 đơn vị hoàn thành 100% phiếu khảo sát, đã có 79/131 phiếu đạt yêu cầu
cho 12.597/15.16 cơ quan, tổ chức, đạt tỷ lệ 83,1%
Có 12/15 đơn vị hoàn thành 100% chỉ tiêu
100% (64/64) xã, phường đã ban hành kế hoạch
64/64 xã, phường có tỷ lệ hồ sơ trực tuyến đạt 85,5%
15/15 sở, ngành đạt tỷ lệ số hóa 95,2%
53/54 tỉnh có tỷ lệ tiêm vắc-xin phòng chống bệnh sởi đạt 95,2%
Đã có 40/64 xã giải ngân đạt 75%
Có 30/64 xã đạt tỷ lệ trên 50% hồ sơ trực tuyến; trong 6 tháng, 45/50 xã đạt 90% trở lên
Có 10/64 xã có tỷ lệ hộ nghèo dưới 5%, 20/64 xã có tỷ lệ dưới 10%
Diện tích gieo trồng đạt 12.345 ha/12.000 ha, đạt 102,9% kế hoạch
Thu ngân sách 18.245,3/17.500 tỷ đồng, đạt 104,3%, tăng 9,7% so với cùng kỳ
Khám cho 1.256/1.200 lượt người, đạt 104,7% chỉ tiêu
Trồng 1.256/1.200 cây theo kế hoạch; vượt chỉ tiêu: 45/40 mô hình
giải quyết 1.234/1.250 hồ sơ, tăng 5,2% so với cùng kỳ; giảm 3,4% (1.234/1.250)
Số thu BHXH: 1.234,56 tỷ đồng/1.500 tỷ đồng đạt 82,3% KH giao
Còn 9.670/94.887 đối tượng (10,19%) chưa làm sạch; đã làm sạch 85.217/94.887, còn 10,19%
Chưa giải quyết 10,19% (85.217/94.887 đã làm sạch)
điều tra khám phá 597/726 vụ (đạt 82,2%); bắt, xử lý 1.121 đối tượng
khám phá 65/74 vụ phạm tội, trong đó có 9/10 vụ án rất nghiêm trọng
triệt phá 77 vụ/103 đối tượng; khởi tố 3 vụ/3 bị can; 1 vụ/25 đối tượng
mầm non có 171/218 trường đạt chuẩn, chiếm tỷ lệ 78,44%; trong đó có 8 trường mức độ 2
trung học cơ sở có 136/177 trường đạt CQG, chiếm tỷ lệ hơn 76,8%
toàn tỉnh đã tiêm 5.662/6.668 đối tượng còn sót, tiêm vét mũi một, tỷ lệ 84,91%
tốt 12/80 (15%), khá 45/80 (56,25%), đạt 23/80 (28,75%)
Nam 1.200/2.345 (51,17%), nữ 1.145/2.345 (48,83%)
tỷ lệ hồ sơ trực tuyến 95,5% (1.234/1.292), trong đó toàn trình 80,2% (990/1.234)
PAR INDEX xếp 9/63 tỉnh, thành phố (tăng 26 bậc); 39/51 bộ và 22/63 địa phương giải ngân thấp
tỷ lệ nam/nữ là 112/100; đường 112/5; nhà số 120/15 Lê Lợi; huyết áp 140/90 mmHg
bản đồ tỷ lệ 1/500; 1/3 số hộ, tỷ lệ 3/4; trực 24/24 giờ, tỷ lệ 85%
12.000 người trong tổng số 15.000 người; khoảng 1.200/1.350 hồ sơ, đạt 90%
Từ ngày 16/8 đến 15/9, tỷ lệ đạt 85%; ngày 30/4, đạt 95%; kỷ niệm 2/9, đạt 100%
Quyết định số 45/QĐ-UBND đạt 85%; Đề án 06 đạt 92%; 8/8 dịch vụ công; 5/5 phiếu
12.345/24.690 hồ sơ, đạt 50%; 1/8 = 12,5%; 1/8 = 13%
199/200 hồ sơ (99,5%); 199/200 thẻ (99%); 1.999/2.000 thẻ, đạt 99,9%
""".strip().splitlines()


@pytest.mark.parametrize("line", RIGHT)
def test_a_right_rate_or_one_of_something_else_is_left_alone(line: str) -> None:
    assert [(finding.code, finding.quote) for finding in findings(line)] == []


def test_a_rate_that_was_cut_off_is_told_from_one_that_is_wrong() -> None:
    (cut,) = findings("12.340/12.493 trường hợp, đạt 98,77%")
    (wrong,) = findings("12.340/12.493 trường hợp, đạt 97,78%")
    assert (cut.severity, wrong.severity) == (Severity.WARNING, Severity.ERROR)
    assert cut.why == "12.340 : 12.493 = 98,7753%, không phải 98,77%"
    assert wrong.why == "12.340 : 12.493 = 98,78%, không phải 97,78%"


def test_a_part_over_its_total_is_certain_only_with_a_rate() -> None:
    (certain,) = findings("Đã cấp 12.979/12.493 người, đạt tỷ lệ 98,78%.")
    (likely,) = findings("Đã tiếp nhận 1.350/1.103 hồ sơ.")
    assert (certain.severity, likely.severity) == (Severity.ERROR, Severity.WARNING)


def test_each_rate_is_paired_with_the_nearest_figures_only() -> None:
    text = "trẻ em đạt 93,7% (393.249/419.886), người có công đạt 100% (6.997/6.997)"
    pairs = [(text[pair.start : pair.end], pair.percent.text) for pair in rate_pairs(text)]
    assert pairs == [("393.249/419.886", "93,7%"), ("6.997/6.997", "100%")]


WAYS = st.sampled_from(
    [
        "Đã cấp {pair} thẻ, đạt {rate}.",
        "Đã làm sạch dữ liệu đạt {rate} ({pair}).",
        "{pair} trường hợp (đạt tỷ lệ {rate}); còn lại chuyển kỳ sau",
        "Tổng số chuyến: {pair}, tỷ lệ {rate}",
        "Đã có {part} người trên tổng số {whole} người, đạt {rate}.",
    ]
)


def sentence(way: str, part: int, whole: int, rate: str) -> str:
    pair = format_ratio_pair(part, whole)
    return way.format(pair=pair, part=format_number(part), whole=format_number(whole), rate=rate)


@st.composite
def parts_and_wholes(draw: st.DrawFn) -> tuple[int, int]:
    whole = draw(st.integers(40, 3_000_000))
    return draw(st.integers(1, whole)), whole


@given(WAYS, parts_and_wholes(), st.integers(0, 3))
def test_a_rate_of_our_own_making_is_never_found(
    way: str, counts: tuple[int, int], decimals: int
) -> None:
    part, whole = counts
    rate = format_rate(Decimal(part) / Decimal(whole), decimals)
    assert findings(sentence(way, part, whole, rate)) == ()


@given(WAYS, parts_and_wholes(), st.integers(0, 3), st.integers(1, 40), st.booleans())
def test_a_rate_off_by_a_unit_of_its_last_digit_or_more_is_found(
    way: str, counts: tuple[int, int], decimals: int, units: int, up: bool
) -> None:
    part, whole = counts
    step = Decimal(units).scaleb(-decimals)
    right = round_half_up(Decimal(part) / Decimal(whole) * 100, decimals)
    told = right + step if up and right + step <= 100 else right - step
    assume(told >= 1 and not _is_a_rounding(told, part, whole, decimals))
    rate = f"{told:f}".replace(".", ",") + "%"
    (finding,) = findings(sentence(way, part, whole, rate))
    assert finding.quote == rate


def _is_a_rounding(told: Decimal, part: int, whole: int, decimals: int) -> bool:
    """Of an exact half both neighbours are; next to 100% our own way of writing it is too."""
    half = abs(told * whole - 100 * part) * 2 * 10**decimals <= whole
    return half or f"{format_number(told)}%" == format_rate(
        Decimal(part) / Decimal(whole), decimals
    )
