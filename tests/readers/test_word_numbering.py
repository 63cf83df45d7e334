"""Automatic numbering: the labels that Word prints before paragraphs."""

import pytest
from support.word_files import p, paragraphs, texts

from reportgen.readers.word.numerals import letters, numeral, roman


def _level(index: int, style: str, text: str, more: str = "") -> str:
    return (
        f"<w:lvl w:ilvl='{index}'><w:start w:val='1'/><w:numFmt w:val='{style}'/>{more}"
        f"<w:lvlText w:val='{text}'/></w:lvl>"
    )


def _abstract(*levels: str, number: int = 0, more: str = "") -> str:
    return f"<w:abstractNum w:abstractNumId='{number}'>{more}{''.join(levels)}</w:abstractNum>"


def _num(number: int, abstract: int = 0, more: str = "") -> str:
    return f"<w:num w:numId='{number}'><w:abstractNumId w:val='{abstract}'/>{more}</w:num>"


def _item(level: int, number: int = 1) -> str:
    return p("x", f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>")


def _labels(body: str, numbering: str, styles: str = "") -> list[str]:
    found = paragraphs(body, numbering=numbering, styles=styles)
    return [paragraph.label for paragraph in found]


_OUTLINE = _abstract(
    _level(0, "upperRoman", "%1."),
    _level(1, "decimal", "%2."),
    _level(2, "decimal", "%2.%3."),
    _level(3, "lowerLetter", "%4)"),
)


def test_levels_count_and_begin_anew_under_each_higher_one() -> None:
    body = "".join(map(_item, (0, 1, 1, 2, 2, 3, 3, 0, 1, 2, 3)))
    assert _labels(body, _OUTLINE + _num(1)) == [
        *("I.", "1.", "2.", "2.1.", "2.2.", "a)", "b)", "II.", "1.", "1.1.", "a)"),
    ]


def test_the_level_counts_from_one() -> None:
    found = paragraphs(_item(2) + p("y"), numbering=_OUTLINE + _num(1))
    assert [(one.label_level, one.text) for one in found] == [(3, "x"), (0, "y")]


def test_a_level_that_is_told_not_to_begin_anew_counts_on() -> None:
    levels = (
        _level(0, "upperRoman", "%1."),
        _level(1, "decimal", "%2.", "<w:lvlRestart w:val='0'/>"),
    )
    body = "".join(map(_item, (0, 1, 1, 0, 1)))
    assert _labels(body, _abstract(*levels) + _num(1)) == ["I.", "1.", "2.", "II.", "3."]


def test_a_level_may_begin_anew_only_under_a_much_higher_one() -> None:
    levels = (
        *(_level(0, "upperRoman", "%1."), _level(1, "decimal", "%2.")),
        _level(2, "lowerLetter", "%3)", "<w:lvlRestart w:val='1'/>"),
    )
    body = "".join(map(_item, (0, 1, 2, 1, 2, 0, 1, 2)))
    found = _labels(body, _abstract(*levels) + _num(1))
    assert found == ["I.", "1.", "a)", "2.", "b)", "II.", "1.", "a)"]


def test_lists_of_one_definition_share_its_counter_unless_they_start_anew() -> None:
    anew = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>"
    numbering = _abstract(_level(0, "decimal", "%1.")) + _num(1) + _num(2) + _num(3, more=anew)
    body = "".join(_item(0, number) for number in (1, 1, 2, 3, 3))
    assert _labels(body, numbering) == ["1.", "2.", "3.", "1.", "2."]


def test_an_override_may_change_a_level_altogether() -> None:
    other = f"<w:lvlOverride w:ilvl='0'>{_level(0, 'lowerLetter', '%1)')}</w:lvlOverride>"
    numbering = _abstract(_level(0, "decimal", "%1.")) + _num(1) + _num(2, more=other)
    assert _labels(_item(0, 1) + _item(0, 2), numbering) == ["1.", "b)"]


def test_a_style_numbers_its_paragraphs_at_the_level_that_names_it() -> None:
    numbering = _abstract(
        _level(0, "upperRoman", "%1.", "<w:pStyle w:val='M1'/>"),
        _level(1, "decimal", "%2.", "<w:pStyle w:val='M2'/>"),
    ) + _num(1)
    styles = "".join(
        f"<w:style w:type='paragraph' w:styleId='{name}'><w:pPr><w:numPr><w:numId w:val='1'/>"
        "</w:numPr></w:pPr></w:style>"
        for name in ("M1", "M2")
    )
    body = "".join(p("x", f"<w:pStyle w:val='{name}'/>") for name in ("M1", "M2", "M2"))
    assert _labels(body, numbering, styles) == ["I.", "1.", "2."]
    off = p("x", "<w:pStyle w:val='M1'/><w:numPr><w:numId w:val='0'/></w:numPr>")
    assert _labels(off, numbering, styles) == [""]


def test_a_definition_may_link_to_a_numbering_style() -> None:
    linked = _abstract(number=1, more="<w:numStyleLink w:val='Kiểu'/>")
    numbering = _abstract(_level(0, "decimal", "Điều %1.")) + linked + _num(1, 0) + _num(2, 1)
    styles = (
        "<w:style w:type='numbering' w:styleId='Kiểu'><w:pPr><w:numPr><w:numId w:val='1'/>"
        "</w:numPr></w:pPr></w:style>"
    )
    assert _labels(_item(0, 2), numbering, styles) == ["Điều 1."]


def test_legal_numbering_prints_higher_levels_in_figures() -> None:
    levels = _level(0, "upperRoman", "%1."), _level(1, "decimal", "%1.%2.", "<w:isLgl/>")
    body = "".join(map(_item, (0, 0, 1)))
    assert _labels(body, _abstract(*levels) + _num(1)) == ["I.", "II.", "2.1."]


@pytest.mark.parametrize(
    ("character", "font", "printed"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf02d", "Symbol", "-"),
        ("-", "Times New Roman", "-"),
        ("–", "Times New Roman", "-"),
        ("+", "Times New Roman", "+"),
        ("\uf0a7", "Wingdings", "•"),
        ("o", "Courier New", "•"),
        ("", "", ""),
    ],
)
def test_bullets_are_told_as_one_would_type_them(character: str, font: str, printed: str) -> None:
    level = (
        "<w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/>"
        f"<w:lvlText w:val='{character}'/><w:rPr><w:rFonts w:ascii='{font}'/></w:rPr></w:lvl>"
    )
    assert _labels(_item(0), _abstract(level) + _num(1)) == [printed]


@pytest.mark.parametrize(
    ("style", "number", "printed"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("upperRoman", 49, "XLIX"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 26, "z"),
        ("vietnameseCounting", 21, "hai mươi mốt"),
        ("ordinal", 3, "3"),
        ("none", 3, ""),
    ],
)
def test_numerals(style: str, number: int, printed: str) -> None:
    assert numeral(number, style) == printed


def test_numerals_beyond_what_there_is_are_figures() -> None:
    assert (roman(0), roman(5000), letters(0), letters(10_000)) == ("0", "5000", "0", "10000")


def test_a_list_that_is_not_there_prints_nothing() -> None:
    assert texts(_item(0, 9), numbering=_OUTLINE + _num(1)) == ["x"]
    assert texts(_item(0)) == ["x"]


def test_a_level_that_the_list_lacks_does_no_harm() -> None:
    assert _labels(_item(8) + _item(70), _abstract(_level(0, "decimal", "%1.")) + _num(1)) == [
        "",
        "",
    ]


def test_a_higher_level_that_was_never_used_counts_as_its_first() -> None:
    assert _labels(_item(2), _OUTLINE + _num(1)) == ["1.1."]
