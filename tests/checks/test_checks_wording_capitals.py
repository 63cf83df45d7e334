"""Capitals in citations, kinds, names of bodies and places, weekdays."""

import pytest
from support.wording import codes, findings, quotes

from reportgen.checks.subject import Facts

WRONG = [
    ("VB020", "Theo quy định tại Khoản 2 Điều 3 Luật Căn cước.", "Khoản 2"),
    ("VB020", "Theo Điểm a khoản 2 Điều 3 Luật Căn cước.", "Điểm a"),
    ("VB020", "Theo điểm a khoản 2 điều 3 Luật Căn cước.", "điều 3"),
    ("VB020", "Căn cứ điều 12 của Nghị định này.", "điều 12"),
    ("VB020", "Quy định tại các chương II và III của Luật này.", "chương II"),
    ("VB020", "Quy định tương ứng tại mục 1 Chương III của Luật này.", "mục 1"),
    ("VB020", "Theo phần II của Kế hoạch.", "phần II"),
    ("VB020", "Trường hợp quy định tại Điểm b, c Khoản này; tại Khoản 4 Điều 32.", "Khoản 4"),
    ("VB020", "Thực hiện đúng Điểm đ khoản 1 Điều 5.", "Điểm đ"),
    ("VB021", "Triển khai Nghị Quyết số 30-NQ/TU ngày 23/5/2023.", "Nghị Quyết"),
    ("VB021", "Theo Quyết Định số 06/QĐ-TTg ngày 06/01/2022.", "Quyết Định"),
    ("VB021", "Theo nghị quyết số 66/NQ-CP ngày 26/3/2025.", "nghị quyết"),
    ("VB021", "Theo kế hoạch số 66/KH-UBND ngày 28/8/2025.", "kế hoạch"),
    ("VB021", "Nêu tại công văn số 2820/BKH-QLĐT ngày 21/4/2006.", "công văn"),
    ("VB021", "Theo Công Văn số 2820/BKH-QLĐT ngày 21/4/2006.", "Công Văn"),
    ("VB021", "Theo quyết định số 126/QĐ-UBND ngày 11/9/2025.", "quyết định"),
    ("VB021", "Theo Thông Tư 01/2023/TT-VPCP ngày 05/4/2023.", "Thông Tư"),
    ("VB021", "Căn cứ Bộ Luật Dân sự năm 2015.", "Bộ Luật"),
    ("VB022", "Giao Uỷ Ban Nhân Dân các xã, phường thực hiện.", "Uỷ Ban Nhân Dân"),
    ("VB022", "Giao Ủy Ban nhân dân tỉnh thực hiện.", "Ủy Ban nhân dân"),
    ("VB022", "Theo chỉ đạo của ủy ban nhân dân tỉnh.", "ủy ban nhân dân"),
    ("VB022", "Báo cáo hội đồng nhân dân cấp xã.", "hội đồng nhân dân"),
    ("VB022", "Kỳ họp của Hội Đồng Nhân Dân tỉnh.", "Hội Đồng Nhân Dân"),
    ("VB022", "Theo Nghị quyết của Chính Phủ.", "Chính Phủ"),
    ("VB022", "Trình Quốc Hội xem xét.", "Quốc Hội"),
    ("VB022", "Chỉ đạo của Thủ Tướng Chính phủ.", "Thủ Tướng"),
    ("VB022", "Ý kiến của Chủ Tịch UBND tỉnh.", "Chủ Tịch"),
    ("VB022", "Ý kiến của Phó Chủ Tịch tỉnh.", "Phó Chủ Tịch"),
    ("VB022", "Giao Giám Đốc các sở thực hiện.", "Giám Đốc"),
    ("VB022", "Đồng chí Bí Thư dự họp.", "Bí Thư"),
    ("VB022", "Họp Ban Chỉ Đạo tỉnh.", "Ban Chỉ Đạo"),
    ("VB022", "Giao Công An tỉnh chủ trì.", "Công An"),
    ("VB022", "Chỉ đạo của Tỉnh Ủy về chuyển đổi số.", "Tỉnh Ủy"),
    ("VB023", "Công văn của Bộ nội vụ về việc làm.", "Bộ nội vụ"),
    ("VB023", "Giao Sở tài chính bố trí kinh phí.", "Sở tài chính"),
    (
        "VB023",
        "Giao Sở Văn hóa, thể thao và Du lịch tuyên truyền.",
        "Sở Văn hóa, thể thao và Du lịch",
    ),
    (
        "VB023",
        "Sở Văn hoá, Thể thao và Du Lịch tuyên truyền.",
        "Sở Văn hoá, Thể thao và Du Lịch",
    ),
    ("VB023", "Giao Sở Kế hoạch và đầu tư thẩm định.", "Sở Kế hoạch và đầu tư"),
    ("VB023", "Giao Sở Khoa học và công nghệ chủ trì.", "Sở Khoa học và công nghệ"),
    ("VB024", "Trên địa bàn Tỉnh Khánh Hòa đạt kết quả tốt.", "Tỉnh Khánh Hòa"),
    ("VB024", "Các xã thuộc Tỉnh Đắk Lắk đã báo cáo.", "Tỉnh Đắk Lắk"),
    ("VB024", "Nhân dân tỉnh khánh hòa hưởng ứng.", "tỉnh khánh hòa"),
    ("VB024", "Đoàn công tác của thành phố Hồ Chí Minh.", "thành phố Hồ Chí Minh"),
    ("VB025", "Họp lúc 14 giờ thứ sáu, ngày 19/9/2025.", "thứ sáu"),
    ("VB025", "Trực từ thứ hai đến thứ Sáu.", "thứ hai"),
    ("VB025", "Kỷ niệm Cách mạng tháng tám.", "Cách mạng tháng tám"),
    ("VB025", "Nghỉ tết Nguyên Đán năm 2026.", "tết Nguyên Đán"),
    ("VB025", "Kỷ niệm ngày Quốc Khánh 2-9.", "ngày Quốc Khánh"),
]

RIGHT = [
    "Theo điểm a khoản 2 Điều 3 Luật Căn cước.",
    "Khoản 2 Điều 3 được sửa đổi như sau.",
    "a) Khoản 2 Điều 3 được sửa đổi như sau.",
    "4- Khoản 1 Điều 11 được sửa đổi, bổ sung như sau.",
    "Sửa đổi như sau: “Khoản 2 Điều này áp dụng cho hộ nghèo”.",
    "Khoản chi 5 tỷ đồng đã giải ngân.",
    "Năm điều Bác Hồ dạy được học sinh thực hiện tốt.",
    "Danh mục 47 thủ tục hành chính; hạng mục 2 chưa xong.",
    "Có ba chương trình trọng điểm.",
    "Điểm a tô tô được 5 điểm trong phần thi.",
    "Bố trí 21 Điểm thu nhận hồ sơ.",
    "Phần II. Nhiệm vụ trọng tâm",
    "THỰC HIỆN THEO KHOẢN 2 ĐIỀU 3",
    "Triển khai Nghị quyết số 30-NQ/TU ngày 23/5/2023.",
    "NGHỊ QUYẾT SỐ 30-NQ/TU NGÀY 23/5/2023",
    "Đã báo cáo 12 nội dung; quyết định số lượng cấp phó.",
    "Ban hành kế hoạch số hóa hồ sơ; thông báo số điện thoại đường dây nóng.",
    "Các sở đã có văn bản số 12/SNV-VP ngày 05/3/2025.",
    "Giao Ủy ban nhân dân các xã, phường thực hiện.",
    "Ủy ban Thường vụ Quốc hội và Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh.",
    "Nhân dân địa phương và nhà nước cùng làm; ban chấp hành hội.",
    "Chủ tịch, Phó Chủ tịch UBND tỉnh; Giám đốc các sở.",
    "Ban Chỉ đạo và Văn phòng Ban Chỉ đạo.",
    "Hội đồng hương Khánh Hòa tại Hà Nội.",
    "Công ty Văn Phòng Phẩm Hồng Hà trúng thầu.",
    "Công an tỉnh; Công an các xã, phường.",
    "Bộ Nội vụ, Bộ Y tế, Sở Công Thương, Sở Công thương, Sở Tài chính.",
    "Sở Lao động – Thương binh và Xã hội đã sáp nhập.",
    "Đội ngũ cán bộ y tế, cán bộ tư pháp và cơ sở giáo dục và đào tạo.",
    "Sở xây dựng kế hoạch và tổ chức thực hiện.",
    "SỞ TÀI CHÍNH VÀ BỘ NỘI VỤ PHỐI HỢP",
    "Trên địa bàn tỉnh Khánh Hòa đạt kết quả tốt.",
    "Tỉnh Khánh Hòa đạt kết quả tốt. Tỉnh Lào Cai cũng vậy.",
    "Tỉnh ủy, Tỉnh đoàn, Tỉnh Đoàn Khánh Hòa.",
    "Khẩu hiệu “Vì Tỉnh Khánh Hòa phát triển”.",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh; Thành phố Hồ Chí Minh.",
    "Tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
    "Phường Điện Biên Phủ, Quận 1 là tên đặt theo danh nhân, sự kiện, con số.",
    "Họp lúc 14 giờ thứ Sáu, ngày 19/9/2025.",
    "Bộ luật Hình sự, Bộ luật Lao động; Bộ Luật gia.",
    "Thứ hai, tiếp tục rà soát; thứ ba, báo cáo kết quả.",
    "Lần thứ hai trong tháng; phiên họp thứ ba ngày 20/9/2025.",
    "Nghỉ tết Nguyên đán; ngày Quốc khánh 2-9; Cách mạng tháng Tám.",
    "Cách mạng Tháng Tám thành công.",
    "Trong ba tháng một lần báo cáo; sáu tháng đầu năm.",
]


@pytest.mark.parametrize(("code", "text", "quote"), WRONG)
def test_a_wrong_capital_is_found_at_its_words(code: str, text: str, quote: str) -> None:
    assert quote in quotes(code, text)
    assert len(quotes(code, text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_right_capitals_are_left_alone(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Giao Uỷ Ban Nhân Dân tỉnh thực hiện.", "viết “Uỷ ban nhân dân”"),
        ("Giao Ủy Ban Nhân Dân tỉnh thực hiện.", "viết “Ủy ban nhân dân”"),
        ("Sở Văn hoá, thể thao và Du lịch.", "viết “Sở Văn hoá, Thể thao và Du lịch”"),
        ("Theo chỉ đạo của Tỉnh Khánh Hoà.", "viết “tỉnh Khánh Hoà”"),
    ],
)
def test_a_hint_keeps_to_the_writer_s_tone_marks(text: str, hint: str) -> None:
    (found,) = findings(text)
    assert found.hint == hint


def test_many_slips_of_one_kind_are_one_finding_that_quotes_them() -> None:
    lines = [f"Theo Khoản {number} Điều 3 Luật Căn cước." for number in range(1, 7)]
    (found,) = [one for one in findings("\n".join(lines)) if one.code == "VB020"]
    assert found.quote == "Khoản 1"
    assert "còn 5 chỗ nữa như vậy: “Khoản 2”" in found.message


def test_a_party_document_follows_rules_of_its_own() -> None:
    text = "Theo quy định tại Khoản 2 Điều 3 trên địa bàn Tỉnh Khánh Hòa."
    assert quotes("VB020", text) != []
    assert findings(text, facts=Facts(party=True)) == []
