"""Horizontal lines at a paragraph, in whatever way they were made."""

import pytest
from support.word_files import paragraphs, r

from reportgen.layout.metrics import text_width
from reportgen.readers.word.model import Rule


def _rules(content: str, properties: str = "") -> tuple[Rule, ...]:
    return paragraphs(f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>")[0].rules


def _anchored(shape: str, offset: int = 190_500) -> str:
    down = f"<wp:posOffset>{offset}</wp:posOffset>"
    vertical = f"<wp:positionV relativeFrom='paragraph'>{down}</wp:positionV>"
    return (
        f"<w:r><w:drawing><wp:anchor>{vertical}<wp:extent cx='2057400' cy='0'/><a:graphic>"
        f"<a:graphicData>{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def _shape(kind: str, wide: int, high: int, more: str = "") -> str:
    frame = f"<a:xfrm {more}><a:off x='0' y='0'/><a:ext cx='{wide}' cy='{high}'/></a:xfrm>"
    return (
        f"<wps:wsp><wps:cNvCnPr/><wps:spPr>{frame}<a:prstGeom prst='{kind}'/></wps:spPr></wps:wsp>"
    )


@pytest.mark.parametrize(
    ("shape", "width"),
    [
        (_shape("line", 2_057_400, 0), 162),
        (_shape("straightConnector1", 1_270_000, 6350), 100),
        (_shape("rect", 1_270_000, 12_700), 100),
        (_shape("line", 0, 1_270_000, "rot='5400000'"), 100),
        ("<wps:wsp><wps:spPr><a:prstGeom prst='line'/></wps:spPr></wps:wsp>", 162),
        (_shape("straightConnector1", 360, 360), 162),  # as LibreOffice writes it
        (
            "<wpg:wgp><wpg:grpSpPr><a:xfrm><a:ext cx='1270000' cy='1'/>"
            "<a:chExt cx='2540000' cy='1'/>"
            f"</a:xfrm></wpg:grpSpPr>{_shape('line', 2_540_000, 0)}</wpg:wgp>",
            100,
        ),
    ],
)
def test_a_drawn_line_is_told_with_its_width(shape: str, width: float) -> None:
    assert _rules(r("x") + _anchored(shape)) == (Rule(pytest.approx(width), "shape"),)


@pytest.mark.parametrize(
    "shape",
    [
        _shape("line", 0, 1_270_000),  # upright
        _shape("line", 1_270_000, 1_270_000),  # slanting
        _shape("rect", 1_270_000, 360_000),  # a box
        _shape("ellipse", 1_270_000, 0),
        _shape("line", 12_700, 0),  # a point
    ],
)
def test_other_shapes_are_no_lines(shape: str) -> None:
    assert _rules(r("x") + _anchored(shape)) == ()


def test_a_line_drawn_above_its_paragraph_is_told_from_one_below() -> None:
    (above,) = _rules(r("x") + _anchored(_shape("line", 1_270_000, 0), offset=0))
    assert not above.below


@pytest.mark.parametrize(
    ("shape", "width"),
    [
        ("<v:line from='10pt,20pt' to='110pt,20pt'/>", 100),
        ("<v:line from='.5in,15pt' to='2in,15pt'/>", 108),
        ("<v:shape type='#_x0000_t32' style='width:80pt;height:0;margin-top:18pt'/>", 80),
        ("<v:rect style='width:120pt;height:1.5pt;margin-top:18pt'/>", 120),
        ("<v:rect style='width:0;height:1.5pt' o:hr='t' o:hrpct='500'/>", 467.7 / 2),
        (
            "<v:group style='width:100pt;height:10pt' coordsize='2000,200'>"
            "<v:line from='0,100' to='1000,100'/></v:group>",
            50,
        ),
    ],
)
def test_lines_of_old_files(shape: str, width: float) -> None:
    (rule,) = _rules(r("x") + f"<w:r><w:pict>{shape}</w:pict></w:r>")
    assert rule == Rule(pytest.approx(width), "shape")


def test_borders_are_as_wide_as_the_column_within_the_indents() -> None:
    border = "<w:pBdr><w:{0} w:val='single'/></w:pBdr><w:ind w:left='2000' w:right='1000'/>"
    assert _rules(r("x"), border.format("bottom")) == (Rule(pytest.approx(317.7), "border"),)
    (above,) = _rules("", border.format("top"))
    assert not above.below
    assert _rules(r("x"), "<w:pBdr><w:bottom w:val='nil'/></w:pBdr>") == ()
    white = "<w:pBdr><w:bottom w:val='dotted' w:color='FFFFFF'/></w:pBdr>"
    assert _rules(r("x"), white) == ()


def test_a_typed_line_is_measured_in_its_own_size() -> None:
    size = "<w:sz w:val='28'/>"
    (plain,) = _rules(r("_" * 10, size))
    (raised,) = _rules(r("_" * 10, f"{size}<w:vertAlign w:val='superscript'/>"))
    assert plain == Rule(pytest.approx(text_width("_" * 10, 14)), "underscores", below=False)
    assert raised.width == pytest.approx(plain.width * 2 / 3)


def test_a_line_typed_under_the_words_of_its_paragraph_is_below_them() -> None:
    motto = "<w:r><w:t>Độc lập - Tự do</w:t><w:br/><w:t>__________</w:t></w:r>"
    (rule,) = _rules(motto)
    assert (rule.means, rule.below) == ("underscores", True)


@pytest.mark.parametrize("text", ["Họ và tên: ______", "- - -", "___", "Số: ……/BC"])
def test_blanks_to_be_filled_in_are_no_lines(text: str) -> None:
    assert _rules(r(text)) == ()


def test_a_line_all_underlined_is_a_line() -> None:
    words = "Độc lập - Tự do - Hạnh phúc"
    underlined = "<w:u w:val='single'/><w:b/><w:sz w:val='28'/>"
    (rule,) = _rules(r(words, underlined) + r(" "))
    assert rule == Rule(pytest.approx(text_width(words, 14, bold=True)), "underline")
    assert _rules(r("Độc lập", underlined) + r(" - Tự do")) == ()
