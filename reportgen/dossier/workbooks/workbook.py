"""A workbook's sheets as grids of texts, by SpreadsheetML (ECMA-376 §18).

Parts are read directly, because what matters here is what libraries leave out: formulas whose
value was never kept, merged headings, and thousands of small files in seconds.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache, cached_property

from lxml import etree

from reportgen.dossier.workbooks.archive import WORKBOOK, Archive
from reportgen.dossier.workbooks.cell_text import Format, format_of, number_text
from reportgen.vietnamese import nfc

MOST_ROWS = 200_000
MOST_COLUMNS = 16_384
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_VALUE = re.compile(r"(?:\{.*\})?v").fullmatch
_DECIMAL = re.compile(r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]{1,4})?").fullmatch
_INTEGER = re.compile(r"[0-9]{1,9}").fullmatch
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATIONS = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


class Fault(Enum):
    """Why a cell has no text that can be used."""

    ERROR = "error"
    NO_VALUE = "no value"
    TOO_LONG = "too long"


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; rows and columns from 1, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The filled cells of a sheet: texts by row and column; `faults` what each bad one shows."""

    rows: dict[int, dict[int, str]]
    merges: tuple[Merge, ...]
    faults: dict[tuple[int, int], tuple[Fault, str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by the name on its tab."""

    name: str
    part: str
    hidden: bool


class Workbook:
    """A workbook; sheets are read when they are asked for, hidden rows and columns as well."""

    def __init__(self, data: bytes, file: str) -> None:
        """Open the bytes of an .xlsx; `file` names it. Raises InputError CT031."""
        self.file = file
        self._archive = Archive(data, file)
        root = self._archive.tree(WORKBOOK)
        targets = self._targets()
        self.since_1904 = any(
            one.get("date1904") in ("1", "true") for one in root.iter("{*}workbookPr")
        )
        self.sheets = tuple(_sheets(root, targets, self._archive.names))

    def grid(self, sheet: Sheet) -> Grid:
        """The cells of a sheet. Raises InputError CT031 where it is broken or too large."""
        root = self._archive.tree(sheet.part)
        rows: dict[int, dict[int, str]] = {}
        faults: dict[tuple[int, int], tuple[Fault, str]] = {}
        number = 0
        for element in root.iter("{*}row"):
            number = _int(element.get("r"), number + 1)
            cells: dict[int, str] = {}
            column = 0
            for cell in element.iterchildren("{*}c"):
                column = _column(cell.get("r"), column + 1)
                if not len(cell):  # nothing but a style
                    continue
                text = self._text(cell)
                if isinstance(text, tuple):
                    faults[number, column] = text
                    cells[column] = text[1]
                elif text.strip():
                    cells[column] = text
            if cells:
                rows[number] = cells
            if len(rows) > MOST_ROWS or column > MOST_COLUMNS:
                hint = "lưu riêng những dòng cần dùng vào một tệp khác"
                raise self._archive.refused("trang tính có quá nhiều dòng hoặc cột", hint)
        return Grid(rows, tuple(_merges(root)), faults)

    def _targets(self) -> dict[str, str]:
        """The parts of the sheets by the ids that the workbook calls them by."""
        root = self._archive.tree("xl/_rels/workbook.xml.rels")
        return {
            one.get("Id", ""): posixpath.normpath(posixpath.join("/xl", one.get("Target", "")))[1:]
            for one in root.iter("{*}Relationship")
            if one.get("TargetMode") != "External"
        }

    @cached_property
    def _strings(self) -> tuple[str, ...]:
        part = "xl/sharedStrings.xml"
        if part not in self._archive.names:
            return ()
        return tuple(_rich_text(one) for one in self._archive.tree(part).iter("{*}si"))

    @cached_property
    def _formats(self) -> tuple[Format, ...]:
        """The number format of each cell style."""
        part = "xl/styles.xml"
        if part not in self._archive.names:
            return ()
        root = self._archive.tree(part)
        codes = {
            _int(one.get("numFmtId"), 0): one.get("formatCode", "")
            for one in root.iterfind("{*}numFmts/{*}numFmt")
        }
        numbers = [_int(one.get("numFmtId"), 0) for one in root.iterfind("{*}cellXfs/{*}xf")]
        return tuple(format_of(number, codes.get(number)) for number in numbers)

    def _text(self, cell: etree._Element) -> str | tuple[Fault, str]:
        value = next((one.text or "" for one in cell if _VALUE(one.tag)), "")
        match cell.get("t", "n"):
            case "inlineStr":
                text = "".join(map(_rich_text, cell.iterchildren("{*}is")))
            case "s":
                index = _int(value, -1)
                text = self._strings[index] if 0 <= index < len(self._strings) else ""
            case "str" | "d":
                text = _plain(value)
            case "b":
                text = {"1": "có", "0": "không"}.get(value.strip(), "")
            case "e":
                return Fault.ERROR, value
            case _:
                return self._number(cell, value.strip())
        return text

    def _number(self, cell: etree._Element, value: str) -> str | tuple[Fault, str]:
        if not value:
            formula = cell.find("{*}f")
            return "" if formula is None else (Fault.NO_VALUE, f"={formula.text or ''}")
        if not _DECIMAL(value):
            return value
        number = Decimal(value)
        style = _int(cell.get("s"), 0)
        form = self._formats[style] if 0 <= style < len(self._formats) else Format()
        text = number_text(number, form, since_1904=self.since_1904)
        return (Fault.TOO_LONG, value) if text is None else text


def _sheets(
    root: etree._Element, targets: dict[str, str], parts: frozenset[str]
) -> Iterator[Sheet]:
    for one in root.iterfind("{*}sheets/{*}sheet"):
        part = targets.get(one.get(_RELATIONS) or one.get(_STRICT_RELATIONS) or "", "")
        if part in parts and "worksheets" in part:
            hidden = one.get("state", "visible") != "visible"
            yield Sheet(nfc(one.get("name", "")), part, hidden)


def _merges(root: etree._Element) -> Iterator[Merge]:
    for one in root.iter("{*}mergeCell"):
        first, _, last = one.get("ref", "").partition(":")
        start, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
        if start and end:
            yield Merge(int(start[2]), column_number(start[1]), int(end[2]), column_number(end[1]))


def _rich_text(element: etree._Element) -> str:
    """The text of a string item, runs joined, readings for pronunciation left out."""
    texts = (
        one.text or ""
        for one in element.iter("{*}t")
        if etree.QName(one.getparent()).localname != "rPh"
    )
    return _plain("".join(texts))


def _plain(text: str) -> str:
    """§22.9.2.19: signs that XML cannot hold are written `_x000D_`."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return nfc(text).replace("\r\n", "\n").replace("\r", "\n")


def _int(text: str | None, otherwise: int) -> int:
    return int(text) if text and _INTEGER(text) else otherwise


@cache
def column_number(letters: str) -> int:
    """1 for `A`, 27 for `AA`."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _column(reference: str | None, otherwise: int) -> int:
    match = _REFERENCE.fullmatch(reference or "")
    return column_number(match[1]) if match else otherwise


def column_letters(number: int) -> str:
    """`A` for 1, `AA` for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
