"""Edits of other kinds: keys, tables, moves, emphasis, figures that do not agree."""

import shutil
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from docx.document import Document
from docx.table import _Row
from support.draft_edits import FIGURES, WORDS, below, made, words
from support.drafts import edited, paragraph_with, remove
from support.merged import LETTER, PLAN, SEPTEMBER, after, wholly
from support.oracles import ROOT

from reportgen.cli.main import run


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The provinces' folders, to be written to."""
    for name in ("khanh_hoa", "lao_cai"):
        shutil.copytree(ROOT / "data" / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (words("Số: 87", "87", "88"), "so: 88"),
        (words("ngày 19 tháng 9", "19", "20"), "ngay: 20/9/2025"),
        (words("Kết quả triển khai, thực hiện", "Kết quả", "Tình hình"), "trich_yeu: Tình hình"),
        (words("Từ ngày 16/8/2025", "16/8", "15/8"), "dong_ky: (Từ ngày 15/8/2025 đến"),
        (words("Văn phòng Chính phủ (", "Chính phủ", "Quốc hội"), "{ten: Văn phòng Quốc hội,"),
        (words("TRƯỞNG BAN", "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"), "    chuc_vu: PHÓ TRƯỞNG BAN"),
        (words("Lưu: VT", "ĐT", "TH"), "luu: VT. TH"),
    ],
)
def test_lines_around_the_text_become_keys(
    change: Callable[[Document], None], line: str, data: Path
) -> None:
    shared = (data / "khanh_hoa/don_vi.yaml").read_bytes()
    assert line in wholly(data / SEPTEMBER, change)
    assert (data / "khanh_hoa/don_vi.yaml").read_bytes() == shared


def test_a_rate_that_follows_from_the_new_figure_needs_nothing(data: Path) -> None:
    table = data / "khanh_hoa/2025-09/chi_tieu.csv"
    where = "Đã cấp:"
    wholly(
        data / SEPTEMBER,
        made(
            words(where, "2.000.680/2.215.460", "2.001.000/2.215.460"),
            words(where, "90,31%", "90,32%"),
        ),
    )
    row = next(line for line in table.read_text("utf-8").split("\n") if "can_cuoc," in line)
    assert "2001000,2215460" in row
    assert "sửa theo sua.docx, trước là 2.000.680/2.215.460" in row


def test_a_rate_that_does_not_follow_is_told_with_its_sum(data: Path) -> None:
    found = after(data / SEPTEMBER, made(words("Đã cấp:", "90,31%", "90,99%")))
    reason = next(one.reason for one in found.placed.outcomes if not one.placed)
    assert "2.000.680 : 2.215.460 = 90,31%" in reason
    assert dict(found.files) == {}


def test_a_figure_that_another_sentence_still_has_is_a_contradiction(data: Path) -> None:
    path = data / SEPTEMBER
    text = path.read_text("utf-8")
    again = "được cấp {{ ct.the_dang_vien_cap | so }} thẻ.\n\n    - Tổng: {{ ct.the_dang_vien_cap"
    path.write_text(text.replace("được cấp {{ ct.the_dang_vien_cap", again), "utf-8")
    found = after(path, made(words("cấp đổi Thẻ đảng viên", "72.671", "72.700")))
    assert [one.placed for one in found.placed.outcomes] == [True]
    assert "72.671" in found.placed.consequences[0].reason


def test_a_date_that_a_formula_prints_becomes_words_and_is_told(data: Path) -> None:
    found = after(data / PLAN, words("Tháng 12/2025", "Tháng 12/2025", "Tháng 11/2025"))
    assert [one.placed for one in found.placed.outcomes] == [True]
    assert any("được thay bằng chữ" in one for one in found.placed.outcomes[0].remarks)


def test_a_moved_paragraph_moves_with_its_formulas(data: Path) -> None:
    def change(document: Document) -> None:
        first = paragraph_with(document, "Tính đến ngày 04/9/2025")
        first._p.addnext(paragraph_with(document, "Triển khai tặng quà người dân")._p)

    text = wholly(data / SEPTEMBER, change)
    assert text.index("{{ ct.tang_qua_ti_le | ti_le }}") < text.index("2943/KH-UBND")


def test_emphasis_alone_becomes_stars(data: Path) -> None:
    def change(document: Document) -> None:
        for one in paragraph_with(document, "xây dựng Kế hoạch xử lý điểm lõm sóng").runs:
            one.italic = False

    text = wholly(data / SEPTEMBER, change)
    assert "hải đảo (xây dựng Kế hoạch xử lý điểm lõm sóng trong tháng 9/2025)." in text


def _tasks(document: Document, number: int):  # type: ignore[no-untyped-def]
    return [one for one in document.tables if "STT" in one.rows[0].cells[0].text][number]


def test_cells_and_rows_go_to_the_table_of_the_appendix(data: Path) -> None:
    def change(document: Document) -> None:
        table = _tasks(document, 0)
        row = deepcopy(table.rows[-1]._tr)
        table.rows[-1]._tr.addnext(row)
        values = ["4", "Nhân lực", "Bồi dưỡng; tập huấn", "Sở Nội vụ", "UBND", "Tháng 10/2025"]
        for cell, value in zip(_Row(row, table).cells, values, strict=True):
            for further in cell.paragraphs[1:]:
                remove(further)
            cell.paragraphs[0].runs[0].text = value
        second = _tasks(document, 1)
        second._tbl.remove(second.rows[-1]._tr)
        _tasks(document, 2).rows[1].cells[3].paragraphs[0].runs[0].text = "Sở Y tế, Công an tỉnh"

    wholly(data / PLAN, change)
    folder = data / "khanh_hoa/2025-q4"
    first, second, third = ((folder / f"phu_luc_{n}.csv").read_text("utf-8") for n in (1, 2, 3))
    assert '4,Nhân lực,"Bồi dưỡng; tập huấn",Sở Nội vụ,UBND,Tháng 10/2025' in first
    assert "Kiểm tra công tác" not in second
    assert '"Sở Y tế, Công an tỉnh"' in third


def test_a_letter_takes_its_subject_and_words(data: Path) -> None:
    text = wholly(data / LETTER, words("V/v", "tăng tốc", "đẩy nhanh"))
    assert "  đẩy nhanh triển khai nhiệm vụ" in text


def test_words_of_a_legal_basis_change_in_its_list(data: Path) -> None:
    shutil.copytree(ROOT / "examples/van_ban", data / "van_ban")
    text = wholly(data / "van_ban/quyet_dinh.yaml", words("Căn cứ Luật", "Luật", "Bộ luật"))
    assert "  - Căn cứ Bộ luật Tổ chức chính quyền địa phương" in text


def test_new_lines_are_set_in_as_the_text_around_them_is(data: Path) -> None:
    path = data / SEPTEMBER
    text = path.read_text("utf-8")
    deep = "  the_che: |\n       Đã ban hành 02 quy chế.\n"
    path.write_text(text.replace("  the_che:\n", deep), "utf-8")
    new = below("Đã ban hành 02", "Còn 01 quy chế đang lấy ý kiến.")
    assert "\n\n       **Còn 01 quy chế đang lấy ý kiến.**\n" in wholly(path, made(new))


def test_all_else_stays_byte_for_byte(data: Path) -> None:
    path = data / SEPTEMBER
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    after(path, made(WORDS["a word of the month's text"], FIGURES["a number"]))
    expected = before.replace("tổ chức cuộc họp".encode(), "tổ chức hội nghị".encode(), 1)
    assert path.read_bytes() == expected


@pytest.mark.parametrize("quote", ['"', "'", ""])
def test_values_stay_in_the_quotes_that_they_are_typed_in(quote: str, data: Path) -> None:
    path = data / SEPTEMBER
    value = f"{quote}Đã ban hành 02 quy chế.{quote}"
    text = path.read_text("utf-8").replace("  the_che:\n", f"  the_che: {value} # xong\n")
    path.write_text(text, "utf-8")
    wholly(path, made(words("Đã ban hành 02", "ban hành", "trình")))
    assert f"  the_che: {value.replace('ban hành', 'trình')} # xong\n" in path.read_text("utf-8")


def test_the_command_lists_first_and_writes_nothing_when_dry(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, word = data / SEPTEMBER, data / "sua.docx"
    word.write_bytes(edited(made(WORDS["a word of the template"], FIGURES["a number"])))
    before = {one: one.read_bytes() for one in path.parent.iterdir()}
    assert run(["merge", str(path), str(word), "--dry-run"]) == 0
    told = capsys.readouterr()
    assert "“72.671” → “72.700”" in told.out
    assert "không ghi tệp nào" in told.err
    assert {one: one.read_bytes() for one in path.parent.iterdir()} == before
    assert run(["merge", str(path), str(word)]) == 0
    assert {one: one.read_bytes() for one in path.parent.iterdir()} != before
    assert run(["merge", str(path), str(word)]) == 0
    assert "không có gì để đưa vào" in capsys.readouterr().err


def test_the_command_leaves_with_1_while_something_is_left(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, word = data / SEPTEMBER, data / "sua.docx"
    word.write_bytes(edited(made(words("Đã cấp:", "90,31%", "90,99%"), WORDS["a title"])))
    assert run(["merge", str(path), str(word)]) == 1
    told = capsys.readouterr()
    assert "CHƯA ĐƯA VÀO" in told.out
    assert "Sở KH&CN chủ trì" in path.read_text("utf-8")


@pytest.mark.parametrize("name", ["khong_co.docx", "hong.docx"])
def test_a_word_file_that_cannot_be_read_is_refused(name: str, data: Path) -> None:
    (data / "hong.docx").write_bytes(b"PK\x03\x04 hong")
    assert run(["merge", str(data / SEPTEMBER), str(data / name)]) == 1
