"""Formulas in a sandbox: parsing and refusing.

Two walls. The allow list over the syntax tree lets through only names, attributes, arithmetic,
comparisons, filters and tests; what passes gets its values from Jinja's immutable sandbox, where
only the attributes of our own models can be reached (evaluating.py).
"""

import json
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.parser import Parser
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reportgen.drafting.filters import FILTERS
from reportgen.drafting.measures import ARITHMETIC, reckoned

_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Const, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.Keyword,
    nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Concat,
    nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.Neg, nodes.Pos, nodes.List, nodes.Tuple,
)  # fmt: skip
_REFUSED: dict[type[nodes.Node], str] = {
    nodes.Pow: "dùng phép luỹ thừa “**”",
    nodes.Mod: "dùng phép “%”",
    nodes.FloorDiv: "dùng phép chia nguyên “//”",
    nodes.Slice: "cắt lát “[a:b]”",
    nodes.Dict: "lập bảng “{…}”",
}
_MOST_NESTED = 100
TESTS = frozenset({"defined", "none"})


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja with our filters, two tests, no globals, and arithmetic on Decimals only."""

    intercepted_binops = frozenset(ARITHMETIC)

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        self.keep_trailing_newline = True
        self.globals = {}
        self.filters = dict(FILTERS)
        self.tests = {name: self.tests[name] for name in TESTS}

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Data only: no attribute with an underscore before it, no method, no class."""
        return super().is_safe_attribute(obj, attr, value) and not callable(value)

    def call_binop(
        self,
        context: Context,  # noqa: ARG002 - Jinja's signature
        operator: str,
        left: object,
        right: object,
    ) -> Decimal:
        """Arithmetic on numbers only: `%` and `*` on texts are ways out of a sandbox, or bombs."""
        return reckoned(operator, left, right)


SANDBOX = Sandbox()


@lru_cache(maxsize=4096)
def parse_expression(source: str) -> nodes.Expr:
    """The syntax tree of the text between `{{` and `}}`; raises TemplateSyntaxError.

    Equal formulas share one tree, so that a table has the formula of its rows parsed only once.
    """
    parser = Parser(SANDBOX, source, state="variable")
    expression = parser.parse_expression()
    if not parser.stream.eos:
        raise TemplateSyntaxError("chunk after expression", parser.stream.current.lineno)
    expression.set_environment(SANDBOX)
    return expression


def refusals(expression: nodes.Node, depth: int = 0) -> Iterator[str]:
    """What of an expression is not allowed, in words that follow “không được”."""
    if depth > _MOST_NESTED:
        yield f"lồng công thức quá {_MOST_NESTED} tầng"
        return
    if not isinstance(expression, _ALLOWED):
        if isinstance(expression, nodes.Call):
            yield f"gọi hàm “{spell(expression.node)}”"
            yield from refusals(expression.node, depth + 1)
        else:
            yield _REFUSED.get(type(expression), f"dùng “{type(expression).__name__}”")
        return
    name = _name_in(expression)
    if name is None:
        yield "dùng khoá tính toán trong ngoặc vuông"
    elif name.startswith("_"):
        yield f"dùng tên bắt đầu bằng dấu gạch dưới: “{name}”"
    if isinstance(expression, nodes.Filter | nodes.Test) and (
        expression.dyn_args is not None or expression.dyn_kwargs is not None
    ):
        yield "dùng “*” trong tham số của bộ lọc"
    for child in expression.iter_child_nodes():
        yield from refusals(child, depth + 1)


def _name_in(expression: nodes.Node) -> str | None:
    """The name that an expression asks for, "" if it asks for none; None if it is computed."""
    match expression:
        case nodes.Name():
            return expression.name
        case nodes.Getattr():
            return expression.attr
        case nodes.Getitem(arg=nodes.Const() as key) if isinstance(key.value, str | int):
            return str(key.value)
        case nodes.Getitem():
            return None
        case _:
            return ""


def spell(expression: nodes.Node) -> str:
    """The expression as its author probably typed it, for messages."""
    match expression:
        case nodes.Name():
            return expression.name
        case nodes.Getattr():
            return f"{spell(expression.node)}.{expression.attr}"
        case nodes.Filter() if expression.node is not None:
            return f"{spell(expression.node)} | {expression.name}"
        case nodes.Const() | nodes.List():
            return _spell_constant(expression)
        case nodes.BinExpr():
            return f"{spell(expression.left)} {expression.operator} {spell(expression.right)}"
        case _:
            return "…"


def _spell_constant(expression: nodes.Const | nodes.List) -> str:
    if isinstance(expression, nodes.Const):
        return json.dumps(expression.value, ensure_ascii=False, default=str)
    if all(isinstance(item, nodes.Const) for item in expression.items):
        return f"[{', '.join(map(spell, expression.items))}]"
    return "…"
