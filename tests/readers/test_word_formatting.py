"""Effective formatting: defaults, styles, table styles, numbering, direct formatting together."""

import pytest
from support.word_files import p, paragraphs, r, runs, table

from reportgen.document.tree import Alignment
from reportgen.readers.word.model import (
    LineRule,
    ParagraphFormat,
    RunFormat,
    WordParagraph,
    WordTable,
    paragraphs_of,
)

_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme='minorHAnsi'/><w:sz w:val='22'/>"
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after='160' w:line='259' "
    "w:lineRule='auto'/></w:pPr></w:pPrDefault></w:docDefaults>"
)
_THEME = (
    "<a:theme xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><a:themeElements>"
    "<a:fontScheme><a:majorFont><a:latin typeface='Calibri Light'/></a:majorFont><a:minorFont>"
    "<a:latin typeface='Calibri'/></a:minorFont></a:fontScheme></a:themeElements></a:theme>"
)


def _style(name: str, inside: str, kind: str = "paragraph", default: bool = False) -> str:
    mark = " w:default='1'" if default else ""
    head = f"<w:style w:type='{kind}' w:styleId='{name}'{mark}><w:name w:val='{name}'/>"
    return f"{head}{inside}</w:style>"


def _look(content: str, style: str = "", **parts: str) -> RunFormat:
    body = f"<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr>{content}</w:p>"
    return paragraphs(body, **parts)[0].runs[0].format


def _set(properties: str, **parts: str) -> ParagraphFormat:
    return paragraphs(p("x", properties), **parts)[0].format


def test_a_file_without_styles_has_words_bare_defaults() -> None:
    (run,) = runs("<w:r><w:t>x</w:t></w:r>")
    assert run.format == RunFormat(font="Times New Roman", size=10.0)


def test_the_defaults_lie_below_everything() -> None:
    found = paragraphs(p("x"), styles=_DEFAULTS, theme=_THEME)[0]
    look = found.runs[0].format
    assert (look.font, look.size) == ("Calibri", 11.0)
    assert found.format.space_after == 8
    assert found.format.line == pytest.approx(1.079, abs=0.001)


def test_styles_are_laid_over_what_they_are_based_on() -> None:
    styles = (
        _DEFAULTS
        + _style("Thường", "<w:rPr><w:rFonts w:hAnsi='Times New Roman'/></w:rPr>", default=True)
        + _style("Mục", "<w:basedOn w:val='Thường'/><w:rPr><w:b/><w:sz w:val='28'/></w:rPr>")
        + _style("Mục con", "<w:basedOn w:val='Mục'/><w:rPr><w:b w:val='0'/><w:i/></w:rPr>")
    )
    look = _look(r("x"), "Mục con", styles=styles, theme=_THEME)
    assert look == RunFormat(font="Times New Roman", size=14.0, italic=True)
    unknown = _look(r("x"), "Không có", styles=styles, theme=_THEME)
    assert unknown == RunFormat(font="Times New Roman", size=11.0)


def test_styles_that_are_based_on_each_other_end_somewhere() -> None:
    styles = _style("A", "<w:basedOn w:val='B'/><w:rPr><w:i/></w:rPr>")
    styles += _style("B", "<w:basedOn w:val='A'/><w:rPr><w:b/></w:rPr>")
    look = _look(r("x"), "A", styles=styles)
    assert (look.bold, look.italic) == (True, True)


@pytest.mark.parametrize(
    ("paragraph", "character", "direct", "bold"),
    [
        ("<w:b/>", "", "", True),
        ("", "<w:b/>", "", True),
        ("<w:b/>", "<w:b/>", "", False),  # a style switches bold over (§17.7.3)
        ("<w:b/>", "<w:b/>", "<w:b/>", True),
        ("<w:b/>", "", "<w:b w:val='false'/>", False),
        ("", "", "<w:b w:val='off'/>", False),
    ],
)
def test_bold_is_switched_by_styles_and_set_directly(
    paragraph: str, character: str, direct: str, bold: bool
) -> None:
    styles = _style("Đ", f"<w:rPr>{paragraph}</w:rPr>")
    styles += _style("C", f"<w:rPr>{character}</w:rPr>", kind="character")
    content = r("x", f"<w:rStyle w:val='C'/>{direct}")
    assert _look(content, "Đ", styles=styles).bold is bold


def test_a_paragraph_style_used_on_characters_is_the_style_it_is_linked_with() -> None:
    styles = _style("Đề", "<w:link w:val='ĐềChar'/><w:rPr><w:sz w:val='40'/></w:rPr>")
    styles += _style("ĐềChar", "<w:rPr><w:i/></w:rPr>", kind="character")
    look = _look(r("x", "<w:rStyle w:val='Đề'/>"), styles=styles)
    assert (look.italic, look.size) == (True, 10.0)


def test_direct_formatting_of_characters() -> None:
    properties = (
        "<w:rFonts w:ascii='Arial' w:cs='Tahoma'/><w:caps/><w:smallCaps/><w:dstrike/>"
        "<w:color w:val='ff0000'/><w:sz w:val='27'/><w:u w:val='single'/>"
        "<w:vertAlign w:val='superscript'/><w:lang w:val='vi-VN'/>"
    )
    assert _look(r("x", properties)) == RunFormat(
        font="Arial",
        size=13.5,
        underline=True,
        strike=True,
        caps=True,
        small_caps=True,
        superscript=True,
        color="FF0000",
        language="vi-VN",
    )
    assert not _look(r("x", "<w:u w:val='none'/><w:color w:val='auto'/>")).underline


@pytest.mark.parametrize(
    ("value", "alignment"),
    [
        ("both", Alignment.JUSTIFY),
        ("distribute", Alignment.JUSTIFY),
        ("start", Alignment.LEFT),
        ("end", Alignment.RIGHT),
        ("center", Alignment.CENTER),
    ],
)
def test_alignments(value: str, alignment: Alignment) -> None:
    assert _set(f"<w:jc w:val='{value}'/>").alignment is alignment


@pytest.mark.parametrize(
    ("indents", "left", "first"),
    [
        ("w:left='720' w:firstLine='567'", 36, 28.35),
        ("w:start='1cm' w:hanging='10pt'", 28.346, -10),
        ("w:left='720' w:leftChars='300' w:hanging='200' w:firstLine='100'", 36, -10),
        ("w:leftChars='200' w:firstLineChars='100'", 26, 13),
    ],
)
def test_indents(indents: str, left: float, first: float) -> None:
    found = _set(f"<w:ind {indents}/><w:rPr><w:sz w:val='26'/></w:rPr>")
    assert found.indent_left == pytest.approx(left)
    assert found.first_line == pytest.approx(first)


@pytest.mark.parametrize(
    ("spacing", "line", "rule"),
    [
        ("w:line='360'", 1.5, LineRule.MULTIPLE),
        ("w:line='340' w:lineRule='exact'", 17, LineRule.EXACTLY),
        ("w:line='300' w:lineRule='atLeast'", 15, LineRule.AT_LEAST),
    ],
)
def test_line_spacing(spacing: str, line: float, rule: LineRule) -> None:
    found = _set(f"<w:spacing {spacing}/>")
    assert (found.line, found.line_rule) == (line, rule)


def test_spaces_of_a_paragraph() -> None:
    found = _set("<w:spacing w:before='120' w:afterAutospacing='1'/><w:contextualSpacing/>")
    assert (found.space_before, found.space_after, found.contextual_spacing) == (6, 14, True)
    assert _set("<w:spacing w:beforeLines='50'/>").space_before == 6


def test_what_holds_paragraphs_together_and_where_they_stand_in_the_outline() -> None:
    found = _set("<w:keepNext/><w:pageBreakBefore/><w:outlineLvl w:val='1'/>")
    assert (found.keep_next, found.page_break_before, found.outline_level) == (True, True, 1)
    assert _set("<w:outlineLvl w:val='9'/>").outline_level is None


def test_measures_that_are_none_are_passed_over() -> None:
    found = _set("<w:ind w:left='rộng' w:firstLine='nan'/><w:spacing w:before='inf' w:line=''/>")
    assert (found.indent_left, found.first_line, found.space_before) == (0, 0, 0)


_GRID = _style(
    "Lưới",
    "<w:pPr><w:spacing w:after='0'/></w:pPr><w:rPr><w:sz w:val='24'/></w:rPr>"
    "<w:tblStylePr w:type='firstRow'><w:pPr><w:jc w:val='center'/></w:pPr><w:rPr><w:b/></w:rPr>"
    "</w:tblStylePr><w:tblStylePr w:type='firstCol'><w:rPr><w:i/></w:rPr></w:tblStylePr>",
    kind="table",
)


def _cells(look: str, styles: str) -> list[WordParagraph]:
    row = f"<w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr>"
    found: WordTable = table(
        f"<w:tblPr><w:tblStyle w:val='Lưới'/><w:tblLook {look}/></w:tblPr>{row}{row}", styles=styles
    )
    return list(paragraphs_of((found,)))


@pytest.mark.parametrize("look", ["w:val='00A0'", "w:firstRow='1' w:firstColumn='1'"])
def test_a_table_style_sets_its_first_row_and_column(look: str) -> None:
    corner, top, side, inner = _cells(look, _DEFAULTS + _GRID)
    bold = [one.runs[0].format.bold for one in (corner, top, side, inner)]
    italic = [one.runs[0].format.italic for one in (corner, top, side, inner)]
    assert (bold, italic) == ([True, True, False, False], [True, False, True, False])
    assert (top.format.alignment, inner.format.alignment) == (Alignment.CENTER, Alignment.LEFT)
    assert {one.format.space_after for one in (corner, inner)} == {0}
    assert inner.runs[0].format.size == 12


def test_a_paragraph_style_lies_over_the_table_style() -> None:
    normal = _style(
        "Normal",
        "<w:pPr><w:spacing w:after='120'/></w:pPr><w:rPr><w:sz w:val='28'/></w:rPr>",
        default=True,
    )
    inner = _cells("w:val='0000'", _DEFAULTS + normal + _GRID)[3]
    assert (inner.format.space_after, inner.runs[0].format.size) == (6, 14)


_NUMBERED = (
    "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val="
    "'decimal'/><w:lvlText w:val='%1.'/><w:pPr><w:ind w:left='720' w:hanging='360'/></w:pPr>"
    "</w:lvl>"
    "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
)
_NUMBER = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"


@pytest.mark.parametrize(
    ("style", "direct", "left"),
    [
        ("<w:ind w:left='100'/>", _NUMBER, 36),  # numbering lies over the style …
        ("<w:ind w:left='100'/>", f"{_NUMBER}<w:ind w:left='200'/>", 10),  # … under what is direct
        (f"{_NUMBER}<w:ind w:left='100'/>", "", 5),  # a style that numbers may say otherwise
        (_NUMBER, "", 36),
    ],
)
def test_numbering_indents_what_asks_for_it(style: str, direct: str, left: float) -> None:
    styles = _style("Đoạn", f"<w:pPr>{style}</w:pPr>")
    body = p("x", f"<w:pStyle w:val='Đoạn'/>{direct}")
    (found,) = paragraphs(body, styles=styles, numbering=_NUMBERED)
    assert (found.label, found.format.indent_left) == ("1.", left)
