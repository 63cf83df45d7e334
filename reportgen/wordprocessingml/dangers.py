"""What a Word file must not carry: things that run, and things that are fetched from elsewhere.

Files to be read are held to the relationships and the fields that start programs; frames, which
are filled and sent out again, to all of it.
"""

from collections.abc import Collection, Iterator, Mapping

from reportgen.wordprocessingml.names import Element, w

#: Relationships to what runs, or to text that stands elsewhere, and what it is called
#: (ECMA-376 §15.2).
DANGEROUS_KINDS: Mapping[str, str] = {
    "oleObject": "đối tượng nhúng (OLE)",
    "control": "nút điều khiển ActiveX",
    "aFChunk": "một tệp khác được ghép vào (altChunk)",
    "subDocument": "văn bản con nằm ở tệp khác",
    "frame": "khung trang lấy từ tệp khác",
    "vbaProject": "macro",
    "wordVbaData": "macro",
}
#: What a file to be read may have, since nothing of it is used, and a frame has no need of.
USELESS_KINDS: Mapping[str, str] = {
    "package": "tệp nhúng",
    "attachedToolbars": "thanh công cụ kèm macro",
    "keyMapCustomizations": "phím tắt kèm macro",
    "webextensiontaskpanes": "tiện ích (web add-in)",
    "extensibility": "giao diện riêng của Word",
    "userCustomization": "giao diện riêng của Word",
}
#: Fields that start a program, and fields that bring what another file holds (§17.16.5).
STARTING_FIELDS = frozenset({"DDE", "DDEAUTO"})
FETCHING_FIELDS = STARTING_FIELDS | {
    *("INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "EMBED", "DATABASE", "RD"),
    *("MACROBUTTON", "ASK", "FILLIN", "AUTOTEXT", "AUTOTEXTLIST"),
}
_OUTSIDE: Mapping[str, str] = {
    "attachedTemplate": "tệp mẫu gắn kèm ở ngoài tệp (attachedTemplate)",
    "image": "hình liên kết ở ngoài tệp (image)",
}
_HINTS: Mapping[str, str] = {
    "attachedTemplate": "mở bằng Word, thẻ Nhà phát triển (Developer) > Mẫu tài liệu (Document "
    "Template), xoá đường dẫn ở ô mẫu rồi lưu lại",
    "image": "mở bằng Word, vào Tệp > Thông tin > Chỉnh sửa liên kết tới tệp > Ngắt liên kết, rồi "
    "lưu lại",
    "oleObject": "mở bằng Word, cắt đối tượng rồi dán lại dạng hình (Dán đặc biệt > Picture); đối "
    "tượng liên kết thì Tệp > Thông tin > Chỉnh sửa liên kết tới tệp > Ngắt liên kết",
    "aFChunk": "mở bằng Word rồi lưu lại dạng .docx: nội dung ghép sẽ thành của chính văn bản",
}
_HINT = "mở bằng Word, xoá phần đó rồi lưu lại dạng .docx"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def dangerous_relations(
    relations: Element, kinds: Mapping[str, str] = DANGEROUS_KINDS
) -> Iterator[tuple[str, str, str]]:
    """What a part (its relationships) refers to that runs or lies outside: name, target, hint.

    Web addresses and files that a reader must click (hyperlinks) are none.
    """
    for relation in relations.iter(_RELATION):
        kind = (relation.get("Type") or "").rpartition("/")[2]
        target = relation.get("Target") or ""
        outside = (relation.get("TargetMode") or "").casefold() == "external" or "://" in target
        if kind in kinds:
            yield kinds[kind], target, _HINTS.get(kind, _HINT)
        elif outside and kind != "hyperlink":
            what = _OUTSIDE.get(kind, f"nội dung lấy ở ngoài tệp ({kind})")
            yield what, target, _HINTS.get(kind, _HINT)


def fields_of(root: Element, names: Collection[str]) -> Iterator[str]:
    """The fields of those names in a part, by their names, however the instruction is cut up."""
    for instruction in _instructions(root):
        words = instruction.replace('"', " ").upper().split()
        yield from (word for word in words[:1] if word in names)


def _instructions(root: Element) -> Iterator[str]:
    open_ones: list[list[str]] = []
    for node in root.iter(w("fldChar"), w("instrText"), w("delInstrText"), w("fldSimple")):
        kind = node.get(w("fldCharType"))
        if node.tag == w("fldSimple"):
            yield node.get(w("instr")) or ""
        elif kind == "begin":
            open_ones.append([])
        elif kind is None and open_ones:
            open_ones[-1].append(node.text or "")
        elif kind is None:
            yield node.text or ""
        elif kind == "end" and open_ones:
            yield "".join(open_ones.pop())
    yield from ("".join(pieces) for pieces in open_ones)
