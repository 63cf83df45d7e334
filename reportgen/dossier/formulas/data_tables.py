"""Tables that formulas reckon with: rows by name, columns by title, total rows told apart."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reportgen.dossier.csv_table import CsvTable
from reportgen.problems import Place
from reportgen.vietnamese import (
    AmbiguousNumber,
    NotANumber,
    ParsedNumber,
    Unit,
    is_measure,
    parse_number,
    parse_unit,
    plain_name,
)

_TOTALS = re.compile(
    r"(?:tong|tong_(?:cong|so|chung)|cong|cong_chung|cong_tong"
    r"|(?:ca|toan)_(?:nuoc|quoc|tinh|thanh_pho|vung|nganh|huyen|xa)"
    r"|(?:tong|tong_cong|cong)_(?:ca|toan)_\w+|binh_quan(?:_\w+)?|trung_binh(?:_\w+)?)"
)
_COUNTERS = re.compile(r"(?:s?tt|so_tt|so_thu_tu|ma|ma_so|ma_\w+|id|code)")
_GROUP = re.compile(r"[IVXLC]+|[A-ZĐ]")  # I, II or A, B before a group of numbered rows
_IN_BRACKETS = re.compile(r"\s*[(\[](?P<unit>[^()\[\]]+)[)\]]\s*$")
_UNIT_WORDS = re.compile(r"(?:đvt|đơn vị(?: tính)?)\s*:\s*", re.IGNORECASE)
_OF_A_PLACE = re.compile(r"(?:tinh|thanh_pho|tp|xa|phuong|dac_khu)_(?=.)")
BLANKS = ("", "-", "–", "—", "…", "...", "..", "x", "X")
"""What stands in a cell that has no value."""


@dataclass(frozen=True, slots=True)
class DataRow:
    """A row: its name (`Khánh Hòa`), its cells as typed, whether it sums up others."""

    number: int
    name: str
    cells: tuple[str, ...]
    is_total: bool = False


@dataclass(frozen=True)
class DataTable:
    """A table with the name that formulas call it by; `units` are declared, by column name.

    `name_column` is the title of the column that names the rows, "" for the first one of texts.
    `keeps_totals`: total rows count like all others.
    """

    name: str
    table: CsvTable
    units: Mapping[str, str] = field(default_factory=dict)
    name_column: str = ""
    keeps_totals: bool = False

    @cached_property
    def columns(self) -> Mapping[str, tuple[int, ...]]:
        """The indexes of the columns that a name may mean."""
        found: dict[str, set[int]] = {}
        for index, title in enumerate(self.table.header):
            for name in {plain_name(title), plain_name(_IN_BRACKETS.sub("", title))} - {""}:
                found.setdefault(name, set()).add(index)
        exact: dict[str, set[int]] = {}
        for index, title in enumerate(self.table.header):
            exact.setdefault(plain_name(title), set()).add(index)
        return {name: tuple(sorted(indexes)) for name, indexes in (found | exact).items() if name}

    @cached_property
    def all_rows(self) -> tuple[DataRow, ...]:
        """Every row, total rows among them."""
        named = self._names_index
        marks = [row[0].strip().rstrip(".") for row in self.table.rows]
        grouped = any(map(_GROUP.fullmatch, marks)) and any(map(str.isdecimal, marks))
        return tuple(
            DataRow(
                number,
                cells[named].strip(),
                cells,
                is_total(cells, named) or (grouped and _GROUP.fullmatch(marks[number]) is not None),
            )
            for number, cells in enumerate(self.table.rows)
        )

    @cached_property
    def rows(self) -> tuple[DataRow, ...]:
        """The rows that are reckoned with."""
        return tuple(row for row in self.all_rows if self.keeps_totals or not row.is_total)

    @cached_property
    def _names_index(self) -> int:
        if self.name_column:
            wanted = plain_name(self.name_column)
            return self.columns.get(wanted, (0,))[0]
        for index, title in enumerate(self.table.header):
            if not _COUNTERS.fullmatch(plain_name(title)) and self._holds_words(index):
                return index
        return 0

    def _holds_words(self, index: int) -> bool:
        cells = [row[index].strip() for row in self.table.rows]
        words = sum(not _is_number(cell) for cell in cells if cell not in BLANKS)
        return words * 2 > len(cells)

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[DataRow, ...]]:
        found: dict[str, list[DataRow]] = {}
        for row in self.all_rows:
            found.setdefault(plain_name(row.name), []).append(row)
        return {name: tuple(rows) for name, rows in found.items()}

    def rows_named(self, name: str) -> tuple[DataRow, ...]:
        """The rows of that name; `Khánh Hòa` is `Tỉnh Khánh Hòa` too."""
        wanted = plain_name(name)
        if wanted in self._by_name:
            return self._by_name[wanted]
        short = _OF_A_PLACE.sub("", wanted)
        return tuple(
            row for row in self.all_rows if _OF_A_PLACE.sub("", plain_name(row.name)) == short
        )

    def unit_of(self, index: int) -> Unit | None:
        """The unit of a column: as declared, else as its title says in brackets."""
        title = self.table.header[index]
        for name in (plain_name(title), plain_name(_IN_BRACKETS.sub("", title))):
            if name in self.units:
                return parse_unit(self.units[name])
        match = _IN_BRACKETS.search(title)
        if match is None:
            return None
        words = _UNIT_WORDS.sub("", match["unit"])
        sure = words != match["unit"] or is_measure(words)
        return parse_unit(words) if sure else None

    def place_of(self, row: DataRow, index: int) -> Place:
        """Where a cell stands."""
        return self.table.place_of(row.number, self.table.header[index])

    @cached_property
    def texts(self) -> tuple[frozenset[str], ...]:
        """What the cells of each column say, capitals and spaces aside."""
        columns = range(len(self.table.header))
        return tuple(
            frozenset(folded(row.cells[index]) for row in self.all_rows) for index in columns
        )

    @cached_property
    def bare_fractions(self) -> frozenset[int]:
        """The columns whose numbers are all 1 at most, without `%`, and not all zero."""
        columns = range(len(self.table.header))
        return frozenset(index for index in columns if self._is_bare(index))

    def _is_bare(self, index: int) -> bool:
        cells = [row.cells[index].strip() for row in self.rows]
        numbers = [one for cell in cells if (one := _parsed(cell)) is not None]
        return any(one.value for one in numbers) and all(
            abs(one.value) <= 1 and not one.is_percent for one in numbers
        )


def is_total(cells: tuple[str, ...], named: int = 0) -> bool:
    """Whether a row sums up others: `Tổng cộng`, `Cả nước`, `Bình quân chung`."""
    first = next((cell for cell in map(str.strip, cells) if cell and not _is_number(cell)), "")
    return any(_TOTALS.fullmatch(plain_name(word)) for word in (first, cells[named]))


def folded(text: str) -> str:
    """A text for comparing: capitals and spaces do not count."""
    return " ".join(text.split()).casefold()


def _is_number(text: str) -> bool:
    try:
        parse_number(text)
    except AmbiguousNumber:
        return True
    except NotANumber:
        return False
    return True


def _parsed(text: str) -> ParsedNumber | None:
    try:
        return parse_number(text)
    except (AmbiguousNumber, NotANumber):
        return None
