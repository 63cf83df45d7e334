"""Where in the body of a Word file the comment for a remark is to stand."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from reportgen.document.origins import Story, WordPlace
from reportgen.readers.word.model import NoteKind, WordNote, paragraphs_of
from reportgen.readers.word.tracing import Trace, TracedParagraph
from reportgen.wordprocessingml.names import Element, integer, value, w
from reportgen.writers.docx.quotes import Span, find_quote
from reportgen.writers.docx.ranges import MarkedParagraph
from reportgen.writers.docx.remarks import Remark

#: Sets the mark that opens a comment's range and those that close it.
Mark = Callable[[Element, list[Element]], None]

_REFERENCES = {
    w("footnoteReference"): NoteKind.FOOTNOTE,
    w("endnoteReference"): NoteKind.ENDNOTE,
}


@dataclass(frozen=True, slots=True)
class Anchor:
    """`at_words`: the range is that of the remark's words, not of what is nearest to them."""

    mark: Mark
    at_words: bool


@dataclass(slots=True)
class Anchors:
    """The body's paragraphs, and the marks of its notes, as comments are set in them.

    `trace` has one paragraph at least.
    """

    trace: Trace
    notes: Iterable[WordNote]
    _marked: dict[int, MarkedParagraph] = field(default_factory=dict)
    _references: dict[tuple[NoteKind, int], tuple[int, Element]] = field(default_factory=dict)
    _of_notes: dict[tuple[Story, int], tuple[NoteKind, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, traced in self.trace.items():
            for node, _ in traced.pieces:
                if (kind := _REFERENCES.get(str(node.tag))) is not None:
                    key = kind, integer(value(node, "id")) or 0
                    self._references.setdefault(key, (number, node))
        for note in self.notes:
            for paragraph in paragraphs_of(note.blocks):
                place = paragraph.place
                self._of_notes[place.story, place.paragraph] = note.kind, note.id

    def of(self, remark: Remark) -> Anchor:
        """At its words; else at its paragraph, its note's mark, or the first paragraph."""
        place = remark.place
        if place is not None and place.story is Story.BODY and place.paragraph in self.trace:
            return self._in_paragraph(place.paragraph, remark)
        if place is not None and (found := self._reference(place)) is not None:
            number, node = found
            paragraph = self._paragraph(number)
            return Anchor(lambda *marks: paragraph.mark_element(node, *marks), at_words=False)
        return Anchor(lambda *marks: self._paragraph(self._first).mark(0, 0, *marks), False)

    def _in_paragraph(self, number: int, remark: Remark) -> Anchor:
        span = _span(self.trace[number], remark)
        paragraph = self._paragraph(number)
        start, end = span or (0, 0)
        at_words = not paragraph.in_text_box and (span is not None or not remark.quote)
        return Anchor(lambda *marks: paragraph.mark(start, end, *marks), at_words)

    @property
    def _first(self) -> int:
        """The number of the first paragraph, of those with words if there are any."""
        numbers = sorted(self.trace)
        return next((one for one in numbers if self.trace[one].text.strip()), numbers[0])

    def _paragraph(self, number: int) -> MarkedParagraph:
        if number not in self._marked:
            traced = self.trace[number]
            self._marked[number] = MarkedParagraph(traced.nodes, list(traced.pieces))
        return self._marked[number]

    def _reference(self, place: WordPlace) -> tuple[int, Element] | None:
        """The mark in the body of the note that the place is in, and its paragraph."""
        key = self._of_notes.get((place.story, place.paragraph))
        return self._references.get(key) if key else None


def _span(traced: TracedParagraph, remark: Remark) -> Span | None:
    """The remark's words in the paragraph's text, of words in an automatic label the text."""
    # The label was read with the text; in the XML it stands nowhere.
    label = f"{traced.label} " if traced.label else ""
    text = f"{label}{traced.text}"
    span = find_quote(text, remark.quote, remark.before, remark.after)
    return span and (max(0, span[0] - len(label)), max(0, span[1] - len(label)))
