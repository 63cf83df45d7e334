"""TT050 to TT056, TT076 and TT077: what labels, headings and leftovers say in plain lines."""

import pytest
from support.manuscripts import inlines, subject

from reportgen.checks.finding import Rule
from reportgen.checks.layout import RULES
from reportgen.document.tree import Heading, Paragraph

TEXTUAL = tuple(rule for rule in RULES if "TT050" <= rule.code <= "TT056" or rule.code > "TT075")


def found(text: str) -> list[tuple[str, str]]:
    """Code and quoted words of each finding in the lines of a text."""
    made = subject(*text.split("\n"))
    return [(one.code, one.quote) for rule in TEXTUAL for one in rule.check(made)]


@pytest.mark.parametrize(
    "rule", [one for one in TEXTUAL if one.code != "TT055"], ids=lambda rule: rule.code
)
def test_a_rule_finds_its_example_of_wrong_and_not_that_of_right(rule: Rule) -> None:
    findings = list(rule.check(subject(*rule.wrong.split("\n"))))
    assert {one.code for one in findings} == {rule.code}
    assert all(one.hint for one in findings)
    assert list(rule.check(subject(*rule.right.split("\n")))) == []


def test_a_chapter_without_a_title_is_found() -> None:
    (rule,) = (one for one in RULES if one.code == "TT055")
    bare, titled = (Heading(1, "Chương I", inlines(title)) for title in ("", "QUY ĐỊNH CHUNG"))
    assert [one.quote for one in rule.check(subject(bare, "Điều 1. Phạm vi."))] == ["Chương I"]
    assert list(rule.check(subject(titled, "Điều 1. Phạm vi."))) == []


WRONG = {
    "point repeated": ("a) Một.\nb) Hai.\nc) Ba.\nc) Bốn.", [("TT050", "c)")]),
    "point left out": ("a) Một.\nb) Hai.\nd) Bốn.", [("TT050", "d)")]),
    "đ left out": ("a) Một.\nb) Hai.\nc) Ba.\nd) Bốn.\ne) Năm.", [("TT050", "e)")]),
    "the whole alphabet of others told once": (
        "a) A.\nb) B.\nc) C.\nd) D.\ne) E.\nf) F.\ng) G.\nh) H.",
        [("TT050", "e)")],
    ),
    "f after e": (
        "a) A.\nb) B.\nc) C.\nd) D.\nđ) Đ.\ne) E.\nf) F.",
        [("TT051", "f)")],
    ),
    "a quote that is never closed hides nothing": (
        "Mô hình “Camera an ninh tại 8 thôn.\na) Một.\nb) Hai.\nb) Ba.",
        [("TT050", "b)")],
    ),
    "clause left out after a list within": (
        "1. Một.\n2. Hai.\n3. Ba.\n1. Một.\n2. Hai.\n5. Năm.",
        [("TT050", "5.")],
    ),
    "clause left out": ("1. Một.\n2. Hai.\n4. Bốn.", [("TT050", "4.")]),
    "clause backwards": ("1. Một.\n2. Hai.\n3. Ba.\n2. Bốn.", [("TT050", "2.")]),
    "section left out": ("I. MỘT\nLời văn.\nIII. BA\nLời văn.", [("TT050", "III.")]),
    "article repeated": ("Điều 1. Một.\nĐiều 2. Hai.\nĐiều 2. Ba.", [("TT050", "Điều 2.")]),
    "a gap told once only": ("1. Một.\n2. Hai.\n4. Bốn.\n5. Năm.", [("TT050", "4.")]),
    "composed under another": ("1. Một\n1.1. A\n2.2. B", [("TT053", "2.2.")]),
    "bracket for a dot": ("1. Một.\n2. Hai.\n3) Ba.", [("TT052", "3)")]),
    "gap within a paragraph": (
        "Gồm: (1) rà soát; (2) cập nhật; (4) báo cáo.",
        [("TT054", "(4)")],
    ),
    "second one left out within a paragraph": (
        "Gồm: (1) rà soát; (3) cập nhật; (4) báo cáo; (5) tổng hợp.",
        [("TT054", "(3)")],
    ),
    "repeat within a paragraph": (
        "Gồm: (1) rà soát; (2) cập nhật; (2) báo cáo.",
        [("TT054", "(2)")],
    ),
    "reference broken in Vietnamese Word": (
        "Xem Lỗi! Không tìm thấy nguồn tham chiếu.",
        [("TT076", "Lỗi! Không tìm thấy nguồn tham chiếu.")],
    ),
    "places to fill in": (
        "Tổ chức {{ so }} lớp.\nGiao <tên cơ quan> chủ trì.",
        [("TT077", "{{ so }}")],
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_slip_is_found_once_at_its_words(name: str) -> None:
    text, expected = WRONG[name]
    assert found(text) == expected


RIGHT = {
    "Vietnamese order": "\n".join(f"{one}) Việc." for one in "abcdđeghiklm"),
    "points begin again under the next clause": "1. Một:\na) A.\nb) B.\n2. Hai:\na) A.\nb) B.",
    "clauses begin again under the next section": "I. MỘT\n1. A.\n2. B.\nII. HAI\n1. A.\n2. B.",
    "articles run through chapters": (
        "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. A.\nĐiều 2. B.\nChương II\nTỔ CHỨC\nĐiều 3. C."
    ),
    "a list begins again under a line of text": "1. Một.\n2. Hai.\nTrong đó:\n1. A.\n2. B.",
    "a list goes on after another that is cited within it": (
        "1. Một.\n2. Hai.\n3. Ba.\nThông tư quy định:\n1. A.\n2. B.\n4. Bốn.\n5. Năm."
    ),
    "composed labels": "1. Một\n1.1. A\n1.2. B\n2. Hai\n2.1. C\n2.2. D",
    "small Roman numerals": "a) Một:\n(i) A;\n(ii) B;\n(iii) C.\nb) Hai.",
    "citations are no labels": "Căn cứ điểm c khoản 2 Điều 5.\nTheo khoản 4 Điều 9 Luật Đất đai.",
    "quoted articles": (
        "Điều 1. Sửa đổi:\n“Điều 7. Hồ sơ\n3. Thời hạn là 05 ngày.”\nĐiều 2. Hiệu lực."
    ),
    "figures at the start of a line": "2.156 thủ tục.\n47 thủ tục.\n12 xã.",
    "counts in brackets": "Gồm xã Diên Khánh (1), xã Vạn Ninh (2), phường Nha Trang (4).",
    "references to what was counted": "Gồm: (1) A; (2) B. Nội dung (1), do Sở Nội vụ chủ trì.",
    "a label before a figure": "Gồm: (1) rà soát; (2) 15 hồ sơ; (3) cập nhật; (4) báo cáo.",
    "a label after a word": "Gồm: (1) rà soát và (2) cập nhật; (3) báo cáo; (4) tổng hợp.",
    "some of the clauses cited": "Thực hiện các khoản: (1) về đất đai, (3) về thuế.",
    "years in brackets": "Các luật: (2013) về đất đai; (2014) về thuế; (2015) về hộ tịch.",
    "an ellipsis": "Các sở, ban, ngành… đã triển khai.",
    "sections with text": "I. KẾT QUẢ\nĐã hoàn thành.\nII. TỒN TẠI\nCòn chậm.",
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_no_slip_is_left_alone(name: str) -> None:
    assert found(RIGHT[name]) == []


def test_points_marked_in_two_ways_are_told_once() -> None:
    points = [
        Paragraph(inlines("Rà soát thủ tục."), label, 2) for label in ("a)", "b)", "c)", "a.", "b.")
    ]
    lines = ["1. Một:", *points[:3], "2. Hai:", *points[3:]]
    made = subject(*lines)
    told = [(one.code, one.quote) for rule in TEXTUAL for one in rule.check(made)]
    assert told == [("TT052", "a.")]


def test_a_letter_of_no_vietnamese_list_is_told_composed_or_not() -> None:
    for strange in ("ê)", "e\u0302)"):
        labels = (*"abcdđe", strange.rstrip(")"))
        points = [Paragraph(inlines("Rà soát thủ tục."), f"{one})", 2) for one in labels]
        told = [one.code for rule in TEXTUAL for one in rule.check(subject(*points))]
        assert told == ["TT051"]
