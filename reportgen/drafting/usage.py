"""What a template asks of a dossier, and what of a template is never printed."""

from collections.abc import Iterator

from jinja2 import nodes

from reportgen.dossier.tree import YamlText, find
from reportgen.drafting.analysis import Known, check_wording
from reportgen.drafting.narrative import parse_narrative
from reportgen.drafting.parsing import parse_template
from reportgen.drafting.shapes import NAMES, indicator_code
from reportgen.drafting.template_formulas import figures_needed
from reportgen.drafting.templates import Template
from reportgen.drafting.wording import Wording, blocks, bodies, formulas
from reportgen.problems import Place, Problem

_TITLES = ("ten_loai", "trich_yeu", "dong_ky")


def used_indicators(template: Template) -> dict[str, Place]:
    """The codes that a template asks of a dossier, each with its first place.

    Those of its wording, its settings and its formulas, without those that it computes itself.
    """
    found: dict[str, Place] = {}
    for wording in (template.wording, *_settings(template, [])):
        for code, place in _codes(wording):
            found.setdefault(code, place)
    found = {**figures_needed(template, []), **found}
    return {code: place for code, place in found.items() if code not in _computed(template)}


def _computed(template: Template) -> frozenset[str]:
    return frozenset(template.settings.cong_thuc)


def unsupplied_names(template: Template) -> list[Problem]:
    """Names, parts, filters and tests in a template that no dossier supplies; unreadable formulas.

    Any code of an indicator counts as supplied: the dossier's tables decide that.
    """
    problems: list[Problem] = []
    figures_needed(template, problems)
    known = Known({*used_indicators(template), *_computed(template)}, "chi_tieu.csv", NAMES)
    for wording in (template.wording, *_settings(template, problems)):
        problems += check_wording(wording, known)
    return problems


def unprinted_blocks(template: Template) -> Iterator[Problem]:
    """Blocks that a template words, but that no block of what it prints holds any more."""
    text, place = template.sources[0]
    printed = set(template.blocks)
    for block, within in blocks(parse_template(text, place.file).wording):
        if block.name not in printed:
            around = f" (trong khối “{within[-1]}”)" if within else ""
            message = f"khối “{block.name}”{around} không được in ra"
            hint = "khối bao quanh nó đã bị viết lại mà không còn chứa nó; chép nó vào khối đó"
            yield Problem("MA049", message, block.place, hint)


def _settings(template: Template, problems: list[Problem]) -> Iterator[Wording]:
    """The texts of `mau.yaml` that may hold formulas."""
    steps = [(key,) for key in _TITLES]
    phrases = [("cau_mac_dinh", name) for name in template.settings.cau_mac_dinh]
    for path in (*steps, *phrases):
        node = find(template.tree, path)[1]
        if isinstance(node, YamlText) and node.text is not None:
            parsed = parse_narrative(node.text, node.text.place)
            problems += parsed.problems
            yield parsed.wording


def _codes(wording: Wording) -> Iterator[tuple[str, Place]]:
    for node in wording:
        for formula in formulas(node):
            found = (formula.expression, *formula.expression.find_all(nodes.Node))
            for code in filter(None, map(indicator_code, found)):
                yield code, formula.place
        for body in bodies(node):
            yield from _codes(body)
