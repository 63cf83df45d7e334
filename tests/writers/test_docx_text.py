"""Runs, links and whatever characters a text is made of."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.docx_parts import find, text, values, write

from reportgen.document.tree import (
    Appendix,
    Document,
    Heading,
    Inline,
    Letterhead,
    LineBreak,
    Paragraph,
    Signature,
    Text,
    Title,
)
from reportgen.writers.docx.oxml import clean, text_nodes

HOSTILE = "& < > \" ' {{ }} {% x %} {# y #} {_{ % _ * R&D <b> 😀 𠀀 ấ"


def _body(bare: Document, *inlines: Inline) -> Document:
    return replace(bare, body=(Paragraph(inlines),))


def test_a_run_carries_its_formatting(bare: Document) -> None:
    docx = write(_body(bare, Text("đậm", bold=True), Text("(1)", superscript=True), LineBreak()))
    (paragraph,) = docx.styled("Body Text")
    assert [text(run) for run in find(paragraph, "w:r[w:rPr/w:b and w:rPr/w:bCs]")] == ["đậm"]
    raised = find(paragraph, "w:r[w:rPr/w:vertAlign/@w:val='superscript']")
    assert [text(run) for run in raised] == ["(1)"]
    assert text(paragraph) == "đậm(1)\n"


def test_labels_are_typed_before_the_text(sample: Document) -> None:
    assert "a) Nổi bật trong kỳ báo cáo:" in write(sample).text("Body Text")


def test_run_in_text_shares_the_headings_paragraph_in_the_bodys_type(sample: Document) -> None:
    heading = write(sample).styled("heading 2")[1]
    assert text(heading).startswith("2. Tuyên truyền thực hiện Đề án: Các sở, ban, ngành đã")
    plain = find(heading, "w:r[w:rPr/w:b/@w:val='0' and w:rPr/w:caps/@w:val='0']")
    assert text(plain[0]).startswith(" Các sở")
    assert values(heading, "w:pPr/w:keepNext/@w:val") == ["0"]


def test_levels_below_the_fourth_take_the_fourth_heading_style(bare: Document) -> None:
    docx = write(replace(bare, body=(Heading(6, "-", (Text("Sâu"),)),)))
    assert docx.text("heading 4") == ["- Sâu"]


def test_a_link_is_a_relationship_and_the_same_address_shares_one(bare: Document) -> None:
    address = "https://vi.wikipedia.org/wiki/Tỉnh Khánh Hòa"
    docx = write(_body(bare, Text("một", link=address), Text("hai", link=address)))
    relations = docx.archive.read("word/_rels/document.xml.rels").decode("utf-8")
    assert relations.count("https://vi.wikipedia.org/wiki/T%E1%BB%89nh%20Kh%C3%A1nh") == 1
    assert len(find(docx.body, "//w:hyperlink")) == 2


@pytest.mark.parametrize("address", ["http://[hong", "không phải địa chỉ"])
def test_what_is_no_address_is_printed_as_text(bare: Document, address: str) -> None:
    docx = write(_body(bare, Text("chữ", link=address)))
    assert docx.text("Body Text") == ["chữ"]
    assert find(docx.body, "//w:hyperlink") == []


def test_hostile_text_arrives_as_typed_in_every_component(sample: Document) -> None:
    line = (Text(HOSTILE),)
    document = replace(
        sample,
        letterhead=Letterhead((HOSTILE,), (HOSTILE,), HOSTILE, HOSTILE),
        title=Title(HOSTILE, line, line),
        addressees=(line, line),
        recipients=(line,),
        signatures=(Signature((HOSTILE,), HOSTILE, HOSTILE, HOSTILE),),
        body=(Heading(1, "I.", line, line), Paragraph(line)),
        appendices=(Appendix(HOSTILE, HOSTILE, HOSTILE, (Paragraph(line),)),),
        notes=(),
    )
    texts = " ".join(text(node) for node in find(write(document).body, "//w:p"))
    assert texts.replace("\n", " ").count(HOSTILE) == 21  # long names are broken into lines


def test_characters_that_xml_forbids_become_a_visible_mark(bare: Document) -> None:
    docx = write(_body(bare, Text("a\x00b\x0bc\ud800d\ufffee")))
    assert docx.text("Body Text") == ["a\ufffdb\ufffdc\ufffdd\ufffde"]


def test_tabs_and_new_lines_in_a_text_are_those_of_word(bare: Document) -> None:
    assert write(_body(bare, Text("a\tb\r\nc"))).text("Body Text") == ["a\tb\nc"]


@given(st.text(max_size=40))
def test_every_text_makes_well_formed_nodes_that_keep_it(value: str) -> None:
    parts = {"br": "\n", "tab": "\t"}
    kept = "".join(
        parts.get(str(node.tag).rpartition("}")[2], node.text or "") for node in text_nodes(value)
    )
    assert kept == clean(value)


def test_a_point_with_a_title_is_upright_and_keeps_its_place_in_the_outline(bare: Document) -> None:
    headings = (Heading(2, "a)", (Text("Hai"),)), Heading(3, "b)", (Text("Ba"),)))
    docx = write(replace(bare, body=headings))
    points = docx.styled("Điểm có tiêu đề")
    assert [values(point, "w:pPr/w:outlineLvl/@w:val") for point in points] == [["1"], ["2"]]
    assert find(docx.style("Điểm có tiêu đề"), "w:rPr/w:b") == []
