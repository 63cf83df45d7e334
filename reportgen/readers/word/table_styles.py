"""What a table's style and properties say of a cell: formatting, borders, margins (§17.7.6)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportgen.readers.word.layers import (
    ParagraphLayer,
    RunLayer,
    is_drawn,
    paragraph_layer,
    run_layer,
)
from reportgen.readers.word.styles import Styles
from reportgen.readers.word.theme import Theme
from reportgen.wordprocessingml.names import Element, child, integer, length, value, w

#: Bits of w:tblLook/@w:val beside the attributes that newer files write (§17.4.56).
_LOOK = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
_SIDES = {
    "top": ("top",),
    "bottom": ("bottom",),
    "left": ("start", "left"),
    "right": ("end", "right"),
}
_CELL_MARGIN = 5.4  # points, Word's own (§17.4.42)
_MOST_SIDES = 3  # of four, that make a cell a bordered one


@dataclass(frozen=True, slots=True)
class Position:
    """Where a cell stands: its first row and column, the last ones, and how many there are."""

    row: int
    last_row: int
    column: int
    last_column: int
    rows: int
    columns: int


@dataclass(slots=True)
class _Conditional:
    run: RunLayer = field(default_factory=RunLayer)
    paragraph: ParagraphLayer = field(default_factory=ParagraphLayer)
    borders: dict[str, bool] = field(default_factory=dict)


class TableStyle:
    """The style of one table with its own properties (w:tblPr) on top."""

    def __init__(self, table: Element, styles: Styles, theme: Theme) -> None:
        properties = table.find(w("tblPr"))
        nodes = styles.table_styles(value(child(properties, "tblStyle")))
        self._parts: dict[str, _Conditional] = {}
        for node in nodes:
            self._add("wholeTable", node, theme)
            for part in node.iterchildren(w("tblStylePr")):
                self._add(value(part, "type"), part, theme)
        self._borders: dict[str, bool] = {}
        self._margins: dict[str, float] = {}
        for holder in (*(child(node, "tblPr") for node in nodes), properties):
            self._borders.update(_borders(child(holder, "tblBorders")))
            self._margins.update(_margins(child(holder, "tblCellMar")))
        self._look = _look(child(properties, "tblLook"))
        sizes = [integer(value(child(node, "tblPr", "tblStyleRowBandSize"))) for node in nodes]
        self._band = next((size for size in reversed(sizes) if size), 1)
        self._cache: dict[tuple[str, ...], tuple[RunLayer, ParagraphLayer]] = {}

    def layers(self, position: Position) -> tuple[RunLayer, ParagraphLayer]:
        """What the style says of characters and paragraphs in the cell."""
        names = tuple(self._conditions(position))
        if names not in self._cache:
            run: RunLayer = {}
            paragraph: ParagraphLayer = {}
            for name in names:
                run = run | self._parts[name].run
                paragraph = paragraph | self._parts[name].paragraph
            self._cache[names] = run, paragraph
        return self._cache[names]

    def is_bordered(self, row: Element, cell: Element, position: Position) -> bool:
        """Whether lines are drawn at most sides of the cell."""
        own = _borders(child(cell, "tcPr", "tcBorders"))
        table = self._borders | _borders(child(row, "tblPrEx", "tblBorders"))
        conditional: dict[str, bool] = {}
        for name in self._conditions(position):
            conditional |= self._parts[name].borders
        at_edge = {
            "top": position.row == 0,
            "bottom": position.last_row == position.rows - 1,
            "left": position.column == 0,
            "right": position.last_column == position.columns - 1,
        }
        drawn = 0
        for side, edge in at_edge.items():
            inside = "insideH" if side in ("top", "bottom") else "insideV"
            name = side if edge else inside
            said = (own.get(side), conditional.get(side), table.get(name))
            drawn += next((one for one in said if one is not None), False)
        return drawn >= _MOST_SIDES

    def margins(self, cell: Element) -> float:
        """The left and right margins of the cell together, points."""
        own = self._margins | _margins(child(cell, "tcPr", "tcMar"))
        return own.get("left", _CELL_MARGIN) + own.get("right", _CELL_MARGIN)

    def _add(self, name: str, node: Element, theme: Theme) -> None:
        part = self._parts.setdefault(name, _Conditional())
        part.run = part.run | run_layer(child(node, "rPr"), theme)
        part.paragraph = part.paragraph | paragraph_layer(child(node, "pPr"))
        part.borders |= _borders(child(node, "tcPr", "tcBorders"))

    def _conditions(self, at: Position) -> Iterator[str]:
        """Names of the parts that hold for the cell, the lowest first."""
        top, left = self._look["firstRow"], self._look["firstColumn"]
        first_row, last_row = top and at.row == 0, self._look["lastRow"] and _is_last_row(at)
        first, last = left and at.column == 0, self._look["lastColumn"] and _is_last_column(at)
        odd_column = at.column - left
        odd_row = (at.row - top) // self._band
        names = {
            "wholeTable": True,
            "band1Vert": not self._look["noVBand"] and odd_column % 2 == 0,
            "band2Vert": not self._look["noVBand"] and odd_column % 2 == 1,
            "band1Horz": not self._look["noHBand"] and odd_row % 2 == 0,
            "band2Horz": not self._look["noHBand"] and odd_row % 2 == 1,
            "firstCol": first,
            "lastCol": last,
            "firstRow": first_row,
            "lastRow": last_row,
            "neCell": first_row and last,
            "nwCell": first_row and first,
            "seCell": last_row and last,
            "swCell": last_row and first,
        }
        return (name for name, holds in names.items() if holds and name in self._parts)


def _is_last_row(at: Position) -> bool:
    return at.last_row == at.rows - 1


def _is_last_column(at: Position) -> bool:
    return at.last_column == at.columns - 1


def _look(node: Element | None) -> dict[str, bool]:
    try:
        bits = int(value(node), 16)
    except ValueError:
        bits = 0
    said = {name: value(node, name) for name in _LOOK}
    return {
        name: said[name] in ("1", "true", "on") if said[name] else bool(bits & bit)
        for name, bit in _LOOK.items()
    }


def _borders(node: Element | None) -> dict[str, bool]:
    if node is None:
        return {}
    names = {**_SIDES, "insideH": ("insideH",), "insideV": ("insideV",)}
    found = {
        side: border
        for side, keys in names.items()
        for key in keys
        if (border := child(node, key)) is not None
    }
    return {side: is_drawn(border) for side, border in found.items()}


def _margins(node: Element | None) -> dict[str, float]:
    found: dict[str, float] = {}
    for side in ("left", "right"):
        for key in _SIDES[side]:
            width = length(value(child(node, key), "w"))
            if width is not None:
                found[side] = width
    return found
