"""Each component of the decree, measured where it is printed."""

from dataclasses import replace

import pytest
from support.pdf_layout import POINTS_PER_MM, Line, PageLayout, pages
from support.printing import printed

from reportgen.document.tree import Document, Text
from reportgen.layout import COMPONENTS, PAGE
from reportgen.layout.metrics import text_width
from reportgen.layout.nd30 import (
    ADDRESSEE_INDENT,
    ISSUER_RULE,
    LETTERHEAD_COLUMNS,
    MOTTO,
    MOTTO_RULE,
    NATIONAL_NAME,
    SIGNATURE_COLUMNS,
    SIGNATURE_ROOM,
    SUBJECT_RULE,
)

LEFT = PAGE.left * POINTS_PER_MM
RIGHT = (PAGE.width - PAGE.right) * POINTS_PER_MM
TOP = PAGE.top * POINTS_PER_MM
BOTTOM = (PAGE.height - PAGE.bottom) * POINTS_PER_MM
NEAR = 1.5  # pt: boxes are those of the ink, not of the letters' advance


@pytest.fixture
def first(sample: Document) -> PageLayout:
    return pages(printed(sample).data)[0]


@pytest.fixture
def signed(sample: Document) -> PageLayout:
    (page,) = [page for page in pages(printed(sample).data) if "Nơi nhận:" in page.text]
    return page


def column_middle(columns: tuple[float, float], index: int) -> float:
    before = sum(columns[:index])
    return (PAGE.left + before + columns[index] / 2) * POINTS_PER_MM


TYPE = {
    NATIONAL_NAME: "national_name",
    MOTTO: "motto",
    "ỦY BAN NHÂN DÂN": "superior",
    "CÔNG NGHỆ VÀ ĐỀ ÁN 06": "issuer",
    "BÁO CÁO": "kind",
    "dân cư, định danh": "subject",
    "(Từ ngày 16/8/2025": "period",
    "Thực hiện Quyết định": "body",
    "I. KẾT QUẢ": "heading_1",
    "1. Chỉ đạo": "heading_2",
    "2.1. Hạ tầng": "heading_3",
}
LAST_TYPE = {
    "TM. BAN CHỈ ĐẠO": "authority",
    "TRƯỞNG BAN": "position",
    "CHỦ TỊCH UBND TỈNH": "official_title",
    "Nguyễn Văn A": "signer",
    "Nơi nhận:": "recipients_label",
    "- Bộ Công an;": "recipients",
}


def assert_set_in(line: Line, component: str) -> None:
    style = COMPONENTS[component]
    letters = [glyph for glyph in line.inked if glyph.size > 10]  # not the call of a note
    assert {glyph.size for glyph in letters} == {style.size}
    suffix = {(False, False): "Serif", (True, False): "Bold", (False, True): "Italic"}
    wanted = suffix.get((style.bold, style.italic), "Bold-Italic")
    assert {glyph.font.split("Liberation-")[1].removeprefix("Serif-") for glyph in letters} == {
        wanted
    }


@pytest.mark.parametrize(("text", "component"), TYPE.items())
def test_each_component_has_its_size_and_weight(
    first: PageLayout, text: str, component: str
) -> None:
    assert_set_in(first.line(text), component)


@pytest.mark.parametrize(("text", "component"), LAST_TYPE.items())
def test_the_closing_components_have_their_size_and_weight(
    signed: PageLayout, text: str, component: str
) -> None:
    assert_set_in(signed.line(text), component)


def test_number_and_date_have_their_own_sizes_on_one_line(first: PageLayout) -> None:
    line = first.line("Số: 87/BC-BCĐ")
    assert "Khánh Hòa, ngày 19 tháng 9 năm 2025" in line.text
    number = [glyph for glyph in line.inked if glyph.left < LEFT + 65 * POINTS_PER_MM]
    date = [glyph for glyph in line.inked if glyph not in number]
    assert {glyph.size for glyph in number} == {COMPONENTS["number"].size}
    assert {glyph.size for glyph in date} == {COMPONENTS["place_and_date"].size}
    assert all("Italic" in glyph.font for glyph in date)
    assert Line(tuple(number)).middle == pytest.approx(
        column_middle(LETTERHEAD_COLUMNS, 0), abs=NEAR
    )
    assert Line(tuple(date)).middle == pytest.approx(column_middle(LETTERHEAD_COLUMNS, 1), abs=NEAR)


def test_the_page_is_a4_with_the_decrees_margins(first: PageLayout) -> None:
    assert first.width == pytest.approx(PAGE.width * POINTS_PER_MM, abs=0.1)
    assert first.height == pytest.approx(PAGE.height * POINTS_PER_MM, abs=0.1)
    full = [line for line in first.lines if "hành Kế hoạch số 2943" in line.text]
    assert full[0].left == pytest.approx(LEFT, abs=NEAR)
    assert full[0].right == pytest.approx(RIGHT, abs=NEAR)
    assert min(line.top for line in first.lines) == pytest.approx(TOP, abs=3)
    assert max(line.bottom for line in first.lines) <= BOTTOM


def test_the_letterhead_stands_in_two_columns_each_centred(first: PageLayout) -> None:
    left, right = (column_middle(LETTERHEAD_COLUMNS, index) for index in (0, 1))
    for text in ("ỦY BAN NHÂN DÂN", "TỈNH KHÁNH HÒA", "CÔNG NGHỆ VÀ ĐỀ ÁN 06"):
        assert first.line(text).middle == pytest.approx(left, abs=NEAR)
    for text in (NATIONAL_NAME, MOTTO):
        assert first.line(text).middle == pytest.approx(right, abs=NEAR)
    assert first.line(NATIONAL_NAME).top == pytest.approx(
        first.line("ỦY BAN NHÂN DÂN").top, abs=NEAR
    )


def test_the_rule_under_the_motto_is_as_long_as_the_motto(first: PageLayout) -> None:
    style = COMPONENTS["motto"]
    rule = first.rule_under(first.line(MOTTO))
    assert rule.length == pytest.approx(text_width(MOTTO, style.size, bold=True), abs=1.5)
    assert rule.middle == pytest.approx(first.line(MOTTO).middle, abs=NEAR)
    assert MOTTO_RULE.share == 1


@pytest.mark.parametrize(
    ("last_line", "longest_line", "shares"),
    [
        ("CÔNG NGHỆ VÀ ĐỀ ÁN 06", "CÔNG NGHỆ VÀ ĐỀ ÁN 06", ISSUER_RULE.shares),
        ("(Từ ngày 16/8/2025", "Kết quả triển khai, thực hiện Đề án", SUBJECT_RULE.shares),
    ],
)
def test_the_other_rules_are_a_third_to_a_half_of_the_line_and_balanced(
    first: PageLayout, last_line: str, longest_line: str, shares: object
) -> None:
    rule = first.rule_under(first.line(last_line))
    longest = first.line(longest_line)
    assert rule.length / (longest.right - longest.left) in shares  # type: ignore[operator]
    assert rule.middle == pytest.approx(longest.middle, abs=NEAR)


def test_the_title_is_centred_between_the_margins(first: PageLayout) -> None:
    for text in ("BÁO CÁO", "dân cư, định danh", "(Từ ngày 16/8/2025"):
        assert first.line(text).middle == pytest.approx((LEFT + RIGHT) / 2, abs=NEAR)


def test_body_paragraphs_are_indented_justified_and_six_points_apart(first: PageLayout) -> None:
    style = COMPONENTS["body"]
    opening = first.line("Thực hiện Quyết định")
    assert opening.left == pytest.approx(LEFT + style.first_line * POINTS_PER_MM, abs=NEAR)
    assert opening.right == pytest.approx(RIGHT, abs=NEAR)
    number, heading = (first.line(text) for text in ("I. KẾT QUẢ", "1. Chỉ đạo"))
    assert [number.left, heading.left] == pytest.approx([opening.left] * 2, abs=NEAR)


def base_line(line: Line) -> float:
    """Where the letters without tails stand."""
    return next(glyph.bottom for glyph in line.inked if glyph.character in "nhaiu1.")


def test_lines_are_single_spaced_and_paragraphs_have_their_space(first: PageLayout) -> None:
    style = COMPONENTS["body"]
    start = first.lines.index(first.line("Thực hiện Quyết định"))
    second, third = first.lines[start + 1 : start + 3]
    line_height = base_line(third) - base_line(second)
    assert line_height == pytest.approx(style.size * 1.149, abs=0.6)
    following = first.line("I. KẾT QUẢ")
    gap = base_line(first.line("1. Chỉ đạo")) - base_line(following)
    assert gap == pytest.approx(line_height + style.space_before, abs=0.6)


def test_recipients_stand_at_the_left_level_with_the_authority(signed: PageLayout) -> None:
    label, authority = signed.line("Nơi nhận:"), signed.line("TM. BAN CHỈ ĐẠO")
    for text in ("Nơi nhận:", "- Bộ Công an;", "- Lưu: VT. ĐT."):
        assert signed.line(text).left == pytest.approx(LEFT, abs=NEAR)
    assert abs(base_line(label) - authority.bottom) < 5


def test_the_signature_is_centred_in_its_column_with_room_to_sign(signed: PageLayout) -> None:
    middle = column_middle(SIGNATURE_COLUMNS, 1)
    for text in ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "CHỦ TỊCH UBND TỈNH", "Nguyễn Văn A"):
        assert signed.line(text).middle == pytest.approx(middle, abs=NEAR)
    room = signed.line("CHỦ TỊCH UBND TỈNH").top - signed.line("TRƯỞNG BAN").bottom
    assert room == pytest.approx(SIGNATURE_ROOM * POINTS_PER_MM, abs=6)


def test_one_addressee_stands_on_the_line_of_its_word(bare: Document) -> None:
    one = replace(bare, addressees=((Text("Văn phòng Chính phủ"),),))
    (page,) = pages(printed(one).data)
    line = page.line("Kính gửi:")
    assert line.text.strip().replace("\u00a0", " ") == "Kính gửi: Văn phòng Chính phủ"
    assert line.left == pytest.approx(LEFT + ADDRESSEE_INDENT * POINTS_PER_MM, abs=NEAR)
    assert line.sizes == {COMPONENTS["addressee"].size}


def test_several_addressees_stand_below_with_dashes_under_the_colon(bare: Document) -> None:
    two = replace(bare, addressees=((Text("Văn phòng Chính phủ"),), (Text("Bộ Công an"),)))
    (page,) = pages(printed(two).data)
    colon = page.line("Kính gửi:").inked[-1]
    items = [page.line("- Văn phòng Chính phủ;"), page.line("- Bộ Công an.")]
    assert colon.character == ":"
    for item in items:
        assert item.left == pytest.approx(colon.left, abs=NEAR)


def test_a_missing_number_keeps_its_room(bare: Document) -> None:
    (page,) = pages(printed(bare).data)
    line = page.line("/BC-SNV")
    colon = next(glyph for glyph in line.inked if glyph.character == ":")
    slash = next(glyph for glyph in line.inked if glyph.character == "/")
    assert slash.left - colon.right > 15
