"""The value of a formula: its syntax tree walked, node by node of the allow list.

Jinja would write a Python function for each formula and have it compiled, which costs more than
all formulas of a report do. What a name, an attribute or a filter is stays Jinja's: its sandbox
hands out attributes and items, its tests and undefined values are used.
"""

import operator
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Undefined, nodes
from jinja2.exceptions import SecurityError

from reportgen.drafting.measures import reckoned
from reportgen.drafting.sandbox import SANDBOX

Values = Mapping[str, object]
_COMPARISONS: Mapping[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
    "in": lambda value, group: value in group,
    "notin": lambda value, group: value not in group,
}
_NO_ELSE = "the inline if-expression evaluated to false and no else section was defined."


def evaluate(expression: nodes.Node, values: Values) -> Any:
    """The value of an expression that passed the allow list.

    Raises FormulaError, or what Jinja and Decimal raise (UndefinedError, TypeError, …); a node off
    the allow list is a SecurityError.
    """
    way = _WAYS.get(type(expression))
    if way is None:
        raise SecurityError(f"{type(expression).__name__} is not on the allow list")
    return way(expression, values)


def _name(node: nodes.Name, values: Values) -> Any:
    return values[node.name] if node.name in values else SANDBOX.undefined(name=node.name)


def _attribute(node: nodes.Getattr, values: Values) -> Any:
    return SANDBOX.getattr(evaluate(node.node, values), node.attr)


def _item(node: nodes.Getitem, values: Values) -> Any:
    return SANDBOX.getitem(evaluate(node.node, values), evaluate(node.arg, values))


def _filtered(node: nodes.Filter, values: Values) -> Any:
    return _called(SANDBOX.filters[node.name], node, values)


def _tested(node: nodes.Test, values: Values) -> Any:
    return _called(SANDBOX.tests[node.name], node, values)


def _called(function: Any, node: nodes.Filter | nodes.Test, values: Values) -> Any:
    # There is no `node.node` only in the tag `filter`, which is no formula.
    given = [evaluate(one, values) for one in (node.node, *node.args) if one is not None]
    return function(*given, **{str(one.key): evaluate(one.value, values) for one in node.kwargs})


def _reckoned(node: nodes.BinExpr, values: Values) -> Any:
    left = evaluate(node.left, values)
    return reckoned(node.operator, left, evaluate(node.right, values))


def _compared(node: nodes.Compare, values: Values) -> Any:
    """`a < b < c` as in Python: the first comparison that fails is the result."""
    left = evaluate(node.expr, values)
    held: Any = True
    for operand in node.ops:
        right = evaluate(operand.expr, values)
        held = _COMPARISONS[operand.op](left, right)
        if not held:
            break
        left = right
    return held


def _chosen(node: nodes.CondExpr, values: Values) -> Any:
    if evaluate(node.test, values):
        return evaluate(node.expr1, values)
    return Undefined(_NO_ELSE) if node.expr2 is None else evaluate(node.expr2, values)


def _listed(node: nodes.List | nodes.Tuple, values: Values) -> list[Any]:
    return [evaluate(item, values) for item in node.items]


_WAYS: Mapping[type[nodes.Node], Callable[[Any, Values], Any]] = {
    nodes.Const: lambda node, _values: node.value,
    nodes.Name: _name,
    nodes.Getattr: _attribute,
    nodes.Getitem: _item,
    nodes.Filter: _filtered,
    nodes.Test: _tested,
    nodes.Add: _reckoned,
    nodes.Sub: _reckoned,
    nodes.Mul: _reckoned,
    nodes.Div: _reckoned,
    nodes.Neg: lambda node, values: -evaluate(node.node, values),
    nodes.Pos: lambda node, values: +evaluate(node.node, values),
    nodes.Concat: lambda node, values: "".join(str(evaluate(one, values)) for one in node.nodes),
    nodes.Compare: _compared,
    nodes.And: lambda node, values: evaluate(node.left, values) and evaluate(node.right, values),
    nodes.Or: lambda node, values: evaluate(node.left, values) or evaluate(node.right, values),
    nodes.Not: lambda node, values: not evaluate(node.node, values),
    nodes.CondExpr: _chosen,
    nodes.List: _listed,
    nodes.Tuple: lambda node, values: tuple(_listed(node, values)),
}
