"""Totals and their parts: in brackets, in lists, in clauses and sentences that follow."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.sums import findings

from reportgen.checks.figures.typing_slips import is_typing_slip
from reportgen.problems import Severity
from reportgen.vietnamese import format_number

# fmt: off
WRONG = (
    "Trên địa bàn tỉnh có 2.156 TTHC (1.780 TTHC cấp tỉnh và 367 TTHC cấp xã).",
    "Ban hành 02 Quyết định (01 Quyết định về kiểm tra, 02 Quyết định về thành lập Ban chỉ đạo).",
    "Toàn tỉnh có 65 đơn vị hành chính cấp xã (48 xã, 16 phường, 02 đặc khu).",
    "Tổng số 93.754 lượt (gồm: xác minh CCCD 9.103 lượt; xác minh chủ hộ 1.702 lượt; lấy"
    " thông tin 82.494 lượt).",
    "Đã tiếp nhận 12.340 hồ sơ (trực tuyến: 11.200 hồ sơ, đạt 90,8%; trực tiếp: 1.410 hồ"
    " sơ, chiếm 9,2%).",
    "Có 460/475 đơn vị đã triển khai, tỉ lệ 96,8% (cấp THPT: 33/34; cấp THCS: 116/118; cấp"
    " Tiểu học: 151/163; cấp Mầm non: 150/160).",
    "Cả năm có 586 trường hợp (trong đó: nam 312, nữ 247).",
    "Có 47 TTHC thuộc phạm vi quản lý gồm: Sở Tư pháp (06 thủ tục), Công an tỉnh (19 thủ"
    " tục), Sở Y tế (02 thủ tục), Sở Giáo dục và Đào tạo (08 thủ tục), Sở Nội vụ (08 thủ"
    " tục), Thuế tỉnh (02 thủ tục).",
    "Tổng số TTHC chưa cung cấp là 581, gồm: cấp tỉnh 354; cấp xã 236.",
    "Toàn tỉnh đã thu nhận: 7.402 hồ sơ, trong đó: cấp mới 4.332 trường hợp; cấp đổi 1.428"
    " trường hợp; cấp lại 1.462 trường hợp; đã truyền về Trung ương: 7.402 hồ sơ.",
    "Tổng số lượt khai thác là 787.293 lượt, trong đó: Xác minh CCCD/CMND 24.302 lượt; xác"
    " minh thông tin chủ hộ 6.340 lượt; lấy thông tin công dân 756.561 lượt.",
    "20 mô hình tiếp tục thực hiện gồm: 01 mô hình đang triển khai thí điểm; 05 mô hình đã"
    " triển khai đồng loạt; 05 mô hình về công tác tuyên truyền và 08 mô hình nâng cấp hạ"
    " tầng.",
    "Tổng số TTHC trên địa bàn: 2.156. Trong đó: toàn trình: 1.224, một phần: 482, chưa"
    " cung cấp: 581.",
    "Tổng số 1.706; toàn trình 1.224; một phần 428.",
    "Tổ chức 02 lớp dạy nghề với 65 học viên, trong đó 35 nam và 28 nữ.",
    "Cử 36 bác sĩ đi đào tạo, gồm: 02 tiến sĩ, 12 thạc sĩ, 15 chuyên khoa I, 05 chuyên khoa II.",
    "Tổng số thủ tục là 1.706 thủ tục. Toàn trình 1.224 thủ tục. Một phần 428 thủ tục.",
    "Trong tháng tiếp nhận 1.350 hồ sơ, trong đó đã giải quyết 1.103 hồ sơ, đang giải quyết"
    " 240 hồ sơ.",
    "Tiếp nhận 1.350 hồ sơ; đã giải quyết 1.103 hồ sơ; đang giải quyết 240 hồ sơ.",
    "Đã giải quyết 1.103 hồ sơ, đúng hạn 1.090 hồ sơ, quá hạn 31 hồ sơ.",
    "Kinh phí thực hiện 1.200 triệu đồng (ngân sách trung ương 800 triệu đồng, ngân sách"
    " địa phương 300 triệu đồng).",
    "Tổng kinh phí 14,4 tỷ đồng, gồm: ngân sách tỉnh 10,2 tỷ đồng; nguồn xã hội hóa 4,5 tỷ đồng.",
    "Hiện còn lại 08 mô hình chưa thực hiện (01 mô hình do Văn phòng chủ trì (Mô hình 3);"
    " 02 mô hình do Cục C06 chủ trì (Mô hình 15 và 23); 06 mô hình do Sở chủ trì).",
    "Danh mục gồm 412 thủ tục hành chính đủ điều kiện, trong đó cấp tỉnh 318 thủ tục, cấp"
    " xã 49 thủ tục.",
    "Có 63 chỉ tiêu (40 chỉ tiêu tăng, 20 chỉ tiêu giảm, 5 chỉ tiêu giữ nguyên).",
    "Từ năm 2020 đến nay đã công bố 7.518 TTHC, trong đó: 3.595 TTHC mới và thay thế, 977"
    " TTHC sửa đổi, bổ sung, 2.926 TTHC bị bãi bỏ.",
    "Thực hiện dịch vụ công với 2.268 thủ tục gồm 1.833 thủ tục cấp tỉnh, 301 thủ tục cấp"
    " huyện và 143 thủ tục cấp xã.",
    "Số TTHC chưa cung cấp là 581 thủ tục (cấp tỉnh: 354 thủ tục; cấp xã: 236 thủ tục).",
    "Đã giải quyết 12.340 hồ sơ (đúng hạn: 12.230 hồ sơ; quá hạn: 101 hồ sơ).",
    "Tổng số 250 đại biểu, gồm: 130 đại biểu cấp tỉnh; 102 đại biểu cấp xã.",
    "Trong tháng xảy ra 24 vụ (trong tỉnh: 16 vụ; ngoài tỉnh: 18 vụ).",
    "Toàn tỉnh có 451 cơ sở giáo dục (công lập: 398 cơ sở; ngoài công lập: 35 cơ sở).",
    "Có 89.557 hộ nghèo, hộ cận nghèo (thành thị: 21.304 hộ; nông thôn: 62.853 hộ).",
)
RIGHT = (
    "Cử 34 bác sĩ đi đào tạo, gồm: 02 tiến sĩ, 12 thạc sĩ, 15 chuyên khoa I, 05 chuyên khoa II.",
    "Tổ chức 02 lớp dạy nghề với 65 học viên, trong đó 35 nam và 30 nữ.",
    "Tổ chức 02 lớp dạy nghề với 65 học viên, trong đó có 28 nữ, 12 người là hộ nghèo.",
    "Tổng số TTHC đã cung cấp là 1.706 thủ tục (đạt 79%).",
    "Đến nay đã cấp 1.706 thẻ (tính đến ngày 15/9/2025).",
    "Toàn tỉnh có 12 đơn vị (trong đó: 5 nữ).",
    "Lớp tập huấn có 120 học viên (trong đó: 45 nữ, 30 đảng viên).",
    "Lớp tập huấn có 120 học viên, trong đó 45 nữ, 30 đảng viên, 12 người dân tộc thiểu số.",
    "Đến nay, có 986.046 hồ sơ, kết quả giải quyết TTHC đã được số hóa, trong đó tháng"
    " 9/2025 là 58.455 hồ sơ.",
    "Đã tiếp nhận 1.350 hồ sơ (tăng 20 hồ sơ so với tháng trước, tăng 35 hồ sơ so với cùng kỳ).",
    "Xảy ra 105 vụ (giảm 15 vụ, 12,5% so với cùng kỳ).",
    "Toàn tỉnh có 5 huyện (12 xã, 3 thị trấn đã sáp nhập).",
    "Tỉnh có 7 huyện gồm 120 xã, 16 phường.",
    "Xảy ra 12 vụ (làm chết 5 người, bị thương 9 người).",
    "Đã thu nhận 7.402 hồ sơ, trong đó: cấp mới 4.332 trường hợp; cấp đổi 1.428 trường hợp;"
    " cấp lại 1.642 trường hợp; đã truyền về Trung ương: 7.402 hồ sơ; đã nhận thẻ: 6.170"
    " thẻ.",
    "Tổng số 1.706 thủ tục; toàn trình 1.224 thủ tục; một phần 482 thủ tục.",
    "Tổng số tiền 5.171.701 nghìn đồng, trong đó 3.761 người đã có tài khoản, 3.691 người"
    " đã được chi trả.",
    "Đã chi trả 210 tỷ đồng, trong đó chi qua tài khoản 14,4 tỷ đồng, chi tiền mặt ở vùng"
    " sâu 12 tỷ đồng.",
    "Kinh phí 14,4 tỷ đồng (ngân sách tỉnh 10,2 tỷ đồng, xã hội hóa 4,3 tỷ đồng).",
    "Có 8.111 cơ sở đã đăng ký; trong đó, có 4.912 cơ sở đã sử dụng với số lượng hóa đơn đã"
    " lập là 55.108.903 hóa đơn.",
    "Có 120 trường học (cấp Tiểu học: 60; cấp THCS: 35; cấp THPT: 20; ...).",
    "Có 120 trường học, gồm: cấp Tiểu học 60, cấp THCS 35 và các cấp khác.",
    "Công an tỉnh tiếp nhận khoảng 1.350 hồ sơ (trực tuyến: 1.200; trực tiếp: 140).",
    "Diện tích 1.250 ha (năm 2023: 600 ha, năm 2024: 1.250 ha).",
    "Tỉnh có 2.218.975 dân (mật độ 250 người/km2, trên 65 tuổi 210.000 người).",
    "Đã cấp 12.000 thẻ (2.000 thẻ cấp lại).",
    "Đơn vị có 15 người (12 biên chế, 03 hợp đồng).",
    "Tổng số 15 người, gồm 12 biên chế, 03 hợp đồng.",
    "Kế hoạch gồm 05 nội dung, 12 nhiệm vụ và 30 giải pháp.",
    "Báo cáo gồm 12 trang, 03 phụ lục.",
    "Chương trình có 03 mục tiêu, gồm 12 chỉ tiêu, 45 nhiệm vụ.",
    "Có 03 lớp tập huấn gồm 120 học viên và 5 giảng viên.",
    "Đã tiếp nhận 1.350 hồ sơ, giải quyết đúng hạn 1.100 hồ sơ, còn lại đang trong hạn xử lý.",
    "Tiếp nhận 1.350 hồ sơ, đã giải quyết 1.103 hồ sơ, trong đó đúng hạn 1.100 hồ sơ, quá"
    " hạn 3 hồ sơ; đang giải quyết 247 hồ sơ.",
    "Tiếp nhận 1.350 hồ sơ (kỳ trước chuyển sang 150 hồ sơ, tiếp nhận mới 1.200 hồ sơ).",
    "Tổng số 1.350 hồ sơ, tăng 150 hồ sơ; trực tuyến 1.200 hồ sơ; trực tiếp 150 hồ sơ.",
    "Tổng số 2.000 người tham dự trực tiếp và 500 người tham dự trực tuyến.",
    "Tổng số 2.000 đại biểu, trong đó 1.500 đại biểu trực tuyến, 500 đại biểu trực tiếp.",
    "Đã tổ chức 12 cuộc kiểm tra (6 cuộc định kỳ, 4 cuộc đột xuất, 2 cuộc chuyên đề).",
    "Toàn tỉnh có 460/475 đơn vị đã triển khai (cấp THPT: 33/34; cấp THCS: 116/118; cấp"
    " Tiểu học: 151/163; cấp Mầm Non: 160/160).",
    "Đến nay có 23 mô hình, còn lại 08 mô hình chưa ghi nhận việc triển khai, thực hiện (01"
    " Mô hình do Văn phòng UBND tỉnh chủ trì (Mô hình 3); 02 Mô hình do Cục C06 chủ trì (Mô"
    " hình 15 và 23); 05 Mô hình do Sở chủ trì (Mô hình 27, 28, 29, 30, 31)).",
    "Lĩnh vực y tế (gồm tuyến tỉnh: 10, tuyến huyện và các trạm y tế: 08).",
    "Tổng diện tích 1.250,5 ha, gồm: đất ở 250,25 ha; đất nông nghiệp 1.000,25 ha.",
    "Thu ngân sách 1.200 tỷ đồng, gồm: thu nội địa 1.000 tỷ đồng, thu xuất nhập khẩu 199,6"
    " tỷ đồng.",
    "Chỉ số đạt 85,5 điểm (cải cách thể chế 9,5 điểm; thủ tục hành chính 12 điểm).",
    "Đã tặng 500 suất quà trị giá 250 triệu đồng (mỗi suất 500 nghìn đồng, gồm 300 nghìn"
    " đồng tiền mặt).",
    "Có 5 đội (mỗi đội 12 người, 3 xe).",
    "Có 3 tổ gồm 15 người: Tổ 1 có 5 người, Tổ 2 có 5 người, Tổ 3 có 5 người.",
    "Trên địa bàn có 65 đơn vị hành chính cấp xã (48 xã, 16 phường và 01 đặc khu).",
    "Thu hồi 1.200 m2 đất của 15 hộ (10 hộ ở xã Cam Lâm, 5 hộ ở phường Ba Ngòi).",
    "Tuổi từ 14 đến 18 có 1.200 người (nam: 700; nữ: 500).",
    "Đã cấp 2.000.680/2.215.460 thẻ (trong đó trẻ em 100.000 thẻ, người già 50.000 thẻ).",
    "Số thủ tục là 412, trong đó cấp tỉnh 318 thủ tục, cấp xã 94 thủ tục.",
    "Toàn tỉnh có 120 cơ sở (bệnh viện: 12, trạm y tế: 95), còn lại là phòng khám.",
    "Tỷ lệ giải quyết 98% (trực tuyến: 60%, trực tiếp: 38%).",
    "Đã giải quyết 500 đơn (khiếu nại 200 đơn, tố cáo 50 đơn, kiến nghị, phản ánh 250 đơn).",
    "Cấp 100 bản (Sở Nội vụ 20 bản, Sở Giáo dục và Đào tạo 30 bản, Sở Văn hóa, Thể thao và"
    " Du lịch 50 bản).",
    "Triển khai 03 lớp: lớp 1 có 40 học viên, lớp 2 có 45 học viên.",
    "Tổng số 64 xã, phường (theo Nghị quyết số 1667/NQ-UBTVQH15 ngày 16/6/2025).",
    "Đạt 85/100 điểm (xếp thứ 5/34 tỉnh, tăng 3 bậc).",
    "Tổng thu 1.200 tỷ đồng, đạt 98% dự toán; thu nội địa 1.000 tỷ đồng, thu xuất nhập khẩu"
    " 150 tỷ đồng.",
    "Có 1.103 hồ sơ trực tuyến, 240 hồ sơ trực tiếp; tổng số 1.343 hồ sơ.",
    "Tổng số 15/15 đơn vị hoàn thành; trực tuyến 12; trực tiếp 3.",
    "Hiện có 250 cán bộ (nam 130, nữ 120), trong đó đảng viên 200 (nam 110, nữ 90).",
    "Toàn tỉnh có 1.024 doanh nghiệp, trong đó: 950 doanh nghiệp nhỏ và vừa, 320 doanh"
    " nghiệp công nghệ số.",
    "Tổng số lượt truy cập 12.345 lượt; lượt trực tuyến tháng trước 11.000 lượt.",
    "Công tác tuyển quân năm 2025 đạt 1.500 chỉ tiêu (quân đội: 1.200; công an: 300).",
    "Thực hiện dịch vụ công với 2.268 thủ tục gồm 1.833 thủ tục cấp tỉnh, 301 thủ tục cấp"
    " huyện và 134 thủ tục cấp xã; trong đó mức độ 3 là 1.089 thủ tục và mức độ 4 là 450"
    " thủ tục.",
    "Tổng chi ngân sách là 8.537,18 tỷ đồng, đạt 78,09% dự toán. Trong đó: chi đầu tư phát"
    " triển là 1.596,7 tỷ đồng; chi thường xuyên là 3.902,1 tỷ đồng.",
    "Tổng dư nợ là 24.610 tỷ đồng; so với 31/12/2024 tăng 2.375 tỷ đồng (+10,7%).",
    "Có 209/1.167 doanh nghiệp hoạt động trở lại (chiếm 17,9%), tăng 138 doanh nghiệp so"
    " với ngày 31-8.",
    "Trong số 11 nhóm hàng hóa có 06 nhóm tăng giá, 03 nhóm giảm giá, 02 nhóm giữ giá ổn định.",
    "Đã giải quyết 176 đơn (160 khiếu nại, 16 tố cáo)/221 đơn, đạt tỷ lệ 79,63%.",
    "Thị xã 49 đơn vị (trong đó: loại I: 9; loại II: 19; loại III: 17; chưa phân loại: 4).",
    "Phường 1.680 (trong đó: loại I: 838; loại II: 697; loại III: 141; chưa phân loại: 4).",
    "Tổng số 12 chỉ tiêu, đạt 10 chỉ tiêu, không đạt 2 chỉ tiêu.",
    "Toàn tỉnh có 320 trường (mầm non 120, tiểu học 110, THCS 70, THPT 20).",
    "Tổng vốn 3.500 tỷ đồng; vốn ngân sách trung ương 2.000 tỷ đồng, vốn ngân sách địa"
    " phương 1.000 tỷ đồng, vốn khác 500 tỷ đồng.",
    "Tổng vốn 3.500 tỷ đồng, trong đó vốn ngân sách trung ương 2.000 tỷ đồng, vốn ngân sách"
    " tỉnh 1.000 tỷ đồng.",
    "Đã kiểm tra 15 đơn vị, gồm: 05 sở, 06 xã, 04 phường.",
    "Cấp tỉnh có 12 sở; cấp xã có 65 đơn vị.",
    "Tổng số hồ sơ trực tuyến là 1.200 hồ sơ. Tổng số hồ sơ trực tiếp là 300 hồ sơ.",
    "Hội nghị có 250 đại biểu dự trực tiếp tại điểm cầu tỉnh và 64 điểm cầu cấp xã với"
    " 3.000 đại biểu.",
    "Tiếp nhận 1.350 hồ sơ; đã giải quyết trước hạn 900 hồ sơ, đúng hạn 200 hồ sơ, quá hạn"
    " 3 hồ sơ; đang giải quyết 247 hồ sơ.",
    "Đã giải quyết 1.103 hồ sơ, trong đó giải quyết trước hạn và đúng hạn 1.100 hồ sơ, quá"
    " hạn 03 hồ sơ.",
    "Tổng số 1.350 hồ sơ (kỳ trước chuyển qua 150, mới tiếp nhận 1.200), đã giải quyết"
    " 1.103 hồ sơ, đang giải quyết 247 hồ sơ.",
    "Trong tháng tiếp nhận 1.200 hồ sơ, kỳ trước chuyển sang 150 hồ sơ; đã giải quyết 1.103"
    " hồ sơ, đang giải quyết 247 hồ sơ.",
    "Trong tháng tiếp nhận 1.200 hồ sơ; đã giải quyết 1.103 hồ sơ; đang giải quyết 247 hồ"
    " sơ (bao gồm 150 hồ sơ kỳ trước chuyển sang).",
    "Công nhận 12 xã đạt chuẩn nông thôn mới, trong đó 3 xã nâng cao, 1 xã kiểu mẫu.",
    "Bố trí 21 máy (7 máy/phường, 3 phường).",
    "Nguồn vốn: 450 triệu đồng (15 triệu đồng/hộ x 30 hộ).",
    "Có 8 đội thi với 120 vận động viên (nam 80, nữ 40).",
    "Đoàn có 25 người, gồm: 01 Trưởng đoàn, 02 Phó Trưởng đoàn, 22 thành viên.",
    "Tặng 100 suất quà (mỗi suất gồm 500.000 đồng tiền mặt và 300.000 đồng hiện vật).",
    "Đã tổ chức 12 lớp cho 480 người (cán bộ cấp tỉnh 80 người, cấp xã 400 người).",
    "Xét nghiệm 1.200 mẫu (dương tính 35 mẫu, tỷ lệ 2,9%).",
    "Nông nghiệp tăng 3,5%, trong đó: trồng trọt tăng 2,1%; chăn nuôi tăng 4,2%.",
    "Thu 1.200 tỷ đồng (thu nội địa 900 tỷ đồng, đạt 85% dự toán; thu xuất nhập khẩu 300 tỷ"
    " đồng, đạt 110% dự toán).",
)
# fmt: on


@pytest.mark.parametrize("sentence", WRONG)
def test_a_total_that_its_parts_do_not_make_is_found_once(sentence: str) -> None:
    (finding,) = findings(sentence)
    assert "không phải" in finding.why
    assert finding.quote in sentence.split(" (", maxsplit=1)[0] or finding.code != "SL020"


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_total_that_fits_or_was_never_shared_out_is_left_alone(sentence: str) -> None:
    assert findings(sentence) == []


def test_the_arithmetic_is_written_out_at_the_total() -> None:
    (finding,) = findings(
        "Số TTHC toàn trình 1.224 thủ tục (cấp tỉnh: 1.074 thủ tục; cấp xã: 392 thủ tục)."
    )
    assert finding.quote == "1.224"
    assert finding.severity is Severity.ERROR
    assert finding.why == "1.074 + 392 = 1.466, không phải 1.224"
    assert "“1.466”" in finding.hint


def test_a_part_that_one_keystroke_sets_right_is_named() -> None:
    (finding,) = findings("Có 586 trường hợp (nam: 312; nữ: 247).")
    assert "“247” phải là “274”" in finding.hint


def test_what_may_have_a_part_left_out_is_only_a_warning() -> None:
    (finding,) = findings("Tiếp nhận 1.350 hồ sơ, đã giải quyết 1.103, đang giải quyết 240 hồ sơ.")
    assert (finding.code, finding.severity) == ("SL030", Severity.WARNING)


PARTS = st.lists(st.integers(1, 5_000_000), min_size=2, max_size=6)
FORMS = ("{total} hồ sơ (gồm: {parts}).", "Tổng số {total} hồ sơ, gồm: {parts}.")


def sentence(form: str, total: int, parts: list[int]) -> str:
    units = ("Sở Nội vụ", "Sở Y tế", "Sở Tư pháp", "Sở Tài chính", "Thuế tỉnh", "Công an tỉnh")
    named = (
        f"{name} {format_number(part)} hồ sơ" for name, part in zip(units, parts, strict=False)
    )
    return form.format(total=format_number(total), parts="; ".join(named))


@given(PARTS, st.sampled_from(FORMS))
def test_parts_that_make_their_total_are_never_found(parts: list[int], form: str) -> None:
    assert findings(sentence(form, sum(parts), parts)) == []


@given(PARTS, st.sampled_from(FORMS), st.data())
def test_one_part_that_was_changed_is_always_found(
    parts: list[int], form: str, data: st.DataObject
) -> None:
    total = sum(parts)
    index = data.draw(st.integers(0, len(parts) - 1))
    limit = max(1, total // 2)
    slip = data.draw(st.integers(-min(limit, parts[index]), limit).filter(bool))
    changed = [part + slip * (at == index) for at, part in enumerate(parts)]
    prefixes = {sum(changed[:count]) for count in range(2, len(parts) + 1)}
    if total not in prefixes:
        (finding,) = findings(sentence(form, total, changed))
        assert finding.quote == format_number(total)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_levels_of_government_are_held_to_their_total(province: int, commune: int) -> None:
    text = "Có {} thủ tục ({} thủ tục cấp tỉnh và {} thủ tục cấp xã)."
    right = (province + commune, province, commune)
    assert findings(text.format(*map(format_number, right))) == []
    wrong = (province + commune + 1, province, commune)
    assert len(findings(text.format(*map(format_number, wrong)))) == 1


@pytest.mark.parametrize(
    ("one", "other"), [(392, 329), (392, 39), (392, 3922), (392, 302), (10, 100), (392, 3592)]
)
def test_one_keystroke_makes_a_typing_slip(one: int, other: int) -> None:
    assert is_typing_slip(Decimal(one), Decimal(other))


@pytest.mark.parametrize(("one", "other"), [(392, 392), (392, 239), (1074, 832), (392, 3)])
def test_more_than_one_keystroke_makes_none(one: int, other: int) -> None:
    assert not is_typing_slip(Decimal(one), Decimal(other))
