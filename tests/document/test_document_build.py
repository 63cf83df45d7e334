"""What stands around the text: letterhead, title, recipients, signature, appendices."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from support.dossiers import HEAD, write_dossier
from tree_text import plain, show

from reportgen.document import build_document
from reportgen.document.tree import Alignment, Document, Signature, Table, Title
from reportgen.dossier import Dossier, load_dossier
from reportgen.drafting.draft import Draft, DraftAppendix, DraftColumn, DraftTable
from reportgen.problems import InputError, Place, Severity

DRAFT = Draft("BÁO CÁO", "Kết quả *thực hiện*", "(Tháng 12/2023)", "Nội dung.", ("I.", "1."))
BLANK = "\u00a0" * 7


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "ho_so"


def _dossier(folder: Path, head: str = HEAD, more: str = "") -> Dossier:
    return load_dossier(write_dossier(folder, head=head, more=more)).dossier


def _document(dossier: Dossier, draft: Draft = DRAFT) -> Document:
    return build_document(dossier, draft).document


def _recipients(document: Document) -> list[str]:
    return [show(line) for line in document.recipients]


def _appendix(title: str = "Kết quả", text: str = "", table: DraftTable | None = None) -> Draft:
    return replace(DRAFT, appendices=(DraftAppendix(title, text, table, landscape=True),))


def test_number_and_date_stand_in_the_letterhead(folder: Path) -> None:
    letterhead = _document(_dossier(folder)).letterhead
    assert letterhead.superior == ("UBND TỈNH KHÁNH HÒA",)
    assert letterhead.issuer == ("TỔ CÔNG TÁC ĐỀ ÁN 06",)
    assert letterhead.number == "Số: 442/BC-TCTĐA06"
    assert letterhead.place_and_date == "Khánh Hòa, ngày 20 tháng 12 năm 2023"


def test_each_line_of_an_agency_name_is_a_line_of_the_letterhead(folder: Path) -> None:
    more = "ghi_de_don_vi:\n  co_quan_ban_hanh: |\n    BAN CHỈ ĐẠO\n    TỈNH KHÁNH HÒA\n"
    letterhead = _document(_dossier(folder, more=more)).letterhead
    assert letterhead.issuer == ("BAN CHỈ ĐẠO", "TỈNH KHÁNH HÒA")


def test_an_agency_may_have_no_superior(folder: Path) -> None:
    more = "ghi_de_don_vi:\n  co_quan_chu_quan:\n"
    assert _document(_dossier(folder, more=more)).letterhead.superior == ()


@pytest.mark.parametrize(("typed", "printed"), [("5", "05"), ("05", "05"), ("12a", "12a")])
def test_a_number_below_ten_has_two_digits(folder: Path, typed: str, printed: str) -> None:
    dossier = _dossier(folder, HEAD.replace("so: 442", f'so: "{typed}"'))
    assert _document(dossier).letterhead.number == f"Số: {printed}/BC-TCTĐA06"


def test_a_missing_number_leaves_room(folder: Path) -> None:
    dossier = _dossier(folder, HEAD.replace("so: 442", "so:"))
    assert _document(dossier).letterhead.number == f"Số:{BLANK}/BC-TCTĐA06"


def test_a_missing_day_leaves_room_before_the_month(folder: Path) -> None:
    dossier = _dossier(folder, HEAD.replace("20/12/2023", "01/2024"))
    expected = f"Khánh Hòa, ngày{BLANK}tháng 01 năm 2024"
    assert _document(dossier).letterhead.place_and_date == expected


def test_without_a_date_day_and_month_are_blank_in_the_year_of_the_period(folder: Path) -> None:
    dossier = _dossier(folder, HEAD.replace("20/12/2023", ""))
    expected = f"Khánh Hòa, ngày{BLANK}tháng{BLANK}năm 2023"
    assert _document(dossier).letterhead.place_and_date == expected


def test_the_title_is_the_drafts(folder: Path) -> None:
    title = _document(_dossier(folder)).title
    assert isinstance(title, Title)
    assert (title.kind, show(title.subject)) == ("BÁO CÁO", "Kết quả <i>thực hiện</i>")
    assert show(title.period) == "(Tháng 12/2023)"


def test_recipients_get_dashes_and_end_marks(folder: Path) -> None:
    assert _recipients(_document(_dossier(folder))) == [
        "- Văn phòng Chính phủ (<i>báo cáo</i>);",
        "- Bộ Công an;",
        "- Lưu: VT, NL.",
    ]


def test_marks_that_were_typed_are_not_doubled(folder: Path) -> None:
    more = (
        "ghi_de_don_vi:\n"
        "  noi_nhan:\n"
        "    - '- Bộ Công an;'\n"
        "    - {ten: 'Văn phòng Chính phủ;', ghi_chu: (*để báo cáo*)}\n"
        "  luu: 'Lưu: VT. ĐT.'\n"
    )
    assert _recipients(_document(_dossier(folder, more=more))) == [
        "- Bộ Công an;",
        "- Văn phòng Chính phủ (<i>để báo cáo</i>);",
        "- Lưu: VT. ĐT.",
    ]


def test_a_document_with_addressees_goes_to_those_as_above_first(folder: Path) -> None:
    more = "kinh_gui: ['- Bộ Công an;', Văn phòng Chính phủ]\n"
    document = _document(_dossier(folder, more=more))
    assert [show(name) for name in document.addressees] == ["Bộ Công an", "Văn phòng Chính phủ"]
    assert _recipients(document)[0] == "- Như trên;"


def test_as_above_stands_once_where_it_was_typed(folder: Path) -> None:
    more = "kinh_gui: Bộ Công an\nghi_de_don_vi:\n  noi_nhan: [Bộ Nội vụ, như trên]\n"
    lines = _recipients(_document(_dossier(folder, more=more)))
    assert lines == ["- Bộ Nội vụ;", "- như trên;", "- Lưu: VT, NL."]


def test_the_signature_has_authority_position_title_and_name(folder: Path) -> None:
    more = "ghi_de_don_vi:\n  nguoi_ky:\n    quyen_han: |\n      TM. UBND\n      TỈNH\n"
    (signature,) = _document(_dossier(folder, more=more)).signatures
    assert signature == Signature(
        ("TM. UBND", "TỈNH"), "TỔ TRƯỞNG", "CHỦ TỊCH UBND TỈNH", "Nguyễn Tấn Tuân"
    )


def test_the_file_says_what_it_is(folder: Path) -> None:
    properties = _document(_dossier(folder)).properties
    assert properties.title == "BÁO CÁO Kết quả thực hiện"
    assert properties.author == "TỔ CÔNG TÁC ĐỀ ÁN 06"
    assert properties.subject == "(Tháng 12/2023)"
    assert properties.created == date(2023, 12, 20)


def test_a_document_without_a_day_is_dated_by_the_end_of_its_period(folder: Path) -> None:
    dossier = _dossier(folder, HEAD.replace("20/12/2023", "12/2023"))
    assert _document(dossier).properties.created == date(2023, 12, 31)


def test_a_single_appendix_has_no_number(folder: Path) -> None:
    (appendix,) = _document(_dossier(folder), _appendix("Kết quả *chung*")).appendices
    assert (appendix.label, appendix.title, appendix.landscape) == (
        "Phụ lục",
        "Kết quả chung",
        True,
    )
    assert appendix.attached_to == (
        "(Kèm theo Báo cáo số 442/BC-TCTĐA06 ngày 20 tháng 12 năm 2023 "
        "của Tổ công tác Đề án 06 tỉnh Khánh Hòa)"
    )


def test_several_appendices_have_roman_numbers(folder: Path) -> None:
    draft = replace(DRAFT, appendices=_appendix().appendices * 4)
    labels = [appendix.label for appendix in _document(_dossier(folder), draft).appendices]
    assert labels == ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"]


def test_an_appendix_of_a_letter_names_it_a_letter(folder: Path) -> None:
    dossier = _dossier(folder, HEAD.replace("so: 442", "so:"))
    (appendix,) = _document(dossier, replace(_appendix(), kind="")).appendices
    assert appendix.attached_to.startswith(f"(Kèm theo Công văn số{BLANK}/BC-TCTĐA06 ngày 20")


def test_labels_begin_anew_and_notes_go_on_in_an_appendix(folder: Path) -> None:
    table = DraftTable((DraftColumn("TT"), DraftColumn("Kết quả[^o]")), (("1", "Ô[^b]\nhai"),))
    draft = replace(
        _appendix(text="# Một[^a]\n\n[^b]: của ô\n\n[^o]: của tiêu đề", table=table),
        body="# Đầu\n\n# Sau^[đầu]\n\n[^a]: của phụ lục",
    )
    document = _document(_dossier(folder), draft)
    (appendix,) = document.appendices
    heading, found = appendix.blocks
    assert heading.label == "I."  # type: ignore[union-attr]
    assert isinstance(found, Table)
    assert show(found.header[0][1].blocks[0].inlines) == "Kết quả{3}"
    assert [show(part.inlines) for part in found.rows[0][1].blocks] == ["Ô{4}", "hai"]
    texts = [plain(note.paragraphs[0].inlines) for note in document.notes]
    assert texts == ["đầu", "của phụ lục", "của tiêu đề", "của ô"]


def test_an_empty_cell_holds_an_empty_paragraph(folder: Path) -> None:
    table = DraftTable((DraftColumn("A"),), (("",), ("\n một\r\n\r\nhai ",)))
    (found,) = _document(_dossier(folder), _appendix(table=table)).appendices[0].blocks
    assert isinstance(found, Table)
    cells = [[show(part.inlines) for part in row[0].blocks] for row in found.rows]
    assert cells == [[""], ["một", "hai"]]


def test_columns_are_as_the_dossier_asks(folder: Path) -> None:
    columns = (DraftColumn("TT", 10.0), DraftColumn("Tên", None, "right"), DraftColumn("Số", 30.0))
    table = DraftTable(columns, (("1", "Sở Y tế", "2"),))
    (found,) = _document(_dossier(folder), _appendix(table=table)).appendices[0].blocks
    assert isinstance(found, Table)
    assert [round(column.width, 6) for column in found.columns] == [0.1, 0.6, 0.3]
    assert [column.alignment for column in found.columns] == [
        Alignment.CENTER,
        Alignment.RIGHT,
        Alignment.CENTER,
    ]


@pytest.mark.parametrize(
    ("draft", "where"),
    [
        (replace(DRAFT, subject="Kết quả^[x]"), "trích yếu"),
        (replace(DRAFT, period="(Tháng 12[^x])"), "dòng kỳ báo cáo"),
        (_appendix("Kết quả^[x]"), "tiêu đề phụ lục"),
    ],
)
def test_a_note_where_none_can_be_is_an_error(folder: Path, draft: Draft, where: str) -> None:
    dossier = _dossier(folder)
    with pytest.raises(InputError) as caught:
        build_document(dossier, draft)
    (problem,) = (one for one in caught.value.problems if one.severity is Severity.ERROR)
    assert problem.code == "GC006"
    assert where in problem.message


def test_a_note_among_the_recipients_is_an_error_in_the_profile(folder: Path) -> None:
    more = "ghi_de_don_vi:\n  noi_nhan: ['Bộ Công an^[x]']\n"
    with pytest.raises(InputError) as caught:
        build_document(_dossier(folder, more=more), DRAFT)
    (problem,) = caught.value.problems
    assert problem.place is not None
    assert problem.place.file.endswith("don_vi.yaml")


def test_every_problem_is_told_at_once_with_its_place(folder: Path) -> None:
    places = {"[^a]": Place("bao_cao.yaml", 7, 12), "Hai": Place("mau/noi_dung.md", 3)}
    draft = replace(DRAFT, body="# Một[^a]\n\n# [I.] Hai\n\n### Ba", locate=places.get)
    with pytest.raises(InputError) as caught:
        build_document(_dossier(folder), draft)
    found = {(problem.code, problem.place) for problem in caught.value.problems}
    assert found == {("GC001", places["[^a]"]), ("DS001", places["Hai"]), ("DS002", None)}


def test_warnings_come_with_the_document(folder: Path) -> None:
    built = build_document(_dossier(folder), replace(DRAFT, body="Một.\n\n[^thừa]: x"))
    assert [problem.code for problem in built.warnings] == ["GC003"]
    assert len(built.document.body) == 1


def test_parts_with_one_label_are_told_at_their_headings_not_where_their_words_stand_first(
    folder: Path,
) -> None:
    body = "Sở Y tế đã báo cáo.\n\n# [I.] Sở Y tế\n\n# [I.] Sở Y tế\n\n#. [I.] Công an\n"
    places = {"Sở Y tế": Place("a.yaml", 1), "# [I.] Sở Y tế": Place("a.yaml", 3)}
    places |= {"Công an": Place("a.yaml", 1), "#. [I.] Công an": Place("a.yaml", 7)}
    built = build_document(_dossier(folder), replace(DRAFT, body=body, locate=places.get))
    assert [str(one.place) for one in built.warnings] == ["a.yaml:3", "a.yaml:7"]


def test_backslashes_in_the_names_of_recipients_are_kept(folder: Path) -> None:
    more = "ghi_de_don_vi:\n  noi_nhan:\n    - {ten: 'A\\B', ghi_chu: 'D:\\x\\'}\n"
    document = _document(_dossier(folder, more=more + "kinh_gui: 'Phòng C\\.D'\n"))
    assert "- A\\B (<i>D:\\x\\</i>);" in _recipients(document)
    assert [plain(line) for line in document.addressees] == ["Phòng C\\.D"]
