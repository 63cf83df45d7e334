"""Looking a wording through before it is printed: every unknown name, filter and indicator at once.

`{% if ct.x is defined %}` makes the indicator `x` known where it holds, and so for a name that the
dossier may leave out (`{% if ky is defined %}`).
"""

import inspect
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from jinja2 import nodes

from reportgen.dossier.spelling import nearest
from reportgen.drafting.filters import FILTERS
from reportgen.drafting.sandbox import TESTS, spell
from reportgen.drafting.shapes import (
    EACH,
    INDICATORS,
    LOOP,
    Shape,
    has_part,
    indicator_code,
    item_shapes,
    part_name,
    shape_of,
)
from reportgen.drafting.wording import Choice, Formula, Loop, Wording, bodies
from reportgen.problems import Place, Problem

ABSENT = "MA025"
"""The code of a formula that needs what this document leaves out."""

_signature = cache(inspect.signature)


@dataclass(frozen=True, slots=True)
class Known:
    """What formulas may use: indicator codes, where to add one, and the names with their parts.

    `absent`: names that this document gives no value, each with a hint how to mend that.
    """

    indicators: Collection[str]
    table: str
    names: Mapping[str, Shape | None]
    absent: Mapping[str, str] = field(default_factory=dict)

    def with_names(self, names: Mapping[str, Shape | None]) -> "Known":
        """The same inside a loop that has these variables."""
        return replace(self, names={**self.names, **names})

    def where(self, test: nodes.Node) -> "Known":
        """The same where a test holds, and has made sure of indicators and names."""
        codes, names = _defined_by(test, indicator_code), _defined_by(test, _name)
        if not (codes or names):
            return self
        absent = {name: hint for name, hint in self.absent.items() if name not in names}
        return replace(self, indicators={*self.indicators, *codes}, absent=absent)


def check_wording(wording: Wording, known: Known) -> Iterator[Problem]:
    """Everything that a wording uses and that is not there."""
    for formula, inside in formulas(wording, known):
        yield from check_formula(formula, inside)


def formulas(wording: Wording, known: Known) -> Iterator[tuple[Formula, Known]]:
    """Every formula of a wording in reading order, with what is known where it stands."""
    for node in wording:
        match node:
            case Formula():
                yield node, known
            case Choice(branches, otherwise):
                for branch in branches:
                    yield branch.test, known
                    yield from formulas(branch.body, known.where(branch.test.expression))
                yield from formulas(otherwise, known)
            case Loop():
                yield from _formulas_of_loop(node, known)
            case _:
                for body in bodies(node):
                    yield from formulas(body, known)


def _formulas_of_loop(loop: Loop, known: Known) -> Iterator[tuple[Formula, Known]]:
    yield loop.items, known
    shapes = item_shapes(shape_of(loop.items.expression, known.names), len(loop.targets))
    variables = dict(zip(loop.targets, shapes, strict=True))
    inside = known.with_names({"loop": LOOP, **variables})
    if loop.condition is not None:
        yield loop.condition, inside
    yield from formulas(loop.body, inside)
    yield from formulas(loop.otherwise, known)


def check_formula(formula: Formula, known: Known) -> Iterator[Problem]:
    """Everything that a formula uses and that is not there."""
    yield from _check(formula.expression, known, formula.place)


def _check(node: nodes.Node, known: Known, place: Place) -> Iterator[Problem]:
    match node:
        case nodes.Getattr() | nodes.Getitem():
            yield from _check_part(node, known, place)
        case nodes.Name():
            yield from _check_name(node.name, known, place)
        case nodes.Test():
            yield from _check_test(node, known, place)
        case nodes.And():
            yield from _check(node.left, known, place)
            yield from _check(node.right, known.where(node.left), place)
        case nodes.CondExpr():
            yield from _check(node.test, known, place)
            yield from _check(node.expr1, known.where(node.test), place)
            if node.expr2 is None:
                hint = "viết: {{ a if điều kiện else b }}"
                yield Problem("MA010", "“if” trong công thức thiếu “else”", place, hint)
            else:
                yield from _check(node.expr2, known, place)
        case _:
            if isinstance(node, nodes.Filter):
                yield from _check_filter(node, place)
            for child in node.iter_child_nodes():
                yield from _check(child, known, place)


def _check_name(name: str, known: Known, place: Place) -> Iterator[Problem]:
    if name == INDICATORS:
        hint = "viết ct. rồi đến mã chỉ tiêu, ví dụ: {{ ct.can_cuoc | so }}"
        yield Problem("MA020", "“ct” phải đi với mã chỉ tiêu", place, hint)
    elif name in known.absent:
        message = f"hồ sơ không có “{name}” mà chỗ này cần"
        yield Problem(ABSENT, message, place, known.absent[name])
    elif name not in known.names:
        names = [*known.names, INDICATORS]
        message = f"không có tên “{name}”"
        if name in known.indicators:
            hint = f"số liệu viết là ct.{name}"
        else:
            hint = f"{_nearest(name, names)}công thức dùng được: {', '.join(names)}"
        hint += "; muốn in nguyên dấu ngoặc nhọn thì viết \\{{"
        yield Problem("MA020", message, place, hint)


def _check_part(
    node: nodes.Getattr | nodes.Getitem, known: Known, place: Place
) -> Iterator[Problem]:
    if code := indicator_code(node):
        if code not in known.indicators:
            yield unknown_indicator(code, known, place)
        return
    yield from _check(node.node, known, place)
    root = node.node
    if isinstance(root, nodes.Name) and root.name not in known.names:
        return
    shape, part = shape_of(node.node, known.names), part_name(node)
    if not has_part(shape, part):
        parts = [name for name in shape or () if name != EACH]
        hint = f"{_nearest(str(part), parts)}có: {', '.join(parts)}" if parts else "bỏ phần này"
        yield Problem("MA024", f"“{spell(node.node)}” không có phần “{part}”", place, hint)


def unknown_indicator(code: str, known: Known, place: Place) -> Problem:
    """The problem that an indicator is used that no table has."""
    hint = f"{_nearest(code, known.indicators)}thêm một dòng “{code}” vào {known.table}"
    if not known.indicators:
        hint = f"hồ sơ chưa có số liệu: ghi chỉ tiêu này vào {known.table} cạnh hồ sơ"
    return Problem("MA023", f"không có chỉ tiêu “{code}”", place, hint)


def _check_test(node: nodes.Test, known: Known, place: Place) -> Iterator[Problem]:
    if node.name not in TESTS:
        hint = f"dùng được: {', '.join(sorted(TESTS))}"
        yield Problem("MA022", f"không có phép thử “is {node.name}”", place, hint)
    elif node.name != "defined" or not (
        indicator_code(node.node) or _name(node.node) in known.absent
    ):
        yield from _check(node.node, known, place)


def _check_filter(node: nodes.Filter, place: Place) -> Iterator[Problem]:
    function = FILTERS.get(node.name)
    if function is None:
        hint = f"{_nearest(node.name, FILTERS)}có: {', '.join(sorted(FILTERS))}"
        yield Problem("MA021", f"không có bộ lọc “{node.name}”", place, hint)
        return
    signature = _signature(function)
    try:
        signature.bind(None, *node.args, **{str(pair.key): pair.value for pair in node.kwargs})
    except TypeError:
        most = len(signature.parameters) - 1
        allowed = f"nhiều nhất {most} tham số" if most else "không có tham số"
        yield Problem(
            "MA021", f"sai tham số của bộ lọc “{node.name}”", place, f"bộ lọc này {allowed}"
        )


def _defined_by(test: nodes.Node, named: Callable[[nodes.Node], str]) -> frozenset[str]:
    """What is there for sure where a test holds, as `named` calls it."""
    match test:
        case nodes.And():
            return _defined_by(test.left, named) | _defined_by(test.right, named)
        case nodes.Test() if test.name == "defined" and (name := named(test.node)):
            return frozenset({name})
        case _:
            return frozenset()


def _name(node: nodes.Node) -> str:
    return node.name if isinstance(node, nodes.Name) else ""


def _nearest(name: str, names: Collection[str]) -> str:
    near = nearest(name, names)
    return f"có phải là “{near}” không? " if near else ""
