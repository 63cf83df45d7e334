"""The text of paragraphs: what is printed is read once, what is not printed is not read."""

import pytest
from support.word_files import docx, p, paragraphs, r, read, runs, texts

from reportgen.readers.word import read_word

_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _field(instruction: str, result: str) -> str:
    code = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return f"{_BEGIN}{code}{_SEPARATE}{result}{_END}"


@pytest.mark.parametrize(
    ("content", "printed"),
    [
        ("<w:r><w:t>Số:</w:t><w:tab/><w:t>87</w:t></w:r>", "Số:\t87"),
        ('<w:r><w:t>a</w:t><w:ptab w:alignment="right"/><w:t>b</w:t></w:r>', "a\tb"),
        ("<w:r><w:t>SỞ</w:t><w:br/><w:t>TƯ PHÁP</w:t><w:cr/></w:r>", "SỞ\nTƯ PHÁP\n"),
        ('<w:r><w:br w:type="page"/><w:t>Phụ lục</w:t></w:r>', "\fPhụ lục"),
        ('<w:r><w:t>a</w:t><w:br w:type="column"/></w:r>', "a\f"),
        ("<w:r><w:t>2943</w:t><w:noBreakHyphen/><w:t>KH</w:t></w:r>", "2943-KH"),
        ("<w:r><w:t>nghiên</w:t><w:softHyphen/><w:t>g</w:t></w:r>", "nghiêng"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>90%</w:t></w:r>', "≥90%"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Wingdings" w:char="khong"/></w:r>', ""),
        ("<w:r><w:t>  hai  </w:t></w:r>", "hai"),
        ('<w:r><w:t xml:space="preserve"> hai </w:t></w:r>', " hai "),
        ("<w:r><w:t>một\nhai</w:t></w:r>", "một hai"),
        (f"<w:smartTag>{r('Khánh Hòa')}</w:smartTag>", "Khánh Hòa"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('ngày 5')}</w:sdtContent></w:sdt>", "ngày 5"),
        (f"<w:customXml>{r('a')}</w:customXml><w:bdo>{r('b')}</w:bdo>", "ab"),
        (
            f"<w:r><w:ruby><w:rt>{r('x')}</w:rt><w:rubyBase>{r('漢')}</w:rubyBase></w:ruby></w:r>",
            "漢",
        ),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        (
            "<m:oMath><m:f><m:num><m:r><m:t>81</m:t></m:r></m:num>"
            "<m:den><m:r><m:t>97</m:t></m:r></m:den></m:f></m:oMath>",
            "81/97",
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>'
            "<w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>" + _END,
            "☒",
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
            '<w:listEntry w:val="Có"/><w:listEntry w:val="Không"/></w:ddList></w:ffData>'
            f"</w:fldChar></w:r>{_END}",
            "Không",
        ),
    ],
)
def test_a_paragraph_is_read_as_it_prints(content: str, printed: str) -> None:
    assert texts(f"<w:p>{content}</w:p>") == [printed.strip(" ")]
    (paragraph,) = paragraphs(f"<w:p>{content}</w:p>")
    assert paragraph.text == printed


def test_runs_of_one_look_are_one_run() -> None:
    parts = [
        r("Căn "),
        r("cứ", "<w:lang w:val='vi-VN'/>"),
        r(" Luật", "<w:b/>"),
        r(" số", "<w:b/>"),
    ]
    first, second, third = runs("<w:proofErr w:type='spellStart'/>".join(parts))
    assert (first.text, second.text, third.text) == ("Căn ", "cứ", " Luật số")
    assert third.format.bold


def test_a_field_is_its_result_and_knows_its_instruction() -> None:
    page, text = runs(_field(" PAGE   \\* MERGEFORMAT ", r("2")) + r(" trang"))
    assert (page.text, page.field) == ("2", "PAGE \\* MERGEFORMAT")
    assert (text.text, text.field) == (" trang", "")
    (simple,) = runs(f'<w:fldSimple w:instr=" NUMPAGES ">{r("12")}</w:fldSimple>')
    assert (simple.text, simple.field) == ("12", "NUMPAGES")


def test_a_field_within_an_instruction_prints_nothing() -> None:
    inner = _field("MERGEFIELD ten", r("Khánh Hòa"))
    condition = (
        f"{_BEGIN}<w:r><w:instrText>IF </w:instrText></w:r>{inner}{_SEPARATE}{r('Có')}{_END}"
    )
    (run,) = runs(condition)
    assert (run.text, run.field) == ("Có", "IF Khánh Hòa")


def test_a_table_of_contents_over_several_paragraphs_is_one_field() -> None:
    first = (
        f"<w:p>{_BEGIN}<w:r><w:instrText>TOC \\o</w:instrText></w:r>{_SEPARATE}{r('I. A')}</w:p>"
    )
    second = f"<w:p>{r('II. B ')}{_field('PAGEREF _Toc1', r('3'))}</w:p><w:p>{_END}{r('Hết')}</w:p>"
    one, two, three = paragraphs(first + second)
    assert [run.field for run in (*one.runs, *two.runs)] == ["TOC \\o", "TOC \\o", "PAGEREF _Toc1"]
    assert [run.field for run in three.runs] == [""]


def test_a_field_that_is_never_closed_swallows_no_text() -> None:
    assert texts(f"<w:p>{_BEGIN}{r('Kính gửi:')}</w:p>" + p("Sở Tư pháp")) == [
        "Kính gửi:",
        "Sở Tư pháp",
    ]


def test_links_lead_where_they_say() -> None:
    link = f'<w:hyperlink r:id="web">{r("cổng")}</w:hyperlink>'
    anchor = f'<w:hyperlink w:anchor="muc_1">{r("mục 1")}</w:hyperlink>'
    field = _field('HYPERLINK "https://chinhphu.vn" \\l "dau"', r("chính phủ"))
    body = f"<w:p>{link}{anchor}{field}{r('.')}</w:p>"
    data = docx(body, relations={"web": ("hyperlink", "https://khanhhoa.gov.vn")})
    (paragraph,) = read_word(data, "vb.docx").paragraphs()
    assert [(run.text, run.link) for run in paragraph.runs] == [
        ("cổng", "https://khanhhoa.gov.vn"),
        ("mục 1", "#muc_1"),
        ("chính phủ", "https://chinhphu.vn#dau"),
        (".", ""),
    ]


def test_tracked_changes_are_accepted() -> None:
    body = (
        f"<w:p>{r('tỷ lệ ')}<w:del w:id='1'><w:r><w:delText>89%</w:delText></w:r></w:del>"
        f"<w:ins w:id='2'>{r('89,81%')}</w:ins>"
        f"<w:moveFrom w:id='3'>{r('đi')}</w:moveFrom>"
        f"<w:moveTo w:id='4'>{r(' đến')}</w:moveTo></w:p>"
    )
    found = read(body)
    (paragraph,) = found.paragraphs()
    assert paragraph.text == "tỷ lệ 89,81% đến"
    assert [run.inserted for run in paragraph.runs] == [False, True]
    assert found.tracked
    assert not read(p("Không sửa gì")).tracked


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    gone = "<w:rPr><w:del w:id='1'/></w:rPr>"
    body = p("Thực hiện ", f"<w:jc w:val='center'/>{gone}") + p("Đề án 06", "<w:jc w:val='both'/>")
    (paragraph,) = paragraphs(body)
    assert (paragraph.text, paragraph.format.alignment) == ("Thực hiện Đề án 06", "justify")


def test_a_paragraph_that_was_deleted_altogether_is_gone() -> None:
    gone = (
        "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
        "<w:del w:id='2'><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>"
    )
    cell = f"<w:tbl><w:tr><w:tc>{p('ô')}</w:tc></w:tr></w:tbl>"
    assert texts(p("một") + gone + cell + p("hai") + gone) == ["một", "ô", "hai"]


def test_alternatives_are_read_once() -> None:
    choice = (
        "<mc:AlternateContent><mc:Choice Requires='{}'>{}</mc:Choice>"
        "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    )
    known = choice.format("wps", r("mới"), r("cũ"))
    unknown = choice.format("wps tuonglai", r("mới"), r("cũ"))
    assert texts(f"<w:p>{known}</w:p>") == ["mới"]
    assert texts(f"<w:p>{unknown}</w:p>") == ["cũ"]
    assert texts(choice.format("w14", p("đoạn mới"), p("đoạn cũ"))) == ["đoạn mới"]


def test_the_text_of_a_text_box_stands_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('HỎA TỐC')}</w:txbxContent>"
    drawn = (
        "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic>"
        "<a:graphicData><wps:wsp><wps:spPr><a:xfrm><a:ext cx='1270000' cy='360000'/></a:xfrm>"
        f"</wps:spPr><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect style='width:100pt'><v:textbox>"
        f"{box}</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:p>{r('Số: 87/BC')}<w:r>{drawn}</w:r></w:p>" + p("sau")
    first, boxed, last = paragraphs(body)
    assert (first.text, boxed.text, last.text) == ("Số: 87/BC", "HỎA TỐC", "sau")
    assert (first.in_text_box, boxed.in_text_box, last.in_text_box) == (False, True, False)
    assert boxed.width == pytest.approx(100 - 14.4)
    assert [one.place.paragraph for one in (first, boxed, last)] == [1, 2, 3]


def test_a_text_box_in_vml_is_read_too() -> None:
    box = f"<v:textbox><w:txbxContent>{p('MẬT')}</w:txbxContent></v:textbox>"
    pict = f"<w:r><w:pict><v:shape style='width:72pt;height:20pt'>{box}</v:shape></w:pict></w:r>"
    _, boxed = paragraphs(f"<w:p>{pict}</w:p>")
    assert (boxed.text, boxed.in_text_box, boxed.width) == ("MẬT", True, pytest.approx(57.6))


def test_a_picture_is_told_by_its_alternative_text() -> None:
    picture = (
        "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='Hình 1' descr='{}'/><a:graphic>"
        "<a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    vml = "<w:r><w:pict><v:shape alt='Dấu'><v:imagedata r:id='x'/></v:shape></w:pict></w:r>"
    found = runs(picture.format("Sơ đồ") + picture.format("") + vml)
    assert [run.picture for run in found] == ["Sơ đồ", "Hình 1", "Dấu"]
    assert not any(run.text for run in found)


def test_hidden_text_is_kept_and_marked() -> None:
    shown, hidden = runs(r("một") + r("hai", "<w:vanish/>"))
    assert (shown.format.hidden, hidden.format.hidden) == (False, True)


def test_text_is_left_as_it_was_typed() -> None:
    decomposed = "Khánh Ho\u0300a"
    assert texts(p(decomposed)) == [decomposed]
