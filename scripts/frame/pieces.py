"""What the parts of the frame are put together from: paragraphs, Jinja lines, layout tables."""

from collections.abc import Sequence

from frame.styles import style_id
from reportgen.writers.docx.blocks import hairline
from reportgen.writers.docx.oxml import Element, element, put, text_nodes, twips, w


def paragraph(style: str, text: str = "") -> Element:
    """A paragraph in the style of a component."""
    runs = (element("r", *text_nodes(text)),) if text else ()
    return element("p", element("pPr", element("pStyle", val=style_id(style))), *runs)


def loop(names: str, style: str) -> list[Element]:
    """One paragraph for each item of the list `names`."""
    return [
        paragraph(style, f"{{%p for dong in {names} %}}"),
        paragraph(style, "{{ dong }}"),
        paragraph(style, "{%p endfor %}"),
    ]


def when(condition: str, *content: Element, otherwise: Sequence[Element] = ()) -> list[Element]:
    """`content` where the condition holds, else `otherwise`."""
    other = [_command("{%p else %}"), *otherwise] if otherwise else []
    return [_command(f"{{%p if {condition} %}}"), *content, *other, _command("{%p endif %}")]


def optional(name: str, style: str) -> list[Element]:
    """The text `name` where there is one."""
    return when(name, paragraph(style, f"{{{{ {name} }}}}"))


def _command(text: str) -> Element:
    return element("p", element("r", *text_nodes(text)))


def held(*rows: Element) -> None:
    """Hold each of the rows on the page of what follows it."""
    for row in rows:
        for properties in row.iter(w("pPr")):
            put(properties, element("keepNext"))


def row(widths: Sequence[float], *cells: Sequence[Element], space: float = 0.0) -> Element:
    """A row that is not torn; `widths` in mm, `space` above the text in pt."""
    made = element("tr", element("trPr", element("cantSplit")))
    for width, content in zip(widths, cells, strict=True):
        properties = element("tcPr", element("tcW", w=twips(width), type="dxa"))
        if space:
            top = element("top", w=round(space * 20), type="dxa")
            properties.append(element("tcMar", top))
        made.append(element("tc", properties, *content))
    return made


def command_row(text: str, columns: int) -> Element:
    """A row that holds nothing but a Jinja command and goes with it."""
    cells = [[_command(text)], *([hairline()] for _ in range(columns - 1))]
    made = element("tr")
    made.extend(element("tc", element("tcPr"), *cell) for cell in cells)
    return made


def table(widths: Sequence[float], *rows: Element) -> Element:
    """A layout table: columns of `widths` mm, no lines, no room at the sides of its cells."""
    columns = [twips(width) for width in widths]
    margins = (element(side, w=0, type="dxa") for side in ("left", "right"))
    properties = element(
        "tblPr",
        element("tblW", w=sum(columns), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *margins),
    )
    grid = element("tblGrid", *(element("gridCol", w=column) for column in columns))
    return element("tbl", properties, grid, *rows)
