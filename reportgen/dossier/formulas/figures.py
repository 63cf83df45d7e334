"""The values of figures (`chi_tieu.csv`) in formulas."""

from decimal import Decimal

from reportgen.dossier.formulas.faults import fault
from reportgen.dossier.formulas.quantities import Quantity, divide, rate
from reportgen.dossier.indicators import Indicator
from reportgen.vietnamese import parse_unit

PARTS = ("thuc_hien", "tong_so", "ky_truoc", "cung_ky", "ti_le")
MISSING = "TS023"


def figure_value(figure: Indicator, part: str) -> Quantity | str:
    """A figure's value, or what stands in another of its columns; raises Fault (TS023)."""
    if part == "ti_le":
        return _share(figure)
    if part == "thuc_hien" and figure.chu:
        return figure.chu
    value: Decimal | None = getattr(figure, part)
    if value is None:
        message = f"chỉ tiêu “{figure.ma}” ({figure.place}) chưa có giá trị ở cột {part}"
        raise fault(MISSING, message, f"điền cột {part} ở dòng đó")
    if figure.la_ti_le and part != "tong_so":
        return rate(value)
    return Quantity(value, parse_unit(figure.don_vi_tinh))


def _share(figure: Indicator) -> Quantity | str:
    if figure.la_ti_le:
        return figure_value(figure, "thuc_hien")
    done, total = figure_value(figure, "thuc_hien"), figure_value(figure, "tong_so")
    if isinstance(done, str) or isinstance(total, str):
        return done
    return rate(divide(done, total).value)
