"""What an office chief does in Word beyond changing words: cuts, joins, sections, tables."""

import shutil
import unicodedata
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from support.draft_edits import below, gone, made, words
from support.drafts import edited, paragraph_after, paragraph_with, remove
from support.merged import PLAN, SEPTEMBER, after, reasons, wholly
from support.oracles import ROOT

from reportgen.cli.main import run

Change = Callable[[Document], None]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The provinces' folders, to be written to."""
    for name in ("khanh_hoa", "lao_cai"):
        shutil.copytree(ROOT / "data" / name, tmp_path / name)
    return tmp_path


def indicator(data: Path, code: str) -> str:
    """The row of an indicator."""
    text = (data / "khanh_hoa/2025-09/chi_tieu.csv").read_text("utf-8")
    return next(line for line in text.split("\n") if line.startswith(f"{code},"))


def joined(first: str, second: str) -> Change:
    """Two paragraphs made one by Delete at the end of the first."""

    def change(document: Document) -> None:
        into, taken = (paragraph_with(document, one)._p for one in (first, second))
        for node in list(taken):
            if node.tag != qn("w:pPr"):
                into.append(node)
        taken.getparent().remove(taken)

    return change


def cut(first: str, last: str) -> Change:
    """All from one paragraph to before another taken out."""

    def change(document: Document) -> None:
        start, stop = paragraph_with(document, first)._p, paragraph_with(document, last)._p
        node = start
        while node is not stop:
            following = node.getnext()
            node.getparent().remove(node)
            node = following

    return change


@pytest.mark.parametrize(
    ("where", "words_", "row", "typed"),
    [
        (
            "cấp đổi Thẻ đảng viên",
            ("được cấp 72.671 thẻ", "đã cấp được 72.700 thẻ đảng viên"),
            "the_dang_vien_cap: 72700",
            "đã cấp được {{ ct.the_dang_vien_cap | so }} thẻ đảng viên",
        ),
        (
            "tặng quà người dân",
            ("trên 210 tỉ đồng, đạt 89,57%", "215 tỷ đồng (đạt 90,57%)"),
            "tang_qua_ti_le: 90,57%",
            "{{ ct.tang_qua_so_tien | so }} tỷ đồng (đạt {{ ct.tang_qua_ti_le | ti_le }})",
        ),
        (
            "Hội Nông dân",
            ("Hội Nông dân: 65.181", "Hội Nông dân tỉnh có 65.200 hội viên"),
            "hv_nong_dan: 65200",
            "Hội Nông dân tỉnh có {{ ct.hv_nong_dan | so }} hội viên",
        ),
    ],
)
def test_a_figure_and_the_words_around_it_go_to_their_own_files(
    where: str, words_: tuple[str, str], row: str, typed: str, data: Path
) -> None:
    text = wholly(data / SEPTEMBER, words(where, *words_))
    assert typed in text
    code, value = row.split(": ")
    assert value in indicator(data, code)


@pytest.mark.parametrize("typed", ["72,671", "72 671"])
def test_a_number_in_another_notation_is_the_same_number(typed: str, data: Path) -> None:
    found = after(data / SEPTEMBER, words("cấp đổi Thẻ đảng viên", "72.671", typed))
    assert "cùng một số với “72.671”" in reasons(found)[0]
    assert dict(found.files) == {}


def test_two_paragraphs_of_which_one_has_notes_are_joined_without_losing_them(data: Path) -> None:
    text = wholly(
        data / SEPTEMBER, joined("Triển khai tặng quà người dân", "Triển khai đánh giá, rà soát")
    )
    assert text.count("[^phieu_khao_sat]") == 2
    assert "{{ ct.khao_sat_don_vi | ti_so }}" in text


def test_a_sentence_put_in_elsewhere_takes_its_formulas_along(data: Path) -> None:
    sentence = "; trong đó chi trả qua tài khoản an sinh xã hội trên 14,4 tỷ đồng"
    change = made(
        words("tặng quà người dân", sentence, ""),
        words("được cấp 72.671 thẻ", "thẻ.", f"thẻ{sentence}."),
    )
    text = wholly(data / SEPTEMBER, change)
    assert "thẻ; trong đó chi trả qua tài khoản an sinh xã hội trên {{ ct.tang_qua_an_sinh" in text


def test_a_title_alone_leaves_the_text_below_it_to_the_template(data: Path) -> None:
    change = words("KẾT QUẢ CÁC MẶT CÔNG TÁC", "CÁC MẶT CÔNG TÁC", "CÔNG TÁC")
    text = wholly(data / SEPTEMBER, change)
    assert "  ket_qua:\n    tieu_de: KẾT QUẢ CÔNG TÁC\n\n" in text
    assert "  chi_dao_noi_bat: |\n" in text


def test_a_section_goes_with_the_keys_of_its_inner_blocks(data: Path) -> None:
    change = cut("Về Dịch vụ công (DVC)", "Nhóm tiện ích phát triển kinh tế")
    text = wholly(data / SEPTEMBER, change)
    assert "dich_vu_cong: {bo: true}" in text
    assert "dvc_mien_phi_chu_thich" not in text


def test_a_title_of_the_template_cannot_go_alone_and_it_is_said_what_can_be_done(
    data: Path,
) -> None:
    found = after(data / SEPTEMBER, gone("Chỉ đạo, triển khai thực hiện"))
    assert "chi_dao: {bo: true}" in reasons(found)[0]
    assert dict(found.files) == {}


def test_words_before_the_first_of_the_template_go_to_its_block_for_them(data: Path) -> None:
    def change(document: Document) -> None:
        first = paragraph_with(document, "KẾT QUẢ CÁC MẶT")._p
        node = deepcopy(paragraph_with(document, "Không thay đổi so với")._p)
        first.addprevious(node)
        runs = Paragraph(node, document._body).runs
        runs[0].text = "Ban Chỉ đạo báo cáo như sau:"
        for run_ in runs[1:]:
            run_.text = ""

    assert "mo_dau: |\n    Ban Chỉ đạo báo cáo như sau:" in wholly(data / SEPTEMBER, change)


def test_a_paragraph_of_the_template_moves(data: Path) -> None:
    def change(document: Document) -> None:
        first = paragraph_with(document, "Các sở, ban, ngành đã ban hành các văn bản")._p
        first.addprevious(paragraph_with(document, "UBND các xã, phường tiếp tục duy")._p)

    assert "{{ ct.nhom_lien_thong | dem }} nhóm" in wholly(data / SEPTEMBER, change)


def test_several_lines_of_recipients_change_at_once(data: Path) -> None:
    def change(document: Document) -> None:
        first = paragraph_with(document, "Văn phòng Chính phủ (")
        paragraph_after(first, "- Bộ Tư pháp (để phối hợp);")
        paragraph_after(first, "- Bộ Nội vụ;")
        remove(paragraph_with(document, "- Tòa án nhân dân tỉnh;"))
        words("Lưu:", "VT", "VT, KT")(document)

    text = wholly(data / SEPTEMBER, change)
    lines = "  - Bộ Nội vụ\n  - {ten: Bộ Tư pháp, ghi_chu: để phối hợp}\n  - {ten: Bộ Công an"
    assert lines in text
    assert "- Tòa án nhân dân tỉnh\n" not in text
    assert "luu: VT, KT" in text


def test_a_number_written_in_by_hand_is_taken_over(data: Path) -> None:
    assert "so: 91\n" in wholly(data / PLAN, words("Số:", "Số:", "Số: 91"))


def _tasks(document: Document, number: int):  # type: ignore[no-untyped-def]
    return [one for one in document.tables if "STT" in one.rows[0].cells[0].text][number]


def test_a_column_is_renamed_in_its_csv_file(data: Path) -> None:
    def change(document: Document) -> None:
        _tasks(document, 0).rows[0].cells[2].paragraphs[0].runs[0].text = "Nội dung nhiệm vụ"

    wholly(data / PLAN, change)
    table = data / "khanh_hoa/2025-q4/phu_luc_1.csv"
    assert "\nSTT,Nhóm nhiệm vụ,Nội dung nhiệm vụ,Cơ quan" in table.read_text("utf-8")


def test_a_column_put_in_is_a_column_of_the_csv_file(data: Path) -> None:
    def change(document: Document) -> None:
        table = _tasks(document, 0)
        for number, row in enumerate(table._tbl.iter(qn("w:tr"))):
            cell = deepcopy(list(row.iter(qn("w:tc")))[-1])
            texts = list(cell.iter(qn("w:t")))
            texts[0].text = "Ghi chú" if number == 0 else f"việc {number}"
            for further in texts[1:]:
                further.text = ""
            row.append(cell)
        grid = table._tbl.tblGrid
        grid.append(deepcopy(grid[-1]))

    wholly(data / PLAN, change)
    text = (data / "khanh_hoa/2025-q4/phu_luc_1.csv").read_text("utf-8")
    assert ",Thời hạn,Ghi chú\n" in text
    assert "31/12/2025,việc 1\n" in text


def test_a_column_left_out_stays_in_the_csv_file(data: Path) -> None:
    def change(document: Document) -> None:
        table = _tasks(document, 0)
        for row in table._tbl.iter(qn("w:tr")):
            row.remove(list(row.iter(qn("w:tc")))[-1])
        table._tbl.tblGrid.remove(table._tbl.tblGrid[-1])

    table = data / "khanh_hoa/2025-q4/phu_luc_1.csv"
    before = table.read_bytes()
    text = wholly(data / PLAN, change)
    assert "Nội dung cụ thể, Cơ quan chủ trì, Cơ quan phối hợp]" in text
    assert table.read_bytes() == before


def test_an_appendix_that_the_text_still_names_is_not_dropped_but_told(data: Path) -> None:
    def change(document: Document) -> None:
        titles = [one for one in document.paragraphs if one.text.strip() == "Phụ lục III"]
        node = titles[0]._p
        while node is not None and node.tag != qn("w:sectPr"):
            following = node.getnext()
            node.getparent().remove(node)
            node = following

    found = after(data / PLAN, change)
    assert "văn bản không có Phụ lục III" in reasons(found)[0]


def test_an_appendix_put_in_is_an_item_of_the_list(data: Path) -> None:
    def change(document: Document) -> None:
        like = next(one for one in document.paragraphs if one.text.strip() == "Phụ lục III")
        end = document.element.body[-1]
        for text in ("Phụ lục IV", "BIỂU MẪU BÁO CÁO", "Báo cáo gửi trước ngày 25 hằng tháng."):
            node = deepcopy(like._p)
            texts = list(node.iter(qn("w:t")))
            texts[0].text = text
            for further in texts[1:]:
                further.text = ""
            end.addprevious(node)

    found = after(data / PLAN, change)
    text = (data / PLAN).read_text("utf-8")
    assert reasons(found) == []
    assert "  - tieu_de: BIỂU MẪU BÁO CÁO\n" in text
    assert "Báo cáo gửi trước ngày 25 hằng tháng." in text


def test_what_follows_a_new_title_waits_for_it(data: Path) -> None:
    path = data / SEPTEMBER
    change = made(below("Tiếp tục nghiên cứu các giải pháp", "d) Rà soát thửa đất."))
    assert "###. Rà soát thửa đất." in wholly(path, change)


def test_lines_that_nobody_edited_keep_the_form_that_they_are_typed_in(data: Path) -> None:
    path = data / SEPTEMBER
    typed = path.read_text("utf-8")
    line = next(one for one in typed.split("\n") if "[^phieu_dung_du]: " in one)
    apart = unicodedata.normalize("NFD", line)
    path.write_text(typed.replace(line, apart), "utf-8")
    text = wholly(path, words("Ngày 11/9/2025, Tỉnh ủy", "cuộc họp", "hội nghị"))
    assert apart in text
    assert "tổ chức hội nghị về việc" in text


def _listed(data: Path, change: Change, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    path, word = data / SEPTEMBER, data / "sua.docx"
    word.write_bytes(edited(change))
    run(["merge", str(path), str(word), "--dry-run", *more])
    return capsys.readouterr().out


def test_words_marked_by_hand_are_listed(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def change(document: Document) -> None:
        for one in paragraph_with(document, "Triển khai tặng quà người dân").runs:
            one.font.strike = True
        paragraph_with(document, "Tính đến ngày 04/9/2025").runs[0].font.highlight_color = 7

    told = _listed(data, change, capsys)
    assert "gạch ngang “- Triển khai tặng quà" in told
    assert "tô nền “" in told


def test_a_note_left_out_is_told_by_its_words(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def change(document: Document) -> None:
        paragraph = paragraph_with(document, "Sở Nông nghiệp và Môi trường triển khai")
        mark = next(paragraph._p.iter(qn("w:footnoteReference")))
        mark.getparent().remove(mark)

    assert "bỏ chú thích: “Công văn số 303/UBND-PVHCC.”" in _listed(data, change, capsys)


def test_signs_are_told_with_the_words_around_them(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change = words(
        "Phối hợp với các sở, ban, ngành, UBND cấp xã tham mưu", "phí “0 đồng”", "phí 0 đồng"
    )
    told = _listed(data, change, capsys)
    assert "““0” → “0”" in told


def test_changes_that_are_not_accepted_are_left_and_listed(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def change(document: Document) -> None:
        words("Ngày 11/9/2025, Tỉnh ủy", "cuộc họp", "hội nghị")(document)
        run_ = paragraph_with(document, "Tính đến ngày 04/9/2025").add_run(" Xem lại.")._r
        inserted = document.element.makeelement(
            qn("w:ins"), {qn("w:id"): "7", qn("w:author"): "Chánh Văn phòng"}
        )
        run_.addprevious(inserted)
        inserted.append(run_)

    told = _listed(data, change, capsys, "--only-accepted")
    assert "“cuộc họp” → “hội nghị”" in told
    assert "thêm “ Xem lại.”" in told.replace("“Xem", "“ Xem")
    assert "(Chánh Văn phòng)" in told
    assert "– Chánh Văn phòng" in _listed(data, change, capsys)


def test_comments_are_listed_with_their_place(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def change(document: Document) -> None:
        runs = paragraph_with(document, "Tính đến ngày 04/9/2025").runs
        document.add_comment(runs, text="Kiểm tra lại số", author="Chánh Văn phòng")

    told = _listed(data, change, capsys)
    assert "Chánh Văn phòng về “" in told
    assert "Kiểm tra lại số (" in told
    assert "bao_cao.yaml:28" in told
