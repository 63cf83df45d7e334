"""The sandbox that frames are filled in: an allow list of syntax, loops and output bounded.

Frames are files of an office, or of strangers. What they say is looked at before anything runs, and
what runs can neither go on for ever nor fill the memory.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from types import CodeType
from typing import Any, ClassVar

from jinja2 import StrictUndefined, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

#: Rounds of all loops in one filling; a frame loops over recipients, signers, appendices.
MOST_ROUNDS = 20_000
#: Characters of one file of a frame filled, and of each text that it sets aside.
MOST_CHARACTERS = 20_000_000
_MOST_NESTED = 60  # tags and formulas within each other
_MOST_LOOPS = 5  # within each other
_COUNTED = "_counted"


class CountingContext(Context):
    """The names of one filling, and how many rounds its loops have had."""

    rounds: int = 0


class FrameSandbox(ImmutableSandboxedEnvironment):
    """Jinja without global names, whose syntax is an allow list.

    Raises SecurityError (a TemplateError) on anything else before it runs, and where loops or
    output grow beyond the limits. Subclasses say what is allowed.
    """

    context_class = CountingContext
    allowed: ClassVar[frozenset[type[nodes.Node]]]
    known_filters: ClassVar[frozenset[str]] = frozenset()
    lines: ClassVar[str] = "dòng"

    def __init__(self, most_characters: int = MOST_CHARACTERS, *, trim: bool = False) -> None:
        """`trim` leaves no empty line where a tag has a line to itself."""
        super().__init__(
            autoescape=True, undefined=StrictUndefined, trim_blocks=trim, lstrip_blocks=trim
        )
        self._most = most_characters
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in self.known_filters}
        self.filters[_COUNTED] = _counted
        self.concat = self._joined  # type: ignore[method-assign]  # Jinja asks for it by this name

    def is_harmless(self, node: nodes.Node) -> bool:
        """Whether a frame may say this, of a kind that is allowed; its parts are asked for too."""
        if isinstance(node, nodes.Filter):
            plain = node.node is not None and node.dyn_args is None and node.dyn_kwargs is None
            return plain and node.name in self.known_filters
        return not (isinstance(node, nodes.For) and node.recursive)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Data only: no attribute with an underscore before it, no method, no class."""
        return super().is_safe_attribute(obj, attr, value) and not callable(value)

    def compile(self, source: Any, name: Any = None, filename: Any = None, *more: Any) -> Any:
        """As Jinja's, but equal texts are compiled once in a process."""
        if isinstance(source, str) and not (name or any(more)):
            # mypy asks the class for the hash of its instances
            return _code(type(self), source, filename)  # type: ignore[arg-type]
        return super().compile(source, name, filename, *more)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        try:
            template = super()._parse(source, name, filename)
        except RecursionError as error:
            raise SecurityError("công thức quá dài hoặc lồng quá sâu") from error
        self._look_through(template)
        for loop in list(template.find_all(nodes.For)):
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno)
        return template

    def _look_through(self, node: nodes.Node, depth: int = 0, loops: int = 0) -> None:
        line = f" ({self.lines} {node.lineno})" if node.lineno else ""
        hidden = isinstance(node, nodes.Name) and (node.name == "self" or node.name[:1] == "_")
        if type(node) not in self.allowed or hidden or not self.is_harmless(node):
            raise SecurityError(f"không được dùng {type(node).__name__} trong khung{line}")
        loops += isinstance(node, nodes.For)
        if depth > _MOST_NESTED or loops > _MOST_LOOPS:
            raise SecurityError(f"lồng quá {_MOST_NESTED} tầng hoặc {_MOST_LOOPS} vòng lặp{line}")
        for child in node.iter_child_nodes():
            self._look_through(child, depth + 1, loops)

    def _joined(self, pieces: Iterable[str]) -> str:
        kept: list[str] = []
        length = 0
        for piece in pieces:
            length += len(piece)
            if length > self._most:
                raise SecurityError(f"khung in ra quá {self._most} chữ")
            kept.append(piece)
        return "".join(kept)


@lru_cache(maxsize=64)
def _code(kind: type[FrameSandbox], source: str, filename: str | None) -> CodeType:
    return ImmutableSandboxedEnvironment.compile(kind(), source, filename=filename)


@pass_context
def _counted(context: CountingContext, items: object) -> Sequence[object]:
    """What a loop runs over, once its rounds are counted."""
    if isinstance(items, Undefined):
        iter(items)  # raises UndefinedError
    if not isinstance(items, list | tuple | range):
        raise SecurityError("chỉ lặp được danh sách")
    context.rounds += len(items)
    if context.rounds > MOST_ROUNDS:
        raise SecurityError(f"khung lặp quá {MOST_ROUNDS} lượt")
    return items
