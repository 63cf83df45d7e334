"""What a document says of itself."""

from datetime import date

import pytest
from support.manuscripts import document

from reportgen.checks.facts import facts_of
from reportgen.checks.periods import period_in


def test_letterhead_and_title_say_number_symbol_date_place_kind_and_period() -> None:
    facts = facts_of(
        document(
            letterhead={
                "superior": ("UBND TỈNH KHÁNH HÒA",),
                "issuer": ("BAN CHỈ ĐẠO",),
                "number": "Số: 87/BC-BCĐ",
                "place_and_date": "Khánh Hòa, ngày 19 tháng 9 năm 2025",
            },
            title={
                "kind": "BÁO CÁO",
                "subject": "Kết quả triển khai giai đoạn 2022-2025, tầm nhìn đến năm 2030 "
                "tháng 9/2025",
                "period": "(Từ ngày 16/8/2025 đến ngày 15/9/2025)",
            },
        )
    )
    assert (facts.number, facts.symbol) == ("87", "BC-BCĐ")
    assert (facts.issued, facts.place) == (date(2025, 9, 19), "Khánh Hòa")
    assert facts.kind is not None
    assert facts.kind.key == "bao_cao"
    assert facts.period == (date(2025, 8, 16), date(2025, 9, 15))
    assert not facts.party


def test_what_is_left_blank_is_not_known() -> None:
    facts = facts_of(
        document(
            letterhead={
                "number": "Số:         /UBND-KGVX",
                "place_and_date": "Khánh Hòa, ngày     tháng 8 năm 2025",
                "subject": "V/v nâng bậc lương năm 2019",
            }
        )
    )
    assert (facts.number, facts.symbol, facts.issued) == ("", "UBND-KGVX", None)
    assert facts.place == "Khánh Hòa"
    assert facts.kind is not None
    assert facts.kind.letter
    assert facts.period is None


@pytest.mark.parametrize(
    ("number", "issuer", "party"),
    [
        ("Số 57-CV/TU", "TỈNH ỦY KHÁNH HÒA", True),
        ("Số: 57-CV/TU", "", True),
        ("Số: 12-BC/ĐU", "ĐẢNG ỦY CÔNG AN", True),
        ("", "ĐẢNG CỘNG SẢN VIỆT NAM", True),
        ("Số: 2316/CV-BTGTU", "BAN TUYÊN GIÁO", False),
        ("Số: 936/QĐ-UBND", "UBND TỈNH KHÁNH HÒA", False),
        ("Số: 12/BC-SNV", "SỞ NỘI VỤ", False),
    ],
)
def test_a_document_of_the_party_is_told(number: str, issuer: str, party: bool) -> None:
    facts = facts_of(document(letterhead={"number": number, "issuer": (issuer,)}))
    assert facts.party is party


def test_an_old_spelling_of_the_kind_names_it_as_well() -> None:
    facts = facts_of(document(title={"kind": "GIẤY UỶ QUYỀN"}))
    assert facts.kind is not None
    assert facts.kind.key == "giay_uy_quyen"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("(Từ ngày 16/8/2025 đến ngày 15/9/2025)", (2025, 8, 16), (2025, 9, 15)),
        ("(Từ ngày 15/11 đến hết ngày 14/12/2023)", (2023, 11, 15), (2023, 12, 14)),
        ("(Từ 15/12 đến 14/01/2024)", (2023, 12, 15), (2024, 1, 14)),
        ("(Tháng 12/2023)", (2023, 12, 1), (2023, 12, 31)),
        ("Kết quả cải cách hành chính tháng 02 năm 2024", (2024, 2, 1), (2024, 2, 29)),
        ("Hoạt động Quý IV năm 2025 của Ban Chỉ đạo", (2025, 10, 1), (2025, 12, 31)),
        ("Kết quả 6 tháng đầu năm 2025", (2025, 1, 1), (2025, 6, 30)),
        ("Nhiệm vụ 6 tháng cuối năm 2025", (2025, 7, 1), (2025, 12, 31)),
        ("Kết quả 9 tháng năm 2025", (2025, 1, 1), (2025, 9, 30)),
        ("Kết quả triển khai Đề án 06 tháng 9/2025", (2025, 9, 1), (2025, 9, 30)),
        ("Tổng kết công tác năm 2025", (2025, 1, 1), (2025, 12, 31)),
    ],
)
def test_a_period_is_read_as_titles_name_it(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert period_in(text) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "text",
    [
        "Đề án chuyển đổi số quốc gia giai đoạn 2022-2025, tầm nhìn đến năm 2030",
        "(Từ ngày 31/9/2025 đến ngày 15/10/2025)",
        "Kết quả tháng 13/2025",
        "Quý V năm 2025",
        "Kết luận tại Hội nghị ngày 05 tháng 9 năm 2025",
        "về việc nâng bậc lương",
        "",
    ],
)
def test_what_is_no_period_is_not_taken_for_one(text: str) -> None:
    assert period_in(text) is None
