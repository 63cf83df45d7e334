"""Tables of figures against last period: `{{ bang_so_sanh }}`, alone on a line.

For chosen figures `{{ [ct.a, ct.b] | bang_so_sanh }}`. As with charts, drafting knows only what is
asked for: what last period was may stand in another dossier, which is read where the document is
built.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.dossier import Indicator
from reportgen.drafting.charts import Chart, PlacedChart
from reportgen.drafting.values import FormulaError, describe
from reportgen.problems import Place

_EXAMPLE = "ví dụ: {{ [ct.a, ct.b] | bang_so_sanh }}, hoặc {{ bang_so_sanh }} cho mọi chỉ tiêu"


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures against last period.

    Of figures that were `chosen` each must have a value of both periods; else those without are
    left out.
    """

    figures: tuple[Indicator, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table, the formula that asks for it, and the line that stands for it in the draft."""

    table: FigureTable
    place: Place
    name: str

    @property
    def mark(self) -> str:
        """The line of the draft where the table stands."""
        return f"![]({self.name})"


Inset = Chart | FigureTable
"""What formulas ask for that is no text."""
PlacedInset = PlacedChart | PlacedTable


def placed(inset: Inset, place: Place, before: Iterable[PlacedInset]) -> PlacedInset:
    """The inset with a name that none `before` it has."""
    if isinstance(inset, Chart):
        number = sum(isinstance(one, PlacedChart) for one in before) + 1
        return PlacedChart(inset, place, f"bieu-do-{number}")
    number = sum(isinstance(one, PlacedTable) for one in before) + 1
    return PlacedTable(inset, place, f"bang-so-sanh-{number}")


def inset_name(inset: Inset | PlacedInset) -> str:
    """What messages call it."""
    return "biểu đồ" if isinstance(inset, Chart | PlacedChart) else "bảng so sánh"


def alone(inset: Inset | PlacedInset) -> str:
    """Where such a formula may stand, as a hint."""
    text = "trong noi_dung (hoặc nội dung phụ lục), một mình trên một dòng"
    return f"đặt {inset_name(inset)} {text}"


def table_of(value: object) -> FigureTable:
    """`bang_so_sanh` of an indicator or a list of them; raises FormulaError."""
    figures = tuple(value) if isinstance(value, list | tuple) else (value,)
    if not figures:
        raise FormulaError("bảng so sánh chưa có chỉ tiêu nào", _EXAMPLE)
    found = []
    for one in figures:
        if not isinstance(one, Indicator):
            what = f"bảng so sánh cần các chỉ tiêu, không phải {describe(one)}"
            raise FormulaError(what, _EXAMPLE)
        if one in found:
            message = f"bảng so sánh ghi chỉ tiêu “{one.ma}” hai lần"
            raise FormulaError(message, "bỏ lần ghi sau")
        found.append(one)
    return FigureTable(tuple(found), chosen=True)
