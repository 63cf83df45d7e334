"""A table of a document read as a sheet: columns with their headers, rows with their values."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from reportgen.checks.figures.column_formulas import (
    Formula,
    is_numbering,
    numbers_in,
    read_formula,
    without_formula,
)
from reportgen.checks.figures.model import Notation
from reportgen.checks.figures.numerals import read_numeral
from reportgen.checks.manuscript import Grid, GridCell, Passage
from reportgen.vietnamese import fold_tone_placement, nfc

_CELL = re.compile(r"\s*(?P<sign>[-+\u2212])?\s?(?P<body>[0-9][0-9.,\s]*?)\s?(?P<percent>%)?\s*")
_ORDINAL_HEADER = re.compile(r"(?:s?tt|số tt|số thứ tự|thứ tự|#)\.?")
_RATE = re.compile(r"tỷ lệ|tỉ lệ|%|phần trăm|tỷ trọng|tỉ trọng|cơ cấu|\bđạt (?:tỷ|tỉ) lệ")
_NO_SUM = re.compile(
    r"bình quân|trung bình|\bbq\b|năng suất|đơn giá|\bgiá\b|hệ số|mật độ|chỉ số|thứ hạng|xếp hạng"
    r"|\bhạng\b|\bđiểm\b|\bmã\b|\bnăm (?:sinh|thành lập|ban hành|xây dựng)|\bngày\b|số hiệu|ký hiệu"
    r"|điện thoại|số quyết định|ghi chú|thời (?:gian|hạn)|định mức|mức độ|tần suất|kinh độ|vĩ độ"
    r"|số văn bản|căn cước|\bcccd\b|tài khoản số|\blần\b"
)
_TOTAL = re.compile(
    r"(?:tổng cộng|tổng chung|tổng số|tổng|cộng chung|cộng|cả nước"
    r"|(?:tổng (?:cộng )?)?toàn (?:tỉnh|thành phố|huyện|xã|ngành|quốc))"
    r"(?:\s*\([^()]*\))?(?:\s+[ivxab0-9+ ]+)?"
)
_MONEY = re.compile(r"nghìn|ngàn|triệu|tỷ đồng|tỉ đồng|\btrđ\b|\btrd\b")
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_GOOD = (Notation.PLAIN, Notation.VIETNAMESE, Notation.SPACED)


@dataclass(frozen=True, slots=True)
class Value:
    """A cell that holds one number and nothing else; `number` of `89,5%` is 89.5."""

    number: Decimal
    decimals: int
    percent: bool
    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Column:
    """`header` has the words of all header rows, `own` those of the lowest, in lower case."""

    index: int
    header: str
    own: str
    formula: Formula | None
    is_ordinal: bool
    is_rate: bool
    sums: bool  # whether its figures can be added up
    rounded: bool  # whether whole numbers may be rounded ones (thousands, millions of đồng)


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the header; `values` has None where no number stands, `odd` the columns whose
    cell has digits that are no clear number."""

    index: int
    ordinal: str
    label: str
    values: tuple[Value | None, ...]
    odd: frozenset[int]

    @property
    def is_total(self) -> bool:
        """Whether its label says that it is the total of the others."""
        return bool(_TOTAL.fullmatch(plain(self.label).rstrip(" :.")))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The table; `names` are the columns by the numbers of its numbering row, where it has one."""

    grid: Grid
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    names: dict[str, int]

    def numeric(self) -> Iterator[Column]:
        """The columns that hold numbers which count something."""
        for column in self.columns:
            if not column.is_ordinal and any(row.values[column.index] for row in self.rows):
                yield column

    def operands(self, formula: Formula) -> tuple[int, ...] | None:
        """The columns that the formula names; None where one of them is not there."""
        found = tuple(self.names.get(name, -1) for name in formula.names)
        return found if all(0 <= index < len(self.columns) for index in found) else None


def plain(text: str) -> str:
    """The text for comparing: NFC, lower case, one blank between words, tone marks the old way."""
    return fold_tone_placement(nfc(" ".join(text.split()))).lower()


@lru_cache(maxsize=32)
def read_sheet(grid: Grid) -> Sheet | None:
    """The table as a sheet; None where it has no two rows below its header."""
    width = max(map(len, grid.rows), default=0)
    if not width:
        return None
    body = [_unspanned(grid, index) for index in range(len(grid.rows))]
    header_end, numbering = _header(grid, body)
    if len(grid.rows) - header_end < 2:
        return None
    above = [index for index in range(header_end) if index != numbering]
    texts = [_header_texts(grid, above, index) for index in range(width)]
    names = _names(grid, numbering, texts)
    raw = [
        _row(body[index], index, width, names_ordinal=_is_ordinal(texts[0]))
        for index in range(header_end, len(grid.rows))
    ]
    formulas = [
        _formula(texts[index], grid.rows[numbering] if numbering is not None else (), index)
        for index in range(width)
    ]
    columns = tuple(_column(index, texts[index], formulas[index], raw) for index in range(width))
    return Sheet(grid, columns, tuple(raw), names)


def value_of(cell: GridCell | None) -> Value | None:
    """The number that the cell holds, if it holds nothing else and is written clearly."""
    if cell is None:
        return None
    passages = [passage for passage in cell.passages if passage.text.strip()]
    if len(passages) != 1 or not (match := _CELL.fullmatch(passages[0].text)):
        return None
    numeral = read_numeral(match["body"].strip(), percent=bool(match["percent"]))
    if numeral is None or numeral.notation not in _GOOD:
        return None
    negative = match["sign"] in ("-", "\u2212")
    start = match.start("sign") if match["sign"] else match.start("body")
    end = match.end("percent") if match["percent"] else match.end("body")
    decimals = len(match["body"].rpartition(",")[2].strip()) if "," in match["body"] else 0
    number = -numeral.value if negative else numeral.value
    return Value(number, decimals, bool(match["percent"]), passages[0], start, end)


def _unspanned(grid: Grid, index: int) -> list[GridCell | None]:
    """The cells of a row, a merged one only where it begins."""
    row = grid.rows[index]
    above = grid.rows[index - 1] if index else ()
    found: list[GridCell | None] = []
    for column, cell in enumerate(row):
        left = row[column - 1] if column else None
        over = above[column] if column < len(above) else None
        found.append(None if cell is not None and (cell is left or cell is over) else cell)
    return found


def _header(grid: Grid, body: list[list[GridCell | None]]) -> tuple[int, int | None]:
    """Where the rows below the header begin, and which row numbers the columns."""
    end, numbering = grid.header_rows, None
    for index in range(min(len(grid.rows), 6)):
        texts = [cell.text.strip() if cell else "" for cell in grid.rows[index]]
        if is_numbering(texts):
            numbering, end = index, max(end, index + 1)
            break
        ordinal = _is_ordinal((plain(texts[0]),))
        counted = _has_counts(body[index])
        if index >= end and (counted or not (ordinal or index == 0)):
            break
        if ordinal or (index == 0 and not counted):
            end = max(end, index + 1)
    return end, numbering


def _has_counts(cells: list[GridCell | None]) -> bool:
    """Whether the row has numbers other than years."""
    values = [value for cell in cells if (value := value_of(cell))]
    return any(not _FIRST_YEAR <= value.number <= _LAST_YEAR for value in values)


def _header_texts(grid: Grid, rows: Iterable[int], column: int) -> tuple[str, ...]:
    """The header of a column, from the top, each text once."""
    texts = []
    for row in (grid.rows[index] for index in rows):
        cell = row[column] if column < len(row) else None
        if cell is not None and cell.text.strip():
            texts.append(plain(cell.text))
    return tuple(dict.fromkeys(texts))


def _is_ordinal(header: tuple[str, ...]) -> bool:
    return any(_ORDINAL_HEADER.fullmatch(text) for text in header)


def _names(grid: Grid, numbering: int | None, texts: list[tuple[str, ...]]) -> dict[str, int]:
    if numbering is not None:
        cells = [cell.text if cell else "" for cell in grid.rows[numbering]]
        return numbers_in(cells)
    told = numbers_in([header[-1] if header else "" for header in texts])
    return told or {str(index + 1): index for index in range(len(texts))}


def _formula(
    header: tuple[str, ...], numbering: tuple[GridCell | None, ...], index: int
) -> Formula | None:
    below = numbering[index] if index < len(numbering) else None
    for text in (below.text if below else "", *reversed(header)):
        if found := read_formula(text):
            return found
    return None


def _row(cells: list[GridCell | None], index: int, width: int, *, names_ordinal: bool) -> Row:
    padded = [*cells, *[None] * (width - len(cells))]
    values = tuple(value_of(cell) for cell in padded)
    odd = frozenset(
        column
        for column, cell in enumerate(padded)
        if values[column] is None and cell and any(map(str.isdigit, cell.text))
    )
    texts = [cell.text.strip() if cell else "" for cell in padded]
    ordinal = texts[0] if names_ordinal and len(texts[0]) <= 12 else ""
    words = (text for text in texts if any(map(str.isalpha, text)) and text != ordinal)
    label = next(words, ordinal)
    if ordinal and _TOTAL.fullmatch(plain(ordinal)):
        label, ordinal = ordinal, ""
    return Row(index, ordinal, label, values, odd)


def _column(
    index: int, header: tuple[str, ...], formula: Formula | None, rows: list[Row]
) -> Column:
    whole = " ".join(map(without_formula, header))
    ordinal = index == 0 and _is_ordinal(header)
    percents = any((value := row.values[index]) is not None and value.percent for row in rows)
    rate = percents or bool(_RATE.search(whole))
    sums = not (rate or ordinal or _NO_SUM.search(whole))
    own = without_formula(header[-1]) if header else ""
    return Column(index, whole, own, formula, ordinal, rate, sums, bool(_MONEY.search(whole)))
