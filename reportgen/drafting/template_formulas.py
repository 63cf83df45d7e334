"""The figures that a template computes from those of the dossier (`cong_thuc` in `mau.yaml`)."""

from dataclasses import replace

from reportgen.dossier import Dossier
from reportgen.dossier.computed_figures import declared_formulas
from reportgen.dossier.formulas import compute
from reportgen.drafting.templates import Template
from reportgen.problems import Problem


def with_template_formulas(
    dossier: Dossier, template: Template
) -> tuple[Dossier, tuple[Problem, ...]]:
    """The dossier with the template's figures too, and what is wrong with their formulas.

    A code that the dossier computes itself stays the dossier's.
    """
    before = dossier.computed
    forms = {
        code: form
        for code, form in template.settings.cong_thuc.items()
        if code not in before.formulas
    }
    if not forms:
        return dossier, ()
    declared = tuple(declared_formulas(forms, template.tree))
    after = compute(dossier.indicators, declared, before.tables, before.place_name, own=False)
    formulas = {**before.formulas, **after.formulas}
    computed = replace(after, formulas=formulas)
    return replace(dossier, indicators=after.indicators, computed=computed), after.problems
