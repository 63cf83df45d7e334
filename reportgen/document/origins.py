"""Where a piece of a document came from: a line of a source file, or a paragraph of a Word file."""

from dataclasses import dataclass
from enum import StrEnum

from reportgen.problems import Place


class Story(StrEnum):
    """The texts that a Word file is made of (ECMA-376 §17.2, §17.10, §17.11)."""

    BODY = "thân văn bản"
    FOOTNOTE = "chú thích"
    ENDNOTE = "chú thích cuối"
    HEADER = "đầu trang"
    FOOTER = "chân trang"


@dataclass(frozen=True, slots=True)
class WordPlace:
    """A paragraph of a Word file, as one finds it by counting; all numbers count from 1.

    `paragraph` counts every paragraph of its story in reading order, those of table cells and text
    boxes included. `note` is the number that the note prints; `table`, `row` and `column` say in
    which cell of which outermost table of the story the paragraph stands.
    """

    file: str
    paragraph: int
    story: Story = Story.BODY
    section: int = 1
    note: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return f"{self.file}: {self.position}"

    @property
    def position(self) -> str:
        """The place within its file: `bảng 2, hàng 3, cột 4`, `chú thích 5`, `đoạn 17`."""
        parts = []
        if self.note is not None:
            parts.append(f"{self.story} {self.note}")
        elif self.story is not Story.BODY:
            parts.append(self.story)
        if self.table is not None:
            parts.append(f"bảng {self.table}, hàng {self.row}, cột {self.column}")
        if not parts:
            parts.append(f"đoạn {self.paragraph}")
        if self.section > 1 and self.story is Story.BODY:
            parts.insert(0, f"phần {self.section}")
        return ", ".join(parts)


Origin = Place | WordPlace
