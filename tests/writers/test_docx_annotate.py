"""Comments on Word files: at their words, in a copy that is the same in all else."""

import io
import zipfile
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.commented import docx_comments, part
from support.word_files import docx, p, r

from reportgen.document.origins import Story, WordPlace
from reportgen.readers.word import read_word
from reportgen.readers.word.model import WordFile, paragraphs_of
from reportgen.writers.docx.annotate import annotate
from reportgen.writers.docx.remarks import Remark

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOMENT = datetime(2025, 9, 19, tzinfo=UTC)


def at(paragraph: int, quote: str = "", before: str = "", after: str = "") -> Remark:
    return Remark(f"Xem “{quote}”", WordPlace("vb.docx", paragraph), quote, before, after)


def commented(body: str, *remarks: Remark, **parts: str) -> list[str]:
    """The words that the comments on that body stand at; nothing else of it has changed."""
    data = docx(body, **parts)
    copy = annotate(data, remarks, MOMENT)
    assert looks(read_word(copy, "vb.docx")) == looks(read_word(data, "vb.docx"))
    return [words for _, words in docx_comments(copy)]


def looks(file: WordFile) -> object:
    """All that the file says and how it is set, but the comments."""
    body = [(one.label, one.runs, one.format, one.place) for one in file.paragraphs()]
    notes = [(one.runs, one.place) for note in file.notes for one in paragraphs_of(note.blocks)]
    return body, notes, file.sections


def test_a_comment_stands_at_its_words_in_the_middle_of_a_run() -> None:
    body = p("Mở đầu.") + p("Đạt tỷ lệ 90.31% trong kỳ.", run="<w:b/>")
    assert commented(body, at(2, "90.31%")) == ["90.31%"]


def test_words_over_several_runs_are_taken_together() -> None:
    body = f"<w:p>{r('Tổng số 1.2')}{r('24 hồ ', '<w:b/>')}{r('sơ, đạt', '<w:i/>')}</w:p>"
    assert commented(body, at(1, "1.224 hồ sơ")) == ["1.224 hồ sơ"]


def test_comments_may_share_words_and_overlap() -> None:
    body = p("một hai ba bốn năm")
    quotes = ["hai ba", "ba bốn", "hai ba", "một hai ba bốn năm", "ba", "năm"]
    assert commented(body, *(at(1, one) for one in quotes)) == quotes


def test_the_context_tells_which_of_equal_words_is_meant() -> None:
    body = f"<w:p>{r('đạt 100% kế hoạch; ')}{r('vượt 100% chỉ tiêu; 100%')}</w:p>"
    data = docx(body)
    copy = annotate(data, [at(1, "100%", "vượt ", " chỉ tiêu")])
    text = [node.text or "" for node in part(copy, "word/document.xml").iter(f"{W}t")]
    assert text == ["đạt 100% kế hoạch; ", "vượt ", "100%", " chỉ tiêu; 100%"]


@pytest.mark.parametrize(
    ("typed", "quote", "words"),
    [
        ("I.\tKẾT QUẢ", "I. Kết quả", "I. KẾT QUẢ"),  # a tab reads as a blank
        ("bao cáo sô\u0301 liệu", "số liệu", "sô\u0301 liệu"),  # one letter in two characters
        ("xa\u0302\u0323y ra", "ậ", "a\u0302\u0323"),
        ("hai  dấu cách", "  ", "  "),
    ],
)
def test_blanks_capitals_and_encoding_may_differ(typed: str, quote: str, words: str) -> None:
    runs = "<w:r><w:tab/></w:r>".join(map(r, typed.split("\t")))
    assert commented(f"<w:p>{runs}</w:p>", at(1, quote)) == [words]


def test_words_that_are_not_found_again_are_quoted_at_their_paragraph() -> None:
    copy = annotate(docx(p("Một đoạn.")), [at(1, "chữ khác")])
    assert docx_comments(copy) == [("Xem “chữ khác”\nỞ đoạn 1: “chữ khác”", "Một đoạn.")]


def test_a_remark_about_a_paragraph_takes_it_whole() -> None:
    assert commented(p("Một đoạn."), at(1)) == ["Một đoạn."]


@pytest.mark.parametrize("body", ["<w:p/>", "<w:p><w:pPr><w:jc w:val='center'/></w:pPr></w:p>"])
def test_an_empty_paragraph_can_be_commented_on(body: str) -> None:
    assert commented(p("Trước.") + body, at(2)) == [""]


def test_a_body_without_paragraphs_gets_one() -> None:
    ((said, words),) = docx_comments(annotate(docx(""), [Remark("Thiếu tên loại")]))
    assert (said, words) == ("Thiếu tên loại", "")


def test_a_remark_without_place_stands_at_the_first_words() -> None:
    assert commented("<w:p/>" + p("BÁO CÁO"), Remark("Thiếu ngày")) == ["BÁO CÁO"]


_LINK = f"<w:hyperlink w:anchor='a'>{r('xem tại đây nhé')}</w:hyperlink>"
_INSERTED = f"<w:ins w:id='7' w:author='VP'>{r('chữ mới thêm')}</w:ins>"
_CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
_SIMPLE = f"<w:fldSimple w:instr=' REF a '>{r('Phụ lục II')}</w:fldSimple>"
_FIELD = (
    "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>REF a</w:instrText>"
    "<w:fldChar w:fldCharType='separate'/><w:t>Phụ lục II</w:t>"
    "<w:fldChar w:fldCharType='end'/></w:r>"
)
_FORMULA = "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"
_BOX = "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"
_FORM = (
    f"<w:r><w:fldChar w:fldCharType='begin'>{_BOX}</w:fldChar></w:r>"
    "<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
)


@pytest.mark.parametrize(
    ("inside", "quote", "words"),
    [
        (_LINK, "tại", "tại"),
        (_LINK, "đầu xem", "đầu xem"),
        (_LINK, "nhé cuối", "nhé cuối"),
        (_INSERTED, "mới", "mới"),
        (_CONTROL.format("<w:tag w:val='x'/>", r("chữ mới thêm")), "mới", "mới"),
        (_CONTROL.format("<w:text/>", r("chữ mới thêm")), "mới", "chữ mới thêm"),
        (_SIMPLE, "lục", "Phụ lục II"),
        (_FIELD, "lục", "lục"),
        (_FIELD, "Phụ lục II", "Phụ lục II"),
        (_FORM, "đầu ☒", "đầu "),
        (
            f"<w:bookmarkStart w:id='0' w:name='b'/>{r('chữ')}<w:bookmarkEnd w:id='0'/>",
            "chữ",
            "chữ",
        ),
        (
            f"<w:del w:id='8' w:author='VP'>{r('bỏ').replace('w:t', 'w:delText')}</w:del>",
            " cuối",
            " cuối",
        ),
        (f"<w:smartTag w:uri='u' w:element='e'>{r('Hà Nội')}</w:smartTag>", "Nội", "Nội"),
    ],
)
def test_the_range_stands_at_the_nearest_legal_place(inside: str, quote: str, words: str) -> None:
    body = f"<w:p>{r('đầu ')}{inside}{r(' cuối')}</w:p>"
    assert commented(body, at(1, quote)) == [words]
    copy = annotate(docx(body), [at(1, quote)])
    depth = 0
    for node in part(copy, "word/document.xml").iter():
        kind = node.get(f"{W}fldCharType")
        depth += {"begin": 1, "separate": -1}.get(kind or "", 0)
        if "comment" in str(node.tag):
            assert depth == 0 or inside == _FORM
            parents = [str(one.tag).removeprefix(W) for one in node.iterancestors()]
            assert "fldSimple" not in parents
            if node.tag.endswith("commentReference"):
                assert parents[:2] == ["r", "p"]


def test_a_form_field_is_not_opened() -> None:
    copy = annotate(docx(f"<w:p>{_FORM}{r(' cuối')}</w:p>"), [at(1, "☒")])
    order = [
        node.get(f"{W}fldCharType") or str(node.tag).removeprefix(W)
        for node in part(copy, "word/document.xml").iter()
        if node.tag in (f"{W}fldChar", f"{W}commentRangeStart", f"{W}commentRangeEnd")
    ]
    assert order == ["commentRangeStart", "begin", "end", "commentRangeEnd"]


def test_a_formula_is_taken_whole() -> None:
    copy = annotate(docx(f"<w:p>{r('tính ')}{_FORMULA}{r(' là')}</w:p>"), [at(1, "+")])
    (formula,) = part(copy, "word/document.xml").iter("{*}oMath")
    before, after = formula.getprevious(), formula.getnext()
    assert before is not None
    assert after is not None
    assert (before.tag, after.tag) == (f"{W}commentRangeStart", f"{W}commentRangeEnd")


_NOTE = "<w:footnote w:id='{}'>{}</w:footnote>"
_REFERENCE = "<w:r><w:footnoteReference w:id='{}'/></w:r>"


def test_what_is_wrong_in_a_note_is_said_at_its_mark() -> None:
    body = f"<w:p>{r('Một')}{_REFERENCE.format(5)}{r(' hai')}{_REFERENCE.format(2)}</w:p>"
    notes = _NOTE.format(2, p("ghi chú sau")) + _NOTE.format(5, p("ghi chú trước"))
    place = WordPlace("vb.docx", 2, Story.FOOTNOTE, note=2)
    copy = annotate(docx(body, footnotes=notes), [Remark("Sai chữ", place, "sau")])
    assert docx_comments(copy) == [("Sai chữ\nỞ chú thích 2: “sau”", "")]
    (start,) = part(copy, "word/document.xml").iter(f"{W}commentRangeStart")
    following = start.getnext()
    assert following is not None
    assert [node.get(f"{W}id") for node in following] == ["2"]
    before, after = (
        zipfile.ZipFile(io.BytesIO(one)) for one in (docx(body, footnotes=notes), copy)
    )
    assert before.read("word/footnotes.xml") == after.read("word/footnotes.xml")


def test_what_is_wrong_in_a_header_is_said_at_the_first_words() -> None:
    section = "<w:sectPr><w:headerReference w:type='default' r:id='header1'/></w:sectPr>"
    place = WordPlace("vb.docx", 1, Story.HEADER)
    data = docx("<w:p/>" + p("BÁO CÁO"), section=section, header1=p("Số trang"))
    copy = annotate(data, [Remark("Sai", place, "trang")])
    assert docx_comments(copy) == [("Sai\nỞ đầu trang: “trang”", "BÁO CÁO")]


def test_what_is_wrong_in_a_text_box_is_said_at_the_box() -> None:
    content = f"<w:txbxContent>{p('chữ trong khung')}</w:txbxContent>"
    box = f"<w:pict><v:rect><v:textbox>{content}</v:textbox></v:rect></w:pict>"
    box = f"<w:r><w:t>neo</w:t>{box}</w:r>"
    copy = annotate(docx(f"<w:p>{box}{r('đoạn')}</w:p>{p('sau')}"), [at(2, "trong"), at(3, "sau")])
    (boxed, after) = docx_comments(copy)
    assert boxed[0].endswith("Ở đoạn 2: “trong”")
    assert after[1] == "sau"
    (start, _) = part(copy, "word/document.xml").iter(f"{W}commentRangeStart")
    assert not [one for one in start.iterancestors() if one.tag == f"{W}txbxContent"]


def test_paragraphs_of_cells_are_found_by_their_number() -> None:
    row = f"<w:tr><w:tc>{p('Sở A')}</w:tc><w:tc>{p('12.5')}{p('ghi chú')}</w:tc></w:tr>"
    body = p("Trên") + f"<w:tbl>{row}{row}</w:tbl>" + p("Dưới")
    assert commented(body, at(6, "12.5"), at(8, "Dưới")) == ["12.5", "Dưới"]


def test_an_automatic_label_is_part_of_the_words_but_not_of_the_text() -> None:
    level = "<w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1)'/>"
    numbering = (
        f"<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'>{level}</w:lvl></w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
    )
    listed = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
    body = p("Nổi bật là", listed)
    remarks = at(1, "a) Nổi"), at(1, "a)"), at(1, "bật", "a) Nổi ")
    assert commented(body, *remarks, numbering=numbering) == ["Nổi", "Nổi bật là", "bật"]


def test_comments_that_are_there_stay_and_ids_go_on_after_them() -> None:
    old = f"<w:comment w:id='4' w:author='Thu'>{p('Xem lại')}</w:comment>"
    inside = f"<w:commentRangeStart w:id='4'/>{r('đoạn')}<w:commentRangeEnd w:id='4'/>"
    body = f"<w:p>{inside}<w:r><w:commentReference w:id='4'/></w:r>{r(' văn')}</w:p>"
    copy = annotate(docx(body, comments=old), [at(1, "đoạn văn")])
    assert docx_comments(copy) == [("Xem lại", "đoạn"), ("Xem “đoạn văn”", "đoạn văn")]
    numbers = [node.get(f"{W}id") for node in part(copy, "word/comments.xml")]
    assert numbers == ["4", "5"]
    twice = annotate(copy, [at(1, "văn")])
    assert [words for _, words in docx_comments(twice)] == ["đoạn", "đoạn văn", "văn"]


def test_a_comment_says_who_when_and_what() -> None:
    remark = Remark("[SL001] lỗi: sai\nVì sao: <&\x01>\nCách sửa: viết lại", None)
    copy = annotate(docx(p("x")), [remark], MOMENT)
    (comment,) = part(copy, "word/comments.xml")
    said = [comment.get(f"{W}{name}") for name in ("author", "initials", "date")]
    assert said == ["reportgen", "RG", "2025-09-19T00:00:00Z"]
    ((text, _),) = docx_comments(copy)
    assert text == "[SL001] lỗi: sai\nVì sao: <&\ufffd>\nCách sửa: viết lại"
    (undated,) = part(annotate(docx(p("x")), [remark]), "word/comments.xml")
    assert undated.get(f"{W}date") is None


def test_the_styles_for_comments_are_used_where_the_file_has_them() -> None:
    styles = (
        "<w:style w:type='paragraph' w:styleId='Bl'><w:name w:val='annotation text'/></w:style>"
        "<w:style w:type='character' w:styleId='Ma'><w:name w:val='Annotation reference'/>"
        "</w:style>"
    )
    copy = annotate(docx(p("x"), styles=styles), [Remark("Sai")])
    comments = part(copy, "word/comments.xml")
    assert [one.get(f"{W}val") for one in comments.iter(f"{W}pStyle", f"{W}rStyle")] == ["Bl", "Ma"]
    plain = part(annotate(docx(p("x")), [Remark("Sai")]), "word/comments.xml")
    assert not list(plain.iter(f"{W}pStyle", f"{W}rStyle"))


def test_nothing_but_body_comments_and_their_declarations_is_touched() -> None:
    picture = {"word/media/anh.png": bytes(range(256)) * 90, "customXml/item1.xml": b"<a/>"}
    data = docx(p("một hai"), extra=picture, footnotes=_NOTE.format(1, p("x")), styles="")
    copy = annotate(data, [at(1, "hai")])
    before, after = (zipfile.ZipFile(io.BytesIO(one)) for one in (data, copy))
    assert after.testzip() is None
    changed = {
        name
        for name in after.namelist()
        if name not in before.namelist() or before.read(name) != after.read(name)
    }
    assert changed == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/comments.xml",
        "word/document.xml",
    }
    assert annotate(data, [at(1, "hai")]) == copy
    assert annotate(data, []) == data


def test_a_file_in_the_strict_form_stays_strict() -> None:
    source = zipfile.ZipFile(io.BytesIO(docx(p("một hai ba"))))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            for folder in (b"wordprocessingml", b"officeDocument"):
                years = b"http://schemas.openxmlformats.org/%s/2006/" % folder
                content = content.replace(years, b"http://purl.oclc.org/ooxml/%s/" % folder)
            target.writestr(name, content)
    copy = annotate(buffer.getvalue(), [at(1, "hai")])
    assert docx_comments(copy) == [("Xem “hai”", "hai")]
    made = zipfile.ZipFile(io.BytesIO(copy))
    for name in ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"):
        assert b"http://purl.oclc.org/ooxml/" in made.read(name)
        assert b"/wordprocessingml/2006/main" not in made.read(name)
    assert read_word(copy, "vb.docx").comments[0].text == "Xem “hai”"


def test_the_main_part_may_have_any_name_and_comments_may_be_taken() -> None:
    source = zipfile.ZipFile(io.BytesIO(docx(p("một hai"))))
    parts = {
        name.replace("word/document.xml", "w2/vb.xml"): source.read(name).replace(
            b"word/document.xml", b"w2/vb.xml"
        )
        for name in source.namelist()
        if "_rels/document" not in name
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name, content in {**parts, "w2/comments.xml": b"<x/>"}.items():
            target.writestr(name, content)
    copy = annotate(buffer.getvalue(), [at(1, "hai")])
    assert zipfile.ZipFile(io.BytesIO(copy)).read("w2/comments.xml") == b"<x/>"
    assert [one.text for one in read_word(copy, "vb.docx").comments] == ["Xem “hai”"]


_LETTERS = st.text("aăđ ộ1.", min_size=1, max_size=6)
_RUN = st.tuples(_LETTERS, st.sampled_from(["", "<w:b/>", "<w:i/>"])).map(lambda one: r(*one))
_WRAPPED = st.lists(_RUN, min_size=1, max_size=3).map("".join)
_PART = st.one_of(
    _RUN,
    _WRAPPED.map(lambda runs: f"<w:hyperlink w:anchor='a'>{runs}</w:hyperlink>"),
    _WRAPPED.map(lambda runs: f"<w:ins w:id='9' w:author='VP'>{runs}</w:ins>"),
    _WRAPPED.map(lambda runs: _CONTROL.format("", runs)),
    st.just("<w:r><w:t>x</w:t><w:br/><w:t>y</w:t></w:r>"),
)


@given(
    st.lists(_PART, min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), min_size=1, max_size=6),
)
@settings(max_examples=150, deadline=None)
def test_any_words_of_any_runs_are_commented_on_as_they_stand(
    parts: list[str], ranges: list[tuple[int, int]]
) -> None:
    body = f"<w:p>{''.join(parts)}</w:p>"
    (paragraph,) = read_word(docx(body), "vb.docx").paragraphs()
    text = paragraph.text
    spans = [(min(start, len(text) - 1), start + length) for start, length in ranges]
    remarks = [at(1, text[start:end], text[:start], text[end:]) for start, end in spans]
    expected = [text[start:end].replace("\n", " ") for start, end in spans]
    assert commented(body, *remarks) == expected


def test_marks_of_one_place_follow_the_order_of_the_remarks() -> None:
    copy = annotate(docx(p("một hai")), [at(1, "hai"), at(1, "hai"), at(1, "một hai")])
    names = ("commentRangeEnd", "commentReference")
    nodes = part(copy, "word/document.xml").iter(*(f"{W}{name}" for name in names))
    order = [(str(node.tag).removeprefix(W), int(node.get(f"{W}id") or -1)) for node in nodes]
    assert all(one[1] <= other[1] for one, other in pairwise(order)), order
