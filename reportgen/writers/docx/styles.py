"""The names by which writer and frame know their Word styles."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from reportgen.writers.docx.oxml import Element, w

#: Component of the document tree → name of the paragraph style in the frame, as Word shows it.
#: Names of Word's own styles are the English ones that every edition stores.
PARAGRAPH_STYLES: Mapping[str, str] = MappingProxyType(
    {
        "national_name": "Quốc hiệu",
        "motto": "Tiêu ngữ",
        "superior": "Cơ quan chủ quản",
        "issuer": "Cơ quan ban hành",
        "number": "Số ký hiệu",
        "place_and_date": "Địa danh và thời gian",
        "letter_subject": "Trích yếu công văn",
        "urgency": "Mức độ khẩn",
        "circulation": "Phạm vi lưu hành",
        "kind": "Tên loại",
        "subject": "Trích yếu",
        "period": "Kỳ báo cáo",
        "addressee": "Kính gửi",
        "addressee_item": "Danh sách kính gửi",
        "body": "Body Text",
        "basis": "Căn cứ",
        "centered": "Dòng giữa",
        "presented": "Dòng giới thiệu",
        "heading_1": "heading 1",
        "heading_2": "heading 2",
        "heading_3": "heading 3",
        "heading_4": "heading 4",
        "heading_point": "Điểm có tiêu đề",
        "authority": "Quyền hạn",
        "position": "Chức vụ",
        "signature_room": "Chỗ ký",
        "official_title": "Chức danh",
        "signer": "Họ tên người ký",
        "recipients_label": "Nơi nhận",
        "recipients": "Danh sách nơi nhận",
        "drafter": "Người soạn thảo",
        "address": "Địa chỉ cơ quan",
        "appendix_label": "Phụ lục",
        "appendix_title": "Tiêu đề phụ lục",
        "attached_to": "Kèm theo",
        "page_number": "header",
        "table_header": "Đầu bảng",
        "table": "Ô bảng",
        "footnote": "footnote text",
        "anchor": "Chỗ đặt nội dung",
        "motto_rule": "Đường kẻ Tiêu ngữ",
        "issuer_rule": "Đường kẻ cơ quan",
        "subject_rule": "Đường kẻ trích yếu",
        "appendix_rule": "Đường kẻ phụ lục",
        "address_rule": "Đường kẻ địa chỉ",
    }
)
OTHER_STYLES: Mapping[str, str] = MappingProxyType(
    {
        "footnote_mark": "footnote reference",
        "link": "Hyperlink",
        "grid": "Table Grid",
    }
)
#: What the writer itself sets in any document; the frame may do without the others.
NEEDED = (
    *("anchor", "body", "heading_1", "heading_2", "heading_3", "heading_4", "heading_point"),
    *("table", "table_header", "footnote", "footnote_mark", "link", "grid", "appendix_label"),
    *("appendix_title", "attached_to", "appendix_rule"),
)


class StyleIds:
    """The ids under which one frame keeps the styles (Word may change ids, never names)."""

    def __init__(self, styles: Element) -> None:
        ids = {}
        for style in styles.iter(w("style")):
            name = style.find(w("name"))
            if name is not None:
                ids[(name.get(w("val")) or "").casefold()] = style.get(w("styleId")) or ""
        named = {**PARAGRAPH_STYLES, **OTHER_STYLES}
        self._ids = {
            key: ids[name.casefold()] for key, name in named.items() if name.casefold() in ids
        }

    def __getitem__(self, key: str) -> str:
        return self._ids[key]

    def get(self, key: str) -> str | None:
        """The id, or None where the frame lacks the style."""
        return self._ids.get(key)

    def missing(self, keys: Iterable[str] = NEEDED) -> list[str]:
        """Names of the styles that the frame lacks."""
        named = {**PARAGRAPH_STYLES, **OTHER_STYLES}
        return [named[key] for key in keys if key not in self._ids]
