"""Footnotes as footnote floats (CSS GCPM 3, 2.1), long ones in parts that may part company.

A float is never broken, and one higher than its area is printed over the text. So a long note is
cut at ends of lines into floats that follow each other; a part that does not fit goes to the foot
of the next page. Only the first part has a call and a number.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from markupsafe import Markup

from reportgen.document.tree import Inlines, Note
from reportgen.layout import COMPONENTS, Page, points, text_width
from reportgen.layout.metrics import LINE_HEIGHT
from reportgen.layout.nd30 import SUPERSCRIPT_SHARE
from reportgen.writers.html.inlines import inlines_html
from reportgen.writers.html.lines import break_lines, rejoined

#: A note of so many lines stays whole, on the page of its call.
WHOLE_LINES = 5
#: A longer one is cut into parts of so many lines.
PART_LINES = 3
#: The share of the text area that notes may fill.
MOST_OF_PAGE = 0.75
#: Length of the rule above the notes, mm (the decree is silent; as Word draws it).
SEPARATOR = 50
#: Fewer lines than this are not left alone (widows).
LEAST_LINES = 2


@dataclass(frozen=True, slots=True)
class NotePart:
    """Some paragraphs of a note; `goes_on` where the last one continues in the next part."""

    paragraphs: tuple[Inlines, ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    inlines: Inlines
    paragraph: int


def cut_note(note: Note, width: float) -> tuple[NotePart, ...]:
    """The note in the parts that are printed, for lines of `width` pt.

    Nothing is lost but the blanks at which it is cut: printed, they could wrap a full last line.
    """
    lines = list(_lines(note, width))
    if len(lines) <= WHOLE_LINES:
        return (NotePart(tuple(paragraph.inlines for paragraph in note.paragraphs)),)
    cuts = [*range(0, len(lines) - LEAST_LINES + 1, PART_LINES), len(lines)]
    if cuts[-1] - cuts[-2] < LEAST_LINES and len(cuts) > 2:
        del cuts[-2]
    return tuple(_part(lines[start:end], lines[end : end + 1]) for start, end in pairwise(cuts))


def note_height(note: Note, width: float) -> float:
    """The height in pt that the note needs in lines of `width` pt."""
    style = COMPONENTS["footnote"]
    return len(list(_lines(note, width))) * style.size * LINE_HEIGHT * style.line_spacing


def _lines(note: Note, width: float) -> Iterator[_Line]:
    style = COMPONENTS["footnote"]
    number = text_width(str(note.number), style.size * SUPERSCRIPT_SHARE)
    marker = number + text_width(" ", style.size)
    for index, paragraph in enumerate(note.paragraphs):
        offset = 0.0 if index else marker
        for inlines in break_lines(paragraph.inlines, style, width, offset):
            yield _Line(inlines, index)


def _part(lines: Iterable[_Line], following: Iterable[_Line]) -> NotePart:
    groups = [
        (paragraph, rejoined(line.inlines for line in group))
        for paragraph, group in groupby(lines, key=lambda line: line.paragraph)
    ]
    last = groups[-1][0]
    return NotePart(
        tuple(inlines for _, inlines in groups),
        any(line.paragraph == last for line in following),
    )


def note_html(note: Note, setting: "Setting") -> Markup:
    """The note's call and its floats, to stand where it is called."""
    number = Markup('<sup class="so-ghi-chu">{}</sup>').format(note.number)
    parts = cut_note(note, points(setting.page.text_width))
    if not setting.foreseen:
        parts = tuple(replace(part, goes_on=False) for part in parts)
    first, *others = parts
    floats = [_float_html(first, "ghi-chu", number + " ")]
    floats += [_float_html(part, "ghi-chu phan-sau") for part in others]
    return number + Markup("").join(floats)


def _float_html(part: NotePart, classes: str, number: str = "") -> Markup:
    first, *others = (inlines_html(inlines, _no_note) for inlines in part.paragraphs)
    last = len(others) - 1
    more = Markup("").join(
        Markup("<span{}>{}</span>").format(
            Markup(' class="con-tiep"') if part.goes_on and index == last else "", other
        )
        for index, other in enumerate(others)
    )
    if part.goes_on and not others:
        classes += " con-tiep"
    return Markup('<span class="{}">{}{}{}</span>').format(classes, number, first, more)


def _no_note(number: int) -> Markup:
    message = f"note {number} is called inside a note"
    raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Setting:
    """What text is set on and with: the page, and the document's notes by number.

    `foreseen` is whether the text will have the widths of the metrics, so that it may be cut at
    ends of lines unseen.
    """

    page: Page
    notes: Mapping[int, Note]
    foreseen: bool = True

    def note_html(self, number: int) -> Markup:
        """The call and the text of note `number`."""
        return note_html(self.notes[number], self)
