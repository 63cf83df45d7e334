"""All formulas of a dossier: read, put in order, reckoned, their values given to the figures."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter

from reportgen.dossier.formulas.computed import Computed, Declared
from reportgen.dossier.formulas.data_tables import DataTable
from reportgen.dossier.formulas.faults import Fault
from reportgen.dossier.formulas.figures import MISSING
from reportgen.dossier.formulas.nodes import Name, Node, Part, walk
from reportgen.dossier.formulas.reckoning import World, value_of
from reportgen.dossier.formulas.results import (
    checked_against_typed,
    conformed,
    with_earlier_periods,
    with_value,
)
from reportgen.dossier.formulas.syntax import parse
from reportgen.dossier.indicators import Indicator
from reportgen.problems import Problem, Severity

CIRCLE, TWICE = "TS003", "TS004"
_MOST_NAMED = 12
_STAND_IN = Decimal(1)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that could be read."""

    declared: Declared
    node: Node
    total: Node | None = None

    @property
    def names(self) -> frozenset[str]:
        """What it calls figures and tables by."""
        nodes = [*walk(self.node), *(walk(self.total) if self.total else ())]
        return frozenset(
            one.name if isinstance(one, Name) else one.owner
            for one in nodes
            if isinstance(one, Name | Part)
        )


def compute(
    indicators: Mapping[str, Indicator],
    declared: Sequence[Declared] = (),
    tables: Mapping[str, DataTable] = {},
    place_name: str = "",
    *,
    own: bool = True,
) -> Computed:
    """The figures with all formulas reckoned: the `declared` ones, and their `own` rows'.

    Problems (TS0xx) name the figure and stand where its formula does: TS001 unreadable, TS002 not
    allowed, TS003 a circle, TS004 two formulas for one figure, TS005 another value is typed, TS006
    typed beside a rate, TS010-012 units, zero, rates, TS020-027 what a formula asks for and finds
    not.
    """
    problems: list[Problem] = []
    every = _all_declared(indicators, declared, problems) if own else declared
    figures = {
        **indicators,
        **{one.code: _prepared(indicators.get(one.code), one) for one in every},
    }
    formulas, failed = _read(every, problems)
    blank: set[str] = set()
    for code in _ordered(formulas, failed, problems):
        formula = formulas[code]
        if formula.names & failed:
            failed.add(code)
        elif formula.names & blank:
            blank.add(code)
        else:
            world = World(figures, tables, place_name)
            try:
                figures[code] = _reckoned(figures[code], formula, world)
            except Fault as error:
                problems += _told(error, formula.declared)
                (blank if _is_blank(error) else failed).add(code)
    for code in failed:
        figures[code] = _stand_in(figures[code])
    return Computed(figures, tuple(problems), formulas, tables, place_name)


def _all_declared(
    figures: Mapping[str, Indicator], declared: Sequence[Declared], problems: list[Problem]
) -> Collection[Declared]:
    """The formulas of the figures' own rows, and those declared elsewhere."""
    own = {
        figure.ma: Declared(
            figure.ma, figure.cong_thuc, figure.formula_place or figure.place, None,
            figure.ten, figure.don_vi_tinh, figure.lam_tron,
        )
        for figure in figures.values()
        if figure.cong_thuc
    }  # fmt: skip
    for one in declared:
        if one.code in own:
            message = (
                f"chỉ tiêu “{one.code}” có hai công thức (công thức kia ở {own[one.code].place})"
            )
            problems.append(Problem(TWICE, message, one.place, "giữ lại một công thức"))
        else:
            own[one.code] = one
    return own.values()


def _read(
    every: Collection[Declared], problems: list[Problem]
) -> tuple[dict[str, Formula], set[str]]:
    """The formulas by code, and the codes of those that cannot be read."""
    formulas: dict[str, Formula] = {}
    failed: set[str] = set()
    for one in every:
        try:
            total = parse(one.total) if one.total else None
            formulas[one.code] = Formula(one, parse(one.text), total)
        except Fault as error:
            problems += _told(error, one)
            failed.add(one.code)
    return formulas, failed


def _prepared(figure: Indicator | None, formula: Declared) -> Indicator:
    """The figure that a formula belongs to, with what the formula says of it."""
    if figure is None:
        figure = Indicator(formula.code, place=formula.place)
    return replace(
        figure,
        ten=figure.ten or formula.name,
        don_vi_tinh=figure.don_vi_tinh or formula.unit,
        lam_tron=figure.lam_tron if formula.decimals is None else formula.decimals,
        cong_thuc=formula.text,
        formula_place=formula.place,
    )


def _ordered(
    formulas: Mapping[str, Formula], failed: set[str], problems: list[Problem]
) -> Sequence[str]:
    """The codes so that each comes after those it needs; circles are told and left out."""
    graph = {
        code: sorted(formula.names & formulas.keys()) for code, formula in sorted(formulas.items())
    }
    while True:
        try:
            return tuple(TopologicalSorter(graph).static_order())
        except CycleError as error:
            circle = _from_the_first(error.args[1][:-1][::-1])
            path = " → ".join([*_shortened(circle), circle[0]])
            message = f"các công thức tính vòng tròn: {path}"
            if len(circle) == 1:
                message = f"công thức của “{circle[0]}” gọi lại chính nó"
            hint = "bỏ một mắt xích: chỉ tiêu này phải gõ giá trị hoặc tính từ số khác"
            problems.append(Problem(CIRCLE, message, formulas[circle[0]].declared.place, hint))
            failed.update(circle)
            graph = {
                code: [one for one in needed if one not in circle]
                for code, needed in graph.items()
                if code not in circle
            }


def _shortened(circle: Sequence[str]) -> Sequence[str]:
    """The circle's first and last codes, where nobody would read all of them."""
    return circle if len(circle) <= _MOST_NAMED else [*circle[: _MOST_NAMED - 2], "…", circle[-1]]


def _from_the_first(circle: Sequence[str]) -> Sequence[str]:
    """The circle beginning with the code that comes first in the alphabet, so that it is stable."""
    start = circle.index(min(circle))
    return [*circle[start:], *circle[:start]]


def _reckoned(figure: Indicator, formula: Formula, world: World) -> Indicator:
    unit, decimals = figure.don_vi_tinh, figure.lam_tron
    value = conformed(value_of(formula.node, world), unit, decimals)
    if formula.total is not None:
        total = conformed(value_of(formula.total, world), unit, decimals)
        figure = with_value(figure, total, "tong_so")
    checked_against_typed(figure, value)
    return with_earlier_periods(with_value(figure, value), formula.node, world)


def _stand_in(figure: Indicator) -> Indicator:
    return replace(
        figure,
        thuc_hien=_STAND_IN if figure.thuc_hien is None else figure.thuc_hien,
        ky_truoc=_STAND_IN if figure.ky_truoc is None else figure.ky_truoc,
        cung_ky=_STAND_IN if figure.cung_ky is None else figure.cung_ky,
    )


def _is_blank(error: Fault) -> bool:
    """Whether nothing is wrong but that another figure has no value yet."""
    return all(one.code == MISSING and one.place is None for one in error.troubles)


def _told(error: Fault, formula: Declared) -> Iterable[Problem]:
    for one in error.troubles:
        message = f"công thức của “{formula.code}”: {one.message}"
        place = one.place or formula.place
        severity = Severity.WARNING if _is_blank(error) else Severity.ERROR
        yield Problem(one.code, message, place, one.hint, severity)
