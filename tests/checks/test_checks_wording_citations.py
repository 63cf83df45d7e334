"""Documents cited by number: the form of the number, dates, subjects, first mention, lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.manuscripts import manuscript, subject
from support.wording import codes, findings, quotes

from reportgen.checks.subject import Facts
from reportgen.checks.wording.citations import Citation, citations_of
from reportgen.checks.wording.two_dates import RULE as TWO_DATES
from reportgen.problems import Severity

WRONG = [
    ("VB010", "Thực hiện Kế hoạch số 2943 /KH-UBND ngày 29/8/2025.", "2943 /KH-UBND"),
    ("VB010", "Thực hiện Kế hoạch số 2943/ KH-UBND ngày 29/8/2025.", "2943/ KH-UBND"),
    ("VB010", "Thực hiện Kế hoạch số 2943/KH - UBND ngày 29/8/2025.", "2943/KH - UBND"),
    ("VB010", "Thực hiện Kế hoạch số 2943/KH–UBND ngày 29/8/2025.", "2943/KH–UBND"),
    ("VB010", "Thực hiện Kế hoạch số 2943KH-UBND ngày 29/8/2025.", "2943KH-UBND"),
    ("VB010", "Theo Quyết định số 126QĐ-UBND ngày 11/9/2025.", "126QĐ-UBND"),
    ("VB010", "Theo Quyết định 11/2017/QĐTTg ngày 11/4/2017.", "11/2017/QĐTTg"),
    ("VB010", "Theo Quyết định số 126/QĐUBND ngày 11/9/2025.", "126/QĐUBND"),
    ("VB010", "Nghị định số 137/2013/ NĐ-CP ngày 21/10/2013.", "137/2013/ NĐ-CP"),
    ("VB010", "Nghị định số 30/2020/ND-CP ngày 05/3/2020.", "30/2020/ND"),
    ("VB010", "Quyết định số 126/QD-UBND ngày 11/9/2025.", "126/QD"),
    ("VB010", "Quyết định số 126/qđ-UBND ngày 11/9/2025.", "126/qđ"),
    ("VB010", "Kế hoạch số 12/kh-UBND ngày 11/9/2025.", "12/kh"),
    ("VB010", "Tờ trình số 156/TTR-SNV ngày 25/8/2025.", "156/TTR"),
    ("VB010", "Nghị quyết số 57 - NQ/TW ngày 22/12/2024.", "57 - NQ/TW"),
    ("VB010", "Pháp lệnh số 16/2004/PL- UBTVQH11.", "16/2004/PL- UBTVQH11"),
    ("VB011", "Thực hiện Kế hoạch số 12/QĐ-UBND ngày 15/01/2025.", "Kế hoạch số 12/QĐ-UBND"),
    ("VB011", "Nghị quyết số 5/NĐ-CP ngày 15/01/2025.", "Nghị quyết số 5/NĐ-CP"),
    ("VB011", "Nghị định số 13/2023/NQ-CP ngày 17/4/2023.", "Nghị định số 13/2023/NQ-CP"),
    ("VB011", "Thông tư số 01/2023/NĐ-VPCP ngày 05/4/2023.", "Thông tư số 01/2023/NĐ-VPCP"),
    ("VB011", "Chỉ thị số 05/QĐ-TTg ngày 23/02/2023.", "Chỉ thị số 05/QĐ-TTg"),
    ("VB011", "Công điện số 144/CT-TTg ngày 23/8/2025.", "Công điện số 144/CT-TTg"),
    ("VB011", "Tờ trình số 11/TT-LĐCL ngày 24/01/2025.", "Tờ trình số 11/TT-LĐCL"),
    ("VB011", "Quyết định số 57-CT/TU ngày 24/01/2025.", "Quyết định số 57-CT/TU"),
    ("VB011", "Báo cáo số 87/KH-BCĐ ngày 19/9/2025.", "Báo cáo số 87/KH-BCĐ"),
    ("VB011", "Chương trình số 8/CT-UBND ngày 19/9/2025.", "Chương trình số 8/CT-UBND"),
    (
        "VB012",
        "Nghị quyết số 214/NQ-CP ngày 23/7/2025 của Chính phủ.\n"
        "Theo Nghị quyết số 214/NQ-CP ngày 25/7/2025 của Chính phủ.",
        "Nghị quyết số 214/NQ-CP ngày 25/7/2025",
    ),
    (
        "VB012",
        "Nghị định số 134/2003/NĐ-CP ngày 14 tháng 11 năm 2003.\n"
        "Theo Nghị định số 134/2003/NĐ-CP ngày 14 tháng 3 năm 2003.",
        "Nghị định số 134/2003/NĐ-CP ngày 14 tháng 3 năm 2003",
    ),
    (
        "VB012",
        "Kế hoạch số 66/KH-UBND ngày 28/8/2025 của UBND tỉnh.\n"
        "Theo Kế hoạch số 66/KH-UBND ngày 23/8/2025 của Ủy ban nhân dân tỉnh.",
        "Kế hoạch số 66/KH-UBND ngày 23/8/2025",
    ),
    (
        "VB013",
        "Công văn số 870/KHH-NVDTPC ngày 22/8/2025 về việc chấn chỉnh công tác báo cáo hóa đơn.\n"
        "Công văn số 870/KHH-NVDTPC ngày 22/8/2025 về việc triển khai các kênh tuyên truyền.",
        "Công văn số 870/KHH-NVDTPC",
    ),
    (
        "VB014",
        "⁽¹⁾ Công văn số 2307/UBND-KT ngày 19/8/2025 về đăng ký kinh doanh; ⁽²⁾ Công văn số "
        "2553/UBND-KGVX ngày 22/8/2025; ⁽³⁾ Công văn số 2307/UBND-KT ngày 19/8/2025.",
        "Công văn số 2307/UBND-KT",
    ),
    (
        "VB014",
        "- Kế hoạch số 66/KH-UBND ngày 28/8/2025;\n- Kế hoạch số 06/KH-UBND ngày 14/7/2025;\n"
        "- Kế hoạch số 66/KH-UBND ngày 28/8/2025.",
        "Kế hoạch số 66/KH-UBND",
    ),
    (
        "VB015",
        "Nghị định số 123/2020/NĐ-CP ngày 05/3/2021 của Chính phủ.",
        "Nghị định số 123/2020/NĐ-CP ngày 05/3/2021",
    ),
    (
        "VB015",
        "Nghị quyết số 90/2015/QH13 ngày 10 tháng 6 năm 2013 của Quốc hội.",
        "Nghị quyết số 90/2015/QH13 ngày 10 tháng 6 năm 2013",
    ),
    (
        "VB019",
        "Theo tiến độ tại Quyết định số 390/QĐ-UBND ngày); đẩy nhanh thực hiện.",
        "390/QĐ-UBND ngày",
    ),
    ("VB019", "Theo Quyết định số 390/QĐ-UBND ngày", "390/QĐ-UBND ngày"),
    (
        "VB018",
        "Kế hoạch phối hợp số 6559/KHPH-TCTĐA06CP-TCTĐA06KH ngày 04/7/2023.\n"
        "Theo Kế hoạch phối hợp số 6559/KHPHTCTDA06CP-TCTĐA06 ngày 04/7/2023.",
        "6559/KHPHTCTDA06CP-TCTĐA06",
    ),
]

RIGHT = [
    "Kế hoạch số 2943/KH-UBND ngày 29/8/2025 của Ủy ban nhân dân tỉnh.",
    "Công văn số 57-CV/ĐU ngày 28/8/2025 của Đảng ủy.",
    "Công văn số 305-CV/TU ngày 27/8/2025 của Tỉnh ủy.",
    "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.",
    "Quy định số 69-QĐ/TW ngày 06/7/2022 của Bộ Chính trị.",
    "Chương trình hành động số 12-CTr/TU ngày 15/01/2025 của Tỉnh ủy.",
    "Thông báo kết luận số 408/TB-VPCP ngày 08/8/2025 của Văn phòng Chính phủ.",
    "Thông báo Kết luận số 12/TB-UBND ngày 08/8/2025.",
    "Kết luận số 186-KL/TW ngày 29/8/2025 của Bộ Chính trị, Ban Bí thư.",
    "Kết luận số 12/KL-TTr ngày 08/8/2025 của Thanh tra tỉnh.",
    "Thông tư liên tịch số 05/2015/TTLT-BTP-BCA-BYT ngày 15/5/2015.",
    "Văn bản hợp nhất số 10/VBHN-BCT ngày 05/3/2020.",
    "Công điện 144/CĐ-TTg ngày 23/8/2025 của Thủ tướng Chính phủ.",
    "Quyết định số 02/2024/QĐ-UBND ngày 11/6/2024 của Ủy ban nhân dân tỉnh.",
    "Nghị quyết số 02/2024/NQ-HĐND ngày 11/6/2024 của Hội đồng nhân dân tỉnh.",
    "Nghị quyết số 1279/NQ-UBTVQH15 ngày 24/10/2024.",
    "Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội.",
    "Luật số 72/2025/QH15 ngày 16/6/2025.",
    "Quy chế phối hợp số 5/QCPH-CAT-STC ngày 11/6/2024.",
    "Báo cáo thẩm định số 18/BCTĐ-STP ngày 25/5/2018 của Sở Tư pháp.",
    "Kế hoạch số 6573/KH-CAT-ANM ngày 15/11/2023 của Công an tỉnh.",
    "Công văn số 3448/TCTĐA06-CAT ngày 15/6/2023 của Tổ công tác Đề án 06 tỉnh.",
    "Tờ trình số 156/TTr-SNV ngày 25/8/2025 của Sở Nội vụ.",
    "Hướng dẫn số 05-HD/VPTW ngày 15/01/2025 của Văn phòng Trung ương Đảng.",
    "Văn bản số 3600/HD-BTĐKT ngày 12/12/2023 của Ban Thi đua khen thưởng.",
    "(Kèm theo Quyết định số 390/QĐ-UBND ngày     tháng 9 năm 2025)",
    "Quyết định số 390/QĐ-UBND ngày … tháng … năm 2025 của Ủy ban nhân dân tỉnh.",
    "Thực hiện Quyết định số 390/QĐ-UBND ngày càng có hiệu quả.",
    "Đề án 06/CP và Nghị quyết 57 được triển khai đồng bộ.",
    "Xem tại https://chinhphu.vn/30/2020/ND-CP và tệp 30_2020_ND-CP.docx.",
    "Tổng số 12.345 hồ sơ/KH đã duyệt, tỷ lệ 15/15.",
    "Kế hoạch số 12/KH-UBND ngày 05/01/2024 và Kế hoạch số 12/KH-UBND ngày 15/01/2025.",
    "Kế hoạch số 12/KH-UBND ngày 05/8/2025 của UBND xã Diên Khánh.\n"
    "Kế hoạch số 12/KH-UBND ngày 06/8/2025 của UBND xã Vạn Ninh.",
    "UBND xã Diên Khánh ban hành Kế hoạch số 12/KH-UBND ngày 05/8/2025; UBND phường Ninh Hòa ban "
    "hành Kế hoạch số 12/KH-UBND ngày 06/8/2025.",
    "Quyết định số 423/QĐ-SVHTTDL ngày 04/8/2025 về ban hành Kế hoạch cải cách hành chính.\n"
    "Theo Quyết định số 423/QĐ-SVHTTDL ngày 04/8/2025 về việc ban hành Kế hoạch cải cách "
    "hành chính trọng tâm năm 2025.",
    "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018, sửa đổi tại Nghị định số 107/2021/NĐ-CP ngày "
    "06/12/2021; thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ.",
    "Công văn số 870/KHH-NVDTPC ngày 22/8/2025; Công văn số 871/KHH-NVDTPC ngày 22/8/2025.",
    "Luật số 03/2016/QH14, Luật số 04/2017/QH14, Luật số 03/2016/QH14.",
]


@pytest.mark.parametrize(("code", "text", "quote"), WRONG)
def test_a_slip_in_a_citation_is_found_at_its_words(code: str, text: str, quote: str) -> None:
    assert quotes(code, text) == [quote]


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_citation_is_left_alone(text: str) -> None:
    assert codes(text) == []


def test_notes_are_read_where_their_marks_stand() -> None:
    text = manuscript(
        "Theo Nghị quyết số 66/NQ-CP.[^1]",
        "Theo Nghị quyết số 71/NQ-CP.",
        notes={1: "Công văn số 303/UBND-PVHCC."},
    )
    assert [citation.reference for citation in citations_of(text)] == [
        "66/NQ-CP",
        "303/UBND-PVHCC",
        "71/NQ-CP",
    ]


def test_a_number_with_three_symbols_is_one_finding_that_names_them() -> None:
    text = (
        "Kế hoạch số 6559/KHPH-TCTĐA06CP-TCTĐA06KH ngày 04/7/2023.\n"
        "Kế hoạch số 6559/KHPPH-TCTĐA06CP-TCTĐA06KH ngày 04/7/2023.\n"
        "Kế hoạch số 6559/KHPHTCTDA06CP-TCTĐA06 ngày 04/7/2023."
    )
    (found,) = [one for one in findings(text) if one.code == "VB018"]
    assert "3 ký hiệu" in found.message
    assert "“KHPH-TCTĐA06CP-TCTĐA06KH” (dòng 1)" in found.message


def test_two_dates_name_the_other_place() -> None:
    made = subject(
        "Theo Nghị quyết số 214/NQ-CP ngày 23/7/2025.[^1]",
        notes={1: "Nghị quyết số 214/NQ-CP ngày 25/7/2025."},
    )
    (found,) = TWO_DATES.check(made)
    assert found.quote == "Nghị quyết số 214/NQ-CP ngày 25/7/2025"
    assert "dòng 1 đề ngày 23/7/2025" in found.message


def test_the_line_of_an_appendix_is_held_against_the_document_s_own_date() -> None:
    made = {"number": "Số: 87/BC-BCĐ", "place_and_date": "Khánh Hòa, ngày 19 tháng 9 năm 2025"}
    facts = Facts(number="87", symbol="BC-BCĐ")
    text = "(Kèm theo Báo cáo số 87/BC-BCĐ ngày {} tháng 9 năm 2025 của Ban Chỉ đạo)"
    wrong = findings(text.format("18"), letterhead=made, facts=facts)
    assert [finding.code for finding in wrong] == ["VB012"]
    assert findings(text.format("19"), letterhead=made, facts=facts) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theo Nghị quyết số 66/NQ-CP của Chính phủ.", ["Nghị quyết số 66/NQ-CP"]),
        ("Nêu tại Công văn số 303/UBND-PVHCC;", ["Công văn số 303/UBND-PVHCC"]),
        ("Theo Thông báo số 42-TB/TGV của Tổ giúp việc.", ["Thông báo số 42-TB/TGV"]),
        ("Theo Nghị quyết số 66/NQ-CP ngày 26/3/2025. Nghị quyết số 66/NQ-CP nêu rõ.", []),
        ("Ngày 27/11/2023, Công an tỉnh có Công văn số 6761/CAT-PCSQLHC góp ý.", []),
        ("Theo Luật số 72/2025/QH15.", []),
        ("Theo Đề án 06/CP và Nghị quyết 57.", []),
        ("THUYẾT MINH THÔNG TƯ THAY THẾ THÔNG TƯ SỐ 244/2016/TT-BTC", []),
        ("(Kèm theo Quyết định số 12/QĐ-UBND)", []),
        ("Quyết định số 12/QĐ-UBND ngày … tháng … năm 2025.", []),
        ("Văn bản 711/VPUB-PVHCC đã nêu.", ["Văn bản 711/VPUB-PVHCC"]),
    ],
)
def test_a_first_citation_tells_its_date(text: str, expected: list[str]) -> None:
    assert quotes("VB016", text) == expected


def test_a_note_may_tell_the_date_that_the_text_leaves_out() -> None:
    notes = {1: "Nghị quyết số 66/NQ-CP ngày 26/3/2025 của Chính phủ."}
    assert quotes("VB016", "Theo Nghị quyết số 66/NQ-CP.[^1]", notes=notes) == []


def test_many_incomplete_citations_are_one_finding() -> None:
    text = "\n".join(f"Theo Công văn số {number}/UBND-KT." for number in range(301, 307))
    (found,) = [finding for finding in findings(text) if finding.code == "VB016"]
    assert found.severity is Severity.ADVICE
    assert "còn 5 chỗ nữa" in found.message


@pytest.mark.parametrize(
    ("basis", "missing"),
    [
        ("Căn cứ Nghị định số 30/2020/NĐ-CP về công tác văn thư;", "ngày ban hành và tên cơ quan"),
        ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020;", "tên cơ quan ban hành"),
        ("Căn cứ Quyết định số 12/QĐ-UBND của UBND tỉnh về giao dự toán;", "ngày ban hành"),
        (
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác "
            "văn thư;",
            "",
        ),
        ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", ""),
        ("Căn cứ Luật Căn cước số 26/2023/QH15;", ""),
        ("Căn cứ Luật Căn cước năm 2023;", ""),
        ("Căn cứ Luật Tổ chức chính quyền địa phương;", "thiếu ngày ban hành"),
        ("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 156/TTr-SNV;", ""),
    ],
)
def test_a_legal_basis_is_cited_in_full(basis: str, missing: str) -> None:
    found = [finding for finding in findings(f">> {basis}") if finding.code == "VB017"]
    assert len(found) == bool(missing)
    assert all(missing in finding.message for finding in found)


@given(
    st.integers(1, 99999),
    st.sampled_from(["KH-UBND", "QĐ-UBND", "BC-BCĐ", "TTr-SNV", "UBND-KGVX", "NQ-HĐND"]),
    st.sampled_from(["", "/2024"]),
)
def test_a_number_is_read_as_it_is_written(number: int, symbol: str, year: str) -> None:
    reference = f"{number}{year}/{symbol}"
    (citation,) = citations_of(manuscript(f"Theo Văn bản số {reference} ngày 05/3/2024."))
    assert isinstance(citation, Citation)
    assert (citation.reference, citation.symbol) == (reference, symbol)
    assert citation.year == (2024 if year else None)
    assert citation.text == f"Văn bản số {reference}"


@given(st.text(alphabet="0123456789/-–. sốKHUBNDQĐ ngàycủavềTW()", max_size=60))
def test_reading_citations_never_fails(text: str) -> None:
    for citation in citations_of(manuscript(text or "a")):
        assert citation.passage.text[citation.reference_start : citation.end] == citation.reference
    findings(text or "a")
