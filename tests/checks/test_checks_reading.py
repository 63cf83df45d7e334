"""A document's text as the rules read it."""

from support.manuscripts import block, document, manuscript, table

from reportgen.checks.manuscript import Part
from reportgen.checks.reading import manuscript_of
from reportgen.document.tree import Appendix, Cell, Column, Paragraph, Signature, Table, Text
from reportgen.problems import Place


def test_passages_stand_in_reading_order_with_their_parts() -> None:
    found = manuscript(
        "# I. KẾT QUẢ",
        "Cấp 10 thẻ[^1] căn cước.",
        notes={1: "Theo Công an tỉnh."},
        letterhead={"issuer": ("UBND TỈNH",), "number": "Số: 01/BC-UBND"},
        title={"kind": "BÁO CÁO", "subject": "tháng 9"},
        addressees=["Bộ Công an"],
        recipients=["- Như trên;"],
        signatures=[Signature(("TM. BAN CHỈ ĐẠO",), "TRƯỞNG BAN", "", "Nguyễn Văn A")],
        running=["Báo cáo tháng 9"],
        appendices=[Appendix("Phụ lục", "SỐ LIỆU", "(Kèm theo …)", (block("Số liệu sau."),))],
    )
    shown = [(passage.component, passage.text) for passage in found.passages]
    assert shown == [
        ("letterhead.issuer", "UBND TỈNH"),
        ("letterhead.number", "Số: 01/BC-UBND"),
        ("title.kind", "BÁO CÁO"),
        ("title.subject", "tháng 9"),
        ("addressing", "Kính gửi:"),
        ("addressees", "Bộ Công an"),
        ("body", "I. KẾT QUẢ"),
        ("body", "Cấp 10 thẻ căn cước."),
        ("appendices.0.label", "Phụ lục"),
        ("appendices.0.title", "SỐ LIỆU"),
        ("appendices.0.attached_to", "(Kèm theo …)"),
        ("appendices.0.blocks", "Số liệu sau."),
        ("recipients", "- Như trên;"),
        ("signatures.0.authority", "TM. BAN CHỈ ĐẠO"),
        ("signatures.0.position", "TRƯỞNG BAN"),
        ("signatures.0.name", "Nguyễn Văn A"),
        ("running", "Báo cáo tháng 9"),
        ("notes", "Theo Công an tỉnh."),
    ]
    assert [passage.index for passage in found.passages] == list(range(len(shown)))
    assert [passage.text for passage in found.running_text()] == [
        "I. KẾT QUẢ",
        "Cấp 10 thẻ căn cước.",
        "Phụ lục",
        "SỐ LIỆU",
        "(Kèm theo …)",
        "Số liệu sau.",
        "Theo Công an tỉnh.",
    ]
    assert found.notes[1] == (found.passages[-1],)
    assert found.passages[-1].part is Part.NOTE


def test_marks_of_notes_are_left_out_and_known_by_their_offsets() -> None:
    found = manuscript("a) Cấp thẻ[^1] căn cước[^2].").passages[0]
    assert found.text == "a) Cấp thẻ căn cước."
    assert found.label == "a)"
    assert found.marks == ((10, 1), (19, 2))
    assert found.text[:10] == "a) Cấp thẻ"


def test_a_heading_ends_where_the_text_in_its_paragraph_begins() -> None:
    with_text, plain, article = manuscript(
        "# 2. Tuyên truyền: || Các sở thực hiện.", "# I. KẾT QUẢ", "# Điều 1. || Phạm vi."
    ).passages
    assert with_text.text == "2. Tuyên truyền: Các sở thực hiện."
    assert with_text.text[: with_text.title_length] == "2. Tuyên truyền:"
    assert plain.text[: plain.title_length] == "I. KẾT QUẢ"
    assert article.is_heading


def test_a_table_is_spread_to_its_grid() -> None:
    def cell(text: str, row_span: int = 1, column_span: int = 1) -> Cell:
        return Cell((Paragraph((Text(text),)),), column_span, row_span)

    spanned = Table(
        (Column(0.3), Column(0.3), Column(0.4)),
        ((cell("Xã", row_span=2), cell("Kết quả", column_span=2)), (cell("Số"), cell("Tỷ lệ"))),
        ((cell("Phường Nha Trang"), cell("10"), cell("90%")), (cell("Cộng"),)),
    )
    (grid,) = manuscript_of(document(spanned)).tables
    shown = [[one.text if one else None for one in row] for row in grid.rows]
    assert shown == [
        ["Xã", "Kết quả", "Kết quả"],
        ["Xã", "Số", "Tỷ lệ"],
        ["Phường Nha Trang", "10", "90%"],
        ["Cộng", None, None],
    ]
    assert grid.header_rows == 2
    assert grid.rows[0][0] is grid.rows[1][0]
    below = grid.rows[1][2]
    assert below is not None
    place = below.passages[0].cell
    assert place is not None
    assert (place.table, place.row, place.column) == (0, 1, 2)


def test_cells_are_passages_in_their_place_in_the_text() -> None:
    found = manuscript("Trước.", table([["Tên", "Số"], ["Xã A\nXã B", ""]]), "Sau.")
    assert [one.text for one in found.passages] == [
        *("Trước.", "Tên", "Số", "Xã A", "Xã B", "", "Sau."),
    ]
    assert found.passages[3].origin == Place("bang.csv", 1)


def test_components_know_where_their_lines_come_from() -> None:
    places = (Place("don_vi.yaml", 2), Place("don_vi.yaml", 3))
    made = document(letterhead={"superior": ("TỈNH ỦY", "BAN CHỈ ĐẠO")})
    with_origins = type(made)(
        **{name: getattr(made, name) for name in made.__dataclass_fields__}
        | {"origins": {"letterhead.superior": places}}
    )
    found = manuscript_of(with_origins).passages
    assert tuple(passage.origin for passage in found) == places
