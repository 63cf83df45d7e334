"""Abbreviations: never explained, explained late, twice, in two ways."""

import pytest
from support.slips import hints, quoted

from reportgen.checks.wording.abbreviations import explanations
from reportgen.checks.wording.data import rows_of


@pytest.mark.parametrize(
    ("sentence", "short", "phrase"),
    [
        ("Ủy ban nhân dân (UBND) tỉnh.", "UBND", "Ủy ban nhân dân"),
        ("thành lập Ban Chỉ đạo (sau đây gọi là BCĐ).", "BCĐ", "Ban Chỉ đạo"),
        ("thủ tục hành chính (sau đây viết tắt là TTHC)", "TTHC", "thủ tục hành chính"),
        ("Trung tâm dữ liệu (viết tắt là “TTDL”)", "TTDL", "Trung tâm dữ liệu"),
        ("UBND (Ủy ban nhân dân) các xã", "UBND", "Ủy ban nhân dân"),
        ("BHYT: bảo hiểm y tế.", "BHYT", "bảo hiểm y tế"),
        ("Khoa học và Công nghệ (KH&CN)", "KH&CN", "Khoa học và Công nghệ"),
        ("kinh tế - xã hội (KT-XH)", "KT-XH", "kinh tế - xã hội"),
        ("định danh điện tử (ĐDĐT)", "ĐDĐT", "định danh điện tử"),
        ("Văn hóa, Thể thao và Du lịch (VHTTDL)", "VHTTDL", "Văn hóa, Thể thao và Du lịch"),
        ("Uỷ ban nhân dân (UBND)", "UBND", "Uỷ ban nhân dân"),
        ("hợp đồng (sau đây gọi là hợp đồng BCC)", "BCC", ""),
        ("Trung tâm Giám sát thông minh (IOC)", "IOC", ""),
    ],
)
def test_an_explanation_is_recognised_by_its_initials(
    sentence: str, short: str, phrase: str
) -> None:
    from support.manuscripts import manuscript

    (found,) = explanations(manuscript(sentence))
    assert (found.short, found.phrase) == (short, phrase)


NEVER = [
    ("Kế hoạch năm nay của tỉnh (Chương trình MTQG) đã ban hành.", ["MTQG"]),
    ("Kích hoạt tài khoản ĐDĐT mức độ 2.", ["ĐDĐT"]),
    ("Tích hợp SSKĐT trên VNeID; cấp SSKĐT.", ["SSKĐT"]),
    ("Trung tâm PVHCC tỉnh; TCTN.", ["PVHCC", "TCTN"]),
    ("Chi trả theo HĐLV và HĐLV.", ["HĐLV"]),
]


@pytest.mark.parametrize(("sentence", "shorts"), NEVER)
def test_an_unknown_abbreviation_is_told_at_its_first_use(sentence: str, shorts: list[str]) -> None:
    assert quoted("VB040", sentence) == shorts


KNOWN = [
    "Liên hệ đồng chí đội trưởng, SĐT: 0258.3822.222.",
    "Phê duyệt Chương trình mục tiêu quốc gia phòng, chống ma túy (Chương trình MTQG).",
    "Đã tiêm 12.500 liều vắc xin AVAC cho đàn lợn.",
    "Văn phòng HĐND&UBND các xã, phường, đặc khu mời.",
    "Biên giới giữa CHXHCN Việt Nam và CHDCND Lào.",
    "UBND, HĐND, BHXH, BHYT, CNTT, THPT, KT-XH, QLNN, CCCD, TTHC, DVC của tỉnh.",
    "Gia nhập WTO, ASEAN, UNESCO; chỉ số PAPI, SIPAS, PAR INDEX, GRDP.",
    "Ứng dụng VNeID, mã QR, GPS, LGSP, MOOC, IOC, SOC, LED, AI.",
    "Quyết định số 88/QĐ-VPUB, Công văn số 57-CV/ĐU, 2307/UBND-KGVX, Nghị quyết NQ-CP.",
    "Kế hoạch số /KH-BCĐ và Thông báo số HH/BC-TCTĐA ngày 20/12/2023.",
    "Quý IV, Phần XII, Chương VIII, khóa XIV, Mục II.",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "KẾT QUẢ THỰC HIỆN ĐDĐT",
    "Khách sạn DTX, Công ty TNHH ABC, Ngân hàng TMCP, phần mềm QLVB.",
    "Từ “ĐDĐT” được viết trong mẫu.",
    "Tổ chức hội nghị tại TP. Hồ Chí Minh, TX. Ninh Hòa.",
    "Tỉnh chi 5.000 USD, 10 triệu VNĐ, công suất 20 MW.",
]


@pytest.mark.parametrize("sentence", KNOWN)
def test_what_needs_no_explanation_is_left_alone(sentence: str) -> None:
    assert quoted("VB040", sentence) == []


def test_an_abbreviation_explained_anywhere_is_explained() -> None:
    assert quoted("VB040", "Tài khoản ĐDĐT[^1].", notes={1: "Định danh điện tử (ĐDĐT)."}) == []
    assert quoted("VB040", "Bảng:", tables=[[["Tài khoản ĐDĐT"]]]) == []


def test_an_abbreviation_used_before_it_is_explained_is_told_at_the_first_use() -> None:
    text = "Có 02 nhóm TTHC liên thông.\nCải cách thủ tục hành chính (TTHC).\nTTHC nội bộ."
    assert quoted("VB041", text) == ["TTHC"]
    assert hints("VB041", text) == [
        "viết “thủ tục hành chính (TTHC)” ở chỗ này, chỗ sau chỉ viết tắt"
    ]
    assert quoted("VB041", "Cải cách thủ tục hành chính (TTHC).\nCó 02 nhóm TTHC.") == []
    assert quoted("VB041", "CẢI CÁCH TTHC\nCải cách thủ tục hành chính (TTHC).") == []


def test_a_second_explanation_is_told() -> None:
    twice = "Cơ sở dữ liệu (CSDL) quốc gia.\nCập nhật cơ sở dữ liệu (CSDL) đất đai."
    assert quoted("VB042", twice) == ["CSDL"]
    assert quoted("VB042", "Cơ sở dữ liệu (CSDL).\nBảo hiểm y tế (BHYT).") == []
    assert quoted("VB042", "Tổ chức (UBND tỉnh).\nĐơn vị (UBND xã).") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thông tin, truyền thông (TTTT).\nTrung tâm thông tin (TTTT).", ["TTTT"]),
        ("Khoa học và công nghệ (KHCN).\nSở Khoa học và Công nghệ (KH&CN).", ["KH&CN"]),
        ("Khoa học và công nghệ (KHCN).\nKhoa học, công nghệ (KHCN).", []),
        ("Hoà giải viên (HGV).\nHòa giải viên (HGV).", []),
        ("Ủy ban nhân dân (UBND).\nBan Chỉ đạo (BCĐ).", []),
    ],
)
def test_two_meanings_or_two_abbreviations_are_told(text: str, words: list[str]) -> None:
    assert quoted("VB043", text) == words


def test_the_list_of_known_abbreviations_gives_each_once_with_its_meaning() -> None:
    rows = rows_of("tu_viet_tat.csv")
    names = [row["viet_tat"] for row in rows]
    assert len(names) == len(set(names))
    assert all(row["nghia"] for row in rows)
    assert {row["loai"] for row in rows} == {"hanh_chinh", "nuoc_ngoai", "don_vi"}
