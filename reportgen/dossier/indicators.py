"""Indicators (`chi_tieu.csv`): one figure a row, with a code that templates call it by."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path

from reportgen.dossier.csv_table import CsvTable
from reportgen.dossier.rates import Rate
from reportgen.dossier.spelling import meant
from reportgen.dossier.tables import read_table
from reportgen.dossier.value_cells import read_value
from reportgen.problems import Place, Problem, Severity
from reportgen.vietnamese import ParsedNumber, format_number, parse_unit, plain_name
from reportgen.vietnamese.numbers import shift

COLUMNS = (
    "ma", "ten", "thuc_hien", "tong_so", "don_vi_tinh", "ky_truoc", "cung_ky", "cong_thuc",
    "lam_tron", "nguon", "don_vi_nop", "tong_hop", "ghi_chu",
)  # fmt: skip
VALUES = ("thuc_hien", "tong_so", "ky_truoc", "cung_ky")
MOST_DECIMALS = 6
_NOWHERE = Place("")
_CODE = re.compile(r"[a-z][a-z0-9_]*")
_STAND_IN = Decimal(1)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure; the fields are called as the columns of the CSV.

    `la_ti_le`: the value was typed with `%`, or a formula gives a rate; `thuc_hien`, `ky_truoc` and
    `cung_ky` are then shares of one (0.9031 for `90,31%`). `cong_thuc` is the formula as typed,
    `chu` the text that a formula gives (the name of a row), `lam_tron` digits after the decimal
    mark. `don_vi_nop` delivers the figure; `tong_hop` says how units' values make one.
    """

    ma: str
    ten: str = ""
    thuc_hien: Decimal | None = None
    tong_so: Decimal | None = None
    don_vi_tinh: str = ""
    ky_truoc: Decimal | None = None
    nguon: str = ""
    ghi_chu: str = ""
    la_ti_le: bool = False
    place: Place = _NOWHERE
    cung_ky: Decimal | None = None
    cong_thuc: str = ""
    lam_tron: int | None = None
    don_vi_nop: str = ""
    tong_hop: str = ""
    chu: str = ""
    formula_place: Place | None = None

    def __post_init__(self) -> None:
        for column in ("thuc_hien", "ky_truoc", "cung_ky"):
            value = getattr(self, column)
            if value is not None:
                kept = Rate(value) if self.la_ti_le else Decimal(value)
                object.__setattr__(self, column, kept)


def read_indicators(
    files: Sequence[tuple[Path, Place | None]], problems: list[Problem]
) -> dict[str, Indicator]:
    """The indicators of tables, by code; each file comes with the place that names it.

    Adds to `problems`, beside what `read_table` adds: CT007 missing column, CT008 unknown column,
    CT009 a column twice, CT010 no code, CT011 ill-formed code, CT012 a code twice, CT013 (warning)
    no value and no formula, CT014 ambiguous number, CT015 no number, CT016 a rate
    where none can stand, CT023 an impossible number of decimals.
    """
    found: dict[str, Indicator] = {}
    meant_codes: dict[str, Indicator] = {}
    for path, named_at in files:
        table = read_table(path, problems, named_at, titles=COLUMNS)
        if table is None or not _header_is_usable(table, problems):
            continue
        meant_codes |= _of_ragged_rows(table)
        misnamed = () if set(table.header) <= set(COLUMNS) else set(VALUES) - set(table.header)
        for number, row in enumerate(table.rows):
            cells = dict(zip(table.header, map(str.strip, row), strict=True))
            place = table.places[number]
            indicator = _indicator(cells, partial(table.place_of, number), problems, misnamed)
            meant_codes[plain_name(indicator.ma)] = indicator
            first = found.get(indicator.ma)
            if first is not None and indicator.ma:
                message = f"mã “{indicator.ma}” ghi hai lần (lần đầu ở {first.place})"
                hint = "đổi một trong hai mã, hoặc xoá dòng thừa"
                problems.append(Problem("CT012", message, place, hint))
            else:
                found[indicator.ma] = indicator
    return {**meant_codes, **found}


def _of_ragged_rows(table: CsvTable) -> dict[str, Indicator]:
    """Stand-ins for rows that could not be read, so that nobody is told that they are missing."""
    column = table.header.index("ma")
    codes = [cells[column].strip() for cells in table.ragged if column < len(cells)]
    return {code: Indicator(code, "", _STAND_IN, _STAND_IN, "", _STAND_IN) for code in codes}


def _header_is_usable(table: CsvTable, problems: list[Problem]) -> bool:
    place = table.header_place
    for title in dict.fromkeys(table.header):
        if title not in COLUMNS:
            message = f"không có cột nào tên “{title}”" if title else "có một cột không có tên"
            problems.append(Problem("CT008", message, place, meant(title, COLUMNS)))
        elif table.header.count(title) > 1:
            message = f"cột “{title}” ghi hai lần"
            problems.append(Problem("CT009", message, place, "xoá một trong hai cột"))
    missing = "ma" if "ma" not in table.header else ""
    if not missing and not {*VALUES, "cong_thuc"} & set(table.header):
        missing = "thuc_hien"
    if missing:
        values = f"{', '.join(VALUES)}, cong_thuc"
        hint = f"dòng đầu của bảng phải có cột ma và ít nhất một trong: {values}"
        problems.append(Problem("CT007", f"bảng thiếu cột “{missing}”", place, hint))
    return not missing


def _indicator(
    cells: dict[str, str],
    place_of: Callable[[str], Place],
    problems: list[Problem],
    misnamed: Collection[str],
) -> Indicator:
    """The indicator of a row; values that cannot be read get a stand-in (the row is refused)."""
    code, place = cells["ma"], place_of("")
    problems.extend(code_problems(code, place))
    read = {
        column: _number(column, cells, place_of(column), problems)
        for column in VALUES
        if cells.get(column)
    }
    numbers = {column: number for column, number in read.items() if number is not None}
    if not read and not cells.get("cong_thuc"):
        problems.append(_no_value(code, place))
    problems.extend(_rate_problems(numbers, place))
    ratios = dict.fromkeys({*misnamed, *read}, _STAND_IN)
    ratios |= {column: number.ratio for column, number in numbers.items()}
    return Indicator(
        ma=code,
        ten=cells.get("ten", ""),
        thuc_hien=ratios.get("thuc_hien"),
        tong_so=ratios.get("tong_so"),
        don_vi_tinh=cells.get("don_vi_tinh", ""),
        ky_truoc=ratios.get("ky_truoc"),
        nguon=cells.get("nguon", ""),
        ghi_chu=cells.get("ghi_chu", ""),
        la_ti_le=any(number.is_percent for number in numbers.values()),
        place=place,
        cung_ky=ratios.get("cung_ky"),
        cong_thuc=cells.get("cong_thuc", ""),
        lam_tron=_decimals(cells.get("lam_tron", ""), place, problems),
        don_vi_nop=cells.get("don_vi_nop", ""),
        tong_hop=cells.get("tong_hop", ""),
        formula_place=place_of("cong_thuc") if cells.get("cong_thuc") else None,
    )


def _no_value(code: str, place: Place) -> Problem:
    hint = f"điền ít nhất một trong các cột {', '.join(VALUES)}, hoặc xoá dòng này"
    message = f"chỉ tiêu “{code}” chưa có giá trị nào"
    return Problem("CT013", message, place, hint, Severity.WARNING)


def _number(
    column: str, cells: dict[str, str], place: Place, problems: list[Problem]
) -> ParsedNumber | None:
    """The value of a column that is filled in; None where it cannot be read."""
    number = read_value(cells[column], column, place, problems)
    if number is None or number.is_percent or column == "tong_so":
        return number
    return _in_unit(number, cells[column], cells, place, problems)


def _in_unit(
    number: ParsedNumber, typed: str, cells: dict[str, str], place: Place, problems: list[Problem]
) -> ParsedNumber | None:
    """The number, a percentage where the unit is `%`; None where it may be a share of one."""
    unit = parse_unit(cells.get("don_vi_tinh", ""))
    if unit is None or not unit.is_percent or cells.get("tong_so"):
        return number
    if 0 < abs(number.value) < 1:
        percent = format_number(shift(number.value, 2))
        message = f"“{typed}” với đơn vị % có hai cách hiểu: {typed}% hoặc {percent}%"
        problems.append(Problem("CT024", message, place, "gõ cả dấu % sau số"))
        return None
    return ParsedNumber(number.value, is_percent=True)


def decimals_of(text: str) -> int | None:
    """A number of digits after the decimal mark as it is typed; None where there can be none."""
    return int(text) if len(text) == 1 and text.isdecimal() and int(text) <= MOST_DECIMALS else None


def _decimals(text: str, place: Place, problems: list[Problem]) -> int | None:
    if not text:
        return None
    if (decimals := decimals_of(text)) is not None:
        return decimals
    message = f"cột lam_tron: “{text}” không phải là số chữ số sau dấu phẩy"
    hint = f"gõ một số nguyên từ 0 đến {MOST_DECIMALS}, hoặc để trống"
    problems.append(Problem("CT023", message, place, hint))
    return None


def code_problems(code: str, place: Place) -> Iterator[Problem]:
    """What is wrong with the code of a figure: CT010 none, CT011 ill-formed."""
    if not code:
        hint = "đặt mã bằng chữ thường không dấu, ví dụ can_cuoc"
        yield Problem("CT010", "dòng này chưa có mã (cột ma)", place, hint)
    elif not _CODE.fullmatch(code):
        better = plain_name(code)
        usable = _CODE.fullmatch(better)
        hint = (
            f"viết “{better}”" if usable else "bắt đầu bằng một chữ cái không dấu, ví dụ can_cuoc"
        )
        message = f"mã “{code}” chỉ được gồm chữ thường không dấu, chữ số và dấu _"
        yield Problem("CT011", message, place, hint)


def _rate_problems(numbers: dict[str, ParsedNumber], place: Place) -> Iterator[Problem]:
    rates = [column for column, number in numbers.items() if number.is_percent]
    if not rates:
        return
    if "tong_so" in numbers:
        hint = "bỏ dấu % và ghi số lượng (tỷ lệ được tự tính), hoặc để trống cột tong_so"
        message = "đã có tong_so thì các giá trị khác không ghi bằng phần trăm"
        yield Problem("CT016", message, place, hint)
    elif len(rates) < len(numbers):
        message = f"{' và '.join(numbers)} phải cùng ghi bằng phần trăm hoặc cùng không"
        yield Problem("CT016", message, place, "thêm hoặc bỏ dấu % cho giống nhau")
