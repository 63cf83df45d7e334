"""Formulas as they are declared, and the figures that they came to: what the rest knows of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.dossier.indicators import Indicator
from reportgen.problems import Place, Problem

if TYPE_CHECKING:
    from reportgen.dossier.formulas.computing import Formula
    from reportgen.dossier.formulas.data_tables import DataTable
    from reportgen.dossier.formulas.reckoning import World


@dataclass(frozen=True, slots=True)
class Declared:
    """A formula as it is typed, for the figure of that code; `total` is that of `tong_so`."""

    code: str
    text: str
    place: Place
    total: str | None = None
    name: str = ""
    unit: str = ""
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Computed:
    """Figures with the values of their formulas; `given` are the same as typed.

    A figure whose formula failed has a stand-in; the problem is told. One whose formula still
    waits for another figure's value stays blank.
    """

    indicators: Mapping[str, Indicator]
    problems: tuple[Problem, ...] = ()
    formulas: Mapping[str, "Formula"] = field(default_factory=dict)
    tables: Mapping[str, "DataTable"] = field(default_factory=dict)
    place_name: str = ""

    @property
    def world(self) -> "World":
        """What its formulas reckon with."""
        from reportgen.dossier.formulas.reckoning import World

        return World(self.indicators, self.tables, self.place_name)
