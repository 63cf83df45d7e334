"""What `khung.html` and `khung.css` may say in Jinja: values, measures, loops, plain arithmetic."""

import re
from decimal import Decimal
from typing import ClassVar

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context

from reportgen.drafting.measures import ARITHMETIC
from reportgen.writers.frame_sandbox import MOST_CHARACTERS, FrameSandbox

_CALLED = frozenset({"kieu", "range"})
_LONGEST_RANGE = 1_000
_TESTS = frozenset({"defined", "none", "true", "false", "odd", "even"})
#: A format with one value: room of at most 99, at most 9 digits behind the point.
_FORMAT = re.compile(r"[^%]*%[-+0 ]?\d{0,2}(?:\.\d)?[dfs][^%]*")


class PageEnvironment(FrameSandbox):
    """What the frame of the PDF is filled in: no imports, macros, methods, no texts multiplied."""

    intercepted_binops = frozenset(ARITHMETIC)
    known_filters = frozenset(
        {
            *("format", "length", "count", "first", "last", "join", "default", "d", "round", "int"),
            *("upper", "lower", "capitalize", "trim", "e", "escape"),
        }
    )
    allowed: ClassVar[frozenset[type[nodes.Node]]] = frozenset(
        {
            *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const),
            *(nodes.If, nodes.For, nodes.Assign, nodes.AssignBlock, nodes.CondExpr, nodes.Test),
            *(nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.Keyword),
            *(nodes.Getitem, nodes.Getattr, nodes.Filter, nodes.Call),
            *(nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.Neg, nodes.Pos),
        }
    )

    def __init__(self, most_characters: int = MOST_CHARACTERS) -> None:
        super().__init__(most_characters, trim=True)
        self.globals["range"] = _range
        self.filters["format"] = _formatted
        self.tests = {name: self.tests[name] for name in _TESTS}

    def is_harmless(self, node: nodes.Node) -> bool:
        """Whether a frame may say this, of a kind that is allowed; its parts are asked for too."""
        match node:
            case nodes.Call():
                plain = node.dyn_args is None and node.dyn_kwargs is None
                return plain and isinstance(node.node, nodes.Name) and node.node.name in _CALLED
            case nodes.Getattr():
                return not node.attr.startswith("_")
            case nodes.Getitem():
                key = node.arg.value if isinstance(node.arg, nodes.Const) else None
                return isinstance(key, int) or (isinstance(key, str) and key[:1] != "_")
            case nodes.Assign():
                return isinstance(node.target, nodes.Name)
            case nodes.AssignBlock():
                return isinstance(node.target, nodes.Name) and node.filter is None
            case _:
                return super().is_harmless(node)

    def call_binop(
        self,
        context: Context,  # noqa: ARG002 - Jinja's signature
        operator: str,
        left: object,
        right: object,
    ) -> object:
        """Arithmetic on numbers only: `*` and `+` make texts of any length."""
        if not all(_is_number(one) for one in (left, right)):
            raise SecurityError("chỉ tính được với số")
        return ARITHMETIC[operator](left, right)  # type: ignore[arg-type]  # both float or int


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and abs(float(value)) < 1e15


def _range(*bounds: int) -> range:
    found = range(*bounds)
    if len(found) > _LONGEST_RANGE:
        raise SecurityError(f"range dài quá {_LONGEST_RANGE}")
    return found


def _formatted(form: object, value: object) -> str:
    if not isinstance(form, str) or not _FORMAT.fullmatch(form):
        raise SecurityError("format chỉ nhận dạng như “%.2f”")
    return form % (value,)
