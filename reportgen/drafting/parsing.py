"""A template's text → wording, refusing whatever a template has no business with."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from reportgen.drafting.passages import PASSAGE_FILTERS
from reportgen.drafting.sandbox import SANDBOX, refusals
from reportgen.drafting.shapes import COMPARISON
from reportgen.drafting.syntax_errors import syntax_problem
from reportgen.drafting.wording import (
    Block,
    Branch,
    Choice,
    Filtered,
    Formula,
    Inherited,
    Literal,
    Loop,
    Node,
    Wording,
)
from reportgen.problems import Place, Problem

_TAGS = re.compile(r"\{%.*?%\}|\{#.*?#\}")
_EMPTY_BLOCK = re.compile(r"\{%[-+]?\s*block\b.*\bendblock\b")
_STATEMENTS: dict[type[nodes.Node], str] = {
    nodes.Extends: "extends",
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "from … import",
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.Assign: "set",
    nodes.AssignBlock: "set",
    nodes.With: "with",
}
_BETTER = {
    f"gọi hàm “{COMPARISON}”": f"chọn chỉ tiêu bằng bộ lọc: {{{{ [ct.a, ct.b] | {COMPARISON} }}}}"
}
_STATEMENT_HINT = "mẫu chỉ dùng block, if, for, filter; kế thừa thì khai “ke_thua” trong mau.yaml"


@dataclass(frozen=True, slots=True)
class Parsed:
    """Wording, and the problems found while reading it."""

    wording: Wording
    problems: tuple[Problem, ...] = ()


@lru_cache(maxsize=64)
def parse_template(source: str, file: str) -> Parsed:
    """The wording of a template's `noi_dung.md`; `file` names it in places.

    Equal texts are read once in a process, for reports of one template by the hundred.
    """
    try:
        tree = SANDBOX.parse(_keep_line_ends(source))
    except TemplateSyntaxError as error:
        return Parsed((), (syntax_problem(error, Place(file, error.lineno)),))
    except (RecursionError, ValueError):
        problem = Problem(
            "MA010", "công thức quá dài hoặc lồng quá sâu", Place(file), "viết gọn lại"
        )
        return Parsed((), (problem,))
    reader = _Reader(file)
    wording = reader.wording(tree.body)
    return Parsed(wording, tuple(reader.problems))


def _keep_line_ends(source: str) -> str:
    """Keep Jinja's `trim_blocks` to lines that hold nothing but tags: those leave no trace.

    A tag that ends a line of text, or an empty block that a dossier may fill, would swallow the
    line's end; a `+` in the tag keeps it.
    """
    return "\n".join(_keep_line_end(line) for line in source.split("\n"))


def _keep_line_end(line: str) -> str:
    ending = line[-2:]
    if ending not in ("%}", "#}") or line[-3:-2] in ("-", "+"):
        return line
    holds_text = _TAGS.sub("", line).strip() or _EMPTY_BLOCK.search(line)
    return f"{line[:-2]}+{ending}" if holds_text else line


class _Reader:
    """One walk over Jinja's syntax tree."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.names: dict[str, int] = {}

    def wording(self, body: Iterable[nodes.Node]) -> Wording:
        return tuple(node for statement in body for node in self.statement(statement))

    def statement(self, node: nodes.Node) -> Wording:
        match node:
            case nodes.Output():
                return tuple(self.output(child) for child in node.nodes)
            case nodes.Block():
                return (self.block(node),)
            case nodes.If():
                return (self.choice(node),)
            case nodes.For():
                return (self.loop(node),)
            case nodes.FilterBlock():
                return (self.filtered(node),)
            case _:
                tag = _STATEMENTS.get(type(node), type(node).__name__)
                self.refuse(f"dùng thẻ “{tag}”", node, _STATEMENT_HINT)
                return ()

    def output(self, node: nodes.Expr) -> Node:
        if isinstance(node, nodes.TemplateData):
            return Literal(node.data, Place(self.file, node.lineno))
        if is_super(node):
            return Inherited(Place(self.file, node.lineno))
        return self.formula(node)

    def formula(self, expression: nodes.Node) -> Formula:
        assert isinstance(expression, nodes.Expr)  # noqa: S101 - Jinja types it too widely
        for refusal in refusals(expression):
            self.refuse(refusal, expression)
        return Formula(expression, Place(self.file, expression.lineno))

    def block(self, node: nodes.Block) -> Block:
        place = Place(self.file, node.lineno)
        if node.name in self.names:
            message = f"khối “{node.name}” đã có ở dòng {self.names[node.name]}"
            self.problems.append(
                Problem("MA044", message, place, "đặt tên khác cho một trong hai khối")
            )
        self.names[node.name] = node.lineno
        return Block(node.name, self.wording(node.body), place)

    def choice(self, node: nodes.If) -> Choice:
        branches = tuple(
            Branch(self.formula(branch.test), self.wording(branch.body))
            for branch in (node, *node.elif_)
        )
        return Choice(branches, self.wording(node.else_))

    def loop(self, node: nodes.For) -> Loop:
        if node.recursive:
            self.refuse("lặp “recursive”", node)
        names = node.target.items if isinstance(node.target, nodes.Tuple) else [node.target]
        targets = tuple(name.name for name in names if isinstance(name, nodes.Name))
        if len(targets) != len(names):
            self.refuse("dùng biến lặp lồng nhau", node)
        condition = self.formula(node.test) if node.test is not None else None
        body, otherwise = self.wording(node.body), self.wording(node.else_)
        return Loop(targets, self.formula(node.iter), condition, body, otherwise)

    def filtered(self, node: nodes.FilterBlock) -> Filtered:
        name, place = node.filter.name, Place(self.file, node.lineno)
        if name not in PASSAGE_FILTERS or node.filter.node is not None or node.filter.args:
            known = ", ".join(f"“{known}”" for known in sorted(PASSAGE_FILTERS))
            message = f"thẻ filter không dùng được với “{name}”"
            self.problems.append(Problem("MA021", message, place, f"chỉ dùng: {known}"))
        return Filtered(name, self.wording(node.body), place)

    def refuse(self, what: str, node: nodes.Node, hint: str = "") -> None:
        self.problems.append(refusal_problem(what, Place(self.file, node.lineno), hint))


def is_super(node: nodes.Node) -> bool:
    """Whether an expression is `super()` and nothing else."""
    return (
        isinstance(node, nodes.Call)
        and isinstance(node.node, nodes.Name)
        and node.node.name == "super"
        and not (node.args or node.kwargs or node.dyn_args or node.dyn_kwargs)
    )


def refusal_problem(what: str, place: Place, hint: str = "") -> Problem:
    """The problem that a construct off the allow list is, wherever it stands."""
    default = "công thức chỉ gồm tên, dấu chấm, phép tính, so sánh và bộ lọc"
    better = hint or _BETTER.get(what, default)
    return Problem("MA011", f"vì an toàn, không được {what}", place, better)
