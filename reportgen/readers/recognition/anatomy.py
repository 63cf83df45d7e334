"""Which paragraph of a Word file is which component of the decree."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reportgen.document.tree import Document
from reportgen.readers.word.model import WordFile, WordParagraph, WordTable


class Component(StrEnum):
    """The components of Phụ lục I, II and III, by the names that a message calls them."""

    NATIONAL_NAME = "Quốc hiệu"
    MOTTO = "Tiêu ngữ"
    SUPERIOR = "tên cơ quan chủ quản"
    ISSUER = "tên cơ quan ban hành"
    NUMBER = "số, ký hiệu"
    PLACE_AND_DATE = "địa danh và thời gian"
    LETTER_SUBJECT = "trích yếu công văn"
    KIND = "tên loại"
    SUBJECT = "trích yếu"
    PERIOD = "dòng kỳ báo cáo"
    ADDRESSING = "Kính gửi"
    ADDRESSEE = "nơi nhận sau Kính gửi"
    RECIPIENTS_LABEL = "Nơi nhận"
    RECIPIENT = "danh sách nơi nhận"
    AUTHORITY = "quyền hạn người ký"
    POSITION = "chức vụ người ký"
    OFFICIAL_TITLE = "chức vụ khác của người ký"
    SIGNER = "họ tên người ký"
    URGENCY = "dấu chỉ mức độ khẩn"
    CIRCULATION = "chỉ dẫn phạm vi lưu hành"
    DRAFTER = "ký hiệu người soạn thảo"
    ADDRESS = "địa chỉ cơ quan"
    APPENDIX_LABEL = "số của phụ lục"
    APPENDIX_TITLE = "tiêu đề phụ lục"
    ATTACHED_TO = "dòng kèm theo"
    RULE = "đường kẻ"  # a paragraph that is nothing but a typed line of underscores or dashes


class Kind(StrEnum):
    """What a paragraph of the text is."""

    HEADING = "heading"
    NUMBERED = "numbered"  # a khoản or điểm without a title of its own
    PARAGRAPH = "paragraph"
    BASIS = "basis"
    CENTERED = "centered"


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """A paragraph of the body or of an appendix (`appendix` 0: the body; n: the n-th appendix).

    `label` is as printed, typed or automatic; `level` counts from 1 by the order in which label
    styles nest in this document.
    """

    paragraph: WordParagraph
    kind: Kind
    label: str = ""
    level: int = 0
    appendix: int = 0


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of the body or of an appendix (not one that only lays out the letterhead)."""

    table: WordTable
    appendix: int = 0


@dataclass(frozen=True, slots=True)
class Anatomy:
    """`components`: the paragraphs of each, in reading order; one not present is not a key.

    `text`: the body's and the appendices' paragraphs outside tables, in reading order.
    """

    components: Mapping[Component, tuple[WordParagraph, ...]] = field(default_factory=dict)
    text: tuple[TextParagraph, ...] = ()
    tables: tuple[TextTable, ...] = ()

    def of(self, component: Component) -> tuple[WordParagraph, ...]:
        """The component's paragraphs; () where the file has none."""
        return self.components.get(component, ())


@dataclass(frozen=True, slots=True)
class Recognised:
    """A Word file as a document: the tree for its text, the anatomy for its looks."""

    word: WordFile
    document: Document
    anatomy: Anatomy
