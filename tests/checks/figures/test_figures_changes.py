"""Changes, times, rates per people, and what is left over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.sums import findings

from reportgen.vietnamese import format_number

# fmt: off
WRONG = (
    "Tiếp nhận 500 hồ sơ, tăng 20 hồ sơ (5,2%) so với cùng kỳ (480 hồ sơ).",
    "Tiếp nhận 500 hồ sơ, tăng 30 hồ sơ so với cùng kỳ năm 2024 (480 hồ sơ).",
    "Tiếp nhận 500 hồ sơ, tăng 20 (5,2%) so với 480.",
    "Xảy ra 105 vụ, giảm 15 vụ (14,5%) so với cùng kỳ.",
    "Số hồ sơ từ 480 lên 500, tăng 20, tương ứng 5,2%.",
    "Số hồ sơ từ 480 lên 500, tăng 30, tương ứng 4,2%.",
    "Số hồ sơ tăng 5,2% (500/480).",
    "Số vụ tai nạn tăng từ 500 xuống 480 vụ.",
    "Số vụ tai nạn tăng từ 500 lên 480 vụ.",
    "Số vụ giảm từ 480 vụ lên 500 vụ.",
    "Thu ngân sách tăng -5% so với cùng kỳ.",
    "Tỷ lệ hồ sơ trực tuyến tăng từ 83% lên 79%.",
    "Tiếp nhận 480 hồ sơ, tăng 20 hồ sơ so với cùng kỳ (500 hồ sơ).",
    "Tiếp nhận 500 hồ sơ, tăng 5,2% so với cùng kỳ (480 hồ sơ).",
    "Tỷ lệ tăng từ 83% lên 90%, tăng 9%.",
    "Đạt 16 bác sĩ/10.000 dân với 1.234 bác sĩ trên 822.667 dân.",
    "Tỷ lệ đạt 14,5 bác sĩ/10.000 dân (1.234 bác sĩ/822.667 dân).",
    "Còn lại 138 hồ sơ (= 1.350 - 1.222).",
    "Số còn lại: 1.350 - 1.222 = 138 hồ sơ.",
    "Đã giải quyết 1.103/1.350 hồ sơ, còn lại 240 hồ sơ.",
    "Đã phục vụ 1.103/1.350 chuyến, còn 274 chuyến chưa thực hiện.",
    "Số hồ sơ gấp 2,42 lần so với cùng kỳ (1.200/536).",
    "Tiếp nhận 1.200 hồ sơ, gấp 2,42 lần so với cùng kỳ năm 2024 (536 hồ sơ).",
    "Tiếp nhận 1.200/536 hồ sơ, gấp 2,42 lần cùng kỳ.",
    "Đạt 1.200 hồ sơ, bằng 89,5% so với cùng kỳ (1.200/1.218).",
    "Thu hút 1.200 lượt, bằng 95,2% cùng kỳ năm 2024 (1.200/1.218).",
    "Tỷ lệ thấp còi giảm từ 12,5% xuống còn 11,2%, giảm 2,3 điểm phần trăm.",
    "Năm 2017 bắt giữ 545 vụ, so với năm 2016 tăng 98 vụ (545/445).",
    "Tăng 54 vụ (209/155), giảm 13 người chết (338/351), tăng 68 người bị thương (209/155).",
    "So với năm 2015 tăng 100 vụ (545/445), 198 đối tượng (881/638), 5 vụ trọng án (30/25).",
    "Tăng 54 vụ (209/155), 127 đối tượng (408/281); tăng 59 vụ (268/209), giảm 16 xe (338/322).",
)
RIGHT = (
    "Đạt 60,5/61,5 điểm, còn lại 6,5 điểm do các bộ đánh giá.",
    "Tiếp nhận 500 hồ sơ, tăng 20 hồ sơ (4,2%) so với cùng kỳ (480 hồ sơ).",
    "Tiếp nhận 500 hồ sơ, tăng 20 hồ sơ so với tháng trước và 35 hồ sơ so với cùng kỳ.",
    "Tiếp nhận 500 hồ sơ, tăng 4,2% so với cùng kỳ năm 2024 (480 hồ sơ).",
    "Số hồ sơ tăng 4,2% (500/480).",
    "Số hồ sơ tăng 4,16% (500/480).",
    "Số vụ giảm 15 vụ (12,5%).",
    "Xảy ra 105 vụ, giảm 15 vụ (12,5%) so với cùng kỳ.",
    "Tỷ lệ tăng từ 83% lên 90%, tăng 7%.",
    "Tỷ lệ tăng từ 83% lên 90%, tăng 7 điểm phần trăm.",
    "Tỷ lệ tăng từ 83% lên 90%, tăng 8,4%.",
    "Thứ hạng tăng từ vị trí thứ 30 lên vị trí thứ 12.",
    "Chỉ số PAPI tăng từ hạng 45 lên hạng 22.",
    "Thời gian giải quyết giảm từ 30 ngày xuống còn 15 ngày làm việc.",
    "Thời gian rút ngắn từ 5 ngày xuống còn 48 giờ.",
    "Kinh phí tăng từ 900 triệu đồng lên 1,2 tỷ đồng.",
    "Tăng 1,5 lần so với năm 2024.",
    "Từ năm 2022 đến năm 2025, số dịch vụ tăng từ 480 lên 855 dịch vụ.",
    "Làm việc từ 7 giờ 30 đến 11 giờ 30.",
    "Xảy ra 12 vụ, làm chết 5 người, giảm 3 người so với cùng kỳ.",
    "Có 12 vụ, 5 người chết; so với cùng kỳ giảm 2 vụ, tăng 1 người chết.",
    "Đạt 15 bác sĩ/10.000 dân với 1.234 bác sĩ trên 822.667 dân.",
    "Đạt 15,0 bác sĩ/10.000 dân (1.234 bác sĩ/822.667 dân).",
    "Đạt 12 giường bệnh/10.000 dân, có 1.234 bác sĩ và 3.000 giường bệnh.",
    "Phấn đấu đạt 16 bác sĩ/10.000 dân vào năm 2030.",
    "Tỷ suất tử vong mẹ 12/100.000 ca sinh.",
    "Còn lại 128 hồ sơ (= 1.350 - 1.222).",
    "Đã giải quyết 1.103/1.350 hồ sơ, còn lại 247 hồ sơ.",
    "Đã giải quyết 1.103/1.350 hồ sơ (đạt 81,7%), còn 12 hồ sơ quá hạn.",
    "Đã giải quyết 1.103/1.350 hồ sơ, còn 12 hồ sơ chưa đủ điều kiện.",
    "Đã giải quyết 1.103/1.350 hồ sơ; trong đó còn 15 hồ sơ đang bổ sung.",
    "Tăng 1,5 lần so với cùng kỳ (1.200/800).",
    "Số hồ sơ gấp 2,24 lần so với cùng kỳ (1.200/536).",
    "Số hồ sơ gấp hơn 2 lần so với cùng kỳ (1.200/536).",
    "Giai đoạn 2021 - 2025 = 5 năm.",
    "Số điện thoại 0258.3822.123 - 3822.124.",
    "Bằng 98,5% so với cùng kỳ (1.200/1.218).",
    "Bằng 98,52% so với cùng kỳ năm 2024 (1.200/1.218); đạt 95% kế hoạch (1.200/1.300).",
    "Tỷ lệ thấp còi giảm từ 12,5% xuống còn 11,2%, giảm 1,3 điểm phần trăm; tăng 2 điểm %.",
    "Tỷ lệ tăng từ 45% lên 50,3%, tăng 5,1 điểm phần trăm.",
    "So với năm 2010 tăng 54 vụ (209/155), 127 đối tượng (408/281) và 5 xe (25/20).",
    "So với năm 2013 giảm 13 vụ (338/351), 111 đối tượng (629/740).",
    "Giảm 304 người so với năm 2016 (3.422/3.726).",
    "Số xã đạt chuẩn tăng 5 xã so với năm 2024 (45/64).",
    "Số xã đạt chuẩn tăng 5 xã so với năm 2024 (đạt 45/64 xã), tăng 2 xã (12/64 xã).",
    "Tăng 12 trường so với năm học trước (450/440 kế hoạch).",
    "Giảm 16 vụ (338/322).",
    "Gấp 2 lần mức 500.000 đồng.",
    "Xảy ra 196 vụ, giảm 45 vụ (-18,67%) so với cùng kỳ.",
    "Xảy ra 196 vụ, giảm 45 vụ (- 18,67%) so với cùng kỳ (241 vụ).",
    "Huy động 25.390 tỷ đồng, tăng 1.475 tỷ đồng (+6,2%) so với đầu năm.",
    "Huy động 25.390 tỷ đồng, tăng 1.475 tỷ đồng (6,17%) so với đầu năm.",
    "Huy động 25.390 tỷ đồng, tăng 1.475 tỷ đồng (tăng 6,17%) so với đầu năm.",
    "Trồng mới 1.250 ha rừng, đạt 104% kế hoạch, tăng 50 ha so với cùng kỳ.",
    "Trong kỳ có 5 vụ cháy, giảm 2 vụ; thiệt hại 1,2 tỷ đồng, tăng 0,3 tỷ đồng so với cùng kỳ.",
    "Doanh thu đạt 1.328 tỷ đồng, tăng 12,5% so với tháng trước (1.180 tỷ đồng).",
    "Giảm từ 5 cấp trung gian xuống còn 3 cấp.",
    "Số người nghèo giảm từ 12,5% năm 2021 xuống còn 3,14% năm 2025.",
    "Số doanh nghiệp tăng từ 1.200 doanh nghiệp năm 2024 lên 1.350 doanh nghiệp năm 2025,"
    " tăng 150 doanh nghiệp (12,5%).",
    "Tỷ lệ tăng từ 45,2% lên 50,3%, tăng 5,1 điểm phần trăm.",
    "Tỷ lệ tăng từ 45,2% lên 50,3%, tăng 5,1%.",
    "Tuổi thọ tăng từ 73 lên 74,5 tuổi.",
    "Mức hỗ trợ tăng từ 1,5 triệu đồng lên 2.000.000 đồng.",
    "Lệ phí giảm từ 50.000 đồng xuống 0 đồng.",
    "Dân số tăng từ 1,2 triệu người lên 1.300.000 người.",
    "Điểm số tăng từ 85,2 lên 86,1, xếp hạng tăng từ 20 lên 15.",
    "Thời gian giảm từ 15 xuống 10 ngày; tăng 5 bậc so với năm 2023 (từ 20 lên 15).",
    "Lượng khách đạt 2,5 triệu lượt, tăng 12,5% so với cùng kỳ (2,22 triệu lượt).",
    "Thu đạt 1.200 tỷ đồng, bằng 85% dự toán, tăng 5% so với cùng kỳ.",
    "Tăng 3,2% so với tháng trước và tăng 15,7% so với cùng kỳ năm 2024.",
    "Có 15 hồ sơ quá hạn, giảm 5 hồ sơ so với tháng trước (20 hồ sơ).",
    "Có 15 hồ sơ quá hạn, giảm 25% so với tháng trước (20 hồ sơ).",
    "Đạt 500/480 chỉ tiêu, tăng 20 chỉ tiêu.",
)
# fmt: on


@pytest.mark.parametrize("sentence", WRONG)
def test_a_change_that_its_values_do_not_make_is_found_once(sentence: str) -> None:
    (finding,) = findings(sentence)
    assert finding.why
    assert finding.hint


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_change_that_fits_or_cannot_be_reckoned_is_left_alone(sentence: str) -> None:
    assert findings(sentence) == []


def test_the_rate_of_a_change_is_reckoned_on_the_value_before() -> None:
    (finding,) = findings("Tiếp nhận 500 hồ sơ, tăng 20 hồ sơ (5,2%) so với cùng kỳ (480 hồ sơ).")
    assert finding.quote == "5,2%"
    assert finding.why == "20 : 480 = 4,2%, không phải 5,2%"


COUNTS = st.integers(1, 10**7)


@given(COUNTS, COUNTS)
def test_a_change_reckoned_right_is_never_found(before: int, now: int) -> None:
    word = "tăng" if now >= before else "giảm"
    figures = (format_number(value) for value in (now, abs(now - before), before))
    text = "Tiếp nhận {} hồ sơ, {} {} hồ sơ so với cùng kỳ ({} hồ sơ)."
    first, by, base = figures
    assert findings(text.format(first, word, by, base)) == []


@given(COUNTS, COUNTS, st.integers(1, 10**6))
def test_a_change_reckoned_wrong_is_always_found(before: int, now: int, slip: int) -> None:
    word = "tăng" if now >= before else "giảm"
    figures = (format_number(value) for value in (now, abs(now - before) + slip, before))
    text = "Tiếp nhận {} hồ sơ, {} {} hồ sơ so với cùng kỳ ({} hồ sơ)."
    first, by, base = figures
    assert [finding.code for finding in findings(text.format(first, word, by, base))] == ["SL025"]


@given(COUNTS, COUNTS)
def test_up_and_down_are_told_from_the_values(one: int, other: int) -> None:
    low, high = sorted((one, other))
    if low < high:
        rise = f"từ {format_number(low)} lên {format_number(high)} hồ sơ"
        fall = f"từ {format_number(high)} lên {format_number(low)} hồ sơ"
        assert findings(f"Số hồ sơ tăng {rise}.") == []
        assert [finding.code for finding in findings(f"Số hồ sơ tăng {fall}.")] == ["SL026"]
