"""Remarks on a Word file: what a comment says, and the words that it belongs to."""

from dataclasses import dataclass

from reportgen.document.origins import WordPlace


@dataclass(frozen=True, slots=True)
class Remark:
    """`text` is the comment, its paragraphs parted by line feeds.

    It belongs to `quote` in the paragraph at `place`, the one that `before` and `after` stand
    around; to the whole paragraph without a quote; to the first paragraph without a place.
    """

    text: str
    place: WordPlace | None = None
    quote: str = ""
    before: str = ""
    after: str = ""
