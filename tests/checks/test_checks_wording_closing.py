"""Closing forms: the end mark, Nơi nhận, Kính gửi, legal bases; texts of old encodings."""

import unicodedata
from collections.abc import Sequence

import pytest
from support.manuscripts import document, subject
from support.slips import hints, quoted, slips

from reportgen.checks.subject import Facts, Subject
from reportgen.checks.wording import addressees, invisible, legacy_encoding, recipients
from reportgen.document.origins import WordPlace
from reportgen.problems import Severity
from reportgen.readers.recognition.anatomy import Anatomy, Component, Recognised
from reportgen.readers.word.model import RunFormat, WordFile, WordParagraph, WordRun

SENT_TO = ("- Như trên;", "- Lưu: VT, NC.")


def word_subject(
    component: Component, lines: Sequence[str], font: str = "Times New Roman"
) -> Subject:
    """A document whose Word file has those lines as the component."""
    paragraphs = tuple(
        WordParagraph(WordPlace("vb.docx", number), (WordRun(line, RunFormat(font=font)),))
        for number, line in enumerate(lines, 1)
    )
    word = WordFile("vb.docx", paragraphs, ())
    made = document("Nội dung./.", recipients=SENT_TO)
    return subject(
        "Nội dung./.",
        recipients=SENT_TO,
        word=Recognised(word, made, Anatomy({component: paragraphs})),
    )


@pytest.mark.parametrize(
    ("end", "severity"),
    [
        ("nghiêm túc thực hiện/.", Severity.WARNING),
        ("nghiêm túc thực hiện. /.", Severity.WARNING),
        ("nghiêm túc thực hiện ./.", Severity.WARNING),
        ("nghiêm túc thực hiện./", Severity.WARNING),
        ("nghiêm túc thực hiện. / .", Severity.WARNING),
        ("nghiêm túc thực hiện./. .", Severity.WARNING),
        ("nghiêm túc thực hiện.", Severity.ADVICE),
        ("nghiêm túc thực hiện", Severity.ADVICE),
    ],
)
def test_an_end_mark_that_is_mistyped_or_missing_is_told(end: str, severity: Severity) -> None:
    text = f"Nội dung.\nYêu cầu các sở, ban, ngành {end}"
    (finding,) = [one for one in slips(text, recipients=SENT_TO) if one.code == "VB064"]
    assert finding.severity is severity


@pytest.mark.parametrize(
    "text",
    [
        "Yêu cầu các sở, ban, ngành nghiêm túc thực hiện./.",
        "Đạt 100%./.",
        "Thực hiện (theo Phụ lục)./.",
        "Đề nghị các đơn vị thực hiện./.\nTrân trọng cảm ơn sự phối hợp của quý cơ quan.",
        "Trân trọng!",
        "Chịu trách nhiệm thi hành./.\nHội đồng xét duyệt\n(Kèm theo Quyết định số 12/QĐ-UBND)\n"
        "Ông Nguyễn Văn A.\nBà Trần Thị B.\nÔng Lê Văn C.\n(Ấn định danh sách 13 thành viên)",
    ],
)
def test_a_right_end_mark_is_left_alone(text: str) -> None:
    assert quoted("VB064", text, recipients=SENT_TO) == []


def test_a_text_of_the_party_ends_with_a_full_stop() -> None:
    facts = Facts(party=True)
    text = "Yêu cầu các cấp ủy nghiêm túc thực hiện Chỉ thị này."
    assert quoted("VB064", text, facts=facts, recipients=("- Các huyện ủy,", "- Lưu VPTU.")) == []


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("- Như trên;", "- Lưu: VT. ĐT"), ["ĐT"]),
        (("- Như trên;", "- Bộ Công an (báo cáo)", "- Lưu: VT."), ["cáo)"]),
        (("- Như trên,", "- Lưu: VT."), ["trên,"]),
        (("- Như trên;", "- Lưu: VT;"), ["VT;"]),
        (("- Như trên;", "Bộ Công an;", "- Lưu: VT."), ["Bộ Công an;"]),
        (("Như trên;", "Lưu: VT."), ["Như trên;"]),
        (("- Như trên;", "- Bộ Công an;;", "- Lưu: VT."), ["an;;"]),
        (("- Như trên;", "- Bộ Công an.", "- Lưu: VT."), ["an."]),
        (("- Như trên;", "- Lưu: VT, NC."), []),
        (("- Các bộ, cơ quan ngang bộ,", "cơ quan thuộc Chính phủ;", "- Lưu: VT."), []),
        (("- Như trên;", "- Lưu: VT, NC (03b).", "PL.(300)"), []),
        (("– Như trên;", "– Lưu: VT."), []),
    ],
)
def test_lines_of_recipients_end_as_the_decree_has_it(
    lines: tuple[str, ...], words: list[str]
) -> None:
    assert quoted("VB065", "Nội dung./.", recipients=lines) == words


def test_the_hint_writes_the_line_as_it_should_be() -> None:
    lines = ("- Như trên;", "- Lưu: VT. ĐT")
    assert hints("VB065", "Nội dung./.", recipients=lines) == ["viết “- Lưu: VT. ĐT.”"]


@pytest.mark.parametrize(
    ("addressed", "first", "count"),
    [
        (("Bộ Công an",), "- Bộ Công an;", 1),
        (("Bộ Công an",), "- Như trên;", 0),
        (("Bộ Công an",), "- Như Kính gửi;", 0),
        ((), "- Bộ Công an;", 0),
        ((), "- Như Điều 3;", 0),
    ],
)
def test_as_above_comes_first_where_someone_is_addressed(
    addressed: tuple[str, ...], first: str, count: int
) -> None:
    lines = (first, "- Lưu: VT.")
    assert len(quoted("VB066", "Nội dung./.", addressees=addressed, recipients=lines)) == count


@pytest.mark.parametrize(
    ("label", "count"),
    [("Nơi nhận:", 0), ("Nơi nhận", 1), ("Nơi nhận :", 1), ("Nơi gửi:", 1), (" Nơi  nhận: ", 0)],
)
def test_the_label_of_recipients_has_its_colon(label: str, count: int) -> None:
    made = word_subject(Component.RECIPIENTS_LABEL, [label])
    assert len(list(recipients.LABEL.check(made))) == count


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["- Sở Nội vụ;", "- Sở Tài chính."], 0),
        (["- Sở Nội vụ,", "- Sở Tài chính."], 1),
        (["- Sở Nội vụ", "- Sở Tài chính"], 2),
        (["Bộ Công an"], 0),
        (["- Sở Nội vụ;", "- Sở Tài chính;"], 1),
    ],
)
def test_lines_of_addressees_end_as_the_decree_has_it(lines: list[str], count: int) -> None:
    made = word_subject(Component.ADDRESSEE, lines)
    assert len(list(addressees.RULE.check(made))) == count


BASIS = ">> Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
LAST = ">> Theo đề nghị của Giám đốc Sở Nội vụ"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{BASIS};\n{LAST}.\nQUYẾT ĐỊNH:", []),
        (f"{BASIS},\n{LAST}.\nQUYẾT ĐỊNH:", ["2025,"]),
        (f"{BASIS}.\n{LAST}.\nQUYẾT ĐỊNH:", ["2025."]),
        (f"{BASIS}\n{LAST}.\nQUYẾT ĐỊNH:", ["2025"]),
        (f"{BASIS};\n{LAST},\nQUYẾT ĐỊNH:", ["vụ,"]),
        (f"{BASIS};\n{LAST};\nQUYẾT NGHỊ:", ["vụ;"]),
        (f"{BASIS};\n{LAST};\nỦy ban nhân dân tỉnh ban hành kế hoạch.", []),
        (f"{BASIS},\nỦy ban nhân dân tỉnh ban hành kế hoạch.", []),
    ],
)
def test_legal_bases_end_as_the_decree_has_it(text: str, words: list[str]) -> None:
    assert quoted("VB069", text) == words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "TCVN3 (ABC)"),
        ("Uû ban nh©n d©n tØnh Kh¸nh Hßa b¸o c¸o kÕt qu¶ thùc hiÖn", "TCVN3 (ABC)"),
        ("§éc lËp - Tù do - H¹nh phóc", "TCVN3 (ABC)"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "VNI Windows"),
        ("Baùo caùo keát quaû thöïc hieän nhieäm vuï", "VNI Windows"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "VNI Windows"),
    ],
)
def test_an_old_encoding_is_told_by_name(text: str, name: str) -> None:
    (finding,) = [one for one in slips(text) if one.code == "VB057"]
    assert name in finding.message
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        "Cộng hòa xã hội chủ nghĩa Việt Nam",
        "Le président de la République française à Hanoï et l'été à Nîmes",
        "Größe, Straße, Führung und Übung",
        "Công ty TNHH Nestlé Việt Nam và Café Trung Nguyên",
        "Tỷ số ± 5% · 20 °C × 3 m² «mẫu» ½",
        "Khánh Hòa, ngày 19 tháng 9 năm 2025",
        "Xã tôi có hai bà mẹ và ba cô giáo.",
    ],
)
def test_unicode_and_other_languages_are_left_alone(text: str) -> None:
    assert quoted("VB057", text) == []


def test_a_font_of_an_old_encoding_is_told_where_letters_are_too_few() -> None:
    for font, name in ((".VnTime", "TCVN3"), ("VNI-Times", "VNI"), (".VnTimeH", "TCVN3")):
        made = word_subject(Component.SUBJECT, ["hßa"], font=font)
        (finding,) = legacy_encoding.RULE.check(made)
        assert font in finding.message
        assert name in finding.message
    assert not list(legacy_encoding.RULE.check(word_subject(Component.SUBJECT, ["hòa"])))


def test_letters_typed_apart_are_told_once_for_the_document() -> None:
    apart = unicodedata.normalize("NFD", "Báo cáo kết quả.\nThực hiện nhiệm vụ.")
    (finding,) = [one for one in slips(apart) if one.code == "VB056"]
    assert finding.message.startswith("8 từ")
    assert quoted("VB056", "Báo cáo kết quả.") == []


def test_marks_in_an_order_that_joins_to_nothing_are_told() -> None:
    assert len(quoted("VB056", "Báo cáo ke\u0301\u0302t quả.")) >= 1


def test_a_document_that_is_wrong_throughout_gets_one_finding() -> None:
    old = "\n".join(["Céng hßa x· héi chñ nghÜa ViÖt Nam"] * 5)
    (finding,) = [one for one in slips(old) if one.code == "VB057"]
    assert finding.message.startswith("5 đoạn")
    (finding,) = [one for one in slips("\n".join(["Ðiều 5."] * 9)) if one.code == "VB058"]
    assert "9 từ" in finding.message


def test_directions_and_joiners_are_named_in_vietnamese() -> None:
    (finding,) = [one for one in slips("Quản\u200e lý\u200b nhà nước.") if one.code == "VB060"]
    assert "dấu đổi chiều chữ, khoảng trắng rộng 0" in finding.message


def test_boxes_to_tick_in_a_font_of_symbols_are_left_alone() -> None:
    box = "Có \uf06f    Không \uf06f"
    assert not list(invisible.RULE.check(word_subject(Component.SUBJECT, [box], font="Wingdings")))
    (finding,) = [one for one in slips(f"{box}\n{box}") if one.code == "VB060"]
    assert "còn 3 chỗ nữa" in finding.message
