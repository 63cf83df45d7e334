"""Wording before it is printed: text with formulas, choices, loops and blocks, each with its place.

These few kinds of node are all that a template can hold. What Jinja could do besides (imports,
macros, calls) has no node here and is refused where a template is read.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Union

from jinja2 import nodes

from reportgen.problems import Place


@dataclass(frozen=True, slots=True)
class Literal:
    """Markdown that is printed as it stands."""

    text: str
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Formula:
    """An expression; its value is printed so that it can never turn into markup."""

    expression: nodes.Expr
    place: Place


@dataclass(frozen=True, slots=True)
class Branch:
    """What stands there if the test holds."""

    test: Formula
    body: "Wording"


@dataclass(frozen=True, slots=True)
class Choice:
    """`{% if %}`: the first branch whose test holds."""

    branches: tuple[Branch, ...]
    otherwise: "Wording"


@dataclass(frozen=True, slots=True)
class Loop:
    """`{% for %}`: the body for each item that meets the condition."""

    targets: tuple[str, ...]
    items: Formula
    condition: Formula | None
    body: "Wording"
    otherwise: "Wording"


@dataclass(frozen=True, slots=True)
class Filtered:
    """`{% filter %}`: the printed body, passed through a filter for whole passages."""

    name: str
    body: "Wording"
    place: Place


@dataclass(frozen=True, slots=True)
class Block:
    """`{% block %}`: a passage that a template below, or the dossier, may replace by its name."""

    name: str
    body: "Wording"
    place: Place


@dataclass(frozen=True, slots=True)
class Inherited:
    """`{{ super() }}`: the block as the template above words it."""

    place: Place


@dataclass(frozen=True, slots=True)
class Standing:
    """A standing phrase; it begins with a capital where it begins a paragraph."""

    body: "Wording"


Node = Union[Literal, Formula, Choice, Loop, Filtered, Block, Inherited, Standing]  # noqa: UP007
Wording = tuple[Node, ...]


def bodies(node: Node) -> tuple[Wording, ...]:
    """The wordings directly inside a node."""
    match node:
        case Choice(branches, otherwise):
            return (*(branch.body for branch in branches), otherwise)
        case Loop():
            return (node.body, node.otherwise)
        case Filtered() | Block() | Standing():
            return (node.body,)
        case _:
            return ()


def rewritten(node: Node, rewrite: Callable[[Wording], Wording]) -> Node:
    """The node with the wordings inside it rewritten."""
    match node:
        case Choice(branches, otherwise):
            inner = tuple(Branch(branch.test, rewrite(branch.body)) for branch in branches)
            return Choice(inner, rewrite(otherwise))
        case Loop():
            return replace(node, body=rewrite(node.body), otherwise=rewrite(node.otherwise))
        case Filtered() | Block() | Standing():
            return replace(node, body=rewrite(node.body))
        case _:
            return node


def names_in(wording: Wording) -> frozenset[str]:
    """Every name that a wording's formulas use."""
    found: set[str] = set()
    for node in wording:
        for formula in formulas(node):
            expression = formula.expression
            found |= {name.name for name in expression.find_all(nodes.Name)}
            found |= {expression.name} if isinstance(expression, nodes.Name) else set()
        for body in bodies(node):
            found |= names_in(body)
    return frozenset(found)


def formulas(node: Node) -> tuple[Formula, ...]:
    """The formulas of a node itself, not of the wordings inside it."""
    match node:
        case Formula():
            return (node,)
        case Choice(branches, _):
            return tuple(branch.test for branch in branches)
        case Loop():
            return (node.items, node.condition) if node.condition else (node.items,)
        case _:
            return ()


def blocks(
    wording: Wording, within: tuple[str, ...] = ()
) -> Iterator[tuple[Block, tuple[str, ...]]]:
    """Every block in reading order, with the names of the blocks around it from outside in."""
    for node in wording:
        inside = within
        if isinstance(node, Block):
            yield node, within
            inside = (*within, node.name)
        for body in bodies(node):
            yield from blocks(body, inside)


def place_of(node: Node) -> Place | None:
    """Where a node begins; None for text that no file holds."""
    match node:
        case Choice(branches, _):
            return branches[0].test.place
        case Loop():
            return node.items.place
        case Standing():
            return next((place for part in node.body if (place := place_of(part))), None)
        case _:
            return node.place


def written(*parts: Wording | str) -> Wording:
    """Wordings and plain texts one after the other."""
    return tuple(
        node for part in parts for node in ((Literal(part),) if isinstance(part, str) else part)
    )
