"""A chain of templates → one wording: each block as the nearest template words it."""

from collections.abc import Sequence

from reportgen.dossier.spelling import meant
from reportgen.drafting.parsing import Parsed
from reportgen.drafting.wording import (
    Block,
    Inherited,
    Literal,
    Node,
    Wording,
    blocks,
    place_of,
    rewritten,
)
from reportgen.problems import Place, Problem

_MOST_NODES = 100_000
_Definitions = dict[str, list[Block]]


def merge(chain: Sequence[Wording]) -> Parsed:
    """The root's wording with its blocks replaced; `chain` goes from the nearest to the root.

    Blocks stay as nodes, for the dossier; `super()` is resolved. Problems: text outside blocks in
    a template that extends another, blocks that replace nothing, blocks inside themselves.
    """
    definitions: _Definitions = {}
    for wording in chain:
        for block, _within in blocks(wording):
            definitions.setdefault(block.name, []).append(block)
    problems = [
        problem
        for level, wording in enumerate(chain[:-1])
        for problem in _lost(wording, chain[level + 1 :])
    ]
    resolver = _Resolver(definitions)
    merged = resolver.wording(chain[-1], None)
    return Parsed(merged, (*problems, *resolver.problems))


def _lost(wording: Wording, above: Sequence[Wording]) -> list[Problem]:
    """What stands at the top of an extending template and would never be printed."""
    known = {block.name for link in above for block, _ in blocks(link)}
    problems = []
    for node in wording:
        match node:
            case Literal(text) if not text.strip():
                continue
            case Block() if node.name in known:
                continue
            case Block():
                hint = meant(node.name, sorted(known))
                message = f"khối “{node.name}” không có trong mẫu được kế thừa"
                problems.append(Problem("MA043", message, node.place, hint))
            case _:
                hint = "đưa nội dung vào một khối {% block … %} của mẫu được kế thừa"
                message = "nội dung ngoài khối sẽ bị mất"
                problems.append(Problem("MA042", message, place_of(node), hint))
    return problems


class _Resolver:
    def __init__(self, definitions: _Definitions) -> None:
        self.definitions = definitions
        self.problems: list[Problem] = []
        self.open: list[tuple[str, int]] = []
        self.nodes = 0

    def wording(self, wording: Wording, current: tuple[str, int] | None) -> Wording:
        return tuple(found for node in wording for found in self.node(node, current))

    def node(self, node: Node, current: tuple[str, int] | None) -> Wording:
        self.nodes += 1
        if self.nodes > _MOST_NODES:
            message = "các mẫu kế thừa nhau tạo ra nội dung quá lớn"
            hint = "mỗi khối chỉ gọi “super()” một lần"
            self.problems[:] = [Problem("MA032", message, place_of(node), hint)]
            return ()
        match node:
            case Block():
                body = self.definition(node.name, 0, node.place)
                return (Block(node.name, body, node.place),)
            case Inherited():
                return self.inherited(node, current)
            case _:
                return (rewritten(node, lambda inner: self.wording(inner, current)),)

    def inherited(self, node: Inherited, current: tuple[str, int] | None) -> Wording:
        if current is None or current[1] + 1 >= len(self.definitions[current[0]]):
            message = "“super()” không có nội dung nào để kế thừa ở đây"
            hint = "chỉ dùng trong khối thay cho khối cùng tên của mẫu được kế thừa"
            self.problems.append(Problem("MA045", message, node.place, hint))
            return ()
        return self.definition(current[0], current[1] + 1, node.place)

    def definition(self, name: str, depth: int, place: Place) -> Wording:
        key = (name, depth)
        if key in self.open:
            message = f"khối “{name}” nằm trong chính nó"
            self.problems.append(Problem("MA046", message, place, "bỏ bớt một khối lồng nhau"))
            return ()
        self.open.append(key)
        body = self.wording(self.definitions[name][depth].body, key)
        self.open.pop()
        return body
