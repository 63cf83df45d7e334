"""Tables as HTML: fixed columns, header rows repeated, rows kept whole where a page holds them."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from reportgen.document.tree import Alignment, Cell, Table
from reportgen.layout import COMPONENTS
from reportgen.writers.html.groups import PrintedRow, printed_rows
from reportgen.writers.html.inlines import inlines_html
from reportgen.writers.html.notes import Setting
from reportgen.writers.html.rows import CellLine, RowCell, paragraph_parts

_CLASSES = {
    Alignment.LEFT: "trai",
    Alignment.CENTER: "giua",
    Alignment.RIGHT: "phai",
    Alignment.JUSTIFY: "deu",
}


def table_html(table: Table, setting: Setting) -> Markup:
    """The table, over the whole width of the text."""
    columns = Markup("").join(
        Markup('<col style="width:{:.3f}%">').format(100 * column.width) for column in table.columns
    )
    header = Markup("").join(_header_html(row, setting) for row in table.header)
    body = Markup("").join(_row_html(row, setting) for row in printed_rows(table, setting))
    head = Markup("<thead>{}</thead>\n").format(header) if table.header else Markup("")
    return Markup("<table><colgroup>{}</colgroup>\n{}<tbody>\n{}</tbody></table>").format(
        columns, head, body
    )


def _header_html(row: Sequence[Cell], setting: Setting) -> Markup:
    cells = Markup("").join(
        Markup('<th{} scope="{}">{}</th>').format(
            _spans(cell),
            "col" if cell.column_span == 1 else "colgroup",
            _header_cell(cell, setting),
        )
        for cell in row
    )
    return Markup("<tr>{}</tr>\n").format(cells)


def _header_cell(cell: Cell, setting: Setting) -> Markup:
    parts = (CellLine(block.inlines, index) for index, block in enumerate(cell.blocks))
    return _content(parts, setting)


def _row_html(row: PrintedRow, setting: Setting) -> Markup:
    cells = Markup("").join(_cell_html(cell, setting) for cell in row.cells)
    return Markup("<tr{}>{}</tr>\n").format(_classes(["lien"] * row.stays), cells)


def _cell_html(cell: RowCell, setting: Setting) -> Markup:
    alignment = cell.column.alignment
    names = [] if alignment is COMPONENTS["table"].alignment else [_CLASSES[alignment]]
    names += ["tiep"] * cell.from_above + ["con"] * cell.goes_below
    content = _content(paragraph_parts(cell.lines), setting)
    return Markup("<td{}{}>{}</td>").format(_spans(cell), _classes(names), content)


def _classes(names: Sequence[str]) -> Markup:
    return Markup(' class="{}"').format(" ".join(names)) if names else Markup("")


def _spans(cell: Cell | RowCell) -> Markup:
    spans = (("colspan", cell.column_span), ("rowspan", cell.row_span))
    return Markup("").join(
        Markup(' {}="{}"').format(name, span) for name, span in spans if span > 1
    )


def _content(parts: Iterable[CellLine], setting: Setting) -> Markup:
    return Markup("").join(_paragraph_html(part, setting) for part in parts)


def _paragraph_html(part: CellLine, setting: Setting) -> Markup:
    names = ["tiep"] * (not part.begins) + ["con-tiep"] * (not part.ends)
    content = inlines_html(part.inlines, setting.note_html)
    return Markup("<p{}>{}</p>").format(_classes(names), content)
