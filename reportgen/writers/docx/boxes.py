"""The boxes around urgency and circulation, and the columns of several signatures."""

from collections.abc import Sequence

from reportgen.document.tree import Document
from reportgen.layout.balance import signature_widths
from reportgen.layout.metrics import points
from reportgen.layout.nd30 import LETTERHEAD_COLUMNS, PAGE, URGENCY_BOXES
from reportgen.layout.rules import circulation_box
from reportgen.writers.docx.frame import paragraphs_of
from reportgen.writers.docx.oxml import Element, element, plain_text, put, w
from reportgen.writers.docx.rules import room_of
from reportgen.writers.docx.styles import StyleIds


def set_boxes(root: Element, styles: StyleIds, width: int) -> None:
    """Give each box its width; `width` is that of the text area, twips."""
    for paragraph in paragraphs_of(root, styles.get("urgency")):
        box = URGENCY_BOXES.get(plain_text(paragraph))
        length = points(box[0]) if box else circulation_box(plain_text(paragraph))
        _indent(paragraph, 0, room_of(paragraph, width) - round(length * 20))
    for paragraph in paragraphs_of(root, styles.get("circulation")):
        room = room_of(paragraph, width)
        # Outside a table it stands over the right column of the letterhead (sơ đồ IV.2, ô 11).
        left = round(width * LETTERHEAD_COLUMNS[0] / PAGE.text_width) if room == width else 0
        side = (room - left - round(circulation_box(plain_text(paragraph)) * 20)) // 2
        _indent(paragraph, left + side, side)


def _indent(paragraph: Element, left: int, right: int) -> None:
    indent = element("ind", left=max(0, left), right=max(0, right), firstLine=0)
    put(paragraph[0], indent)


def set_signature_columns(body: Element, document: Document, styles: StyleIds, width: int) -> None:
    """Share the table of several signatures out among them; `width` as for `set_boxes`."""
    count = len(document.signatures)
    names = paragraphs_of(body, styles.get("signer"))
    table = next(names[0].iterancestors(w("tbl")), None) if names else None
    if count == 1 or table is None:
        return
    columns = [round(width * share / PAGE.text_width) for share in signature_widths(count)]
    for row in table.iter(w("tr")):
        cells = row.findall(w("tc"))
        if len(cells) == count:
            _set_widths(cells, columns)
    for grid in table.findall(w("tblGrid")):
        grid[:] = [element("gridCol", w=column) for column in columns]
    for stated in table.findall(f"{w('tblPr')}/{w('tblW')}"):
        stated.set(w("w"), str(sum(columns)))
        stated.set(w("type"), "dxa")


def _set_widths(cells: Sequence[Element], columns: Sequence[int]) -> None:
    for cell, column in zip(cells, columns, strict=True):
        for stated in cell.findall(f"{w('tcPr')}/{w('tcW')}"):
            stated.set(w("w"), str(column))
            stated.set(w("type"), "dxa")
