"""The rules of the frame: bordered paragraphs whose indents leave the computed length."""

from collections.abc import Iterable

from reportgen.document.tree import Document
from reportgen.layout.rules import issuer_rule, motto_rule, subject_rule
from reportgen.wordprocessingml.names import integer
from reportgen.writers.docx.frame import paragraphs_of
from reportgen.writers.docx.oxml import Element, element, put, w
from reportgen.writers.docx.styles import StyleIds

_DEFAULT_PADDING = 108  # twips at the left and right of a Word cell (§17.4.42)
#: Each side of a cell has two names: of the transitional and of the strict format (§17.4).
_SIDES = (("left", "start"), ("right", "end"))


def set_rules(body: Element, document: Document, styles: StyleIds, width: int) -> None:
    """Give each rule of the frame its length; `width` is that of the text area, twips."""
    title = document.title
    lengths = {
        "motto_rule": motto_rule(),
        "issuer_rule": issuer_rule(document.letterhead.issuer),
        "subject_rule": subject_rule(title.subject, title.period, title.kind),
    }
    for key, length in lengths.items():
        for paragraph in paragraphs_of(body, styles.get(key)):
            set_length(paragraph, length, room_of(paragraph, width))


def set_length(paragraph: Element, length: float, room: int) -> None:
    """Indent a bordered paragraph in `room` twips so that `length` pt of its border are left."""
    side = max(0, round((room - length * 20) / 2))
    put(paragraph[0], element("ind", left=side, right=side, firstLine=0))


def room_of(paragraph: Element, width: int) -> int:
    """Width in twips of the cell that holds the paragraph, or of the text area."""
    cell = next(paragraph.iterancestors(w("tc")), None)
    table = next(paragraph.iterancestors(w("tbl")), None)
    stated = None if cell is None else cell.find(f"{w('tcPr')}/{w('tcW')}")
    if cell is None or stated is None or table is None or stated.get(w("type")) != "dxa":
        return width
    margins = (
        table.find(f"{w('tblPr')}/{w('tblCellMar')}"),
        cell.find(f"{w('tcPr')}/{w('tcMar')}"),
    )
    return _length(stated) - sum(_padding(margins, sides) for sides in _SIDES)


def _padding(margins: Iterable[Element | None], sides: tuple[str, str]) -> int:
    """Room at one side of the cell's text: what the cell says, or its table, or Word's own."""
    found = _DEFAULT_PADDING
    for stated in margins:
        for side in sides:
            margin = None if stated is None else stated.find(w(side))
            found = found if margin is None else _length(margin)
    return found


def _length(node: Element) -> int:
    return integer(node.get(w("w"))) or 0
