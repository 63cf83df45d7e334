"""The figures of a dossier with its formulas reckoned."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from reportgen.dossier.dossier import DossierForm
from reportgen.dossier.formulas.computed import Computed, Declared
from reportgen.dossier.formulas.forms import FormulaForm
from reportgen.dossier.indicators import Indicator, code_problems
from reportgen.dossier.tree import YamlMap, find
from reportgen.problems import Problem, Severity

_OF_VALUES = ("TS005", "TS006", "TS010", "TS011", "TS012")
"""Faults that may only come of the stand-in for a value that could not be read."""


def computed_figures(
    path: Path,
    root: YamlMap,
    form: DossierForm | None,
    indicators: Mapping[str, Indicator],
    place_name: str,
) -> Computed:
    """The figures with the formulas of their rows and of the dossier at `path` (`root`).

    Its problems are those of the codes, of the tables (`load_tables`) and of the formulas
    (`compute`). `place_name` is what formulas call `dia_danh`.
    """
    problems: list[Problem] = []
    forms = form.bang if form else {}
    found = list(declared_formulas(form.cong_thuc if form else {}, root))
    if not (forms or found or any(one.cong_thuc for one in indicators.values())):
        return Computed(indicators, place_name=place_name)
    from reportgen.dossier.formulas.computing import compute
    from reportgen.dossier.formulas.table_loading import load_tables

    tables = load_tables(path.parent, forms, root, indicators, problems)
    problems += [one for each in found for one in code_problems(each.code, each.place)]
    computed = compute(indicators, found, tables, place_name)
    return replace(computed, problems=(*problems, *computed.problems))


def news_of(computed: Computed, told: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of formulas that do not only come of what is wrong with the values (`told`)."""
    failed = any(one.severity is Severity.ERROR for one in told)
    return (one for one in computed.problems if not (failed and one.code in _OF_VALUES))


def declared_formulas(forms: Mapping[str, FormulaForm], root: YamlMap) -> Iterator[Declared]:
    """The formulas under the key `cong_thuc` of a YAML file."""
    for code, form in forms.items():
        place = find(root, ("cong_thuc", code, "bieu_thuc"))[0]
        yield Declared(
            code, form.bieu_thuc, place, form.tong_so, form.ten, form.don_vi_tinh, form.decimals
        )
