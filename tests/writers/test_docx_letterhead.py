"""Letterhead, title, addressees, recipients and signature."""

from dataclasses import replace

from support.docx_parts import W, find, text, values, write

from reportgen.document.tree import (
    Cell,
    Column,
    Document,
    Note,
    NoteReference,
    Paragraph,
    Signature,
    Table,
    Text,
    Title,
)


def test_each_line_of_the_letterhead_is_a_paragraph_in_its_style(sample: Document) -> None:
    docx = write(sample)
    assert docx.text("Cơ quan chủ quản") == ["ỦY BAN NHÂN DÂN", "TỈNH KHÁNH HÒA"]
    assert docx.text("Quốc hiệu") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert docx.text("Tiêu ngữ") == ["Độc lập - Tự do - Hạnh phúc"]
    assert docx.text("Số ký hiệu") == ["Số: 87/BC-BCĐ"]
    assert docx.text("Tên loại") == ["BÁO CÁO"]
    assert docx.text("Kỳ báo cáo") == ["(Từ ngày 16/8/2025 đến ngày 15/9/2025)"]


def test_a_blank_number_keeps_its_width(bare: Document) -> None:
    blank = "\u00a0" * 7
    assert write(bare).text("Số ký hiệu") == [f"Số:{blank}/BC-SNV"]


def test_what_the_document_lacks_leaves_no_empty_line(bare: Document) -> None:
    docx = write(bare)
    for style in ("Cơ quan chủ quản", "Kỳ báo cáo", "Kính gửi", "Quyền hạn", "Chức danh"):
        assert docx.styled(style) == []


def test_one_addressee_stands_on_the_line_of_kinh_gui(bare: Document) -> None:
    docx = write(replace(bare, addressees=((Text("Bộ Công an"),),)))
    assert docx.text("Kính gửi") == ["Kính gửi: Bộ Công an"]
    assert docx.text("Danh sách kính gửi") == []


def test_several_addressees_stand_in_a_list_under_the_colon(bare: Document) -> None:
    docx = write(replace(bare, addressees=((Text("Bộ Công an"),), (Text("Bộ Nội vụ"),))))
    assert docx.text("Kính gửi") == ["Kính gửi:"]
    assert docx.text("Danh sách kính gửi") == ["- Bộ Công an;", "- Bộ Nội vụ."]


def test_a_telegram_lists_whom_it_calls(bare: Document) -> None:
    docx = write(replace(bare, addressing="Bộ Nội vụ điện:", addressees=((Text("Sở Nội vụ"),),)))
    assert docx.text("Kính gửi") == ["Bộ Nội vụ điện:"]
    assert docx.text("Danh sách kính gửi") == ["- Sở Nội vụ."]


def test_recipients_and_signature_share_a_row_that_is_not_torn(sample: Document) -> None:
    docx = write(sample)
    (label,) = docx.styled("Nơi nhận")
    (name,) = docx.styled("Họ tên người ký")
    (row,) = {next(node.iterancestors(f"{W}tr")) for node in (label, name)}
    assert len(find(row, "w:trPr/w:cantSplit")) == 1
    assert docx.text("Danh sách nơi nhận")[-1] == "- Lưu: VT. ĐT."


def test_the_other_title_stands_above_the_name_below_the_room_for_the_signature(
    sample: Document,
) -> None:
    lines = Signature(("TM. BAN CHỈ ĐẠO",), "TRƯỞNG BAN", "CHỦ TỊCH UBND TỈNH", "Nguyễn Văn A")
    (room,) = write(replace(sample, signatures=(lines,))).styled("Chỗ ký")
    assert text(room.getprevious()) == "TRƯỞNG BAN"
    assert text(room.getnext()) == "CHỦ TỊCH UBND TỈNH"


def test_the_signature_names_authority_position_and_signer_in_order(sample: Document) -> None:
    lines = Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "", "Nguyễn Văn A")
    (name,) = write(replace(sample, signatures=(lines,))).styled("Họ tên người ký")
    cell = next(name.iterancestors(f"{W}tc"))
    assert [text(node) for node in find(cell, "w:p")] == [
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "",
        "Nguyễn Văn A",
    ]


def test_the_last_paragraph_of_the_body_stays_with_the_signature(sample: Document) -> None:
    docx = write(sample)
    last = docx.styled("Body Text")[-2]  # the last one stands in the appendix
    assert text(last).endswith("./.")
    assert len(find(last, "w:pPr/w:keepNext")) == 1
    following = last.getnext()
    assert following is not None
    assert following.tag == f"{W}tbl"


def test_a_body_that_ends_with_a_table_keeps_its_last_row_with_the_signature(
    sample: Document,
) -> None:
    table_alone = Table((Column(1.0),), (), ((Cell((Paragraph((Text("Hết./."),)),)),),))
    docx = write(replace(sample, body=(table_alone,), notes=(), appendices=()))
    table = find(docx.body, "//w:tbl")[1]
    after = [table.getnext(), find(docx.body, "//w:tbl")[2].getprevious()]
    assert after[0] is after[1]
    assert all(find(node, "w:pPr/w:keepNext") for node in find(table, "w:tr[last()]//w:p"))


def test_marks_and_notes_in_the_subject_survive_the_frame(bare: Document) -> None:
    subject = (Text("Về "), Text("công tác", italic=True), NoteReference(1))
    notes = (Note(1, (Paragraph((Text("Ghi chú."),)),)),)
    document = replace(bare, title=Title("BÁO CÁO", subject), notes=notes)
    (line,) = write(document).styled("Trích yếu")
    assert text(line) == "Về công tác"
    assert values(line, ".//w:footnoteReference/@w:id") == ["1"]
    assert [text(run) for run in find(line, "w:r[w:rPr/w:i]")] == ["công tác"]
