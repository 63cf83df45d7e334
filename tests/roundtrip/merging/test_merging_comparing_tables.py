"""Tables and appendices that were edited in Word: rows, cells, columns, the appendix itself."""

from copy import deepcopy

from docx.document import Document
from docx.table import Table as WordTable
from support.drafts import building, draft, edited, paragraph_after, retype

from reportgen.document.inlines import plain_text
from reportgen.document.tree import Table
from reportgen.roundtrip.merging.comparing import compare_with_draft
from reportgen.roundtrip.merging.edits import Edit, EditKind, TargetKind, piece_at

PLAN = "data/khanh_hoa/2025-q4/ke_hoach.yaml"
REPORT = "examples/phu_luc/bao_cao.yaml"


def _table(word: Document) -> WordTable:
    return max(word.tables, key=lambda one: len(one.rows))


def _edits(change, dossier: str = PLAN) -> list[Edit]:  # type: ignore[no-untyped-def]
    data = edited(change, draft(dossier))
    found = compare_with_draft(building(dossier), data, "sửa.docx")
    assert not found.unplaced
    return list(found.edits)


def _cell_texts(edit: Edit) -> list[str]:
    return [plain_text(cell.blocks[0].inlines) for cell in edit.row]


def test_other_words_in_a_cell_are_found_in_its_paragraph() -> None:
    texts: list[str] = []

    def change(word: Document) -> None:
        paragraph = _table(word).rows[4].cells[1].paragraphs[0]
        texts.append(paragraph.text)
        retype(paragraph, paragraph.text, f"{paragraph.text} (bổ sung)")

    (edit,) = _edits(change)
    assert (edit.kind, edit.what) == (EditKind.CHANGED, TargetKind.CELL)
    assert edit.target is not None
    own = piece_at(building(PLAN).document, edit.target.path)
    assert plain_text(own.inlines) == texts[0]  # type: ignore[attr-defined]
    assert plain_text(edit.after) == f"{texts[0]} (bổ sung)"


def test_a_row_put_in_stands_after_the_row_above_it() -> None:
    above: list[str] = []

    def change(word: Document) -> None:
        row = _table(word).rows[4]
        above.append(row.cells[2].text)
        node = deepcopy(row._tr)
        row._tr.addnext(node)
        for cell, text in zip(_table(word).rows[5].cells[2:], ("Việc mới", "Sở A"), strict=False):
            retype(cell.paragraphs[0], cell.paragraphs[0].text, text)

    (edit,) = _edits(change)
    assert (edit.kind, edit.what) == (EditKind.INSERTED, TargetKind.ROW)
    assert edit.target is not None
    assert edit.target.kind is TargetKind.ROW
    assert above[0] in edit.target.text
    assert _cell_texts(edit)[-4:-2] == ["Việc mới", "Sở A"]


def test_a_row_taken_out_is_deleted() -> None:
    gone: list[str] = []

    def change(word: Document) -> None:
        row = _table(word).rows[5]
        gone.append(row.cells[1].text)
        row._tr.getparent().remove(row._tr)

    (edit,) = _edits(change)
    assert (edit.kind, edit.what) == (EditKind.DELETED, TargetKind.ROW)
    assert edit.target is not None
    assert gone[0] in edit.target.text


def test_another_column_makes_it_another_table() -> None:
    def change(word: Document) -> None:
        from docx.shared import Cm

        table = _table(word)
        table.add_column(Cm(2))
        table.rows[2].cells[-1].text = "Ghi chú mới"

    (edit,) = _edits(change)
    assert (edit.kind, edit.what) == (EditKind.CHANGED, TargetKind.TABLE)
    assert isinstance(edit.block, Table)


def test_an_appendix_taken_out_is_deleted_as_a_whole() -> None:
    title = building(REPORT).document.appendices[-1].title

    def change(word: Document) -> None:
        label = building(REPORT).document.appendices[-1].label.casefold()
        node = next(one._p for one in word.paragraphs if one.text.strip().casefold() == label)
        for one in [node, *node.itersiblings()][:-1]:
            word.element.body.remove(one)

    (edit,) = _edits(change, REPORT)
    assert (edit.kind, edit.what) == (EditKind.DELETED, TargetKind.APPENDIX)
    assert edit.target is not None
    assert title in edit.target.text


def test_an_appendix_put_in_comes_as_a_whole() -> None:
    def change(word: Document) -> None:
        last = word.paragraphs[-1]
        for text in ("Phụ lục V", "DANH SÁCH XÃ", "(Kèm theo Báo cáo)", "Xã A đã triển khai xong."):
            last = paragraph_after(last, text)
            last.alignment = 1 if text != "Xã A đã triển khai xong." else 3

    found = _edits(change, REPORT)
    assert [edit.what for edit in found if edit.appendix] == [TargetKind.APPENDIX]
    whole = next(edit.appendix for edit in found if edit.appendix)
    assert whole.title == "DANH SÁCH XÃ"
    assert plain_text(whole.blocks[-1].inlines) == "Xã A đã triển khai xong."  # type: ignore[union-attr]
