"""Tables as HTML: fixed columns, header rows repeated, rows kept whole where a page holds them."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from reportgen.document.tree import Alignment, Cell, Column, Table
from reportgen.layout import COMPONENTS
from reportgen.writers.html.inlines import inlines_html
from reportgen.writers.html.notes import Setting
from reportgen.writers.html.rows import CellPart, ParagraphPart, row_parts, whole_row

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
    body = Markup("").join(
        _row_html(row, places, table.columns, setting)
        for row, places in zip(table.rows, grid_places(table.rows), strict=True)
    )
    head = Markup("<thead>{}</thead>\n").format(header) if table.header else Markup("")
    return Markup("<table><colgroup>{}</colgroup>\n{}<tbody>\n{}</tbody></table>").format(
        columns, head, body
    )


def grid_places(rows: Iterable[Sequence[Cell]]) -> Iterator[tuple[int, ...]]:
    """The first grid column of each cell, row by row, past the cells that hang down from above."""
    hanging: dict[int, int] = {}  # rows that each grid column is still covered from above
    for row in rows:
        below = {column: rows_left - 1 for column, rows_left in hanging.items() if rows_left > 1}
        places, place = [], 0
        for cell in row:
            while place in hanging:
                place += 1
            places.append(place)
            if cell.row_span > 1:
                covered = range(place, place + cell.column_span)
                below |= dict.fromkeys(covered, cell.row_span - 1)
            place += cell.column_span
        hanging = below
        yield tuple(places)


def _header_html(row: Sequence[Cell], setting: Setting) -> Markup:
    cells = Markup("").join(
        Markup('<th{} scope="{}">{}</th>').format(
            _spans(cell), "col" if cell.column_span == 1 else "colgroup", _content(part, setting)
        )
        for cell, part in zip(row, whole_row(row), strict=True)
    )
    return Markup("<tr>{}</tr>\n").format(cells)


def _row_html(
    row: Sequence[Cell], places: Sequence[int], columns: Sequence[Column], setting: Setting
) -> Markup:
    own = [_merged(columns, cell, place) for cell, place in zip(row, places, strict=True)]
    stands_alone = all(cell.row_span == 1 for cell in row) and len(columns) == sum(
        cell.column_span for cell in row
    )
    parts = row_parts(row, own, setting) if stands_alone else [whole_row(row)]
    html = Markup("")
    for index, part in enumerate(parts):
        names = ["tiep"] * (index > 0) + ["con"] * (index < len(parts) - 1)
        cells = (
            _cell_html(cell, content, column, setting)
            for cell, content, column in zip(row, part, own, strict=True)
        )
        html += Markup("<tr{}>{}</tr>\n").format(_classes(names), Markup("").join(cells))
    return html


def _merged(columns: Sequence[Column], cell: Cell, place: int) -> Column:
    """The grid columns that the cell covers, as one."""
    covered = columns[place : place + cell.column_span]
    return Column(sum(column.width for column in covered), columns[place].alignment)


def _cell_html(cell: Cell, part: CellPart, column: Column, setting: Setting) -> Markup:
    is_default = column.alignment is COMPONENTS["table"].alignment
    side = [] if is_default else [_CLASSES[column.alignment]]
    return Markup("<td{}{}>{}</td>").format(_spans(cell), _classes(side), _content(part, setting))


def _classes(names: Sequence[str]) -> Markup:
    return Markup(' class="{}"').format(" ".join(names)) if names else Markup("")


def _spans(cell: Cell) -> Markup:
    spans = (("colspan", cell.column_span), ("rowspan", cell.row_span))
    return Markup("").join(
        Markup(' {}="{}"').format(name, span) for name, span in spans if span > 1
    )


def _content(part: CellPart, setting: Setting) -> Markup:
    return Markup("").join(_paragraph_html(paragraph, setting) for paragraph in part)


def _paragraph_html(part: ParagraphPart, setting: Setting) -> Markup:
    names = ["tiep"] * (not part.begins) + ["con-tiep"] * (not part.ends)
    content = inlines_html(part.inlines, setting.note_html)
    return Markup("<p{}>{}</p>").format(_classes(names), content)
