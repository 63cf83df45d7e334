"""Edits made in Word to the September draft are found, each as what it is, and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx.document import Document
from support.drafts import (
    add_note,
    building,
    draft,
    edited,
    paragraph_after,
    paragraph_with,
    remove,
    resaved,
    retype,
)
from support.oracles import ROOT

from reportgen.document.inlines import plain_text
from reportgen.problems import InputError
from reportgen.roundtrip.merging.comparing import compare_with_draft
from reportgen.roundtrip.merging.edits import (
    Comparison,
    Edit,
    EditKind,
    TargetKind,
    origin_of,
    piece_at,
)

DOSSIERS = sorted(
    str(path.relative_to(ROOT))
    for folder in ("data", "examples/van_ban", "examples/phu_luc", "examples/chu_thich")
    for path in (ROOT / folder).rglob("*.yaml")
    if path.name != "don_vi.yaml" and path.parent.name not in ("mau", "bao_cao_thang")
)


def compared(data: bytes, dossier: str | None = None) -> Comparison:
    made = building(dossier) if dossier else building()
    return compare_with_draft(made, data, "sửa.docx")


def compared_after(change: Callable[[Document], None]) -> Comparison:
    return compared(edited(change))


def the_edit(change: Callable[[Document], None]) -> Edit:
    found = compared_after(change)
    assert not found.unplaced
    (edit,) = found.edits
    return edit


def after(edit: Edit) -> str:
    return plain_text(edit.after)


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_a_draft_that_nobody_touched_has_no_edit(dossier: str) -> None:
    found = compared(draft(dossier), dossier)
    assert (found.edits, found.unplaced, found.remarks) == ((), (), ())
    assert found.common == 1


def test_saving_in_libreoffice_is_no_edit(tmp_path: Path) -> None:
    names = {dossier.replace("/", "_"): dossier for dossier in DOSSIERS}
    saved = resaved({name: draft(dossier) for name, dossier in names.items()}, tmp_path)
    for name, dossier in names.items():
        found = compared(saved[name], dossier)
        assert (found.edits, found.unplaced) == ((), ()), dossier


@dataclass(frozen=True)
class Try:
    """Words of the September draft, and what somebody types in their place."""

    where: str
    old: str
    new: str
    path: str


TRIES = [
    Try("Tính đến ngày 04/9/2025 đã có", "64/64", "63/64", "body.4"),
    Try("ban hành Kế hoạch số 2943", "2943/KH-UBND", "2944/KH-UBND", "body.5"),
    Try("Không thay đổi so với", "Không thay đổi", "Về cơ bản không thay đổi", "body.35"),
    Try("Tiếp tục nghiên cứu các giải pháp", "100%", "95%", "body.52"),
    Try("KHÓ KHĂN, VƯỚNG MẮC", "VÀ KIẾN NGHỊ, ĐỀ XUẤT", "VÀ ĐỀ XUẤT", "body.34"),
    Try("Số: 87/BC-BCĐ", "87", "91", "letterhead.number"),
    Try("ngày 19 tháng 9 năm 2025", "19", "22", "letterhead.place_and_date"),
    Try("(Từ ngày 16/8/2025", "15/9/2025", "14/9/2025", "title.period"),
    Try("tầm nhìn đến năm 2030", "Kết quả triển khai", "Kết quả", "title.subject"),
    Try("- Tòa án nhân dân tỉnh", "Tòa án nhân dân", "Viện kiểm sát nhân dân", "recipients.9"),
    Try("Nguyễn Khắc Toàn", "Nguyễn Khắc Toàn", "Trần Văn B", "signatures.0.name"),
    Try("TRƯỞNG BAN", "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "signatures.0.position"),
]


@pytest.mark.parametrize("one", TRIES, ids=lambda one: one.path)
def test_other_words_are_found_in_their_piece(one: Try) -> None:
    edit = the_edit(lambda word: retype(paragraph_with(word, one.where), one.old, one.new))
    assert edit.kind is EditKind.CHANGED
    assert edit.target is not None
    assert edit.target.name == one.path
    assert plain_text(edit.before).replace(one.old, one.new) == after(edit)
    for piece in edit.pieces:
        assert plain_text(edit.before)[piece.start : piece.end] == piece.before
        assert after(edit)[piece.first : piece.last] == piece.after
    document = building().document
    assert piece_at(document, edit.target.path) is not None
    assert origin_of(document, edit.target) is not None


def test_a_figure_that_gave_way_to_another_is_told_with_its_span() -> None:
    edit = the_edit(
        lambda word: retype(paragraph_with(word, "Đến nay, trên địa bàn"), "1.780", "1.781")
    )
    ((figure),) = edit.figures
    assert (figure.before, figure.after) == ("1.780", "1.781")
    assert plain_text(edit.before)[figure.start : figure.end] == "1.780"


def test_what_nobody_touched_keeps_its_looks_and_notes() -> None:
    edit = the_edit(
        lambda word: retype(paragraph_with(word, "Văn phòng Chính phủ ("), "Văn phòng", "VP")
    )
    assert [getattr(one, "italic", False) for one in edit.after] == [False, True, False]
    noted = next(
        index
        for index, one in enumerate(building().document.body)
        if "1.780" in plain_text(getattr(one, "inlines", ()))
    )
    edit = the_edit(lambda word: retype(paragraph_with(word, "1.780 TTHC"), "1.780", "9"))
    assert edit.target is not None
    assert edit.target.path == ("body", noted)
    marks = [one for one in edit.before if hasattr(one, "number")]
    assert [one for one in edit.after if hasattr(one, "number")] == marks


def test_a_new_paragraph_stands_after_its_neighbour() -> None:
    edit = the_edit(
        lambda word: paragraph_after(paragraph_with(word, "64/64"), "- Đã họp 02 lần.") and None
    )
    assert (edit.kind, edit.what) == (EditKind.INSERTED, TargetKind.PARAGRAPH)
    assert edit.target is not None
    assert (edit.container, edit.target.path) == (("body",), ("body", 4))
    assert after(edit) == "- Đã họp 02 lần."


def test_labels_that_follow_from_a_new_point_are_no_edits() -> None:
    letters = "abcdđegh"

    def change(word: Document) -> None:
        first = "a) Tiếp tục chỉ đạo quyết liệt"
        paragraph = paragraph_with(word, first)
        node = paragraph._p
        following = []
        for _ in range(7):
            node = node.getnext()
            following.append(node)
        for node, old, new in zip(following, letters[1:], letters[2:] + "i", strict=True):
            text = next(one for one in node.iter() if one.tag.endswith("}t") and one.text)
            assert text.text.startswith(f"{old})")
            text.text = f"{new})" + text.text[2:]
        paragraph_after(paragraph, "b) Rà soát lại toàn bộ nhiệm vụ quá hạn.")

    edit = the_edit(change)
    assert edit.kind is EditKind.INSERTED
    assert after(edit) == "Rà soát lại toàn bộ nhiệm vụ quá hạn."
    assert getattr(edit.block, "label", "") == "b)"


def test_a_new_note_comes_with_its_text_and_leaves_the_others_alone() -> None:
    note = "Báo cáo số 15/BC-CAT ngày 10/9/2025 của Công an tỉnh."
    edit = the_edit(lambda word: add_note(word, paragraph_with(word, "64/64"), note))
    assert edit.kind is EditKind.CHANGED
    assert edit.pieces == ()
    (new,) = edit.notes
    assert new.number == len(building().document.notes) + 1
    assert plain_text(new.paragraphs[0].inlines) == note
    numbers = [getattr(one, "number", None) for one in edit.after]
    assert numbers[-1] == new.number


def test_a_note_that_was_changed_is_told_as_a_note() -> None:
    first = plain_text(building().document.notes[3].paragraphs[0].inlines)
    old, new = "57-CV/ĐU", "58-CV/ĐU"
    assert old in first

    def change(word: Document) -> None:
        part = next(
            one.target_part for one in word.part.rels.values() if one.reltype.endswith("/footnotes")
        )
        assert part.blob.decode().count(old) == 1
        part._blob = part.blob.decode().replace(old, new).encode()

    edit = the_edit(change)
    assert edit.target is not None
    assert (edit.what, edit.target.path) == (TargetKind.NOTE, ("notes", 3, "paragraphs", 0))
    assert after(edit) == first.replace(old, new)


def test_a_paragraph_that_is_gone_is_deleted_with_its_notes() -> None:
    edit = the_edit(lambda word: remove(paragraph_with(word, "Triển khai cao điểm 90 ngày")))
    assert edit.kind is EditKind.DELETED
    assert edit.target is not None
    assert edit.target.path == ("body", 7)


def test_a_paragraph_at_another_place_is_moved() -> None:
    def change(word: Document) -> None:
        moved, below = (paragraph_with(word, one) for one in ("64/64", "80 năm Cách mạng"))
        below._p.addnext(moved._p)

    edit = the_edit(change)
    assert edit.kind is EditKind.MOVED
    assert edit.target is not None
    assert edit.destination is not None
    assert (edit.target.path, edit.destination.path) == (("body", 4), ("body", 8))


def test_words_made_bold_are_a_change_of_looks_only() -> None:
    def change(word: Document) -> None:
        run = paragraph_with(word, "Không thay đổi so với").runs[-1]
        run.bold = True

    edit = the_edit(change)
    assert edit.emphasis_only
    assert edit.pieces == ()
    assert all(getattr(one, "bold", True) for one in edit.after)


def test_a_paragraph_cut_in_two_is_changed_and_the_rest_put_in() -> None:
    def change(word: Document) -> None:
        paragraph = paragraph_with(word, "a) Tiếp tục chỉ đạo quyết liệt")
        whole = paragraph.text
        at = whole.index(". Đẩy mạnh") + 1
        retype(paragraph, whole[at:], "")
        paragraph_after(paragraph, whole[at:].strip())

    found = compared_after(change)
    assert [edit.kind for edit in found.edits] == [EditKind.CHANGED, EditKind.INSERTED]
    assert found.edits[0].target == found.edits[1].target
    assert after(found.edits[1]).startswith("Đẩy mạnh")


def test_recipients_come_and_go_one_by_one() -> None:
    def change(word: Document) -> None:
        paragraph_after(paragraph_with(word, "- Tòa án nhân dân tỉnh"), "- Báo Khánh Hòa;")
        remove(paragraph_with(word, "- Thuế tỉnh, Bảo hiểm"))

    found = compared_after(change)
    assert [(edit.kind, edit.container) for edit in found.edits] == [
        (EditKind.INSERTED, ("recipients",)),
        (EditKind.DELETED, ("recipients",)),
    ]
    put_in, gone = found.edits
    assert after(put_in) == "Báo Khánh Hòa"
    assert put_in.target is not None
    assert gone.target is not None
    assert (put_in.target.path, gone.target.path) == (("recipients", 9), ("recipients", 8))


def test_blanks_and_encodings_are_no_edits() -> None:
    import unicodedata

    def change(word: Document) -> None:
        paragraph = paragraph_with(word, "64/64")
        retype(paragraph, "đã có", "đã\u00a0có ")
        text = paragraph_with(word, "Không thay đổi so với")
        for run in text.runs:
            run.text = unicodedata.normalize("NFD", run.text)

    assert compared_after(change).edits == ()


def test_quotes_that_somebody_typed_are_an_edit() -> None:
    old, new = "“chìa khoá số”", '"chìa khoá số"'
    edit = the_edit(lambda word: retype(paragraph_with(word, "chìa khoá số"), old, new))
    assert [(one.before, one.after) for one in edit.pieces] == [("“", '"'), ("”", '"')]


def test_lines_of_the_frame_are_listed_and_not_lost() -> None:
    found = compared_after(
        lambda word: retype(paragraph_with(word, "Độc lập - Tự do"), "Hạnh phúc", "HẠNH PHÚC")
    )
    assert found.edits == ()
    (one,) = found.unplaced
    assert "HẠNH PHÚC" in one.after


def test_another_document_is_no_edit_of_this_one() -> None:
    other = draft("data/khanh_hoa/2025-q4/ke_hoach.yaml")
    with pytest.raises(InputError) as raised:
        compared(other)
    assert [one.code for one in raised.value.problems] == ["HN001"]


def test_comments_are_remarks_at_their_pieces_and_ours_are_left_out() -> None:
    def change(word: Document) -> None:
        run = paragraph_with(word, "64/64").runs[0]
        word.add_comment(run, text="Rà lại số xã", author="Chánh Văn phòng", initials="CVP")
        word.add_comment(run, text="TT001", author="reportgen", initials="RG")

    found = compared_after(change)
    assert found.edits == ()
    (remark,) = found.remarks
    assert (remark.author, remark.text) == ("Chánh Văn phòng", "Rà lại số xã")
    assert remark.target is not None
    assert remark.target.path == ("body", 4)
    assert remark.anchor


def test_tracked_changes_count_unless_only_what_is_accepted_is_asked_for() -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    by = f'{nsdecls("w")} w:id="900" w:author="Chánh Văn phòng" w:date="2025-09-20T08:00:00Z"'

    def change(word: Document) -> None:
        paragraph = paragraph_with(word, "Không thay đổi so với")
        run = "<w:r><w:t xml:space='preserve'> Đề nghị rà soát.</w:t></w:r>"
        paragraph._p.append(parse_xml(f"<w:ins {by}>{run}</w:ins>"))
        retype(paragraph_with(word, "64/64"), "64/64", "63/64")

    data = edited(change)
    found = compared(data)
    assert [edit.tracked.author if edit.tracked else None for edit in found.edits] == [
        None,
        "Chánh Văn phòng",
    ]
    only = compare_with_draft(building(), data, "sửa.docx", only_accepted=True)
    assert [edit.target and edit.target.name for edit in only.edits] == ["body.4"]
    assert [(one.text.strip(), one.tracked.author) for one in only.pending] == [
        ("Đề nghị rà soát.", "Chánh Văn phòng")
    ]
