"""Marks of punctuation: doubled, missing, in pairs, blanks and dashes around them."""

import pytest
from support.slips import hints, quoted

WRONG = [
    ("VB045", "Đã hoàn thành 5/5 phiếu khảo sát.; các đơn vị khác chưa xong.", "sát.;"),
    ("VB045", "Các sở,, ngành liên quan.", "sở,,"),
    ("VB045", "Các sở, , ngành liên quan.", "sở, ,"),
    ("VB045", "Giao Sở Nội vụ;; Sở Tài chính.", "vụ;;"),
    ("VB045", "Chia sẻ tài liệu số hóa..", "hóa.."),
    ("VB045", "Hệ thống vẫn báo sai thông tin....", "tin...."),
    ("VB045", "Khắc phục khả năng thanh toán,; phục hồi.", "toán,;"),
    ("VB045", "Chịu thuế thu nhập;.", "nhập;."),
    ("VB045", "Nội dung gồm:: hai phần.", "gồm::"),
    ("VB045", "Điều 2.. Luật này có hiệu lực.", "2.."),
    ("VB047", "Các sở , ban, ngành.", "sở ,"),
    ("VB047", "Tổng số 50.327 đối tượng .", "tượng ."),
    ("VB047", "Giao Sở Nội vụ ; Sở Tài chính.", "vụ ;"),
    ("VB047", "Cụ thể như sau :", "sau :"),
    ("VB047", "Đạt ( 90%) kế hoạch.", "( 90"),
    ("VB047", "Tỷ lệ (90%) , tăng 5%.", " ,"),
    ("VB048", "Công an tỉnh,huyện phối hợp.", "tỉnh,huyện"),
    ("VB048", "Giao Sở Nội vụ;Sở Tài chính.", "vụ;Sở"),
    ("VB048", "Đã trở lại Việt Nam.Trong thời hạn 5 ngày.", "Nam.Trong"),
    ("VB048", "Cơ quan chủ trì:Sở Tư pháp.", "trì:Sở"),
    ("VB048", "Ủy ban nhân dân (UBND)tỉnh.", "UBND)tỉnh"),
    ("VB048", "Năm 2025,tỉnh đã hoàn thành.", "2025,tỉnh"),
    ("VB050", "Tổ chức 02 lớp (mỗi lớp 30 học viên.", "(mỗi lớp 30 học"),
    ("VB050", "Hoàn thành theo lộ trình đến 31/12/2025”.", "trình đến 31/12/2025”"),
    ("VB050", "Phong trào “Bình dân học vụ số.", "“Bình dân học vụ"),
    ("VB050", "Phong trào “Bình dân học vụ số“.", "“Bình dân học vụ số“"),
    ("VB050", "Đạt 90% kế hoạch) trong năm.", "Đạt 90% kế hoạch)"),
    ("VB050", 'Thực hiện "một cửa liên thông.', '"một cửa liên thông.'),
    ("VB052", "Phát triển kinh tế -xã hội.", "tế -xã"),
    ("VB052", "Phát triển kinh tế- xã hội.", "tế- xã"),
    ("VB052", "Tổ chức chính trị –xã hội.", "trị –xã"),
    ("VB052", "Giai đoạn 2021 -2025.", "2021 -2025"),
    ("VB052", "Giai đoạn 2021- 2025.", "2021- 2025"),
    ("VB058", "Căn cứ Luật Ðất đai.", "Ðất"),
    ("VB058", "Cơ quan ðã ban hành văn bản.", "ðã"),
    ("VB058", "Bộ phận một сửa của xã.", "сửa"),
    ("VB058", "Tổng số ２０２５ hồ sơ.", "２０２５"),
    ("VB059", "Tiếp nhận 1O5 hồ sơ.", "1O5"),
    ("VB059", "Kế hoạch năm 2O25.", "2O25"),
    ("VB059", "Năm 2o25, tỉnh có 12 đơn vị.", "2o25"),
    ("VB059", "Tổng số 1.2l5 hồ sơ.", "1.2l5"),
    ("VB050", "Mô hình 16 Đảm bảo điều kiện công dân số): chưa triển khai.", "kiện công dân số)"),
    ("VB049", "Chủ  trì: Sở Nội vụ và các cơ quan liên quan.", "Chủ  trì:"),
    ("VB059", "Tổ công tác Đề án O6 của tỉnh.", "O6"),
    ("VB059", "Đã khai thác l5.289 lượt trong tháng.", "l5.289"),
    ("VB063", "Các đơn vị sử lý hồ sơ theo kế hoạch.", "sử lý"),
    ("VB060", "Báo cáo kết quả thực\ufffd hiện.", "thực\ufffd"),
    ("VB060", "Báo cáo kết\u200b quả thực hiện.", "kết\u200b"),
]


@pytest.mark.parametrize(("code", "sentence", "words"), WRONG)
def test_a_slip_is_found_at_its_words(code: str, sentence: str, words: str) -> None:
    assert quoted(code, sentence) == [words]
    assert hints(code, sentence)[0]


RIGHT = [
    "Các sở: TC; XD; NN&MT; CT; VH,TT&DL; YT.",
    "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/01/2026\ncủa Chủ tịch UBND tỉnh Lâm Đồng)",
    "Các sở, ban, ngành...; địa phương, v.v.; đoàn thể…",
    "Thực hiện nghiêm túc./.",
    "Tỷ lệ 90,31%; số tiền 1.365.565 đồng; lúc 14:30, 8h30; tỷ số 1,5 và 2.5.",
    "Ngày ..... tháng ..... năm ........",
    "Số: ........../BC-UBND, họ tên: ..............................",
    "Xem tại https://khanhhoa.gov.vn/tin?a=1,b;c và gửi a.b@c.vn.",
    "Đồng chí TS.Nguyễn Văn A, ThS.Trần Văn B tại TP.HCM, Q.1, P.2.",
    "Gồm: a) Rà soát; b) Cập nhật; c) Báo cáo.",
    "1) Rà soát; 2) Cập nhật (gồm: a) hồ sơ; b) dữ liệu).",
    "Khoản 2 (điểm a) và Điều 5 (khoản 1).",
    "(1) Mô hình 1; (2) Mô hình 2; ⁽³⁾ Mô hình 3.",
    "ê) Tiếp tục phối hợp (Sở Y tế).",
    "Màn hình 49\" lắp tại hội trường; môn Toán 15' và 90'.",
    "Phát triển kinh tế - xã hội giai đoạn 2021-2025, 2022 - 2026.",
    "Nhiệt độ từ -5 đến 10 độ, giảm -5%.",
    "- Các sở, ban, ngành; - Địa phương.",
    "Nghị quyết số 35/NQ- CP, TT.HĐND tỉnh, Bộ phận Tiếp nhận và trả kết quả (BPTN&TKQ).",
    "Covid-19, Mác - Lênin, A-B, Bà Rịa - Vũng Tàu, e-mail, số hóa.",
    "Khí CO2, H2O, 30oC, góc 45o, 5l xăng, tầng 1B, số 3A, Quốc lộ 1A, O2.",
    "Hạt α, β và bước sóng λ = 5 μm; tổng Σ.",
    "Người dùng Facebook, Zalo (Meta); “một cửa số” và “0 đồng”.",
    "Trang thông tin (http://nq57.vn).",
    "Tuyên truyền tại <https://chuyendoiso.khanhhoa.gov.vn>[8].",
    "Trang nq57.vn, khanhhoa.gov.vn; tệp bao_cao.docx.",
    "Điện thoại: 0258.3822222; Fax: 0258.3822223.",
    "Kết quả thực hiện (đạt 100%), trong đó (i) cấp tỉnh; (ii) cấp xã.",
    "Tổ chức “Ngày hội” (lần thứ 2): “Số” và “Dữ liệu”.",
    "Hỏi: Ai chịu trách nhiệm? Trả lời: Sở Nội vụ!",
]


@pytest.mark.parametrize("sentence", RIGHT)
def test_right_punctuation_is_left_alone(sentence: str) -> None:
    for code in ("VB045", "VB047", "VB048", "VB050", "VB052", "VB058", "VB059", "VB060"):
        assert quoted(code, sentence) == [], code


def test_a_quotation_of_several_paragraphs_is_balanced() -> None:
    text = "Sửa đổi khoản 1 như sau:\n“1. Cơ quan có trách nhiệm;\n2. Cá nhân báo cáo.”.\nHết."
    assert quoted("VB050", text) == []
    straight = text.replace("“", '"').replace("”", '"')
    assert quoted("VB050", straight) == []


def test_double_blanks_are_told_once_with_their_number() -> None:
    text = "Các sở,  ban, ngành  phối hợp.\nUBND  các xã báo cáo.\nSố:    /BC và ngày   tháng 9."
    assert len(quoted("VB049", text)) == 1
    assert quoted("VB049", "Số:   /BC-UBND; ngày   tháng   năm 2025.\na)  Rà soát dữ liệu.") == []


def test_both_kinds_of_quotes_are_told_once() -> None:
    text = 'Đề án “A”, “B”.\nPhong trào "Bình dân học vụ số".'
    assert quoted("VB051", text) == ['"Bình dân học vụ số"']
    assert quoted("VB051", "Đề án “A” và “B”.") == []
    assert quoted("VB051", 'Đề án "A" và "B", màn hình 15".') == []


def test_one_phrase_with_two_dashes_is_told_once() -> None:
    text = "Kinh tế - xã hội.\nPhát triển kinh tế - xã hội.\nKế hoạch kinh tế – xã hội."
    assert len(quoted("VB053", text)) == 1
    assert quoted("VB053", "Kinh tế - xã hội.\nThời gian – địa điểm.") == []


SENTENCE = "Các sở, ban, ngành đã ban hành văn bản triển khai nhiệm vụ được giao trong năm"


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (f"{SENTENCE}\nĐoạn sau.", 1),
        (f"- {SENTENCE}\n- Dòng sau.", 1),
        (f"{SENTENCE}.\nĐoạn sau.", 0),
        (f"{SENTENCE};\nĐoạn sau.", 0),
        (f"{SENTENCE}:\nĐoạn sau.", 0),
        (f"{SENTENCE}...\nĐoạn sau.", 0),
        (f"# I. {SENTENCE}\nĐoạn sau.", 0),
        (f"a) {SENTENCE}\nCơ quan chủ trì: Sở Nội vụ.", 0),
        (f"{SENTENCE}\nđã được duyệt.", 0),
        ("Không phát sinh\nĐoạn sau.", 0),
        (f"{SENTENCE.upper()}\nĐoạn sau.", 0),
        (f"(Ban hành kèm theo Quyết định; {SENTENCE})\nĐoạn sau.", 0),
        (f"{SENTENCE} là\nĐoạn sau.", 0),
        (f"Đoạn đầu.\n{SENTENCE}", 0),
        ("\n".join([SENTENCE] * 6 + ["Đoạn sau."]), 1),
        (f"THAM LUẬN\n{SENTENCE}\nUBND tỉnh\nĐoạn sau.", 0),
        (f"THAM LUẬN\nĐoạn đầu.\n{SENTENCE}\nĐoạn sau.", 1),
        (f"Kính thưa các đồng chí, thưa toàn thể hội nghị; {SENTENCE}\nĐoạn sau.", 0),
    ],
)
def test_a_sentence_without_a_full_stop_is_found(lines: str, count: int) -> None:
    assert len(quoted("VB046", lines)) == count
