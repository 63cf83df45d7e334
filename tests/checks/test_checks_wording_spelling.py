"""Spelling: impossible syllables, well-known misspellings, mixed spellings, doubled words."""

import unicodedata

import pytest
from support.manuscripts import subject
from support.slips import hints, quoted, slips

from reportgen.checks.wording.misspellings import PAIRS
from reportgen.places import communes_of, former_provinces, provinces

IMPOSSIBLE = [
    ("Tiếp tục thưc hiện nhiệm vụ được giao.", "thưc", "thực"),
    ("Thưc hiện Nghị quyết của Chính phủ.", "Thưc", "Thực"),
    ("Giải quyết viêc làm cho người lao động.", "viêc", "việc"),
    ("Cơ sở dữ liệu quôc gia về dân cư.", "quôc", "quốc"),
    ("Nộp hồ sơ trưc tiếp tại bộ phận một cửa.", "trưc", "trực"),
    ("Hồ sơ đã đươc tiếp nhận.", "đươc", "được"),
    ("Cơ quan nhà nươc có thẩm quyền.", "nươc", "nước"),
    ("Các sở, ban, nghành liên quan.", "nghành", "ngành"),
    ("Hồ sơ đã đuợc giải quyết.", "đuợc", "được"),
    ("Các truờng học trên địa bàn.", "truờng", "trường"),
    ("Trong trưòng hợp cần thiết.", "trưòng", "trường"),
    ("Theo khỏan 2 Điều 5.", "khỏan", "khoản"),
    ("Các họat động của đoàn thể.", "họat", "hoạt"),
    ("Lấy ý kiến cuả nhân dân.", "cuả", "của"),
    ("Nâng cao chất lựơng phục vụ.", "lựơng", "lượng"),
    ("Hệ thống thôngg tin của tỉnh.", "thôngg", "thông"),
    ("Theo quy trìhn đã ban hành.", "trìhn", "trình"),
    ("Đã thựcj hiện xong trong tháng 9.", "thựcj", "thực"),
    ("Công tác quảnlý nhà nước.", "quảnlý", "quản lý"),
    ("Nghị quyết trái pháp luậtcủa Hội đồng.", "luậtcủa", "luật của"),
    ("Cơ quan quản lýý nhà nước.", "lýý", "lý"),
    ("Tôn trọng lợí ích của nhân dân.", "lợí", "lợi"),
    ("Phuơng hướng, nhiệm vụ năm 2026.", "Phuơng", "Phương"),
    ("Tăng cuờng kiểm tra, giám sát.", "cuờng", "cường"),
    ("Cấp duới báo cáo cấp trên.", "duới", "dưới"),
    ("Quỹ tiền lương hàng qúy.", "qúy", "quý"),
    ("Báo cáo kêt quả thực hiện.", "kêt", "kết"),
    ("Đã tiêp nhận 120 hồ sơ.", "tiêp", "tiếp"),
    ("Các cấp, các ngành phôi hợp chăt chẽ.", "chăt", "chặt"),
    ("Kinh tế của tỉnh đã phat triển ổn định.", "phat", "phát"),
    ("Nhiệm vụ đã đuơc giao cho các sở.", "đuơc", "được"),
    ("KẾ HOẠCH THƯC HIỆN ĐỀ ÁN 06", "THƯC", "THỰC"),
    ("Giấy đăng kýý kinh doanh.", "kýý", "ký"),
    ("Công dân gưỉ hồ sơ qua mạng.", "gưỉ", "gửi"),
    ("Hội đồng thẩm đinhj đã họp.", "đinhj", "đinh"),
]


@pytest.mark.parametrize(("sentence", "word", "meant"), IMPOSSIBLE)
def test_a_word_that_cannot_be_vietnamese_is_found(sentence: str, word: str, meant: str) -> None:
    assert quoted("VB062", sentence) == [word]
    assert f"“{meant}”" in hints("VB062", sentence)[0]


POSSIBLE = [
    "Công tác tại Đắk Lắk, Pleiku, Kbang, Krông Pắc, Buôn Ma Thuột và M'Drắk.",
    "Xã Ea H'leo, xã Ia Grai, xã Chư Păh, xã Kông Chro, xã Đăk Tô, xã Cư M'gar.",
    "Đồng bào Ê Đê, Gia Rai, Xơ Đăng, Bru - Vân Kiều, Cơ Tu, Hrê, Brâu, Rơ Măm.",
    "Phường Bắc Kạn, xã Đakrông, xã Ngọk Réo, xã Đắk Pék và xã Krêl.",
    "Hành khách checkin qua VNeID bằng QR code trên website online.",
    "Gửi về hộp thư vanphong@khanhhoa.gov.vn hoặc https://thuctuc.gov.vn/viec.",
    "Khám bằng kiosk, đo nhiệt độ 37oC, dùng vắc xin, vắcxin và axít.",
    "Sản lượng 12 kilôgam, 30 mililít, 5 kilômét, 20 kilôoát giờ.",
    "Lắp camera, internet, wifi, modem 4G/5G và chip điện tử.",
    "Vùng trồng quýt, quế, quả, quốc, quỳ, quỹ, quyên, quyết, quýnh, khuya.",
    "Gìn giữ, giếng, giặt, giữa, giềng, già, giỏi, gì, giết, giường.",
    "Thuở, thuế, khuếch, huỳnh, nguyệt, ngoằn ngoèo, khoét, xoong, quần soóc.",
    "Đồng chí Y Thanh Hà Niê Kđăm và đồng chí Hờ Ly Kpă.",
    "Tổ chức hội thảo tại Mát-xcơ-va, Oa-sinh-tơn và Băng-la-đét.",
    "Sử dụng Word, Excel, Microsoft Teams và hệ thống LGSP.",
    "TỔ CHỨC THỰC HIỆN KẾ HOẠCH CHUYỂN ĐỔI SỐ",
    "Văn bản hợp nhất số 12/VBHN-BTC, mã hồ sơ H32.1.15-250919-0001.",
    "Phối hợp với Kon Tum, Plông và công trình thủy điện Đrây H'linh.",
    "Giải quyết khiếu nại, tố cáo; nghe, nghiên cứu, ghi, ghé, kể, kỹ, ký.",
    "Công ty cổ phần Xích líp Đông Anh, cáp quang, vé xe buýt, séc, mét, lít.",
    "Thu phí tại bến xe, xếp hàng, dịch tễ, đắc cử, đạc điền, tạp chí.",
    "Huyện Mường Lát, xã Nậm Nhùn, xã Pù Nhi, xã Púng Luông, xã Háng Lìa.",
]


@pytest.mark.parametrize("sentence", POSSIBLE)
def test_names_loan_words_and_right_words_are_left_alone(sentence: str) -> None:
    assert quoted("VB062", sentence) == []
    assert quoted("VB063", sentence) == []


def test_no_name_of_a_place_is_taken_for_a_slip() -> None:
    names = [former.full_name for former in former_provinces()]
    for province in provinces():
        names += [f"Tại {one.full_name} đã họp." for one in communes_of(province)]
        names += [f"{one.name} là {one.rank.lower()} mới." for one in communes_of(province)]
    assert quoted("VB062", "\n".join(names)) == []
    assert quoted("VB063", "\n".join(names)) == []


@pytest.mark.parametrize(("wrong", "right"), sorted(PAIRS.items()))
def test_a_well_known_misspelling_is_found_once(wrong: str, right: str) -> None:
    sentence = f"Cơ quan này, {wrong}, nêu ở trên."
    codes = [one.code for one in slips(sentence) if one.code in ("VB062", "VB063")]
    assert "VB063" in codes
    assert f"“{right}”" in hints("VB063", sentence)[0]
    assert quoted("VB063", f"Cơ quan này, {right}, nêu ở trên.") == []


RIGHT_ACROSS_WORDS = [
    "Nâng cao khả năng xuất khẩu của doanh nghiệp.",
    "Sản phẩm gia công xuất khẩu; lập chiến công xuất sắc.",
    "Việc này được thực hiện tương tự quy định tại Điều 38.",
    "Những vấn đề nghi vấn đã được làm rõ.",
    "Kiểm tra các hóa đơn vi phạm quy định.",
    "Hạn chế đô la hóa nền kinh tế.",
    "Giám sát nhập khẩu hàng hóa.",
    "Sản xuất sắt thép tăng 5%.",
    "Đoàn thể cũng cố gắng vận động hội viên.",
    "Tác giả quyết định hình thức xuất bản.",
    "Hoạt động thường trực tuyên truyền lưu động.",
    "Biểu diễn hình thức mới.",
    "Quan hệ đối tác Đông Á và đối tác Đông Nam Á.",
    "Tiếp xúc tích cực với cử tri.",
    "Mạng lưới cung cấp các hợp chất lương thực.",
    "Thay thế kỹ thuật cũ.",
    "Ông Sĩ Hoa Học, công nghệ viên.",
]


@pytest.mark.parametrize("sentence", RIGHT_ACROSS_WORDS)
def test_two_words_that_meet_by_chance_are_no_misspelling(sentence: str) -> None:
    assert quoted("VB063", sentence) == []


DOUBLED = [
    ("Công tác tham mưu, đề xuất chưa chưa kịp thời.", "chưa chưa"),
    ("Báo cáo về về tình hình thực hiện.", "về về"),
    ("Kết quả của của các sở, ngành.", "của của"),
    ("Yêu cầu các các đơn vị báo cáo.", "các các"),
    ("Phối hợp với với Công an tỉnh.", "với với"),
    ("Đã đã hoàn thành trong tháng 9.", "Đã đã"),
    ("Hồ sơ và và giấy tờ kèm theo.", "và và"),
    ("Đơn vị phải phải bảo đảm an toàn.", "phải phải"),
    ("Tiếp tục về triển triển khai kế hoạch.", "triển triển"),
    ("Giao cho nhiệm nhiệm vụ mới.", "nhiệm nhiệm"),
    ("Đề nghị, thực thực hiện nghiêm túc.", "thực thực"),
    ("Thực hiện thực hiện kế hoạch năm 2025.", "Thực hiện thực hiện"),
    ("Việc rà soát và cải cách hành chính cải cách hành chính.", ""),
    ("Tình hình của thủ tục thủ tục hành chính.", "thủ tục thủ tục"),
    ("Kết quả triển khai thực hiện thực hiện Đề án.", "thực hiện thực hiện"),
    ("Ban hành hoặc hoặc trình cơ quan có thẩm quyền.", "hoặc hoặc"),
    ("Gửi đến đến Đoàn đại biểu Quốc hội.", "đến đến"),
    ("Báo cáo cho cho Chính phủ.", "cho cho"),
]


@pytest.mark.parametrize(("sentence", "words"), DOUBLED)
def test_words_typed_twice_are_found(sentence: str, words: str) -> None:
    assert quoted("VB044", sentence) == ([words] if words else [])


TWICE_ON_PURPOSE = [
    "Người dân luôn luôn tuân thủ; tình hình dần dần ổn định.",
    "Thường thường ngày ngày, từ từ và song song thực hiện.",
    "Trong vòng năm năm, nhà nhà, người người thi đua.",
    "Xử lý hành vi vi phạm pháp luật.",
    "Trong trường hợp hợp đồng hết hạn.",
    "Vận tải hàng không không thường lệ.",
    "Yêu cầu các tổ chức tổ chức hội nghị.",
    "Quyền tự do do pháp luật quy định.",
    "Hiện tại tại các xã, phường đã xong.",
    "Đợt tiếp theo theo kế hoạch.",
    "Nội dung nêu trên trên địa bàn tỉnh.",
    "Vụ đình công công bố hôm qua.",
    "Đơn vị thi công công trình trên đường.",
    "Đồng chí Lê Minh Minh và bà Thu Thu.",
    "Ngay ngay ngắn ngắn, xanh xanh, đều đều, hằng hằng.",
    "Tổng số 10, 10 hồ sơ; tháng 9, tháng 9 năm trước.",
    "Ông đó là là chuyện khác; một một hai hai.",
    "Người nhặt được được hưởng giá trị bằng mười phần trăm.",
    "Góp một phần phần vốn còn thiếu.",
    "Kiểm sát viên được cấp cấp hiệu, phù hiệu.",
]


def test_letters_with_marks_typed_apart_are_neither_misspelled_nor_of_an_old_encoding() -> None:
    text = unicodedata.normalize("NFD", "Các đơn vị; - Trung tâm Phục vụ hành chính công tỉnh;")
    assert {one.code for one in slips(text)} == {"VB056"}


@pytest.mark.parametrize("sentence", TWICE_ON_PURPOSE)
def test_words_that_stand_twice_with_reason_are_left_alone(sentence: str) -> None:
    assert quoted("VB044", sentence) == []


def test_mixed_placement_of_tones_is_told_once_with_the_rarer_forms() -> None:
    text = (
        "Tỉnh Khánh Hòa; văn hóa; tòa nhà.\nỦy ban nhân dân tỉnh.\nVăn hoá và thuỷ lợi.\nHoà giải."
    )
    (finding,) = [one for one in slips(text) if one.code == "VB054"]
    assert finding.quote == "hoá"
    assert "4 chỗ kiểu cũ" in finding.message
    assert "“thuỷ” (1 chỗ)" in finding.message
    assert "“hóa”" in finding.hint


@pytest.mark.parametrize(
    "text",
    [
        "Khánh Hòa, văn hóa, ủy ban, khỏe, thủy lợi, quý, quỹ, hoàn toàn, thuyền.",
        "Khánh Hoà, văn hoá, uỷ ban, khoẻ, thuỷ lợi, quý, quỹ, hoàn toàn, thuyền.",
        "Toàn tỉnh có ngoại, loại, hoạch, quý, toán, chuyên.",
    ],
)
def test_one_placement_of_tones_is_left_alone(text: str) -> None:
    assert quoted("VB054", text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Trên 210 tỉ đồng.\nĐạt 14,4 tỷ đồng.\nTỷ lệ 90%, tỷ giá.", "tỉ"),
        ("Kỹ năng số, kỹ thuật và kĩ sư.", "kĩ"),
        ("Quý III, quý IV và quí I.", "quí"),
        ("Quản lý, xử lý và lí do.", "lí"),
        ("Bác sĩ, bác sĩ và y sỹ.", "sỹ"),
    ],
)
def test_one_word_with_i_and_with_y_is_found(text: str, word: str) -> None:
    assert quoted("VB055", text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "Trên 210 tỷ đồng, tỷ lệ 90%.",
        "Trên 210 tỉ đồng, tỉ lệ 90%.",
        "Ông Nguyễn Sĩ Mỹ; học sĩ quan, thi sĩ.",
        "Công ty, ti vi; hi hữu, hy sinh; ly hôn, li ti; mì, my.",
        "Nước Mỹ, mĩ thuật.",
    ],
)
def test_one_spelling_or_names_are_left_alone(text: str) -> None:
    assert quoted("VB055", text) == []


def test_a_slip_in_a_cell_and_in_a_note_is_found() -> None:
    made = {"notes": {1: "Cơ quan thưc hiện."}, "tables": [[["Tên"], ["Nghành y tế"]]]}
    assert sorted(quoted("VB062", "Nội dung[^1].", **made)) == ["Nghành", "thưc"]
    assert subject("Nội dung[^1].", **made).manuscript.notes[1]
