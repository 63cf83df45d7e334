"""The formulas that print a figure again, sign by sign as it stood there."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from reportgen.checks.figures.model import Figure
from reportgen.dossier import Indicator
from reportgen.drafting.filters import FILTERS
from reportgen.drafting.values import FormulaError
from reportgen.roundtrip.figures.statements import Statement
from reportgen.vietnamese import AmbiguousNumber, NotANumber, format_number, parse_number
from reportgen.vietnamese.numbers import plain_digits, shift

_TOTAL = ".tong_so"


@dataclass(frozen=True, slots=True)
class Formula:
    """What stands for `text[start:end]`: `ct.<code><what>`, as `.tong_so | so`."""

    start: int
    end: int
    what: str

    def source(self, code: str) -> str:
        """The formula as it is typed, for the indicator of that code."""
        return f"{{{{ ct.{code}{self.what} }}}}"


@dataclass(frozen=True, slots=True)
class Printed:
    """What an indicator must hold, as typed in a table, and the formulas that print it.

    `rate` is a percentage that it cannot print: the figure has to be told by itself.
    """

    thuc_hien: str
    tong_so: str
    formulas: tuple[Formula, ...]
    rate: Figure | None = None


def printed(text: str, statement: Statement, *, padded: bool) -> Printed | None:
    """How to print the figures of a statement; None where no filter prints what stands there.

    `padded`: the document writes counts with two digits at least (`02`), so that `12` is one, too.
    """
    if statement.part is None:
        return _rate_alone(statement.percent) if statement.percent else None
    part, whole = statement.part, statement.whole
    one = Indicator("x", thuc_hien=part.value, tong_so=whole.value if whole else None)
    formulas = _counts(text, one, statement, padded=padded)
    values = [_typed(part.value), _typed(whole.value) if whole else ""]
    if formulas is None or None in values:
        return None
    rate = _rate(one, statement.percent) if statement.percent else None
    left = statement.percent if rate is None else None
    if left is not None and statement.inferred:
        values[1], left = "", None
    made = (*formulas, *((rate,) if rate else ()))
    return Printed(values[0] or "", values[1] or "", made, left)


def _rate_alone(percent: Figure) -> Printed | None:
    one = Indicator("x", thuc_hien=percent.value, la_ti_le=True)
    formula = _rate(one, percent)
    typed = _typed(shift(percent.value, 2), "%")
    return Printed(typed, "", (formula,)) if formula and typed else None


def _rate(one: Indicator, percent: Figure) -> Formula | None:
    ways: list[tuple[str, tuple[int, ...]]] = [(" | ti_le", ())]
    ways.append((f" | ti_le({percent.decimals})", (percent.decimals,)))
    for what, arguments in ways:
        if _prints("ti_le", one, percent.text, *arguments):
            return Formula(percent.start, percent.end, what)
    return None


def _counts(
    text: str, one: Indicator, statement: Statement, *, padded: bool
) -> tuple[Formula, ...] | None:
    part, whole = statement.part, statement.whole
    if part is None:
        return None
    if whole is None or statement.inferred:
        short = padded and len(part.text) == 2 and part.text.isdecimal()
        return _first(part, one, ("dem", "so") if short else ("so", "dem"))
    start, end = min(part.start, whole.start), max(part.end, whole.end)
    if _prints("ti_so", one, text[start:end]):
        return (Formula(start, end, " | ti_so"),)
    done = _first(part, one, ("so", "dem"))
    total = _first(whole, one.tong_so, ("so", "dem"), _TOTAL)
    return (*done, *total) if done and total else None


def _first(
    figure: Figure, value: object, ways: tuple[str, ...], field: str = ""
) -> tuple[Formula, ...] | None:
    for name in ways:
        if _prints(name, value, figure.text):
            return (Formula(figure.start, figure.end, f"{field} | {name}"),)
    return None


def _prints(name: str, value: object, text: str, *arguments: int) -> bool:
    """Whether the filter prints the value as that very text."""
    function: Callable[..., object] = FILTERS[name]
    try:
        return function(value, *arguments) == text
    except (FormulaError, ArithmeticError):
        return False


def _typed(value: Decimal, percent: str = "") -> str | None:
    """A value as it is typed in a table so that it reads back as itself; None where none does."""
    negative, whole, decimals = plain_digits(value)
    plain = f"{'-' if negative else ''}{whole}" if not decimals else format_number(value)
    for typed in (plain, f"{plain}0", f"{format_number(value)}"):
        try:
            read = parse_number(typed + percent)
        except (AmbiguousNumber, NotANumber):
            continue
        if read.value == value:
            return typed + percent
    return None
