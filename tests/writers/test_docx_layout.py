"""The Word file measured component by component against the decree."""

from dataclasses import replace

import pytest
from support.docx_parts import FRAME, Docx, find, number, values, write

from reportgen.document.tree import Document, Text, Title
from reportgen.layout import COMPONENTS, PAGE, issuer_rule, motto_rule, subject_rule
from reportgen.layout.nd30 import LETTERHEAD_COLUMNS
from reportgen.writers.docx.oxml import twips
from reportgen.writers.docx.styles import PARAGRAPH_STYLES

_SIDES = {"left": "left", "center": "center", "right": "right", "justify": "both"}


@pytest.mark.parametrize("component", sorted(COMPONENTS))
def test_each_component_is_set_in_the_type_of_the_decree(component: str) -> None:
    wanted = COMPONENTS[component]
    style = Docx(FRAME.read_bytes()).style(PARAGRAPH_STYLES[component])
    assert number(style, "w:rPr/w:sz/@w:val") == round(wanted.size * 2)
    assert number(style, "w:rPr/w:szCs/@w:val") == round(wanted.size * 2)
    flags = {tag: bool(find(style, f"w:rPr/w:{tag}")) for tag in ("b", "bCs", "i", "iCs", "caps")}
    assert flags == {
        "b": wanted.bold,
        "bCs": wanted.bold,
        "i": wanted.italic,
        "iCs": wanted.italic,
        "caps": wanted.capitals,
    }
    assert values(style, "w:pPr/w:jc/@w:val") == [_SIDES[wanted.alignment]]


def test_body_text_has_the_decrees_indent_and_spacing(sample: Document) -> None:
    style = write(sample).style("Body Text")
    assert number(style, "w:pPr/w:ind/@w:firstLine") == twips(12.7)
    assert number(style, "w:pPr/w:spacing/@w:before") == 6 * 20
    assert 240 <= number(style, "w:pPr/w:spacing/@w:line") <= 360


def test_every_script_slot_asks_for_times_new_roman_and_the_language_is_vietnamese(
    sample: Document,
) -> None:
    styles = write(sample).part("word/styles.xml")
    fonts = set(values(styles, "//w:rFonts/@*"))
    defaults = values(styles, "//w:docDefaults//w:rFonts/@*")
    assert (fonts, len(defaults)) == ({"Times New Roman"}, 4)
    assert set(values(styles, "//w:docDefaults//w:lang/@*")) == {"vi-VN"}


def test_headings_have_outline_levels_one_to_four(sample: Document) -> None:
    docx = write(sample)
    levels = [number(docx.style(f"heading {n}"), "w:pPr/w:outlineLvl/@w:val") for n in (1, 2, 3, 4)]
    assert levels == [0, 1, 2, 3]
    assert docx.text("heading 1") == ["I. Kết quả các mặt công tác", "II. Khó khăn, vướng mắc"]


def test_the_page_is_a4_with_the_decrees_margins(sample: Document) -> None:
    (section, *_) = find(write(sample).body, "//w:sectPr")
    size = {name: number(section, f"w:pgSz/@w:{name}") for name in ("w", "h")}
    margins = {
        name: number(section, f"w:pgMar/@w:{name}") for name in ("top", "bottom", "left", "right")
    }
    assert size == {"w": 11906, "h": 16838}
    assert margins == {
        name: twips(getattr(PAGE, name)) for name in ("top", "bottom", "left", "right")
    }


def _rule(docx: Docx, name: str, room: int) -> float:
    (rule,) = docx.styled(name)
    left, right = (number(rule, f"w:pPr/w:ind/@w:{side}") for side in ("left", "right"))
    assert left == right
    return (room - left - right) / 20


def test_the_rules_have_the_lengths_computed_from_the_text(sample: Document) -> None:
    docx = write(sample)
    left, right = (twips(width) for width in LETTERHEAD_COLUMNS)
    title = sample.title
    assert _rule(docx, "Đường kẻ Tiêu ngữ", right) == pytest.approx(motto_rule(), abs=0.1)
    issuer = issuer_rule(sample.letterhead.issuer)
    assert _rule(docx, "Đường kẻ cơ quan", left) == pytest.approx(issuer, abs=0.1)
    subject = subject_rule(title.subject, title.period)
    width = twips(PAGE.text_width)
    assert _rule(docx, "Đường kẻ trích yếu", width) == pytest.approx(subject, abs=0.1)


def test_a_short_subject_has_a_short_rule(bare: Document) -> None:
    short = _rule(write(bare), "Đường kẻ trích yếu", twips(PAGE.text_width))
    longer = replace(bare, title=Title("BÁO CÁO", (Text("Về công tác tháng 9 năm 2025"),)))
    assert short < _rule(write(longer), "Đường kẻ trích yếu", twips(PAGE.text_width))


def test_the_number_stands_in_one_row_with_place_and_date(sample: Document) -> None:
    docx = write(sample)
    (number_line,) = docx.styled("Số ký hiệu")
    (date_line,) = docx.styled("Địa danh và thời gian")
    rows = [
        next(node.iterancestors(f"{{{node.nsmap['w']}}}tr")) for node in (number_line, date_line)
    ]
    assert rows[0] is rows[1]


def test_page_numbers_stand_in_the_header_from_the_second_page_on(sample: Document) -> None:
    docx = write(sample)
    sections = find(docx.body, "//w:sectPr")
    assert [len(find(section, "w:titlePg")) for section in sections] == [1, 1]
    kinds = [values(section, "w:headerReference/@w:type") for section in sections]
    assert kinds == [["default", "first"], ["default", "first"]]
    assert values(docx.part("word/header1.xml"), "//w:fldSimple/@w:instr") == [" PAGE "]
    assert values(docx.part("word/header2.xml"), "//w:fldSimple/@w:instr") == []
