"""Components that only some kinds have: a letter's subject, markings, several signatures."""

from dataclasses import replace
from pathlib import Path

import pytest
from support.dossiers import HEAD, write_dossier
from tree_text import show

from reportgen.document import build_document
from reportgen.document.tree import Document, Markings, Table
from reportgen.dossier import KINDS, load_dossier
from reportgen.drafting.draft import Draft, DraftAppendix, DraftColumn, DraftTable
from reportgen.problems import InputError

DRAFT = Draft("BÁO CÁO", "tăng tốc *Đề án 06*", "", "Nội dung.", ("I.", "1."))
BLANK = "\u00a0" * 7
OFFICE = "ghi_de_don_vi: {ky_hieu: , viet_tat: UBND}\n"


def _document(folder: Path, kind: str, more: str = OFFICE, head: str = HEAD) -> Document:
    form = KINDS[kind]
    dossier = load_dossier(write_dossier(folder, head=head, more=more)).dossier
    draft = replace(DRAFT, kind="" if form.letter else form.name, form=form)
    return build_document(dossier, draft).document


def test_a_letter_has_its_subject_under_the_number_and_no_title(tmp_path: Path) -> None:
    document = _document(tmp_path, "cong_van", OFFICE + "linh_vuc: KGVX\n")
    assert document.letterhead.number == "Số: 442/UBND-KGVX"
    assert show(document.letterhead.subject) == "V/v tăng tốc <i>Đề án 06</i>"
    assert (document.title.kind, document.title.subject) == ("", ())
    assert document.properties.title == "CÔNG VĂN tăng tốc Đề án 06"


def test_on_is_not_said_twice(tmp_path: Path) -> None:
    form = KINDS["cong_van"]
    dossier = load_dossier(write_dossier(tmp_path, more=OFFICE + "linh_vuc: VX\n")).dossier
    draft = replace(DRAFT, kind="", form=form, subject="V/v nâng lương")
    assert show(build_document(dossier, draft).document.letterhead.subject) == "V/v nâng lương"


def test_a_named_kind_has_its_subject_in_the_title(tmp_path: Path) -> None:
    document = _document(tmp_path, "to_trinh")
    assert document.letterhead.number == "Số: 442/TTr-UBND"
    assert document.letterhead.subject == ()
    assert show(document.title.subject) == "tăng tốc <i>Đề án 06</i>"


def test_a_record_is_not_dated_in_its_letterhead_and_signed_by_two(tmp_path: Path) -> None:
    more = "chu_ky:\n  - {chuc_vu: THƯ KÝ, ho_ten: A}\n  - {chuc_vu: CHỦ TỌA, ho_ten: B}\n"
    document = _document(tmp_path, "bien_ban", OFFICE + more)
    assert document.letterhead.place_and_date == ""
    signed = [(one.position, one.name) for one in document.signatures]
    assert signed == [("THƯ KÝ", "A"), ("CHỦ TỌA", "B")]


def test_a_personal_letter_bears_no_number(tmp_path: Path) -> None:
    assert _document(tmp_path, "thu_cong").letterhead.number == ""


def test_a_rank_stands_before_the_name(tmp_path: Path) -> None:
    more = (
        "ghi_de_don_vi:\n  ky_hieu: TTr-CAT\n  cho_phep_cap_bac: có\n"
        "  nguoi_ky: {cap_bac: Đại tá}\n"
    )
    (signature,) = _document(tmp_path, "to_trinh", more).signatures
    assert signature.name == "Đại tá Nguyễn Tấn Tuân"


def test_without_period_and_date_the_year_is_blank_too(tmp_path: Path) -> None:
    document = _document(tmp_path, "to_trinh", head="mau: don_gian\n")
    assert document.letterhead.place_and_date == f"Khánh Hòa, ngày{BLANK}tháng{BLANK}năm{BLANK}"
    assert document.properties.created is None


@pytest.mark.parametrize(
    ("more", "markings"),
    [
        ("", Markings()),
        ("khan: hoa_toc\n", Markings(urgency="HỎA TỐC")),
        ("pham_vi: Lưu hành nội bộ\n", Markings(circulation=("LƯU HÀNH NỘI BỘ",))),
        ("nguoi_soan_thao: PL.\nso_ban: 300\n", Markings(drafter="PL.(300)")),
        ("nguoi_soan_thao: PL\n", Markings(drafter="PL.")),
        ("dia_chi: 'Số 1 Trần Phú'\n", Markings(address=("Số 1 Trần Phú",))),
    ],
)
def test_markings_are_printed_as_the_decree_writes_them(
    tmp_path: Path, more: str, markings: Markings
) -> None:
    assert _document(tmp_path, "to_trinh", OFFICE + more).markings == markings


def test_merged_cells_span_their_rows_and_covered_ones_are_left_out(tmp_path: Path) -> None:
    table = DraftTable(
        (DraftColumn("STT"), DraftColumn("Việc")),
        (("1", "A"), ("", "B"), ("2", "C")),
        spans=((2, 1), (0, 1), (1, 1)),
    )
    dossier = load_dossier(write_dossier(tmp_path)).dossier
    draft = replace(DRAFT, appendices=(DraftAppendix("", "", table, landscape=False),))
    (found,) = build_document(dossier, draft).document.appendices[0].blocks
    assert isinstance(found, Table)
    assert [
        [(show(cell.blocks[0].inlines), cell.row_span) for cell in row] for row in found.rows
    ] == [[("1", 2), ("A", 1)], [("B", 1)], [("2", 1), ("C", 1)]]


def test_a_note_among_the_dossiers_own_recipients_is_told_there(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        _document(tmp_path, "to_trinh", OFFICE + "noi_nhan: ['Bộ Công an^[x]']\n")
    (problem,) = caught.value.problems
    assert problem.place is not None
    assert problem.place.file.endswith("bao_cao.yaml")
