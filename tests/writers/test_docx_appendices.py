"""Appendices in sections of their own."""

from dataclasses import replace

from support.docx_parts import W, find, text, values, write

from reportgen.document.tree import Appendix, Document, Paragraph, Text


def _two(sample: Document) -> Document:
    upright = Appendix("Phụ lục II", "Danh mục", "(Kèm theo)", (Paragraph((Text("Hết."),)),))
    return replace(sample, appendices=(*sample.appendices, upright))


def test_each_appendix_has_a_section_with_its_own_page_numbers(sample: Document) -> None:
    sections = find(write(_two(sample)).body, "//w:sectPr")
    assert len(sections) == 3
    assert [values(each, "w:pgNumType/@w:start") for each in sections] == [[], ["1"], ["1"]]
    assert [values(each, "w:type/@w:val") for each in sections[1:]] == [["nextPage"], ["nextPage"]]


def test_an_appendix_lies_across_only_where_asked(sample: Document) -> None:
    sections = find(write(_two(sample)).body, "//w:sectPr")
    sizes = [(values(s, "w:pgSz/@w:w"), values(s, "w:pgSz/@w:h")) for s in sections]
    assert sizes == [(["11906"], ["16838"]), (["16838"], ["11906"]), (["11906"], ["16838"])]
    assert values(sections[1], "w:pgSz/@w:orient") == ["landscape"]


def test_each_section_names_its_headers_itself(sample: Document) -> None:
    sections = find(write(_two(sample)).body, "//w:sectPr")
    assert [len(find(each, "w:headerReference")) for each in sections] == [2, 2, 2]


def test_an_appendix_opens_with_label_title_and_what_it_belongs_to(sample: Document) -> None:
    docx = write(sample)
    assert docx.text("Phụ lục") == ["Phụ lục"]
    assert docx.text("Tiêu đề phụ lục") == ["Kết quả triển khai các mô hình"]
    assert docx.text("Kèm theo")[0].startswith("(Kèm theo Báo cáo số 87/BC-BCĐ")


def test_a_table_of_a_landscape_appendix_fills_its_wider_page(sample: Document) -> None:
    (_body, appendix) = find(write(sample).body, "//w:tbl[w:tblPr/w:tblStyle]")
    widths = [int(value) for value in values(appendix, "w:tblGrid/w:gridCol/@w:w")]
    assert sum(widths) == 16838 - 1701 - 850


def test_the_body_of_the_document_ends_with_its_last_section(sample: Document) -> None:
    for document in (sample, _two(sample), replace(sample, appendices=(), body=(), notes=())):
        body = find(write(document).body, "w:body")[0]
        assert body[-1].tag == f"{W}sectPr"
        assert body[-2].tag == f"{W}p"
        assert text(body[-2]) == ""
