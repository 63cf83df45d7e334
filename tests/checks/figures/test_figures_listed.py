"""How many things are said, against how many are named."""

import pytest
from support.sums import findings

# fmt: off
WRONG = (
    "Có 3 đơn vị hoàn thành: Sở Nội vụ; Sở Dân tộc và Tôn giáo; Thanh tra tỉnh; Tòa án"
    " tỉnh; Văn phòng UBND tỉnh.",
    "Bố trí 05 điểm thu nhận hồ sơ: Công an phường Nha Trang, Công an phường Cam Ranh, Công"
    " an xã Cam Lâm, Công an xã Diên Khánh.",
    "Triển khai 05 nhiệm vụ trọng tâm, cụ thể: (1) Hồ sơ sức khỏe; (2) Kiosk; (3) Lý lịch"
    " tư pháp; (4) Học bạ số.",
    "Thành lập 04 Tổ công tác gồm: ⁽¹⁾ Tổ thể chế; ⁽²⁾ Tổ hạ tầng; ⁽³⁾ Tổ dữ liệu.",
    "Đoàn kiểm tra làm việc với 04 xã: Cam Hiệp, Cam Lâm, Suối Dầu.",
)
RIGHT = (
    "Có 03 đơn vị hoàn thành tốt: tỷ lệ giải quyết đúng hạn cao, không có hồ sơ trễ.",
    "Bố trí 05 điểm thu nhận tại các phường: Nha Trang, Cam Ranh.",
    "Phục vụ 03 dịch vụ: Xác minh CCCD/CMND; Xác minh thông tin chủ hộ; Lấy thông tin công dân.",
    "Đoàn gồm 02 đồng chí: Nguyễn Văn A, Giám đốc Sở; Trần Văn B, Phó Giám đốc Sở.",
    "Gồm 03 Sở: Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ và Sở Y tế.",
    "Gồm 04 sở: Sở Giáo dục và Đào tạo, Sở Khoa học và Công nghệ, Sở Nội vụ, Sở Tư pháp.",
    "Làm việc với 03 xã: Cam Hiệp, Cam Lâm và Suối Dầu.",
    "Triển khai 02 nhóm: Đăng ký khai sinh - Đăng ký thường trú - Cấp thẻ bảo hiểm y tế;"
    " Đăng ký khai tử - Xóa đăng ký thường trú - Trợ cấp mai táng, hỗ trợ chi phí mai táng.",
    "Kiểm tra 10 đơn vị, điển hình: Sở Nội vụ, Sở Y tế, Sở Tư pháp.",
    "Có 120 dịch vụ: Đăng ký khai sinh, Đăng ký kết hôn, Đăng ký khai tử...",
    "Tặng quà 05 gia đình: mỗi gia đình 01 triệu đồng, 10 kg gạo.",
    "Đã ban hành 15 văn bản: chỉ đạo, đôn đốc, hướng dẫn các đơn vị.",
    "Thực hiện 06 tháng cuối năm: Sở Nội vụ, Sở Y tế, Sở Tư pháp.",
    "Thời hạn 15 ngày làm việc: Sở Nội vụ; Sở Y tế.",
    "Có 10 nhiệm vụ: (1) Hồ sơ sức khỏe; (2) Kiosk; (3) Lý lịch; (4) Học bạ; (5) Thuế; (6)"
    " Đào tạo; (7) Học bạ; (8) Chi trả; (9) Hạ tầng; (10) Thu phí.",
    "Có 05 xã biên giới: Ia O, Ia Chia, Ia Dom, Ia Nan và Ia Pnôn.",
    "Phân công 03 đồng chí Phó Chủ tịch phụ trách: kinh tế, văn hóa - xã hội, nội chính.",
    "Thực hiện 3 không: không giấy tờ, không tiền mặt, không tiếp xúc.",
    "Tổ công tác gồm 05 thành viên: Đồng chí Nguyễn Văn A, Phó Chủ tịch UBND tỉnh, Tổ"
    " trưởng; đồng chí Trần Văn B, Giám đốc Công an tỉnh, Tổ phó; các thành viên khác.",
    "Có 12 ý kiến của các đơn vị: Sở Nội vụ, Sở Y tế, Sở Tư pháp.",
    "Đã làm việc với 03 doanh nghiệp viễn thông: VNPT, Viettel và Mobifone.",
    "Đã làm việc với 02 doanh nghiệp viễn thông: VNPT, Viettel và Mobifone.",
    "Thành lập 02 đoàn kiểm tra: Đoàn số 1 do Sở Nội vụ chủ trì; Đoàn số 2 do Công an tỉnh"
    " chủ trì.",
    "Xử lý 04 hành vi vi phạm: Không mang giấy tờ; không đội mũ bảo hiểm; vượt đèn đỏ; chở"
    " quá số người.",
    "Trao 10 suất học bổng: Trường THCS Nguyễn Du, Trường THCS Trần Phú, Trường THPT Lê Quý Đôn.",
    "Ngày 15/9/2025, tại 03 điểm cầu: Trung ương, tỉnh, xã.",
    "Gồm 05 bước: Tiếp nhận, thẩm định, trình ký, phê duyệt và trả kết quả.",
    "Bố trí 2 ca trực: Sáng, chiều.",
    "Tổng số 05 sở, ngành: Sở Nội vụ, Sở Y tế, Sở Tư pháp, Công an tỉnh, Thuế tỉnh.",
    "Thuộc 08 lĩnh vực: Hộ tịch, chứng thực, đất đai, xây dựng, lao động, người có công,"
    " văn hóa, giáo dục.",
    "Ban hành 02 nghị quyết quan trọng: Nghị quyết số 57-NQ/TW ngày 22/12/2024 và Nghị"
    " quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ.",
    "Sắp xếp 64 xã, phường (trừ đặc khu Trường Sa).",
    "Lấy ý kiến 15 đơn vị, có 12 đơn vị thống nhất: Sở Nội vụ, Sở Y tế; còn lại chưa trả lời.",
    "Có 02 nội dung: Một là, tiếp tục rà soát, cắt giảm thủ tục; hai là, đẩy mạnh tuyên"
    " truyền, vận động người dân.",
    "Triển khai 03 giải pháp: Đẩy mạnh tuyên truyền, phổ biến; Tăng cường kiểm tra, giám"
    " sát; Bố trí nguồn lực, kinh phí.",
    "Số lượng: 05 người; thời gian: Từ ngày 01/9, kết thúc ngày 15/9.",
    "Tuyển 03 viên chức: Kế toán, Văn thư.",
    "Từ 01/7/2025, tỉnh có 65 đơn vị: Xã Cam Lâm, xã Diên Khánh, phường Nha Trang.",
    "Công nhận 03 sản phẩm OCOP: Yến sào Khánh Hòa (4 sao), Nước mắm Nha Trang (3 sao), Tỏi"
    " Vạn Ninh (3 sao).",
    "Các đơn vị đạt trên 90%: Sở Nội vụ, Sở Y tế.",
    "[4]: Công văn số 57-CV/ĐU ngày 28/8/2025; Công văn số 305-CV/TU ngày 27/8/2025; Công văn số"
    " 340-CV/TU ngày 05/9/2025.",
)
WRONG_NOTES = (
    ("03 Công văn chỉ đạo thực hiện[^1]",
     "Công văn số 123/UBND-NC ngày 20/8/2025; Công văn số 321/UBND-NC ngày 21/8/2025."),
    ("03 Kế hoạch về cải cách hành chính[^1]",
     "Kế hoạch số 66/KH-UBND ngày 28/8/2025; Kế hoạch số 06/KH-UBND ngày 14/7/2025."),
    ("04 văn bản chỉ đạo, điều hành và báo cáo[^1]",
     "⁽¹⁾ Công văn số 2307/UBND-KT ngày 19/8/2025 về kinh doanh; ⁽²⁾ Công văn số"
     " 2553/UBND-KGVX ngày 22/8/2025 về học vụ số; ⁽³⁾ Công văn số 2388/UBND-PVHCC ngày"
     " 20/8/2025."),
    ("04 điểm thu nhận[^1]",
     "Cụ thể: Công an phường Nha Trang, Công an phường Cam Ranh, Công an xã Cam Lâm."),
    ("02 bãi đỗ xe tạm[^1]",
     "(1) khu đất số 170 Lê Hồng Phong; (2) khu đất bến xe Quyết Thắng cũ, đường Điện Biên"
     " Phủ; (3) khu đất Cây xăng số 4."),
    ("03 Quyết định[^1]",
     "Quyết định số 370/QĐ-UBND ngày 22/7/2025, Quyết định số 536/QĐ-UBND ngày 01/8/2025 của"
     " UBND tỉnh."),
)
RIGHT_NOTES = (
    (
        "02 Quyết định, 03 văn bản chỉ đạo[^1]",
        "(1) Công văn số 1/UBND-KT; (2) Công văn số 2/UBND-KT; (3) Công văn số 3/UBND-KT;"
        " (4) Quyết định số 4/QĐ-UBND; (5) Quyết định số 5/QĐ-UBND.",
    ),
    ("03 Kế hoạch về cải cách hành chính[^1]",
     "Kế hoạch số 66/KH-UBND ngày 28/8/2025; Kế hoạch số 06/KH-UBND ngày 14/7/2025; Kế hoạch"
     " số 30/KH-UBND ngày 30/7/2025."),
    ("21 điểm thu nhận[^1]",
     "Thực hiện theo: Công an phường Nha Trang, Công an phường Cam Ranh, Công an xã Cam Lâm."),
    ("02 nhóm TTHC[^1]",
     "Quyết định số 1/QĐ-UBND ngày 01/8/2025; Quyết định số 2/QĐ-UBND ngày 02/8/2025; Quyết"
     " định số 3/QĐ-UBND ngày 02/8/2025."),
    ("02 Quyết định[^1]",
     "Quyết định số 370/QĐ-UBND ngày 22/7/2025, Quyết định số 536/QĐ-UBND ngày 01/8/2025 của"
     " UBND tỉnh."),
    ("03 chức năng[^1]",
     "Tra cứu CMND/CCCD, lấy thông tin công dân, tra cứu chủ hộ"),
    ("05 văn bản[^1]",
     "Điển hình: Công văn số 1/UBND-NC ngày 01/8/2025; Công văn số 2/UBND-NC ngày 02/8/2025."),
    ("1.706 thủ tục[^1]",
     "(1) Theo Quyết định số 715/QĐ-UBND; (2) Theo Quyết định số 768/QĐ-UBND."),
    ("02 nhóm TTHC liên thông[^1]",
     "gồm: (1) Đăng ký khai sinh - Đăng ký thường trú; (2) Đăng ký khai tử - Xóa đăng ký"
     " thường trú, hỗ trợ mai táng."),
)
# fmt: on


@pytest.mark.parametrize("sentence", WRONG)
def test_a_list_that_names_more_or_fewer_things_than_said_is_found(sentence: str) -> None:
    (finding,) = findings(sentence)
    assert finding.code == "SL023"
    assert finding.quote.isdecimal()


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_list_that_is_complete_or_cannot_be_counted_is_left_alone(sentence: str) -> None:
    assert findings(sentence) == []


@pytest.mark.parametrize(("words", "note"), WRONG_NOTES)
def test_a_note_that_names_more_or_fewer_things_than_said_is_found(words: str, note: str) -> None:
    (finding,) = findings(f"UBND tỉnh có {words} và chỉ đạo thực hiện.", note)
    assert finding.code == "SL024"
    assert finding.quote == words.split(maxsplit=1)[0]


@pytest.mark.parametrize(("words", "note"), RIGHT_NOTES)
def test_a_note_that_is_complete_or_lists_nothing_is_left_alone(words: str, note: str) -> None:
    assert findings(f"UBND tỉnh có {words} và chỉ đạo thực hiện.", note) == []


@pytest.mark.parametrize("count", range(2, 12))
def test_marks_are_counted_up_to_the_last(count: int) -> None:
    items = "; ".join(f"({number}) Nội dung {number}" for number in range(1, count + 1))
    assert findings(f"Triển khai {count:02d} nhiệm vụ, cụ thể: {items}.") == []
    (finding,) = findings(f"Triển khai {count + 1:02d} nhiệm vụ, cụ thể: {items}.")
    assert f"{count} mục" in finding.why
