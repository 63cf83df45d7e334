"""What a formula is made of, once read; `spelled` gives it back as its author would type it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Union

from reportgen.vietnamese import format_number
from reportgen.vietnamese.numbers import shift

_COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
SIGNS = {"+": "+", "-": "-", "*": "*", "/": "/", "==": "=", "!=": "<>"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands in the formula; `90%` is the rate 0.9."""

    value: Decimal
    is_rate: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A text in quotes: the name of a row, a unit, what a cell must hold."""

    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A figure, a table or a word such as `tu_thap`."""

    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """`ma.tong_so` or `bang.cot`; `title` is the column's title where it was typed in brackets."""

    owner: str
    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Binary:
    """Arithmetic (`+ - * /`) or a comparison (`== != < <= > >=`) of two values."""

    sign: str
    left: "Node"
    right: "Node"

    @property
    def compares(self) -> bool:
        """Whether it says yes or no."""
        return self.sign in _COMPARISONS


@dataclass(frozen=True, slots=True)
class Minus:
    """The value with its sign turned."""

    operand: "Node"


@dataclass(frozen=True, slots=True)
class Not:
    """A condition turned round."""

    operand: "Node"


@dataclass(frozen=True, slots=True)
class Both:
    """Conditions joined by `va`, or by `hoac` where `any_of`."""

    operands: tuple["Node", ...]
    any_of: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """A function and what is in its brackets."""

    function: str
    arguments: tuple["Node", ...]


Node = Union[Number, Text, Name, Part, Binary, Minus, Not, Both, Call]  # noqa: UP007


def parts_of(node: Node) -> tuple[Node, ...]:
    """What stands directly inside a node."""
    match node:
        case Binary():
            return (node.left, node.right)
        case Minus() | Not():
            return (node.operand,)
        case Both():
            return node.operands
        case Call():
            return node.arguments
        case _:
            return ()


def walk(node: Node) -> Iterator[Node]:
    """The node and all that is inside it."""
    yield node
    for part in parts_of(node):
        yield from walk(part)


def spelled(node: Node, *, inner: bool = False) -> str:
    """The formula as text; `inner`: in brackets where it would otherwise be read differently."""
    match node:
        case Number():
            text = format_number(shift(node.value, 2) if node.is_rate else node.value)
            return text + ("%" if node.is_rate else "")
        case Text():
            return f'"{node.text}"'
        case Name():
            return node.name
        case Part():
            return f'{node.owner}["{node.title}"]' if node.title else f"{node.owner}.{node.name}"
        case Call():
            return f"{node.function}({'; '.join(map(spelled, node.arguments))})"
        case Minus():
            text = f"-{spelled(node.operand, inner=True)}"
        case Not():
            text = f"khong {spelled(node.operand, inner=True)}"
        case Both():
            word = " hoac " if node.any_of else " va "
            text = word.join(spelled(one, inner=True) for one in node.operands)
        case Binary():
            sides = (spelled(side, inner=True) for side in (node.left, node.right))
            text = f" {SIGNS.get(node.sign, node.sign)} ".join(sides)
    return f"({text})" if inner else text
