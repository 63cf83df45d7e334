"""What letters, decisions and records print besides, measured where it stands."""

from dataclasses import replace

import pytest
from support.pdf_layout import POINTS_PER_MM, Line, PageLayout, pages
from support.printing import note, printed, sentences

from reportgen.document.tree import (
    Document,
    Heading,
    NoteReference,
    Paragraph,
    Role,
    Signature,
    Text,
)
from reportgen.layout import COMPONENTS, PAGE
from reportgen.layout.nd30 import LETTERHEAD_COLUMNS, SIGNATURE_COLUMNS

LEFT = PAGE.left * POINTS_PER_MM
RIGHT = (PAGE.width - PAGE.right) * POINTS_PER_MM
LEFT_COLUMN = LEFT + LETTERHEAD_COLUMNS[0] / 2 * POINTS_PER_MM
NEAR = 1.5  # pt: boxes are those of the ink, not of the letters' advance


def only_page(document: Document) -> PageLayout:
    (page,) = pages(printed(document).data)
    return page


def base_line(line: Line) -> float:
    """Where the letters without tails stand."""
    return next(glyph.bottom for glyph in line.inked if glyph.character in "nhaiuSVKCT")


@pytest.fixture
def record(bare: Document) -> Document:
    signatures = (
        Signature((), "THƯ KÝ", "", "Nguyễn Văn A"),
        Signature(("TM. HỘI ĐỒNG",), "CHỦ TỌA", "GIÁM ĐỐC", "Trần Văn B"),
    )
    head = replace(bare.letterhead, number="Số: 03/BB-SNV", place_and_date="")
    return replace(bare, letterhead=head, signatures=signatures)


def test_a_letters_subject_is_upright_and_centred_under_its_number(letter: Document) -> None:
    page = only_page(letter)
    style = COMPONENTS["letter_subject"]
    lines = [line for line in page.lines if any(word in line.text for word in ("V/v", "Kết luận"))]
    assert len(lines) == 2
    for line in lines:
        assert line.sizes == {style.size}
        assert all(font.endswith("Serif") for font in line.fonts)
        assert line.middle == pytest.approx(LEFT_COLUMN, abs=NEAR)
        assert line.right < LEFT + LETTERHEAD_COLUMNS[0] * POINTS_PER_MM


def test_a_letters_subject_stands_six_points_below_its_number(letter: Document) -> None:
    page = only_page(letter)
    number, subject, second = (page.line(text) for text in ("12/UBND-KGVX", "V/v", "Kết luận"))
    line_height = base_line(second) - base_line(subject)
    gap = base_line(subject) - base_line(number) - line_height
    assert gap == pytest.approx(COMPONENTS["letter_subject"].space_before, abs=0.7)


def test_a_letter_has_no_title_and_no_rule_where_it_would_stand(letter: Document) -> None:
    page = only_page(letter)
    assert page.line("Kính gửi:").top > page.line("Kết luận").bottom
    assert max(rule.top for rule in page.rules) < page.line("V/v").top


def test_the_addressees_of_a_letter_are_a_list_with_dashes_in_one_line(letter: Document) -> None:
    page = only_page(letter)
    first, second = page.line("- Các sở, ban, ngành;"), page.line("- UBND các xã")
    assert first.left == pytest.approx(second.left, abs=0.1)
    assert second.text.strip().endswith("đặc khu.")
    assert first.left == pytest.approx(page.line("Kính gửi:").inked[-1].left, abs=NEAR)


def test_a_telegram_names_its_sender_above_the_list(letter: Document) -> None:
    telegram = replace(letter, addressing="Chủ tịch UBND tỉnh điện:", addressees=((Text("Sở Y"),),))
    page = only_page(telegram)
    assert page.line("- Sở Y.").top > page.line("Chủ tịch UBND tỉnh điện:").bottom


DECISION = (
    Paragraph((Text("GIÁM ĐỐC SỞ NỘI VỤ"),), role=Role.CENTERED),
    Paragraph((Text(f"Căn cứ Luật Tổ chức; {sentences(2)}"),), role=Role.BASIS),
    Paragraph((Text("QUYẾT ĐỊNH:"),), role=Role.CENTERED),
    Heading(2, "Điều 1.", (Text("Ban hành Quy chế"),)),
)


def test_a_legal_basis_is_italic_and_set_like_the_body(bare: Document) -> None:
    page = only_page(replace(bare, body=DECISION))
    first = page.line("Căn cứ Luật")
    assert first.sizes == {COMPONENTS["body"].size}
    assert all("Italic" in font and "Bold" not in font for font in first.fonts)
    indent = COMPONENTS["body"].first_line * POINTS_PER_MM
    assert first.left == pytest.approx(LEFT + indent, abs=NEAR)
    assert first.right == pytest.approx(RIGHT, abs=NEAR)


def test_a_legal_basis_in_a_document_with_notes_keeps_its_full_lines(bare: Document) -> None:
    basis = Paragraph((Text(sentences(8)), NoteReference(1)), role=Role.BASIS)
    page = only_page(replace(bare, body=(basis,), notes=(note(1, "Chú thích."),)))
    lines = [line for line in page.lines if COMPONENTS["body"].size in line.sizes]
    italic = [line for line in lines if "2943" in line.text or "cải cách" in line.text]
    assert len(italic) > 5
    for line in italic[:-1]:
        assert line.right == pytest.approx(RIGHT, abs=NEAR)


@pytest.mark.parametrize("text", ["GIÁM ĐỐC SỞ NỘI VỤ", "QUYẾT ĐỊNH:"])
def test_authority_and_decision_word_are_bold_and_centred(bare: Document, text: str) -> None:
    line = only_page(replace(bare, body=DECISION)).line(text)
    assert line.middle == pytest.approx((LEFT + RIGHT) / 2, abs=NEAR)
    assert all(font.endswith("-Bold") for font in line.fonts)
    assert line.sizes == {COMPONENTS["centered"].size}


def test_without_a_date_the_number_stands_alone_on_its_line(record: Document) -> None:
    line = only_page(record).line("Số: 03/BB-SNV")
    assert line.text.strip() == "Số: 03/BB-SNV"
    assert line.middle == pytest.approx(LEFT_COLUMN, abs=NEAR)


def test_without_number_and_date_the_title_follows_the_letterhead(bare: Document) -> None:
    head = replace(bare.letterhead, number="", place_and_date="")
    without = only_page(replace(bare, letterhead=head))
    assert "Số" not in without.text
    assert without.line("BÁO CÁO").top < only_page(bare).line("BÁO CÁO").top - 15


def test_two_signatures_stand_in_two_columns_with_titles_and_names_level(
    record: Document,
) -> None:
    page = only_page(record)
    split = LEFT + SIGNATURE_COLUMNS[0] * POINTS_PER_MM
    columns = [(LEFT + split) / 2, (split + RIGHT) / 2]
    names = [page.line(text) for text in ("Nguyễn Văn A", "Trần Văn B")]
    for line, middle in zip(names, columns, strict=True):
        assert line.middle == pytest.approx(middle, abs=NEAR)
    assert base_line(names[0]) == pytest.approx(base_line(names[1]), abs=1)
    titles = [page.line("THƯ KÝ"), page.line("TM. HỘI ĐỒNG")]
    assert base_line(titles[0]) == pytest.approx(base_line(titles[1]), abs=1)
    assert page.line("CHỦ TỌA").top > titles[1].bottom


def test_recipients_stand_below_two_signatures(record: Document) -> None:
    page = only_page(record)
    label = page.line("Nơi nhận:")
    assert label.top > page.line("Nguyễn Văn A").bottom
    assert label.left == pytest.approx(LEFT, abs=NEAR)


def test_a_third_signature_gets_a_column_of_its_own(record: Document) -> None:
    third = Signature((), "TỔ TRƯỞNG", "", "Lê Văn C")
    page = only_page(replace(record, signatures=(*record.signatures, third)))
    width = (RIGHT - LEFT) / 3
    for index, name in enumerate(("Nguyễn Văn A", "Trần Văn B", "Lê Văn C")):
        middle = LEFT + (index + 0.5) * width
        assert page.words(name).middle == pytest.approx(middle, abs=NEAR)


def test_every_line_of_authority_stands_above_the_title(bare: Document) -> None:
    authority = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
    signature = Signature(authority, "PHÓ CHỦ TỊCH", "", "Đại tá Nguyễn Văn A")
    page = only_page(replace(bare, signatures=(signature,)))
    lines = [page.line(text) for text in ("TM. ỦY BAN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đại tá")]
    assert [line.top for line in lines] == sorted(line.top for line in lines)
    assert len({round(line.middle) for line in lines}) <= 2


def test_without_recipients_the_word_is_not_printed_and_the_signature_stays_at_the_right(
    bare: Document,
) -> None:
    page = only_page(replace(bare, recipients=()))
    assert "Nơi nhận" not in page.text
    middle = RIGHT - SIGNATURE_COLUMNS[1] / 2 * POINTS_PER_MM
    assert page.line("Nguyễn Văn A").middle == pytest.approx(middle, abs=NEAR)
