"""The words that comments are about, gathered while the body is read (ECMA-376 §17.13.4)."""

from dataclasses import dataclass, field

from reportgen.wordprocessingml.names import Element, integer, local, value


@dataclass(slots=True)
class CommentAnchors:
    """By a comment's id: the paragraph that it begins in, and the words in its range."""

    paragraphs: dict[int, int] = field(default_factory=dict)
    _words: dict[int, list[str]] = field(default_factory=dict)
    _open: set[int] = field(default_factory=set)

    def meet(self, node: Element, paragraph: int) -> None:
        """Take in a w:commentRangeStart, w:commentRangeEnd or w:commentReference."""
        identifier = integer(value(node, "id"))
        if identifier is None:
            return
        if local(node) == "commentRangeEnd":
            self._open.discard(identifier)
            return
        self.paragraphs.setdefault(identifier, paragraph)
        if local(node) == "commentRangeStart":
            self._open.add(identifier)

    def take(self, text: str) -> None:
        """Take in what is printed here."""
        for identifier in self._open:
            self._words.setdefault(identifier, []).append(text)

    def words(self, identifier: int) -> str:
        """The words in a comment's range, paragraphs parted by line feeds."""
        return "".join(self._words.get(identifier, ())).strip()
