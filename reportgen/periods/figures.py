"""The figures that departments and communes deliver for a dossier, as its tables have them now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from reportgen.dossier.csv_table import CsvTable
from reportgen.dossier.dates import Period
from reportgen.dossier.dossier import Dossier
from reportgen.dossier.indicators import COLUMNS
from reportgen.dossier.loading import indicator_files, read_dossier
from reportgen.dossier.summing import Summing, Way, parse_summing
from reportgen.dossier.tables import read_table
from reportgen.problems import InputError, Place, Problem, Severity
from reportgen.vietnamese import (
    AmbiguousNumber,
    NotANumber,
    fold_tone_placement,
    nfc,
    parse_number,
    plain_name,
)

_COMMUNES = frozenset(
    {"cap_xa", "ubnd_cap_xa", "xa_phuong", "cac_xa_phuong", "ubnd_xa_phuong", "don_vi_cap_xa"}
)
_OF_THE_DOSSIER = "HS"


def unit_key(name: str) -> str:
    """What spellings of one unit's name share: capitals, blanks and placement of tones aside."""
    return " ".join(fold_tone_placement(nfc(name)).lower().split())


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure that somebody delivers; values are None where none is known.

    Rates are shares of one. `departments` is empty for a figure of the communes.
    """

    code: str
    name: str
    unit: str
    is_rate: bool
    previous: Decimal | None
    total: Decimal | None
    now: Decimal | None
    note: str
    departments: tuple[str, ...]
    of_communes: bool
    summing: Summing | None
    file: Path
    place: Place

    @property
    def has_total(self) -> bool:
        """Whether it is so much out of a total."""
        return self.total is not None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be collected for a dossier: the figures, by whom, for when."""

    dossier: Dossier
    period: Period
    deadline: date | None
    figures: Mapping[str, Figure]

    @property
    def departments(self) -> tuple[str, ...]:
        """All that deliver something, in the order in which the tables name them first."""
        first: dict[str, str] = {}
        for figure in self.figures.values():
            for name in figure.departments:
                first.setdefault(unit_key(name), name)
        return tuple(first.values())

    def figures_of(self, department: str) -> tuple[Figure, ...]:
        """The figures of a department, in the order of the tables."""
        wanted = unit_key(department)
        return tuple(
            figure
            for figure in self.figures.values()
            if wanted in map(unit_key, figure.departments)
        )

    @property
    def of_communes(self) -> tuple[Figure, ...]:
        """The figures that every commune delivers, in the order of the tables."""
        return tuple(figure for figure in self.figures.values() if figure.of_communes)


def read_plan(path: Path) -> Plan:
    """The figures that a dossier's tables say who delivers (`don_vi_nop`, `tong_hop`).

    Values that are still missing are no fault here. Raises InputError: what is wrong with the
    dossier and with the tables, BM001 a dossier without a period, BM002 nobody to deliver.
    """
    reading = read_dossier(path)
    problems = [
        problem
        for problem in reading.problems
        if problem.severity is Severity.ERROR
        and (problem.code.startswith(_OF_THE_DOSSIER) or reading.dossier is None)
    ]
    dossier = reading.dossier
    if dossier is None or problems:
        raise InputError(problems)
    figures: dict[str, Figure] = {}
    for file, named_at in indicator_files(path, dossier.tree):
        table = read_table(file, problems, named_at, titles=COLUMNS)
        if table is not None:
            figures = _figures(table, file, problems) | figures
    problems += _unknown_weights(figures.values())
    if dossier.ky is None:
        message = "hồ sơ chưa ghi kỳ báo cáo nên chưa lập được biểu"
        hint = "thêm khoá ky, ví dụ ky: 9/2025"
        problems.append(Problem("BM001", message, dossier.place_of(), hint))
    delivered = {code: one for code, one in figures.items() if one.departments or one.of_communes}
    if not delivered and not problems:
        message = "chưa chỉ tiêu nào ghi đơn vị nộp số liệu"
        hint = "thêm cột don_vi_nop vào chi_tieu.csv: tên sở, ngành; hoặc “cấp xã” kèm tong_hop"
        problems.append(Problem("BM002", message, dossier.place_of(), hint))
    if any(one.severity is Severity.ERROR for one in problems) or dossier.ky is None:
        raise InputError(problems)
    due = dossier.han_nop.as_date if dossier.han_nop else None
    return Plan(dossier, dossier.ky, due, delivered)


def _figures(table: CsvTable, file: Path, problems: list[Problem]) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    for number, row in enumerate(table.rows):
        cells = dict(zip(table.header, map(str.strip, row), strict=True))
        code = cells.get("ma", "")
        if not code or code in found or cells.get("cong_thuc"):
            continue
        place = table.places[number]
        summing, typed = None, cells.get("tong_hop", "")
        if typed:
            summing = parse_summing(typed, table.place_of(number, "tong_hop"), problems)
        names = tuple(one.strip() for one in cells.get("don_vi_nop", "").split(";") if one.strip())
        departments = tuple(name for name in names if plain_name(name) not in _COMMUNES)
        of_communes = len(departments) < len(names) or bool(typed and not names)
        if of_communes and not typed:
            message = f"chỉ tiêu “{code}” do cấp xã nộp nhưng chưa ghi cách tổng hợp"
            hint = "ghi cột tong_hop: tong, lon_nhat, nho_nhat, moi_nhat hoặc trung_binh:mã"
            problems.append(Problem("CT038", message, table.place_of(number, "tong_hop"), hint))
        found[code] = _figure(cells, departments, summing, of_communes, file, place)
    return found


def _figure(  # noqa: PLR0913, PLR0917  (what is known of it)
    cells: Mapping[str, str],
    departments: tuple[str, ...],
    summing: Summing | None,
    of_communes: bool,
    file: Path,
    place: Place,
) -> Figure:
    typed = [cells.get(title, "") for title in ("thuc_hien", "ky_truoc", "cung_ky")]
    unit = cells.get("don_vi_tinh", "")
    return Figure(
        code=cells["ma"],
        name=cells.get("ten", ""),
        unit=unit,
        is_rate=any(text.endswith("%") for text in typed) or (unit == "%" and not any(typed)),
        previous=_value(cells.get("ky_truoc", "")),
        total=_value(cells.get("tong_so", "")),
        now=_value(cells.get("thuc_hien", "")),
        note=cells.get("ghi_chu", ""),
        departments=departments,
        of_communes=of_communes,
        summing=summing,
        file=file,
        place=place,
    )


def _value(text: str) -> Decimal | None:
    """A value of the dossier's own table; what is wrong with it is told where it is rendered."""
    try:
        return parse_number(text).ratio if text else None
    except (AmbiguousNumber, NotANumber):
        return None


def _unknown_weights(figures: Iterable[Figure]) -> list[Problem]:
    known = {figure.code for figure in figures}
    hint = "ghi mã của một chỉ tiêu cũng do các đơn vị đó nộp"
    return [
        Problem("CT039", f"không có chỉ tiêu trọng số “{one.summing.weight}”", one.place, hint)
        for one in figures
        if one.summing and one.summing.way is Way.MEAN and one.summing.weight not in known
    ]
