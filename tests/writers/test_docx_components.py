"""Components that only some kinds of documents have (Phụ lục I, II.5-7, III.2-4)."""

from dataclasses import replace
from pathlib import Path

import pytest
from support.docx_parts import Docx, Node, W, find, number, text, values, write
from support.forms import MARKINGS, appendix, decision, letter, line, record
from support.oracles import (
    libreoffice_pdf,
    ooxml_validator_findings,
    openxml_audit_findings,
    pdf_text,
)

from reportgen.document.tree import Document, Letterhead, Markings, Signature, Title
from reportgen.layout import PAGE, circulation_box, subject_rule
from reportgen.layout.nd30 import LETTERHEAD_COLUMNS, SIGNATURE_COLUMNS
from reportgen.writers.docx.oxml import twips

_FIRST = "first"


def _ancestor(node: Node, tag: str) -> Node:
    return next(node.iterancestors(f"{W}{tag}"))


def _margin(docx: Docx, section: int, kind: str) -> Node:
    """The header or footer of the first page of that section (0 is the document itself)."""
    found = find(docx.body, "//w:sectPr")[section]
    (reference,) = find(found, f"w:{kind}Reference[@w:type='{_FIRST}']")
    (identifier,) = (value for key, value in reference.attrib.items() if str(key).endswith("}id"))
    relations = docx.part("word/_rels/document.xml.rels")
    (target,) = (one.get("Target") for one in relations if one.get("Id") == identifier)
    return docx.part(f"word/{target}")


def test_a_letter_has_its_subject_under_its_number_and_no_title() -> None:
    docx = write(letter())
    (subject,) = docx.styled("Trích yếu công văn")
    assert text(subject).startswith("V/v triển khai")
    previous = subject.getprevious()
    assert previous is not None
    assert text(previous) == "Số: 12/UBND-KGVX"
    for style in ("Tên loại", "Trích yếu", "Đường kẻ trích yếu"):
        assert docx.styled(style) == []


def test_a_document_with_a_title_has_nothing_under_its_number() -> None:
    docx = write(decision())
    assert docx.text("Trích yếu công văn") == []
    assert len(docx.styled("Đường kẻ trích yếu")) == 1


def test_a_title_without_a_subject_has_its_rule_under_the_kind() -> None:
    (rule,) = write(replace(decision(), title=Title("GIẤY GIỚI THIỆU", ()))).styled(
        "Đường kẻ trích yếu"
    )
    length = twips(PAGE.text_width) - 2 * number(rule, "w:pPr/w:ind/@w:left")
    assert length / 20 == pytest.approx(subject_rule((), (), "GIẤY GIỚI THIỆU"), abs=0.1)
    assert text(rule.getprevious()) == "GIẤY GIỚI THIỆU"


def test_bases_are_italic_and_decision_words_centred_in_the_order_of_the_text() -> None:
    docx = write(decision())
    assert docx.text("Dòng giữa") == ["ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA", "QUYẾT ĐỊNH:"]
    assert [line[:12] for line in docx.text("Căn cứ")] == [
        *("Căn cứ Luật ", "Căn cứ Nghị ", "Theo đề nghị")
    ]
    following = docx.styled("Căn cứ")[-1].getnext()
    assert following is not None
    assert text(following) == "QUYẾT ĐỊNH:"


def test_a_decision_word_is_never_alone_at_the_foot_of_a_page() -> None:
    assert len(find(write(decision()).style("Dòng giữa"), "w:pPr/w:keepNext")) == 1


@pytest.mark.parametrize(("urgency", "width"), [("HỎA TỐC", 30), ("THƯỢNG KHẨN", 40), ("KHẨN", 20)])
def test_the_degree_of_urgency_stands_in_a_red_box_of_the_decrees_size(
    urgency: str, width: float
) -> None:
    docx = write(replace(letter(), markings=Markings(urgency=urgency)))
    (stamp,) = docx.styled("Mức độ khẩn")
    left, right = (number(stamp, f"w:pPr/w:ind/@w:{side}") for side in ("left", "right"))
    assert (left, twips(LETTERHEAD_COLUMNS[0]) - right) == (0, twips(width))
    style = docx.style("Mức độ khẩn")
    assert set(values(style, "w:pPr/w:pBdr/*/@w:color")) == {"FF0000"}
    assert values(style, "w:rPr/w:color/@w:val") == ["FF0000"]
    inside = number(style, "w:pPr/w:spacing/@w:line") / 20
    padding = sum(map(int, values(style, "w:pPr/w:pBdr/*[self::w:top or self::w:bottom]/@w:space")))
    assert (inside + padding) * 25.4 / 72 == pytest.approx(8, abs=0.05)


def test_the_stamp_stands_in_the_column_of_the_number_below_it() -> None:
    docx = write(letter())
    (stamp,), (number_line,) = docx.styled("Mức độ khẩn"), docx.styled("Số ký hiệu")
    cell = _ancestor(stamp, "tc")
    assert cell is _ancestor(number_line, "tc")
    assert [text(node) for node in find(cell, "w:p")][-2:] == ["HỎA TỐC", ""]


def test_circulation_stands_boxed_in_the_top_margin_over_the_right_column() -> None:
    lines = ("LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI")
    header = _margin(write(replace(letter(), markings=Markings(circulation=lines))), 0, "header")
    boxes = find(header, "w:p")
    assert [text(box) for box in boxes] == list(lines)
    for box in boxes:
        left, right = (number(box, f"w:pPr/w:ind/@w:{side}") for side in ("left", "right"))
        length = (twips(PAGE.text_width) - left - right) / 20
        assert length == pytest.approx(circulation_box(text(box)), abs=0.1)
        assert left - right == pytest.approx(twips(LETTERHEAD_COLUMNS[0]), abs=2)


def test_the_drafters_mark_closes_the_recipients_at_the_right() -> None:
    docx = write(letter())
    (mark,) = docx.styled("Người soạn thảo")
    assert text(mark) == "PL.(300)"
    previous = mark.getprevious()
    assert previous is not None
    assert text(previous) == "- Lưu: VT, KGVX."
    assert values(docx.style("Người soạn thảo"), "w:pPr/w:jc/@w:val") == ["right"]


def test_the_address_stands_at_the_foot_of_the_first_page_below_a_rule_across_the_text() -> None:
    docx = write(letter())
    footer = _margin(docx, 0, "footer")
    rule, *lines = find(footer, "w:p")
    assert [text(one) for one in lines] == list(MARKINGS.address)
    style = docx.style("Đường kẻ địa chỉ").get(f"{W}styleId")
    assert values(rule, "w:pPr/w:pStyle/@w:val") == [style]
    assert values(rule, "w:pPr/w:ind/@w:*") == []
    (other,) = find(docx.body, "//w:footerReference[@w:type='default']")
    assert other is not None
    assert text(docx.part("word/footer1.xml")) == ""


def test_what_belongs_to_the_first_page_is_not_repeated_on_an_appendix() -> None:
    docx = write(replace(letter(), appendices=(appendix("Phụ lục I"), appendix("Phụ lục II"))))
    for kind in ("header", "footer"):
        assert text(_margin(docx, 0, kind)) != ""
        assert [text(_margin(docx, section, kind)) for section in (1, 2)] == ["", ""]


def test_an_unmarked_document_shares_its_margins_with_its_appendix() -> None:
    names = write(replace(decision(), appendices=(appendix(),))).names()
    assert not [name for name in names if "PhuLuc" in name]


def test_a_document_without_markings_has_empty_margins_on_its_first_page() -> None:
    docx = write(decision())
    assert [text(_margin(docx, 0, kind)) for kind in ("header", "footer")] == ["", ""]


def test_a_record_has_no_place_and_date_but_its_number() -> None:
    docx = write(record())
    assert docx.text("Số ký hiệu") == ["Số: 03/BB-SNV"]
    assert docx.text("Địa danh và thời gian") == [""]


def test_a_document_without_number_and_date_has_no_row_for_them() -> None:
    head = Letterhead((), ("SỞ NỘI VỤ",), "", "")
    docx = write(replace(decision(), letterhead=head))
    table = find(docx.body, "//w:tbl")[0]
    assert len(find(table, "w:tr")) == 1


def _rows(docx: Docx) -> tuple[Node, Node]:
    names = docx.styled("Họ tên người ký")
    (row,) = {_ancestor(node, "tr") for node in names}
    previous = row.getprevious()
    assert previous is not None
    return previous, row


def test_two_who_sign_stand_in_columns_with_their_names_level() -> None:
    docx = write(record())
    titles, names = _rows(docx)
    assert [text(cell) for cell in find(titles, "w:tc")] == ["THƯ KÝ", "CHỦ TỌA"]
    assert [text(cell) for cell in find(names, "w:tc")] == ["Nguyễn Văn A", "GIÁM ĐỐCTrần Văn B"]
    columns = [twips(column) for column in SIGNATURE_COLUMNS]
    for row in (titles, names):
        widths = [int(value) for value in values(row, "w:tc/w:tcPr/w:tcW/@w:w")]
        assert widths == pytest.approx(columns, abs=1)
    assert set(values(names, "w:tc/w:tcPr/w:vAlign/@w:val")) == {"bottom"}


def test_the_recipients_of_a_record_stand_below_its_signatures_on_their_page() -> None:
    docx = write(record())
    (label,) = docx.styled("Nơi nhận")
    titles, names = _rows(docx)
    table = _ancestor(names, "tbl")
    following = find(table, "following-sibling::w:tbl")[0]
    assert following is _ancestor(label, "tbl")
    for row in (titles, names):
        assert all(find(node, "w:pPr/w:keepNext") for node in find(row, ".//w:p"))


def test_three_who_sign_share_the_width_of_the_text() -> None:
    third = Signature(("TM. TỔ GIÁM SÁT",), "TỔ TRƯỞNG", "", "Lê Văn C")
    docx = write(replace(record(), signatures=(*record().signatures, third)))
    for row in _rows(docx):
        widths = [int(value) for value in values(row, "w:tc/w:tcPr/w:tcW/@w:w")]
        assert len(widths) == 3
        assert max(widths) - min(widths) <= 1
        assert sum(widths) == pytest.approx(twips(PAGE.text_width), abs=3)


def test_a_document_without_recipients_has_no_word_for_them() -> None:
    for document in (decision(), record()):
        docx = write(replace(document, recipients=()))
        assert docx.styled("Nơi nhận") == []
        assert len(docx.styled("Họ tên người ký")) == len(document.signatures)


def test_a_document_that_nobody_signs_is_written() -> None:
    docx = write(replace(decision(), signatures=()))
    assert "".join(docx.text("Họ tên người ký")) == ""


_FORMS: dict[str, Document] = {
    "letter": replace(letter(), appendices=(appendix(),)),
    "one_addressee": replace(letter(), addressees=(line("Bộ Nội vụ"),)),
    "decision": decision(),
    "record": record(),
    "nothing": replace(
        record(),
        letterhead=Letterhead((), ("SỞ NỘI VỤ",), "", ""),
        title=Title("", ()),
        body=(),
        recipients=(),
    ),
}


@pytest.mark.parametrize("form", sorted(_FORMS))
def test_both_validators_accept_every_form(form: str, tmp_path: Path) -> None:
    path = tmp_path / "van_ban.docx"
    path.write_bytes(write(_FORMS[form]).data)
    assert openxml_audit_findings(path) == ""
    assert ooxml_validator_findings(path) == ""


def test_every_table_cell_of_every_form_ends_with_a_paragraph() -> None:
    for form in _FORMS.values():
        cells = find(write(form).body, "//w:tc")
        assert cells
        assert all(cell[-1].tag == f"{W}p" for cell in cells)


def test_libreoffice_prints_the_marks_of_a_letter_on_its_first_page_only(tmp_path: Path) -> None:
    path = tmp_path / "cong_van.docx"
    long = replace(_FORMS["letter"], body=letter().body * 8)
    path.write_bytes(write(long).data)
    first, second, *rest = pdf_text(libreoffice_pdf(path, tmp_path)).split("\f")
    marks = ("LƯU HÀNH NỘI BỘ", "HỎA TỐC", "ubnd@khanhhoa.gov.vn")
    for mark in marks:
        assert mark in first
        assert mark not in second + "".join(rest)
    assert first.rstrip().endswith("https://khanhhoa.gov.vn")
    assert "PL.(300)" in second
    assert "Phụ lục" in rest[0]
