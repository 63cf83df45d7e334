"""Where a passage stands, told as one cites it."""

import pytest
from support.manuscripts import block, manuscript, table

from reportgen.checks.headings import Headings
from reportgen.document.tree import Appendix


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        ((), ""),
        (("I.",), "mục I"),
        (("I.", "4.", "a)"), "mục I.4.a"),
        (("II.", "2.", "2.1."), "mục II.2.1"),
        (("1.", "10.", "đ)"), "mục 1.10.đ"),
        (("Điều 2.",), "Điều 2"),
        (("Điều 2.", "1.", "b)"), "điểm b khoản 1 Điều 2"),
        (("Chương I", "Mục 2", "Điều 7.", "3."), "khoản 3 Điều 7"),
        (("Phần thứ nhất", "I.", "2."), "Phần thứ nhất, mục I.2"),
        (("CHƯƠNG II", "MỤC 1"), "Chương II, Mục 1"),
    ],
)
def test_labels_are_joined_as_one_cites_them(labels: tuple[str, ...], said: str) -> None:
    headings = Headings()
    for level, label in enumerate(labels, 1):
        headings.enter(level, label)
    assert str(headings) == said


def test_a_higher_heading_ends_the_lower_ones_and_dashes_change_nothing() -> None:
    found = manuscript(
        "Mở đầu.",
        "# I. KẾT QUẢ",
        "## 1. Chỉ đạo || đã ban hành văn bản.",
        "a) Nổi bật:",
        "- Cấp 10 thẻ.",
        "## 2. Tuyên truyền",
        "# II. KHÓ KHĂN",
        "Không có.",
    )
    assert [passage.heading for passage in found.passages] == [
        "",
        "mục I",
        "mục I.1",
        "mục I.1.a",
        "mục I.1.a",
        "mục I.2",
        "mục II",
        "mục II",
    ]


def test_a_note_stands_where_its_mark_does() -> None:
    found = manuscript(
        "# I. KẾT QUẢ",
        "Cấp thẻ[^1].",
        "# II. NHIỆM VỤ",
        "Tiếp tục[^2].",
        notes={1: "Theo Công an tỉnh.", 2: "1. Kế hoạch số 1/KH-UBND."},
    )
    assert [note.heading for notes in found.notes.values() for note in notes] == [
        "mục I",
        "mục II",
    ]


def test_labels_in_cells_are_no_headings_and_an_appendix_begins_anew() -> None:
    found = manuscript(
        "# I. KẾT QUẢ",
        table([["a) Thẻ", "10"]]),
        "Hết bảng.",
        recipients=["- Như trên;"],
        appendices=[Appendix("PHỤ LỤC II", "SỐ LIỆU", "", (block("# 1. Thẻ"),))],
    )
    assert {passage.text: passage.heading for passage in found.passages} == {
        "I. KẾT QUẢ": "mục I",
        "a) Thẻ": "mục I",
        "10": "mục I",
        "Hết bảng.": "mục I",
        "PHỤ LỤC II": "Phụ lục II",
        "SỐ LIỆU": "Phụ lục II",
        "1. Thẻ": "Phụ lục II, mục 1",
        "- Như trên;": "",
    }
