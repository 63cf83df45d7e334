"""Each fault of layout planted alone in a clean document is found once, by its own rule."""

from collections.abc import Callable
from typing import Any

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor
from support.layouts import (
    DECISION,
    DOSSIERS,
    LETTER,
    NOTICE,
    REPORT,
    WITH_APPENDICES,
    Fault,
    Word,
    added,
    clean,
    codes,
    findings,
    paragraphs,
    removed,
    retyped,
    sectioned,
    styled,
    together,
    with_fault,
)

from reportgen.problems import Severity

LEFT, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT
LONG = "Triển khai các nhiệm vụ được giao trong kỳ báo cáo " * 4


def font(style: str, name: str) -> Fault:
    def fault(word: Word) -> None:
        fonts = word.styles[style].element.get_or_add_rPr().get_or_add_rFonts()
        for key in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{key}"), name)

    return fault


def colour(style: str) -> Fault:
    def fault(word: Word) -> None:
        paragraphs(word, style)[0].runs[0].font.color.rgb = RGBColor(0xFF, 0, 0)

    return fault


def sized(style: str, size: float, which: int = 2) -> Fault:
    def fault(word: Word) -> None:
        for run in paragraphs(word, style)[which].runs:
            run.font.size = Pt(size)

    return fault


def hidden(word: Word) -> None:
    paragraphs(word, "Body Text")[1].runs[0].font.hidden = True


def red(run: Any) -> None:
    run.font.color.rgb = RGBColor(0xFF, 0, 0)


def unseen(run: Any) -> None:
    run.font.hidden = True


def labelled(label: str, look: Callable[[Any], None]) -> Fault:
    """A paragraph whose typed label, in runs parted by `|`, looks otherwise than its text."""

    def fault(word: Word) -> None:
        paragraph = paragraphs(word, "Body Text")[-1].insert_paragraph_before("", "Body Text")
        for text in label.split("|"):
            look(paragraph.add_run(text))
        paragraph.add_run("Rà soát các nhiệm vụ được giao.")

    return fault


def swapped(first: str, second: str) -> Fault:
    def fault(word: Word) -> None:
        one, other = paragraphs(word, first)[0]._p, paragraphs(word, second)[0]._p
        one.addprevious(other)

    return fault


def columns_swapped(word: Word) -> None:
    for row in word.tables[0].rows:
        first, second = row._tr.findall(qn("w:tc"))
        first.addprevious(second)
    one, other = word.tables[0]._tbl.tblGrid.findall(qn("w:gridCol"))
    one.addprevious(other)


def numbers_in_footer(word: Word) -> None:
    header, footer = word.sections[0].header, word.sections[0].footer
    for node in list(header.paragraphs[0]._p):
        if node.tag != qn("w:pPr"):
            footer.paragraphs[0]._p.append(node)


def numbers_gone(word: Word) -> None:
    for paragraph in word.sections[0].header.paragraphs:
        for node in list(paragraph._p):
            if node.tag != qn("w:pPr"):
                paragraph._p.remove(node)


def numbers_at_the_right(word: Word) -> None:
    for paragraph in word.sections[0].header.paragraphs:
        paragraph.alignment = RIGHT


def first_page(word: Word) -> None:
    word.sections[0].different_first_page_header_footer = False


def running_on(word: Word) -> None:
    for section in word.sections[1:]:
        for node in section._sectPr.findall(qn("w:pgNumType")):
            section._sectPr.remove(node)


def note_emptied(word: Word) -> None:
    for part in word.part.package.parts:
        if str(part.partname).endswith("/footnotes.xml"):
            data = part.blob
            start = data.index(b"<w:footnote ", data.index(b'w:id="1"') - 60)
            end = data.index(b"</w:footnote>", start)
            note = data[start:end]
            opened = note.index(b">") + 1
            part._blob = data[: start + opened] + b"<w:p/>" + data[end:]


def note_lost(word: Word) -> None:
    reference = word.element.body.find(f".//{qn('w:footnoteReference')}")
    reference.set(qn("w:id"), "999")


def mark_deleted(word: Word) -> None:
    reference = word.element.body.find(f".//{qn('w:footnoteReference')}")
    run = reference.getparent()
    run.getparent().remove(run)


def note_shared(word: Word) -> None:
    first, second, *_ = word.element.body.iter(qn("w:footnoteReference"))
    second.set(qn("w:id"), first.get(qn("w:id")))


def tracked(word: Word) -> None:
    paragraph = paragraphs(word, "Body Text")[0]._p
    inserted = OxmlElement("w:ins")
    inserted.set(qn("w:id"), "901")
    inserted.set(qn("w:author"), "Văn thư")
    inserted.append(paragraph.findall(qn("w:r"))[-1])
    paragraph.append(inserted)


def commented(word: Word) -> None:
    word.add_comment(paragraphs(word, "Body Text")[0].runs, "xem lại số liệu", "Văn thư", "VT")


def rule_lengthened(style: str) -> Fault:
    """The rule under a line as long as its column."""

    def fault(word: Word) -> None:
        for paragraph in paragraphs(word, style):
            paragraph.paragraph_format.left_indent = Pt(0)
            paragraph.paragraph_format.right_indent = Pt(0)

    return fault


def underlined(word: Word) -> None:
    removed("Đường kẻ Tiêu ngữ")(word)
    for run in paragraphs(word, "Tiêu ngữ")[0].runs:
        run.font.underline = True


def as_list(*texts: str) -> Fault:
    return together(*(added(text) for text in reversed(texts)))


FAULTS: dict[str, tuple[str, Fault, list[str]]] = {
    "Letter paper": (
        REPORT,
        sectioned(page_width=Mm(215.9), page_height=Mm(279.4)),
        ["TT001"],
    ),
    "text on landscape pages": (
        REPORT,
        sectioned(orientation=WD_ORIENT.LANDSCAPE, page_width=Mm(297), page_height=Mm(210)),
        ["TT002"],  # and not of the rule under the subject, which grows with the page
    ),
    "narrow left margin (vector 10)": (REPORT, sectioned(left_margin=Mm(25)), ["TT003"]),
    "right margin of 60 mm": (NOTICE, sectioned(right_margin=Mm(60)), ["TT003"]),
    "two margins": (
        REPORT,
        sectioned(top_margin=Mm(15), right_margin=Mm(25)),
        ["TT003", "TT003"],
    ),
    "another font": (REPORT, font("Body Text", "Arial"), ["TT004"]),
    "red letters": (REPORT, colour("Body Text"), ["TT005"]),
    "a red label": (REPORT, labelled("1. ", red), ["TT005"]),
    "a red point in two runs": (REPORT, labelled("a|) ", red), ["TT005"]),
    "text of 12 pt": (REPORT, styled("Body Text", size=Pt(12)), ["TT006"]),
    "one paragraph of 13 pt": (REPORT, sized("Body Text", 13), ["TT007"]),
    "large Quốc hiệu": (REPORT, styled("Quốc hiệu", size=Pt(15)), ["TT008"]),
    "large list of recipients": (REPORT, styled("Danh sách nơi nhận", size=Pt(13)), ["TT008"]),
    "size sets mixed (vector 7)": (REPORT, styled("Quốc hiệu", size=Pt(12)), ["TT009"]),
    "number in bold": (REPORT, styled("Số ký hiệu", bold=True), ["TT010"]),
    "name not in bold": (REPORT, styled("Họ tên người ký", bold=False), ["TT010"]),
    "date upright": (REPORT, styled("Địa danh và thời gian", italic=False), ["TT011"]),
    "label of appendix in capitals": (
        WITH_APPENDICES,
        together(retyped("Phụ lục", "PHỤ LỤC I")),
        ["TT012"],
    ),
    "position in small letters": (
        REPORT,
        together(styled("Chức vụ", all_caps=False), retyped("Chức vụ", "Trưởng ban")),
        ["TT012"],
    ),
    "number at the left": (REPORT, styled("Số ký hiệu", alignment=LEFT), ["TT013"]),
    "text at the left": (REPORT, styled("Body Text", alignment=LEFT), ["TT014"]),
    "no first line": (REPORT, styled("Body Text", first_line_indent=Cm(0)), ["TT015"]),
    "paragraphs close together": (REPORT, styled("Body Text", space_before=Pt(3)), ["TT016"]),
    "wide lines": (REPORT, styled("Body Text", line_spacing=1.6), ["TT017"]),
    "lines closer than their type": (
        REPORT,
        styled("Body Text", line_spacing=Pt(14)),
        ["TT017"],
    ),
    "no motto": (REPORT, together(removed("Tiêu ngữ")), ["TT019"]),
    "no subject": (
        REPORT,
        together(removed("Trích yếu"), removed("Kỳ báo cáo"), removed("Đường kẻ trích yếu")),
        ["TT019"],
    ),
    "no Nơi nhận": (
        REPORT,
        together(removed("Nơi nhận"), removed("Danh sách nơi nhận")),
        ["TT019"],
    ),
    "motto above Quốc hiệu": (REPORT, swapped("Quốc hiệu", "Tiêu ngữ"), ["TT020"]),
    "Quốc hiệu at the left": (REPORT, columns_swapped, ["TT021"]),
    "motto with long dashes (vector 9)": (
        REPORT,
        retyped("Tiêu ngữ", "Độc lập – Tự do – Hạnh phúc"),
        ["TT023"],
    ),
    "motto without blanks": (
        REPORT,
        retyped("Tiêu ngữ", "Độc lập-Tự do-Hạnh phúc"),
        ["TT023"],
    ),
    "no rule under the motto": (REPORT, removed("Đường kẻ Tiêu ngữ"), ["TT024"]),
    "no rule under the issuer": (REPORT, removed("Đường kẻ cơ quan"), ["TT025"]),
    "no rule under the subject": (REPORT, removed("Đường kẻ trích yếu"), ["TT026"]),
    "rule as long as the column": (REPORT, rule_lengthened("Đường kẻ cơ quan"), ["TT025"]),
    "motto underlined": (REPORT, underlined, ["TT027"]),
    "number under 10 (vector 1)": (DECISION, retyped("Số ký hiệu", "Số: 5/QĐ-UBND"), ["TT028"]),
    "number with blanks (vector 2)": (
        DECISION,
        retyped("Số ký hiệu", "Số: 05 / QĐ - UBND"),
        ["TT028"],
    ),
    "no colon (vector 3)": (DECISION, retyped("Số ký hiệu", "Số 05/QĐ-UBND"), ["TT028"]),
    "symbol of another kind": (DECISION, retyped("Số ký hiệu", "Số: 05/KH-UBND"), ["TT029"]),
    "CV in a letter (vector 21)": (LETTER, retyped("Số ký hiệu", "Số: 12/CV-UBND"), ["TT029"]),
    "no comma after the place": (
        REPORT,
        retyped("Địa danh và thời gian", "Khánh Hòa ngày 19 tháng 9 năm 2025"),
        ["TT031"],
    ),
    "addressing in a notice": (
        NOTICE,
        added("Kính gửi: Các sở, ban, ngành thuộc tỉnh", "Kính gửi"),
        ["TT032"],
    ),
    "two addressees on a line (vector 14)": (
        LETTER,
        together(
            removed("Danh sách kính gửi"),
            retyped("Kính gửi", "Kính gửi: Bộ Nội vụ; Bộ Tài chính."),
        ),
        ["TT033"],
    ),
    "addressing without a colon": (LETTER, retyped("Kính gửi", "Kính gửi"), ["TT033"]),
    "no Lưu": (
        REPORT,
        retyped("Danh sách nơi nhận", "- Thanh tra tỉnh.", -1),
        ["TT035"],
    ),
    "TM without a dot (vector 22)": (REPORT, retyped("Quyền hạn", "TM UBND TỈNH"), ["TT036"]),
    "KT with a stroke (vector 22)": (
        WITH_APPENDICES,
        retyped("Quyền hạn", "KT/ TỔ TRƯỞNG"),
        ["TT036"],
    ),
    "deputy under no authority": (
        WITH_APPENDICES,
        together(removed("Quyền hạn"), retyped("Chức vụ", "PHÓ GIÁM ĐỐC")),
        ["TT037"],
    ),
    "degree before the name (vector 23)": (
        REPORT,
        retyped("Họ tên người ký", "GS.TS. Nguyễn Văn A"),
        ["TT038"],
    ),
    "bases upright": (DECISION, styled("Căn cứ", italic=False), ["TT039"]),
    "section not in bold": (REPORT, styled("Heading 1", bold=False), ["TT039"]),
    "section in small letters": (
        REPORT,
        together(styled("Heading 1", all_caps=False), retyped("Heading 1", "I. Kết quả công tác")),
        ["TT039"],
    ),
    "no page numbers": (REPORT, numbers_gone, ["TT040"]),
    "page numbers below (vector 19)": (REPORT, numbers_in_footer, ["TT041"]),
    "page numbers at the right": (REPORT, numbers_at_the_right, ["TT041"]),
    "number on page 1 (vector 19)": (REPORT, first_page, ["TT042"]),
    "page numbers of 12 pt (vector 19)": (REPORT, styled("Header", size=Pt(12)), ["TT043"]),
    "page numbers slanted": (REPORT, styled("Header", italic=True), ["TT043"]),
    "appendices with Arabic numbers": (
        WITH_APPENDICES,
        together(retyped("Phụ lục", "Phụ lục 1"), retyped("Phụ lục", "Phụ lục 2", 1)),
        ["TT045"],
    ),
    "appendix without a title": (WITH_APPENDICES, removed("Tiêu đề phụ lục"), ["TT046", "TT046"]),
    "appendix attached to nothing": (WITH_APPENDICES, removed("Kèm theo"), ["TT047", "TT047"]),
    "page numbers running on (vector 18)": (WITH_APPENDICES, running_on, ["TT048"]),
    "two points c)": (
        NOTICE,
        as_list("a) Rà soát;", "b) Cập nhật;", "c) Báo cáo;", "c) Tổng hợp."),
        ["TT050"],
    ),
    "point f) (vector 16)": (
        NOTICE,
        as_list(*(f"{one}) Rà soát thủ tục;" for one in "abcdđef")),
        ["TT051"],
    ),
    "notes without text": (REPORT, note_emptied, ["TT061"]),
    "two marks of one note": (REPORT, note_shared, ["TT060"]),
    "mark without a note": (REPORT, note_lost, ["TT060"]),
    "note without a mark": (REPORT, mark_deleted, ["TT062"]),
    "blank paragraphs": (
        REPORT,
        together(*(added("", "Body Text", which=index) for index in (3, 5, 7))),
        ["TT070"],
    ),
    "tabs for first lines": (
        REPORT,
        together(*(added(f"\t{LONG}", which=index) for index in (3, 5, 7))),
        ["TT071"],
    ),
    "tracked changes": (REPORT, tracked, ["TT073"]),
    "comments": (REPORT, commented, ["TT074"]),
    "hidden text": (REPORT, hidden, ["TT075"]),
    "a hidden label": (REPORT, labelled("a) ", unseen), ["TT075"]),
    "a broken reference": (
        REPORT,
        added("Số liệu chi tiết tại Error! Reference source not found."),
        ["TT076"],
    ),
    "a place to fill in": (REPORT, added("Đã tiếp nhận …… hồ sơ trong kỳ báo cáo."), ["TT077"]),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found_once(name: str) -> None:
    dossier, fault, expected = FAULTS[name]
    assert sorted(codes(with_fault(dossier, fault))) == expected


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_what_the_program_writes_has_no_fault(dossier: str) -> None:
    found = findings(clean(dossier))
    assert [one.message for one in found if one.severity is not Severity.ADVICE] == []
    # The decree's specimens of names stand in the examples' records and letters of introduction.
    assert {one.code for one in found} <= {"TT077"}


def test_four_faults_of_paragraphs_are_four_findings() -> None:
    fault = styled(
        "Body Text",
        size=Pt(12),
        line_spacing=1.6,
        space_before=Pt(3),
        first_line_indent=Cm(0.75),
    )
    found = codes(with_fault(REPORT, fault))
    assert sorted(found) == ["TT006", "TT015", "TT016", "TT017"]


@pytest.mark.parametrize(
    ("national", "motto", "date"), [(13, 14, 14), (12, 13, 13)], ids=["13/14/14", "12/13/13"]
)
def test_both_size_sets_of_the_footnote_are_right(national: int, motto: int, date: int) -> None:
    fault = together(
        styled("Quốc hiệu", size=Pt(national)),
        styled("Tiêu ngữ", size=Pt(motto)),
        styled("Địa danh và thời gian", size=Pt(date)),
    )
    assert codes(with_fault(REPORT, fault)) == []


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(
            sectioned(top_margin=Mm(25), bottom_margin=Mm(25), left_margin=Mm(35)), id="margins"
        ),
        pytest.param(styled("Body Text", first_line_indent=Cm(1)), id="1 cm"),
        pytest.param(styled("Body Text", line_spacing=1.5), id="1.5 lines"),
        pytest.param(styled("Body Text", line_spacing=Pt(18)), id="exactly 18 pt"),
        pytest.param(
            retyped("Quốc hiệu", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"), id="HOÀ (vector 26)"
        ),
        pytest.param(retyped("Số ký hiệu", "Số:        /BC-BCĐ"), id="number still blank"),
        pytest.param(
            retyped("Địa danh và thời gian", "Khánh Hòa, ngày    tháng 9 năm 2025"), id="day blank"
        ),
        pytest.param(
            added("Căn cứ điểm c khoản 2 Điều 5 và điểm a khoản 1 Điều 9."), id="citations"
        ),
    ],
)
def test_what_the_decree_allows_is_left_alone(fault: Fault) -> None:
    assert codes(with_fault(REPORT, fault)) == []


def test_a_fault_of_many_paragraphs_names_their_number_and_the_first() -> None:
    (found,) = findings(with_fault(REPORT, styled("Body Text", first_line_indent=Cm(0.5))))
    assert found.message.startswith(tuple("123456789"))
    assert "lùi đầu dòng 0,5 cm" in found.message
    assert "First line" in found.hint
    assert found.place is not None
