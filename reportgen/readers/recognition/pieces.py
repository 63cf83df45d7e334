"""Paragraphs of a text on their way into the tree: label cut off, headings told from the rest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportgen.document.tree import Inlines, Role, Text
from reportgen.readers.recognition.inlines import NumberOf, cut, inlines_of, trimmed
from reportgen.readers.recognition.label_shapes import Label, read_label, split_label
from reportgen.readers.recognition.words import in_capitals
from reportgen.readers.word.model import WordParagraph, WordTable

LONGEST_TITLE = 200
_END_MARKS = ".;:,…"
PARTS = ("phần", "chương", "mục", "tiểu mục")  # whose title stands on the next line
_FEWEST_TOLD = 20  # one labelled paragraph of so many is a heading, where any are told


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph on its way into the tree: its label cut off, its look summed up."""

    source: WordParagraph
    inlines: Inlines
    label: Label | None
    shown: str  # the label as it is printed
    heading: bool = False
    role: Role = Role.BODY


def read_piece(paragraph: WordParagraph, number_of: NumberOf) -> Piece:
    """The paragraph with its label, typed or automatic, taken off its text."""
    inlines = trimmed(inlines_of(paragraph.runs, number_of))
    if paragraph.label:
        label = read_label(f"{paragraph.label.strip()} X")
        return Piece(paragraph, inlines, label, paragraph.label.strip())
    first = inlines[0] if inlines and isinstance(inlines[0], Text) else None
    split = split_label(_beginning(inlines)) if first else None
    if split is None:
        return Piece(paragraph, inlines, None, "")
    label, end = split
    return Piece(paragraph, cut(inlines, end), label, label.text)


def _beginning(inlines: Inlines) -> str:
    """The first characters, up to a line break or a note."""
    text = ""
    for one in inlines:
        if not isinstance(one, Text) or len(text) > 80:
            break
        text += one.value
    return text


def tell_headings(pieces: Sequence[Piece | WordTable]) -> list[Piece | WordTable]:
    """The same, told which are headings: by Word's outline, by weight, or by their label."""
    weighed = _is_weighed([one for one in pieces if isinstance(one, Piece)])
    made: list[Piece | WordTable] = []
    for one in pieces:
        if isinstance(one, Piece) and _is_heading(one, weighed):
            made.append(replace(one, heading=True))
        else:
            made.append(one)
    return made


def _is_weighed(pieces: Sequence[Piece]) -> bool:
    """Whether weight or Word's outline tells the headings of this text from the rest."""
    labelled = [one for one in pieces if one.label is not None and one.label.style != "điều"]
    told = [
        one
        for one in labelled
        if one.source.format.outline_level is not None or _is_bold_title(one)
    ]
    return bool(told) and len(told) * _FEWEST_TOLD >= len(labelled)


def _is_heading(piece: Piece, weighed: bool) -> bool:
    label, text = piece.label, text_of(piece.inlines)
    if label is not None and label.style in (*PARTS, "điều"):
        return True
    if piece.source.format.outline_level is not None and (text or piece.shown):
        return True
    if _is_bold_title(piece):
        return True
    if label is None or not text:
        return False
    if weighed or in_capitals(text):
        return in_capitals(text)
    return len(text) < LONGEST_TITLE and text[-1] not in _END_MARKS


def _is_bold_title(piece: Piece) -> bool:
    """Whether weight makes the paragraph a title, or the beginning of one that is numbered."""
    text = text_of(piece.inlines)
    if not text:
        return False
    title, rest = run_in(piece.inlines)
    if not title:
        return False
    if rest:
        return piece.label is not None and len(text_of(title)) < LONGEST_TITLE
    return len(text) < 2 * LONGEST_TITLE and (piece.label is not None or _stands_alone(text))


def _stands_alone(text: str) -> bool:
    return len(text) < LONGEST_TITLE and text[0] not in '-+*(“"' and text[-1] not in ";,"


def run_in(inlines: Inlines) -> tuple[Inlines, Inlines]:
    """A bold title, and the plain text after it; notes go with what they follow."""
    end = 0
    for index, one in enumerate(inlines):
        if isinstance(one, Text) and not one.bold and one.value.strip():
            break
        end = index + 1
    title, rest = inlines[:end], inlines[end:]
    if not any(isinstance(one, Text) and one.bold and one.value.strip() for one in title):
        return (), inlines
    return title, rest


def text_of(inlines: Inlines) -> str:
    """The characters alone, without blanks at the ends."""
    return "".join(one.value for one in inlines if isinstance(one, Text)).strip()


def until_colon(inlines: Inlines) -> tuple[Inlines, Inlines]:
    """The title of a heading set like the text: up to its first colon, or all of it."""
    for index, one in enumerate(inlines):
        if isinstance(one, Text) and (end := one.value.find(": ") + 1):
            before = replace(one, value=one.value[:end])
            after = replace(one, value=one.value[end:])
            return (*inlines[:index], before), (after, *inlines[index + 1 :])
    return inlines, ()


def article_title(inlines: Inlines) -> tuple[Inlines, Inlines]:
    """The title of an article typed without weight: a short text that ends without a mark."""
    text = text_of(inlines)
    has_title = text and len(text) < LONGEST_TITLE and text[-1].isalnum()
    if has_title:
        return inlines, ()
    first, *others = inlines or (Text(""),)
    if isinstance(first, Text) and first.value and not first.value[0].isspace():
        return (), (replace(first, value=f" {first.value}"), *others)
    return (), inlines
