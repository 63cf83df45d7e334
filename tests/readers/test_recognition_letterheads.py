"""Letterheads as Word users lay them out are told apart alike."""

import pytest
from support.recognised_words import file_words, recognised_words
from support.word_values import p, run, table, word_file

from reportgen.document.inlines import plain_text
from reportgen.readers.recognition import Component, recognise
from reportgen.readers.word.model import WordBlock

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DATE = "Khánh Hòa, ngày 19 tháng 9 năm 2025"
NUMBER = "Số: 87/BC-SKHCN"
ISSUER = "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
SUPERIOR = "UBND TỈNH KHÁNH HÒA"

TEXT = (
    p("BÁO CÁO", looks="b", center=True),
    p("Kết quả chuyển đổi số tháng 9 năm 2025", looks="b", center=True),
    p("Sở Khoa học và Công nghệ báo cáo kết quả như sau:"),
)

LAYOUTS: dict[str, tuple[WordBlock, ...]] = {
    "a table of two columns and two rows": (
        table(
            ([p(SUPERIOR), p(ISSUER, looks="b"), p("_______")], f"{NATION}\n{MOTTO}\n___________"),
            (NUMBER, DATE),
        ),
    ),
    "one row": (table((f"{SUPERIOR}\n{ISSUER}\n\n{NUMBER}", f"{NATION}\n{MOTTO}\n\n{DATE}")),),
    "one row with line breaks": (
        table(
            (
                [p(f"{SUPERIOR}\n{ISSUER}\n-------\n{NUMBER}")],
                [p(f"{NATION}\n{MOTTO}\n---------------\n{DATE}")],
            )
        ),
    ),
    "each line in a row of its own": (
        table((SUPERIOR, NATION), (ISSUER, MOTTO), ("-----", "----------"), (NUMBER, DATE)),
    ),
    "number below the issuer, date in the last row": (
        table((f"{SUPERIOR}\n{ISSUER}\n{NUMBER}", f"{NATION}\n{MOTTO}"), ("", DATE)),
    ),
    "tabs": (
        p(f"{SUPERIOR}\t{NATION}"),
        p(f"{ISSUER}\t{MOTTO}", looks="b"),
        p(f"{NUMBER}\t{DATE}"),
    ),
    "many blanks": (
        p(f"{SUPERIOR}          {NATION}"),
        p(f"{ISSUER}            {MOTTO}", looks="b"),
        p(f"{NUMBER}                {DATE}"),
    ),
    "two text boxes": (
        p(SUPERIOR, box=True),
        p(ISSUER, looks="b", box=True),
        p(NUMBER, box=True),
        p(NATION, looks="b", box=True),
        p(MOTTO, looks="b", box=True),
        p(DATE, looks="i", box=True),
    ),
    "plain paragraphs": tuple(map(p, (NATION, MOTTO, SUPERIOR, ISSUER, NUMBER, DATE))),
    "issuer below the national name": tuple(
        map(p, (SUPERIOR, ISSUER, NATION, MOTTO, NUMBER, DATE))
    ),
    "the other spelling, dashes and case": (
        table(
            (
                f"{SUPERIOR}\n{ISSUER}",
                "Cộng hoà xã hội chủ nghĩa Việt Nam\nĐộc lập – Tự do – Hạnh phúc",
            ),
            (NUMBER, DATE),
        ),
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_letterhead_is_read_however_it_is_laid_out(layout: str) -> None:
    found = recognise(word_file(*LAYOUTS[layout], *TEXT))
    head, title = found.document.letterhead, found.document.title
    assert head.superior == (SUPERIOR,)
    assert head.issuer == (ISSUER,)
    assert (head.number, head.place_and_date) == (NUMBER, DATE)
    assert (title.kind, plain_text(title.subject)) == (
        "BÁO CÁO",
        "Kết quả chuyển đổi số tháng 9 năm 2025",
    )
    assert len(found.anatomy.of(Component.NATIONAL_NAME)) == 1
    assert len(found.anatomy.of(Component.MOTTO)) == 1
    assert len(found.document.body) == 1
    assert sorted(recognised_words(found)) == sorted(file_words(found.word))


@pytest.mark.parametrize(
    "number",
    [
        "Số: 05/QĐ-UBND",
        "Số 05/QĐ-UBND",
        "Số: 05 / QĐ - UBND",
        "Số:     /QĐ-UBND",
        "Số: …/QĐ-UBND",
        "Số: 5 /QĐ-UBND",
        "SỐ: 05/QĐ-UBND",
        "Số: 127-QĐ/TU",
    ],
)
def test_a_number_is_known_in_wrong_forms_too(number: str) -> None:
    head = table((f"{ISSUER}\n{number}", f"{NATION}\n{MOTTO}\n{DATE}"))
    assert recognise(word_file(head, *TEXT)).document.letterhead.number == number


@pytest.mark.parametrize(
    "date",
    [
        "Khánh Hòa, ngày 5 tháng 1 năm 2026",
        "Khánh Hòa ngày 05 tháng 09 năm 2026",
        "Khánh Hòa, ngày     tháng 8 năm 2025",
        "Khánh Hòa, ngày … tháng … năm 20…",
        "TP. Hồ Chí Minh, ngày 31 tháng 02 năm 2026",
        "Khánh Hòa, ngày 02/9/2025",
        "…(4)…, ngày … tháng … năm …",
    ],
)
def test_a_date_is_known_in_wrong_forms_too(date: str) -> None:
    head = table((f"{ISSUER}\n{NUMBER}", f"{NATION}\n{MOTTO}\n{date}"))
    assert recognise(word_file(head, *TEXT)).document.letterhead.place_and_date == date


def test_the_subject_of_a_letter_stands_under_its_number() -> None:
    head = table(
        (f"{SUPERIOR}\n{ISSUER}", f"{NATION}\n{MOTTO}"),
        ("Số: 12/SKHCN-CĐS\nV/v báo cáo kết quả\nchuyển đổi số", DATE),
    )
    found = recognise(word_file(head, "Kính gửi: Ủy ban nhân dân tỉnh Khánh Hòa", "Nội dung."))
    document = found.document
    assert plain_text(document.letterhead.subject) == "V/v báo cáo kết quả chuyển đổi số"
    assert [plain_text(one) for one in document.addressees] == ["Ủy ban nhân dân tỉnh Khánh Hòa"]
    assert document.title.kind == ""


def test_addressees_are_read_from_a_list_and_from_one_line() -> None:
    listed = (p("Kính gửi:"), p("- Bộ Công an;"), p("- Bộ Tư pháp."), p("Thực hiện công văn …"))
    joined = (p("Kính gửi: - Bộ Công an; - Bộ Tư pháp."), p("Thực hiện công văn …"))
    automatic = (p("Kính gửi:"), p("Bộ Công an;", label="-"), p("Bộ Tư pháp.", label="-"), p("Nội"))
    head = table((f"{ISSUER}\n{NUMBER}", f"{NATION}\n{MOTTO}\n{DATE}"))
    for lines in (listed, joined, automatic):
        document = recognise(word_file(head, *lines)).document
        assert [plain_text(one) for one in document.addressees] == ["Bộ Công an", "Bộ Tư pháp"]
        assert len(document.body) == 1


def test_a_telegram_names_those_that_it_goes_to() -> None:
    head = table((f"{ISSUER}\n{NUMBER}", f"{NATION}\n{MOTTO}\n{DATE}"))
    lines = (
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:",
        "- Sở Y tế;",
        "- Sở Tư pháp.",
        "Hiện nay mưa lớn.",
    )
    title = (p("CÔNG ĐIỆN", looks="b", center=True), p("Về mưa lũ", looks="b", center=True))
    document = recognise(word_file(head, *title, *lines)).document
    assert document.addressing == "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:"
    assert [plain_text(one) for one in document.addressees] == ["Sở Y tế", "Sở Tư pháp"]


def test_a_letterhead_of_the_party_is_known_by_its_own_words() -> None:
    head = table(
        ("TỈNH ỦY KHÁNH HÒA\n*\nSố 57-CV/TU", "ĐẢNG CỘNG SẢN VIỆT NAM\nNha Trang, ngày 03/4/2018")
    )
    found = recognise(word_file(head, *TEXT))
    assert found.document.letterhead.issuer == ("TỈNH ỦY KHÁNH HÒA",)
    assert found.document.letterhead.number == "Số 57-CV/TU"
    assert found.document.letterhead.place_and_date == "Nha Trang, ngày 03/4/2018"
    assert [one.text for one in found.anatomy.of(Component.RULE)] == ["*"]


def test_a_document_without_a_letterhead_still_has_its_title() -> None:
    document = recognise(word_file(*TEXT)).document
    assert document.title.kind == "BÁO CÁO"
    assert document.letterhead.number == ""
    assert len(document.body) == 1


def test_what_no_component_claims_at_the_top_is_text() -> None:
    head = table((f"{ISSUER}\n{NUMBER}\nDỰ THẢO LẦN 2", f"{NATION}\n{MOTTO}\n{DATE}"))
    found = recognise(word_file(head, *TEXT))
    assert found.document.letterhead.issuer == (ISSUER,)
    assert any("DỰ THẢO" in paragraph.paragraph.text for paragraph in found.anatomy.text)
    assert sorted(recognised_words(found)) == sorted(file_words(found.word))


def test_urgency_and_circulation_are_told_from_names() -> None:
    head = table((f"{ISSUER}\n{NUMBER}\nHOẢ TỐC\nLƯU HÀNH NỘI BỘ", f"{NATION}\n{MOTTO}\n{DATE}"))
    marks = recognise(word_file(head, *TEXT)).document.markings
    assert (marks.urgency, marks.circulation) == ("HOẢ TỐC", ("LƯU HÀNH NỘI BỘ",))


def test_the_rule_below_the_subject_parts_it_from_the_authority() -> None:
    title = (
        p("QUYẾT ĐỊNH", looks="b", center=True),
        p("Về việc ban hành Quy chế", looks="b", center=True),
        p("___________", center=True),
        p("GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ", looks="b", center=True),
        p("Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;", looks="i"),
        p("Theo đề nghị của Chánh Văn phòng.", looks="i"),
        p("QUYẾT ĐỊNH:", looks="b", center=True),
        p(run("Điều 1. ", "b"), "Ban hành Quy chế."),
    )
    document = recognise(word_file(table((ISSUER, NATION), (NUMBER, DATE)), *title)).document
    assert plain_text(document.title.subject) == "Về việc ban hành Quy chế"
    roles = [getattr(block, "role", None) for block in document.body]
    assert [str(role) for role in roles] == ["centered", "basis", "basis", "centered", "None"]


def test_components_know_where_they_stand() -> None:
    found = recognise(word_file(*LAYOUTS["tabs"], *TEXT))
    origins = found.document.origins
    assert [one.paragraph for one in origins["letterhead.number"]] == [3]  # type: ignore[union-attr]
    assert [one.paragraph for one in origins["title.kind"]] == [4]  # type: ignore[union-attr]
