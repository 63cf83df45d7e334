"""Two dossiers side by side: every figure, and every section of the text."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from reportgen.comparing.figures import Course, FigureChange, compare_figures
from reportgen.dossier import Indicator, Period
from reportgen.periods.comparing_sections import Section
from reportgen.periods.comparing_text import Fate, SectionChange, compare_sections


@dataclass(frozen=True, slots=True)
class Side:
    """One of two dossiers: its figures with those that formulas give, and its printed text."""

    file: str
    template: str
    period: Period | None
    indicators: Mapping[str, Indicator]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from `before` to `now`; `sections` is None for texts of different templates.

    `figures` have the one first that moved most, those that did not move at the end. `sections`
    stand in the order of the text.
    """

    before: Side
    now: Side
    figures: tuple[FigureChange, ...]
    sections: tuple[SectionChange, ...] | None

    @property
    def moved(self) -> tuple[FigureChange, ...]:
        """The figures whose values or totals are other than before."""
        return tuple(one for one in self.figures if one.moved)

    def of(self, course: Course) -> tuple[FigureChange, ...]:
        """The figures that did not move, of which this became."""
        return tuple(one for one in self.figures if one.course is course and not one.moved)

    @property
    def courses(self) -> Counter[Course]:
        """How many figures took each course."""
        return Counter(one.course for one in self.figures)

    @property
    def fates(self) -> Counter[Fate]:
        """How many sections met each fate; empty where texts are not compared."""
        return Counter(one.fate for one in self.sections or ())

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed that could be compared."""
        others = {Course.NEW, Course.GONE, Course.BLANK, Course.UNLIKE} & set(self.courses)
        return not (self.moved or others or set(self.fates) - {Fate.SAME})


def compare(before: Side, now: Side, codes: Collection[str] = ()) -> Comparison:
    """The comparison of two dossiers; with `codes`, only of these figures."""
    wanted = frozenset(codes)

    def chosen(side: Side) -> dict[str, Indicator]:
        return {code: one for code, one in side.indicators.items() if code in wanted or not wanted}

    figures = compare_figures(chosen(before), chosen(now))
    sections = None
    if before.template == now.template:
        sections = tuple(compare_sections(before.sections, now.sections))
    return Comparison(before, now, figures, sections)
