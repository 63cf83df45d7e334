"""What an office chief does to the September draft: thirty edits of five kinds, made in Word."""

from collections.abc import Callable

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from support.drafts import add_note, paragraph_after, paragraph_with, remove, retype

Change = Callable[[Document], None]


def words(where: str, old: str, new: str) -> Change:
    """Other words in a paragraph."""
    return lambda document: retype(paragraph_with(document, where), old, new)


def below(where: str, text: str) -> Change:
    """A new paragraph."""
    return lambda document: (paragraph_after(paragraph_with(document, where), text), None)[1]


def noted(where: str, text: str) -> Change:
    """A new footnote at a paragraph's end."""
    return lambda document: add_note(document, paragraph_with(document, where), text)


def gone(where: str) -> Change:
    """A paragraph taken out."""
    return lambda document: remove(paragraph_with(document, where))


def in_note(where: str, old: str, new: str) -> Change:
    """Other words in a footnote."""

    def change(document: Document) -> None:
        part, root = _footnotes(document)
        for node in root.iter(qn("w:p")):
            paragraph = Paragraph(node, document._body)
            if where in paragraph.text:
                retype(paragraph, old, new)
                _store(part, root)
                return
        raise LookupError(where)

    return change


def note_gone(where: str) -> Change:
    """A footnote taken out, mark and all."""

    def change(document: Document) -> None:
        part, root = _footnotes(document)
        for note in root.iter(qn("w:footnote")):
            if where in "".join(note.itertext()):
                number = note.get(qn("w:id"))
                note.getparent().remove(note)
                _store(part, root)
                for mark in list(document.element.body.iter(qn("w:footnoteReference"))):
                    if mark.get(qn("w:id")) == number:
                        mark.getparent().remove(mark)
                return
        raise LookupError(where)

    return change


def tidied(document: Document) -> None:
    """Footnotes in reading order, those without a mark left out: so Word saves them.

    LibreOffice goes by their order in the file, whatever their numbers.
    """
    part, root = _footnotes(document)
    notes = {one.get(qn("w:id")): one for one in root.iter(qn("w:footnote"))}
    marks = list(document.element.body.iter(qn("w:footnoteReference")))
    first = max(int(number) for number, one in notes.items() if one.get(qn("w:type")) is not None)
    for note in notes.values():
        if note.get(qn("w:type")) is None:
            root.remove(note)
    for count, mark in enumerate(marks, first + 1):
        note = notes[mark.get(qn("w:id"))]
        root.append(note)
        note.set(qn("w:id"), str(count))
        mark.set(qn("w:id"), str(count))
    _store(part, root)


def made(*changes: Change) -> Change:
    """The changes one after the other, saved as Word does."""

    def change(document: Document) -> None:
        for one in changes:
            one(document)
        tidied(document)

    return change


def _footnotes(document: Document):  # type: ignore[no-untyped-def]
    part = next(
        one.target_part for one in document.part.rels.values() if one.reltype.endswith("/footnotes")
    )
    return part, parse_xml(part.blob)


def _store(part, root) -> None:  # type: ignore[no-untyped-def]
    from lxml import etree

    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


WORDS: dict[str, Change] = {
    "a word of the month's text": words("Tỉnh ủy Khánh Hòa tổ chức", "cuộc họp", "hội nghị"),
    "words beside a formula": words("cấp đổi Thẻ đảng viên", "đã thu nhận và truyền", "đã truyền"),
    "a word of the template": words("UBND các xã, phường tiếp tục", "duy trì rà soát", "rà soát"),
    "a word of a block in a line": words("Kiosk khám sức khỏe tự phục vụ", "Đã triển khai", "Có"),
    "a word of a note": in_note("Nghiêm Xuân Thành", "Chủ trì hội nghị", "Chủ trì cuộc họp"),
    "a title": words("Sở Khoa học và Công nghệ", "Sở Khoa học và Công nghệ", "Sở KH&CN chủ trì"),
}
FIGURES: dict[str, Change] = {
    "a number": words("cấp đổi Thẻ đảng viên", "72.671", "72.700"),
    "a count": words("triển khai thực hiện 02 nhóm", "02 nhóm", "03 nhóm"),
    "a rate that is given": words("tặng quà người dân", "89,57%", "89,75%"),
    "a number with decimals": words("tặng quà người dân", "14,4 tỷ", "15,2 tỷ"),
    "a number in a note": in_note("tổng số lượt khai thác", "787.293", "787.300"),
    "a number of a list": words("Hội Nông dân", "65.181", "65.200"),
}
PARAGRAPHS: dict[str, Change] = {
    "after the month's text": below(
        "Triển khai đánh giá, rà soát thủ tục",
        "- Tổ chức tập huấn cho cán bộ xã, phường về nền tảng số *mới* trong tháng 9.",
    ),
    "between two points": below(
        "Duy trì đảm bảo 100% lãnh đạo", "Rà soát việc cấp chữ ký số cho cán bộ cấp xã."
    ),
    "after a point of the template": below(
        "UBND các xã, phường tiếp tục", "Các thôn, tổ dân phố đã có Tổ công nghệ số cộng đồng."
    ),
    "within a section of the template": below(
        "Đã đưa vào khai thác sử dụng", "- Kho dữ liệu được sao lưu hằng ngày."
    ),
    "after a text that stands for one paragraph": below(
        "Không thay đổi so với các kỳ", "Đề nghị Bộ Công an sớm hướng dẫn cấp xã."
    ),
    "at the end of the last section": below(
        "Phối hợp với các sở, ban, ngành, UBND cấp xã", "Báo cáo kết quả trước ngày 30/9/2025."
    ),
}
NOTES: dict[str, Change] = {
    "to the month's text": noted("Tính đến ngày 04/9/2025", "Báo cáo số 12/BC-SNV ngày 03/9/2025."),
    "to a point": noted("Hoàn thiện Hệ thống dữ liệu đất đai", "Theo Kế hoạch số 3992/KH-UBND."),
    "to a sentence of the template": noted(
        "UBND các xã, phường tiếp tục", "Số liệu đến ngày 15/9/2025."
    ),
    "to a list of the template": noted("Hội Nông dân", "Theo báo cáo của các hội."),
    "to a title": noted("Sở Xây dựng", "Công văn số 15/SXD-VP ngày 02/9/2025."),
    "beside another note": noted(
        "Triển khai rà soát thống kê", "Số liệu tháng 8/2025, tháng 9/2025."
    ),
}
DELETIONS: dict[str, Change] = {
    "a paragraph of the month": gone("Triển khai tặng quà người dân"),
    "a point": gone("Duy trì đảm bảo 100% lãnh đạo"),
    "a paragraph with its notes": gone("Tỉnh ủy Khánh Hòa tổ chức cuộc họp"),
    "a paragraph of the template": gone("UBND các xã, phường tiếp tục"),
    "a note": note_gone("303/UBND-PVHCC"),
    "a note of the template": note_gone("Đã cập nhật 4.116 tài khoản"),
}
KINDS: dict[str, dict[str, Change]] = {
    "word": WORDS,
    "figure": FIGURES,
    "paragraph": PARAGRAPHS,
    "note": NOTES,
    "deletion": DELETIONS,
}
EDITS: dict[str, Change] = {
    f"{kind}: {name}": made(change)
    for kind, edits in KINDS.items()
    for name, change in edits.items()
}
