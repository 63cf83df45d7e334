"""The figures that a template computes from those of the dossier (`cong_thuc` in `mau.yaml`)."""

from dataclasses import replace
from itertools import chain

from reportgen.dossier import Dossier
from reportgen.dossier.computed_figures import declared_formulas
from reportgen.drafting.templates import Template
from reportgen.problems import Place, Problem


def figures_needed(template: Template, problems: list[Problem]) -> dict[str, Place]:
    """The figures that a template's formulas name; adds what is wrong with how they are typed."""
    from reportgen.dossier.formulas.faults import Fault
    from reportgen.dossier.formulas.figures import PARTS
    from reportgen.dossier.formulas.nodes import Name, Part, walk
    from reportgen.dossier.formulas.reckoning import WORDS
    from reportgen.dossier.formulas.syntax import parse

    found: dict[str, Place] = {}
    for one in declared_formulas(template.settings.cong_thuc, template.tree):
        try:
            read = [parse(text) for text in (one.text, one.total) if text]
        except Fault as error:
            told = (
                Problem(each.code, each.message, one.place, each.hint) for each in error.troubles
            )
            problems += told
            continue
        for node in chain.from_iterable(map(walk, read)):
            if isinstance(node, Name) and node.name not in WORDS:
                found.setdefault(node.name, one.place)
            elif isinstance(node, Part) and node.name in PARTS:
                found.setdefault(node.owner, one.place)
    return found


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
    from reportgen.dossier.formulas.computing import compute

    declared = tuple(declared_formulas(forms, template.tree))
    after = compute(dossier.indicators, declared, before.tables, before.place_name, own=False)
    formulas = {**before.formulas, **after.formulas}
    computed = replace(after, formulas=formulas)
    return replace(dossier, indicators=after.indicators, computed=computed), after.problems
