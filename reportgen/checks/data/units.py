"""SL064, SL065: units of figures against what is declared, and against what is printed."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from jinja2 import nodes

from reportgen.checks.data.declared import Declared, declared
from reportgen.checks.finding import Finding, Rule
from reportgen.checks.subject import Subject
from reportgen.dossier.values import Narrative
from reportgen.drafting.narrative import parse_narrative
from reportgen.drafting.shapes import indicator_code
from reportgen.drafting.wording import Block, Formula, Literal, Wording, bodies
from reportgen.problems import Severity
from reportgen.vietnamese import fold_tone_placement, nfc

_MEASURES = re.compile(
    r"\s?(?P<unit>(?:nghìn|ngàn|triệu|tỷ|tỉ|tr)(?: đồng| đ\b)?|đồng|km2|km²|km|m2|m²|m3|m³"
    r"|ha|tấn|tạ|kg|lít|kwh|mw|%)(?![\w²³])",
    re.IGNORECASE,
)
_AS_TYPED = ("so", "dem", "ti_so")
_SAME = {
    "ngàn": "nghìn",
    "tỉ": "tỷ",
    "tr": "triệu",
    "đ": "đồng",
    "km²": "km2",
    "m²": "m2",
    "m³": "m3",
}


def _differing(subject: Subject) -> Iterator[Finding]:
    rules = declared(subject)
    if rules is None:
        return
    for code, asked in rules.units.items():
        indicator = rules.indicators.get(code)
        if indicator is None or not indicator.don_vi_tinh:
            continue
        if alike(indicator.don_vi_tinh) != alike(asked.text):
            yield DIFFERING.about(
                f"đơn vị tính của “{code}” là “{indicator.don_vi_tinh}”, đã khai là “{asked.text}”",
                f"đổi số về đơn vị “{asked.text}”, hoặc sửa don_vi_tinh ở {asked.place}",
                place=indicator.place,
            )


def _printed(subject: Subject) -> Iterator[Finding]:
    rules = declared(subject)
    template, dossier = subject.template, subject.dossier
    if rules is None or template is None or dossier is None:
        return
    written = {name for name, one in dossier.noi_dung.items() if one.thay or one.bo or one.khong_co}
    yield from _in_wording(template.wording, rules, written)
    narratives = [text for one in dossier.noi_dung.values() for text in (one.thay, one.them)]
    for narrative in [*narratives, *dossier.can_cu]:
        if isinstance(narrative, Narrative):
            parsed = parse_narrative(narrative.text, narrative.place)
            yield from _in_wording(parsed.wording, rules, set())


def _in_wording(wording: Wording, rules: Declared, written: set[str]) -> Iterator[Finding]:
    """Formulas that print a figure as it is, with another unit right after them."""
    for node, following in zip_longest(wording, wording[1:]):
        if isinstance(node, Block) and node.name in written:
            continue
        if isinstance(node, Formula) and isinstance(following, Literal):
            yield from _in_formula(node, following, rules)
        for body in bodies(node):
            yield from _in_wording(body, rules, written)


def _in_formula(formula: Formula, following: Literal, rules: Declared) -> Iterator[Finding]:
    indicator = rules.indicators.get(_code(formula.expression))
    match = _MEASURES.match(following.text)
    if indicator is None or match is None or not _MEASURES.fullmatch(indicator.don_vi_tinh):
        return
    if alike(match["unit"]) != alike(indicator.don_vi_tinh):
        yield PRINTED.about(
            f"sau số của “{indicator.ma}” in “{match['unit']}”, còn đơn vị tính của chỉ tiêu là "
            f"“{indicator.don_vi_tinh}”",
            f"viết “{indicator.don_vi_tinh}” sau công thức, hoặc đổi số và don_vi_tinh ở "
            f"{indicator.place}",
            place=formula.place,
        )


def _code(expression: nodes.Node) -> str:
    """The code of `ct.x | so` and the like; "" for what reckons with the figure."""
    if isinstance(expression, nodes.Filter):
        if expression.name not in _AS_TYPED or expression.node is None:
            return ""
        expression = expression.node
    if isinstance(expression, nodes.Getattr) and expression.attr in ("thuc_hien", "tong_so"):
        return indicator_code(expression.node)
    return indicator_code(expression)


def alike(unit: str) -> str:
    """The unit for comparing: `Tỉ  đồng`, `tỷ` and `tỷ đồng` are one."""
    words = fold_tone_placement(nfc(unit)).lower().split()
    told = [_SAME.get(word, word) for word in words]
    if told and told[-1] == "đồng" and len(told) == 2:
        told.pop()
    return " ".join(told)


DIFFERING = Rule(
    "SL064",
    "đơn vị tính khác với đơn vị đã khai",
    Severity.ERROR,
    "mẫu hoặc hồ sơ khai (don_vi_tinh) đơn vị của chỉ tiêu; số ghi theo đơn vị khác sẽ in sai",
    "don_vi_tinh: {kinh_phi: tỷ đồng}; trong bảng chỉ tiêu ghi triệu đồng",
    "don_vi_tinh: {kinh_phi: tỷ đồng}; trong bảng chỉ tiêu ghi tỷ đồng",
    _differing,
)
PRINTED = Rule(
    "SL065",
    "đơn vị in sau số khác với đơn vị tính của chỉ tiêu",
    Severity.ERROR,
    "số in ra nguyên như trong bảng chỉ tiêu nên đơn vị in sau nó phải là đơn vị ở cột don_vi_tinh",
    "{{ ct.kinh_phi | so }} triệu đồng; don_vi_tinh là tỷ đồng",
    "{{ ct.kinh_phi | so }} tỷ đồng; don_vi_tinh là tỷ đồng",
    _printed,
)
RULES: tuple[Rule, ...] = (DIFFERING, PRINTED)
