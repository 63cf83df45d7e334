"""Where the characters of the body's paragraphs stand in the XML, for those who mark them there."""

from dataclasses import dataclass

from reportgen.wordprocessingml.names import Element

#: The element that prints something, and the characters that it prints ("" for a note's mark).
Piece = tuple[Element, str]


@dataclass(frozen=True, slots=True)
class TracedParagraph:
    """A paragraph of the body: its w:p (several where the marks between them were deleted).

    The pieces in their order make up the text of the `WordParagraph`; `label` is its label.
    """

    nodes: tuple[Element, ...]
    pieces: tuple[Piece, ...]
    label: str = ""

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.pieces)


#: The paragraphs by their numbers in `WordPlace`.
Trace = dict[int, TracedParagraph]
