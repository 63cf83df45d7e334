"""What the template and the dossier together ask of the figures, each with its line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from reportgen.checks.subject import Subject
from reportgen.dossier import Dossier, Indicator
from reportgen.dossier.figure_rules import FigureRules
from reportgen.dossier.tree import YamlMap, find
from reportgen.drafting.templates import Template
from reportgen.drafting.usage import used_indicators
from reportgen.problems import Place

USUAL_FACTOR = Decimal(5)
"""How many times more or less than before is remarkable where nothing else is declared."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One entry of a list, by its text; `in_template` tells which file it is from."""

    text: str
    place: Place
    note: str = ""
    in_template: bool = False


@dataclass(frozen=True, slots=True)
class Declared:
    """The rules for the figures of one dossier; entries of the template first.

    `codes`: every code that the dossier has, or that the template speaks of.
    """

    dossier: Dossier
    relations: tuple[Asked, ...]
    required: tuple[Asked, ...]
    units: Mapping[str, Asked]
    cumulative: tuple[Asked, ...]
    most: Decimal
    sources_required: bool
    codes: frozenset[str]

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        return self.dossier.indicators

    @property
    def table(self) -> str:
        """The name of the file of figures."""
        known = (one.place.file for one in self.indicators.values() if one.place.file)
        return next(known, "chi_tieu.csv")


def declared(subject: Subject) -> Declared | None:
    """What is asked of the dossier's figures; None for a Word file."""
    dossier, template = subject.dossier, subject.template
    if dossier is None:
        return None
    sides: list[tuple[FigureRules | Dossier, YamlMap, bool]] = [(dossier, dossier.tree, False)]
    if template is not None:
        sides.insert(0, (template.settings, template.tree, True))
    relations = tuple(one for side in sides for one in _relations(*side))
    required = tuple(one for side in sides for one in _listed("bat_buoc", *side))
    cumulative = tuple(one for side in sides for one in _listed("luy_ke", *side))
    units = {code: one for side in sides for code, one in _units(*side)}
    own = dossier.bien_dong_toi_da
    inherited = template.settings.bien_dong_toi_da if template else None
    needed = dossier.nguon_bat_buoc or (template is not None and template.settings.nguon_bat_buoc)
    codes = frozenset(dossier.indicators) | _codes_of(template) | {one.text for one in required}
    most = own or inherited or USUAL_FACTOR
    return Declared(dossier, relations, required, units, cumulative, most, needed, codes)


def _codes_of(template: Template | None) -> frozenset[str]:
    return frozenset(used_indicators(template)) if template else frozenset()


def _relations(rules: FigureRules | Dossier, tree: YamlMap, in_template: bool) -> Iterator[Asked]:
    for number, one in enumerate(rules.quan_he):
        place = find(tree, ("quan_he", number, "bieu_thuc"))[0]
        yield Asked(one.bieu_thuc, place, one.ghi_chu or "", in_template)


def _listed(
    key: str, rules: FigureRules | Dossier, tree: YamlMap, in_template: bool
) -> Iterator[Asked]:
    codes: tuple[str, ...] = getattr(rules, key)
    for number, code in enumerate(codes):
        yield Asked(code, find(tree, (key, number))[0], in_template=in_template)


def _units(
    rules: FigureRules | Dossier, tree: YamlMap, in_template: bool
) -> Iterator[tuple[str, Asked]]:
    for code, unit in rules.don_vi_tinh.items():
        place = find(tree, ("don_vi_tinh", code))[0]
        yield code, Asked(unit, place, in_template=in_template)
