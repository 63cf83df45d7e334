"""Charts in formulas: `{{ [ct.a, ct.b] | bieu_do(ky=6, tieu_de="…") }}`, alone on a line.

Drafting knows only what is asked for. The past periods are read, and the chart is drawn, where the
document is built; here a mark stands for it.
"""

from dataclasses import dataclass
from typing import Literal

from reportgen.dossier import Indicator
from reportgen.drafting.measures import refuse_points
from reportgen.drafting.values import FormulaError, describe
from reportgen.problems import Place
from reportgen.vietnamese.units import parse_unit

MOST_SERIES = 4
MOST_PERIODS = 36
_LEAST_PERIODS = 2
_EXAMPLE = 'ví dụ: {{ [ct.a, ct.b] | bieu_do(ky=6, tieu_de="Hồ sơ tiếp nhận") }}'

Shape = Literal["cot", "duong"]
Value = Literal["thuc_hien", "ti_le"]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of figures of this period and the `periods` - 1 before it.

    All figures are of one unit. `value`: what was done, or its share of the total.
    """

    figures: tuple[Indicator, ...]
    title: str
    periods: int
    shape: Shape
    value: Value


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart, the formula that asks for it, and the line that stands for it in the draft."""

    chart: Chart
    place: Place
    name: str

    @property
    def mark(self) -> str:
        """The line of the draft where the chart stands."""
        return f"![]({self.name})"


def chart_of(
    value: object,
    ky: object = MOST_PERIODS,
    tieu_de: object = "",
    dang: object = "",
    gia_tri: object = "thuc_hien",
) -> Chart:
    """`bieu_do`: the chart of an indicator or a list of them; raises FormulaError."""
    figures = tuple(value) if isinstance(value, list | tuple) else (value,)
    found = tuple(one for one in figures if isinstance(one, Indicator))
    for one in figures:
        if not isinstance(one, Indicator):
            what = f"biểu đồ cần các chỉ tiêu, không phải {describe(one)}"
            raise FormulaError(what, _EXAMPLE)
        refuse_points(one)
    _check_count(found)
    if not isinstance(tieu_de, str):
        raise FormulaError("tieu_de của biểu đồ phải là chữ trong dấu nháy kép", _EXAMPLE)
    shown: Value = "ti_le" if gia_tri == "ti_le" else "thuc_hien"
    if gia_tri != shown:
        raise FormulaError("gia_tri của biểu đồ là “thuc_hien” hoặc “ti_le”", _EXAMPLE)
    if shown == "thuc_hien":
        _check_units(found)
    return Chart(found, tieu_de.strip(), _periods(ky), _shape(dang, len(found)), shown)


def _check_count(figures: tuple[Indicator, ...]) -> None:
    if not figures:
        raise FormulaError("biểu đồ chưa có chỉ tiêu nào", _EXAMPLE)
    if len(figures) > MOST_SERIES:
        what = f"biểu đồ có {len(figures)} chỉ tiêu, nhiều nhất {MOST_SERIES} thì còn đọc được"
        raise FormulaError(what, "tách thành hai biểu đồ")
    codes = [one.ma for one in figures]
    for code in codes:
        if codes.count(code) > 1:
            raise FormulaError(f"biểu đồ ghi chỉ tiêu “{code}” hai lần", "bỏ lần ghi sau")


def _check_units(figures: tuple[Indicator, ...]) -> None:
    first = figures[0]
    for other in figures[1:]:
        if not same_unit(first, other):
            what = (
                f"biểu đồ có hai đơn vị tính: “{first.ma}” tính bằng {named_unit(first)}, "
                f"“{other.ma}” tính bằng {named_unit(other)}"
            )
            raise FormulaError(what, "tách thành hai biểu đồ, mỗi biểu đồ một đơn vị tính")


def same_unit(one: Indicator, other: Indicator) -> bool:
    """Whether two figures can share a scale: rates with rates, `tỷ đồng` with `tỉ đồng`."""
    if one.la_ti_le or other.la_ti_le:
        return one.la_ti_le and other.la_ti_le
    first, second = parse_unit(one.don_vi_tinh), parse_unit(other.don_vi_tinh)
    if first is None or second is None:
        return first is second
    return first.same_as(second)


def named_unit(figure: Indicator) -> str:
    """The unit in words of a message."""
    unit = "%" if figure.la_ti_le else " ".join(figure.don_vi_tinh.split())
    return f"“{unit}”" if unit else "số không ghi đơn vị tính"


def _periods(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise FormulaError("ky của biểu đồ phải là một số nguyên: số kỳ cần vẽ", "ví dụ: ky=6")
    if not _LEAST_PERIODS <= value <= MOST_PERIODS:
        what = f"biểu đồ vẽ từ {_LEAST_PERIODS} đến {MOST_PERIODS} kỳ, không phải {value}"
        raise FormulaError(what, "ví dụ: ky=6")
    return value


def _shape(value: object, series: int) -> Shape:
    match value:
        case "":
            return "cot" if series == 1 else "duong"
        case "cot":
            return "cot"
        case "duong":
            return "duong"
        case _:
            raise FormulaError("dang của biểu đồ là “cot” hoặc “duong”", 'ví dụ: dang="cot"')
