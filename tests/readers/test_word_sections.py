"""Sections of Word files: pages, columns, headers and footers, where paragraphs stand."""

import pytest
from support.word_files import docx, p, read

from reportgen.readers.word import read_word
from reportgen.readers.word.model import WordFile

_A4 = (
    "<w:pgSz w:w='11906' w:h='16838'/><w:pgMar w:top='1134' w:right='851' w:bottom='1134' "
    "w:left='1701' w:header='567' w:footer='567' w:gutter='0'/>"
)
_ACROSS = "<w:pgSz w:w='16838' w:h='11906' w:orient='landscape'/>"


def _two(first: str, second: str, **parts: str) -> WordFile:
    body = p("một") + p("hai", f"<w:sectPr>{first}</w:sectPr>") + p("ba")
    data = docx(body, section=f"<w:sectPr>{second}</w:sectPr>", **parts)
    return read_word(data, "vb.docx")


def test_page_measures() -> None:
    (section,) = read(p("x")).sections
    assert (section.width, section.height) == (595.3, 841.9)
    assert (section.left, section.right, section.top) == (85.05, 42.55, 56.7)
    assert (section.header, section.landscape, section.columns) == (28.35, False, 1)
    assert section.text_width == pytest.approx(467.7)


def test_a_file_that_says_nothing_of_its_page_has_words_own() -> None:
    (section,) = read_word(docx(p("x"), section=""), "vb.docx").sections
    assert (section.width, section.height, section.left) == (612, 792, 72)


def test_paragraphs_know_their_section_and_its_width() -> None:
    found = _two(_A4, _ACROSS)
    assert [one.place.section for one in found.paragraphs()] == [1, 1, 2]
    assert [one.width for one in found.paragraphs()] == pytest.approx([467.7, 467.7, 697.9])
    assert [section.landscape for section in found.sections] == [False, True]
    assert str(list(found.paragraphs())[2].place) == "vb.docx: phần 2, đoạn 3"


def test_columns_share_the_page() -> None:
    found = _two(
        f"{_A4}<w:cols w:num='2' w:space='400'/>",
        f"{_A4}<w:cols w:equalWidth='0' w:num='2'><w:col w:w='3000'/><w:col w:w='5000'/></w:cols>",
    )
    assert [section.columns for section in found.sections] == [2, 2]
    assert [one.width for one in found.paragraphs()] == pytest.approx([223.85, 223.85, 150])


def test_how_a_section_begins_and_counts_its_pages() -> None:
    found = _two(
        f"{_A4}<w:titlePg/><w:type w:val='continuous'/>",
        "<w:type w:val='continuous'/><w:pgNumType w:start='1' w:fmt='lowerRoman'/>",
        settings="<w:evenAndOddHeaders/>",
    )
    first, second = found.sections
    assert (first.starts_on_new_page, second.starts_on_new_page) == (True, False)
    assert (first.title_page, second.title_page) == (True, False)
    assert (first.page_start, second.page_start) == (None, 1)
    assert (first.page_format, second.page_format) == ("decimal", "lowerRoman")
    assert first.even_and_odd


def _reference(name: str, kind: str) -> str:
    part = name.rstrip("0123456789")
    return f"<w:{part}Reference w:type='{kind}' r:id='{name}'/>"


def test_headers_are_inherited_from_the_section_before() -> None:
    found = _two(
        _reference("header1", "default")
        + _reference("header2", "first")
        + _reference("footer1", "default"),
        _reference("header3", "default"),
        header1=p("đầu một"),
        header2=f"<w:tbl><w:tr><w:tc>{p('đầu tiên')}</w:tc></w:tr></w:tbl>",
        header3=p("đầu hai"),
        footer1=p("chân"),
    )
    first, second = found.sections
    texts = [
        {kind: one[0].text for kind, one in section.headers.items()} for section in (first, second)
    ]
    assert texts == [
        {"default": "đầu một", "first": "đầu tiên"},
        {"default": "đầu hai", "first": "đầu tiên"},
    ]
    assert first.footers == second.footers
    places = [first.headers["default"][0], first.headers["first"][0], second.headers["default"][0]]
    assert [one.place.paragraph for one in places] == [1, 2, 3]
    assert first.footers["default"][0].place.position == "chân trang"


def test_a_header_that_is_not_there_is_none() -> None:
    first, _ = _two("<w:headerReference w:type='default' r:id='mat'/>", "").sections
    assert first.headers == {}


def test_a_changed_section_counts_once() -> None:
    before = "<w:sectPrChange><w:sectPr/></w:sectPrChange>"
    changed = f"<w:sectPr><w:pgSz w:w='11906' w:h='16838'/>{before}</w:sectPr>"
    assert len(read_word(docx(p("x"), section=changed), "vb.docx").sections) == 1
